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
from tests.scripted_model import ScriptedModel, answer, invalid_json, lie, refusal, slow, status


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


def rewriting(*changes: dict[str, Any], **more: Any) -> dict[str, Any]:
    return answer({"changes": list(changes), "additions": [], "order": [], **more})


@pytest.mark.parametrize(
    "bad",
    [
        {"line_id": "work.9.h1", "text": "Built Python services."},
        {"line_id": "work.1", "text": "Chief Architect, Kiesel Logistik"},
        {"line_id": "basics.label", "text": "Architect"},
        {"line_id": "skills.1", "text": "Everything"},
        {"line_id": "work.1.h2", "text": ""},
        {"line_id": "work.1.h2", "text": "Built Python services for 35 carriers."},
        {"line_id": "work.1.h2", "text": "built python services for 35  carriers."},
        {"line_id": "work.1.h2", "text": "Packaged services with Docker and deployed them to K8s."},
        {"line_id": "work.1.h2", "text": "Built " + "very " * 200 + "good services"},
        {"line_id": "work.1.h2", "text": "Built Python services, see https://evil.example/x"},
        {"line_id": "work.1.h2", "text": "Built Python services, write to me@evil.example"},
        {"line_id": "work.1.h2", "text": "Built ![logo](x.png) Python services"},
        {"line_id": "work.1.h2", "text": "Built <b>Python</b> services"},
        {"line_id": 7, "text": "Built Python services"},
        {"text": "Built Python services"},
        "Built Python services",
    ],
)
async def test_what_is_no_change_of_its_part_is_dropped(
    engine: LlmEngine, model: ScriptedModel, task: Task, bad: Any
) -> None:
    good = {"line_id": "work.1.h1", "text": "Deployed services to K8s, packaged with Docker."}
    model.always(rewriting(), prompt="rewrite")
    model.always(rewriting(bad, good), contains="[work.1.h1]", prompt="rewrite")
    model.always(answer({"groups": []}), prompt="skills")
    model.always(answer({"changes": [], "additions": []}), prompt="summary")
    (change,) = await engine.propose(task)
    assert (change.line_id, change.after) == ("work.1.h1", good["text"])
    assert [each.ref for each in change.evidence] == ["work.1.h1"]


async def test_ids_and_bullets_echoed_by_the_model_are_cut(engine: LlmEngine, model: ScriptedModel, task: Task) -> None:
    model.always(
        rewriting({"line_id": "[work.1.h2]", "text": "[work.1.h2] Built services in Python\n for 35 carriers."}),
        contains="[work.1.h1]",
        prompt="rewrite",
    )
    assert "Built services in Python for 35 carriers." in {change.after for change in await engine.propose(task)}


async def test_evidence_and_requirements_are_only_what_exists(
    engine: LlmEngine, model: ScriptedModel, task: Task
) -> None:
    model.always(
        rewriting(
            {
                "line_id": "work.1.h2",
                "text": "Python services for 35 carriers.",
                "evidence": ["work.1", "nope", "skills.1"],
                "requirement_ids": ["r1", "r99"],
                "why": "relevance",
            }
        ),
        contains="[work.1.h1]",
        prompt="rewrite",
    )
    change = next(each for each in await engine.propose(task) if each.line_id == "work.1.h2")
    assert [each.ref for each in change.evidence] == ["work.1.h2", "work.1", "skills.1"]
    assert change.requirement_ids == ["r1"]
    assert change.reason == "Puts first what the posting asks for: “Python in production”"


