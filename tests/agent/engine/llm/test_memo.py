"""No finished call is paid twice, and every call is counted."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from agent.engine.llm.engine import LlmEngine
from agent.engine.llm.settings import LlmSettings
from agent.engine.port import Task
from agent.errors import ModelRejected
from tests.agent.engine.llm.conftest import ListMemo
from tests.scripted_model import ScriptedModel, status


async def test_the_same_work_is_not_asked_for_again(
    settings: LlmSettings, model: ScriptedModel, task: Task, memo: ListMemo
) -> None:
    first = await LlmEngine(settings, memo).propose(task)
    asked = len(model.calls)
    assert asked > 2
    assert first
    assert await LlmEngine(settings, memo).propose(task) == first
    assert len(model.calls) == asked


async def test_after_a_crash_only_the_unfinished_calls_are_made(
    settings: LlmSettings, model: ScriptedModel, task: Task, memo: ListMemo
) -> None:
    model.always(status(401), prompt="skills")
    await LlmEngine(settings, memo).propose(task)
    done = len(memo.kept)
    model.script.rules.clear()
    model.seen.clear()
    await LlmEngine(settings, memo).propose(task)
    assert [call.prompt for call in model.calls] == ["skills"]
    assert len(memo.kept) == done + 1


async def test_another_model_prompt_or_input_is_another_call(
    settings: LlmSettings, model: ScriptedModel, task: Task, memo: ListMemo
) -> None:
    named = settings.model_copy(update={"model": "one"})
    await LlmEngine(named, memo).letter(task)
    await LlmEngine(named.model_copy(update={"model": "two"}), memo).letter(task)
    await LlmEngine(named, memo).letter(replace(task, language="en-GB"))
    await LlmEngine(named, memo).letter(task)
    assert len(model.calls) == 3


async def test_a_kept_answer_that_no_longer_fits_is_asked_for_again(
    engine: LlmEngine, model: ScriptedModel, task: Task, memo: ListMemo
) -> None:
    await engine.letter(task)
    for key in memo.answers:
        memo.answers[key] = {"paragraphs": "from another time"}
    assert await engine.letter(task)
    assert len(model.calls) == 2


async def test_usage_is_kept_with_model_and_prompt(engine: LlmEngine, task: Task, memo: ListMemo) -> None:
    await engine.letter(task)
    (usage,) = memo.kept
    assert (usage.model, usage.input_tokens, usage.output_tokens) == ("scripted", 100, 20)
    name, fingerprint = usage.prompt.split("@")
    assert name == "letter"
    assert len(fingerprint) == 16


async def test_usage_is_nothing_where_the_server_tells_none(
    engine: LlmEngine, model: ScriptedModel, task: Task, memo: ListMemo
) -> None:
    model.script.usage = False
    await engine.letter(task)
    assert (memo.kept[0].input_tokens, memo.kept[0].output_tokens) == (0, 0)


async def test_a_failed_call_is_not_kept(engine: LlmEngine, model: ScriptedModel, task: Task, memo: ListMemo) -> None:
    model.then(status(403))
    with pytest.raises(ModelRejected):
        await engine.letter(task)
    assert not memo.answers


async def test_what_is_kept_holds_no_contact_data(engine: LlmEngine, task: Task, memo: ListMemo) -> None:
    await engine.propose(task)
    text = json.dumps(memo.answers)
    assert "Ilka" not in text
    assert "post.example" not in text
