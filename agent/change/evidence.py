"""What the gate may rely on: every visible line of the resume and every fact the person gave."""

from __future__ import annotations

from collections.abc import Iterable

from agent.change.model import EvidenceLine, Fact
from agent.resume.lines import addresses
from agent.resume.model import Resume


def evidence_lines(resume: Resume, facts: Iterable[Fact] = ()) -> list[EvidenceLine]:
    """Lines and facts with the entry each belongs to. A no gives no evidence; hidden text is none."""
    name = [EvidenceLine(ref="basics.name", text=resume.basics.name, section="basics")] if resume.basics.name else []
    lines = [
        EvidenceLine(ref=each.id, text=each.text, entry=each.entry, section=each.section) for each in addresses(resume)
    ]
    said = [
        EvidenceLine(
            ref=fact.id,
            text=_said(fact),
            source="fact",
            entry=fact.entry,
            section=fact.entry.rsplit(".", 1)[0] if fact.entry else "",
        )
        for fact in facts
        if fact.answer != "no" and fact.statement.strip()
    ]
    return name + lines + said


def _said(fact: Fact) -> str:
    """The statement; with its question where a yes says "it" of the one thing that was asked."""
    if fact.answer != "yes" or len(fact.terms) != 1 or fact.terms[0].casefold() in fact.statement.casefold():
        return fact.statement
    return f"Question: {fact.requirement or fact.question} Answer: {fact.statement}"
