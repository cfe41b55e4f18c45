"""Contact data never leaves: what the server saw is searched, whole and in parts."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from agent.engine.llm.engine import LlmEngine
from agent.engine.llm.privacy import Contacts, Veil
from agent.engine.llm.settings import LlmSettings
from agent.engine.port import Conversation, Instruction, Task
from agent.errors import ModelRejected
from agent.job.model import Fact
from agent.resume.lines import identify
from agent.resume.model import Basics, Line, Location, Reference, Resume, Work
from scraper.posting import Posting
from tests.scripted_model import ScriptedModel, answer, status

CANARIES = (
    "ilka",
    "brandtner",
    "post.example",
    "1234567",
    "664",
    "feldgasse",
    "8010",
    "github.com",
    "1991",
    "two children",
    "nordlicht.example",
    "901820",
    "praise",
    "wizards",
    "liselotte",
    "0316",
)


def sent(model: ScriptedModel) -> str:
    told = [{**call.headers, **call.body} for call in model.calls]
    return json.dumps(told, ensure_ascii=False).lower()


async def test_the_server_never_sees_a_canary(engine: LlmEngine, model: ScriptedModel, task: Task) -> None:
    resume = task.resume.model_copy(deep=True)
    resume.references = [Reference(name="Liselotte Kern", text="0316 555 777")]
    resume.work[0].highlights[
        1
    ].text = (
        "Built Python services for 35 carriers; call +43 (664) 123-45-67 or write to BRANDTNER, Ilka, @ilkabrandtner."
    )
    facts = [Fact(id="f1", said="x", statement="Ilka used AWS, see www.brandtner.example/aws", entry="work.1")]
    asked = Instruction(kind="emphasise", target="what ilka.brandtner@post.example wrote")
    whole = replace(task, resume=identify(resume), facts=facts, instruction=asked)
    changes = await engine.propose(whole)
    await engine.repair(whole, [change.model_copy(update={"unsupported": []}) for change in changes])
    await engine.requirements(whole.posting)
    await engine.letter(whole)
    await engine.understand(
        "Ilka Brandtner here, 0664 1234567: shorten it", Conversation(resume=resume, changes=changes)
    )
    assert {call.prompt for call in model.calls} == {
        "summary",
        "rewrite",
        "skills",
        "repair",
        "requirements",
        "letter",
        "chat",
    }
    text = sent(model)
    assert [canary for canary in CANARIES if canary in text] == []


async def test_what_was_taken_out_comes_back(engine: LlmEngine, model: ScriptedModel, task: Task) -> None:
    line = "work.1.h3"
    model.always(
        answer(
            {
                "changes": [{"line_id": line, "text": "Wrote the incident guide, questions to [EMAIL-1]."}],
                "additions": [],
                "order": [],
            }
        ),
        contains=line,
    )
    (change,) = [each for each in await engine.propose(task) if each.line_id == line]
    assert change.after == "Wrote the incident guide, questions to ilka.brandtner@post.example."
    assert change.before == task.resume.work[0].highlights[2].text


@pytest.mark.parametrize("text", ["Call [PHONE-9] about Python.", "Wrote [NAME-1] guide", "See [URL-4]"])
async def test_an_invented_placeholder_never_reaches_a_change(
    engine: LlmEngine, model: ScriptedModel, task: Task, text: str
) -> None:
    model.always(answer({"changes": [{"line_id": "work.1.h2", "text": text}], "additions": [], "order": []}))
    assert all("[" not in (change.after or "") for change in await engine.propose(task))


def veil(resume: Resume, *texts: str) -> Veil:
    return Veil(Contacts(resume, texts))


def person(name: str, phone: str = "") -> Resume:
    return Resume(basics=Basics(name=name, phone=phone))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Anna-Lena von der Heide", "Anna-Lena von der Heide led it"),
        ("ZOË KRAVEC", "Zoë Kravec wrote: Kravec's guide by Zoë"),
        ("José García", "García, José; J. García; JOSÉ GARCÍA"),
        ("李小龍", "李小龍的履歷"),
        ("김철수", "김철수는 개발자"),
        ("Ilka Brandtner", "Brandtners Leitfaden, Ilkas Notizen, Ilka Brandtner's guide"),
    ],
)
def test_every_form_of_a_name_is_hidden_and_restored(name: str, text: str) -> None:
    hidden = veil(person(name), text)
    shown = hidden.hide(text)
    assert not any(part.lower() in shown.lower() for part in name.split() if len(part) > 3 or not part.isascii())
    assert hidden.show(shown) == text


def test_a_name_that_is_also_a_word_stays_a_word() -> None:
    text = "Mark Baker worked as Baker. Mark deliveries. We need a baker who can mark loaves."
    hidden = veil(person("Mark Baker"), text).hide(text)
    assert hidden == "[NAME-1] worked as Baker. Mark deliveries. We need a baker who can mark loaves."


@pytest.mark.parametrize(
    "number",
    [
        "+43 664 1234567",
        "+436641234567",
        "0664 1234567",
        "(0664) 123 45 67",
        "0664/1234567",
        "+1 (415) 555-2671",
        "+44 20 7946 0958",
        "415-555-2671",
        "+33 1 42 68 53 00",
    ],
)
def test_telephone_numbers_are_hidden_however_they_are_written(number: str) -> None:
    resume = Resume(basics=Basics(location=Location(country_code="AT")))
    shown = veil(resume).hide(f"Reach me at {number}, mornings.")
    assert shown == "Reach me at [PHONE-1], mornings."


@pytest.mark.parametrize(
    "text",
    [
        "2015 - 2019",
        "06/2015 - 11/2019",
        "400,000 texts in 2021",
        "1.2 million of 3.400.000",
        "$52,000 to $58,000",
        "ISO 9001:2015",
        "Node.js and ASP.NET, e.g. Vue.js",
    ],
)
def test_figures_dates_and_names_of_tools_stay(text: str) -> None:
    assert veil(person("Ilka Brandtner", phone="+43 664 1234567")).hide(text) == text


def test_text_that_holds_a_placeholder_is_not_mistaken_for_one() -> None:
    text = "Wrote [NAME-1] tags for Ilka Brandtner"
    hidden = veil(person("Ilka Brandtner"), text)
    assert hidden.show(hidden.hide(text)) == text
    assert hidden.hide(text) == "Wrote [NAME-1] tags for [XNAME-1]"


def test_equal_calls_are_sent_equally() -> None:
    contacts = Contacts(person("Ilka Brandtner"))
    text = "a@b.example, c@d.example, Ilka Brandtner, a@b.example"
    assert Veil(contacts).hide(text) == Veil(contacts).hide(text) == "[EMAIL-1], [EMAIL-2], [NAME-1], [EMAIL-1]"


async def test_a_resume_without_any_contact_data(engine: LlmEngine, task: Task) -> None:
    bare = identify(Resume(work=[Work(employer="Kiesel", highlights=[Line(text="Ran K8s for teams.")])]))
    changes = await engine.propose(replace(task, resume=bare, posting=Posting()))
    assert [change.after for change in changes if change.kind == "reword"] == ["Ran Kubernetes for teams."]


async def test_nothing_in_the_environment_changes_what_is_sent(
    settings: LlmSettings, model: ScriptedModel, task: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_ADMIN_KEY"):
        monkeypatch.setenv(name, "canary")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "Authorization: Bearer canary\nX-Canary: canary")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert await LlmEngine(settings).letter(task)
    assert "canary" not in sent(model)


async def test_a_redirect_does_not_carry_the_resume_elsewhere(
    engine: LlmEngine, model: ScriptedModel, task: Task
) -> None:
    with ScriptedModel() as other:
        for code in (301, 302, 303, 307, 308):
            model.then(status(code, location=f"{other.base_url}/chat/completions"))
            with pytest.raises(ModelRejected):
                await engine.letter(task)
        assert not other.seen
