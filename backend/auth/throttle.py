"""How often a login may fail: ten times in fifteen minutes for an account, and for an address.

The failures stand in the database, so that all server processes count together. Nothing is ever locked: each failure
stops counting fifteen minutes later, and what is refused here is not counted.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Self

from sqlalchemy import ColumnElement, Interval, ScalarSelect, delete, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from backend.auth.refusals import REFUSALS
from backend.errors import TooMany
from backend.models.login_attempt import LoginAttempt

FAILURES = 10
WINDOW = timedelta(minutes=15)
ACCOUNT_LOCKS = 0x4C4F47
ADDRESS_LOCKS = 0x4C4F48
"""First halves of the advisory locks, so that these two never meet each other or another use."""


@dataclass(frozen=True)
class Source:
    """Whose login is tried and from where, as hashes."""

    account: bytes
    address: bytes

    @classmethod
    def of(cls, account: str, host: str | None) -> Self:
        return cls(digest(account.casefold()), digest(network_of(host)))


def digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def network_of(host: str | None) -> str:
    """The address of an IPv4 client; of an IPv6 client its /64, all of which one customer has."""
    try:
        address = ip_address(host or "")
    except ValueError:
        return host or "unknown"
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or ip_network((int(address), 64), strict=False))
    return str(address)


async def refuse_exhausted(db: AsyncSession, source: Source) -> None:
    """`TooMany`, with the seconds to wait, when account or address has used up its failures."""
    freed = func.greatest(
        tenth_last(LoginAttempt.account, source.account), tenth_last(LoginAttempt.address, source.address)
    )
    wait = await db.scalar(select(func.extract("epoch", freed + window() - func.clock_timestamp())))
    if wait is not None:
        raise TooMany(REFUSALS["TOO_MANY_LOGINS"][1], math.ceil(wait), "TOO_MANY_LOGINS")


async def hold(db: AsyncSession, source: Source) -> None:
    """Let no other login of this account or address be judged until the transaction ends."""
    for locks, key in ((ACCOUNT_LOCKS, source.account), (ADDRESS_LOCKS, source.address)):
        half = int.from_bytes(key[:4], signed=True)
        await db.execute(select(func.pg_advisory_xact_lock(locks, half)))


async def count_failure(db: AsyncSession, source: Source) -> None:
    db.add(LoginAttempt(account=source.account, address=source.address))
    over = select(LoginAttempt.id).where(LoginAttempt.failed_at <= func.clock_timestamp() - window())
    over = over.order_by(LoginAttempt.id).limit(1000).with_for_update(skip_locked=True)
    await db.execute(delete(LoginAttempt).where(LoginAttempt.id.in_(over)))


async def forgive(db: AsyncSession, source: Source) -> None:
    """After a success: what this person mistyped from here counts no more; what others tried still does."""
    await db.execute(
        delete(LoginAttempt).where(LoginAttempt.account == source.account, LoginAttempt.address == source.address)
    )


async def forget_account(db: AsyncSession, account: str) -> None:
    await db.execute(delete(LoginAttempt).where(LoginAttempt.account == digest(account.casefold())))


def tenth_last(column: InstrumentedAttribute[bytes], key: bytes) -> ScalarSelect[datetime]:
    failures = select(LoginAttempt.failed_at).where(
        column == key, LoginAttempt.failed_at > func.clock_timestamp() - window()
    )
    return failures.order_by(LoginAttempt.failed_at.desc()).offset(FAILURES - 1).limit(1).scalar_subquery()


def window() -> ColumnElement[timedelta]:
    return literal(WINDOW, Interval)
