"""What each change alone would do to the match."""

from __future__ import annotations

from agent.change.apply import apply
from agent.change.model import Change
from agent.engine.port import Task
from agent.errors import ChangeError
from agent.job.match import match
from agent.resume.lines import addresses

_MOST_WORK = 5_000
"""Requirements times lines up to which each change is matched by itself; beyond, only the whole is."""


def with_effects(task: Task, changes: list[Change]) -> list[Change]:
    """The changes with `score_effect`: points (0 to 100) the score moves when only that one is accepted.

    A resume or posting far longer than usual leaves them 0: matching it once for each change would take minutes.
    """
    if len(task.report.requirements) * sum(1 for _ in addresses(task.resume)) > _MOST_WORK:
        return changes
    return [change.model_copy(update={"score_effect": effect_of(task, change)}) for change in changes]


def effect_of(task: Task, change: Change) -> float:
    try:
        result = apply(task.resume, [change.model_copy(update={"state": "accepted"})])
    except ChangeError:
        return 0.0
    return round(match(task.report.requirements, result, task.facts).score - task.report.score, 2)
