"""Levels by number ("NVQ level 3"): a level belongs to what the evidence names beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.numbers.quantity import Quantity
from agent.change.telling.book import Book, Place
from agent.change.telling.reading import Reading

_NEAR = 6
_OF = frozenset({"in", "of", "for", "en", "de", "für"})
_WHY = "The evidence gives another level for this."


def level_word(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number names a level ("Level 3")."""
    before = quantity.first - 1
    return before >= 0 and reading.tokens[before].low in lexicon.words("granting", "levels", "words")


def is_level_of(aligned: Alignment, at: int) -> bool:
    """Whether a line that names what the clause names gives it the level that begins at a token."""
    quantity = next((q for q in aligned.reading.counts_beside(at) if q.first == at), None)
    if quantity is None or not level_word(aligned.reading, quantity):
        return False
    return any(
        quantity.figure.value in _levels(aligned.book, line)
        for line in _named(aligned.reading, at, aligned.claims, aligned.places)
    )


def find_other_levels(aligned: Alignment) -> Iterator[Doubt]:
    """Levels that the evidence gives to something else, while it gives another to what the text says."""
    for quantity in aligned.reading.quantities:
        if not level_word(aligned.reading, quantity) or aligned.reading.marks[quantity.first].denied:
            continue
        lines = [
            line
            for line in _named(aligned.reading, quantity.first, aligned.claims, aligned.places)
            if _levels(aligned.book, line)
        ]
        if lines and not any(quantity.figure.value in _levels(aligned.book, line) for line in lines):
            yield Doubt(quantity.first, quantity.last, _WHY)


def _named(reading: Reading, at: int, claims: Sequence[Claim], places: Sequence[tuple[Place, ...]]) -> frozenset[int]:
    """The lines that hold a word standing near a level in its clause."""
    levels = lexicon.words("granting", "levels", "words")
    ahead = at + 1 < len(reading.tokens) and reading.tokens[at + 1].low in _OF
    near = [k for k in reading.in_clause(at) if 0 < abs(k - at) <= _NEAR]
    return frozenset(
        place.line
        for k in near
        if (k > at) == ahead
        and claims[k] is not Claim.FREE
        and reading.tokens[k].low not in levels
        and k not in reading.numbers
        for place in places[k]
    )


def _levels(book: Book, line: int) -> frozenset[float]:
    reading = book.lines[line].reading
    return frozenset(q.figure.value for q in reading.quantities if level_word(reading, q))
