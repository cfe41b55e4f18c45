"""What a model's answer must be to become a candidate: lines of its own part, in size, with evidence that exists."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agent.change.apply import apply
from agent.engine.llm.candidates import from_answer
from agent.engine.llm.engine import LlmEngine
from agent.engine.llm.parts import plan
from agent.engine.llm.rewriting import SHAPES
from agent.engine.port import Task
from agent.job.model import Fact
from agent.resume.lines import addresses
from tests.scripted_model import ScriptedModel, answer


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


async def test_a_summary_is_not_added_beside_one(engine: LlmEngine, model: ScriptedModel, task: Task) -> None:
    new = {"text": "Builds Python services.", "evidence": ["work.1.h2"]}
    model.always(answer({"changes": [], "additions": [new]}), prompt="summary")
    assert not [change for change in await engine.propose(task) if change.section == "summary"]
    bare = task.resume.model_copy(deep=True)
    bare.basics.summary = []
    added = [change for change in await engine.propose(replace(task, resume=bare)) if change.section == "summary"]
    assert [(change.kind, change.line_id, change.after) for change in added] == [("add", "summary", new["text"])]
    assert apply(bare, [added[0].model_copy(update={"state": "accepted"})]).basics.summary[0].text == new["text"]


async def test_light_changes_terms_and_order_alone(engine: LlmEngine, model: ScriptedModel, task: Task) -> None:
    term = {
        "line_id": "work.1.h1",
        "text": "Packaged services with Docker and deployed them to Kubernetes.",
        "why": "term",
    }
    free = {"line_id": "work.1.h2", "text": "Wrote backends that carriers use, mostly in Python.", "why": "clarity"}
    facts = [Fact(id="f1", said="AWS", statement="Used AWS for bookings.", entry="work.1")]
    extra = {"additions": [{"text": "Used AWS for bookings.", "evidence": ["f1"]}]}
    model.always(rewriting(term, free, **extra), contains="[work.1.h1]", prompt="rewrite")
    light = await engine.propose(replace(task, intensity="light", facts=facts))
    assert [change.line_id for change in light if change.section == "work" and change.line_id != "work.2.h1"] == [
        "work.1.h1"
    ]
    standard = await engine.propose(replace(task, facts=facts))
    assert {"work.1.h1", "work.1.h2", "work.1"} <= {change.line_id for change in standard}


IDS = st.sampled_from(
    [
        "work.1.h1",
        "work.1.h2",
        "work.1.h3",
        "work.1",
        "[work.2.h1]",
        "basics.summary",
        "skills.1",
        "f1",
        "r1",
        "nope",
        "",
    ]
)
TEXT = st.one_of(st.text(max_size=40), st.sampled_from(["Built services", "a, b", "K8s", "\u200b", "[NAME-1]", "- x"]))
REWORDINGS = st.fixed_dictionaries(
    {"line_id": IDS, "text": TEXT, "evidence": st.lists(IDS), "requirement_ids": st.lists(IDS)}
)
ADDITIONS = st.fixed_dictionaries({"text": TEXT, "evidence": st.lists(IDS)})
KEYWORDS = st.fixed_dictionaries({"name": TEXT, "was": st.one_of(TEXT, st.just("Docker")), "evidence": st.lists(IDS)})
GROUPS = st.fixed_dictionaries({"line_id": IDS, "keywords": st.lists(KEYWORDS, max_size=5)})
ANSWERS = st.fixed_dictionaries(
    {
        "changes": st.lists(REWORDINGS, max_size=5),
        "additions": st.lists(ADDITIONS, max_size=3),
        "order": st.lists(IDS, max_size=5),
        "groups": st.lists(GROUPS, max_size=3),
    }
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(answer_=ANSWERS)
def test_whatever_is_answered_each_candidate_can_be_applied_and_touches_no_header(
    task: Task, answer_: dict[str, Any]
) -> None:
    told = replace(task, facts=[Fact(id="f1", said="x", statement="Ran backups.", entry="work.1")])
    headers = [line for line in addresses(told.resume) if line.kind in {"header", "basics"}]
    for part in plan(told, most=99):
        shape = SHAPES[part.prompt]
        for place, change in enumerate(from_answer(shape.model_validate(answer_), part, told)):
            applied = apply(told.resume, [change.model_copy(update={"id": f"c1.{place}", "state": "accepted"})])
            assert [line for line in addresses(applied) if line.kind in {"header", "basics"}] == headers
