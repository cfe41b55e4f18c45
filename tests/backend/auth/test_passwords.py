"""How passwords are kept and compared."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator
from functools import partial

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select

from backend.auth.passwords import CONCURRENT, Passwords
from backend.database import Database
from backend.models.user import User
from tests.backend.auth.people import PASSWORD, register, sign_in

cheap = partial(Passwords, memory_kib=64, rounds=1, lanes=1)


@pytest.fixture
async def passwords() -> AsyncIterator[Passwords]:
    passwords = cheap()
    yield passwords
    passwords.close()


@pytest.mark.parametrize(
    ("chosen", "tried"),
    [
        ("A" * 80, "A" * 79 + "B"),
        ("A" * 1024, "A" * 1023 + "B"),
        ("\N{GRINNING FACE}" * 1024, "\N{GRINNING FACE}" * 1023 + "\N{WINKING FACE}"),
        ("before\0after", "before\0later"),
        ("Capital letters", "capital letters"),
        ("trailing space ", "trailing space"),
    ],
)
async def test_every_character_counts(client: httpx.AsyncClient, chosen: str, tried: str):
    await register(client, password=chosen)
    wrong = await client.post("/auth/login", json={"username": "jane", "password": tried})
    assert wrong.status_code == 401
    await sign_in(client, password=chosen)


async def test_only_an_argon2id_hash_is_kept(client: httpx.AsyncClient, database: Database):
    await register(client, "jane")
    await register(client, "john")
    async with database.session() as db:
        hashes = (await db.scalars(select(User.password_hash))).all()
    assert all(kept.startswith("$argon2id$v=19$m=64,t=1,p=1$") for kept in hashes)
    assert len(set(hashes)) == 2, "the same password of two people has two hashes"
    assert not any(PASSWORD in kept for kept in hashes)


async def test_the_cost_in_use_is_that_of_rfc_9106():
    hashed = await Passwords().hash(PASSWORD)
    assert hashed.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert len(hashed) < 255


async def test_a_login_renews_a_hash_of_another_cost(app: FastAPI, client: httpx.AsyncClient, database: Database):
    await register(client)
    app.state.passwords = Passwords(memory_kib=128, rounds=2, lanes=1)
    await sign_in(client)
    async with database.session() as db:
        renewed = await db.scalar(select(User.password_hash))
    assert str(renewed).startswith("$argon2id$v=19$m=128,t=2,p=1$")
    await sign_in(client)
    app.state.passwords.close()


async def test_at_most_four_are_computed_at_once(passwords: Passwords, monkeypatch: pytest.MonkeyPatch):
    verify = passwords._context.verify_and_update
    lock, running, peak = threading.Lock(), 0, 0

    def watched(password: str, hashed: str) -> tuple[bool, str | None]:
        nonlocal running, peak
        with lock:
            running += 1
            peak = max(peak, running)
        time.sleep(0.01)
        with lock:
            running -= 1
        found: tuple[bool, str | None] = verify(password, hashed)
        return found

    monkeypatch.setattr(passwords._context, "verify_and_update", watched)
    hashed = await passwords.hash(PASSWORD)
    results = await asyncio.gather(*(passwords.verify(PASSWORD, hashed) for _ in range(24)))
    assert all(right for right, _ in results)
    assert peak == CONCURRENT == 4


async def test_the_event_loop_goes_on_while_a_password_is_computed():
    passwords = Passwords(rounds=8)
    turns = 0

    async def turn() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    ticking = asyncio.create_task(turn())
    await passwords.hash(PASSWORD)
    ticking.cancel()
    passwords.close()
    assert turns > 10


@pytest.mark.parametrize("password", ["", PASSWORD, "x" * 1024])
async def test_nobodys_password_is_never_right_and_costs_the_same(passwords: Passwords, password: str):
    assert await passwords.verify(password, None) == (False, None)
    cost = passwords._decoy.rsplit("$", 2)[0]
    assert (await passwords.hash(password)).startswith(cost)


@pytest.mark.parametrize("password", ["jane.doe", "JANE.DOE", "jane@example.com"])
async def test_a_name_is_no_password(client: httpx.AsyncClient, password: str):
    body = {"username": "jane.doe", "email": "jane@example.com", "password": password}
    answer = await client.post("/auth/register", json=body)
    assert (answer.status_code, answer.json()["detail"]["code"]) == (400, "WEAK_PASSWORD")
    assert password not in answer.text


@pytest.mark.parametrize("password", ["password123", "Password1", "iloveyou", "QWERTYUIOP"])
async def test_passwords_tried_first_are_refused_where_that_is_asked_for(
    app: FastAPI, client: httpx.AsyncClient, password: str
):
    await register(client, "tolerant", password)
    app.state.passwords = cheap(refuse_common=True)
    body = {"username": "strict", "email": "strict@example.com", "password": password}
    answer = await client.post("/auth/register", json=body)
    assert (answer.status_code, answer.json()["detail"]["code"]) == (400, "WEAK_PASSWORD")
    await register(client, "strict")
    app.state.passwords.close()


def test_three_thousand_common_passwords_are_known():
    common = cheap()._common
    assert len([password for password in common if len(password) >= 8]) >= 3000
    assert all(password == password.casefold() for password in common)
