"""Who is calling: the person behind an access token, checked against the database on each request.

Why each time: a deleted account and an ended login must stop working at once, not when the token runs out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends
from fastapi.security import OAuth2PasswordBearer
from sqlalchemy.ext.asyncio import AsyncSession

from backend.auth.families import family_lives
from backend.auth.refusals import refusal
from backend.auth.tokens import ExpiredToken, InvalidToken, read_access_token
from backend.config import Settings
from backend.database import Db, SettingsDep

bearer = OAuth2PasswordBearer(
    tokenUrl="/auth/token", scheme_name="bearer", description="`Authorization: Bearer …`", auto_error=False
)


@dataclass(frozen=True)
class Caller:
    """A person who has signed in; `family_id` is the login, `expires_at` the end of the access token."""

    user_id: UUID
    family_id: UUID
    expires_at: datetime


async def current_caller(token: Annotated[str | None, Depends(bearer)], db: Db, settings: SettingsDep) -> Caller:
    if not token:
        raise refusal("UNAUTHORIZED")
    return await caller_from_token(token, db, settings)


CallerDep = Annotated[Caller, Depends(current_caller)]


async def caller_from_token(token: str, db: AsyncSession, settings: Settings) -> Caller:
    """The person behind this access token, or `Unauthorized`. For who has no `Authorization` header, too."""
    try:
        claims = read_access_token(token, secret=settings.signing_key)
    except ExpiredToken as error:
        raise refusal("TOKEN_EXPIRED") from error
    except InvalidToken as error:
        raise refusal("INVALID_TOKEN") from error
    caller = Caller(claims.user_id, claims.family_id, claims.expires_at)
    if not await still_signed_in(caller, db):
        raise refusal("INVALID_TOKEN")
    return caller


async def still_signed_in(caller: Caller, db: AsyncSession) -> bool:
    """Whether account and login still exist; a socket asks again from time to time and closes when they do not."""
    return await family_lives(db, caller.family_id, caller.user_id)
