"""What only passed through somebody's hands, or was done in somebody's place: who scanned contracts has drafted none."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from agent.job.labels.finding import GAP, Finding, Told
from agent.job.lexicon import table
from agent.job.limits import limit_pattern
from agent.job.reading import Clause
from agent.job.wording import verbs
from agent.job.words import fold, stem, words


def handled(found: Finding, text: str, told: Told) -> Finding:  # noqa: ARG001 - all rules are called alike
    """Missing where a making is asked for and all that the lines tell of the thing is that it was handled."""
    asked = {stem(word) for word in words(text)} & stems_of("making")
    if not asked or not found.clauses or found.label != "met":
        return found
    if all(is_handling(clause) and not asked & clause.stems.keys() for clause in found.clauses):
        return replace(GAP, missing="unsaid", clauses=found.clauses[:1])
    return found


def deputised(found: Finding, text: str, told: Told) -> Finding:  # noqa: ARG001 - all rules are called alike
    """Partial where a duty is shown by nothing but standing in for whoever has it."""
    folded = fold(text)
    if found.label != "met" or not (CHARGE.match(folded) or is_deed(text)) or ABSENCE.search(folded):
        return found
    first = next((clause for clause in found.clauses if not clause.header), None)
    if first is None or not limit_pattern("deputised").search(fold(first.text)):
        return found
    return replace(found, label="partial", note="The resume limits this itself.")


def is_deed(text: str) -> bool:
    return (words(text) or [""])[0] in verbs()


CHARGE = re.compile(r"(?:full |sole |overall )?(?:charge of|responsib\w+|ownership of|in charge)\b")
ABSENCE = re.compile(
    r"\b(?:deput\w+|assist\w*|absen\w+|cover\w*|relie\w+|stand[- ]in|with and without|without (?:her|him|them|the)|away|holidays?|second)\b"
)
"""A posting that asks for no more than that."""


def is_handling(clause: Clause) -> bool:
    first = clause.words[:2]
    return (
        clause.section == "work"
        and not clause.header
        and bool(first)
        and stem(first[0]) in stems_of("handling")
        and first[1:] not in (["out"], ["on"])
    )


@cache
def stems_of(key: str) -> frozenset[str]:
    return frozenset(stem(word) for word in table("needs")["handled"][key])
