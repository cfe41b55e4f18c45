"""A registration sent again with the same Idempotency-Key."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from sqlalchemy import select

from backend.database import Database
from backend.models.run import IdempotencyKey
from tests.backend.auth.people import PASSWORD, bearer, sign_in

FORM = {"username": "jane", "email": "jane@example.com", "password": PASSWORD}


async def send(client: httpx.AsyncClient, key: str = "first", **changes: str) -> httpx.Response:
    return await client.post("/auth/register", json=FORM | changes, headers={"Idempotency-Key": key})


async def test_the_same_key_and_form_give_the_first_answer_again(client: httpx.AsyncClient):
    first = await send(client)
    second = await send(client)
    assert (first.status_code, first.content) == (second.status_code, second.content)
    assert first.status_code == 201


async def test_many_at_once_get_the_one_answer(client: httpx.AsyncClient):
    answers = await asyncio.gather(*(send(client) for _ in range(8)))
    assert {(answer.status_code, answer.content) for answer in answers} == {(201, answers[0].content)}


@pytest.mark.parametrize(
    ("key", "changes"), [("other", {}), ("first", {"password": PASSWORD + "!"}), ("first", {"email": "j@example.com"})]
)
async def test_another_key_or_form_is_another_registration(
    client: httpx.AsyncClient, key: str, changes: dict[str, str]
):
    await send(client)
    assert (await send(client, key, **changes)).status_code == 409
    assert (await send(client, username="john", email="john@example.com")).status_code == 201


async def test_a_refused_registration_can_be_sent_again(client: httpx.AsyncClient):
    await send(client, "other")
    assert (await send(client)).status_code == 409
    tokens = await sign_in(client)
    await client.delete("/auth/me", headers=bearer(tokens["access_token"]))
    assert (await send(client)).status_code == 201


async def test_an_erased_account_is_made_anew(client: httpx.AsyncClient):
    first = (await send(client)).json()
    tokens = await sign_in(client)
    await client.delete("/auth/me", headers=bearer(tokens["access_token"]))
    second = await send(client)
    assert second.status_code == 201
    assert second.json()["id"] != first["id"]
    assert (await send(client)).content == second.content


async def test_nothing_of_the_form_is_kept_with_the_key(client: httpx.AsyncClient, database: Database):
    account = (await send(client)).json()
    async with database.session() as db:
        row = (await db.scalars(select(IdempotencyKey))).one()
    assert row.body == account["id"]
    kept = f"{row.scope} {row.key} {row.fingerprint}"
    assert not [word for word in ("first", *FORM.values()) if word in kept]


@pytest.mark.parametrize("key", ["", "x" * 201])
async def test_what_is_no_key_is_a_wrong_request(client: httpx.AsyncClient, key: str):
    assert (await send(client, key)).status_code == 400
