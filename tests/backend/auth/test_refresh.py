"""Refresh tokens: one use each, and what happens to a login whose token was copied."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select, update

from backend.auth.families import GRACE
from backend.database import Database
from backend.models.refresh_token import RefreshToken, TokenFamily
from tests.backend.auth.conftest import Connect, MakeApp
from tests.backend.auth.people import JSON, bearer, escaped, register, sign_in


async def refresh(client: httpx.AsyncClient, tokens: dict[str, Any]) -> httpx.Response:
    return await client.post("/auth/refresh", json={"refresh_token": tokens["refresh_token"]})


async def works(client: httpx.AsyncClient, tokens: dict[str, Any]) -> bool:
    return (await client.get("/auth/me", headers=bearer(tokens["access_token"]))).status_code == 200


async def let_pass(database: Database, time: timedelta) -> None:
    """As if so much time had gone since all that happened."""
    async with database.session() as db:
        await db.execute(
            update(RefreshToken).values(
                created_at=RefreshToken.created_at - time,
                expires_at=RefreshToken.expires_at - time,
                used_at=RefreshToken.used_at - time,
            )
        )
        await db.execute(
            update(TokenFamily).values(
                created_at=TokenFamily.created_at - time, expires_at=TokenFamily.expires_at - time
            )
        )


async def test_each_token_works_once_and_its_successor_goes_on(client: httpx.AsyncClient):
    await register(client)
    first = await sign_in(client)
    second = (await refresh(client, first)).json()
    assert second["refresh_token"] != first["refresh_token"]
    assert await works(client, second)
    third = await refresh(client, second)
    assert third.status_code == 200
    assert await works(client, third.json())


async def test_an_old_token_used_again_ends_the_login(client: httpx.AsyncClient, database: Database):
    await register(client)
    first, elsewhere = await sign_in(client), await sign_in(client)
    second = (await refresh(client, first)).json()
    await let_pass(database, GRACE + timedelta(seconds=1))
    assert await works(client, second)
    assert (await refresh(client, first)).status_code == 401
    assert not await works(client, second)
    assert not await works(client, first)
    assert (await refresh(client, second)).status_code == 401
    assert await works(client, elsewhere), "another login of the same person is not touched"


async def test_an_old_token_used_again_at_once_is_refused_without_harm(client: httpx.AsyncClient):
    await register(client)
    first = await sign_in(client)
    second = (await refresh(client, first)).json()
    assert (await refresh(client, first)).status_code == 401
    assert (await refresh(client, second)).status_code == 200


async def test_of_twenty_refreshes_at_once_on_two_servers_one_succeeds(
    connect: Connect, client: httpx.AsyncClient, make_app: MakeApp
):
    await register(client)
    tokens = await sign_in(client)
    clients = [client, connect(to=make_app())]
    answers = await asyncio.gather(*(refresh(clients[turn % 2], tokens) for turn in range(20)))
    assert sorted(answer.status_code for answer in answers) == [200] + [401] * 19
    successor = next(answer.json() for answer in answers if answer.status_code == 200)
    assert await works(client, successor)
    assert (await refresh(client, successor)).status_code == 200


async def test_reuse_refresh_and_logout_at_once_never_break_and_leave_nothing(
    client: httpx.AsyncClient, database: Database
):
    await register(client)
    first = await sign_in(client)
    second = (await refresh(client, first)).json()
    await let_pass(database, GRACE * 2)
    calls = [refresh(client, tokens) for tokens in [first, second] * 5]
    calls += [client.post("/auth/logout", json={"refresh_token": second["refresh_token"]}) for _ in range(3)]
    answers = await asyncio.gather(*calls)
    assert {answer.status_code for answer in answers} <= {200, 204, 401}
    async with database.session() as db:
        assert await db.scalar(select(func.count()).select_from(RefreshToken)) == 0


@pytest.mark.parametrize(("days", "status"), [(29, 200), (31, 401)])
async def test_a_token_runs_out(client: httpx.AsyncClient, database: Database, days: int, status: int):
    await register(client)
    tokens = await sign_in(client)
    await let_pass(database, timedelta(days=days))
    assert (await refresh(client, tokens)).status_code == status
    assert await works(client, tokens) == (status == 200)


async def test_each_refresh_extends_the_login_for_a_year_at_most(client: httpx.AsyncClient, database: Database):
    await register(client)
    tokens = await sign_in(client)
    for _ in range(18):
        await let_pass(database, timedelta(days=20))
        tokens = (await refresh(client, tokens)).json()
    await let_pass(database, timedelta(days=6))
    assert (await refresh(client, tokens)).status_code == 401


async def test_what_has_run_out_is_not_kept(client: httpx.AsyncClient, database: Database):
    await register(client)
    tokens = await sign_in(client)
    for _ in range(5):
        tokens = (await refresh(client, tokens)).json()
        await let_pass(database, timedelta(days=25))
    async with database.session() as db:
        assert await db.scalar(select(func.count()).select_from(RefreshToken)) == 2
    await let_pass(database, timedelta(days=40))
    await sign_in(client)
    async with database.session() as db:
        assert await db.scalar(select(func.count()).select_from(TokenFamily)) == 1


async def test_the_database_knows_no_token(client: httpx.AsyncClient, database: Database):
    await register(client)
    tokens = await sign_in(client)
    async with database.session() as db:
        kept = await db.scalar(select(RefreshToken.token_hash))
    assert isinstance(kept, bytes)
    assert len(kept) == 32
    assert tokens["refresh_token"].encode() not in kept
    assert len(tokens["refresh_token"]) == 43


@pytest.mark.parametrize("token", ["", "x", "\0", "' OR 1=1 --", "é" * 100])
async def test_an_unknown_token_is_refused(client: httpx.AsyncClient, token: str):
    assert (await refresh(client, {"refresh_token": token})).status_code == 401
    assert (await client.post("/auth/logout", json={"refresh_token": token})).status_code == 204


@pytest.mark.parametrize("token", ["x" * 513, None, 7, "\ud800"])
async def test_what_cannot_be_a_token_is_a_wrong_request(client: httpx.AsyncClient, token: object):
    for path in ("/auth/refresh", "/auth/logout"):
        answer = await client.post(path, content=escaped({"refresh_token": token}), headers=JSON)
        assert answer.status_code == 400
