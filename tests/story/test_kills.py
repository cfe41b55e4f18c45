"""kill -9 of the server in each step: the run finishes by itself and nothing is lost, doubled, asked or paid twice."""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
import websockets

from tests.scripted_model import ScriptedModel
from tests.story.person import Event, Person
from tests.story.samples import POSTING_TEXT, resume_pdf
from tests.story.server import Server, Site

STEPS = ("read_resume", "fetch_posting", "understand", "match", "propose", "ground", "finish")


@pytest.fixture
def model() -> Iterator[ScriptedModel]:
    with ScriptedModel() as model:
        yield model


@pytest.fixture
def llm_server(tmp_path: Path, database_url: str, site: Site, model: ScriptedModel) -> Iterator[Server]:
    server = Server(
        tmp_path,
        database_url,
        scraper_allowed_hosts=site.host,
        engine="llm",
        llm_base_url=model.base_url,
        llm_model="m",
    ).start()
    yield server
    server.stop()


async def reconnecting(person: Person, session: str, heard: list[Event], server: Server, wounds: Wounds) -> None:
    """Listen until the session has ended, coming back with `after` whenever the server was killed."""
    while True:
        after = heard[-1]["seq"] if heard else 0
        try:
            async with person.listen(session, after) as ear:
                while True:
                    event = await ear.next(40)
                    if "seq" not in event:
                        continue
                    heard.append(event)
                    if wounds.strikes(event):
                        server.kill()
                        wounds.times.append(time.time())
                        server.start()
                        break
                    await wounds.react(person, session, event)
                    if event["type"] == "session_status" and event["status"] in ("completed", "failed"):
                        return
        except (websockets.ConnectionClosed, OSError, httpx.TransportError):
            await asyncio.sleep(0.2)


class Wounds:
    """Where the server is killed: at the first word of each step, at each kind of question, and after an answer."""

    def __init__(self, *only: str) -> None:
        self.only = only
        self.struck: list[str] = []
        self.times: list[float] = []
        self.after_answer = False

    def strikes(self, event: Event) -> bool:
        if self.after_answer and "after answer" not in self.struck:
            self.struck.append("after answer")
            return True
        name = ""
        if event["type"] == "progress_update" and event.get("step") in STEPS:
            name = event["step"]
        if event["type"] == "human_input_required":
            name = f"asked {event['kind']}"
        if event["type"] == "change_proposed":
            name = "proposed"
        if not name or name in self.struck or (self.only and name not in self.only):
            return False
        self.struck.append(name)
        return True

    async def react(self, person: Person, session: str, _event: Event) -> None:
        shown = await person.show(session)
        if pending := shown["pending_input"]:
            if pending["kind"] == "review":
                reply = await person.decide(session, **dict.fromkeys(pending["change_ids"], "accept"))
            else:
                reply = await person.say(session, "No", pending["input_id"])
                self.after_answer = True
            known = ("ALREADY_ANSWERED", "ALREADY_DECIDED")
            assert reply.status_code == 200 or reply.json()["detail"]["code"] in known, reply.text


def check_history(heard: list[Event], log: list[Event]) -> None:
    seqs = [event["seq"] for event in heard]
    assert seqs == list(range(1, len(seqs) + 1)), "an event was missed or doubled"
    assert heard == log[: len(heard)]
    asked = Counter(
        json.dumps(event["requirement"], sort_keys=True)
        for event in heard
        if event["type"] == "human_input_required" and event["requirement"]
    )
    assert not [text for text, times in asked.items() if times > 1], "a question was asked twice"
    proposed = Counter(event["change"]["id"] for event in heard if event["type"] == "change_proposed")
    assert not [id_ for id_, times in proposed.items() if times > 1], "a change was proposed twice"
    said = Counter((event["message"], event["step"]) for event in heard if event["type"] == "progress_update")
    assert said["Matching your resume with the job", "match"] == 1


async def whole_log(person: Person, session: str) -> list[Event]:
    answer = await person.http.get(f"/tailoring-sessions/{session}/events", params={"limit": 1000})
    return list(answer.json()["items"])


def lost_at(kills: list[float], ended: list[tuple[float, str]], kept: list[float]) -> int:
    """How many answers had come when the server was killed and were not on disk yet."""
    return sum(
        len({body for at, body in ended if at <= kill}) - len([at for at in kept if at <= kill]) for kill in kills
    )


@pytest.mark.timeout(240)
async def test_offline_session_survives_kill_9_in_each_step(server: Server, site: Site) -> None:
    person = await Person(server.url).sign_up()
    session = await person.create(resume_pdf(), job_url=site.url("/jobs/backend"))
    heard: list[Event] = []
    wounds = Wounds()
    await reconnecting(person, session, heard, server, wounds)
    assert heard[-1]["status"] == "completed"
    assert set(STEPS) <= set(wounds.struck)
    assert {"asked gap", "asked review", "after answer"} <= set(wounds.struck)
    check_history(heard, await whole_log(person, session))
    assert (await person.export(session, "pdf")).status_code == 200
    await person.close()


@pytest.mark.timeout(240)
async def test_model_session_survives_kill_9_and_pays_no_call_twice(
    llm_server: Server, site: Site, model: ScriptedModel, database_url: str
) -> None:
    person = await Person(llm_server.url).sign_up()
    session = await person.create(resume_pdf(), job_url=site.url("/jobs/backend"))
    heard: list[Event] = []
    wounds = Wounds("understand", "propose", "ground", "asked review")
    await reconnecting(person, session, heard, llm_server, wounds)
    assert heard[-1]["status"] == "completed"
    assert {"understand", "propose", "ground"} <= set(wounds.struck)
    check_history(heard, await whole_log(person, session))
    ended = [
        (seen.ended, json.dumps(seen.body, sort_keys=True))
        for seen in model.seen
        if seen.path.endswith("/chat/completions") and seen.ended is not None and seen.closed_by_client is None
    ]
    with psycopg.connect(database_url) as connection:
        kept = [at for (at,) in connection.execute("SELECT extract(epoch FROM at)::float8 FROM model_calls")]
    assert ended
    assert len(kept) == len({body for _, body in ended})
    repeated = len(ended) - len(kept)
    assert repeated <= lost_at(wounds.times, ended, kept), "a call that was kept was repeated"
    await person.close()


async def test_run_of_a_dead_worker_is_taken_up_by_another_process(
    tmp_path: Path, database_url: str, site: Site
) -> None:
    """Two processes on one database: the server only serves, and the worker that is killed is replaced by a second."""
    settings: dict[str, Any] = {"scraper_allowed_hosts": site.host, "upload_dir": str(tmp_path / "files")}
    server = Server(tmp_path / "server", database_url, **settings).start("serve", "--no-worker")
    first = Server(tmp_path / "first", database_url, **settings).start("worker")
    person = await Person(server.url).sign_up()
    try:
        session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
        async with person.listen(session) as ear:
            await ear.until(lambda event: event.get("step") == "read_resume")
            first.kill()
            second = Server(tmp_path / "second", database_url, **settings).start("worker")
            try:
                await ear.until_asked("gap", seconds=40)
            finally:
                second.stop()
    finally:
        await person.close()
        server.stop()
