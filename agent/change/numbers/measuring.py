"""Numbers with a unit: the same length, load or time in whatever unit, and what follows the unit as what is measured."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from agent.change.language.units import Measure, measure_at
from agent.change.numbers.quantity import TIME, Quantity, is_close
from agent.change.telling.reading import Reading

_ROUNDED = 0.012
_NEAR = 0.06
_HOUR = 3600.0
_EXACT = 1e-9


def measure_of(reading: Reading, quantity: Quantity) -> Measure | None:
    """The unit that a number is counted in; of "fifty pounds" the mass, whatever else it may be."""
    tokens = reading.tokens
    if quantity.figure.kind == "money":
        pounds = quantity.figure.currency == "£" and tokens[quantity.last].lemma == "pound"
        return measure_at(tokens, quantity.last) if pounds else None
    if quantity.figure.kind != "plain":
        return None
    at = quantity.last + 1
    at += at < len(tokens) and tokens[at].text == "-"
    found = measure_at(tokens, at)
    if found is not None:
        return found
    if quantity.unit in TIME:
        return Measure("instant", TIME[quantity.unit] * _HOUR, 0.0, quantity.last)
    if tokens[quantity.last].text.endswith("s") and "." in tokens[quantity.last].text:
        return Measure("instant", 1.0, 0.0, quantity.last)
    return None


@lru_cache(maxsize=4096)
def units_of(reading: Reading) -> frozenset[int]:
    """The tokens that are units of the numbers of a text."""
    measured = ((q, measure_of(reading, q)) for q in reading.quantities)
    return frozenset(k for q, measure in measured if measure is not None for k in range(q.last + 1, measure.last + 1))


def is_measured_alike(reading: Reading, ours: Quantity, line: Reading, theirs: Quantity) -> bool:
    """Whether two numbers are in units of the same measure."""
    one, other = measure_of(reading, ours), measure_of(line, theirs)
    return one is not None and other is not None and one.dimension == other.dimension


def is_other_measure(reading: Reading, ours: Quantity, line: Reading, theirs: Quantity) -> bool:
    """Whether two numbers are in different units of the same measure, as 300 miles are not 300 km."""
    one, other = measure_of(reading, ours), measure_of(line, theirs)
    return (
        one is not None
        and other is not None
        and one.dimension == other.dimension
        and not is_close(one.factor, other.factor, _EXACT)
    )


def in_unit_of(reading: Reading, ours: Quantity, line: Reading, theirs: Quantity) -> Quantity:
    """A number of a line in the unit that ours is in, where they are units of the same measure; else as it stands."""
    one, other = measure_of(reading, ours), measure_of(line, theirs)
    if one is None or other is None or one.dimension != other.dimension:
        return theirs
    value = (other.in_base(theirs.figure.value) - one.zero) / one.factor
    figure = replace(theirs.figure, value=value, kind=ours.figure.kind, currency=ours.figure.currency)
    return replace(theirs, figure=figure, unit=ours.unit)


def is_converted(reading: Reading, ours: Quantity, line: Reading) -> bool:
    """Whether a line gives a number in another unit of the same measure, as 1.5 hectares are 15,000 m²."""
    return any(
        is_other_measure(reading, ours, line, theirs)
        and _says(ours, in_unit_of(reading, ours, line, theirs).figure.value)
        for theirs in line.quantities
        if theirs.figure.kind in ("plain", "money") and not line.marks[theirs.first].denied
    )


def _says(ours: Quantity, held: float) -> bool:
    said = ours.figure.value
    if ours.bound in ("over", "least"):
        return held >= said > held * (1 - _NEAR)
    if ours.bound in ("nearly", "under"):
        return held * (1 - _ROUNDED) <= said < held * (1 + _NEAR)
    return is_close(said, held, _NEAR if ours.bound == "about" else _ROUNDED)
