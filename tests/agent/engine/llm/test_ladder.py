"""Servers differ in what they take; each is asked in the strictest way it understands, and only once to find out."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from agent.engine.llm.answers import ChatAnswer, LetterAnswer, RequirementsAnswer, RewriteAnswer, SkillsAnswer
from agent.engine.llm.engine import LlmEngine
from agent.engine.llm.settings import LlmSettings
from agent.engine.llm.shape import extract, schema_of
from agent.engine.port import Task
from agent.errors import ModelRejected
from tests.scripted_model import Behaviour, ScriptedModel, answer, listing, reject_format, status


def formats(model: ScriptedModel) -> list[Any]:
    asked = [call.body.get("response_format") for call in model.calls]
    return [None if each is None else (each["type"], "schema" in each) for each in asked]


async def test_the_strictest_way_comes_first(engine: LlmEngine, model: ScriptedModel, task: Task) -> None:
    await engine.letter(task)
    asked = model.calls[0].body["response_format"]
    assert asked["type"] == "json_schema"
    assert asked["json_schema"]["strict"] is True
    assert asked["json_schema"]["schema"]["required"] == ["paragraphs"]


@pytest.mark.parametrize("code", [400, 422, 500])
async def test_a_server_without_json_schema_gets_the_schema_beside_json_object(
    engine: LlmEngine, model: ScriptedModel, task: Task, code: int
) -> None:
    model.always(reject_format("json_schema", code))
    assert await engine.letter(task)
    assert formats(model) == [("json_schema", False), ("json_object", True)]


async def test_the_ladder_goes_down_to_plain_text_and_is_remembered(
    engine: LlmEngine, model: ScriptedModel, task: Task
) -> None:
    for kind in ("json_schema", "json_object", "schema"):
        model.always(reject_format(kind))
    model.always(
        answer('Sure, here it is:\n```json\n{"paragraphs": [{"text": "I would welcome a talk."}]}\n```\nGood luck!'),
        contains="JSON Schema:",
    )
    for kind in ("json_schema", "json_object", "schema"):
        model.always(reject_format(kind))
    assert await engine.letter(task) == ["I would welcome a talk."]
    assert formats(model) == [("json_schema", False), ("json_object", True), ("json_object", False), None]
    other = LlmEngine(engine.client.settings)
    assert await other.letter(task) == ["I would welcome a talk."]
    assert formats(model)[4:] == [None]


async def test_parameters_that_a_server_does_not_know_are_left_out(
    engine: LlmEngine, model: ScriptedModel, task: Task
) -> None:
    model.then(
        status(400, error={"message": "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."}),
        status(400, error={"message": "Unsupported value: 'temperature' does not support 0."}),
        status(400, error={"message": "Unknown parameter: stream_options"}),
    )
    assert await engine.letter(task)
    last = model.calls[-1].body
    assert last["max_completion_tokens"] == engine.client.settings.max_tokens
    assert not last.keys() & {"max_tokens", "temperature", "stream_options"}
    assert last["response_format"]["type"] == "json_schema"


TOO_LONG = status(
    400, error={"message": "This model's maximum context length is 4096 tokens. However, you requested 8192"}
)


async def test_a_small_context_is_asked_for_no_certain_length(
    engine: LlmEngine, model: ScriptedModel, task: Task
) -> None:
    model.then(TOO_LONG)
    assert await engine.letter(task)
    assert "max_tokens" not in model.calls[1].body
    assert model.calls[1].body["response_format"]["type"] == "json_schema"


async def test_a_text_beyond_the_context_is_told(engine: LlmEngine, model: ScriptedModel, task: Task) -> None:
    model.always(TOO_LONG)
    with pytest.raises(ModelRejected, match="larger context"):
        await engine.letter(task)
    assert len(model.calls) == 2


async def test_a_server_that_takes_nothing_is_given_up(engine: LlmEngine, model: ScriptedModel, task: Task) -> None:
    model.always(status(400, error={"message": "no"}))
    with pytest.raises(ModelRejected, match="no"):
        await engine.letter(task)
    assert len(model.calls) == 5


async def test_a_server_that_does_not_stream(engine: LlmEngine, model: ScriptedModel, task: Task) -> None:
    model.script.stream = False
    assert await engine.letter(task)
    assert engine.spent[0].output_tokens == 20


async def test_an_empty_model_name_takes_the_first_that_is_listed(
    settings: LlmSettings, model: ScriptedModel, task: Task
) -> None:
    engine = LlmEngine(settings.model_copy(update={"model": ""}))
    model.script.models = ["tiny-one", "other"]
    model.then(listing(status(503, retry_after=0)))
    await engine.propose(task)
    assert {call.body["model"] for call in model.calls} == {"tiny-one"}
    assert len([each for each in model.seen if each.path == "/v1/models"]) == 2
    assert {usage.model for usage in engine.spent} == {"tiny-one"}


@pytest.mark.parametrize("trouble", [None, status(401), status(404), status(400)])
async def test_an_endpoint_that_names_no_model_is_told(
    settings: LlmSettings, model: ScriptedModel, task: Task, trouble: Behaviour | None
) -> None:
    model.script.models = []
    model.then(*([listing(trouble)] if trouble else []))
    with pytest.raises(ModelRejected):
        await LlmEngine(settings.model_copy(update={"model": ""})).letter(task)
    assert not model.calls


@pytest.mark.parametrize("shape", [ChatAnswer, LetterAnswer, RequirementsAnswer, RewriteAnswer, SkillsAnswer])
def test_schemas_are_strict_and_valid(shape: Any) -> None:
    schema = schema_of(shape)
    jsonschema.Draft202012Validator.check_schema(schema)
    objects = [schema, *schema.get("$defs", {}).values()]
    assert objects
    for each in objects:
        assert each["additionalProperties"] is False
        assert each["required"] == list(each["properties"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"a": 1}', {"a": 1}),
        ('<think>{"a": 0}</think>\n{"a": 1}', {"a": 1}),
        ('Use {braces}: ```json\n{"b": {"a": 2}, "a": 1}\n``` ok {"a": 3}', {"b": {"a": 2}, "a": 1}),
        ('{"a": "line\nbreak"}', {"a": "line\nbreak"}),
        ('{"b": 1}', None),
        ("none", None),
        ("[" * 5000, None),
    ],
)
def test_the_object_is_found_in_the_text(text: str, found: Any) -> None:
    assert extract(text, {"a"}) == found
    assert extract(text, {"a"}, whole=False) == found
