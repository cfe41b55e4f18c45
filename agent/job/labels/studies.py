"""Studies that are less than what is asked for: begun, of another length, or a choice of a degree and years of work."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from agent.job.kinds import SPAN, years_in
from agent.job.labels.finding import Finding
from agent.job.limits import partly
from agent.job.reading import Clause, Reading
from agent.job.words import fold, stems

STUDY = re.compile(
    r"\b(?:credits?|classes|courses|modules?|units?|semesters?|terms?|certificate|diploma|degree|program(?:me)?|studies|master's|bachelor's|postgraduate|studium|études|estudios)\b"
)
BRIEF = re.compile(
    r"\b(?:(?:\w+|\d+)[- ](?:day|hour|week|evening)s?|afternoon|morning|webinars?|workshops?|seminars?|weekends?|lunchtime|demo|open day)\b"
)
"""Too short to be a part of a degree."""
SHORT_COURSE = re.compile(
    r"\bor (?:an? |the )?(?:\w+ )?(short course|course|certificate|training|program(?:me)?|apprenticeship)\b"
)
EITHER = re.compile(r",?\s+(?:or|oder|ou|o)\s+(?=(?:an? |the )?[^\s,]+)")
OF_WHAT = re.compile(r"\s*,?\s*(?:of|in|von|de)\s+(?P<topic>(?!the\b)[a-z].*)$", re.IGNORECASE)


def label_begun(asked: Sequence[str], reading: Reading) -> Finding | None:
    """Partial by an unfinished study that names the field asked for, whatever its level; `asked` are the stems of the field."""
    for clause in reading.clauses:
        line = fold(clause.line)
        if clause.section in {"work", "volunteer", "skills", "languages"} or not STUDY.search(line):
            continue
        if not partly(clause.line) or BRIEF.search(line):
            continue
        if any(one[:FAMILY] == other[:FAMILY] for one in asked for other in stems(line) if len(one) > SHORTEST):
            return Finding("partial", (clause,), note="Begun, and not finished by the resume.")
    return None


FAMILY, SHORTEST = 6, 3


def label_short(folded: str, fits: Callable[[Clause], bool], reading: Reading) -> Finding | None:
    """Met where the posting also takes a shorter study and a finished line of schooling names one of that kind."""
    found = SHORT_COURSE.search(folded)
    if not found:
        return None
    kind = re.compile(rf"\b{re.escape(found.group(1))}s?\b")
    for clause in reading.clauses:
        line = fold(clause.line)
        if clause.section in {"work", "volunteer", "skills", "languages"} or not kind.search(line):
            continue
        named = found.group(1) == "short course" or fits(clause)
        if named and not partly(line.replace(found.group(1), "")):
            return Finding("met", (clause,), wording="other")
    return None


def alternatives_of(text: str) -> list[tuple[str, str]]:
    """The degree and the years of each choice of "an MS with 3+ years, or a BS with 5+ years, of laboratory work"."""
    merged: list[str] = []
    for part in EITHER.split(text):
        if not merged or HELD.search(fold(part)):
            merged.append(part)
        elif ONLY_YEARS.match(fold(part)):
            return []
        else:
            merged[-1] = f"{merged[-1]} or {part}"
    if len(merged) < 2 or not any(years_in(part) for part in merged) or not HELD.search(fold(merged[0])):
        return []
    if not all(years_in(part) for part in merged) and not re.search(r",\s+(?:or|oder|ou|o)\s", text):
        return []
    topic = next((found.group("topic") for part in reversed(merged) if (found := topic_after_years(part))), "")
    return [(degree_of(part), years_of(part, topic)) for part in merged]


HELD = re.compile(
    r"\b(?:b\.?s\.?c?|b\.?a|m\.?s\.?c?|m\.?a|ph\.?d|bachelor\S*|master\S*|doctorate|degree|diploma|associate\S*|hnd|hnc|licence|grado|máster|ausbildung|studium)\b"
)
ONLY_YEARS = re.compile(r"(?:at least |an? )?(?:\w+|\d+\+?) (?:more |additional |further |extra )?years?\b")


def topic_after_years(part: str) -> re.Match[str] | None:
    span = SPAN.search(fold(part))
    return OF_WHAT.match(fold(part)[span.start("rest") :]) if span else None


def degree_of(part: str) -> str:
    """The part before its years: "a BS" of "a BS with 5+ years"."""
    span = SPAN.search(fold(part))
    kept = re.sub(r"^(?:an? |the )", "", fold(part)[: span.start()] if span else fold(part))
    return re.sub(r"\s*(?:with|and|plus|mit|avec|con|\+)?\s*(?:at least|a minimum of|mindestens|over)?\s*$", "", kept)


def years_of(part: str, topic: str) -> str:
    span = SPAN.search(fold(part))
    if not span:
        return ""
    told = fold(part)[span.start() :].strip(" ,")
    return told if OF_WHAT.search(fold(part)[span.start("rest") :]) or not topic else f"{told} of {topic}"


def both(degree: Finding, years: Finding | None) -> Finding:
    """The lesser of two findings that must both be there, with the lines of both."""
    if years is None:
        return degree
    order = {"missing": 0, "partial": 1, "met": 2}
    lesser = min((degree, years), key=lambda each: order[each.label])
    if lesser.label == "missing" and max(order[degree.label], order[years.label]):
        return replace(lesser, clauses=(degree.clauses + years.clauses)[:2])
    return replace(lesser, clauses=(degree.clauses + years.clauses)[:4])
