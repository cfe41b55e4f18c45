"""Places in an order: who was third fastest was not fastest."""

from __future__ import annotations

from collections.abc import Iterator

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.language.figures import ORDINALS
from agent.change.telling.book import Book
from agent.change.telling.reading import Reading

_WHY = "The evidence gives a lower place."
_BACK = 4


def find_raised_ranks(reading: Reading, book: Book) -> Iterator[Doubt]:
    """Superlatives that the evidence says only with an ordinal before them, and a text without."""
    for at, token in enumerate(reading.tokens):
        if token.kind != "word" or not _is_superlative(token.low) or _place(reading, at) or _is_among(reading, at):
            continue
        held = [
            _place(line.reading, k)
            for line in book.lines
            for k, other in enumerate(line.reading.tokens)
            if other.low == token.low or _bare(other.low) == token.low
        ]
        if held and all(held):
            yield Doubt(at, at, _WHY)


def says_place(reading: Reading, at: int, book: Book) -> bool:
    """Whether a word names a place ("runner-up") that the evidence gives by its number ("came second"), or the other way."""
    place = named_place(reading, at)
    return place > 0 and any(
        place == named_place(line.reading, k) for line in book.lines for k in range(len(line.reading.tokens))
    )


def named_place(reading: Reading, at: int) -> int:
    """The place in an order that a word names; 0 if it names none."""
    low = reading.tokens[at].low
    for place, words in lexicon.section("measures", "places").items():
        if low in words:
            return int(place)
    quantity = next((q for q in reading.counts_beside(at) if q.first <= at <= q.last), None)
    if quantity is None or quantity.figure.kind != "ordinal":
        return 0
    near = {token.low for token in reading.tokens[max(at - _BACK, 0) : at + _BACK]}
    return int(quantity.figure.value) if near & lexicon.words("measures", "placing", "words") else 0


def _is_superlative(low: str) -> bool:
    return low.endswith(("est", "ste", "sten", "ster", "stes")) or low in lexicon.words(
        "measures", "superlative", "words"
    )


def _place(reading: Reading, at: int) -> int:
    """The place that an ordinal before a superlative gives, from the second on; 0 if it is the first."""
    before = at - 1
    if before >= 1 and reading.tokens[before].low == "-":
        before -= 1
    value = ORDINALS.get(reading.tokens[before].low, 0) if before >= 0 else 0
    if not value and before >= 0 and reading.tokens[before].figure is not None:
        figure = reading.tokens[before].figure
        value = int(figure.value) if figure is not None and figure.kind == "ordinal" else 0
    if _bare(reading.tokens[at].low) != reading.tokens[at].low:
        value = 2
    return value if value > 1 else 0


def _bare(low: str) -> str:
    """A German superlative without the ordinal that is part of it ("zweitgrößte")."""
    return next(
        (
            low.removeprefix(part)
            for part in lexicon.ordered("measures", "superlative", "parts")
            if low.startswith(part)
        ),
        low,
    )


def _is_among(reading: Reading, at: int) -> bool:
    """As "one of the fastest" and "among the three fastest"."""
    before = {token.low for token in reading.tokens[max(at - _BACK, 0) : at]}
    return bool(before & lexicon.words("measures", "superlative", "among")) or any(
        k in reading.numbers for k in (at - 1,)
    )
