"""The session's WebSocket: it only speaks. All later messages first, then live ones; commands go over HTTP.

Who may listen: a bearer header, a browser's one-time ticket as subprotocol, or a first message with the access token.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any
from uuid import UUID

from fastapi import WebSocket, WebSocketDisconnect
from pydantic import BaseModel, ValidationError
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from backend.access import readable
from backend.auth.caller import Caller, caller_from_token, still_signed_in
from backend.database import Database
from backend.errors import Unauthorized
from backend.models.run import Run
from backend.runs import service, tickets
from backend.runs.events import BASIC, to_message
from backend.runs.feed import Feed
from backend.runs.origins import origin_allowed

PROTOCOL = "bespoke.v1"
AUTH_SECONDS = 5
SEND_SECONDS = 5
HEARTBEAT_SECONDS = 15
CHECK_SECONDS = 30

BAD_MESSAGE, NO_TOKEN, NO_SESSION, NO_AUTH, TOO_MANY = 4400, 4401, 4404, 4408, 4429
TOO_SLOW, RESTARTING, OURS = 1013, 1012, 1011


class Closed(Exception):
    """The socket is to be closed with this code."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class AuthMessage(BaseModel):
    type: str
    access_token: str


class Sockets:
    """The open sockets of this process: how many each person has, and the word to go when the server restarts."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.of: Counter[UUID] = Counter()
        self.closing = asyncio.Event()

    @asynccontextmanager
    async def seat(self, caller: Caller) -> AsyncIterator[None]:
        if self.of[caller.user_id] >= self.most:
            raise Closed(TOO_MANY, "too many sockets")
        self.of[caller.user_id] += 1
        try:
            yield
        finally:
            self.of[caller.user_id] -= 1


async def serve(socket: WebSocket, run_id: UUID | None, after: int | None) -> None:
    """Handle one socket from handshake to close. `after` is None where the client gave no number."""
    state = socket.app.state
    if not origin_allowed(socket, state.settings):
        await socket.close(1008)
        return
    offered = [name.strip() for name in socket.headers.get("sec-websocket-protocol", "").split(",") if name.strip()]
    chosen = PROTOCOL if PROTOCOL in offered else None
    await socket.accept(subprotocol=chosen)
    try:
        if after is None:
            raise Closed(BAD_MESSAGE, "after must be a seq")
        caller = await identify(socket, offered, run_id)
        if run_id is None or not await may_listen(state.database, caller, run_id):
            raise Closed(NO_SESSION, "no such session")
        async with state.sockets.seat(caller):
            await converse(socket, caller, run_id, after, full=chosen is not None)
    except Closed as closed:
        await close(socket, closed.code, closed.reason)
    except (DBAPIError, PoolTimeout):
        await close(socket, TOO_SLOW, "the database is out of reach; come back shortly")
    except (WebSocketDisconnect, RuntimeError, OSError):
        return


async def close(socket: WebSocket, code: int, reason: str) -> None:
    try:
        await asyncio.wait_for(socket.close(code, reason), 1)
    except (TimeoutError, RuntimeError, WebSocketDisconnect):
        return


async def identify(socket: WebSocket, offered: list[str], run_id: UUID | None) -> Caller:
    """Who is there. Raises Closed."""
    database: Database = socket.app.state.database
    header = socket.headers.get("authorization", "")
    ticket = next((name.removeprefix("ticket.") for name in offered if name.startswith("ticket.")), None)
    if ticket is not None and run_id is not None:
        async with database.session() as db:
            row = await tickets.redeem(db, ticket, run_id, socket.headers.get("origin", ""))
        if row is None or row.family_id is None:
            raise Closed(NO_TOKEN, "bad ticket")
        return Caller(row.user_id, row.family_id, row.expires_at)
    if header[:7].lower() == "bearer ":
        return await by_token(socket, header[7:].strip())
    try:
        first = await asyncio.wait_for(socket.receive_text(), AUTH_SECONDS)
    except TimeoutError:
        raise Closed(NO_AUTH, "no auth in time") from None
    except KeyError:
        raise Closed(BAD_MESSAGE, "text messages only") from None
    try:
        message = AuthMessage.model_validate_json(first)
    except ValidationError:
        raise Closed(BAD_MESSAGE, "the first message must be the auth message") from None
    if message.type != "auth":
        raise Closed(BAD_MESSAGE, "the first message must be the auth message")
    return await by_token(socket, message.access_token)


async def by_token(socket: WebSocket, token: str) -> Caller:
    state = socket.app.state
    async with state.database.session() as db:
        try:
            return await caller_from_token(token, db, state.settings)
        except Unauthorized as error:
            raise Closed(NO_TOKEN, error.code.lower()) from None


async def may_listen(database: Database, caller: Caller, run_id: UUID) -> bool:
    async with database.session() as db:
        return await db.scalar(readable(Run, caller).where(Run.id == run_id)) is not None


async def converse(socket: WebSocket, caller: Caller, run_id: UUID, after: int, *, full: bool) -> None:
    """Speak and listen at once; whichever ends first ends both."""
    lock = asyncio.Lock()
    tasks = [
        asyncio.create_task(speak(socket, caller, run_id, after, lock, full=full)),
        asyncio.create_task(refuse_commands(socket, lock, full=full)),
        asyncio.create_task(leave_on_restart(socket)),
    ]
    if full:
        tasks.append(asyncio.create_task(beat(socket, lock)))
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def send(socket: WebSocket, lock: asyncio.Lock, message: dict[str, Any]) -> None:
    async with lock:
        try:
            await asyncio.wait_for(socket.send_text(json.dumps(message, ensure_ascii=False)), SEND_SECONDS)
        except TimeoutError:
            raise Closed(TOO_SLOW, "too slow") from None


async def speak(socket: WebSocket, caller: Caller, run_id: UUID, after: int, lock: asyncio.Lock, *, full: bool) -> None:
    database: Database = socket.app.state.database
    feed: Feed = socket.app.state.feed
    if full:
        await send(socket, lock, await hello(database, run_id))
    checked = asyncio.get_running_loop().time()
    async for batch in feed.follow(run_id, after):
        for event in batch:
            if full or event.type in BASIC:
                await send(socket, lock, to_message(event))
        now = asyncio.get_running_loop().time()
        if now - checked > CHECK_SECONDS:
            checked = now
            with suppress(DBAPIError, PoolTimeout, OSError):
                await check_welcome(database, caller, run_id)


async def check_welcome(database: Database, caller: Caller, run_id: UUID) -> None:
    """Raises Closed when the listener has signed out or the session is gone."""
    async with database.session() as db:
        if not await still_signed_in(caller, db):
            raise Closed(NO_TOKEN, "signed out")
    if not await may_listen(database, caller, run_id):
        raise Closed(NO_SESSION, "no such session")


async def hello(database: Database, run_id: UUID) -> dict[str, Any]:
    async with database.session() as db:
        run = await db.scalar(select(Run).where(Run.id == run_id))
        questions = await service.open_questions(db, run_id)
    if run is None:
        raise Closed(NO_SESSION, "no such session")
    inputs = [service.question_payload(row) for row in questions] if run.status == "waiting_for_input" else []
    return {
        "type": "hello",
        "session_id": str(run_id),
        "last_seq": run.last_seq,
        "status": run.status,
        "open_inputs": inputs,
        "heartbeat_s": HEARTBEAT_SECONDS,
    }


async def refuse_commands(socket: WebSocket, lock: asyncio.Lock, *, full: bool) -> None:
    """Whatever a client says here is no command. A simple client hears so as a progress message."""
    text = "Commands go over HTTP; this socket only speaks."
    while True:
        message = await socket.receive()
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1000))
        if full:
            answer = {"type": "error", "code": "COMMANDS_GO_OVER_HTTP", "message": text, "retryable": False}
        else:
            answer = {"type": "progress_update", "message": text, "level": "error", "code": "COMMANDS_GO_OVER_HTTP"}
        await send(socket, lock, answer)


async def beat(socket: WebSocket, lock: asyncio.Lock) -> None:
    while True:
        await asyncio.sleep(HEARTBEAT_SECONDS)
        await send(socket, lock, {"type": "heartbeat"})


async def leave_on_restart(socket: WebSocket) -> None:
    await socket.app.state.sockets.closing.wait()
    raise Closed(RESTARTING, "the server restarts")
