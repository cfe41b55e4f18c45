"""How much of what is asked is shown: both sides of a trade, as many of a thing, and no part of it denied.

Why apart: the words of the topic are all there; what falls short is a number, a side or a "no".
"""

from __future__ import annotations

import re
from dataclasses import replace

from agent.job.contrasts import sides
from agent.job.labels.finding import Finding, Told
from agent.job.reading import Clause, Reading
from agent.job.words import faint, fold, generic, stem, words

HALF = 0.5
COUNTED = re.compile(
    r"(?<![\w$£€.,/-])(?P<least>\d{1,4})(?: ?(?:to|-|or) ?\d{1,4})?\+? (?P<thing>(?:[a-z-]+ ){0,2}?[a-z]{4,}s)\b"
)
SPELL = re.compile(
    r"\b(?:years?|months?|weeks?|days?|hours?|hrs|minutes?|shifts?|nights?|times|mornings?|evenings?|weekends?|pounds?|lbs|kilos?|miles|tons?|percent|people|staff|am|pm|words|feet|metres|meters|inches|seconds?|others|words|levels|degrees)$"
)
"""What such numbers measure instead of counting things."""
JOINED = re.compile(r"\b(?:and|both|as well as|und|et|y)\b|&")


def denied_part(found: Finding, text: str, told: Told) -> Finding:
    """Partial where the line that shows the rest denies a word that is asked for: "Excel (lists, no formulas)"."""
    if found.label != "met":
        return found
    lines = {clause.line for clause in found.clauses[:1]}
    asked = [stem(word) for word in words(text)]
    mattering = {key for key in asked if key not in faint() | generic()}
    if len(mattering) < 2:
        return found
    beside = [clause for clause in told.reading.clauses if clause.line in lines]
    for key in mattering:
        places = [(clause, clause.stems[key]) for clause in beside if key in clause.stems]
        if places and all(is_denied(clause, at) for clause, at in places) and not stands_elsewhere(key, told.reading):
            return replace(found, label="partial", note="The resume limits this itself.")
    return found


def stands_elsewhere(key: str, reading: Reading) -> bool:
    return any(key in clause.stems and not is_denied(clause, clause.stems[key]) for clause in reading.clauses)


def is_denied(clause: Clause, at: int) -> bool:
    """Whether the very word is denied; "no missed deadlines" denies no deadlines."""
    return at > 0 and clause.words[at - 1] in NO


NO = frozenset({"no", "not", "without", "never", "nor", "kein", "keine", "keinen", "ohne", "sans", "sin"})


def both_sides(found: Finding, text: str, told: Told) -> Finding:
    """Partial where both sides of a trade are asked for, residential and commercial, and the resume tells of one."""
    folded = fold(text)
    if found.label != "met" or not JOINED.search(folded):
        return found
    for one, other in sides():
        if one.search(folded) and other.search(folded):
            shown = [bool(each.search(told.reading.text)) for each in (one, other)]
            if shown.count(True) == 1:
                return replace(found, label="partial", note="Only a part of this is shown.")
    return found


def as_many(found: Finding, text: str, told: Told) -> Finding:
    """Partial where the lines that show a thing count less than half of the things asked for: 12 of 60 rooms."""
    if found.label != "met":
        return found
    for match in COUNTED.finditer(fold(text)):
        thing = match.group("thing")
        if SPELL.search(thing):
            continue
        counted = counts_of(stem(thing.split()[-1]), told.reading)
        if counted and max(counted) < HALF * int(match.group("least")):
            return replace(found, label="partial", note="The numbers in the resume are smaller.")
    return found


def counts_of(key: str, reading: Reading) -> list[int]:
    """How many of a thing the lines of work tell, each time that they do."""
    found: list[int] = []
    for clause in reading.clauses:
        if clause.section == "work" and key in clause.stems:
            found += [
                int(match.group("least"))
                for match in COUNTED.finditer(fold(clause.text).replace(",", ""))
                if stem(match.group("thing").split()[-1]) == key
            ]
    return found
