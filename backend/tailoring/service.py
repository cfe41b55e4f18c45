"""Tailoring sessions: made, seen, spoken to. Knows no HTTP; a caller sees only what it owns."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID, uuid4

import procrastinate
from sqlalchemy import delete, func, select, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from agent.change.model import Change
from agent.resume.read import check_upload
from agent.tailor.desk import Decision
from backend.access import Caller, readable
from backend.errors import Conflict, Invalid, NotFound, TooMany
from backend.models.run import Event, IdempotencyKey, Message, Question, Run
from backend.models.tailoring import Fact, Posting, TailoringSession, Upload, Version
from backend.models.user import User
from backend.queue import enqueue
from backend.runs import service as runs
from backend.runs.events import say, to_message
from backend.storage import Storage
from backend.tailoring import drafts, steps
from backend.tailoring.answers import check_answer

LONGEST_JOB_TEXT = 200_000
NEW_TURN_PROGRESS = 50


@dataclass(frozen=True)
class Order:
    """What a new session is to be made of. `job_url` or `job_text` is given."""

    filename: str
    job_url: str
    job_text: str
    review: Literal["each", "auto"]
    intensity: Literal["light", "standard", "thorough"]
    language: str
    template: str = "classic"


async def create(
    db: AsyncSession,
    queue: procrastinate.App,
    storage: Storage,
    caller: Caller,
    order: Order,
    data: bytes,
    *,
    most: int,
) -> Run:
    """Store the file, make the session and queue its run, all in one transaction."""
    format_ = await asyncio.to_thread(check_upload, data, order.filename)
    await db.execute(select(User.id).where(User.id == caller.user_id).with_for_update())
    held = await db.scalar(
        select(func.count())
        .select_from(Run)
        .where(Run.owner_id == caller.user_id, Run.status.in_(("queued", "running")))
    )
    if (held or 0) >= most:
        raise TooMany("Too many of your sessions are at work; wait for one to finish.", 30, "TOO_MANY_SESSIONS")
    await lock_file(db, caller.user_id, hashlib.sha256(data).hexdigest())
    sha256 = await storage.keep(caller.user_id, data)
    await keep_upload(db, caller, sha256, format_, len(data))
    run = await runs.create(
        db, kind="tailoring", owner_id=caller.user_id, input={}, message="Your resume is here; the work begins."
    )
    session = TailoringSession(
        id=run.id,
        user_id=caller.user_id,
        status=run.status,
        resume_path=f"{caller.user_id}/{sha256}",
        resume_name=order.filename[-255:],
        job_url=order.job_url,
        review=order.review,
        intensity=order.intensity,
        language=order.language,
        template=order.template,
    )
    db.add(session)
    await db.flush()
    db.add(Posting(session_id=run.id, text=order.job_text))
    await db.flush()
    await enqueue(queue, db, run.id)
    return run


async def keep_upload(db: AsyncSession, caller: Caller, sha256: str, format_: str, size: int) -> None:
    values = {"owner_id": caller.user_id, "sha256": sha256, "format": format_, "size": size}
    await db.execute(insert(Upload).values(id=uuid4(), **values).on_conflict_do_nothing())


async def lock_file(db: AsyncSession, owner_id: UUID, sha256: str) -> None:
    """Keep a file from being removed by one transaction while another one takes it up again."""
    await db.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"{owner_id}/{sha256}", 0))))


async def own(db: AsyncSession, caller: Caller, session_id: UUID) -> TailoringSession:
    session = await db.scalar(readable(TailoringSession, caller).where(TailoringSession.id == session_id))
    if session is None:
        raise NotFound
    return session


async def own_locked(db: AsyncSession, caller: Caller, session_id: UUID) -> tuple[TailoringSession, Run]:
    await own(db, caller, session_id)
    run = await runs.locked(db, session_id)
    return await drafts.session_of(db, run), run


async def page(
    db: AsyncSession, caller: Caller, *, limit: int, before: tuple[datetime, UUID] | None, status: str | None
) -> list[TailoringSession]:
    """The caller's sessions, newest first; one more than `limit` tells that there are more."""
    query = readable(TailoringSession, caller)
    if status:
        query = query.where(TailoringSession.status == status)
    if before:
        query = query.where(tuple_(TailoringSession.created_at, TailoringSession.id) < before)
    query = query.order_by(TailoringSession.created_at.desc(), TailoringSession.id.desc()).limit(limit + 1)
    return list(await db.scalars(query))


