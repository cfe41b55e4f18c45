"""Years of experience in something, from the dates of the roles that show it."""

from __future__ import annotations

from datetime import date

from agent.job.labels.finding import GAP, Finding
from agent.job.meaning import nearness
from agent.job.model import Requirement
from agent.job.reading import Clause, Reading
from agent.job.tenure import MANAGING, span_in, span_of, stated_years, topic_of, total, works
from agent.job.units import WEIGHT_WORD, Unit, show, units_of
from agent.job.words import fold
from agent.resume.model import Work

SLACK_MONTHS = 1
NEAR_TITLE = 0.5


def label_years(requirement: Requirement, reading: Reading, today: date) -> Finding:
    """Met when the months of the roles in the topic reach what is asked, partial when there are some."""
    needed = round((requirement.years or 0) * 12) - SLACK_MONTHS
    topic = topic_units(requirement.text)
    manages = bool(MANAGING.search(fold(requirement.text)))
    spans: list[tuple[int, int]] = []
    shown: list[Clause] = []
    for entry in works(reading.resume):
        span = span_of(entry, today)
        clauses = [clause for clause in reading.clauses if clause.entry == entry.id]
        if is_in(topic, entry, clauses, manages=manages):
            if span:
                spans.append(span)
            shown += [clause for clause in clauses if clause.header][:1]
    if not works(reading.resume):
        for clause in reading.clauses:
            loose = span_in(clause.line, today)
            if loose and (not topic or show(topic, clause).share >= 0.5):
                spans.append(loose)
                shown.append(clause)
    have = total(spans)
    told = [
        clause
        for clause in reading.clauses
        if (stated_years(clause.text) or 0) * 12 >= needed and (not topic or show(topic, clause).share >= 0.5)
    ]
    note = f"{have // 12} years {have % 12} months by the dates of these roles." if have else ""
    if have >= needed or told:
        return Finding("met", tuple(dict.fromkeys([*shown, *told]))[:4], note=note)
    if shown:
        return Finding("partial", tuple(dict.fromkeys(shown))[:4], note=note)
    hints = [clause for clause in reading.clauses if topic and show(topic, clause).share >= 0.6]
    if hints:
        return Finding("partial", tuple(hints[:2]), note="Shown, but no role with dates tells for how long.")
    return GAP


def topic_units(text: str) -> tuple[Unit, ...]:
    return units_of(" ".join(topic_of(text)))


def is_in(topic: tuple[Unit, ...], entry: Work, clauses: list[Clause], *, manages: bool) -> bool:
    """Whether a role is in the topic: by its title, by what was done in it, or by a title near in meaning."""
    strong = [unit for unit in topic if unit.weight >= WEIGHT_WORD]
    if not strong and not manages:
        return True
    if manages and not any(MANAGING.search(fold(clause.text)) for clause in clauses if clause.header):
        return False
    headers = [clause for clause in clauses if clause.header]
    if not strong or any(show(topic, clause).share >= 0.5 for clause in headers):
        return True
    body = [clause for clause in clauses if not clause.header]
    if sum(show(tuple(strong), clause).share >= 0.5 for clause in body) >= 1:
        return True
    return nearness(" ".join(unit.key for unit in topic), fold(entry.position)) >= NEAR_TITLE
