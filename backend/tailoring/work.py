"""The worker's side of a tailoring session: one move takes its graph from checkpoint to question or end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from agent.engine.port import Engine, Usage
from agent.tailor.bench import Bench
from agent.tailor.run import Asked, advance
from backend.config import Settings
from backend.models.run import Message, ModelCall, Question, Run
from backend.models.tailoring import Posting, TailoringSession
from backend.runs import service
from backend.runs.events import report
from backend.runs.hold import Hold
from backend.storage import Storage
from backend.tailoring import drafts
from backend.tailoring.desk import ServerDesk, wishes_of
from scraper.fetch import FetchSettings

ANSWER = {"type": "object", "properties": {"message": {"type": "string", "minLength": 1}}, "required": ["message"]}
"""The JSON Schema of an answer, as it is posted to the chat."""

DETAILS = ("reading", "fit")
"""What some questions tell besides: the field and the line of the file, or what was measured of the pages."""


CALLS_AT_ONCE = 8
"""Of one session, so that its sections are rewritten side by side; the client lowers it for an endpoint that stumbles."""


@dataclass
class Tailoring:
    """Moves tailoring sessions on."""

    settings: Settings
    storage: Storage

    async def move(self, hold: Hold) -> None:
        async with hold.transaction() as (db, run):
            session = await drafts.session_of(db, run)
            posting = await db.get_one(Posting, run.id)
            wishes = wishes_of(session, posting.text)
        desk = ServerDesk(
            hold, wishes, self.storage, self.fetching(), ocr=self.settings.ocr, languages=self.settings.ocr_languages
        )
        bench = Bench(desk, self.engine(hold))
        saver = hold.saver()
        while True:
            open_cards = await advance(
                bench,
                saver,
                str(hold.run_id),
                lambda ids: answers_of(hold, ids),
                new_turn=await desk.unheard() is not None,
            )
            async with hold.transaction() as (db, run):
                if await settle(db, run, open_cards):
                    break
        await saver.aprune([str(hold.run_id)])

    def fetching(self) -> FetchSettings:
        settings = self.settings
        return FetchSettings(
            allowed_hosts=frozenset(settings.scraper_allowed_hosts),
            contact=settings.scraper_contact,
            respect_robots=settings.scraper_respect_robots,
            cache_s=settings.scraper_cache_seconds,
            browser=settings.scraper_browser or None,
        )

    def engine(self, hold: Hold) -> Engine:
        """The engine the settings name. Imported here, since most of a server's life needs neither."""
        if self.settings.engine_name == "offline":
            from agent.engine.offline.engine import OfflineEngine

            return OfflineEngine()
        from agent.engine.llm.engine import LlmEngine
        from agent.engine.llm.settings import LlmSettings

        async def tell(message: str) -> None:
            async with hold.transaction() as (db, run):
                await report(db, run, message)

        settings = LlmSettings(
            base_url=self.settings.llm_base_url,
            api_key=self.settings.llm_api_key.get_secret_value(),
            model=self.settings.llm_model,
            timeout_s=self.settings.llm_timeout_seconds,
            concurrency=CALLS_AT_ONCE,
        )
        return LlmEngine(settings, CallMemo(hold), tell)


async def settle(db: AsyncSession, run: Run, open_cards: Sequence[Asked]) -> bool:
    """Leave the run waiting or completed. False when there is already something to go on with."""
    for card in open_cards:
        question = await service.ask(
            db, run, interrupt_id=card.interrupt_id, response_schema=ANSWER, **fields(card.card)
        )
        if question.state != "open":
            return False
        if question.kind == "review":
            if await unheard(db, run):
                await service.settle(db, run, question, {"text": ""})
                return False
            if not await undecided(db, run, question):
                await service.settle(db, run, question, {"text": ""})
                return False
    if open_cards:
        await service.change_status(db, run, "waiting_for_input")
        return True
    if await unheard(db, run):
        return False
    session = await db.get_one(TailoringSession, run.id)
    await service.change_status(db, run, "completed", version=session.version)
    return True


def fields(card: dict[str, Any]) -> dict[str, Any]:
    """What every question has, and what only those of its kind have together as `details`."""
    own = {name: card[name] for name in DETAILS if card.get(name) is not None}
    return {**{name: value for name, value in card.items() if name not in DETAILS}, "details": own or None}


async def unheard(db: AsyncSession, run: Run) -> bool:
    row = await db.scalar(
        select(Message.id).where(Message.run_id == run.id, Message.role == "user", Message.heard.is_(False)).limit(1)
    )
    return row is not None


async def undecided(db: AsyncSession, run: Run, question: Question) -> bool:
    """Whether a change of this review still waits for the person."""
    session = await db.get_one(TailoringSession, run.id)
    rows = await drafts.change_rows(db, session)
    return any(row.state == "proposed" and row.id in question.change_ids for row in rows)


async def answers_of(hold: Hold, interrupt_ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    async with hold.transaction() as (db, run):
        rows = await db.scalars(
            select(Question).where(
                Question.run_id == run.id, Question.interrupt_id.in_(interrupt_ids), Question.state != "open"
            )
        )
        return {row.interrupt_id: row.answer or {} for row in rows}


@dataclass
class CallMemo:
    """Finished model calls of one run, on disk before their answer is used."""

    hold: Hold

    async def recall(self, key: str) -> dict[str, Any] | None:
        async with self.hold.transaction() as (db, run):
            row = await db.get(ModelCall, (run.id, key))
            return row.answer if row else None

    async def keep(self, key: str, answer: dict[str, Any], usage: Usage) -> None:
        async with self.hold.transaction() as (db, run):
            if await db.get(ModelCall, (run.id, key)) is None:
                row = ModelCall(
                    run_id=run.id,
                    key=key,
                    answer=answer,
                    model=usage.model[:200],
                    prompt=usage.prompt[:100],
                    input_tokens=usage.input_tokens,
                    output_tokens=usage.output_tokens,
                )
                db.add(row)
