"""Driving licences: held in whatever words a country has for one ("Full class 1", "Code B, bakkie", "a G licence")."""

from __future__ import annotations

import re
from functools import cache

from agent.job.labels.finding import Finding
from agent.job.lexicon import table
from agent.job.limits import partly
from agent.job.reading import Clause, Reading
from agent.job.words import fold, words

CLASS = re.compile(r"\b(?:class|code|category|cat\.?|klasse|permis) ([a-z0-9]{1,2})\b|\b([a-z])[ -]class\b")
PURPOSE = re.compile(r",? (?:as|because|since|so|for|to|in order)\b(?! (?:class|category)).*$")
"""Why it is asked for."""
LEARNING = re.compile(r"\b(?:restricted|provisional|learner'?s?|learners|suspended|disqualified|revoked|banned)\b")


def asks_driving(text: str) -> bool:
    """Whether a text asks for a licence to drive, perhaps with the car, and for nothing else."""
    folded = PURPOSE.sub("", fold(text))
    if not said("asked", folded):
        return False
    if said("other", folded):
        return bool(classes(folded))
    rest = words(driving("asked").sub(" ", folded))
    return not [word for word in rest if len(word) > 3 and word not in plain()]


def label_driving(text: str, reading: Reading) -> Finding | None:
    """Met by a line that holds one, partial where only a learner's is held or the vehicle is not told; None where nothing is said."""
    folded = PURPOSE.sub("", fold(text))
    wanted = classes(folded)
    best: Finding | None = None
    heavy = said("other", folded)
    for clause in reading.clauses:
        if said("driven", fold(clause.text)) and clause.section == "work" and not heavy and not clause.header:
            best = best or Finding("met", (clause,), wording="other", note="Drives at work.")
            continue
        match = driving("held").search(fold(clause.text))
        other = classes(fold(clause.text))
        if not match or (clause.section in {"work", "volunteer"} and not driving("asked").search(fold(clause.text))):
            continue
        if wanted and other and not wanted & other:
            best = best or Finding("missing", (clause,), "unsaid", note="A licence of another class is there.")
            continue
        if heavy:
            return None
        found = judged(folded, clause, len(words(fold(clause.text)[: match.start()])))
        if found.label == "met":
            return found
        best = found if best is None or best.label == "missing" else best
    return best


def judged(folded: str, clause: Clause, at: int) -> Finding:
    if clause.standing(at) == "denied":
        return Finding("missing", (clause,), "denied", note="The resume says so itself.")
    if LEARNING.search(fold(clause.text)) or partly(clause.text):
        return Finding("partial", (clause,), note="The resume limits this itself.")
    line = fold(clause.line)
    for asked in ("vehicle", "insured"):
        if said(asked, driving("asked").sub(" ", folded)) and not said(asked, line):
            return Finding("partial", (clause,), note="Only a part of this is shown.")
    return Finding("met", (clause,), wording="other")


def classes(folded: str) -> set[str]:
    return {one or other for one, other in CLASS.findall(folded)}


def said(key: str, folded: str) -> bool:
    return bool(driving(key).search(folded))


@cache
def driving(key: str) -> re.Pattern[str]:
    return re.compile("|".join(table("needs")["driving"][key]))


@cache
def plain() -> frozenset[str]:
    return frozenset(table("needs")["driving"]["plain"])
