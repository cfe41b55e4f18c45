"""Whether a degree is put to the school that gave it, not to one that was visited or whose people had a part in it."""

from __future__ import annotations

from collections.abc import Iterator

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.claims.names import name_runs
from agent.change.telling.book import Book
from agent.change.telling.reading import Reading

_WHY = "The evidence does not say that this school gave the degree."


def find_wrong_schools(reading: Reading, book: Book) -> Iterator[Doubt]:
    """Names beside a degree that the evidence names for an exchange, a visit or a supervisor only."""
    degrees, visits = lexicon.words("credentials", "degrees"), lexicon.words("credentials", "visits")
    lows = {token.low for token in reading.tokens}
    if not lows & degrees or lows & visits:
        return
    for first, last in name_runs(reading):
        if first == 0 or {reading.tokens[k].low for k in range(first, last + 1)} & degrees:
            continue
        named = [_places(reading.tokens[k].low, book) for k in range(first, last + 1) if reading.tokens[k].capital]
        places = min(named, key=len)
        if places and all(_is_visited(line, at) for line, at in places):
            yield Doubt(first, last, _WHY)


def _places(low: str, book: Book) -> list[tuple[Reading, int]]:
    """The lines that have a word itself, and where."""
    return [
        (line.reading, place.token)
        for place in book.index[low]
        if (line := book.lines[place.line]).reading.tokens[place.token].low == low
    ]


def _is_visited(line: Reading, at: int) -> bool:
    """Whether the clause of a name, or the one before if that holds only the name, tells of a visit or another's part."""
    clause = line.marks[at].clause
    here = _words(line, at, clause)
    visits = lexicon.words("credentials", "visits")
    if here & visits:
        return not here & lexicon.words("credentials", "degrees")
    before = _words(line, at, clause - 1)
    plain = {token.low for k, token in enumerate(line.tokens) if _is_plain(line, k, at)}
    return not plain and bool(before & visits) and not before & lexicon.words("credentials", "degrees")


def _words(line: Reading, at: int, clause: int) -> set[str]:
    return {line.tokens[k].low for k in line.beside(at) if line.marks[k].clause == clause}


def _is_plain(line: Reading, k: int, at: int) -> bool:
    token, mark = line.tokens[k], line.marks[k]
    same = (mark.sentence, mark.clause) == (line.marks[at].sentence, line.marks[at].clause)
    small = lexicon.words("classes", "free", line.language)
    return same and token.kind == "word" and not token.capital and token.low not in small
