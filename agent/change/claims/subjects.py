"""Lines that tell of somebody or something beside the person: "The fair was named best in the county"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from agent.change import lexicon
from agent.change.claims.titles import calls_somebody
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading

_LONGEST = 8
_PERSON = frozenset({"i", "we", "me", "us", "mine", "myself"})
_OURS = frozenset({"my", "our"})


@dataclass(frozen=True, slots=True)
class Telling:
    """A line that tells of a neighbour: its head noun, the words that say which, where what is told begins, and whether
    anything told of it is its own (or its honours and crowds only).
    """

    head: int
    which: frozenset[int]
    told: int
    body: bool


@lru_cache(maxsize=4096)
def find_telling(line: Reading) -> Telling | None:
    """What a line tells of a neighbour, if it begins with one as the subject of its verb and the person is not in it."""
    tokens = line.tokens
    if line.language != "en" or not tokens or any(token.low in _PERSON for token in tokens):
        return None
    if tokens[0].low not in lexicon.words("neighbours", "other") and any(token.low in _OURS for token in tokens):
        return None
    if not _opens_subject(line):
        return None
    told = next((k for k in range(1, min(_LONGEST, len(tokens))) if _is_finite(line, k)), None)
    if told is None or any(tokens[k].kind in ("pause", "stop") for k in range(told)):
        told = _after_apposition(line)
    if told is None:
        return None
    head = _head_of(line, told)
    if head is None:
        return None
    which = frozenset(k for k in range(told) if k != head and tokens[k].kind == "word")
    return Telling(head, which, told, _is_body(line, head, told))


def _after_apposition(line: Reading) -> int | None:
    """The verb after a subject with something between commas ("The first team, under another coach, won")."""
    commas = [k for k in range(min(2 * _LONGEST, len(line.tokens))) if line.tokens[k].text == ","]
    if len(commas) < 2 or commas[0] >= _LONGEST:
        return None
    at = commas[1] + 1
    return at if at < len(line.tokens) and _is_finite(line, at) else None


def _opens_subject(line: Reading) -> bool:
    """Whether a line begins with "the", "another" or the name of something, not with a deed, a number or a title."""
    first = line.tokens[0]
    if 0 in line.numbers or is_verb_at(line.tokens, 0):
        return False
    if first.low in lexicon.words("agency", "determiners") or first.low in lexicon.words("neighbours", "other"):
        return first.low not in ("my", "our")
    many = first.low != first.lemma and first.low.endswith("s")
    return first.kind == "word" and first.capital and (many or not calls_somebody(first))


def _is_finite(line: Reading, at: int) -> bool:
    token = line.tokens[at]
    if token.low in lexicon.words("agency", "being") or token.low in ("has", "have", "had"):
        return True
    before = line.tokens[at - 1]
    if _is_present(line, at):
        return True
    if token.low.endswith("ing") or before.low in lexicon.words("agency", "prepositions") or before.text == "-":
        return False
    return (is_verb_at(line.tokens, at) and before.low not in lexicon.words("agency", "determiners")) or (
        token.low in lexicon.words("agency", "doing") and before.kind == "word"
    )


def _is_present(line: Reading, at: int) -> bool:
    """Whether a word in -s is a verb told of the noun before it ("The factory exports to")."""
    token, before = line.tokens[at], line.tokens[at - 1]
    following = line.tokens[at + 1 : at + 2]
    if not token.low.endswith("s") or token.low == token.lemma or before.kind != "word" or before.low.endswith("s"):
        return False
    if before.low in lexicon.words("agency", "determiners") or before.low in lexicon.words("agency", "prepositions"):
        return False
    return bool(following) and (
        at + 1 in line.numbers
        or following[0].low in lexicon.words("agency", "determiners")
        or following[0].low in lexicon.words("agency", "prepositions")
    )


def _head_of(line: Reading, told: int) -> int | None:
    """The noun that a subject is about: the last word before its first preposition or comma."""
    head = None
    for k in range(told):
        token = line.tokens[k]
        if token.kind == "pause" or (head is not None and token.low in lexicon.words("agency", "prepositions")):
            break
        if token.low in lexicon.words("neighbours", "beside") and head is not None:
            break
        if token.kind == "word" and token.low not in heads_not():
            head = k
    return head


def _is_body(line: Reading, head: int, told: int) -> bool:
    """Whether all that is told of a subject is its own: an organisation, a person, or another than the person's thing."""
    token = line.tokens[head]
    forms = {token.low, token.lemma}
    others = lexicon.words("neighbours", "other")
    if any(line.tokens[k].low in others or line.tokens[k].low.endswith(("'s", "s'")) for k in range(told)):
        return True
    named = token.capital and head > 0
    return (
        named
        or bool(forms & organisations())
        or bool(forms & lexicon.words("agency", "fellows"))
        or bool(forms & lexicon.words("neighbours", "bodies"))
        or calls_somebody(token)
    )


@cache
def organisations() -> frozenset[str]:
    """Words for employers and other houses."""
    return lexicon.words("agency", "organisations") | lexicon.words("agency", "employers")


@cache
def heads_not() -> frozenset[str]:
    """Words of a subject that are not its noun."""
    return lexicon.words("agency", "determiners") | lexicon.words("neighbours", "small")
