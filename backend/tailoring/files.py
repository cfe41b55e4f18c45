"""Files as they are handed out, and the person's own Word file: clean, or tracked for Word to accept one by one."""

from __future__ import annotations

from typing import Literal
from urllib.parse import quote

from sqlalchemy.ext.asyncio import AsyncSession

from agent.pace import off_the_loop
from agent.resume.correct import Correction, rewritten
from agent.resume.model import Line, Resume
from agent.resume.write.docx_edit import UnlocatedChanges, edit_docx
from backend.access import Caller, readable
from backend.errors import Conflict
from backend.models.tailoring import TailoringSession, Upload, Version
from backend.storage import Storage
from backend.tailoring import drafts, sources

MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "json": "application/json",
}
OwnMode = Literal["own", "tracked"]


async def own_word_file(
    db: AsyncSession,
    storage: Storage,
    caller: Caller,
    session: TailoringSession,
    version: Version,
    mode: OwnMode,
    *,
    partial: bool,
) -> bytes:
    """The upload with what differs between it and `version`; `own` is clean.

    Raises Conflict when the upload was no Word file, and when a change has no clear place in it, unless `partial`: then
    the file comes without those.
    """
    original = await word_upload(db, storage, caller, session)
    source = await sources.source_with(db, session, version.corrections)
    in_effect = set(version.change_ids)
    changes = [drafts.to_change(row) for row in await drafts.change_rows(db, session) if row.id in in_effect]
    result = Resume.model_validate(version.resume)
    written: Literal["clean", "tracked"] = "clean" if mode == "own" else "tracked"
    told = rewritten([Correction.model_validate(each) for each in version.corrections], source.quotes)
    before, after = with_details(source, [old for old, _ in told]), with_details(result, [new for _, new in told])
    try:
        return await off_the_loop(edit_docx, original, before, after, changes, written)
    except UnlocatedChanges as missing:
        if partial:
            return missing.data
        hint = " Export with partial=true for the file without them, or with mode=new for our own layout."
        raise Conflict(f"{missing}{hint}", missing.code) from missing


def with_details(resume: Resume, lines: list[Line]) -> Resume:
    """The resume with further lines of its head, for the Word file's writer to find and rewrite."""
    basics = resume.basics.model_copy(update={"details": [*resume.basics.details, *lines]})
    return resume.model_copy(update={"basics": basics})


async def word_upload(db: AsyncSession, storage: Storage, caller: Caller, session: TailoringSession) -> bytes:
    """The bytes that were uploaded. Raises Conflict when they are no Word file."""
    assert session.resume_path is not None
    sha256 = session.resume_path.rsplit("/", 1)[-1]
    upload = await db.scalar(readable(Upload, caller).where(Upload.sha256 == sha256))
    if upload is None or upload.format != "docx":
        raise Conflict(
            "You did not upload a Word file, so there is none to give back; export with mode=new.", "NOT_A_WORD_FILE"
        )
    return await storage.read(session.user_id, sha256)


def shape_of(media: str) -> dict[str, str]:
    if media == "application/json":
        return {"type": "object", "description": "JSON Resume 1.0"}
    return {"type": "string"} if media.startswith("text/") else {"type": "string", "format": "binary"}


def disposition(name: str) -> str:
    """RFC 6266: the name for every client, and in full for those that read UTF-8."""
    plain = name.encode("ascii", "replace").decode().replace("?", "_").replace('"', "'").replace("\\", "_")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
