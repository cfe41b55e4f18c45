"""The letter of a language model: honest or lying; only what is true is left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from agent.change.evidence import evidence_lines
from agent.engine.llm import manner
from agent.engine.llm.engine import LlmEngine
from agent.engine.llm.settings import LlmSettings
from agent.tailor.letter import CoverLetter, compose, contradictions, judge_all
from tests.agent.engine.offline.pairs import task_of
from tests.scripted_model import ScriptedModel, lie


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[ScriptedModel]:
    monkeypatch.setattr(manner, "_known", {})
    with ScriptedModel() as served:
        yield served


async def letter_of(model: ScriptedModel) -> CoverLetter:
    task = task_of("tech")
    engine = LlmEngine(LlmSettings(base_url=model.base_url, model="m", backoff_s=0.005))
    return await compose(await engine.letter(task), task, engine.repair, recipient="", today=date(2026, 11, 20))


async def test_honest_model_writes_a_letter(model: ScriptedModel) -> None:
    letter = await letter_of(model)
    assert letter.left_out == []
    assert "I would welcome the chance to talk." in letter.paragraphs
    assert {each.source for each in letter.evidence} == {"resume"}


@pytest.mark.parametrize("what", ["employer", "number", "skill", "title", "date", "all"])
async def test_liar_gets_no_word_into_the_letter(model: ScriptedModel, what: str) -> None:
    model.always(lie(what))
    letter = await letter_of(model)
    task = task_of("tech")
    assert contradictions(letter.paragraphs[1:-2], task.resume, [], task.posting, "en") == []
    assert letter.left_out
    told = " ".join(letter.paragraphs)
    assert not [each.text for each in letter.left_out if each.text in told]
    first = await LlmEngine(LlmSettings(base_url=model.base_url, model="m")).letter(task)
    judged = judge_all(first, evidence_lines(task.resume), task.posting, "en")
    assert any(paragraph.refused for paragraph in judged)
