"""Stopping: the connection closes at once, nothing comes after, nothing is left behind."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from agent.engine.llm.engine import LlmEngine
from agent.engine.port import Task
from agent.resume.model import Resume
from tests.agent.engine.llm.conftest import ListMemo
from tests.scripted_model import Behaviour, ScriptedModel, answer, slow, status

BOUND_S = 0.25


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not true():  # the server runs in a thread, there is no event to wait for
            await asyncio.sleep(0.005)


@pytest.mark.parametrize(
    "behaviour",
    [slow(30), answer("x" * 40_000, pause=0.2)],
    ids=["before the first byte", "in the middle of the stream"],
)
async def test_a_cancelled_call_closes_its_connection(
    engine: LlmEngine, model: ScriptedModel, task: Task, memo: ListMemo, behaviour: Behaviour
) -> None:
    model.always(behaviour)
    tasks, threads = asyncio.all_tasks(), threading.active_count()
    delays = []
    for place in range(3):
        running = asyncio.create_task(engine.letter(task))
        await until(lambda: len(model.calls) == place + 1)  # noqa: B023  # awaited before the loop goes on
        await asyncio.sleep(0.05)
        cancelled = time.time()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        returned = time.time()
        await until(lambda: model.open == 0)
        closed = model.calls[place].closed_by_client
        assert closed is not None
        delays.append(max(closed, returned) - cancelled)
        assert asyncio.all_tasks() == tasks
        assert threading.active_count() == threads
    assert min(delays) < BOUND_S, "the machine may be busy once, not thrice"
    await asyncio.sleep(0.2)
    assert len(model.calls) == 3
    assert not memo.kept


async def test_cancelling_all_parts_at_once(
    engine: LlmEngine, model: ScriptedModel, task: Task, many_entries: Callable[[int], Resume]
) -> None:
    model.always(slow(30))
    tasks = asyncio.all_tasks()
    running = asyncio.create_task(engine.propose(replace(task, resume=many_entries(7))))
    await until(lambda: model.open == 4)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    await until(lambda: model.open == 0)
    assert all(call.closed_by_client for call in model.calls)
    assert asyncio.all_tasks() == tasks
    await asyncio.sleep(0.2)
    assert len(model.calls) == 4, "those that waited for their turn were never sent"


async def test_cancelling_in_the_pause_before_a_retry(
    engine: LlmEngine, model: ScriptedModel, task: Task, said: list[str]
) -> None:
    model.always(status(429, retry_after=20))
    running = asyncio.create_task(engine.letter(task))
    await until(lambda: bool(said))
    assert said == ["The model is busy, retrying in 20 s (1/5)"]
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    await asyncio.sleep(0.2)
    assert len(model.calls) == 1


async def test_a_finished_call_leaves_no_connection(engine: LlmEngine, model: ScriptedModel, task: Task) -> None:
    await engine.propose(task)
    await until(lambda: model.open == 0)
    await asyncio.sleep(0.05)
    assert not model.handlers, "every connection was closed"
