"""Spans of time in a line ("Feb 2022 – Jul 2025") and how long they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

_MONTHS = """jan|january|januar|janvier|enero|ene feb|february|februar|février|fevrier|febrero|févr|feb mar|march|märz|mars|marzo|mär apr|april|avril|abril|avr|abr
may|mai|mayo jun|june|juni|juin|junio jul|july|juli|juillet|julio|juil aug|august|août|agosto|ago sep|sept|september|septembre|septiembre
oct|october|oktober|octobre|octubre|okt nov|november|novembre|noviembre dec|december|dezember|décembre|diciembre|dez|déc|dic"""
MONTHS = {
    name: number
    for number, names in enumerate(" ".join(_MONTHS.replace("févr|feb ", "févr ").split("\n")).split(" "), 1)
    for name in names.split("|")
}
_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_POINT = rf"(?:(?P<{{0}}m>{_NAME})\.?,?\s+(?:de\s+)?|(?P<{{0}}n>\d{{{{1,2}}}})[/.])?(?P<{{0}}y>(?:19|20)\d\d)"
_OPEN = r"present|now|current|today|heute|jetzt|aujourd'hui|présent|actualidad|presente|hoy|date"
_RANGE = re.compile(
    _POINT.format("a")
    + r"\s*(?:–|—|-|to|until|till|bis|à|au|a|hasta|through)\s*(?:"
    + _POINT.format("b")
    + rf"|(?P<open>{_OPEN}))",
    re.IGNORECASE,
)
_DAY = r"(?:\s+\d{1,2}(?:st|nd|rd|th)?,?)?"
_SHARED = re.compile(
    rf"\b(?P<am>{_NAME})\.?{_DAY}\s*(?:–|—|-|to|until|till|bis|au|al|a)\s*(?:(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th|\.)?\s+)?"
    rf"(?P<bm>{_NAME})\.?{_DAY}\s+(?P<y>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|seit|depuis|desde)\s+" + _POINT.format("a"), re.IGNORECASE)
_ENDED = re.compile(
    r"\b(?:end(?:ed|ing|s)|expir(?:ed|ing|es)|finish(?:ed|ing|es)|complet(?:ed|ing)|left|leaving|closed|stopped|terminated|discontinued"
    r"|sold|retired|until|till|up to|laid off|made redundant|through|endete|auslief|bis|terminé|finie?|arrêté|jusqu\W?(?:en|à|au)|hasta|terminó|acabó)"
    r"\b[^.;:\d]{0,40}?\b" + _POINT.format("b"),
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?P<a>(?:19|20)\d\d)\b(?:(?!\b(?:19|20)\d\d\b)[^–—])*\b(?:again|back|returned|rehired|anew|erneut|wieder|encore|otra vez)\b"
    r"(?:(?!\b(?:19|20)\d\d\b).)*?\b(?P<b>(?:19|20)\d\d)\b",
    re.IGNORECASE | re.DOTALL,
)
_BEGAN = re.compile(
    r"\b(?:start(?:ed|ing)|began|joined|joining|hired|taken on|from|eingetreten|begann|ab|entré|commencé|dès|empecé|entré)\b[^.;:\d]{0,40}?\b"
    + _POINT.format("a"),
    re.IGNORECASE,
)


_STALE = 2.5


@dataclass(frozen=True, slots=True)
class Period:
    """From one month to another (inclusive, months since year 0); `end` is None while it lasts; `coarse`: only years are known."""

    start: int
    end: int | None
    coarse: bool

    def years(self, now: int) -> tuple[float, float]:
        """The shortest and the longest it may have been, in years."""
        if self.end is None:
            elapsed = (now - self.start + 1) / 12
            return max(elapsed - _STALE, 0.0), elapsed
        if self.coarse:
            span = (self.end - self.start) / 12
            return max(span - 1, 0.0), span + 1
        return (self.end - self.start) / 12, (self.end - self.start + 1) / 12


@lru_cache(maxsize=20_000)
def find_periods(text: str) -> tuple[Period, ...]:
    """All spans of time in a line."""
    if not re.search(r"(19|20)\d\d", text):
        return ()
    found = []
    for match in _RANGE.finditer(text):
        start, coarse = _month(match["am"], match["an"], match["ay"], 1)
        if match["open"]:
            found.append(Period(start, None, coarse))
        else:
            end, also = _month(match["bm"], match["bn"], match["by"], 1)
            found.append(Period(start, end, coarse or also))
    for match in _SHARED.finditer(text):
        year = 12 * int(match["y"])
        found.append(Period(year + MONTHS[match["am"].lower()], year + MONTHS[match["bm"].lower()], coarse=False))
    if not found:
        found.extend(_since(match, text) for match in _SINCE.finditer(text))
    if not found:
        begun = _BEGAN.search(text)
        stay = _since(begun, text) if begun is not None else None
        found.extend([stay] if stay is not None and stay.end is not None else ())
    return tuple(found)


def _since(match: re.Match[str], text: str) -> Period:
    """The span that "since" begins, which lasts unless its end is told after it ("on a contract that ended in May 2019")."""
    start, coarse = _month(match["am"], match["an"], match["ay"], 1)
    ended = _ENDED.search(text, match.end())
    if ended is None:
        return Period(start, None, coarse)
    end, also = _month(ended["bm"], ended["bn"], ended["by"], 1)
    return Period(start, end, coarse or also) if end >= start else Period(start, None, coarse)


def ended_in(text: str) -> frozenset[int]:
    """The years of which a text tells that something ended in them, and of which it tells no start."""
    if not _ENDED.search(text):
        return frozenset()
    began = {int(m["ay"]) for pattern in (_SINCE, _BEGAN) for m in pattern.finditer(text)}
    return frozenset(int(m["by"]) for m in _ENDED.finditer(text)) - began


def comes_again(text: str) -> tuple[int, int] | None:
    """The two years of which a text tells that something came again in the second ("in 2018; again in 2020")."""
    match = _AGAIN.search(text)
    if match is None or int(match["b"]) - int(match["a"]) <= 1:
        return None
    return int(match["a"]), int(match["b"])


def _month(name: str | None, number: str | None, year: str, missing: int) -> tuple[int, bool]:
    month = MONTHS[name.lower()] if name else int(number) if number else missing
    return 12 * int(year) + month, not (name or number)


def this_month() -> int:
    """Now, in months since year 0: what "present" means."""
    now = datetime.now(UTC)
    return 12 * now.year + now.month


def tenure_fits(years: float, bound: str, periods: Sequence[Period]) -> bool:
    """Whether "(over, nearly, about) N years" follows from a period, from several together, or from first to last."""
    now = this_month()
    return any(_fits(years, bound, low, high) for low, high in _lengths(periods, now))


def _lengths(periods: Sequence[Period], now: int) -> Iterable[tuple[float, float]]:
    kept = list(dict.fromkeys(periods))[:12]
    for period in kept:
        yield period.years(now)
    ordered = sorted(kept, key=lambda p: p.start)
    for i in range(len(ordered)):
        low = high = 0.0
        last = 0
        for period in ordered[i:]:
            end = period.end if period.end is not None else now
            start = max(period.start, last)
            if end < start:
                continue
            part = Period(start, period.end, period.coarse).years(now)
            low, high = low + part[0], high + part[1]
            last = end + 1
            yield low, high


def _fits(years: float, bound: str, low: float, high: float) -> bool:
    middle = (low + high) / 2
    if bound in ("over", "least"):
        return years <= high + 0.01 and years >= low - 1.5
    if bound in ("nearly", "about"):
        return years - 0.6 <= high and years >= low - 0.6
    return (
        low - 0.5 <= years <= high + 0.1
        or int(high + 0.01) == years
        or round(middle) == years
        or (low == 0.0 and years <= high)
    )
