"""Logins: a family of refresh tokens, each good for one exchange (RFC 9700, 4.14.2).

A refresh token is 256 random bits of which the database knows only the hash. Exchanging one a second time says that
somebody has a copy, so the whole family ends; only within ten seconds of the first exchange it is taken for a client
that asked twice at once, and refused without harm. All who change a family lock its row first, never a token's.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.auth.tokens import write_access_token
from backend.config import Settings
from backend.models.refresh_token import RefreshToken, TokenFamily

log = structlog.get_logger(__name__)

GRACE = timedelta(seconds=10)
LONGEST_LOGIN = timedelta(days=365)


@dataclass(frozen=True)
class Tokens:
    """What a login or a refresh hands out; `expires_in` are the seconds of the access token."""

    access_token: str
    refresh_token: str
    expires_in: int


async def open_family(db: AsyncSession, user_id: UUID, settings: Settings) -> Tokens:
    """A new login of this person."""
    now = await database_time(db)
    await db.execute(delete(TokenFamily).where(TokenFamily.user_id == user_id, TokenFamily.expires_at <= now))
    family = TokenFamily(user_id=user_id, created_at=now, expires_at=now)
    db.add(family)
    await db.flush()
    return await issue(db, family, now, settings)


async def exchange(db: AsyncSession, refresh_token: str, settings: Settings) -> Tokens | None:
    """The next tokens for this one, or None when it is refused.

    None is an answer and not an error because the end of a family has to be committed.
    """
    token_hash = hash_token(refresh_token)
    family = await held_family(db, token_hash)
    token = await db.get(RefreshToken, token_hash, populate_existing=True)
    if family is None or token is None:
        return None
    now = await database_time(db)
    if token.used_at is not None:
        if now - token.used_at > GRACE:
            await db.delete(family)
            log.warning("a used refresh token came back; its login is ended", user_id=str(family.user_id))
        return None
    if now >= token.expires_at:
        return None
    token.used_at = now
    return await issue(db, family, now, settings)


async def end_family(db: AsyncSession, refresh_token: str) -> None:
    """Log out with any token of the family; an unknown one changes nothing."""
    if family := await held_family(db, hash_token(refresh_token)):
        await db.delete(family)


async def family_lives(db: AsyncSession, family_id: UUID, user_id: UUID) -> bool:
    """Whether that login of that person has neither been ended nor run out."""
    found = await db.scalar(
        select(TokenFamily.id).where(
            TokenFamily.id == family_id,
            TokenFamily.user_id == user_id,
            TokenFamily.expires_at > func.clock_timestamp(),
        )
    )
    return found is not None


async def held_family(db: AsyncSession, token_hash: bytes) -> TokenFamily | None:
    family_id = select(RefreshToken.family_id).where(RefreshToken.token_hash == token_hash).scalar_subquery()
    family: TokenFamily | None = await db.scalar(
        select(TokenFamily).where(TokenFamily.id == family_id).with_for_update()
    )
    return family


async def issue(db: AsyncSession, family: TokenFamily, now: datetime, settings: Settings) -> Tokens:
    refresh_token = secrets.token_urlsafe(32)
    family.expires_at = min(now + timedelta(days=settings.refresh_token_days), family.created_at + LONGEST_LOGIN)
    await db.execute(delete(RefreshToken).where(RefreshToken.family_id == family.id, RefreshToken.expires_at <= now))
    db.add(RefreshToken(token_hash=hash_token(refresh_token), family_id=family.id, expires_at=family.expires_at))
    await db.flush()
    lifetime = timedelta(minutes=settings.access_token_minutes)
    access_token = write_access_token(family.user_id, family.id, secret=settings.signing_key, lifetime=lifetime)
    return Tokens(access_token, refresh_token, int(lifetime.total_seconds()))


async def database_time(db: AsyncSession) -> datetime:
    """One clock for all server processes."""
    now = await db.scalar(select(func.clock_timestamp()))
    assert isinstance(now, datetime)
    return now


def hash_token(refresh_token: str) -> bytes:
    return hashlib.sha256(refresh_token.encode("utf-8", "surrogatepass")).digest()
