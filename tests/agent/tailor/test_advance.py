"""A run whose process dies at any of the checkpointer's writes goes on from there: no step lost, none doubled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import ChannelVersions, Checkpoint, CheckpointMetadata
from langgraph.checkpoint.memory import InMemorySaver

from agent.engine.offline.engine import OfflineEngine
from agent.tailor.bench import Bench
from agent.tailor.desk import Decision
from agent.tailor.run import advance
from tests.agent.tailor.memory_desk import MemoryDesk

RESUME = """Ilka Brandt
Berlin, Germany | ilka.brandt@example.org | +49 30 901820

Experience
Backend Developer, Tidewater GmbH, Berlin
Jan 2019 - present
- Built the booking service in Python
- Cut the nightly import from four hours to one

Education
BSc Computer Science, University of Leeds, 2018

Skills
Python, PostgreSQL
"""
JOB = """Backend Developer
Lantern Ltd, Berlin

What you need
- 3 years of Python
- Experience with Kafka
- Experience with PostgreSQL

What you will do
- Mentor two juniors
"""


class Killed(BaseException):
    """What kill -9 is to a process: nothing after it is carried out."""


class DyingSaver(InMemorySaver):
    """Dies after `left` writes, or in the midst of the one after them, so that it is carried out but nobody knows."""

    def __init__(self) -> None:
        super().__init__()
        self.left = 0

    def strike(self) -> None:
        if self.left <= 0:
            raise Killed
        self.left -= 1

    async def aput(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,
    ) -> RunnableConfig:
        self.strike()
        return await super().aput(config, checkpoint, metadata, new_versions)

    async def aput_writes(
        self, config: RunnableConfig, writes: Sequence[tuple[str, Any]], task_id: str, task_path: str = ""
    ) -> None:
        self.strike()
        await super().aput_writes(config, writes, task_id, task_path)


async def story(desk: MemoryDesk, life: int) -> int:
    """The whole session with processes that live for `life` writes each; how many died."""
    bench, saver = Bench(desk, OfflineEngine()), DyingSaver()
    answers: dict[str, dict[str, Any]] = {}
    deaths = 0

    async def known(ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        return {each: answers[each] for each in ids if each in answers}

    while True:
        saver.left = life
        try:
            waiting = await advance(bench, saver, "run", known, new_turn=False)
        except Killed:
            deaths += 1
            assert deaths < 500, "the run does not get on"
            continue
        if not waiting:
            return deaths
        for card in waiting:
            if card.card["kind"] == "review":
                await desk.decide([Decision(each, "accept") for each in card.card["change_ids"]])
                answers[card.interrupt_id] = {"text": ""}
            else:
                answers[card.interrupt_id] = {"text": "Yes, for two years at Tidewater", "skip_all": False}


def outcome(desk: MemoryDesk) -> tuple[object, ...]:
    facts = [(fact.question, fact.statement) for fact in desk.known_facts]
    changes = [(change.line_id, change.after, change.state) for change in desk.known_changes.values()]
    return desk.said, facts, changes, desk.drafts[-1], len(desk.drafts), len(desk.matches)


@pytest.mark.parametrize("life", [1, 2, 3, 4, 5, 7])
async def test_goes_on_wherever_a_process_died(life: int) -> None:
    undisturbed, wounded = MemoryDesk(RESUME, JOB), MemoryDesk(RESUME, JOB)
    assert await story(undisturbed, 10_000) == 0
    assert undisturbed.known_facts
    assert undisturbed.known_changes
    assert await story(wounded, life) > 3
    assert outcome(wounded) == outcome(undisturbed)
