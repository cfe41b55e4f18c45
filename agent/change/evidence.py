"""What the gate may rely on: every visible line of the resume and every fact the person gave."""

from __future__ import annotations

import re
from collections.abc import Iterable

from agent.change.model import EvidenceLine, Fact
from agent.resume.lines import addresses
from agent.resume.model import Resume

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ISO = re.compile(r"(?<![\d-])((?:19|20)\d\d)-(0[1-9]|1[0-2])(?:-[0-3]\d)?(?![\d-])")


def evidence_lines(resume: Resume, facts: Iterable[Fact] = ()) -> list[EvidenceLine]:
    """Lines and facts with the entry each belongs to. A no gives no evidence; hidden text is none."""
    name = [EvidenceLine(ref="basics.name", text=resume.basics.name, section="basics")] if resume.basics.name else []
    lines = [
        EvidenceLine(
            ref=each.id,
            text=_spelled(each.text) if each.kind == "header" else each.text,
            entry=each.entry,
            section=each.section,
        )
        for each in addresses(resume)
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


def _spelled(header: str) -> str:
    """ISO dates of an entry as people write them: `2021-03-01` is `Mar 2021`."""
    return _ISO.sub(lambda date: f"{_MONTHS[int(date[2]) - 1]} {date[1]}", header)


def _said(fact: Fact) -> str:
    """The statement; with its question where a yes says "it" of the one thing that was asked."""
    if fact.answer != "yes" or len(fact.terms) != 1 or fact.terms[0].casefold() in fact.statement.casefold():
        return fact.statement
    return f"Question: {fact.requirement or fact.question} Answer: {fact.statement}"
