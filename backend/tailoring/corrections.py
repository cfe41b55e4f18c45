"""What the person says of how their file was read: kept as a version of its own, and remembered for the same file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from agent.errors import InvalidAnswer, StaleChange
from agent.resume.correct import Correction, correct
from agent.resume.model import Resume
from backend.models.run import Run
from backend.models.tailoring import TailoringSession, Version
from backend.tailoring import drafts, sources


async def keep(
    db: AsyncSession, run: Run, session: TailoringSession, said: Sequence[Correction], *, key: str
) -> Version | None:
    """Remember what was confirmed, and make one version of what was corrected; None if nothing was."""
    confirmed = {each["address"]: each for each in session.confirmed}
    confirmed |= {each.address: each.model_dump() for each in said if each.confirms}
    session.confirmed = list(confirmed.values())
    fresh = [each for each in said if not each.confirms]
    if not fresh:
        return None
    present = await db.get_one(Version, (session.id, session.version))
    resume = correct(Resume.model_validate(present.resume), fresh)
    kept = [*present.corrections, *(each.model_dump() for each in fresh)]
    return await drafts.keep_version(
        db, run, session, resume, reason=reason_of(fresh), kind="corrected", corrections=kept, key=key
    )


def reason_of(corrections: Sequence[Correction]) -> str:
    """In a sentence for the person; of what was put elsewhere, only which words."""
    told = [
        f"“{each.read}” moved" if each.moves else f"“{each.read}” is “{each.value}”" if each.read else f"“{each.value}”"
        for each in corrections
    ]
    return f"The reading corrected, as you said: {'; '.join(told)}"


async def remembered(db: AsyncSession, session: TailoringSession) -> list[Correction]:
    """What the person said of this very file in the newest of their other sessions on it where they said anything.

    That session took over what had been said before it. What it took back is not taken over, and nothing is that no longer
    fits how the file is read now.
    """
    resume = await sources.source(db, session)
    others = await db.execute(
        select(TailoringSession.confirmed, Version.corrections)
        .join(Version, (Version.session_id == TailoringSession.id) & (Version.number == TailoringSession.version))
        .where(
            TailoringSession.user_id == session.user_id,
            TailoringSession.resume_path == session.resume_path,
            TailoringSession.id != session.id,
        )
        .order_by(TailoringSession.created_at.desc(), TailoringSession.id)
    )
    for confirmed, corrections in others:
        if found := fitting(resume, [*corrections, *confirmed]):
            return found
    return []


def fitting(resume: Resume, rows: Sequence[dict[str, Any]]) -> list[Correction]:
    """Those that can be made of the resume one after the other."""
    found = []
    for correction in (Correction.model_validate(row) for row in rows):
        try:
            resume = correct(resume, [correction])
        except (StaleChange, InvalidAnswer):
            continue
        found.append(correction)
    return found
