"""How far a clause of a resume stands behind what it names: fully, partly ("currently learning") or not at all ("never")."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from agent.job.lexicon import pattern, table
from agent.job.words import fold, words

Standing = Literal["full", "partial", "denied"]
ALIKE = re.compile(
    r"not only|no small|no stranger|no later than|no less than|not just|no fewer|nicht nur|non seulement|no solo|no sólo|without incident|no lost"
)
REACH_BEFORE = 6
REACH_AFTER = 4


def partly(text: str) -> bool:
    return bool(partly_pattern().search(fold(text)))


def denies(text: str, at: int) -> bool:
    """Whether the word at index `at` of `words(text)` is denied: "I do not hold a licence", "Forklift: none"."""
    folded = fold(text)
    if ALIKE.search(folded):
        return False
    split = words(text)
    before = " ".join(split[max(0, at - REACH_BEFORE) : at])
    after = " ".join(split[at + 1 : at + 1 + REACH_AFTER])
    return bool(denied_pattern().search(before)) or bool(
        re.match(r"(?:\w+ )?(?:none|not yet|keine|aucune?|ninguna?)\b", after)
    )


def limits_title(title: str) -> bool:
    return fold(title).strip(" :") in table("limits")["titles"]


@cache
def partly_pattern() -> re.Pattern[str]:
    return pattern(tuple(table("limits")["partly"]))


@cache
def denied_pattern() -> re.Pattern[str]:
    return pattern(tuple(table("limits")["denied"]))
