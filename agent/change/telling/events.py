"""What happened in which year, where a line tells of several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agent.change.claims.doubt import Doubt
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading, keys_of

_WHY = "The evidence gives another year for this."


def find_other_years(reading: Reading, places: Sequence[tuple[Place, ...]], book: Book) -> Iterator[Doubt]:
    """Years that a text says with a deed for which the same line has another year."""
    for year in (q for q in reading.quantities if q.figure.kind == "year"):
        mark = reading.marks[year.first]
        deeds = [
            k
            for k in reading.beside(year.first)
            if reading.marks[k].clause == mark.clause and is_verb_at(reading.tokens, k)
        ]
        beside = [q for q in reading.counts_beside(year.first) if q.figure.kind == "year"]
        if len(beside) > 1 or len(deeds) != 1:
            continue
        deed = deeds[0]
        found = [
            place
            for place in places[deed] or book.index[reading.tokens[deed].lemma]
            if keys_of(reading.tokens[deed]) & keys_of(book.lines[place.line].reading.tokens[place.token])
        ]
        if found and all(_has_another(book, place, year.figure.value) for place in found):
            yield Doubt(year.first, year.last, _WHY)


def _has_another(book: Book, place: Place, year: float) -> bool:
    """Whether the clause of a deed has a year of its own, while the year meant stands in another clause of the line."""
    line = book.lines[place.line].reading
    clause = line.marks[place.token].clause
    years = [(q.figure.value, line.marks[q.first].clause) for q in line.quantities if q.figure.kind == "year"]
    own = {value for value, where in years if where == clause}
    return bool(own) and year not in own and any(value == year and where != clause for value, where in years)