async def test_a_new_line_needs_what_the_person_said_about_this_role(
    engine: LlmEngine, model: ScriptedModel, task: Task
) -> None:
    facts = [
        Fact(id="f1", said="yes, AWS there", statement="Ran the booking service on AWS.", entry="work.2"),
        Fact(id="f2", said="no", statement="", answer="no", entry="work.1"),
        Fact(id="f3", said="a forklift licence", statement="Holds a forklift licence."),
    ]
    model.always(
        rewriting(
            additions=[
                {"text": "Ran everything on AWS.", "evidence": ["f1"]},
                {"text": "Holds a licence", "evidence": ["f3", "work.1.h1"]},
            ]
        ),
        contains="[work.1.h1]",
        prompt="rewrite",
    )
    added = [change for change in await engine.propose(replace(task, facts=facts)) if change.kind == "add"]
    assert [(each.line_id, each.after, each.evidence[0].ref) for each in added] == [
        ("work.2", "Ran the booking service on AWS.", "f1")
    ]


async def test_what_was_refused_is_not_proposed_again(engine: LlmEngine, model: ScriptedModel, task: Task) -> None:
    first = await engine.propose(task)
    again = await engine.propose(replace(task, rejected=first, turn="2"))
    assert again == []
    told = [
        call.body["messages"][1]["content"]
        for call in model.calls
        if "[work.1.h1]" in call.body["messages"][1]["content"] and call.prompt == "rewrite"
    ]
    assert "refused:" in told[-1]
    assert "refused:" not in told[0]


async def test_an_order_names_each_bullet_of_its_role_once(engine: LlmEngine, model: ScriptedModel, task: Task) -> None:
    order = ["work.1.h3", "[work.1.h2]", "work.1.h3", "work.2.h1", "work.1", "nope"]
    model.always(rewriting(order=order), contains="[work.1.h1]", prompt="rewrite")
    (change,) = [each for each in await engine.propose(task) if each.kind == "reorder" and each.section == "work"]
    assert (change.line_id, change.items) == ("work.1", ["work.1.h3", "work.1.h2", "work.1.h1"])
    applied = apply(task.resume, [change.model_copy(update={"state": "accepted"})])
    assert [line.id for line in applied.work[0].highlights] == change.items


async def test_a_keyword_is_renamed_added_and_ordered_each_on_its_own(
    engine: LlmEngine, model: ScriptedModel, task: Task
) -> None:
    keywords = [
        {"name": "Kubernetes", "was": "K8s", "evidence": ["skills.1"]},
        {"name": "Flask", "was": "", "evidence": ["projects.1.h1"]},
        {"name": "Rust", "was": "", "evidence": ["nowhere"]},
        {"name": "docker", "was": "", "evidence": ["work.1.h1"]},
        {"name": "Go, Java", "was": "", "evidence": ["work.1.h1"]},
    ]
    model.always(
        answer(
            {"groups": [{"line_id": "skills.1", "keywords": keywords}, {"line_id": "skills.7", "keywords": keywords}]}
        ),
        prompt="skills",
    )
    changes = [change for change in await engine.propose(task) if change.section == "skills"]
    assert [(each.kind, each.items) for each in changes] == [
        ("reword", ["Docker", "Kubernetes", "Postgres", "Python"]),
        ("add", ["Flask"]),
        ("reorder", ["K8s", "Docker", "Postgres", "Python"]),
    ]
    accepted = [change.model_copy(update={"state": "accepted"}) for change in changes]
    assert set(apply(task.resume, accepted).skills[0].keywords) == {
        "Docker",
        "Kubernetes",
        "Postgres",
        "Python",
        "Flask",
    }


async def test_a_wrong_language_is_refused(
    engine: LlmEngine, model: ScriptedModel, task: Task, said: list[str]
) -> None:
    german = (
        "Verpackte die Dienste in Docker-Behälter und brachte sie anschließend auf die gemeinsame Plattform der Firma."
    )
    model.always(rewriting({"line_id": "work.1.h1", "text": german}), contains="[work.1.h1]", prompt="rewrite")
    assert not [change for change in await engine.propose(task) if change.line_id == "work.1.h1"]
    assert "another language" in said[0]
    changes = await engine.propose(replace(task, language="de", turn="2"))
    assert german in {change.after for change in changes}


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
