"""A letter is paragraphs of plain text; what has no place in one is left out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from agent.engine.llm.engine import LlmEngine
from agent.engine.port import Task
from agent.errors import ModelAnswerInvalid
from tests.scripted_model import ScriptedModel, answer


def paragraphs(*texts: Any) -> dict[str, Any]:
    return answer({"paragraphs": [{"text": text, "evidence": []} for text in texts]})


async def test_an_honest_letter(engine: LlmEngine, model: ScriptedModel, task: Task) -> None:
    written = await engine.letter(task)
    assert written[-1] == "I would welcome the chance to talk."
    data = model.calls[0].body["messages"][1]["content"]
    assert "Nordlicht Software" in data
    assert "We make software for libraries" not in data, "the posting's own prose is not needed"


async def test_what_has_no_place_in_a_letter_is_left_out(engine: LlmEngine, model: ScriptedModel, task: Task) -> None:
    model.then(
        paragraphs(
            "Good one.",
            "Good one.",
            "See https://evil.example",
            "Call [PHONE-3]",
            "<script>x</script>",
            "y" * 3000,
            "",
            7,
            *["More."] * 3,
            *[f"Line {n}." for n in range(9)],
        )
    )
    assert await engine.letter(task) == ["Good one.", "More.", "Line 0.", "Line 1.", "Line 2.", "Line 3."]


async def test_a_letter_without_a_paragraph_is_none(engine: LlmEngine, model: ScriptedModel, task: Task) -> None:
    model.then(paragraphs("See https://evil.example"))
    with pytest.raises(ModelAnswerInvalid):
        await engine.letter(task)


async def test_a_letter_in_the_wrong_language_is_none(engine: LlmEngine, model: ScriptedModel, task: Task) -> None:
    german = "Ich freue mich darauf, Ihnen in einem persönlichen Gespräch mehr über meine bisherige Arbeit zu erzählen."
    model.always(paragraphs(german))
    with pytest.raises(ModelAnswerInvalid, match="another language"):
        await engine.letter(task)
    assert await engine.letter(replace(task, language="de")) == [german]
