"""What a line of evidence gives to somebody else, and a text takes for the person's own.

Why: a line that tells who chose, approved or carried out a thing mostly tells as well what the person did beside it ("I sat
in on three demos, IT and the COO chose"). Its words alone would bear out "selected the system".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
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
    aligned: Alignment,
) -> Iterator[Doubt]:
    """Verbs of a text that the line they rest on tells of somebody else, in a whole resume."""
    if len(aligned.book.lines) <= FEW:
        return
    for at, mark in enumerate(aligned.reading.marks):
        if (
            not (is_verb_at(aligned.reading.tokens, at) or mark.verb == at)
            or mark.denied
            or _tells_of_others(aligned.reading, at, aligned.places, aligned.book)
        ):
            continue
        home = _home(aligned, at)
        if not home:
            abroad = bool(aligned.book.languages) and aligned.reading.language not in aligned.book.languages
            if abroad and aligned.places[at] and all(_is_others(aligned.book, place) for place in aligned.places[at]):
                yield Doubt(at, at, ELSEWHERE)
            continue
        told = [place for place in aligned.places[at] if aligned.book.lines[place.line].source.ref == home]
        own = [place for place in told if not _is_others(aligned.book, place)]
        if (told and not own) or (
            mark.verb == at
            and not any(_is_same(aligned.reading, at, aligned.book, place) for place in own)
            and _takes_their_thing(aligned, at, home)
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
    aligned: Alignment,
    at: int,
) -> str:
    """The source that bears out most of what a verb is said of, if one does."""
    votes: Counter[str] = Counter()
    clause = aligned.reading.marks[at].clause
    for k in aligned.reading.beside(at):
        if k == at or aligned.reading.marks[k].clause != clause or aligned.reading.marks[k].verb != at:
            continue
        lines = aligned.figures.get(k) or (
            {place.line for place in aligned.places[k]}
            if aligned.claims[k] is not Claim.FREE and k not in aligned.reading.numbers
            else ()
        )
        votes.update({aligned.book.lines[line].source.ref for line in lines})
    most = max(votes.values(), default=0)
    first = [ref for ref, count in votes.items() if count == most]
    if len(first) > 1:
        said = {aligned.book.lines[place.line].source.ref for place in aligned.places[at]}
        first = [ref for ref in first if ref in said]
    return first[0] if len(first) == 1 else ""


def _takes_their_thing(
    aligned: Alignment,
    at: int,
    home: str,
) -> bool:
    """Whether the thing right after a verb is on its line only as what somebody else deals with ("she holds the budget")."""
    if aligned.reading.marks[at].level <= IMPLIED:
        return False
    for k in range(at + 1, min(at + 1 + _DIRECT, len(aligned.reading.tokens))):
        token = aligned.reading.tokens[k]
        if token.kind == "pause" or token.low in lexicon.words("agency", "prepositions"):
            return False
        if aligned.claims[k] is Claim.FREE or k in aligned.reading.numbers:
            continue
        told = [place for place in aligned.places[k] if aligned.book.lines[place.line].source.ref == home]
        return bool(told) and all(_is_others(aligned.book, place) for place in told)
    return False


def _is_others(book: Book, place: Place) -> bool:
    line = book.lines[place.line].reading
    return line.marks[place.token].other or place.token in told_of_others(line)
