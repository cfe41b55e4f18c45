"""The tailoring routes of the contract. Bodies in, service, bodies out."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, File, Form, Query, Request, Response, UploadFile
from fastapi.encoders import jsonable_encoder

from agent.resume.model import Resume
from agent.resume.write.export import export, filename
from agent.resume.write.markdown import to_markdown
from agent.tailor.desk import Decision
from backend.auth.caller import CallerDep
from backend.database import Db, SettingsDep
from backend.errors import responses
from backend.models.tailoring import Fact, Version
from backend.runs import service as runs
from backend.runs import tickets
from backend.runs.events import events_after, to_message
from backend.runs.idempotency import OnceDep
from backend.runs.stream import event_stream
from backend.storage import Storage, read_limited
from backend.tailoring import paging, schemas, service
from backend.tailoring.forms import read_order

router = APIRouter(prefix="/tailoring-sessions", tags=["tailoring sessions"])
facts_router = APIRouter(prefix="/facts", tags=["facts"])

MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "json": "application/json",
}


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
) -> Response:
    data = await read_limited(resume, settings.upload_max_bytes)
    order = read_order(resume.filename or "", job_url, job_text, review, intensity, language)
    if answer := await once.known(data.hex(), order):
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
    items = [await service.view(db, session) for session in shown]
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
    sha256 = await service.erase(db, request.app.state.queue, caller, session_id)
    if sha256:
        await storage_of(request).remove(caller.user_id, sha256)


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
async def ticket(request: Request, session_id: UUID, db: Db, caller: CallerDep) -> dict[str, Any]:
    await service.own(db, caller, session_id)
    issued = await tickets.issue(db, caller, session_id, request.headers.get("origin", ""))
    return {"ticket": issued, "expires_in": tickets.LIFE_SECONDS}


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


@router.get(
    "/{session_id}/match",
    response_model=schemas.Match,
    summary="How the resume meets the posting, before and after",
    responses=responses(400, 401, 404, 409, 500, 503),
)
async def show_match(session_id: UUID, db: Db, caller: CallerDep) -> dict[str, Any]:
    return await service.match_of(db, caller, session_id)


@router.get(
    "/{session_id}/changes",
    response_model=schemas.Changes,
    summary="Every change",
    responses=responses(400, 401, 404, 500, 503),
)
async def show_changes(session_id: UUID, db: Db, caller: CallerDep) -> dict[str, Any]:
    return {"items": await service.changes(db, caller, session_id)}


@router.post(
    "/{session_id}/changes/decisions",
    response_model=schemas.Changes,
    summary="Accept, reject or edit changes: all of these or none",
    responses=responses(400, 401, 404, 409, 500, 503),
)
async def decide(
    request: Request, session_id: UUID, body: schemas.Decisions, db: Db, caller: CallerDep, once: OnceDep
) -> Response:
    await service.own(db, caller, session_id)
    if answer := await once.known(body.model_dump()):
        return answer
    decisions = [Decision(row.change_id, row.decision, row.text) for row in body.decisions]
    changes = await service.decide(db, request.app.state.queue, caller, session_id, decisions)
    return await once.keep(200, {"items": [change.model_dump(mode="json") for change in changes]})


def version_view(row: Version) -> dict[str, Any]:
    names = ("number", "reason", "change_ids", "sha256", "score", "created_at")
    return {name: getattr(row, name) for name in names}


def version_whole(row: Version) -> dict[str, Any]:
    return {**version_view(row), "content": to_markdown(Resume.model_validate(row.resume)), "format": "markdown"}


@router.get(
    "/{session_id}/versions",
    response_model=schemas.Versions,
    summary="Every version",
    responses=responses(400, 401, 404, 500, 503),
)
async def show_versions(session_id: UUID, db: Db, caller: CallerDep) -> dict[str, Any]:
    return {"items": [version_view(row) for row in await service.versions(db, caller, session_id)]}


@router.get(
    "/{session_id}/versions/{number}",
    response_model=schemas.VersionWhole,
    summary="One version, whole",
    responses=responses(400, 401, 404, 500, 503),
)
async def show_version(session_id: UUID, number: schemas.VersionNumber, db: Db, caller: CallerDep) -> dict[str, Any]:
    return version_whole(await service.version(db, caller, session_id, number))


@router.post(
    "/{session_id}/versions/{number}/restore",
    response_model=schemas.VersionWhole,
    status_code=201,
    summary="Make an older version the newest again",
    responses=responses(400, 401, 404, 409, 500, 503),
)
async def restore(
    session_id: UUID, number: schemas.VersionNumber, db: Db, caller: CallerDep, once: OnceDep
) -> Response:
    await service.own(db, caller, session_id)
    if answer := await once.known():
        return answer
    made = await service.restore(db, caller, session_id, number)
    return await once.keep(201, jsonable_encoder(version_whole(made)))


@router.get(
    "/{session_id}/export",
    summary="The resume as a file",
    response_class=Response,
    responses={
        **responses(400, 401, 404, 409, 500, 503),
        200: {"content": {media: {"schema": {"type": "string", "format": "binary"}} for media in MEDIA.values()}},
    },
)
async def export_file(
    session_id: UUID,
    db: Db,
    caller: CallerDep,
    format: schemas.ExportFormat = "pdf",
    version: Annotated[int | None, Query(ge=0, le=2**31 - 1)] = None,
    template: schemas.Template = "classic",
) -> Response:
    row = await service.version(db, caller, session_id, version)
    resume = Resume.model_validate(row.resume)
    data = await asyncio.to_thread(export, resume, format, template)
    return Response(
        data, media_type=MEDIA[format], headers={"Content-Disposition": disposition(filename(resume, format))}
    )


def disposition(name: str) -> str:
    """RFC 6266: the name for every client, and in full for those that read UTF-8."""
    plain = name.encode("ascii", "replace").decode().replace("?", "_").replace('"', "'").replace("\\", "_")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


@facts_router.get("", response_model=schemas.Facts, summary="What you have told us", responses=responses(401, 500, 503))
async def show_facts(db: Db, caller: CallerDep) -> dict[str, Any]:
    return {"items": [fact_view(row) for row in await service.facts(db, caller)]}


@facts_router.delete(
    "/{fact_id}", status_code=204, summary="Forget a fact", responses=responses(400, 401, 404, 500, 503)
)
async def forget(fact_id: UUID, db: Db, caller: CallerDep) -> None:
    await service.forget_fact(db, caller, fact_id)


def fact_view(row: Fact) -> dict[str, Any]:
    said = {name: row.payload.get(name) or "" for name in ("said", "statement", "question")}
    return {
        "id": row.id,
        **said,
        "answer": row.payload.get("answer", "other"),
        "session_id": row.session_id,
        "created_at": row.created_at,
    }
