"""Numbers that a line does not say but that its numbers give: averages, products and their sums, listed years, other units."""

from __future__ import annotations

from itertools import pairwise, permutations

from agent.change import lexicon
from agent.change.language.units import measure_of
from agent.change.numbers.binding import is_bound, is_close
from agent.change.numbers.dated import years_of
from agent.change.numbers.products import is_product
from agent.change.numbers.quantity import Quantity
from agent.change.numbers.rates import english
from agent.change.telling.book import Line
from agent.change.telling.reading import Reading

_ROUNDED = 0.012
_MOST = 6
_YEARS = 3
_PARTS = 2
_NEAR = 0.06


def is_worked_out(reading: Reading, quantity: Quantity, nouns: list[int], line: Line) -> bool:
    """Whether a number of a text follows from those of one line of the evidence by arithmetic that anybody would do."""
    figure, theirs = quantity.figure, line.reading
    held = [q for q in theirs.quantities[:_MOST] if not theirs.marks[q.first].denied]
    if is_converted(reading, quantity, line):
        return True
    if figure.kind not in ("plain", "money"):
        return False
    counts = [q for q in held if q.figure.kind == "plain"]
    if _is_average(reading, quantity) and any(
        b.figure.value > 1 and _is_rounded(figure.value, a.figure.value / b.figure.value)
        for a, b in permutations(held, 2)
        if a.figure.kind == figure.kind
        and b in counts
        and not a.unit
        and (not quantity.rate or english(b.unit) == english(quantity.rate))
    ):
        return True
    if _is_average(reading, quantity) and is_mean(reading, quantity, nouns, theirs):
        return True
    return figure.kind == "plain" and (
        is_product(reading, quantity, theirs, counts) or (not quantity.unit and figure.value == _listed_years(theirs))
    )


def is_converted(reading: Reading, quantity: Quantity, line: Line) -> bool:
    """Whether a line gives a number in another unit of measure."""
    return any(
        _is_same_measure(reading, quantity, line.reading, q)
        for q in line.reading.quantities[:_MOST]
        if q.figure.kind == quantity.figure.kind == "plain" and not line.reading.marks[q.first].denied
    )


def is_mean(reading: Reading, ours: Quantity, nouns: list[int], line: Reading) -> bool:
    """Whether a number is the mean of several of the same thing; one of each year if it is said to be that of a year."""
    counted = [
        q for q in line.quantities[:_MOST] if q.figure.kind == ours.figure.kind and not line.marks[q.first].denied
    ]
    parts = [q for q in counted if is_bound(reading, ours, nouns, line, q, near=True)]
    if len(parts) < _PARTS or (ours.rate and english(ours.rate) != "year"):
        return False
    years = years_of(line)
    if ours.rate and len({years[q.first] for q in parts if q.first in years}) != len(parts):
        return False
    return _is_rounded(ours.figure.value, sum(q.figure.value for q in parts) / len(parts))


def _is_rounded(value: float, exact: float) -> bool:
    return abs(value - exact) <= (0.5 if value == int(value) and value > 1 / _ROUNDED else _ROUNDED * exact)


def _is_average(reading: Reading, quantity: Quantity) -> bool:
    """Whether a sentence says that a number is one for each."""
    clause = reading.marks[quantity.first].clause
    beside = [k for k in reading.beside(quantity.first) if reading.marks[k].clause == clause]
    words = lexicon.words("measures", "average", "words")
    said = any(reading.tokens[k].low in words for k in beside)
    return said or bool(quantity.rate)


def _listed_years(reading: Reading) -> int:
    """How many years a line lists one by one; 0 for a period."""
    years = [q for q in reading.quantities if q.figure.kind == "year"]
    gaps = {reading.tokens[k].low for a, b in pairwise(years) for k in range(a.last + 1, b.first)}
    return len(years) if len(years) >= _YEARS and gaps <= {",", "and", "&", "und", "et", "y"} else 0


def _is_same_measure(reading: Reading, ours: Quantity, line: Reading, theirs: Quantity) -> bool:
    """As 1.5 hectares are 15,000 m²."""
    one, other = _measure(reading, ours), _measure(line, theirs)
    if one is None or other is None or one[0] != other[0] or one[1] == other[1]:
        return False
    said, held = ours.figure.value * one[1], theirs.figure.value * other[1]
    if ours.bound in ("over", "least"):
        return held >= said > held * (1 - _NEAR)
    if ours.bound in ("nearly", "under"):
        return held * (1 - _ROUNDED) <= said < held * (1 + _NEAR)
    return is_close(said, held, _NEAR if ours.bound == "about" else _ROUNDED)


def is_other_measure(reading: Reading, ours: Quantity, line: Reading, theirs: Quantity) -> bool:
    """Whether two numbers are in different units of the same measure, as 300 miles are not 300 km."""
    one, other = _measure(reading, ours), _measure(line, theirs)
    return one is not None and other is not None and one[0] == other[0] and one[1] != other[1]


def _measure(reading: Reading, quantity: Quantity) -> tuple[str, float] | None:
    for token in reading.tokens[quantity.last + 1 : quantity.last + 3]:
        if token.text == "-":
            continue
        return measure_of(token)
    return None
