"""Sums of money that a requirement asks for: "projects above R100 million"."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.job.labels.finding import Finding, Told
from agent.job.reading import Reading
from agent.job.words import fold

MONEY = r"(?P<money>r|a\$|nz\$|c\$|us\$|\$|€|£|chf |eur |aed )\s?(?P<sum>\d+(?:[.,]\d+)*)\s?(?P<scale>k|m|bn|mio|million|billion|thousand)?\b"
SUM = re.compile(rf"(?<!\w){MONEY}")
ABOVE = re.compile(rf"\b(?:above|over|exceeding|more than|at least|upwards of|from) {MONEY}")
SPELL = re.compile(
    r"\b(?:a|per|each|every|in a) (?:month|week|quarter|day|year|quiet)|\b(?:monthly|weekly|yearly|annual)\b"
)
SCALE = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mio": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
OF_SUMS = re.compile(r"\b(?:projects?|budgets?|contracts?|works|jobs|portfolios?|deals?|accounts?|spend|turnover)\b")


def summed(found: Finding, text: str, reading: Reading) -> Finding:
    """Projects or budgets "above R100 million" are shown by work that names as much in the same money."""
    asked = ABOVE.search(fold(text))
    if not asked or not OF_SUMS.search(fold(text)):
        return found
    for clause in reading.clauses:
        if (
            clause.section == "work"
            and clause.standing(0) == "full"
            and any(money == asked.group("money") and sum_ >= amount(asked) for money, sum_ in sums(clause.text))
        ):
            return Finding("met", (clause,), wording="other")
    return found


def fallen_short(found: Finding, text: str, told: Told) -> Finding:
    """Partial where all the sums that the work names are below the one asked for."""
    asked = ABOVE.search(fold(text))
    if not asked or not OF_SUMS.search(fold(text)) or found.label != "met":
        return found
    named = [
        sum_
        for clause in told.reading.clauses
        if clause.section == "work" and not SPELL.search(fold(clause.text))
        for money, sum_ in sums(clause.text)
        if money == asked.group("money")
    ]
    if not named or max(named) >= amount(asked) or SPELL.search(fold(text)):
        return found
    return replace(found, label="partial", note="The sums in the resume are smaller.")


def sums(text: str) -> list[tuple[str, float]]:
    return [(match.group("money"), amount(match)) for match in SUM.finditer(fold(text))]


def amount(match: re.Match[str]) -> float:
    return float(match.group("sum").replace(",", "")) * SCALE.get(match.group("scale") or "", 1.0)
