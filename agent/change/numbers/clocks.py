"""Times of day: "22:00", "10 pm" and "10 p.m." are one and are no counts."""

from __future__ import annotations

from collections.abc import Sequence

from agent.change.language.figures import Figure
from agent.change.language.tokens import Token
from agent.change.numbers.quantity import Quantity, instead_of

_NOON = 12
_HOURS = 24
_SIXTY = 60
_HALVES = {"am": 0, "pm": _NOON}
_TOLD = {"morning": 0, "afternoon": _NOON, "evening": _NOON}


def with_clocks(tokens: Sequence[Token], found: Sequence[Quantity]) -> list[Quantity]:
    """The numbers of a text, in order, with those that say a time of day made one: minutes after midnight."""
    clocks: list[Quantity] = []
    for quantity in found:
        if quantity.figure.kind == "plain" and not any(quantity.first <= clock.last for clock in clocks):
            clock = _clock_at(tokens, quantity.first)
            if clock is not None:
                clocks.append(clock)
    if not clocks:
        return list(found)
    return instead_of(found, clocks)


def _clock_at(tokens: Sequence[Token], at: int) -> Quantity | None:
    hour = _number(tokens, at)
    minutes, last = _minutes(tokens, at)
    half, last = _half(tokens, last)
    if hour is None or hour > (_HOURS if half is None else _NOON) or (last == at):
        return None
    if half is not None:
        hour = hour % _NOON + half
    return Quantity(at, last, Figure(float(hour % _HOURS * _SIXTY + minutes), "clock"))


def _number(tokens: Sequence[Token], at: int) -> int | None:
    text = tokens[at].text if at < len(tokens) else ""
    return int(text) if text.isdecimal() and len(text) <= len("00") else None


def _minutes(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The minutes of "22:05" and the last token of the time; 0 and `at` where there are none."""
    joined = tokens[at : at + 3]
    if len(joined) == len(("22", ":", "05")) and joined[1].low in (":", ".") and len(joined[2].text) == len("05"):
        minutes = _number(tokens, at + 2)
        beside = joined[0].end == joined[1].start and joined[1].end == joined[2].start
        if beside and minutes is not None and minutes < _SIXTY:
            return minutes, at + 2
    return 0, at


def _half(tokens: Sequence[Token], last: int) -> tuple[int | None, int]:
    """Where the half of the day that "am" or "p.m." names begins, and the last token of the time."""
    low = tokens[last + 1].low if last + 1 < len(tokens) else ""
    if low in _HALVES:
        return _HALVES[low], last + 1
    told = [token.low for token in tokens[last + 1 : last + 4]]
    if told[:2] == ["in", "the"] and told[-1] in _TOLD:
        return _TOLD[told[-1]], last + 3
    spelled = "".join(token.low for token in tokens[last + 1 : last + 4])
    if spelled in ("a.m", "p.m"):
        dotted = (
            last + 4 < len(tokens) and tokens[last + 4].low == "." and tokens[last + 4].start == tokens[last + 3].end
        )
        return _HALVES[spelled.replace(".", "")], last + 3 + dotted
    if low == "uhr":
        return None, last + 1
    return None, last
