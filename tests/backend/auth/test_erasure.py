"""An erased account leaves nothing and works no more."""

from __future__ import annotations

import asyncio
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import Uuid, bindparam, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from backend.auth.caller import caller_from_token, still_signed_in
from backend.config import Settings
from backend.database import Database
from backend.errors import Unauthorized
from backend.models.base import Base
from backend.models.user import User
from tests.backend.auth.people import PASSWORD, bearer, register, sign_in


async def rows(database: Database) -> int:
    async with database.session() as db:
        counts = [await db.scalar(select(func.count()).select_from(table)) for table in Base.metadata.sorted_tables]
    return sum(count or 0 for count in counts)


async def test_nothing_is_left_and_nothing_works(client: httpx.AsyncClient, database: Database):
    await register(client)
    await client.post("/auth/login", json={"username": "Jane", "password": "wrong guess"})
    tokens, elsewhere = await sign_in(client), await sign_in(client)
    await client.post("/auth/login", json={"username": "JANE", "password": "wrong guess"})
    assert await rows(database) > 0
    answer = await client.delete("/auth/me", headers=bearer(tokens["access_token"]))
    assert (answer.status_code, answer.content) == (204, b"")
    assert await rows(database) == 0
    for login in (tokens, elsewhere):
        assert (await client.get("/auth/me", headers=bearer(login["access_token"]))).status_code == 401
        assert (await client.delete("/auth/me", headers=bearer(login["access_token"]))).status_code == 401
        refreshed = await client.post("/auth/refresh", json={"refresh_token": login["refresh_token"]})
        assert refreshed.status_code == 401
    again = await client.post("/auth/login", json={"username": "jane", "password": PASSWORD})
    assert again.status_code == 401
    assert (await register(client))["username"] == "jane"


async def test_nobody_else_is_touched(client: httpx.AsyncClient):
    await register(client, "jane")
    await register(client, "john")
    jane, john = await sign_in(client, "jane"), await sign_in(client, "john")
    await client.delete("/auth/me", headers=bearer(jane["access_token"]))
    assert (await client.get("/auth/me", headers=bearer(john["access_token"]))).status_code == 200


async def test_each_feature_erases_first_and_in_the_same_transaction(
    app: FastAPI, client: httpx.AsyncClient, database: Database
):
    account = await register(client)
    tokens = await sign_in(client)
    erased: list[UUID] = []

    async def erase(db: AsyncSession, user_id: UUID) -> None:
        assert await db.get(User, user_id) is not None
        await db.execute(
            text("UPDATE users SET email = 'gone@example.com' WHERE id = :id").bindparams(bindparam("id", type_=Uuid)),
            {"id": user_id},
        )
        erased.append(user_id)

    async def fail(_db: AsyncSession, _user_id: UUID) -> None:
        raise Unauthorized("not yet")

    app.state.erasers = [erase, fail]
    assert (await client.delete("/auth/me", headers=bearer(tokens["access_token"]))).status_code == 401
    me = await client.get("/auth/me", headers=bearer(tokens["access_token"]))
    assert me.json()["email"] == "jane@example.com", "what one feature erased is there again when another fails"
    app.state.erasers = [erase]
    assert (await client.delete("/auth/me", headers=bearer(tokens["access_token"]))).status_code == 204
    assert erased == [UUID(account["id"])] * 2
    assert await rows(database) == 0


async def test_erasing_signing_in_and_refreshing_at_once_never_break(client: httpx.AsyncClient, database: Database):
    await register(client)
    tokens = await sign_in(client)
    calls = [client.post("/auth/login", json={"username": "jane", "password": PASSWORD}) for _ in range(6)]
    calls += [client.delete("/auth/me", headers=bearer(tokens["access_token"])) for _ in range(2)]
    calls += [client.post("/auth/refresh", json={"refresh_token": tokens["refresh_token"]}) for _ in range(4)]
    answers = await asyncio.gather(*calls)
    assert {answer.status_code for answer in answers} <= {200, 204, 401}
    assert 204 in {answer.status_code for answer in answers}
    async with database.session() as db:
        assert await db.scalar(select(func.count()).select_from(User)) == 0


async def test_a_socket_learns_that_its_person_is_gone(
    client: httpx.AsyncClient, database: Database, settings: Settings
):
    await register(client)
    tokens = await sign_in(client)
    async with database.session() as db:
        caller = await caller_from_token(tokens["access_token"], db, settings)
        assert await still_signed_in(caller, db)
    await client.post("/auth/logout", json={"refresh_token": tokens["refresh_token"]})
    async with database.session() as db:
        assert not await still_signed_in(caller, db)
        with pytest.raises(Unauthorized):
            await caller_from_token(tokens["access_token"], db, settings)
