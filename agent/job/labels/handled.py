"""Papers and goods that only passed through somebody's hands: who scanned contracts has drafted none."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from agent.job.labels.finding import GAP, Finding, Told
from agent.job.lexicon import table
from agent.job.reading import Clause
from agent.job.words import stem, words


def handled(found: Finding, text: str, told: Told) -> Finding:  # noqa: ARG001 - all rules are called alike
    """Missing where a making is asked for and all that the lines tell of the thing is that it was handled."""
    asked = {stem(word) for word in words(text)} & stems_of("making")
    if not asked or not found.clauses or found.label != "met":
        return found
    if all(is_handling(clause) and not asked & clause.stems.keys() for clause in found.clauses):
        return replace(GAP, missing="unsaid", clauses=found.clauses[:1])
    return found


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
