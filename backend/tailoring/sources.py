"""What every version of a resume is measured by: the file as it was read, with what the person set right of that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from agent.resume.correct import Correction, correct
from agent.resume.model import Resume
from backend.models.tailoring import TailoringSession, Version


async def source(db: AsyncSession, session: TailoringSession) -> Resume:
    """What the present version is measured by: the file as it was read, with what the person set right of that."""
    row = await db.get(Version, (session.id, session.version))
    return await source_with(db, session, row.corrections if row else [])


async def source_with(db: AsyncSession, session: TailoringSession, corrections: Sequence[dict[str, Any]]) -> Resume:
    row = await db.get_one(Version, (session.id, 0))
    return correct(Resume.model_validate(row.resume), [Correction.model_validate(each) for each in corrections])
