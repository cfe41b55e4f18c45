"""The cover letter of a session: asked for, kept when the run has written it, and held against the resume as it is now."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import procrastinate
from sqlalchemy.ext.asyncio import AsyncSession

from agent.job.model import Fact
from agent.pace import off_the_loop
from agent.resume.model import Resume
from agent.resume.write.letter import Letter as Written
from agent.resume.write.letter import letter_to_markdown
from agent.tailor.letter import CoverLetter, LeftOut, contradictions
from backend.errors import Conflict
from backend.models.run import Message, Run
from backend.models.tailoring import Letter, Posting, TailoringSession, Version
from backend.runs import service as runs
from backend.runs.events import say
from backend.tailoring import drafts, schemas, service
from backend.tailoring.facts import facts_of
from scraper.posting import Posting as ReadPosting

KEY = "letter"
"""Begins the key of a message by which a letter was asked for."""


async def ask(db: AsyncSession, queue: procrastinate.App, session: TailoringSession, run: Run, recipient: str) -> None:
    """Put the wish where the run hears it, and start a turn if none is under way. Raises Conflict before the match."""
    if session.match_before is None:
        raise Conflict("The match has not been made yet.", "NO_MATCH_YET")
    id_ = uuid4()
    text = "Write the letter"
    db.add(Message(id=id_, run_id=run.id, role="user", text=text, context=recipient, key=f"{KEY}:{id_}"))
    payload = {"role": "user", "message": text, "message_id": str(id_), "context": recipient}
    await say(db, run, "chat_message", payload)
    if run.status == "waiting_for_input":
        for question in await runs.open_questions(db, run.id):
            if question.kind == "review":
                await runs.settle(db, run, question, {"text": ""})
                await runs.queue_again(db, queue, run)
    elif run.status in runs.FINAL:
        run.error = None
        run.progress = min(run.progress, service.NEW_TURN_PROGRESS)
        await runs.queue_again(db, queue, run)


async def keep(db: AsyncSession, run: Run, letter: CoverLetter, *, key: str) -> None:
    """Make this the session's letter and show it; the caller sees to it that this happens once per `key`."""
    session = await drafts.session_of(db, run)
    row = await db.get(Letter, session.id)
    if row is None:
        row = Letter(session_id=session.id)
        db.add(row)
    row.payload, row.version, row.created_at = letter.model_dump(mode="json"), session.version, datetime.now(UTC)
    await db.flush()
    shown = schemas.LetterView.model_validate(await view(db, row)).model_dump(mode="json")
    await say(db, run, "letter_update", {"letter": shown}, key)


async def show(db: AsyncSession, session: TailoringSession) -> dict[str, Any]:
    row = await letter_of(db, session)
    return {**await view(db, row), "contradicted": await contradicted(db, session, row)}


async def sendable(db: AsyncSession, session: TailoringSession) -> Written:
    """The letter, fit to be given as a file. Raises Conflict when it is empty or the resume no longer bears it out."""
    row = await letter_of(db, session)
    letter = await written(db, row)
    if not letter.paragraphs:
        raise Conflict(str(row.payload["note"]), "EMPTY_LETTER")
    if lacking := await contradicted(db, session, row):
        named = "”, “".join(each.text[:80] for each in lacking)
        text = f"The resume no longer bears out what the letter says: “{named}”. Have the letter written again."
        raise Conflict(text, "LETTER_OUTDATED")
    return letter


async def letter_of(db: AsyncSession, session: TailoringSession) -> Letter:
    row = await db.get(Letter, session.id)
    if row is None:
        raise Conflict("No letter has been written yet.", "NO_LETTER_YET")
    return row


async def view(db: AsyncSession, row: Letter) -> dict[str, Any]:
    letter = await written(db, row)
    content = letter_to_markdown(letter) if letter.paragraphs else ""
    return {**row.payload, "content": content, "version": row.version, "created_at": row.created_at}


async def written(db: AsyncSession, row: Letter) -> Written:
    """The letter with its sender, who is the person of the resume it was written for."""
    version = await db.get_one(Version, (row.session_id, row.version))
    letter = CoverLetter.model_validate(row.payload)
    return Written(
        sender=Resume.model_validate(version.resume).basics,
        recipient=letter.recipient,
        date=letter.date,
        paragraphs=letter.paragraphs,
        language=letter.language,
    )


async def contradicted(db: AsyncSession, session: TailoringSession, row: Letter) -> list[LeftOut]:
    """What the letter says that the resume as it is now, or what the person has told us, no longer bears out."""
    letter = CoverLetter.model_validate(row.payload)
    posting = await db.get(Posting, session.id)
    resume = await drafts.current(db, session)
    if not letter.paragraphs or posting is None or posting.posting is None or resume is None:
        return []
    facts: list[Fact] = await facts_of(db, session)
    read = ReadPosting.from_dict(posting.posting)
    return await off_the_loop(contradictions, letter.body, resume, facts, read, letter.language)
