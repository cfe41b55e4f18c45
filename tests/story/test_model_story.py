"""The story with a language model that misbehaves in every way, and lies; none of it may reach the resume."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest

from tests.conftest import url_of
from tests.scripted_model import (
    ScriptedModel,
    cut_stream,
    empty,
    invalid_json,
    lie,
    refusal,
    slow,
    status,
)
from tests.story.person import Person, go_through
from tests.story.samples import POSTING_TEXT, resume_pdf
from tests.story.server import Server


@pytest.fixture(scope="module")
def llm() -> Iterator[ScriptedModel]:
    with ScriptedModel() as model:
        yield model


@pytest.fixture
def model(llm: ScriptedModel) -> ScriptedModel:
    forget(llm)
    return llm


def forget(model: ScriptedModel) -> None:
    httpx.post(model.base_url.removesuffix("/v1") + "/__reset__").raise_for_status()


@pytest.fixture(scope="module")
def llm_server(postgres: str, llm: ScriptedModel, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    import psycopg

    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("CREATE DATABASE model_story TEMPLATE migrated")
    server = Server(
        tmp_path_factory.mktemp("llm"),
        url_of(postgres, "model_story"),
        engine="llm",
        llm_base_url=llm.base_url,
        llm_model="m",
        llm_timeout_seconds="3",
    ).start()
    yield server
    server.stop()


@pytest.fixture
async def person(llm_server: Server, request: pytest.FixtureRequest) -> AsyncIterator[Person]:
    name = "".join(letter for letter in request.node.name if letter.isalnum())[-40:]
    person = await Person(llm_server.url, name).sign_up()
    yield person
    await person.close()


TRUE = (
    "Larkspur Freight",
    "Heron Dental Systems",
    "90,000",
    "48 seconds",
    "OAuth 2.0",
    "Otterbein University",
    "RabbitMQ",
)


async def finished_text(person: Person, **form: str) -> str:
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT, **form)
    async with person.listen(session) as ear:
        end = await go_through(person, session, ear)
        assert end["status"] == "completed", ear.heard[-5:]
    return (await person.export(session, "txt")).text


@pytest.mark.parametrize("trouble", ["429", "500", "cut", "invalid", "slow"])
async def test_model_that_stumbles_still_gets_there(person: Person, model: ScriptedModel, trouble: str) -> None:
    behaviours = {
        "429": [status(429, retry_after=1)],
        "500": [status(500), status(503)],
        "cut": [cut_stream()],
        "invalid": [invalid_json()],
        "slow": [slow(1.0)],
    }
    model.then(*behaviours[trouble])
    text = await finished_text(person)
    assert all(true in text for true in TRUE)


@pytest.mark.parametrize("trouble", ["refusal", "empty", "401"])
async def test_model_that_will_not_ends_the_run_with_a_plain_message(
    person: Person, model: ScriptedModel, trouble: str
) -> None:
    model.always({"refusal": refusal(), "empty": empty(), "401": status(401)}[trouble])
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    async with person.listen(session) as ear:
        end = await go_through(person, session, ear)
    assert end["status"] == "failed"
    shown = await person.show(session)
    assert shown["error"]["code"] == end["code"]
    assert shown["error"]["code"].startswith("MODEL_")
    assert "Traceback" not in shown["error"]["message"]
    forget(model)
    assert (await person.post(session, "resume")).status_code == 200
    async with person.listen(session, end["seq"]) as ear:
        assert (await go_through(person, session, ear))["status"] == "completed"


@pytest.mark.parametrize("review", ["each", "auto"])
async def test_liar_gets_nothing_onto_the_page_and_nothing_true_off_it(
    person: Person, model: ScriptedModel, review: str
) -> None:
    model.always(lie())
    text = await finished_text(person, review=review)
    assert all(true in text for true in TRUE)
    session = (await person.http.get("/tailoring-sessions/")).json()["items"][0]["id"]
    blocked = [change for change in await person.changes(session) if change["state"] == "blocked"]
    assert blocked
    assert all(change["unsupported"] for change in blocked)
    for change in blocked:
        for span in change["unsupported"]:
            lie_told = span["text"].strip()
            if lie_told and lie_told not in (change["before"] or "") and len(lie_told) > 3:
                assert lie_told.lower() not in text.lower() or lie_told.lower() in " ".join(TRUE).lower()


async def test_stop_during_a_model_call_is_final_and_closes_the_connection(
    person: Person, model: ScriptedModel
) -> None:
    model.always(slow(60))
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    async with asyncio.timeout(20):
        while not [seen for seen in model.seen if seen.path.endswith("/chat/completions")]:
            await asyncio.sleep(0.05)
    asked_at = time.time()
    stopped = await person.post(session, "stop")
    answered_at = time.time()
    assert stopped.json() == {"status": "stopped"}
    assert answered_at - asked_at < 1
    log = (await person.http.get(f"/tailoring-sessions/{session}/events")).json()
    calls = [seen for seen in model.seen if seen.path.endswith("/chat/completions")]
    async with asyncio.timeout(5):
        while not all(seen.closed_by_client for seen in calls):
            await asyncio.sleep(0.02)
    assert max(seen.closed_by_client or 0 for seen in calls) - asked_at < 1
    await asyncio.sleep(1.5)
    assert (await person.http.get(f"/tailoring-sessions/{session}/events")).json() == log, "something landed after stop"
    assert (await person.show(session))["status"] == "stopped"
    assert len([seen for seen in model.seen if seen.path.endswith("/chat/completions")]) == len(calls)


async def test_refused_claim_becomes_a_question_and_a_yes_makes_it_a_change(
    person: Person, model: ScriptedModel
) -> None:
    model.always(lie())
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    async with person.listen(session) as ear:
        while (asked := await ear.until_asked())["kind"] != "clarify":
            assert asked["kind"] == "gap", asked
            await person.say(session, "skip", asked["input_id"])
        blocked = {change["id"]: change for change in await person.changes(session) if change["state"] == "blocked"}
        assert any(change["after"] in asked["question"] for change in blocked.values())
        await person.say(session, "Yes", asked["input_id"])
        while (asked := await ear.until_asked())["kind"] != "review":
            await person.say(session, "No", asked["input_id"])
    again = [change for change in await person.changes(session) if change["id"].endswith(".again")]
    assert len(again) == 1
    assert again[0]["state"] == "proposed"
    assert again[0]["evidence"]
