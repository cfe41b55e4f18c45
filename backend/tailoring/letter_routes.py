"""The routes of the cover letter."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Body, Request, Response

from agent.pace import off_the_loop
from agent.resume.write.export import safe
from agent.resume.write.headings import word
from agent.resume.write.letter import export_letter
from backend.auth.caller import CallerDep
from backend.database import Db
from backend.errors import responses
from backend.runs.idempotency import OnceDep
from backend.tailoring import letters, schemas, service
from backend.tailoring.files import MEDIA, disposition, shape_of

router = APIRouter(tags=["letters"])
LETTER_MEDIA = {format: MEDIA[format] for format in ("pdf", "docx", "md", "txt")}


@router.post(
    "/{session_id}/letter",
    status_code=202,
    response_model=schemas.Queued,
    summary="Have a cover letter written",
    description="The run writes it at its next step; while a question is open, after the answer.",
    responses=responses(400, 401, 404, 409, 500, 503),
)
async def ask_letter(
    request: Request,
    session_id: UUID,
    db: Db,
    caller: CallerDep,
    once: OnceDep,
    body: Annotated[schemas.LetterWish | None, Body(examples=[{"recipient": "Larkspur Freight\nMs. Wend"}])] = None,
) -> Response:
    await service.own(db, caller, session_id)
    recipient = body.recipient.replace("\x00", "").strip() if body else ""
    if answer := await once.known(recipient):
        return answer
    session, run = await service.own_locked(db, caller, session_id)
    await letters.ask(db, request.app.state.queue, session, run, recipient)
    return await once.keep(202, {"status": run.status})


@router.get(
    "/{session_id}/letter",
    response_model=schemas.LetterView,
    summary="The cover letter, and what was left out of it",
    responses=responses(400, 401, 404, 409, 500, 503),
)
async def show_letter(session_id: UUID, db: Db, caller: CallerDep) -> dict[str, Any]:
    session = await service.own(db, caller, session_id)
    return await letters.show(db, session)


@router.get(
    "/{session_id}/letter/export",
    summary="The cover letter as a file",
    response_class=Response,
    responses={
        **responses(400, 401, 404, 409, 500, 503),
        200: {"content": {media: {"schema": shape_of(media)} for media in LETTER_MEDIA.values()}},
    },
)
async def export_letter_file(
    session_id: UUID,
    db: Db,
    caller: CallerDep,
    format: schemas.LetterFormat = "pdf",
    template: schemas.Template = "classic",
    paper: schemas.PaperChoice = None,
) -> Response:
    session = await service.own(db, caller, session_id)
    letter = await letters.sendable(db, session)
    data = await off_the_loop(export_letter, letter, format, template, paper)
    name = " - ".join(filter(None, [safe(letter.sender.name), safe(word(letter.language, "letter"))]))
    headers = {"Content-Disposition": disposition(f"{name}.{format}")}
    return Response(data, media_type=LETTER_MEDIA[format], headers=headers)