async def view(db: AsyncSession, session: TailoringSession, *, whole: bool = True) -> dict[str, Any]:
    """A session as the contract shows it; in a list (`whole` false) without its match."""
    run = await db.get_one(Run, session.id)
    posting = await db.get(Posting, session.id)
    found = (posting.posting if posting else None) or {}
    questions = await runs.open_questions(db, session.id) if run.status == "waiting_for_input" else []
    return {
        "id": session.id,
        "status": run.status,
        "progress": run.progress,
        "step": run.step,
        "job": {"url": session.job_url, **{part: found.get(part) or "" for part in ("title", "company", "location")}},
        "pending_input": runs.question_payload(questions[0]) if questions else None,
        "match": drafts.match_payload(session) if whole and session.match_before else None,
        "version": session.version,
        "pages": await pages_of(db, session),
        "template": session.template,
        "created_at": session.created_at,
        "updated_at": run.updated_at,
        "error": run.error,
    }


async def pages_of(db: AsyncSession, session: TailoringSession) -> int | None:
    return await db.scalar(
        select(Version.pages).where(Version.session_id == session.id, Version.number == session.version)
    )


async def chat(
    db: AsyncSession, queue: procrastinate.App, caller: Caller, session_id: UUID, text: str, context: str
) -> dict[str, Any]:
    """Store what the person says and let it take effect: an answer, a word at the next step, or a new turn."""
    _session, run = await own_locked(db, caller, session_id)
    text = text.replace("\x00", "").strip()
    if not text:
        raise Invalid("The message is empty.", "EMPTY_MESSAGE")
    question = await question_for(db, run, context)
    message = Message(id=uuid4(), run_id=run.id, role="user", text=text, context=context)
    if question is not None:
        answer = check_answer(question, text)
        message.heard = question.kind != "review"
        await runs.settle(db, run, question, answer)
    elif run.status in runs.FINAL:
        for left in await runs.open_questions(db, run.id):
            await runs.set_aside(db, run, left)
        run.progress = min(run.progress, NEW_TURN_PROGRESS)
    if run.status not in ("queued", "running"):
        run.error = None
        run.failures = 0
        await runs.queue_again(db, queue, run)
    db.add(message)
    event = await say(
        db, run, "chat_message", {"role": "user", "message": text, "message_id": str(message.id), "context": context}
    )
    assert event is not None
    return to_message(event)


async def question_for(db: AsyncSession, run: Run, context: str) -> Question | None:
    """The question a message answers: the one its context names, whatever the run is doing; else, while it waits, the
    only open one.

    Raises Conflict when the one it names is answered already, or when several are open and none is named.
    """
    try:
        named = await db.get(Question, UUID(context))
    except ValueError:
        named = None
    if named is not None and named.run_id == run.id:
        if named.state != "open":
            raise Conflict("This question has been answered already.", "ALREADY_ANSWERED")
        return named
    questions = await runs.open_questions(db, run.id) if run.status == "waiting_for_input" else []
    if len(questions) > 1:
        raise Conflict("Several questions are open; name one by its input_id in `context`.", "WHICH_QUESTION")
    return questions[0] if questions else None


