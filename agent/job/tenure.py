"""Years of work computed from the dates of a resume, overlaps counted once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from agent.job.kinds import SPAN
from agent.job.lexicon import pattern
from agent.job.words import content, faint, fold, stem
from agent.resume.model import Entry, Resume, Work

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "jan january januar janvier enero ene",
            "feb february februar février fevrier febrero",
            "mar march märz maerz mrz mars marzo",
            "apr april avril abril abr",
            "may mai mayo",
            "jun june juni juin junio",
            "jul july juli juillet julio",
            "aug august août aout agosto ago",
            "sep sept september septembre septiembre",
            "oct october oktober okt octobre octubre",
            "nov november novembre noviembre",
            "dec december dezember dez décembre diciembre dic",
        ],
        1,
    )
    for name in names.split()
}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
NOW = r"present|current|now|today|to date|ongoing|heute|aktuell|jetzt|laufend|aujourd'hui|présent|actuel|ce jour|actualidad|actual|presente|hoy"
POINT = rf"(?:(?:(?P<m{{0}}>{MONTH})\.?,?\s+(?:de\s+)?|(?P<n{{0}}>\d{{{{1,2}}}})[./])?(?P<y{{0}}>(?:19|20)\d{{{{2}}}})(?:-(?P<k{{0}}>\d{{{{2}}}}))?)"
DATES = re.compile(
    rf"{POINT.format('1')}\s*(?:-|to|until|till|bis|à|au|a|hasta)\s*(?:{POINT.format('2')}|(?P<now>{NOW}))"
    rf"|(?:since|seit|depuis|desde)\s+{POINT.format('3')}"
)
Month = int
"""Months since the year 0."""


def span_of(entry: Entry, today: date) -> tuple[Month, Month] | None:
    """First and last month of an entry (inclusive); None without dates. A year alone counts from its start to its middle."""
    if entry.start:
        first = month(entry.start, default=1)
        last = (
            months(today)
            if entry.current or not entry.end
            else month(entry.end, default=12 if entry.end[:4] != entry.start[:4] else 6)
        )
        return (first, last) if first <= last else None
    return span_in(entry.dates, today)


def span_in(text: str, today: date) -> tuple[Month, Month] | None:
    """The first range of dates that stands in a text: "Apr 2021 - Present", "03/2019 bis 12/2021", "2017 – 2020"."""
    match = DATES.search(fold(text))
    if not match:
        return None
    if match.group("y3"):
        return point(match, "3", default=1), months(today)
    first = point(match, "1", default=1)
    last = months(today) if match.group("now") else point(match, "2", default=1 if not named(match, "1") else 12)
    return (first, last) if first <= last else None


def named(match: re.Match[str], place: str) -> bool:
    return any(match.group(f"{part}{place}") for part in "mnk")


def point(match: re.Match[str], place: str, *, default: int) -> Month:
    year = int(match.group(f"y{place}"))
    if name := match.group(f"m{place}"):
        return year * 12 + MONTHS[name] - 1
    number = match.group(f"n{place}") or match.group(f"k{place}")
    return year * 12 + (min(max(int(number), 1), 12) if number else default) - 1


def month(text: str, *, default: int) -> Month:
    year, *rest = text.split("-")
    return int(year) * 12 + (int(rest[0]) if rest else default) - 1


def months(day: date) -> Month:
    return day.year * 12 + day.month - 1


def total(spans: Iterable[tuple[Month, Month]]) -> int:
    """Months covered by the spans, each counted once."""
    return len({each for first, last in spans for each in range(first, last + 1)})


def stated_years(text: str) -> float | None:
    """Years that a line itself states: "eight years in kitchens"."""
    from agent.job.kinds import years_in

    return years_in(text) if SPAN.search(fold(text)) else None


def topic_of(text: str) -> list[str]:
    """What the years are asked in: "5+ years of professional backend development" gives backend and develop."""
    rest = SPAN.sub(lambda match: match.group("rest"), fold(text))
    return [each for each in content(rest) if not each[0].isdigit()]


MANAGING = pattern(("managing", "management", "manager", "leading", "lead", "leadership", "supervising", "supervisory", "supervisor", "supervision", "führung", "leitung", "encadrement", "management d'équipe", "dirección", "gestión de equipos"))  # fmt: skip


def works(resume: Resume) -> list[Work]:
    return [*resume.work, *resume.volunteer]


def weight_of(topic: list[str]) -> dict[str, float]:
    return {each: (0.4 if each in faint() else 1.0) for each in topic}


__all__ = [
    "MANAGING",
    "content",
    "fold",
    "span_in",
    "span_of",
    "stated_years",
    "stem",
    "topic_of",
    "total",
    "weight_of",
    "works",
]
