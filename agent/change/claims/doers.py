"""Who else did something in a line, and what of the line tells it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from agent.change import lexicon
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading

_SUBJECT, _ABROAD = 5, 7
_SHORT = 2
_BY = frozenset({"by", "von", "par", "por"})


@lru_cache(maxsize=8192)
def told_of_others(line: Reading) -> frozenset[int]:
    """The tokens of a line that tell what somebody else did."""
    found: set[int] = set()
    for _, verb in _others(line):
        found |= set(_reach(line, verb))
    for by in range(1, len(line.tokens) - 1):
        if line.tokens[by].low in _BY and (begin := _topic_before(line, by)) is not None:
            found |= set(range(begin, by))
        elif line.tokens[by].low in _BY - {"von"} | {"durch"} and _is_deed_by(line, by):
            found.add(by - 1)
    return frozenset(found)


def _is_deed_by(line: Reading, by: int) -> bool:
    """As in "Planung durch die Zentrale": a deed as a noun, and who did it."""
    if line.tokens[by - 1].kind != "word" or is_verb_at(line.tokens, by - 1):
        return False
    return any(_is_somebody(line, k) for k in range(by + 1, min(by + 1 + _SHORT, len(line.tokens))))


@lru_cache(maxsize=8192)
def doers_of(line: Reading) -> frozenset[int]:
    """Who else did something in a line."""
    return frozenset(doer for doer, _ in _others(line))


def _others(line: Reading) -> Iterator[tuple[int, int]]:
    """Each somebody else who is the subject of a verb, and that verb."""
    tokens = line.tokens
    for at, token in enumerate(tokens[:-1]):
        if token.kind != "word" or not _is_somebody(line, at) or not _opens(line, at):
            continue
        verb = _verb_after(line, at)
        if verb is not None:
            yield at, verb


def _is_somebody(line: Reading, at: int) -> bool:
    token = line.tokens[at]
    if token.low in lexicon.words("bounds", "elsewhere", "pronouns"):
        return line.language == "en"
    forms = {token.low, token.lemma}
    return bool(forms & _people()) or (
        token.text.isupper() and token.low in lexicon.words("bounds", "elsewhere", "short")
    )


def _opens(line: Reading, at: int) -> bool:
    """Whether a name for somebody is the subject with which a clause begins ("the youth coordinator", "IT and the COO")."""
    tokens = line.tokens
    if tokens[at].low in lexicon.words("bounds", "elsewhere", "pronouns"):
        return at == 0 or tokens[at - 1].kind in ("stop", "pause") or tokens[at - 1].low in _joining()
    determined = tokens[at].text.isupper()
    for k in range(at - 1, max(at - 1 - _SUBJECT, -1), -1):
        token = tokens[k]
        if token.kind in ("stop", "pause"):
            return determined or token.kind == "pause"
        if token.low in lexicon.words("agency", "determiners"):
            determined = True
            before = tokens[k - 1] if k else None
            return (
                before is None
                or before.kind in ("stop", "pause", "mark")
                or before.low in _joining()
                or _follows_when(line, k)
            )
        if token.low in _joining():
            return determined
        if token.low in lexicon.words("agency", "prepositions") or (
            is_verb_at(tokens, k) and not token.low.endswith("ing")
        ):
            return False
    return determined and at <= _SUBJECT


def _follows_when(line: Reading, at: int) -> bool:
    """Whether a subject stands after when it was ("After my tests the team redesigned")."""
    begins = at
    while (
        begins
        and line.marks[begins - 1].sentence == line.marks[at].sentence
        and line.tokens[begins - 1].kind != "pause"
    ):
        begins -= 1
    return line.tokens[begins].low in lexicon.words("bounds", "elsewhere", "when") and not any(
        is_verb_at(line.tokens, k) for k in range(begins, at)
    )


def _verb_after(line: Reading, at: int) -> int | None:
    """The verb of which somebody is the subject."""
    tokens = line.tokens
    if line.language != "en":
        for k in range(at + 1, min(at + 1 + _ABROAD, len(tokens))):
            if tokens[k].kind in ("stop", "pause") or tokens[k].low in _joining():
                return None
            if is_verb_at(tokens, k) or tokens[k].low.endswith(lexicon.ordered("bounds", "elsewhere", "told")):
                return k
        return None
    k = at + 1
    while k < len(tokens) and (
        tokens[k].low.endswith("ly") or tokens[k].low in ("then", "also", "later", "had", "has", "have")
    ):
        k += 1
    if k < len(tokens) and tokens[k].low in ("and", "&"):
        k = next((n for n in range(k + 2, min(k + _SUBJECT, len(tokens))) if is_verb_at(tokens, n)), len(tokens))
    if k >= len(tokens) or tokens[k].kind != "word":
        return None
    low = tokens[k].low
    if low in lexicon.words("agency", "being") or low.endswith("ing") or low in ("of", "for"):
        return None
    if low in lexicon.words("agency", "doing") or (is_verb_at(tokens, k) and not _is_participle(line, k)):
        return k
    following = tokens[k + 1] if k + 1 < len(tokens) else None
    takes = following is None or (
        following.kind in ("stop", "pause")
        or following.low in lexicon.words("agency", "determiners")
        or following.low in ("it", "them", "that", "what")
        or following.kind == "number"
    )
    return k if low.endswith("s") and tokens[k].lemma != low and takes else None


def _is_participle(line: Reading, at: int) -> bool:
    """As in "the manager trained in 2020 by": followed by what a finite verb is not."""
    return at + 1 < len(line.tokens) and line.tokens[at + 1].low in _BY


def _reach(line: Reading, verb: int) -> range:
    """From a verb to where the clause ends or the person comes in."""
    end = verb + 1
    while end < len(line.tokens):
        token = line.tokens[end]
        if token.kind == "stop" or token.text in (",", ";", ":") or token.low in lexicon.words("agency", "person"):
            break
        if token.low in ("but", "while", "before", "so", "aber", "mais", "pero"):
            break
        end += 1
    return range(verb, end)


def _topic_before(line: Reading, by: int) -> int | None:
    """Where what was "done by" somebody else begins: the thing named before it, if no deed of the person is."""
    tokens = line.tokens
    done = by - 1
    if not (
        is_verb_at(tokens, done) or tokens[done].low in ("done", "made", "run", "held", "fait", "hecho", "gemacht")
    ):
        return None
    after = [token.low for token in tokens[by + 1 : by + 1 + _SHORT]]
    if set(after) & {"me", "us", "myself", "hand", "mir", "moi", "mí", "phone", "email", "mail"}:
        return None
    if not any(_is_somebody(line, k) for k in range(by + 1, min(by + 1 + _SUBJECT, len(tokens)))):
        return None
    if done == 0 or tokens[done - 1].text not in (":", ",", "–", "-", "("):
        return None
    begin = done - 1
    while begin and tokens[begin - 1].kind != "stop" and tokens[begin - 1].text != ";":
        begin -= 1
    if any(is_verb_at(tokens, k) or tokens[k].low in lexicon.words("agency", "person") for k in range(begin, done - 1)):
        return None
    return begin


@cache
def _people() -> frozenset[str]:
    titles = frozenset().union(
        *lexicon.section("titles", "trades").values(), *lexicon.section("titles", "ranks").values()
    )
    return (
        lexicon.words("agency", "somebody") | lexicon.words("bounds", "elsewhere", "people") | titles
    ) - lexicon.words("bounds", "elsewhere", "things")


@cache
def _joining() -> frozenset[str]:
    return lexicon.words("verbs", "joining") | {"and", "but", "und", "et", "y"}
