"""What a run says: numbered under the run's row lock, said once per key, and put into the contract's words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.database import announce
from backend.models.run import Event, Run

BASIC = frozenset({"progress_update", "resume_update", "human_input_required"})
"""The message types that every client hears; the rest is for those who negotiated `bespoke.v1`."""


async def say(db: AsyncSession, run: Run, type: str, payload: dict[str, Any], key: str | None = None) -> Event | None:
    """Append an event to the log of a run whose row this transaction has locked. None if `key` was said before."""
    if key is not None:
        said = await db.scalar(select(Event.seq).where(Event.run_id == run.id, Event.key == key))
        if said is not None:
            return None
    run.last_seq += 1
    event = Event(run_id=run.id, seq=run.last_seq, type=type, payload=payload, key=key, at=datetime.now(UTC))
    db.add(event)
    await db.flush()
    announce(db, run.id)
    return event


async def report(
    db: AsyncSession, run: Run, message: str, *, level: str = "info", key: str | None = None, **extra: Any
) -> bool:
    """Say how the run is doing, in a sentence for the person. False if it was said before."""
    payload = {"message": message, "progress": run.progress, "step": run.step, "level": level, **extra}
    return await say(db, run, "progress_update", payload, key) is not None


def to_message(event: Event) -> dict[str, Any]:
    """The event as it goes over the wire."""
    return {
        "type": event.type,
        "seq": event.seq,
        "session_id": str(event.run_id),
        "at": event.at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        **event.payload,
    }


async def events_after(db: AsyncSession, run_id: UUID, after: int, limit: int = 500) -> list[Event]:
    rows = await db.scalars(
        select(Event).where(Event.run_id == run_id, Event.seq > after).order_by(Event.seq).limit(limit)
    )
    return list(rows)
