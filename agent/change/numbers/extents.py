"""How much of the time: a season is not the whole year, and a contract for good is said by the evidence or not at all."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.language.runs import Runs
from agent.change.language.tokens import Token, tokenise
from agent.change.telling.book import Book
from agent.change.telling.reading import Reading

_WHY = "Your resume and answers do not say that it was for so long or for so much of the time."
_MONTHS = 12


def find_wider_extents(reading: Reading, framing: Collection[int], book: Book) -> Iterator[Doubt]:
    """Phrases such as "year-round" of which the evidence has none of the same kind."""
    for first, last, kind in _extents(reading.tokens):
        if framing and any(at in framing for at in range(first, last + 1)):
            continue
        if not any(kind == other for line in book.lines for _, _, other in _extents(line.reading.tokens)):
            yield Doubt(first, last, _WHY)
    yield from _whole_years(reading, book)


def _whole_years(reading: Reading, book: Book) -> Iterator[Doubt]:
    """As "throughout 2022", where the evidence has no span of time that holds that year."""
    for quantity in reading.quantities:
        before = [token.low for token in reading.tokens[max(quantity.first - 2, 0) : quantity.first]]
        if quantity.figure.kind != "year" or not before or not (before[-1] == "throughout" or before == ["all", "of"]):
            continue
        first = int(quantity.figure.value) * _MONTHS + 1
        spans = [period for line in book.lines for period in line.periods]
        if not any(span.start <= first and (span.end is None or span.end >= first + _MONTHS - 1) for span in spans):
            yield Doubt(quantity.first - 1, quantity.last, _WHY)


def _extents(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    for at in range(len(tokens)):
        for last, kind in _rows().at(tokens, at):
            yield at, last, kind
            break


@cache
def _rows() -> Runs[str]:
    return Runs(
        ([token.low for token in tokenise(phrase, "en")], kind)
        for kind, phrases in lexicon.section("extents", "all").items()
        for phrase in sorted(phrases)
    )
