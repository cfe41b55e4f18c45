"""One-time passes for a browser's socket: 30 seconds, for one person, one run and one origin. Only a hash is kept."""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from backend.auth.caller import Caller
from backend.models.run import Ticket

LIFE_SECONDS = 30


def digest(ticket: str) -> str:
    return hashlib.sha256(ticket.encode()).hexdigest()


async def issue(db: AsyncSession, caller: Caller, run_id: UUID, origin: str) -> str:
    await db.execute(delete(Ticket).where(Ticket.expires_at < datetime.now(UTC)))
    ticket = secrets.token_urlsafe(32)
    row = Ticket(
        hash=digest(ticket),
        run_id=run_id,
        user_id=caller.user_id,
        family_id=caller.family_id,
        origin=origin,
        expires_at=datetime.now(UTC) + timedelta(seconds=LIFE_SECONDS),
    )
    db.add(row)
    await db.flush()
    return ticket


async def redeem(db: AsyncSession, ticket: str, run_id: UUID, origin: str) -> Ticket | None:
    """The pass, used up; None when it is unknown, used, old, or for another run or origin."""
    row = await db.scalar(delete(Ticket).where(Ticket.hash == digest(ticket)).returning(Ticket))
    if row is None or row.run_id != run_id or row.expires_at < datetime.now(UTC):
        return None
    return row if not row.origin or row.origin == origin else None
