"""The routes of what came out: the match, the changes, the versions, the files, and what the person told us."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from fastapi.encoders import jsonable_encoder

from agent.pace import off_the_loop
from agent.resume.model import Resume
from agent.resume.write.export import export, filename, page_count
from agent.resume.write.markdown import to_markdown
from agent.tailor.desk import Decision
from backend.auth.caller import CallerDep
from backend.database import Db
from backend.errors import Invalid, responses
from backend.models.tailoring import Fact, Version
from backend.runs.idempotency import OnceDep
from backend.tailoring import files, letter_routes, schemas, service
from backend.tailoring.files import MEDIA, disposition, shape_of

router = APIRouter(prefix="/tailoring-sessions", tags=["results"])
facts_router = APIRouter(prefix="/facts", tags=["facts"])
router.include_router(letter_routes.router)


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
    names = ("number", "reason", "kind", "by", "change_ids", "corrections", "sha256", "pages", "score", "created_at")
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
        200: {
            "content": {media: {"schema": shape_of(media)} for media in MEDIA.values()},
            "headers": {"Page-Count": {"schema": {"type": "integer"}, "description": "of a PDF"}},
        },
    },
)
async def export_file(
    request: Request,
    session_id: UUID,
    db: Db,
    caller: CallerDep,
    format: schemas.ExportFormat = "pdf",
    version: Annotated[int | None, Query(ge=0, le=2**31 - 1)] = None,
    template: schemas.Template | None = None,
    paper: schemas.PaperChoice = None,
    mode: schemas.ExportMode = "new",
    partial: Annotated[bool, Query(description="leave out changes that have no clear place in your own file")] = False,
) -> Response:
    session = await service.own(db, caller, session_id)
    if mode != "new" and format != "docx":
        raise Invalid("Your own file is a Word file: ask for it with format=docx.", "MODE_NEEDS_DOCX")
    row = await service.version(db, caller, session_id, version)
    resume = Resume.model_validate(row.resume)
    if mode == "new":
        data = await off_the_loop(export, resume, format, template or session.template, paper)
    else:
        storage = request.app.state.storage
        data = await files.own_word_file(db, storage, caller, session, row, mode, partial=partial)
    headers = {"Content-Disposition": disposition(filename(resume, format))}
    if format == "pdf":
        headers["Page-Count"] = str(await off_the_loop(page_count, data))
    return Response(data, media_type=MEDIA[format], headers=headers)


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
