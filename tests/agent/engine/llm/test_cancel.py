"""Stopping: the connection closes at once, nothing comes after, nothing is left behind."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from agent.engine.llm.engine import LlmEngine
from agent.engine.llm.settings import LlmSettings
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
    ("behaviour", "sent"),
    [(slow(30), 1), (answer("x" * 4000, pause=0.2), 1)],
    ids=["before the first byte", "in the middle of the stream"],
)
async def test_a_cancelled_call_closes_its_connection(
    settings: LlmSettings, model: ScriptedModel, task: Task, memo: ListMemo, behaviour: Behaviour, sent: int
) -> None:
    model.always(behaviour)
    engine = LlmEngine(settings.model_copy(update={"timeout_s": 30.0}), memo)
    tasks, threads = asyncio.all_tasks(), threading.active_count()
    running = asyncio.create_task(engine.letter(task))
    await until(lambda: len(model.calls) == sent)
    await asyncio.sleep(0.1)
    cancelled = time.time()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert time.time() - cancelled < BOUND_S
    await until(lambda: model.calls[0].ended is not None)
    closed = model.calls[0].closed_by_client
    assert closed is not None
    assert closed - cancelled < BOUND_S
    assert asyncio.all_tasks() == tasks
    assert threading.active_count() == threads
    await asyncio.sleep(0.2)
    assert len(model.calls) == sent
    assert not memo.kept


async def test_cancelling_all_parts_at_once(
    settings: LlmSettings, model: ScriptedModel, task: Task, many_entries: Callable[[int], Resume]
) -> None:
    model.always(slow(30))
    engine = LlmEngine(settings.model_copy(update={"timeout_s": 30.0}))
    tasks = asyncio.all_tasks()
    running = asyncio.create_task(engine.propose(replace(task, resume=many_entries(7))))
    await until(lambda: model.open == 4)
    cancelled = time.time()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    await until(lambda: model.open == 0)
    assert all(call.closed_by_client and call.closed_by_client - cancelled < BOUND_S for call in model.calls)
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
