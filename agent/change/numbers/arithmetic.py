"""Numbers that a line does not say but that its numbers give: averages, products and their sums, listed years, other units."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, permutations

from agent.change import lexicon
from agent.change.numbers.binding import is_bound, meet
from agent.change.numbers.counted import is_label, leaves_noun_out, words_after
from agent.change.numbers.dated import years_of
from agent.change.numbers.periods import MONTHS
from agent.change.numbers.products import is_product
from agent.change.numbers.quantity import Quantity
from agent.change.numbers.rates import english, rate_of
from agent.change.telling.reading import Reading

_ROUNDED = 0.012
_MOST = 6
_YEARS = 3
_PARTS = 2
_NEAR = 3


def is_worked_out(reading: Reading, quantity: Quantity, nouns: list[int], theirs: Reading) -> bool:
    """Whether a number of a text follows from those of one line of the evidence by arithmetic that anybody would do."""
    figure = quantity.figure
    held = [q for q in theirs.quantities[:_MOST] if not theirs.marks[q.first].denied and not is_label(theirs, q)]
    if figure.kind not in ("plain", "money"):
        return False
    if quantity.unit and _is_time_taken(quantity, theirs, held):
        return True
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
        (_is_paced_alike(reading, quantity, theirs) and is_product(reading, quantity, theirs, counts))
        or (not quantity.unit and figure.value == _listed_years(theirs))
    )


def _is_paced_alike(reading: Reading, ours: Quantity, line: Reading) -> bool:
    """Whether a product is said in all, or by a time of which the line does not tell how many there were."""
    rate = rate_of(reading, ours)
    return not rate or not _has_so_many(line, rate)


def _has_so_many(line: Reading, rate: str) -> bool:
    """Whether a line tells for how many of a time something went on ("every weekend for ten weekends")."""
    parts = lexicon.section("frequencies", "parts").get(rate, frozenset())
    named = (line.tokens[q.last + 1].low for q in line.quantities if q.last + 1 < len(line.tokens))
    return any(low in parts for low in named)


def is_mean(reading: Reading, ours: Quantity, nouns: list[int], line: Reading) -> bool:
    """Whether a number is the mean of several of the same thing; one of each year or month if it is said to be that of one."""
    counted = [
        q for q in line.quantities[:_MOST] if q.figure.kind == ours.figure.kind and not line.marks[q.first].denied
    ]
    bare = leaves_noun_out(reading, ours)
    parts = [
        q for q in counted if (bare and leaves_noun_out(line, q)) or is_bound(reading, ours, nouns, line, q, near=True)
    ]
    if len(parts) < _PARTS:
        return False
    times = {"year": years_of(line), "month": _months_of(line)}.get(english(ours.rate), {})
    if ours.rate and len({times[q.first] for q in parts if q.first in times}) != len(parts):
        return False
    return _is_rounded(ours.figure.value, sum(q.figure.value for q in parts) / len(parts))


def _is_time_taken(quantity: Quantity, line: Reading, held: Sequence[Quantity]) -> bool:
    """As 300 pages at 12 pages a day take 25 days."""
    return any(
        rate.rate == english(quantity.unit)
        and not whole.rate
        and not whole.unit
        and meet(line, words_after(line, rate)[:1], line, words_after(line, whole))
        and _is_rounded(quantity.figure.value, whole.figure.value / rate.figure.value)
        for whole, rate in permutations(held, 2)
        if rate.figure.value > 1
    )


def _months_of(line: Reading) -> dict[int, int]:
    """The month right after each number of a line ("800 in May"), by its first token."""
    found = {}
    for q in line.quantities:
        named = (MONTHS.get(token.low, 0) for token in line.tokens[q.last + 1 : q.last + 1 + _NEAR])
        month = next((month for month in named if month), 0)
        if month:
            found[q.first] = month
    return found


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
