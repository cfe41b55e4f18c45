"""A run's events as server-sent events: the socket's twin for who cannot hold one."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from uuid import UUID

from fastapi import Request
from starlette.responses import StreamingResponse

from backend.auth.caller import Caller
from backend.errors import Invalid
from backend.models.run import Event
from backend.runs.events import to_message
from backend.runs.socket import CHECK_SECONDS, Closed, check_welcome

HEARTBEAT_BATCHES = 15


def event_stream(request: Request, caller: Caller, run_id: UUID, after: int) -> StreamingResponse:
    """All events after `after` or after the header `Last-Event-ID`, then live ones, until the client goes."""
    last = request.headers.get("last-event-id")
    if last is not None:
        if not last.isdecimal() or len(last) > 9:
            raise Invalid("Last-Event-ID must be a seq of this session.", "INVALID_LAST_EVENT_ID")
        after = int(last)
    return StreamingResponse(
        lines(request, caller, run_id, after),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def lines(request: Request, caller: Caller, run_id: UUID, after: int) -> AsyncIterator[str]:
    state = request.app.state
    quiet, checked = 0, asyncio.get_running_loop().time()
    yield ": open\n\n"
    try:
        async with state.sockets.seat(caller):
            async for batch in state.feed.follow(run_id, after):
                for event in batch:
                    yield frame(event)
                quiet = 0 if batch else quiet + 1
                if quiet and quiet % HEARTBEAT_BATCHES == 0:
                    yield ": heartbeat\n\n"
                now = asyncio.get_running_loop().time()
                if now - checked > CHECK_SECONDS:
                    checked = now
                    await check_welcome(state.database, caller, run_id)
    except Closed as closed:
        yield f"event: error\ndata: {json.dumps({'code': closed.code, 'message': closed.reason})}\n\n"


def frame(event: Event) -> str:
    return f"id: {event.seq}\nevent: {event.type}\ndata: {json.dumps(to_message(event), ensure_ascii=False)}\n\n"
