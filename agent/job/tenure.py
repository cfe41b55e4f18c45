"""Time from dates as resumes write them, and years of work from the roles, overlaps counted once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from agent.job.words import fold
from agent.resume.model import Entry

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "jan january januar jänner janvier enero ene",
            "feb february februar février fevrier febrero",
            "mar march märz maerz mrz mars marzo",
            "apr april avril avr abril abr",
            "may mai mayo",
            "jun june juni juin junio",
            "jul july juli juillet julio",
            "aug august août aout agosto ago",
            "sep sept september septembre septiembre",
            "oct october oktober okt octobre octubre",
            "nov november novembre noviembre",
            "dec december dezember dez décembre decembre diciembre dic",
        ],
        1,
    )
    for name in names.split()
}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
NOW = (
    r"present|current|currently|now|today|to date|date|ongoing|heute|aktuell|jetzt|laufend|aujourd'hui|présent|actuel|ce jour"
    r"|la actualidad|actualidad|actual|presente|hoy"
)
DATES = re.compile(
    rf"(?:(?P<m1>{MONTH})\.?,?\s+(?:de\s+)?|(?P<n1>\d{{1,2}})[./])?(?<!\d)(?P<y1>(?:19|20)\d{{2}})(?:-(?P<k1>\d{{2}})\b)?"
    rf"\s*(?:-+|to|until|till|through|thru|bis|à|au|a|hasta)\s*"
    rf"(?:(?:(?P<m2>{MONTH})\.?,?\s+(?:de\s+)?|(?P<n2>\d{{1,2}})[./])?(?P<y2>(?:19|20)\d{{2}})(?:-(?P<k2>\d{{2}})\b)?|(?P<now>(?:{NOW})\b))"
    rf"|(?:\b(?:since|seit|depuis|desde)\s+)(?:(?P<m3>{MONTH})\.?,?\s+(?:de\s+)?|(?P<n3>\d{{1,2}})[./])?(?P<y3>(?:19|20)\d{{2}})(?P<k3>\Z)?"
    rf"|\b(?P<m4>{MONTH})\.?\s*(?:-+|to|until|through|bis|à|a|hasta)\s*(?P<m5>{MONTH})\.?,?\s+(?:de\s+)?(?P<y5>(?:19|20)\d{{2}})\b"
)
Months = tuple[int, int]
"""First and last month (inclusive), each counted from the year 0."""


def span_of(entry: Entry, today: date) -> Months | None:
    """The months of an entry; None without dates. A year alone runs from its start, and as an end to its middle."""
    if not entry.start:
        return span_in(entry.dates, today)
    first = month(entry.start, default=1)
    last = (
        months(today) if entry.current or not entry.end else month(entry.end, default=end_month(entry.start, entry.end))
    )
    return (first, last) if first <= last else None


def end_month(start: str, end: str) -> int:
    return 12 if start[:4] == end[:4] or "-" in start else 6


def span_in(text: str, today: date) -> Months | None:
    """The first range of dates in a text: "Apr 2021 - Present", "03/2019 bis 12/2021", "2017 – 2020", "seit 2020"."""
    match = DATES.search(fold(text))
    if not match:
        return None
    if match.group("y3"):
        return point(match, "3", default=1), months(today)
    if match.group("y5"):
        year = 12 * int(match.group("y5")) - 1
        first, last = year + MONTHS[match.group("m4")], year + MONTHS[match.group("m5")]
        return (first, last) if first <= last else None
    first = point(match, "1", default=1)
    by_month = any(match.group(part) for part in ("m1", "n1", "k1")) or match.group("y1") == match.group("y2")
    last = months(today) if match.group("now") else point(match, "2", default=12 if by_month else 6)
    return (first, last) if first <= last else None


def stages_in(text: str, today: date) -> list[tuple[str, Months]]:
    """Every range of dates with the words before it: "lead line", then "junior sous" of a role told in two stages."""
    folded = fold(text)
    found: list[tuple[str, Months]] = []
    start = 0
    for match in DATES.finditer(folded):
        span = span_in(match.group(), today)
        if span:
            found.append((folded[start : match.start()].strip(" ,;|()-"), span))
        start = match.end()
    return found


def reach_of(text: str, today: date) -> Months | None:
    """The months of the ranges in a text that follow each other, of several such runs the longest."""
    runs: list[Months] = []
    for first, last in sorted(span for _, span in stages_in(text, today)):
        if runs and first <= runs[-1][1] + LONGEST_PAUSE:
            runs[-1] = (runs[-1][0], max(last, runs[-1][1]))
        else:
            runs.append((first, last))
    return max(runs, key=lambda run: run[1] - run[0], default=None)


LONGEST_PAUSE = 3
"""Months between two stages of one role."""


def point(match: re.Match[str], place: str, *, default: int) -> int:
    year = int(match.group(f"y{place}"))
    if name := match.group(f"m{place}"):
        return year * 12 + MONTHS[name] - 1
    number = match.group(f"n{place}") or match.group(f"k{place}")
    return year * 12 + (min(max(int(number), 1), 12) if number else default) - 1


def month(text: str, *, default: int) -> int:
    year, *rest = text.split("-")
    return int(year) * 12 + (int(rest[0]) if rest else default) - 1


def months(day: date) -> int:
    return day.year * 12 + day.month - 1


def total(spans: Iterable[Months]) -> int:
    """Months covered by the spans, each counted once."""
    return len({each for first, last in spans for each in range(first, last + 1)})
