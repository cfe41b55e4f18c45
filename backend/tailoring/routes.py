"""The tailoring routes of the contract. Bodies in, service, bodies out."""

from __future__ import annotations

import hashlib
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, File, Form, Query, Request, Response, UploadFile

from backend.auth.caller import CallerDep
from backend.database import Db, SettingsDep
from backend.errors import responses
from backend.runs import service as runs
from backend.runs import tickets
from backend.runs.events import events_after, to_message
from backend.runs.idempotency import OnceDep
from backend.runs.stream import event_stream
from backend.storage import Storage, read_limited
from backend.tailoring import paging, schemas, service
from backend.tailoring.forms import read_order

router = APIRouter(prefix="/tailoring-sessions", tags=["tailoring sessions"])


def storage_of(request: Request) -> Storage:
    storage: Storage = request.app.state.storage
    return storage


@router.post(
    "/",
    status_code=201,
    response_model=schemas.Created,
    summary="Start tailoring a resume",
    responses=responses(400, 401, 409, 413, 415, 429, 500, 503),
)
async def create(
    request: Request,
    db: Db,
    caller: CallerDep,
    settings: SettingsDep,
    once: OnceDep,
    resume: Annotated[UploadFile, File(description="PDF, DOCX, text, Markdown or JSON Resume")],
    job_url: Annotated[str, Form(max_length=4_000, description="the job posting's page; or give `job_text`")] = "",
    job_text: Annotated[str, Form(max_length=service.LONGEST_JOB_TEXT, description="the posting itself")] = "",
    review: Annotated[
        str, Form(description="`each`: every change is asked; `auto`: what is supported is applied")
    ] = "each",
    language: Annotated[str, Form(max_length=10, description="of the result; the resume's if left out")] = "",
    intensity: Annotated[str, Form(description="`light`, `standard` or `thorough`")] = "standard",
    template: Annotated[
        str, Form(description="`classic`, `modern` or `compact`: how it will look, and what its pages are counted in")
    ] = "classic",
) -> Response:
    data = await read_limited(resume, settings.upload_max_bytes)
    order = read_order(resume.filename or "", job_url, job_text, review, intensity, language, template)
    if answer := await once.known(hashlib.sha256(data).hexdigest(), order):
        return answer
    run = await service.create(
        db, request.app.state.queue, storage_of(request), caller, order, data, most=settings.sessions_open_per_user
    )
    return await once.keep(201, {"id": str(run.id), "status": run.status, "progress": run.progress})


@router.get(
    "/",
    response_model=schemas.SessionPage,
    summary="Your sessions, newest first",
    responses=responses(400, 401, 500, 503),
)
async def list_sessions(
    db: Db,
    caller: CallerDep,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
    cursor: Annotated[str | None, Query(max_length=200, description="`next_cursor` of the page before")] = None,
    status: schemas.Status | None = None,
) -> dict[str, Any]:
    found = await service.page(db, caller, limit=limit, before=paging.read(cursor), status=status)
    shown, more = found[:limit], len(found) > limit
    items = [await service.view(db, session, whole=False) for session in shown]
    return {"items": items, "next_cursor": paging.write(shown[-1].created_at, shown[-1].id) if more else None}


@router.get(
    "/{session_id}",
    response_model=schemas.SessionView,
    summary="One session",
    responses=responses(400, 401, 404, 500, 503),
)
async def show(session_id: UUID, db: Db, caller: CallerDep) -> dict[str, Any]:
    return await service.view(db, await service.own(db, caller, session_id))


@router.delete(
    "/{session_id}", status_code=204, summary="Delete a session", responses=responses(400, 401, 404, 500, 503)
)
async def delete(request: Request, session_id: UUID, db: Db, caller: CallerDep) -> None:
    await service.erase(db, request.app.state.queue, storage_of(request), caller, session_id)


@router.post(
    "/{session_id}/chat",
    response_model=schemas.ChatAnswer,
    summary="Answer the open question, or tell the agent something",
    responses=responses(400, 401, 404, 409, 500, 503),
)
async def chat(
    request: Request, session_id: UUID, body: schemas.Chat, db: Db, caller: CallerDep, once: OnceDep
) -> Response:
    await service.own(db, caller, session_id)
    if answer := await once.known(body.message, body.context):
        return answer
    said = await service.chat(db, request.app.state.queue, caller, session_id, body.message, body.context)
    return await once.keep(200, said)


@router.post(
    "/{session_id}/stop",
    response_model=schemas.Stopped,
    summary="Stop",
    responses=responses(400, 401, 404, 409, 500, 503),
)
async def stop(request: Request, session_id: UUID, db: Db, caller: CallerDep, once: OnceDep) -> Response:
    await service.own(db, caller, session_id)
    if answer := await once.known():
        return answer
    run = await runs.stop(db, request.app.state.queue, session_id)
    return await once.keep(200, {"status": run.status})


@router.post(
    "/{session_id}/resume",
    response_model=schemas.Queued,
    summary="Go on from the last checkpoint",
    responses=responses(400, 401, 404, 409, 500, 503),
)
async def proceed(request: Request, session_id: UUID, db: Db, caller: CallerDep, once: OnceDep) -> Response:
    await service.own(db, caller, session_id)
    if answer := await once.known():
        return answer
    run = await runs.proceed(db, request.app.state.queue, session_id)
    return await once.keep(200, {"status": run.status})


@router.post(
    "/{session_id}/ticket",
    status_code=201,
    response_model=schemas.TicketAnswer,
    summary="A one-time ticket for a browser's socket",
    responses=responses(400, 401, 404, 500, 503),
)
async def ticket(request: Request, session_id: UUID, db: Db, caller: CallerDep, once: OnceDep) -> Response:
    await service.own(db, caller, session_id)
    origin = request.headers.get("origin", "")
    if answer := await once.known(origin):
        return answer
    issued = await tickets.issue(db, caller, session_id, origin)
    return await once.keep(201, {"ticket": issued, "expires_in": tickets.LIFE_SECONDS})


@router.get(
    "/{session_id}/events",
    response_model=schemas.Messages,
    summary="What the session said; as server-sent events if you ask for them",
    responses={
        **responses(400, 401, 404, 500, 503),
        200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}},
    },
)
async def events(
    request: Request,
    session_id: UUID,
    db: Db,
    caller: CallerDep,
    after: Annotated[int, Query(ge=0, le=2**31 - 1)] = 0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 200,
) -> Any:
    await service.own(db, caller, session_id)
    if "text/event-stream" in request.headers.get("accept", ""):
        return event_stream(request, caller, session_id, after)
    found = await events_after(db, session_id, after, limit)
    return {"items": [to_message(event) for event in found], "last_seq": await service.last_seq(db, session_id)}
