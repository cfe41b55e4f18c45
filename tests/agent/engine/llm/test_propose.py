"""What the model proposes, checked for ids, kinds, size and origin; all parts at once; a failed part is told, not hidden."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from agent.change.apply import apply
from agent.change.model import Change
from agent.engine.llm.engine import LlmEngine
from agent.engine.llm.parts import plan
from agent.engine.port import Engine, Instruction, Task
from agent.errors import AgentError, ModelRejected
from agent.job.model import Fact
from agent.resume.lines import addresses
from agent.resume.model import Resume
from tests.scripted_model import ScriptedModel, invalid_json, lie, refusal, slow, status


def test_it_is_an_engine(engine: LlmEngine) -> None:
    port: Engine = engine
    assert port.name == "llm"


async def test_an_honest_model_puts_the_postings_words_and_order_in(
    engine: LlmEngine, task: Task, said: list[str]
) -> None:
    changes = await engine.propose(task)
    after = {change.after for change in changes if change.kind == "reword"}
    assert "Packaged services with Docker and deployed them to Kubernetes." in after
    assert "Backend developer who keeps Kubernetes clusters and PostgreSQL databases healthy." in after
    assert "Tools: Docker, Kubernetes, Postgres, Python" in after
    assert {change.kind for change in changes} <= {"reword", "reorder"}
    assert len({change.id for change in changes}) == len(changes)
    assert all(change.id.startswith("c1.") and change.state == "proposed" for change in changes)
    assert [len(change.requirement_ids) for change in changes] == sorted(
        (len(c.requirement_ids) for c in changes), reverse=True
    )
    assert said == []


async def test_each_candidate_can_be_applied(engine: LlmEngine, task: Task) -> None:
    changes = await engine.propose(task)
    for change in changes:
        assert apply(task.resume, [change.model_copy(update={"state": "accepted"})]) != task.resume
    everything = apply(task.resume, [change.model_copy(update={"state": "accepted"}) for change in changes])
    assert everything.skills[0].keywords[:2] == ["Kubernetes", "PostgreSQL"] or set(everything.skills[0].keywords) >= {
        "Kubernetes",
        "PostgreSQL",
    }


async def test_all_parts_are_asked_for_at_the_same_time(
    engine: LlmEngine, model: ScriptedModel, task: Task, many_entries: Callable[[int], Resume]
) -> None:
    engine.client.gate.width = 8
    model.always(slow(0.2))
    await engine.propose(replace(task, resume=many_entries(7)))
    assert len(model.calls) == 8, "seven roles and the summary"
    assert model.peak == 8


async def test_no_more_calls_at_once_than_allowed(
    engine: LlmEngine, model: ScriptedModel, task: Task, many_entries: Callable[[int], Resume]
) -> None:
    model.always(slow(0.05))
    await engine.propose(replace(task, resume=many_entries(20)))
    assert model.peak == 4
    assert len(model.calls) <= 8, "small neighbours share a call, so that two rounds do"
    told = "".join(call.body["messages"][1]["content"] for call in model.calls)
    assert all(f"Ran K8s for team {n}." in told for n in range(20))


async def test_trouble_makes_calls_fewer_at_a_time(
    engine: LlmEngine, model: ScriptedModel, task: Task, many_entries: Callable[[int], Resume]
) -> None:
    model.then(*[status(429, retry_after=0)] * 3)
    model.always(slow(0.05))
    await engine.propose(replace(task, resume=many_entries(10)))
    assert engine.client.gate.width == 1


async def test_a_failed_part_is_told_and_the_others_count(
    engine: LlmEngine, model: ScriptedModel, task: Task, said: list[str]
) -> None:
    model.always(refusal(), contains="[work.1.h1]")
    model.script.rules[-1]["prompt"] = "rewrite"
    changes = await engine.propose(task)
    assert changes
    assert not any(change.line_id.startswith("work.1") for change in changes)
    assert said == [
        "Left as it is: Work (Backend Developer, Kiesel Logistik, 2020 - Present). The language model declined to answer."
    ]


async def test_when_all_parts_fail_the_error_is_raised(engine: LlmEngine, model: ScriptedModel, task: Task) -> None:
    model.always(status(401))
    with pytest.raises(ModelRejected):
        await engine.propose(task)


async def test_a_memo_that_fails_is_not_mistaken_for_a_model_that_does(
    engine: LlmEngine, model: ScriptedModel, task: Task
) -> None:
    class Broken:
        async def recall(self, key: str) -> None:
            raise OSError("disk")

        async def keep(self, key: str, answer: Any, usage: Any) -> None:
            raise AssertionError

    engine.client.memo = Broken()
    with pytest.raises(OSError, match="disk"):
        await engine.propose(task)


async def test_the_output_language_and_intensity_are_asked_for(
    engine: LlmEngine, model: ScriptedModel, task: Task
) -> None:
    await engine.propose(replace(task, language="fr", intensity="thorough"))
    for call in model.calls:
        assert 'code "fr"' in call.body["messages"][0]["content"]
        assert "change: thorough" in call.body["messages"][0]["content"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Instruction(kind="remove", line_id="work.2.h2"), ("remove", "work.2.h2", None)),
        (
            Instruction(kind="reword", line_id="work.2.h2", text="Helped with the login page."),
            ("reword", "work.2.h2", "Helped with the login page."),
        ),
        (Instruction(kind="add", line_id="work.2", text="Ran backups."), ("add", "work.2", "Ran backups.")),
        (Instruction(kind="add", line_id="work.2.h1", text="Ran backups."), ("add", "work.2", "Ran backups.")),
    ],
)
async def test_the_persons_own_word_needs_no_model(
    engine: LlmEngine, model: ScriptedModel, task: Task, asked: Instruction, expected: tuple[str, str, str | None]
) -> None:
    facts = [Fact(id="f1", said=asked.text, statement=asked.text)] if asked.text else []
    (change,) = await engine.propose(replace(task, instruction=asked, facts=facts))
    assert (change.kind, change.line_id, change.after) == expected
    assert [each.ref for each in change.evidence] == [fact.id for fact in facts]
    assert not model.calls
    assert apply(task.resume, [change.model_copy(update={"state": "accepted"})]) != task.resume


@pytest.mark.parametrize("kind", ["remove", "reword"])
async def test_a_header_is_not_touched_even_when_asked(engine: LlmEngine, task: Task, kind: Any) -> None:
    for line_id in ("work.1", "basics.label"):
        changes = await engine.propose(replace(task, instruction=Instruction(kind=kind, line_id=line_id, text="CEO")))
        assert not any(change.line_id == line_id and change.kind in {"remove", "reword"} for change in changes)


async def test_an_instruction_about_a_line_asks_only_for_its_part(
    engine: LlmEngine, model: ScriptedModel, task: Task
) -> None:
    await engine.propose(
        replace(task, instruction=Instruction(kind="shorten", line_id="work.2.h1", target="the clinics"))
    )
    (call,) = model.calls
    data = call.body["messages"][1]["content"]
    assert "[work.2.h1]" in data
    assert "what: shorten" in data
    assert "about: the clinics" in data


def test_the_plan_holds_every_line_that_may_change_once(task: Task) -> None:
    parts = plan(task, most=99)
    held = [line.id for part in parts for line in part.lines]
    may = [
        line.id
        for line in addresses(task.resume)
        if line.kind in {"highlight", "summary", "skills"} or line.section.startswith("other")
    ]
    assert may
    assert sorted(held) == sorted(may)


async def test_an_empty_resume_is_no_trouble(engine: LlmEngine, task: Task) -> None:
    assert await engine.propose(replace(task, resume=Resume())) == []


@pytest.mark.parametrize("behaviour", [lie(), invalid_json()])
async def test_whatever_comes_back_only_our_errors_come_out(
    engine: LlmEngine, model: ScriptedModel, task: Task, behaviour: Any
) -> None:
    model.always(behaviour)
    try:
        changes = await engine.propose(task)
    except AgentError:
        changes = []
    assert all(isinstance(change, Change) for change in changes)
