"""What the gate may rely on: every visible line of the resume and every fact the person gave."""

from __future__ import annotations

from collections.abc import Iterable

from agent.change.model import EvidenceLine
from agent.job.model import Fact
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
            text=fact.statement,
            source="fact",
            entry=fact.entry,
            section=fact.entry.rsplit(".", 1)[0] if fact.entry else "",
        )
        for fact in facts
        if fact.answer != "no" and fact.statement.strip()
    ]
    return name + lines + said
