"""Words that call a number an average, where the evidence gives it as one or it follows as one; a total is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.numbers.arithmetic import is_mean
from agent.change.numbers.counted import find_nouns
from agent.change.numbers.quantity import Quantity, is_close
from agent.change.numbers.rates import rate_of
from agent.change.telling.book import Book
from agent.change.telling.reading import Reading

_EXACT = 1e-6
_WHY = "The evidence does not give this number as an average."


def says_average(reading: Reading, at: int, figures: Mapping[int, tuple[int, ...]], book: Book) -> bool:
    """Whether a word such as "averaged" is said of a number that is an average in the evidence or follows as one."""
    if reading.tokens[at].low not in lexicon.words("measures", "average", "said"):
        return False
    quantity = _averaged(reading, at, figures)
    return quantity is not None and not _is_total(reading, quantity, figures[quantity.first], book)


def find_wrong_averages(reading: Reading, figures: Mapping[int, tuple[int, ...]], book: Book) -> Iterator[Doubt]:
    """Numbers said to be averages that the evidence gives as totals."""
    for at, token in enumerate(reading.tokens):
        if token.low not in lexicon.words("measures", "average", "said"):
            continue
        quantity = _averaged(reading, at, figures)
        if quantity is not None and _is_total(reading, quantity, figures[quantity.first], book):
            yield Doubt(at, at, _WHY)


def _averaged(reading: Reading, at: int, figures: Mapping[int, tuple[int, ...]]) -> Quantity | None:
    """The number that a word calls an average: the next one of the clause, or else the last before."""
    clause = reading.marks[at].clause
    counts = [
        q
        for q in reading.counts_beside(at)
        if reading.marks[q.first].clause == clause and q.first in figures and q.figure.kind not in ("year", "ordinal")
    ]
    after = [q for q in counts if q.first > at]
    return after[0] if after else counts[-1] if counts else None


def _is_total(reading: Reading, quantity: Quantity, lines: tuple[int, ...], book: Book) -> bool:
    """Whether the evidence gives a number outright: of no time or thing each, not about, and nowhere as an average."""
    words = lexicon.words("measures", "average", "words")
    held = [
        (book.lines[n].reading, q)
        for n in lines
        for q in book.lines[n].reading.quantities
        if q.figure.kind == quantity.figure.kind and is_close(q.figure.value, quantity.figure.value, _EXACT)
    ]
    nouns = find_nouns(reading, quantity)
    return bool(held) and not any(
        q.bound == "about"
        or rate_of(line, q)
        or is_mean(reading, quantity, nouns, line)
        or any(line.tokens[k].low in words for k in line.beside(q.first))
        for line, q in held
    )
