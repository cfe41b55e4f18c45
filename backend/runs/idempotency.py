"""`Idempotency-Key`: the same key and request give the first answer again, and no second effect.

The key's row is written in the request's own transaction, so the answer is kept exactly when the effect is. Of two
requests at once the second waits for the first at the row's unique index.
"""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import JSONResponse, Response
from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from backend.auth.caller import CallerDep
from backend.auth.repetition import KeyHeader
from backend.database import Db
from backend.errors import Conflict
from backend.models.run import IdempotencyKey


class Once:
    """What a route does at most once per key: `known()` first, then `keep()` with the answer."""

    def __init__(self, db: AsyncSession, scope: str, key: str | None) -> None:
        self.db = db
        self.scope = scope
        self.key = key

    async def known(self, *parts: Any) -> Response | None:
        """The first answer, if this request was answered before. Raises Conflict when the key was another request's."""
        if self.key is None:
            return None
        fingerprint = hashlib.sha256(json.dumps(parts, default=str).encode()).hexdigest()
        made = await self.db.scalar(
            insert(IdempotencyKey)
            .values(scope=self.scope, key=self.key, fingerprint=fingerprint)
            .on_conflict_do_nothing()
            .returning(IdempotencyKey.key)
        )
        if made is not None:
            return None
        row = await self.db.scalar(
            select(IdempotencyKey).where(IdempotencyKey.scope == self.scope, IdempotencyKey.key == self.key)
        )
        assert row is not None
        if row.fingerprint != fingerprint:
            raise Conflict("This Idempotency-Key was used for another request.", "IDEMPOTENCY_KEY_REUSED")
        return Response(row.body, row.status or 200, media_type="application/json")

    async def keep(self, status: int, body: Any) -> Response:
        """Answer, and keep the answer for the next time."""
        answer = JSONResponse(body, status)
        if self.key is not None:
            row = await self.db.get_one(IdempotencyKey, (self.scope, self.key))
            row.status, row.body = status, bytes(answer.body).decode()
        return answer


def once(request: Request, db: Db, caller: CallerDep, key: KeyHeader = None) -> Once:
    """Keys are a person's own, and of one path; that of a session goes with it."""
    session = str(request.path_params.get("session_id", "")).replace("-", "")[:32]
    path = hashlib.sha256(request.url.path.encode()).hexdigest()[:8]
    scope = f"{caller.user_id}:{session}:{path}"
    return Once(db, scope, key)


OnceDep = Annotated[Once, Depends(once)]


async def forget_old(db: AsyncSession) -> None:
    await db.execute(
        delete(IdempotencyKey).where(IdempotencyKey.created_at < func.now() - func.make_interval(0, 0, 0, 2))
    )
