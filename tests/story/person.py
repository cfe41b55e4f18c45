"""A person at a client: signs in, uploads, listens and answers, over real HTTP and WebSocket."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx
import websockets

PASSWORD = "correct horse battery staple"

Event = dict[str, Any]


class Person:
    def __init__(self, url: str, name: str = "jane") -> None:
        self.url = url
        self.name = name
        self.http = httpx.AsyncClient(base_url=url, timeout=30)
        self.tokens: dict[str, Any] = {}

    async def sign_up(self) -> Person:
        form = {"username": self.name, "email": f"{self.name}@example.org", "password": PASSWORD}
        answer = await self.http.post("/auth/register", json=form)
        assert answer.status_code in (201, 409), answer.text
        answer = await self.http.post("/auth/login", json={"username": self.name, "password": PASSWORD})
        assert answer.status_code == 200, answer.text
        self.tokens = answer.json()
        self.http.headers["Authorization"] = f"Bearer {self.tokens['access_token']}"
        return self

    async def close(self) -> None:
        await self.http.aclose()

    async def create(self, data: bytes, filename: str = "resume.pdf", **form: str) -> str:
        answer = await self.http.post("/tailoring-sessions/", files={"resume": (filename, data)}, data=form)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    async def show(self, session: str) -> dict[str, Any]:
        answer = await self.http.get(f"/tailoring-sessions/{session}")
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def post(self, session: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
        return await self.http.post(f"/tailoring-sessions/{session}/{path}", json=body, headers=headers)

    async def say(self, session: str, message: str, context: str = "", **headers: str) -> httpx.Response:
        return await self.post(session, "chat", {"message": message, "context": context}, **headers)

    async def decide(self, session: str, **decisions: str) -> httpx.Response:
        rows = [{"change_id": id_, "decision": decision} for id_, decision in decisions.items()]
        return await self.post(session, "changes/decisions", {"decisions": rows})

    async def changes(self, session: str) -> list[dict[str, Any]]:
        return list((await self.http.get(f"/tailoring-sessions/{session}/changes")).json()["items"])

    async def export(self, session: str, format: str, **query: str) -> httpx.Response:
        return await self.http.get(f"/tailoring-sessions/{session}/export", params={"format": format, **query})

    @asynccontextmanager
    async def listen(self, session: str, after: int = 0, *, full: bool = True) -> AsyncIterator[Ear]:
        url = self.url.replace("http", "ws", 1) + f"/ws/tailoring/{session}?after={after}"
        protocols = [websockets.Subprotocol("bespoke.v1")] if full else None
        headers = {"Authorization": f"Bearer {self.tokens['access_token']}"}
        async with websockets.connect(url, additional_headers=headers, subprotocols=protocols) as socket:
            yield Ear(socket)


class Ear:
    """What was heard on one socket."""

    def __init__(self, socket: websockets.ClientConnection) -> None:
        self.socket = socket
        self.heard: list[Event] = []

    async def next(self, seconds: float = 15) -> Event:
        event: Event = json.loads(await asyncio.wait_for(self.socket.recv(), seconds))
        self.heard.append(event)
        return event

    async def until(self, found: Callable[[Event], bool], seconds: float = 30) -> Event:
        """The first event that fits, from here on; what was heard tells the rest if none comes."""
        try:
            async with asyncio.timeout(seconds):
                while True:
                    event = await self.next(seconds)
                    if found(event):
                        return event
        except TimeoutError:
            last = "\n".join(json.dumps(event)[:300] for event in self.heard[-8:])
            raise AssertionError(f"nothing fitting was heard; last was:\n{last}") from None

    async def until_asked(self, *kinds: str, seconds: float = 30) -> Event:
        return await self.until(
            lambda event: event["type"] == "human_input_required" and (not kinds or event["kind"] in kinds), seconds
        )

    async def until_status(self, *statuses: str, seconds: float = 30) -> Event:
        return await self.until(
            lambda event: event["type"] == "session_status" and event["status"] in statuses, seconds
        )


async def go_through(person: Person, session: str, ear: Ear, *, answer: str = "No", seconds: float = 60) -> Event:
    """Answer everything, accept every change, until the session ends; the last status."""
    async with asyncio.timeout(seconds):
        while True:
            event = await ear.next(seconds)
            if event["type"] == "human_input_required":
                if event["kind"] == "review":
                    reply = await person.decide(session, **dict.fromkeys(event["change_ids"], "accept"))
                else:
                    reply = await person.say(session, answer, event["input_id"])
                assert reply.status_code == 200, reply.text
            if event["type"] == "session_status" and event["status"] in ("completed", "failed", "stopped"):
                return event
