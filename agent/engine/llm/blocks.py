"""What is shown to the model, as blocks of data. Contact data, hidden text and other people's references are left out."""

from __future__ import annotations

from collections.abc import Iterable

from agent.engine.llm.parts import Part
from agent.engine.llm.prompts import one_line
from agent.engine.llm.shown import shareable
from agent.engine.port import Task
from agent.job.model import Fact
from agent.resume.lines import Address

MOST_REQUIREMENTS = 60
MOST_FACTS = 60
MOST_LINES = 250


def listed(lines: Iterable[Address]) -> str:
    return "\n".join(f"[{line.id}] {one_line(line.text)}" for line in list(lines)[:MOST_LINES])


def usable(facts: Iterable[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.statement and fact.answer != "no"][-MOST_FACTS:]


def stated(facts: Iterable[Fact]) -> str:
    return "\n".join(f"[{fact.id}] {one_line(fact.statement)}" for fact in facts)


def asked_for(task: Task) -> str:
    """Each requirement with its priority and how the resume meets it; a gap is named a gap."""
    rows = []
    for requirement in task.report.requirements[:MOST_REQUIREMENTS]:
        match = task.report.match_of(requirement.id)
        met = "" if match is None else f", {match.label}"
        if match is not None and match.label == "missing":
            met = ", not said yet" if match.missing == "unsaid" else ", gap"
        rows.append(f"[{requirement.id}] ({requirement.priority}{met}) {one_line(requirement.text, 300)}")
    return "\n".join(rows)


def refused(task: Task, part: Part) -> str:
    held = [change for change in task.rejected if part.holds(change.line_id)]
    return "\n".join(
        f"[{change.line_id}] {one_line(change.after or ', '.join(change.items or []))}" for change in held[-20:]
    )


def wished(task: Task) -> str:
    if task.instruction is None or task.instruction.kind == "tailor":
        return ""
    asked = task.instruction
    about = [
        f"what: {asked.kind}",
        asked.target and f"about: {one_line(asked.target, 500)}",
        asked.text and f"words: {one_line(asked.text)}",
    ]
    return "\n".join([each for each in about if each] + ([f"line: {asked.line_id}"] if asked.line_id else []))


def for_part(task: Task, part: Part) -> dict[str, str]:
    """The blocks of one rewriting call."""
    facts = [fact for fact in usable(task.facts) if part.prompt != "rewrite" or fact.entry in part.holders]
    blocks = {
        "header": "\n".join(map(one_line, part.headers)),
        "lines": listed(part.lines),
        "requirements": asked_for(task),
    }
    if part.prompt != "rewrite":
        own = {line.id for line in part.lines}
        blocks["resume"] = listed(line for line in shareable(task.resume) if line.id not in own)
    return blocks | {"statements": stated(facts), "refused": refused(task, part), "wish": wished(task)}


def for_letter(task: Task) -> dict[str, str]:
    job = [task.posting.title, task.posting.company, task.posting.location]
    return {
        "job": "\n".join(one_line(each, 300) for each in job if each),
        "requirements": asked_for(task),
        "resume": listed(shareable(task.resume)),
        "statements": stated(usable(task.facts)),
        "wish": wished(task),
    }
