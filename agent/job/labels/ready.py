"""When and under what strain work is done: a resume shows it by work that was so, or by saying so, never by a hobby."""

from __future__ import annotations

import re
from functools import cache

from agent.job.labels.finding import GAP, Finding
from agent.job.lexicon import pattern, table
from agent.job.reading import Clause, Reading
from agent.job.words import fold

WEIGHT = re.compile(r"\b(\d{2,3})[ -]?(?:\+ ?)?(lb|lbs|pounds?|kg|kilos?|kilogramm|kilogrammes?)\b")
IN_KILOGRAMS = 0.4536
DONE = {"work", "volunteer"}
HOURS = frozenset(("nights", "evenings", "mornings", "shifts"))
SHORT = 16
NEARLY = 0.95
EASY = 27.5
"""Kilograms that whoever lifts and carries at work is taken to lift, though no weight is written."""


def asks_readiness(text: str) -> bool:
    """Whether the text names a time of work or a strain that we know; else its words decide."""
    return bool(topics_in(fold(text)) or weight_in(fold(text)))


def label_ready(text: str, reading: Reading) -> Finding:
    """Met when a line shows every time or strain that is asked for, partial when some, missing when none."""
    asked = topics_in(fold(text))
    weight = weight_in(fold(text))
    if weight and "lifting" not in asked:
        asked.append("lifting")
    if len(asked) > 1 and "standing" in asked:
        asked.remove("standing")  # nobody writes that they stand; the rest of what is asked tells of it
    shown: dict[str, tuple[Clause, bool]] = {}
    for topic in asked:
        for clause in reading.clauses:
            found = shows(topic, clause, weight)
            if found is not None and (topic not in shown or (found and not shown[topic][1])):
                shown[topic] = (clause, found)
    clauses = tuple(dict.fromkeys(clause for clause, _ in shown.values()))
    if not clauses:
        return GAP
    if len(shown) == len(asked) and all(whole for _, whole in shown.values()):
        return Finding("met", clauses[:3])
    return Finding("partial", clauses[:3], note="Only a part of this is shown.")


def shows(topic: str, clause: Clause, weight: float) -> bool | None:
    """Whether a clause shows a topic wholly (True) or in part (False); None where it says nothing of it."""
    folded = fold(clause.text)
    if topic in table("ready")["willing"]["times"] and ready_pattern("willing", "always").search(folded):
        return True
    if topic in HOURS and ready_pattern("willing", "shifts").search(folded):
        return True
    done = clause.section in DONE or clause.source == "fact"
    ready = done or bool(ready_pattern("willing", "words").search(folded))
    carried = weight_in(folded)
    if topic == "lifting" and weight and carried and (ready or topic_pattern(topic).search(folded)):
        return carried >= weight * NEARLY
    match = next((found for name in (topic, *below(topic)) if (found := topic_pattern(name).search(folded))), None)
    titled = clause.header and not (clause.section in DONE and topic in table("ready")["willing"]["times"])
    if match is None or titled or clause.standing(len(folded[: match.start()].split())) == "denied":
        return None
    if topic == "lifting":
        return (weight <= EASY) if ready else (False if clause.section == "certificates" else None)
    if topic in table("ready")["strain"]["topics"]:
        return True if ready else None
    stated = clause.section != "education" and not clause.aside and len(clause.words) <= SHORT
    return True if ready or stated else None


def topics_in(folded: str) -> list[str]:
    """The topics a requirement names; the wider of two that say the same of one shift goes."""
    found = [name for name in table("ready")["topics"] if topic_pattern(name).search(folded)]
    narrow = {name for name in found if name in (*below("shifts"), "on-call")}
    return [name for name in found if not (name == "shifts" and narrow)]


def below(topic: str) -> tuple[str, ...]:
    return tuple(table("ready")["shown_by"].get(topic, ()))


def weight_in(folded: str) -> float:
    """The greatest weight named, in kilograms; 0 where there is none."""
    return max(
        (float(number) * (1.0 if unit.startswith("k") else IN_KILOGRAMS) for number, unit in WEIGHT.findall(folded)),
        default=0.0,
    )


@cache
def topic_pattern(name: str) -> re.Pattern[str]:
    return pattern(tuple(table("ready")["topics"][name]))


@cache
def ready_pattern(section: str, key: str) -> re.Pattern[str]:
    return pattern(tuple(table("ready")[section][key]))
