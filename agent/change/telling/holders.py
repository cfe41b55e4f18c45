"""What a line of evidence leaves to somebody else: "the pastry was another crew", "two other technicians did the hood".

Why: a resume tells beside the person's own deeds who else did what, mostly in a few words and without a verb of doing. Each
such thing is in the evidence, and none of it is the person's.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from agent.change import lexicon
from agent.change.claims.doers import told_of_others
from agent.change.claims.titles import calls_somebody
from agent.change.language.inflection import find_verbs
from agent.change.language.tokens import Token
from agent.change.telling.marks import is_verb_at
from agent.change.telling.people import is_person_word
from agent.change.telling.reading import Reading

_HEAD = 5
_ENDS = 2
_SHORT = 3
_BY = frozenset({"by", "von", "durch", "par", "por"})
_CLITICS = frozenset({"lo", "la", "los", "las", "le", "les"})


@lru_cache(maxsize=8192)
def held_by_others(line: Reading) -> frozenset[int]:
    """The tokens of a line that tell what others did, have or answer for."""
    found = {at for at, mark in enumerate(line.marks) if mark.other} | told_of_others(line)
    for at in range(len(line.tokens)):
        found.update(_owned(line, at))
        found.update(_done(line, at))
        found.update(_done_by(line, at))
        found.update(_inverted(line, at))
    return frozenset(found)


@lru_cache(maxsize=8192)
def others_of(line: Reading) -> frozenset[int]:
    """The tokens of a line that name somebody else or a group."""
    return frozenset(at for at in range(len(line.tokens)) if _is_person(line, at))


def _owned(line: Reading, at: int) -> Iterator[int]:
    """What stands before "was another crew", "is a contractor's", "sits with head office"."""
    tokens = line.tokens
    low = tokens[at].low
    resting = low in lexicon.words("holders", "holding", "resting")
    if not at or not (resting or low in lexicon.words("holders", "holding", "being")):
        return
    begins = at + 1
    handed = begins < len(tokens) and tokens[begins].low in lexicon.words("holders", "with", line.language)
    if resting and not handed:
        return
    head = _others_from(line, begins + handed)
    if head is None and resting and begins + 1 < len(tokens):
        named = tokens[begins + 1]
        head = begins + 1 if named.kind == "word" and named.low not in _own() else None
    if head is None or not _ends_clause(line, head):
        return
    before = _subject_before(line, at)
    if any(_is_person(line, k) or tokens[k].low in _own() for k in before):
        return
    if handed or _belongs(line, begins, head):
        yield from before


def _subject_before(line: Reading, at: int) -> list[int]:
    """What stands before a verb in its clause; what is put in brackets does not part them."""
    found: list[int] = []
    depth = 0
    for k in range(at - 1, -1, -1):
        text = line.tokens[k].text
        depth += (text == ")") - (text == "(")
        if depth <= 0 and text != "(" and (line.tokens[k].kind in ("stop", "pause")):
            break
        found.append(k)
    return found


def _belongs(line: Reading, first: int, head: int) -> bool:
    """Whether a name for somebody after "was" tells whose something is, not what it is."""
    words = line.tokens[first : head + 1]
    last = line.tokens[min(head + 1, len(line.tokens) - 1)]
    owned = any(token.low.endswith(("'s", "s'", "’s")) for token in (*words, last))
    apart = any(token.low in lexicon.words("holders", "others", "before") for token in words)
    return owned or apart or words[-1].low in lexicon.words("agency", "fellows")


def _done(line: Reading, at: int) -> Iterator[int]:
    """The clause of "two other technicians did the hood", "Omar had the idea"; up to where the person comes in."""
    if not _opens(line, at):
        return
    head = _others_from(line, at)
    if head is None:
        head = at if _is_given_name(line, at) or _is_department(line, at) else None
    if head is None or head + 1 >= len(line.tokens):
        return
    verb = head + 1
    if line.tokens[verb].low in lexicon.words("agency", "being") or not _tells(line, verb):
        return
    yield from range(at, verb)
    for k in range(verb, len(line.tokens)):
        token = line.tokens[k]
        if token.kind in ("stop", "pause") or token.low in _own():
            return
        yield k


def _tells(line: Reading, at: int) -> bool:
    token = line.tokens[at]
    if token.low.endswith("ing") or token.low in _BY:
        return False
    return is_verb_at(line.tokens, at) or token.low in lexicon.words("agency", "doing")


def _done_by(line: Reading, by: int) -> Iterator[int]:
    """What stands before "by a contractor" where no verb does: "blade repairs by a rope-access contractor"."""
    tokens = line.tokens
    if tokens[by].low not in _BY or not by or _others_from(line, by + 1) is None:
        return
    before = [k for k in range(by) if line.marks[k].clause == line.marks[by].clause]
    if any(is_verb_at(tokens, k) or tokens[k].low in _own() or tokens[k].kind == "number" for k in before):
        return
    yield from before


def _inverted(line: Reading, at: int) -> Iterator[int]:
    """What stands before its verb, and who did it after: "Angebote schrieb der Meister", "la decidía él"."""
    if line.language not in ("de", "es") or not at or at + 1 >= len(line.tokens):
        return
    tokens = line.tokens
    if tokens[at].capital or not (tokens[at].deed or find_verbs(tokens[at].low, line.language)):
        return
    clause = [
        k for k in range(len(tokens)) if line.marks[k].clause == line.marks[at].clause and tokens[k].kind != "stop"
    ]
    if any(tokens[k].low in _own() for k in clause) or clause[0] >= at:
        return
    if line.language == "es" and tokens[at - 1].low not in _CLITICS:
        return
    if line.language == "de" and (_is_person(line, clause[0]) or (len(clause) > 1 and _is_person(line, clause[1]))):
        return
    pronoun = tokens[at + 1].low in lexicon.words("holders", "others", "pronouns")
    if pronoun or _others_from(line, at + 1) is not None:
        yield from clause


def _others_from(line: Reading, first: int) -> int | None:
    """The last word of a name for somebody else that begins at a token ("two other technicians", "my colleague"), if one does."""
    tokens = line.tokens
    named = apart = False
    for k in range(first, min(first + _HEAD, len(tokens))):
        token = tokens[k]
        if token.kind not in ("word", "number") and token.text != "-":
            return None
        if token.low in _own():
            return None
        if token.low in lexicon.words("holders", "others", "words"):
            return k
        if token.low in _articles():
            named = True
            apart = apart or token.low in lexicon.words("holders", "others", "before")
            continue
        if named and (_is_person(line, k) or calls_somebody(token)) and not _goes_on(line, k):
            return k
        if apart and token.low.endswith("ers") and k + 1 < len(tokens) and _tells(line, k + 1):
            return k
        if is_verb_at(tokens, k) and k > first and not token.low.endswith(("ed", "ing")):
            return None
    return None


def _goes_on(line: Reading, at: int) -> bool:
    """Whether another word for people follows, which is the head ("team lead", "quality engineer")."""
    return at + 1 < len(line.tokens) and _is_person(line, at + 1)


def _is_given_name(line: Reading, at: int) -> bool:
    """A word in no dictionary that begins a clause in capitals, as a given name mostly is."""
    token = line.tokens[at]
    return (
        line.language == "en"
        and token.kind == "word"
        and token.capital
        and not token.text.isupper()
        and token.low.isalpha()
        and token.low not in lexicon.related()
        and token.lemma not in lexicon.related()
        and token.low not in lexicon.stands_for()
        and not is_verb_at(line.tokens, at)
        and token.low not in lexicon.words("classes", "free", "en")
    )


def _is_department(line: Reading, at: int) -> bool:
    """As in "validation wrote the report": a department right before a verb and what it does."""
    following = line.tokens[at + 2 : at + 3]
    return (
        line.tokens[at].low in lexicon.words("holders", "others", "departments")
        and bool(following)
        and (following[0].low in _articles() or following[0].low in ("them", "it", "these", "those"))
    )


def _opens(line: Reading, at: int) -> bool:
    """Whether a clause begins at a token, or its subject after where or when ("at work the night crew does")."""
    if at == 0:
        return True
    before = line.tokens[at - 1]
    if before.kind in ("stop", "pause") or before.low in lexicon.words("verbs", "joining"):
        return True
    begins = at - 1
    while begins and at - begins <= _SHORT and line.tokens[begins - 1].kind not in ("stop", "pause"):
        begins -= 1
    place = line.tokens[begins].low in lexicon.words("agency", "prepositions") and line.tokens[at].low in _articles()
    return place and at - begins <= _SHORT and not any(is_verb_at(line.tokens, k) for k in range(begins, at))


def _ends_clause(line: Reading, at: int) -> bool:
    """Whether little of the clause comes after a token."""
    rest = [
        k
        for k in range(at + 1, min(at + 2 + _ENDS, len(line.tokens)))
        if line.marks[k].clause == line.marks[at].clause and line.tokens[k].kind == "word"
    ]
    return len(rest) <= _ENDS


def _is_person(line: Reading, at: int) -> bool:
    token = line.tokens[at]
    if token.kind != "word":
        return False
    low = _bare(token)
    people = lexicon.words("bounds", "elsewhere", "people")
    if is_person_word(token) or low in people or token.lemma in people or low in lexicon.words("agency", "fellows"):
        return True
    if low in lexicon.words("holders", "others", "firms") or low in _trades():
        return True
    return line.language == "de" and low.endswith(lexicon.ordered("holders", "others", "endings"))


def _bare(token: Token) -> str:
    return token.low.removesuffix("'s").removesuffix("’s").removesuffix("'")


@cache
def _articles() -> frozenset[str]:
    """What may stand before a name for somebody else."""
    others = lexicon.words("holders", "others", "before") | lexicon.words("holders", "others", "articles")
    return lexicon.words("agency", "determiners") | others


@cache
def _trades() -> frozenset[str]:
    return lexicon.words("titles", "trades", "en")


@cache
def _own() -> frozenset[str]:
    return lexicon.words("agency", "person") | lexicon.words("witnessing", "person") - {"my", "our"} | {"mine", "ours"}
