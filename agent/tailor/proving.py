"""Candidates before the gate, one by one and together: what each alone would leave standing, two together may take away."""

from __future__ import annotations

from contextlib import suppress

from agent.change.apply import apply
from agent.change.judging import judge
from agent.change.model import Change
from agent.engine.port import Engine, Task
from agent.errors import ChangeError
from agent.pace import off_the_loop
from agent.resume.model import Resume

REPAIRS = 2


async def prove(candidates: list[Change], known: list[Change], task: Task, engine: Engine) -> list[Change]:
    """Every candidate judged: proposed, or blocked with what the evidence does not support. The engine may mend the
    blocked ones twice. Candidates for a line that another open change edits are left out.
    """
    judged = await off_the_loop(judge_together, candidates, known, task)
    for _ in range(REPAIRS):
        blocked = [change for change in judged if change.state == "blocked"]
        if not blocked:
            break
        mended = {change.id: change for change in await engine.repair(task, blocked)}
        if not mended:
            break
        again = [mended.get(change.id, change) for change in judged]
        judged = await off_the_loop(judge_together, again, known, task)
    return judged


def judge_together(candidates: list[Change], known: list[Change], task: Task) -> list[Change]:
    """Each candidate alone, then with all that are open or stand before it: accepting everything must be true as well.

    One that is true only alone is left out, not blocked: there is nothing in it to ask about.
    """
    posting = f"{task.posting.title}\n{task.posting.company}\n{task.posting.description}"
    open_ones = [change for change in known if change.state == "proposed"]
    ids = {change.id for change in known}
    taken = {place(change) for change in open_ones}
    draft = task.resume
    for change in open_ones:
        draft = with_change(draft, change)
    kept: list[Change] = []
    for candidate in candidates:
        if candidate.id in ids:
            continue
        alone = judge(candidate, task.resume, task.facts, posting)
        if alone.state == "proposed":
            if place(alone) in taken:
                continue
            if judge(alone, draft, task.facts, posting).state == "blocked":
                continue
            taken.add(place(alone))
            draft = with_change(draft, alone)
        kept.append(alone)
    return kept


def with_change(draft: Resume, change: Change) -> Resume:
    with suppress(ChangeError):
        return apply(draft, [change.model_copy(update={"state": "accepted"})])
    return draft


def place(change: Change) -> tuple[str, str | None]:
    """What a change takes up: its line, or for a new line that very line."""
    return change.line_id, change.after if change.kind == "add" else None
