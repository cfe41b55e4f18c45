"""Steps back: a version restored, the last step undone, or single changes taken back out of the draft."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from agent.change.apply import apply
from agent.errors import ChangeError
from agent.pace import off_the_loop
from agent.resume.model import Resume
from backend.models.run import Run
from backend.models.tailoring import TailoringSession, Version
from backend.runs.events import say
from backend.tailoring import drafts, sources


async def restore(
    db: AsyncSession, run: Run, session: TailoringSession, number: int, reason: str, key: str | None = None
) -> Version | None:
    """Make an older version the newest again. None when there is no such version or it is the present one."""
    row = await db.get(Version, (session.id, number))
    if row is None or number == session.version:
        return None
    await put_in_effect(db, run, session, row.change_ids)
    resume = Resume.model_validate(row.resume)
    return await drafts.keep_version(
        db,
        run,
        session,
        resume,
        reason=reason,
        in_effect=row.change_ids,
        base=number,
        kind="restored",
        corrections=row.corrections,
        key=key,
    )


async def undo(
    db: AsyncSession, run: Run, session: TailoringSession, change_ids: Collection[str] = (), key: str | None = None
) -> Version | None:
    """Take back the last step, or only these changes. None at the beginning, or if later changes build on them."""
    row = await db.get_one(Version, (session.id, session.version))
    standing = await root(db, row)
    if standing.number == 0:
        return None
    before = await db.get_one(Version, (session.id, standing.number - 1))
    last = set(standing.change_ids) - set(before.change_ids)
    if not change_ids or set(change_ids) == last:
        return await restore(db, run, session, before.number, "The last step taken back", key)
    return await take_back(db, run, session, row, change_ids, key)


async def root(db: AsyncSession, row: Version) -> Version:
    """The version whose content this one has, before it was restored for the first time."""
    while row.base is not None:
        row = await db.get_one(Version, (row.session_id, row.base))
    return row


async def take_back(
    db: AsyncSession, run: Run, session: TailoringSession, row: Version, change_ids: Collection[str], key: str | None
) -> Version | None:
    """The draft without these changes, made anew from the source and all others that are in effect."""
    kept = [id_ for id_ in row.change_ids if id_ not in change_ids]
    if len(kept) == len(row.change_ids):
        return None
    changes = {each.id: drafts.to_change(each) for each in await drafts.change_rows(db, session)}
    draft = await sources.source(db, session)
    try:
        for id_ in kept:
            draft = await off_the_loop(apply, draft, [changes[id_]])
    except ChangeError:
        return None
    await put_in_effect(db, run, session, kept)
    return await drafts.keep_version(db, run, session, draft, reason="Changes taken back", in_effect=kept, key=key)


async def put_in_effect(db: AsyncSession, run: Run, session: TailoringSession, change_ids: Sequence[str]) -> None:
    """Let the changes' states say what is in effect; those not yet decided stay so."""
    for row in await drafts.change_rows(db, session):
        taken = row.state in ("accepted", "edited")
        if row.state in ("proposed", "blocked") or taken == (row.id in change_ids):
            continue
        row.state = "rejected" if taken else "edited" if row.payload.get("by") == "person" else "accepted"
        await say(db, run, "change_decided", {"change_id": row.id, "state": row.state, "by": "person"})
    await db.flush()