async def decide(
    db: AsyncSession, queue: procrastinate.App, caller: Caller, session_id: UUID, decisions: Sequence[Decision]
) -> list[Change]:
    """Carry out the person's decisions now; when none is left to make, the run goes on."""
    session, run = await own_locked(db, caller, session_id)
    changes = await drafts.decide(db, run, session, decisions)
    if run.status == "waiting_for_input":
        undecided = {change.id for change in changes if change.state == "proposed"}
        for question in await runs.open_questions(db, run.id):
            if question.kind == "review" and not undecided & set(question.change_ids):
                await runs.settle(db, run, question, {"text": ""})
                await runs.queue_again(db, queue, run)
    return changes


async def versions(db: AsyncSession, caller: Caller, session_id: UUID) -> list[Version]:
    await own(db, caller, session_id)
    return list(
        await db.scalars(select(Version).where(Version.session_id == session_id).order_by(Version.number.desc()))
    )


async def version(db: AsyncSession, caller: Caller, session_id: UUID, number: int | None) -> Version:
    """One version, the newest if `number` is None. Raises NotFound; Conflict while there is none yet."""
    session = await own(db, caller, session_id)
    row = await db.get(Version, (session_id, session.version if number is None else number))
    if row is None:
        if number is None:
            raise Conflict("The resume has not been read yet.", "NO_VERSION_YET")
        raise NotFound
    return row


async def restore(db: AsyncSession, caller: Caller, session_id: UUID, number: int) -> Version:
    session, run = await own_locked(db, caller, session_id)
    row = await db.get(Version, (session_id, number))
    if row is None:
        raise NotFound
    made = await steps.restore(db, run, session, number, f"Version {number} restored")
    if made is None:
        raise Conflict(f"Version {number} is the present one.", "ALREADY_PRESENT")
    return made


async def erase(db: AsyncSession, queue: procrastinate.App, storage: Storage, caller: Caller, session_id: UUID) -> None:
    """Delete a session with all that hangs on it; its file goes too, unless another session has it."""
    session, _run = await own_locked(db, caller, session_id)
    path = session.resume_path or ""
    sha256 = path.rsplit("/", 1)[-1]
    await lock_file(db, caller.user_id, sha256)
    await runs.erase(db, queue, [session_id])
    left = await db.scalar(select(TailoringSession.id).where(TailoringSession.resume_path == path).limit(1))
    if left is None:
        await db.execute(delete(Upload).where(Upload.owner_id == caller.user_id, Upload.sha256 == sha256))
        await storage.remove(caller.user_id, sha256)


async def erase_all(db: AsyncSession, queue: procrastinate.App, owner_id: UUID) -> None:
    """Everything a person has here, for when the account goes; the account's row takes the rest with it."""
    await runs.erase(db, queue, list(await db.scalars(select(Run.id).where(Run.owner_id == owner_id))))
    await db.execute(delete(IdempotencyKey).where(IdempotencyKey.scope.startswith(f"{owner_id}:")))


async def facts(db: AsyncSession, caller: Caller) -> list[Fact]:
    return list(await db.scalars(readable(Fact, caller).order_by(Fact.created_at.desc())))


async def forget_fact(db: AsyncSession, caller: Caller, fact_id: UUID) -> None:
    fact = await db.scalar(readable(Fact, caller).where(Fact.id == fact_id))
    if fact is None:
        raise NotFound
    await db.delete(fact)


async def match_of(db: AsyncSession, caller: Caller, session_id: UUID) -> dict[str, Any]:
    session = await own(db, caller, session_id)
    if session.match_before is None:
        raise Conflict("The match has not been made yet.", "NO_MATCH_YET")
    return drafts.match_payload(session)


async def changes(db: AsyncSession, caller: Caller, session_id: UUID) -> list[Change]:
    session = await own(db, caller, session_id)
    return [drafts.to_change(row) for row in await drafts.change_rows(db, session)]


async def last_seq(db: AsyncSession, run_id: UUID) -> int:
    return await db.scalar(select(func.max(Event.seq)).where(Event.run_id == run_id)) or 0
