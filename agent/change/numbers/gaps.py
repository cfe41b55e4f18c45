"""Differences said with a comparative ("15 minutes faster", "40 fewer"), and numbers of each said of all ("55 stops on four routes")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.language.tokens import low_at
from agent.change.numbers.dated import find_changes
from agent.change.numbers.measuring import in_unit_of
from agent.change.numbers.products import is_each, is_had_by_each
from agent.change.numbers.quantity import Quantity, is_close
from agent.change.telling.book import Book
from agent.change.telling.reading import Reading

_ROUNDED = 0.012
_AFTER = 2
_BEFORE = 3
_OVER = frozenset({"on", "across", "over", "in", "at", "among", "throughout", "covering"})
_WHY = "By the numbers of your resume it went the other way."
_THAN = frozenset({"than", "als", "que"})
_SHRINKS = frozenset({"quick", "down"})


def says_gap(reading: Reading, at: int, figures: Mapping[int, tuple[int, ...]], book: Book) -> bool:
    """Whether a word such as "faster" or "fewer" is said of a difference that is borne out, the way it went."""
    return any(_gaps(reading, at, figures, book))


def find_wrong_gaps(reading: Reading, figures: Mapping[int, tuple[int, ...]], book: Book) -> Iterator[Doubt]:
    """Comparatives of a difference that went the other way ("15 minutes longer" of what became faster)."""
    for at, token in enumerate(reading.tokens):
        if token.low in _comparatives() and not any(reading.tokens[k].low in _THAN for k in reading.beside(at)):
            ways = list(_gaps(reading, at, figures, book))
            if ways and not any(ways):
                yield Doubt(at, at, _WHY)


def _gaps(reading: Reading, at: int, figures: Mapping[int, tuple[int, ...]], book: Book) -> Iterator[bool]:
    """For each change of the evidence that comes to the number before a comparative: whether it went that way."""
    way = _comparatives().get(reading.tokens[at].low, "")
    if not way:
        return
    gap = next((q for q in reading.counts_beside(at) if 0 < at - q.last <= _AFTER and q.first in figures), None)
    if gap is None or (way == "quick" and not gap.hours):
        return
    for change in find_changes(book, figures[gap.first]):
        before, after = (
            in_unit_of(reading, gap, book.lines[n].reading, q).figure.value
            for n, q in zip(change.lines, (change.before, change.after), strict=True)
        )
        if is_close(abs(after - before), gap.figure.value, _ROUNDED):
            yield (after < before) == (way in _SHRINKS)


@cache
def _comparatives() -> Mapping[str, str]:
    return {word: way for way, words in lexicon.section("measures", "multiple_ways").items() for word in words}


def is_of_each(reading: Reading, ours: Quantity, line: Reading, theirs: Quantity) -> bool:
    """Whether a text says of several things together what the line says each of them has."""
    if ours.figure.kind != "plain" or ours.unit or is_each(reading, ours):
        return False
    things = next((q for q in reading.counts_beside(ours.first) if q.first > ours.last), None)
    if things is None or low_at(reading.tokens, things.first - 1) not in _OVER or things.first - ours.last > _BEFORE:
        return False
    same = [q for q in line.counts_beside(theirs.first) if q.figure.value == things.figure.value and q is not theirs]
    return any(is_each(line, theirs) or is_had_by_each(line, theirs, q) for q in same)
