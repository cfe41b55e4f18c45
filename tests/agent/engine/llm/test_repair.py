"""Wordings that the gate refused go back with what was unsupported; what cannot be mended is left out."""

from __future__ import annotations

import pytest

from agent.change.model import Change, Span
from agent.engine.llm.engine import LlmEngine
from agent.engine.port import Task
from agent.errors import ModelRejected
from tests.scripted_model import ScriptedModel, answer, lie, refusal, slow, status


def blocked(id_: str, section: str, line: str, before: str, after: str, bad: str) -> Change:
    at = after.index(bad)
    return Change(
        id=id_, kind="reword", section=section, line_id=line, before=before, after=after, state="blocked",
        unsupported=[Span(start=at, end=at + len(bad), text=bad, why="no line says so")],
    )  # fmt: skip


LOGIN = blocked(
    "c1.1",
    "work",
    "work.2.h2",
    "Assisted with the login page.",
    "Led the login page, cutting costs by 40%.",
    ", cutting costs by 40%",
)
SUMMARY = blocked(
    "c1.2", "summary", "basics.summary", "Backend developer.", "World-class backend developer.", "World-class "
)
KEYWORD = Change(
    id="c1.3", kind="add", section="skills", line_id="skills.1", after="Rust", items=["Rust"], state="blocked"
)
ORDER = Change(
    id="c1.4", kind="reorder", section="work", line_id="work.1", items=["work.1.h2", "work.1.h1"], state="blocked"
)


async def test_each_section_is_one_call_and_all_run_at_once(
    engine: LlmEngine, model: ScriptedModel, task: Task
) -> None:
    model.always(slow(0.1))
    mended = await engine.repair(task, [LOGIN, SUMMARY, KEYWORD, ORDER])
    assert [(each.id, each.after) for each in mended] == [
        ("c1.1", "Led the login page."),
        ("c1.2", "backend developer."),
    ]
    assert all(each.state == "proposed" and not each.unsupported for each in mended)
    assert (len(model.calls), model.peak) == (2, 2)
    data = "".join(call.body["messages"][1]["content"] for call in model.calls)
    assert "not supported: , cutting costs by 40% (no line says so)" in data
    assert "before: Assisted with the login page." in data


@pytest.mark.parametrize("text", ["", LOGIN.after, LOGIN.before, "See https://x.example", "[PHONE-1]", "x" * 900])
async def test_what_is_not_mended_is_left_out(engine: LlmEngine, model: ScriptedModel, task: Task, text: str) -> None:
    model.always(answer({"repairs": [{"id": "c1.1", "text": text}, {"id": "c9.9", "text": "Other"}]}))
    assert await engine.repair(task, [LOGIN]) == []


async def test_nothing_to_mend_asks_nothing(engine: LlmEngine, model: ScriptedModel, task: Task) -> None:
    assert await engine.repair(task, []) == []
    assert await engine.repair(task, [KEYWORD, ORDER]) == []
    assert not model.calls


async def test_a_section_that_fails_is_told(
    engine: LlmEngine, model: ScriptedModel, task: Task, said: list[str]
) -> None:
    model.always(refusal(), contains="login page")
    assert [each.id for each in await engine.repair(task, [LOGIN, SUMMARY])] == ["c1.2"]
    assert said == ["Left as it is: Work. The language model declined to answer."]


async def test_a_model_that_will_not_mend_leaves_them_blocked(
    engine: LlmEngine, model: ScriptedModel, task: Task, said: list[str]
) -> None:
    model.always(refusal())
    assert await engine.repair(task, [LOGIN, SUMMARY]) == []
    assert said == ["No wording could be mended. The language model declined to answer."]
    model.always(status(403))
    with pytest.raises(ModelRejected):
        await engine.repair(task, [LOGIN])


async def test_a_liar_gets_no_new_id_and_no_other_line(engine: LlmEngine, model: ScriptedModel, task: Task) -> None:
    model.always(lie())
    for change in await engine.repair(task, [LOGIN, SUMMARY]):
        assert change.id in {"c1.1", "c1.2"}
        assert change.line_id in {"work.2.h2", "basics.summary"}


async def test_a_paragraph_of_a_letter_is_mended_too(engine: LlmEngine, task: Task) -> None:
    text = "Built Python services for 35 carriers, " + "steadily and " * 60 + "led everyone."
    bad = "led everyone"
    paragraph = Change(
        id="p1", kind="add", section="letter", line_id="letter", after=text, state="blocked",
        unsupported=[Span(start=text.index(bad), end=text.index(bad) + len(bad), text=bad, why="no line says so")],
    )  # fmt: skip
    (mended,) = await engine.repair(task, [paragraph])
    assert mended.id == "p1"
    assert bad not in (mended.after or "")
