"""`Idempotency-Key` of a registration: the same key and form again are answered with the account already made.

Why not as elsewhere: nobody is signed in yet, so keys of strangers meet. The row's name is therefore a keyed hash of
key and form together, which says nothing of either, and what is kept is only the account's id.

Logins and refreshes are not repeated: their answers are secrets, and those are kept nowhere.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Annotated
from uuid import UUID

from fastapi import Header
from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from backend.auth.schemas import Registration
from backend.models.run import IdempotencyKey
from backend.models.user import User

SCOPE = "register"

KeyHeader = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=200,
        description="any text of yours; the same key and request give the first answer again and have no second effect",
    ),
]


def name_of(key: str, form: Registration, *, secret: str) -> str:
    parts = [key, form.username, form.email, form.password.get_secret_value()]
    return hmac.digest(secret.encode(), json.dumps(["registration", *parts]).encode(), hashlib.sha256).hex()


async def account_made(db: AsyncSession, name: str) -> User | None:
    """The account that this registration made before, or None: then it is this transaction's to make.

    Of several at once the others wait here for the first to end.
    """
    await db.execute(insert(IdempotencyKey).values(scope=SCOPE, key=name, fingerprint=name).on_conflict_do_nothing())
    row = await db.get_one(IdempotencyKey, (SCOPE, name), populate_existing=True)
    return await db.get(User, UUID(row.body)) if row.body else None


async def remember(db: AsyncSession, name: str, user: User) -> None:
    await db.execute(
        update(IdempotencyKey)
        .where(IdempotencyKey.scope == SCOPE, IdempotencyKey.key == name)
        .values(status=201, body=str(user.id))
    )
