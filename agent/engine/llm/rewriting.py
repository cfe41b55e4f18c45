"""Proposals of the model: all parts at once, so that the whole takes about as long as its slowest call."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from agent.change.model import Change
from agent.engine.llm import blocks
from agent.engine.llm.answers import RewriteAnswer, SkillsAnswer, SummaryAnswer
from agent.engine.llm.candidates import Sources, clean, from_answer
from agent.engine.llm.parts import Part, plan
from agent.engine.llm.speech import Speech
from agent.engine.port import Report, Task
from agent.errors import ModelError
from agent.pace import off_the_loop
from agent.resume.lines import addresses, find_entry

T = TypeVar("T")
R = TypeVar("R")
SHAPES: dict[str, type[RewriteAnswer | SummaryAnswer | SkillsAnswer]] = {
    "rewrite": RewriteAnswer,
    "summary": SummaryAnswer,
    "skills": SkillsAnswer,
}


async def propose(speech: Speech, task: Task, report: Report | None) -> list[Change]:
    """Candidates of all parts, those that serve most requirements first, with ids."""
    if (own := by_the_persons_word(task)) is not None:
        return numbered(own, task)
    parts = plan(task, most=2 * speech.client.settings.concurrency)
    found = await for_all(parts, lambda part: rewrite(speech, task, part), named, report)
    return numbered(best_first([change for changes in found for change in changes], task), task)


async def rewrite(speech: Speech, task: Task, part: Part) -> list[Change]:
    answer = await speech.ask(
        part.prompt, blocks.for_part(task, part), SHAPES[part.prompt], language=task.language, intensity=task.intensity
    )
    return await off_the_loop(from_answer, answer, part, task)


def named(part: Part) -> str:
    return (
        f"{part.title} ({'; '.join(part.headers)})" if part.headers and part.section != part.holders[0] else part.title
    )


async def for_all(
    things: Sequence[T], work: Callable[[T], Awaitable[R]], name: Callable[[T], str], report: Report | None
) -> list[R]:
    """The results of `work` on all things at the same time; of the failed ones the person is told.

    Raises the first ModelError when all failed.
    """
    failures: list[tuple[T, ModelError]] = []

    async def one(thing: T) -> R | None:
        try:
            return await work(thing)
        except ModelError as error:
            failures.append((thing, error))
            return None

    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one(thing)) for thing in things]
    except BaseExceptionGroup as errors:
        raise errors.exceptions[0] from None
    failed = {id(thing) for thing, _ in failures}
    if failures and len(failed) == len(things):
        raise failures[0][1]
    for thing, error in failures:
        if report is not None:
            await report(f"Left as it is: {name(thing)}. {error}")
    return [task.result() for thing, task in zip(things, tasks, strict=True) if id(thing) not in failed]  # type: ignore[misc]  # only a failed one has no result


def by_the_persons_word(task: Task) -> list[Change] | None:
    """What the person asks for so exactly that there is nothing to think about; None when a model is needed."""
    asked = task.instruction
    line = next((each for each in addresses(task.resume) if asked and each.id == asked.line_id), None)
    if asked is None or not asked.line_id:
        return None
    said = [fact.id for fact in task.facts if asked.text and asked.text in (fact.said, fact.statement)]
    evidence = Sources(task).evidence(said)
    text = clean(asked.text, asked.text, 1000)
    if line is not None and line.kind not in {"header", "basics"}:
        change = Change(
            id="", kind="remove", section=line.section, line_id=line.id, before=line.text, reason="As you asked"
        )
        if asked.kind == "remove":
            return [change]
        if asked.kind == "reword" and text:
            return [change.model_copy(update={"kind": "reword", "after": text, "evidence": evidence})]
    if asked.kind == "add" and text and (entry := find_entry(task.resume, line.entry if line else asked.line_id)):
        section = entry.id.split(".")[0]
        return [
            Change(
                id="",
                kind="add",
                section=section,
                line_id=entry.id,
                after=text,
                reason="As you asked",
                evidence=evidence,
            )
        ]
    return None


def best_first(changes: list[Change], task: Task) -> list[Change]:
    required = {each.id for each in task.report.requirements if each.priority == "required"}
    return sorted(
        changes, key=lambda change: (-len(required.intersection(change.requirement_ids)), -len(change.requirement_ids))
    )


def numbered(changes: list[Change], task: Task) -> list[Change]:
    return [change.model_copy(update={"id": f"c{task.turn}.{place}"}) for place, change in enumerate(changes, 1)]
