"""The graph's desk on the database. Each call is one fenced transaction and takes effect once, named by its key."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from typing import Literal
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from agent.change.model import Change
from agent.job.model import Fact, MatchReport
from agent.resume.correct import Correction
from agent.resume.model import Resume
from agent.resume.read import read_resume_async
from agent.tailor.desk import ChatMessage, Decision, Level, Wishes
from agent.tailor.letter import CoverLetter
from backend.models.run import Event, Message
from backend.models.tailoring import Posting as PostingRow
from backend.models.tailoring import ProposedChange, TailoringSession
from backend.runs.events import report, say
from backend.runs.hold import Hold
from backend.storage import Storage
from backend.tailoring import corrections, drafts, letters, sources, steps
from backend.tailoring.facts import facts_of, keep_fact
from scraper.fetch import FetchSettings
from scraper.posting import Posting
from scraper.scrape import scrape

SHOWN = "change_proposed"


class ServerDesk:
    """One session's things, as one attempt at its run may see and change them."""

    def __init__(
        self,
        hold: Hold,
        wishes: Wishes,
        storage: Storage,
        fetching: FetchSettings,
        *,
        ocr: bool = False,
        languages: Sequence[str] = (),
    ) -> None:
        self.hold = hold
        self.wishes = wishes
        self.storage = storage
        self.fetching = fetching
        self.ocr = ocr
        self.languages = languages

    async def report(self, message: str, *, key: str, step: str, progress: int, level: Level = "info") -> None:
        async with self.hold.transaction() as (db, run):
            run.step = step
            run.progress = max(run.progress, progress)
            if await report(db, run, message, level=level, key=f"report:{key}"):
                run.failures = 0

    async def reply(self, text: str, *, key: str) -> None:
        async with self.hold.transaction() as (db, run):
            known = await db.scalar(select(Message.id).where(Message.run_id == run.id, Message.key == key))
            if known is None:
                message = Message(id=uuid4(), run_id=run.id, role="agent", text=text, heard=True, key=key)
                db.add(message)
                payload = {"role": "agent", "message": text, "message_id": str(message.id)}
                await say(db, run, "chat_message", payload)
                await report(db, run, text)

    async def read_resume(self) -> Resume:
        async with self.hold.transaction() as (db, run):
            session = await drafts.session_of(db, run)
        owner_id, path, name = session.user_id, session.resume_path, session.resume_name
        assert path is not None
        data = await self.storage.read(owner_id, path.rsplit("/", 1)[-1])
        return await read_resume_async(data, name, ocr=self.ocr, languages=self.languages)

    async def fetch_posting(self) -> Posting:
        cancel = threading.Event()
        try:
            return await asyncio.to_thread(scrape, self.wishes.job_url, self.fetching, cancel)
        finally:
            cancel.set()

    async def draft(self) -> Resume | None:
        async with self.hold.transaction() as (db, run):
            return await drafts.current(db, await drafts.session_of(db, run))

    async def source(self) -> Resume:
        async with self.hold.transaction() as (db, run):
            return await sources.source(db, await drafts.session_of(db, run))

    async def keep_draft(self, resume: Resume, *, reason: str, key: str) -> None:
        async with self.hold.transaction() as (db, run):
            if await self.done(db, run.id, f"draft:{key}"):
                return
            session = await drafts.session_of(db, run)
            await drafts.keep_version(
                db, run, session, resume, reason=reason, kind="read", by="agent", key=f"draft:{key}"
            )

    async def remembered(self) -> list[Correction]:
        async with self.hold.transaction() as (db, run):
            return await corrections.remembered(db, await drafts.session_of(db, run))

    async def correct(self, said: Sequence[Correction], *, key: str) -> None:
        async with self.hold.transaction() as (db, run):
            if not await self.done(db, run.id, f"correct:{key}"):
                await corrections.keep(db, run, await drafts.session_of(db, run), said, key=f"correct:{key}")

    async def posting(self) -> Posting | None:
        async with self.hold.transaction() as (db, run):
            row = await db.get(PostingRow, run.id)
            return Posting.from_dict(row.posting) if row and row.posting else None

    async def keep_posting(self, posting: Posting, *, key: str) -> None:
        async with self.hold.transaction() as (db, run):
            row = await db.get_one(PostingRow, run.id)
            row.posting = posting.to_dict()
            named = " at ".join(part for part in (posting.title, posting.company) if part)
            await report(db, run, f"Read the posting: {named}" if named else "Read the posting", key=f"posting:{key}")

    async def keep_match(self, report: MatchReport, *, before: bool, key: str) -> None:
        async with self.hold.transaction() as (db, run):
            session = await drafts.session_of(db, run)
            await drafts.keep_match(db, run, session, report, before=before, key=f"match:{key}")

    async def keep_letter(self, letter: CoverLetter, *, key: str) -> None:
        async with self.hold.transaction() as (db, run):
            if not await self.done(db, run.id, f"letter:{key}"):
                await letters.keep(db, run, letter, key=f"letter:{key}")

    async def facts(self) -> list[Fact]:
        async with self.hold.transaction() as (db, run):
            return await facts_of(db, await drafts.session_of(db, run))

    async def keep_fact(self, fact: Fact, *, key: str) -> Fact:
        async with self.hold.transaction() as (db, run):
            row = await keep_fact(db, await drafts.session_of(db, run), fact, key=key)
            return fact.model_copy(update={"id": str(row.id)})

    async def changes(self) -> list[Change]:
        async with self.hold.transaction() as (db, run):
            rows = await drafts.change_rows(db, await drafts.session_of(db, run))
            return [drafts.to_change(row) for row in rows]

    async def propose(self, changes: Sequence[Change]) -> None:
        async with self.hold.transaction() as (db, run):
            last = await db.scalar(select(func.max(ProposedChange.position)).where(ProposedChange.session_id == run.id))
            position = -1 if last is None else last
            for change in changes:
                if await db.get(ProposedChange, (run.id, change.id)) is not None:
                    continue
                position += 1
                payload = change.model_dump(mode="json")
                db.add(
                    ProposedChange(
                        session_id=run.id, id=change.id, position=position, state=change.state, payload=payload
                    )
                )
                if change.state == "blocked":
                    said = {"change": payload, "unsupported": payload["unsupported"]}
                    await say(db, run, "change_blocked", said, f"change:{change.id}")
                else:
                    await say(db, run, "change_proposed", {"change": payload}, f"change:{change.id}")

    async def decide(self, decisions: Sequence[Decision], *, heard: str = "") -> None:
        async with self.hold.transaction() as (db, run):
            session = await drafts.session_of(db, run)
            rows = {row.id: row for row in await drafts.change_rows(db, session)}
            still = [decision for decision in decisions if rows[decision.change_id].state == "proposed"]
            by = "agent" if self.wishes.review == "auto" else "person"
            if heard:
                (await db.get_one(Message, UUID(heard))).heard = True
            if still:
                await drafts.decide_each(db, run, session, still, by=by)

    async def restore(self, *, key: str, change_ids: Sequence[str]) -> int | None:
        async with self.hold.transaction() as (db, run):
            session = await drafts.session_of(db, run)
            if await self.done(db, run.id, f"undo:{key}"):
                return session.version
            version = await steps.undo(db, run, session, change_ids, f"undo:{key}")
            return version.number if version else None

    async def unheard(self) -> ChatMessage | None:
        async with self.hold.transaction() as (db, run):
            row = await db.scalar(
                select(Message)
                .where(Message.run_id == run.id, Message.role == "user", Message.heard.is_(False))
                .order_by(Message.at)
                .limit(1)
            )
            if row is None:
                return None
            asks: Literal["", "letter"] = "letter" if (row.key or "").startswith(f"{letters.KEY}:") else ""
            return ChatMessage(str(row.id), row.text, row.context, asks, await self.seen(db, run.id, row.id))

    async def seen(self, db: AsyncSession, run_id: UUID, message_id: UUID) -> frozenset[str]:
        """The changes that had been shown when the message was written."""
        said = (
            select(Event.seq)
            .where(Event.run_id == run_id, Event.payload["message_id"].astext == str(message_id))
            .scalar_subquery()
        )
        keys = await db.scalars(select(Event.key).where(Event.run_id == run_id, Event.type == SHOWN, Event.seq < said))
        return frozenset((key or "").removeprefix("change:") for key in keys)

    async def hear(self, message_id: str) -> None:
        async with self.hold.transaction() as (db, _run):
            row = await db.get_one(Message, UUID(message_id))
            row.heard = True

    async def done(self, db: AsyncSession, run_id: UUID, key: str) -> bool:
        found = await db.scalar(select(Event.seq).where(Event.run_id == run_id, Event.key == key))
        return found is not None


def wishes_of(session: TailoringSession, text: str) -> Wishes:
    return Wishes(
        review=session.review,  # type: ignore[arg-type]  # checked when the session was made
        intensity=session.intensity,  # type: ignore[arg-type]  # likewise
        language=session.language,
        template=session.template,
        job_url=session.job_url,
        job_text=text,
    )
