"""Whether two numbers say the same: be it rounded, bounded, in another unit, by the calendar, or as the hour of a time of day."""

from __future__ import annotations

from dataclasses import replace

from agent.change.language.figures import Figure
from agent.change.numbers.clocks import is_same_hour
from agent.change.numbers.measuring import in_unit_of
from agent.change.numbers.quantity import ENGLISH, Quantity, is_close
from agent.change.telling.reading import Reading

_EXACT = 1e-6
_THIRDS = 0.011
_NEARLY = 0.94
_FEW = 12
_CALENDAR = 0.015
_DAYS = frozenset({"day", "week"})
_MONTHS = frozenset({"month", "quarter", "year"})


def agree(reading: Reading, ours: Quantity, line: Reading, theirs: Quantity) -> bool:
    """Whether two numbers say the same, be it in another unit, by the calendar or as the hour of a time of day."""
    if "clock" in (ours.figure.kind, theirs.figure.kind):
        return (
            ours.figure == theirs.figure
            or is_same_hour(line.tokens, theirs, ours)
            or is_same_hour(reading.tokens, ours, theirs)
        )
    return same(ours, _by_calendar(ours, theirs, in_unit_of(reading, ours, line, theirs)))


def same(ours: Quantity, theirs: Quantity) -> bool:
    a, b = ours.figure, theirs.figure
    if ours.hours and theirs.hours and a.kind == b.kind == "plain":
        equal = is_close(ours.hours, theirs.hours, 0.005)
    else:
        equal = is_close(a.value, b.value, _THIRDS if a.kind == "percent" and (ours.words or theirs.words) else _EXACT)
    if not equal:
        return bool(ours.bound and _stretches(ours, theirs))
    if not _kinds_agree(a, b) or (ours.rate and theirs.rate and ours.rate != theirs.rate):
        return False
    if {ours.step, theirs.step} in ({"by", "to"}, {"by", "from"}) and a.kind != "year":
        return False
    return not (
        (ours.bound in ("over", "least") and theirs.bound not in ("over", "least"))
        or (ours.bound in ("upto", "under", "nearly") and theirs.bound in ("over", "least"))
        or (theirs.bound in ("upto", "under", "nearly") and ours.bound not in ("upto", "under", "nearly", "about"))
    )


def _by_calendar(ours: Quantity, theirs: Quantity, held: Quantity) -> Quantity:
    """A number of days or weeks as the months or years that they make, or the other way; `held` for any other."""
    units = {ENGLISH.get(q.unit, q.unit) for q in (ours, theirs)}
    if ours.figure.kind != "plain" or len(units) == 1 or not (units & _DAYS and units & _MONTHS):
        return held
    if not is_close(ours.hours, theirs.hours, _CALENDAR):
        return held
    return replace(held, figure=ours.figure, unit=ours.unit)


def _stretches(ours: Quantity, theirs: Quantity) -> bool:
    """As "over 200" of 212, "nearly 300" of 291, "about 70" of 68."""
    a, b = ours.figure, theirs.figure
    if not _kinds_agree(a, b) or a.value <= 0 or {a.kind, b.kind} & {"year", "ordinal"}:
        return False
    if ours.unit != theirs.unit and not (ours.hours and theirs.hours):
        return False
    share = theirs.hours / ours.hours if ours.hours and theirs.hours else b.value / a.value
    if ours.bound in ("over", "least"):
        return theirs.bound not in ("upto", "under", "nearly") and 1 < share <= 1.25
    if ours.bound == "nearly":
        return _NEARLY <= share < 1 or (a.value <= _FEW and 0 < a.value - b.value <= 1)
    if ours.bound == "about":
        return 0.93 <= share <= 1.07
    return False


def _kinds_agree(a: Figure, b: Figure) -> bool:
    if a.kind == "money" and b.kind == "plain" and b.value >= 1000:
        return True
    if a.kind == b.kind:
        return not (a.currency and b.currency and a.currency != b.currency)
    return {a.kind, b.kind} in ({"plain", "ordinal"}, {"plain", "year"})
