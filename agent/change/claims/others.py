"""What a line of evidence gives to somebody else, and a text takes for the person's own.

Why: a line that tells who chose, approved or carried out a thing mostly tells as well what the person did beside it ("I sat
in on three demos, IT and the COO chose"). Its words alone would bear out "selected the system".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.claims.refusal import ELSEWHERE, FEW
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import IMPLIED, is_verb_at
from agent.change.telling.reading import Reading, keys_of

_SUBJECT, _ABROAD = 5, 7
_DIRECT, _SHORT = 4, 2
_BY = frozenset({"by", "von", "par", "por"})


def find_taken_from_others(
    reading: Reading,
    claims: Sequence[Claim],
    places: Sequence[tuple[Place, ...]],
    figures: Mapping[int, tuple[int, ...]],
    book: Book,
) -> Iterator[Doubt]:
    """Verbs of a text that the line they rest on tells of somebody else, in a whole resume."""
    if len(book.lines) <= FEW:
        return
    for at, mark in enumerate(reading.marks):
        if (
            not (is_verb_at(reading.tokens, at) or mark.verb == at)
            or mark.denied
            or _tells_of_others(reading, at, places, book)
        ):
            continue
        home = _home(reading, at, claims, places, figures, book)
        if not home:
            abroad = bool(book.languages) and reading.language not in book.languages
            if abroad and places[at] and all(_is_others(book, place) for place in places[at]):
                yield Doubt(at, at, ELSEWHERE)
            continue
        told = [place for place in places[at] if book.lines[place.line].source.ref == home]
        own = [place for place in told if not _is_others(book, place)]
        if (told and not own) or (
            mark.verb == at
            and not any(_is_same(reading, at, book, place) for place in own)
            and _takes_their_thing(reading, at, claims, places, home, book)
        ):
            yield Doubt(at, at, ELSEWHERE)


def _is_same(reading: Reading, at: int, book: Book, place: Place) -> bool:
    line = book.lines[place.line].reading
    return is_verb_at(line.tokens, place.token) and bool(
        keys_of(reading.tokens[at]) & keys_of(line.tokens[place.token])
    )


def _tells_of_others(reading: Reading, at: int, places: Sequence[tuple[Place, ...]], book: Book) -> bool:
    """Whether the text itself gives something in this clause to somebody else, or names who did it."""
    clause = [k for k in reading.beside(at) if reading.marks[k].clause == reading.marks[at].clause]
    if any(reading.marks[k].other for k in clause):
        return True
    return any(
        place.token in doers_of(book.lines[place.line].reading)
        for k in clause
        if k != at and reading.tokens[k].low not in lexicon.words("classes", "free", reading.language)
        for place in places[k]
    )


def _home(
    reading: Reading,
    at: int,
    claims: Sequence[Claim],
    places: Sequence[tuple[Place, ...]],
    figures: Mapping[int, tuple[int, ...]],
    book: Book,
) -> str:
    """The source that bears out most of what a verb is said of, if one does."""
    votes: Counter[str] = Counter()
    clause = reading.marks[at].clause
    for k in reading.beside(at):
        if k == at or reading.marks[k].clause != clause or reading.marks[k].verb != at:
            continue
        lines = figures.get(k) or (
            {place.line for place in places[k]} if claims[k] is not Claim.FREE and k not in reading.numbers else ()
        )
        votes.update({book.lines[line].source.ref for line in lines})
    most = max(votes.values(), default=0)
    first = [ref for ref, count in votes.items() if count == most]
    if len(first) > 1:
        said = {book.lines[place.line].source.ref for place in places[at]}
        first = [ref for ref in first if ref in said]
    return first[0] if len(first) == 1 else ""


def _takes_their_thing(
    reading: Reading,
    at: int,
    claims: Sequence[Claim],
    places: Sequence[tuple[Place, ...]],
    home: str,
    book: Book,
) -> bool:
    """Whether the thing right after a verb is on its line only as what somebody else deals with ("she holds the budget")."""
    if reading.marks[at].level <= IMPLIED:
        return False
    for k in range(at + 1, min(at + 1 + _DIRECT, len(reading.tokens))):
        token = reading.tokens[k]
        if token.kind == "pause" or token.low in lexicon.words("agency", "prepositions"):
            return False
        if claims[k] is Claim.FREE or k in reading.numbers:
            continue
        told = [place for place in places[k] if book.lines[place.line].source.ref == home]
        return bool(told) and all(_is_others(book, place) for place in told)
    return False


def _is_others(book: Book, place: Place) -> bool:
    line = book.lines[place.line].reading
    return line.marks[place.token].other or place.token in told_of_others(line)


@lru_cache(maxsize=8192)
def told_of_others(line: Reading) -> frozenset[int]:
    """The tokens of a line that tell what somebody else did."""
    found: set[int] = set()
    for _, verb in _others(line):
        found |= set(_reach(line, verb))
    for by in range(1, len(line.tokens) - 1):
        if line.tokens[by].low in _BY and (begin := _topic_before(line, by)) is not None:
            found |= set(range(begin, by))
    return frozenset(found)


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
            return determined
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
    takes = following is not None and (
        following.low in lexicon.words("agency", "determiners")
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
