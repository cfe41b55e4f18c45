"""A model that lies in every field of every section, in front of the gate: none of its words gets through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from agent.change.judging import judge
from agent.change.model import Change
from agent.engine.llm.engine import LlmEngine
from agent.engine.port import Task
from agent.job.model import Fact
from tests.scripted_answers import LIE_WORDS, LIES
from tests.scripted_model import ScriptedModel, lie


def judged(changes: Sequence[Change], task: Task) -> list[Change]:
    posting = f"{task.posting.title}\n{task.posting.company}\n{task.posting.description}"
    return [judge(change, task.resume, task.facts, posting) for change in changes]


def lies_in(changes: Sequence[Change]) -> list[str]:
    return [
        f"{change.id}: {change.after}"
        for change in changes
        if any(word in f"{change.after} {change.items}" for word in LIE_WORDS)
    ]


@pytest.mark.parametrize("what", ["all", *LIES])
async def test_no_lie_passes_the_gate_also_after_two_repairs(
    engine: LlmEngine, model: ScriptedModel, task: Task, what: str
) -> None:
    told = replace(task, facts=[Fact(id="f1", said="AWS", statement="Used AWS for bookings.", entry="work.1")])
    model.always(lie(what))
    candidates = await engine.propose(told)
    assert lies_in(candidates), "the model did lie"
    passed = judged(candidates, told)
    for _ in range(2):
        blocked = [change for change in passed if change.state == "blocked"]
        assert blocked
        mended = {
            change.id: change
            for change in judged(await engine.repair(told, blocked), told)
            if change.state == "proposed"
        }
        passed = [mended.get(change.id, change) for change in passed]
    assert lies_in([change for change in passed if change.state == "proposed"]) == []


async def test_an_honest_model_gets_through(engine: LlmEngine, task: Task) -> None:
    passed = [change for change in judged(await engine.propose(task), task) if change.state == "proposed"]
    assert {change.line_id for change in passed} >= {
        "basics.summary",
        "work.1.h1",
        "work.2.h1",
        "education.1.h1",
        "skills.1",
    }
