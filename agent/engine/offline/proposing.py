"""All that the offline engine proposes for a task, best first."""

from __future__ import annotations

from dataclasses import replace

from agent.change.judging import judge
from agent.change.language.tokens import guess_language
from agent.change.model import Change
from agent.engine.offline.answers import answered
from agent.engine.offline.effect import with_effects
from agent.engine.offline.instructions import instructed
from agent.engine.offline.order import ordered
from agent.engine.offline.proposal import was_refused
from agent.engine.offline.skills import lifted, reordered
from agent.engine.offline.summary import summarised
from agent.engine.offline.terms import term_changes
from agent.engine.port import Task
from agent.resume.lines import addresses

FOLLOWED = ("add", "remove", "reword", "move", "shorten", "emphasise", "fact")
"""The instructions that ask for changes of their own; any other leads to the full tailoring."""


def propose(task: Task) -> list[Change]:
    """The changes that pass the gate. The person's own words are kept in any case: a doubt there becomes a question."""
    text = task.posting.description
    sound = [
        change
        for change in candidates(task)
        if change.by == "person"
        or _from_answer(change)
        or judge(change, task.resume, task.facts, text).state != "blocked"
    ]
    return with_effects(task, sound)


def candidates(task: Task) -> list[Change]:
    """Everything the rules find, before any gate; nothing twice, nothing the person refused."""
    task = in_its_language(task)
    if task.instruction and task.instruction.kind in FOLLOWED:
        found = instructed(task)
    else:
        terms = term_changes(task)
        groups = {change.line_id for change in terms}
        found = [*answered(task), *terms, *lifted(task), *summarised(task), *reordered(task, groups), *ordered(task)]
    unique = {
        change.id: change
        for change in found
        if not was_refused(task, change) and not (change.kind == "reword" and change.before == change.after)
    }
    return list(unique.values())


def in_its_language(task: Task) -> Task:
    """The task in the resume's own language, read from its words where nobody said which it is."""
    if task.resume.language or task.language != "en":
        return task
    text = " ".join(each.text for each in addresses(task.resume))
    return replace(task, language=guess_language(text, "en"))


def _from_answer(change: Change) -> bool:
    return any(each.source == "fact" for each in change.evidence)
