"""The socket: who may listen, from where, and how it ends."""

from __future__ import annotations

import asyncio
import json
from typing import Any
from uuid import uuid4

import httpx
import pytest
import websockets

from tests.story.person import Person
from tests.story.samples import POSTING_TEXT, resume_pdf
from tests.story.server import Server


async def closing_code(url: str, *messages: str, **options: Any) -> int:
    async with websockets.connect(url, **options) as socket:
        for message in messages:
            await socket.send(message)
        try:
            while True:
                await asyncio.wait_for(socket.recv(), 10)
        except websockets.ConnectionClosed as closed:
            assert closed.rcvd is not None
            return closed.rcvd.code


def socket_url(person: Person, session: str, query: str = "") -> str:
    return person.url.replace("http", "ws", 1) + f"/ws/tailoring/{session}{query}"


def bearer(person: Person) -> dict[str, str]:
    return {"Authorization": f"Bearer {person.tokens['access_token']}"}


@pytest.fixture
async def session(person: Person) -> str:
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    async with person.listen(session) as ear:
        await ear.until_asked()
    return session


async def test_first_message_may_carry_the_token(person: Person, session: str) -> None:
    async with websockets.connect(socket_url(person, session)) as socket:
        await socket.send(json.dumps({"type": "auth", "access_token": person.tokens["access_token"]}))
        assert json.loads(await socket.recv())["type"] == "progress_update"


async def test_ticket_works_once_and_for_its_origin(person: Person, session: str) -> None:
    origin = person.url
    made = await person.http.post(f"/tailoring-sessions/{session}/ticket", headers={"Origin": origin})
    assert made.status_code == 201
    assert made.json()["expires_in"] == 30
    protocols = [websockets.Subprotocol("bespoke.v1"), websockets.Subprotocol(f"ticket.{made.json()['ticket']}")]
    url = socket_url(person, session)
    async with websockets.connect(url, subprotocols=protocols, origin=websockets.Origin(origin)) as socket:
        assert socket.subprotocol == "bespoke.v1"
        assert json.loads(await socket.recv())["type"] == "hello"
    assert await closing_code(url, subprotocols=protocols, origin=websockets.Origin(origin)) == 4401


async def test_wrong_tokens_and_messages_are_told_apart(person: Person, session: str) -> None:
    url = socket_url(person, session)
    assert await closing_code(url, additional_headers={"Authorization": "Bearer nonsense"}) == 4401
    assert await closing_code(url, json.dumps({"type": "auth", "access_token": "x"})) == 4401
    assert await closing_code(url, "hello") == 4400
    assert await closing_code(url, json.dumps({"type": "chat", "access_token": "x"})) == 4400
    assert await closing_code(url) == 4408
    unknown = socket_url(person, str(uuid4()))
    assert await closing_code(unknown, additional_headers=bearer(person)) == 4404
    assert await closing_code(socket_url(person, "nonsense"), additional_headers=bearer(person)) == 4404


async def test_stranger_gets_4404(person: Person, session: str, shared_server: Server) -> None:
    stranger = await Person(shared_server.url, "eavesdropper").sign_up()
    assert await closing_code(socket_url(person, session), additional_headers=bearer(stranger)) == 4404
    await stranger.close()


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1.evil.example", "https://127.0.0.1"]
)
async def test_foreign_origin_is_refused_before_the_socket_opens(person: Person, session: str, origin: str) -> None:
    with pytest.raises(websockets.InvalidStatus) as refused:
        await closing_code(
            socket_url(person, session), additional_headers=bearer(person), origin=websockets.Origin(origin)
        )
    assert refused.value.response.status_code == 403


async def test_commands_go_over_http(person: Person, session: str) -> None:
    async with person.listen(session) as ear:
        await ear.socket.send(json.dumps({"type": "stop"}))
        error = await ear.until(lambda event: event["type"] == "error")
        assert error["code"] == "COMMANDS_GO_OVER_HTTP"
    assert (await person.show(session))["status"] == "waiting_for_input"


async def test_after_gives_only_what_came_later(person: Person, session: str) -> None:
    async with person.listen(session) as ear:
        hello = await ear.next()
        everything = [await ear.next() for _ in range(hello["last_seq"])]
    async with person.listen(session, after=hello["last_seq"] - 2) as ear:
        await ear.next()
        assert [await ear.next(), await ear.next()] == everything[-2:]
    log = (await person.http.get(f"/tailoring-sessions/{session}/events", params={"limit": 1000})).json()
    assert log["items"] == everything
    assert log["last_seq"] == hello["last_seq"]


async def test_server_sent_events_are_the_same_stream(person: Person, session: str) -> None:
    log = (await person.http.get(f"/tailoring-sessions/{session}/events", params={"limit": 1000})).json()["items"]
    headers = {"Accept": "text/event-stream", "Last-Event-ID": "2"}
    heard: list[dict[str, Any]] = []
    async with person.http.stream("GET", f"/tailoring-sessions/{session}/events", headers=headers) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        async for line in stream.aiter_lines():
            if line.startswith("data: "):
                heard.append(json.loads(line[6:]))
            if len(heard) == len(log) - 2:
                break
    assert heard == log[2:]


async def test_too_many_sockets_of_one_person_are_refused(person: Person, session: str) -> None:
    url = socket_url(person, session)
    opened = [await websockets.connect(url, additional_headers=bearer(person)) for _ in range(20)]
    try:
        await asyncio.gather(*(socket.recv() for socket in opened))
        assert await closing_code(url, additional_headers=bearer(person)) == 4429
    finally:
        await asyncio.gather(*(socket.close() for socket in opened))


async def test_restarting_server_says_so(server: Server) -> None:
    person = await Person(server.url).sign_up()
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    async with person.listen(session) as ear:
        await ear.until_asked()
        server.process.terminate()  # type: ignore[union-attr]
        with pytest.raises(websockets.ConnectionClosed) as closed:
            while True:
                await ear.next()
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1012
    with pytest.raises(httpx.TransportError):
        for _ in range(50):
            await person.http.get("/health/live")
            await asyncio.sleep(0.1)
    await person.close()
