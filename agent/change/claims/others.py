"""What a line of evidence gives to somebody else, and a text takes for the person's own.

Why: a line that tells who chose, approved or carried out a thing mostly tells as well what the person did beside it ("I sat
in on three demos, IT and the COO chose"). Its words alone would bear out "selected the system".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from agent.change import lexicon
from agent.change.claims.doers import doers_of, told_of_others
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.claims.refusal import ELSEWHERE, FEW
from agent.change.claims.support import is_exact
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import IMPLIED, is_verb_at
from agent.change.telling.reading import Reading

_DIRECT = 4


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
    return is_verb_at(book.lines[place.line].reading.tokens, place.token) and is_exact(reading, at, book, place)


def _tells_of_others(reading: Reading, at: int, places: Sequence[tuple[Place, ...]], book: Book) -> bool:
    """Whether the text itself gives something in this clause to somebody else, or names who did it."""
    clause = reading.in_clause(at)
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
