"""What accounts write into the log: what happened to which id, and nothing that a person typed."""

from __future__ import annotations

from datetime import timedelta

import httpx
import structlog
from sqlalchemy import update

from backend.database import Database
from backend.models.refresh_token import RefreshToken
from tests.backend.auth.people import PASSWORD, bearer, register, sign_in


async def test_events_are_logged_without_what_was_typed(client: httpx.AsyncClient, database: Database):
    with structlog.testing.capture_logs() as logs:
        account = await register(client, "canary")
        await client.post("/auth/login", json={"username": "canary", "password": "canary guess"})
        tokens = await sign_in(client, "canary")
        successor = (await client.post("/auth/refresh", json={"refresh_token": tokens["refresh_token"]})).json()
        async with database.session() as db:
            await db.execute(update(RefreshToken).values(used_at=RefreshToken.used_at - timedelta(minutes=1)))
        await client.post("/auth/refresh", json={"refresh_token": tokens["refresh_token"]})
        again = await sign_in(client, "canary")
        await client.delete("/auth/me", headers=bearer(again["access_token"]))
    said = [line["event"] for line in logs]
    assert said == [
        "account made",
        "login refused",
        "signed in",
        "a used refresh token came back; its login is ended",
        "signed in",
        "account erased",
    ]
    assert {line.get("user_id") for line in logs} == {account["id"], None}
    text = repr(logs)
    typed = ["canary", PASSWORD, *tokens.values(), *successor.values()]
    assert not [word for word in typed if isinstance(word, str) and word != "bearer" and word in text]
