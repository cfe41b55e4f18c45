"""Every way in which an endpoint misbehaves, over the real client on loopback."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from pydantic import SecretStr

from agent.engine.llm.engine import LlmEngine
from agent.engine.llm.settings import LlmSettings
from agent.engine.llm.trouble import retry_after
from agent.engine.port import Task
from agent.errors import ModelAnswerInvalid, ModelError, ModelRefused, ModelRejected, ModelUnavailable
from tests.agent.engine.llm.conftest import ListMemo
from tests.scripted_model import (
    Behaviour,
    ScriptedModel,
    answer,
    content_filter,
    cut_stream,
    empty,
    huge,
    invalid_json,
    refusal,
    slow,
    status,
    stream_error,
)

PARAGRAPH = {"paragraphs": [{"text": "I would welcome a talk.", "evidence": []}]}


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (status(429, retry_after=0), "The model is busy, retrying (1/5)"),
        (status(500), "The model is busy, retrying (1/5)"),
        (status(502), "The model is busy, retrying (1/5)"),
        (status(503, retry_after=0), "The model is busy, retrying (1/5)"),
        (status(529), "The model is busy, retrying (1/5)"),
        (status(408), "The model is busy, retrying (1/5)"),
        (cut_stream(), "The connection to the model broke, retrying (1/5)"),
        (cut_stream(clean=True), "The connection to the model broke, retrying (1/5)"),
    ],
)
async def test_passing_trouble_is_told_and_tried_again(
    engine: LlmEngine, model: ScriptedModel, task: Task, said: list[str], trouble: Behaviour, sentence: str
) -> None:
    model.then(trouble, answer(PARAGRAPH))
    assert await engine.letter(task) == ["I would welcome a talk."]
    assert said == [sentence]
    assert len(model.calls) == 2


@pytest.mark.parametrize("trouble", [slow(30), answer(PARAGRAPH, pause=30)], ids=["from the start", "half way"])
async def test_silence_is_not_waited_out(
    impatient: LlmEngine, model: ScriptedModel, task: Task, said: list[str], trouble: Behaviour
) -> None:
    model.then(trouble, answer(PARAGRAPH))
    assert await impatient.letter(task) == ["I would welcome a talk."]
    assert said == ["The model does not answer, retrying (1/5)"]
    assert model.calls[0].closed_by_client


@pytest.mark.parametrize(
    ("trouble", "error"),
    [
        (status(401), ModelRejected),
        (status(402), ModelRejected),
        (status(403), ModelRejected),
        (status(404), ModelRejected),
        (status(307), ModelRejected),
        (status(413), ModelRejected),
        (status(429, error={"message": "You exceeded your quota", "code": "insufficient_quota"}), ModelRejected),
        (status(400, error={"message": "filtered", "code": "content_filter"}), ModelRefused),
        (status(429, retry_after=86_400), ModelUnavailable),
        (refusal(), ModelRefused),
        (empty(), ModelRefused),
        (content_filter(), ModelRefused),
        (answer("", finish="length"), ModelAnswerInvalid),
        (huge(), ModelAnswerInvalid),
    ],
)
async def test_final_trouble_is_not_tried_again(
    engine: LlmEngine, model: ScriptedModel, task: Task, said: list[str], trouble: Behaviour, error: type[ModelError]
) -> None:
    model.then(trouble)
    with pytest.raises(ModelError) as caught:
        await engine.letter(task)
    assert type(caught.value) is error
    assert len(model.calls) == 1
    assert said == []


@pytest.mark.parametrize("trouble", [status(429), status(500), cut_stream(), cut_stream(clean=True)])
async def test_endless_trouble_ends_after_the_retries(
    settings: LlmSettings, model: ScriptedModel, task: Task, trouble: Behaviour
) -> None:
    model.always(trouble)
    with pytest.raises(ModelUnavailable, match="after 3 tries"):
        await LlmEngine(settings.model_copy(update={"max_retries": 2})).letter(task)
    assert len(model.calls) == 3


async def test_an_endpoint_that_is_not_there(
    settings: LlmSettings, model: ScriptedModel, task: Task, said: list[str]
) -> None:
    model.stop()

    async def report(sentence: str) -> None:
        said.append(sentence)

    with pytest.raises(ModelUnavailable):
        await LlmEngine(settings.model_copy(update={"max_retries": 1}), None, report).letter(task)
    assert said == ["The model cannot be reached, retrying (1/1)"]


async def test_a_drip_that_never_ends_is_ended(settings: LlmSettings, model: ScriptedModel, task: Task) -> None:
    model.then(answer("x" * 40_000, pause=0.2))
    with pytest.raises(ModelUnavailable, match="took longer"):
        await LlmEngine(settings.model_copy(update={"total_s": 0.5})).letter(task)
    assert len(model.calls) == 1


async def test_retry_after_is_waited_for(engine: LlmEngine, model: ScriptedModel, task: Task) -> None:
    model.then(status(429, retry_after=0.3))
    await engine.letter(task)
    first, second = model.calls
    assert second.at - first.at >= 0.3


def test_retry_after_is_seconds_milliseconds_or_a_date() -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    past = format_datetime(datetime.now(UTC) - timedelta(seconds=30), usegmt=True)
    assert retry_after({"retry-after": "7"}) == 7
    assert retry_after({"retry-after-ms": "250", "retry-after": "7"}) == 0.25
    assert 25 < (retry_after({"retry-after": soon}) or 0) <= 30
    assert retry_after({"retry-after": past}) == 0
    for nonsense in ("", "soon", "nan", "-3", "inf"):
        assert retry_after({"retry-after": nonsense}) is None


async def test_a_broken_answer_is_repaired_once(
    engine: LlmEngine, model: ScriptedModel, task: Task, memo: ListMemo
) -> None:
    model.then(invalid_json(), answer(PARAGRAPH))
    assert await engine.letter(task) == ["I would welcome a talk."]
    told = model.calls[1].body["messages"]
    assert [message["role"] for message in told] == ["system", "user", "assistant", "user"]
    assert memo.kept[0].output_tokens == 40, "both answers cost"


@pytest.mark.parametrize(
    "trouble",
    [
        invalid_json(),
        answer("Sure! Here you go."),
        answer({}),
        answer({"paragraphs": "none"}),
        answer("[1, 2]"),
        answer("{" * 30_000),
    ],
)
async def test_what_never_becomes_an_answer_is_invalid(
    engine: LlmEngine, model: ScriptedModel, task: Task, memo: ListMemo, trouble: Behaviour
) -> None:
    model.always(trouble)
    with pytest.raises(ModelAnswerInvalid):
        await engine.letter(task)
    assert len(model.calls) == 2
    assert not memo.kept


async def test_an_answer_cut_at_the_token_limit_counts_as_far_as_it_goes(
    engine: LlmEngine, model: ScriptedModel, task: Task
) -> None:
    whole = '{"paragraphs": [{"text": "I would welcome a talk.", "evidence": []}, {"text": "And then there is th'
    model.then(answer(whole, finish="length"))
    assert await engine.letter(task) == ["I would welcome a talk."]


async def test_an_error_told_inside_the_stream_is_tried_again(
    engine: LlmEngine, model: ScriptedModel, task: Task
) -> None:
    model.then(stream_error({"message": "overloaded", "code": 529}), answer(PARAGRAPH))
    assert await engine.letter(task) == ["I would welcome a talk."]
    assert len(model.calls) == 2


@pytest.mark.parametrize(
    "behaviour",
    [huge(50_000_000), answer("x" * 12_000, pause=0.01)],
    ids=["beyond any wire", "beyond the answer's size"],
)
async def test_a_huge_answer_is_not_read_to_its_end(
    settings: LlmSettings, model: ScriptedModel, task: Task, behaviour: Behaviour
) -> None:
    model.then(behaviour)
    with pytest.raises(ModelAnswerInvalid):
        await LlmEngine(settings.model_copy(update={"max_answer_bytes": 2000})).letter(task)
    async with asyncio.timeout(5):
        while model.open:  # the server runs in a thread, there is no event to wait for
            await asyncio.sleep(0.01)
    assert model.calls[0].closed_by_client


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("localhost:8080", ""),
        ("ftp://127.0.0.1/v1", ""),
        ("http://", ""),
        ("http://[::1", ""),
        ("http://127.0.0.1:99999/v1", ""),
        ("http://127.0.0.1:1/v1", "two\nlines"),
        ("http://127.0.0.1:1/v1", "schlüssel"),
    ],
)
def test_settings_that_can_never_work_are_told_at_once(address: str, key: str) -> None:
    with pytest.raises(ModelRejected):
        LlmEngine(LlmSettings(base_url=address, api_key=SecretStr(key)))


async def test_the_key_is_sent_and_never_shown(settings: LlmSettings, model: ScriptedModel, task: Task) -> None:
    keyed = settings.model_copy(update={"api_key": SecretStr("sk-canary")})
    model.always(status(401, error={"message": "Incorrect API key provided: sk-canary"}))
    with pytest.raises(ModelRejected) as caught:
        await LlmEngine(keyed).letter(task)
    assert model.calls[0].headers["authorization"] == "Bearer sk-canary"
    assert "canary" not in f"{caught.value}{keyed!r}"
