"""What the person told us: kept for all their sessions, and tied to the roles of the resume at hand."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from agent.change.model import Change
from agent.job.facts import entry_named
from agent.job.model import Fact
from agent.resume.lines import find_entry
from backend.models.tailoring import Fact as FactRow
from backend.models.tailoring import TailoringSession
from backend.tailoring.sources import source


async def facts_of(db: AsyncSession, session: TailoringSession) -> list[Fact]:
    """All that the person has told us, in this session and before.

    Ids of roles are a resume's own, so a fact of another session is tied to the role of that name in this resume, or to
    none of it.
    """
    rows = list(
        await db.scalars(select(FactRow).where(FactRow.owner_id == session.user_id).order_by(FactRow.created_at))
    )
    facts = [Fact.model_validate({**row.payload, "id": str(row.id)}) for row in rows]
    foreign = [fact for fact, row in zip(facts, rows, strict=True) if row.session_id != session.id and fact.entry]
    if foreign:
        resume = await source(db, session)
        for fact in foreign:
            fact.entry = entry_named(fact.said, resume) or f"elsewhere:{fact.entry}"
    return facts


async def keep_edit(db: AsyncSession, session: TailoringSession, change: Change) -> None:
    """An edit is the person's own word, so it is kept as a fact."""
    resume = await source(db, session)
    entry = find_entry(resume, change.line_id) or find_entry(resume, change.line_id.rsplit(".", 1)[0])
    fact = Fact(id="", said=change.after or "", statement=change.after or "", entry=entry.id if entry else "")
    await keep_fact(db, session, fact, key=f"edit:{session.id}:{change.id}")


async def keep_fact(db: AsyncSession, session: TailoringSession, fact: Fact, *, key: str) -> FactRow:
    """Keep what the person said. The same key again is the same fact, with its newest words."""
    row = await db.scalar(select(FactRow).where(FactRow.owner_id == session.user_id, FactRow.key == key[:200]))
    payload = fact.model_dump(mode="json", exclude={"id"})
    if row is None:
        row = FactRow(owner_id=session.user_id, key=key[:200], session_id=session.id, payload=payload)
        db.add(row)
    else:
        row.payload = payload
    await db.flush()
    return row
