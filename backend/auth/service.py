"""Accounts: made, signed in to, erased.

Why a login takes two transactions: the password is computed between them, and nothing of the database may be held that
long. The second one decides, under a lock, so that however many logins are tried at once, at most ten wrong ones of
an account are answered as wrong.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from contextlib import AbstractAsyncContextManager
from uuid import UUID

import psycopg
import structlog
from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from backend.auth import throttle
from backend.auth.caller import Caller
from backend.auth.families import Tokens, open_family
from backend.auth.names import spell_username
from backend.auth.passwords import Passwords
from backend.auth.refusals import refusal
from backend.auth.repetition import account_made, remember
from backend.auth.schemas import Registration
from backend.auth.throttle import Source
from backend.config import Settings
from backend.errors import Invalid
from backend.models.user import User

log = structlog.get_logger(__name__)

Sessions = Callable[[], AbstractAsyncContextManager[AsyncSession]]
Eraser = Callable[[AsyncSession, UUID], Awaitable[None]]

TAKEN = {"uq_users_username": "USERNAME_TAKEN", "uq_users_email": "EMAIL_TAKEN"}


async def register(
    db: AsyncSession, passwords: Passwords, form: Registration, *, repetition: str | None = None
) -> User:
    """A new account, or the one that the same `repetition` made before.

    Raises `Invalid` for a password that is no secret, `Conflict` for a name or address in use.
    """
    password = form.password.get_secret_value()
    if objection := passwords.objection(password, form.username, form.email):
        raise Invalid(
            f"The password {objection}.", "WEAK_PASSWORD", fields=[{"field": "password", "message": objection}]
        )
    user = User(username=form.username, email=form.email, password_hash=await passwords.hash(password))
    if repetition and (made := await account_made(db, repetition)):
        return made
    db.add(user)
    try:
        await db.flush()
    except IntegrityError as error:
        if code := taken_code(error):
            raise refusal(code) from error
        raise
    if repetition:
        await remember(db, repetition, user)
    log.info("account made", user_id=str(user.id))
    return user


async def sign_in(
    sessions: Sessions, passwords: Passwords, settings: Settings, *, username: str, password: str, host: str | None
) -> Tokens:
    """A new login. Raises `Unauthorized`, the same for a wrong name and a wrong password, or `TooMany`."""
    name = spell_username(username)
    source = Source.of(name, host)
    async with sessions() as db:
        await throttle.refuse_exhausted(db, source)
        user = await find(db, name)
    right, replacement = await passwords.verify(password, user.password_hash if user else None)
    async with sessions() as db:
        await throttle.hold(db, source)
        await throttle.refuse_exhausted(db, source)
        if user and right and await exists_still(db, user.id):
            if replacement:
                await db.execute(update(User).where(User.id == user.id).values(password_hash=replacement))
            await throttle.forgive(db, source)
            log.info("signed in", user_id=str(user.id))
            return await open_family(db, user.id, settings)
        await throttle.count_failure(db, source)
    log.info("login refused")
    raise refusal("WRONG_CREDENTIALS")


async def account_of(db: AsyncSession, caller: Caller) -> User:
    if user := await db.get(User, caller.user_id):
        return user
    raise refusal("INVALID_TOKEN")


async def delete_account(db: AsyncSession, caller: Caller, erasers: Iterable[Eraser]) -> None:
    """Erase the person: first what each feature keeps of them, then the account and all its logins."""
    user = await db.get(User, caller.user_id, with_for_update=True)
    if user is None:
        raise refusal("INVALID_TOKEN")
    for erase in erasers:
        await erase(db, user.id)
    await throttle.forget_account(db, user.username)
    await db.execute(delete(User).where(User.id == user.id))
    log.info("account erased", user_id=str(user.id))


async def find(db: AsyncSession, name: str) -> User | None:
    if "\0" in name:  # PostgreSQL takes no such text, and nobody has such a name
        return None
    user: User | None = await db.scalar(select(User).where(func.lower(User.username) == func.lower(name)))
    return user


async def exists_still(db: AsyncSession, user_id: UUID) -> bool:
    """Whether the account is there, kept from being erased until the transaction ends."""
    return (
        await db.scalar(select(User.id).where(User.id == user_id).with_for_update(key_share=True, read=True))
        is not None
    )


def taken_code(error: IntegrityError) -> str | None:
    assert isinstance(error.orig, psycopg.Error)
    return TAKEN.get((error.orig.diag.constraint_name or "").removesuffix("_lower"))
