"""Failed logins are limited for an account and for an address, whichever server counts them."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import func, select, update

from backend.auth.throttle import FAILURES, WINDOW, network_of
from backend.database import Database
from backend.models.login_attempt import LoginAttempt
from tests.backend.auth.conftest import Connect, MakeApp
from tests.backend.auth.people import PASSWORD, register, sign_in


async def attempt(
    client: httpx.AsyncClient, username: str = "jane", password: str = "wrong guess", **headers: str
) -> httpx.Response:
    return await client.post("/auth/login", json={"username": username, "password": password}, headers=headers)


async def let_pass(database: Database, time: timedelta) -> None:
    async with database.session() as db:
        await db.execute(update(LoginAttempt).values(failed_at=LoginAttempt.failed_at - time))


def addresses(connect: Connect, number: int) -> list[httpx.AsyncClient]:
    return [connect(f"192.0.2.{last}") for last in range(1, number + 1)]


async def test_ten_failures_of_an_account_from_anywhere_throttle_it(connect: Connect, client: httpx.AsyncClient):
    await register(client)
    clients = addresses(connect, FAILURES + 1)
    statuses = [(await attempt(client)).status_code for client in clients]
    assert statuses == [401] * 10 + [429]
    answer = await attempt(connect("198.51.100.7"), password=PASSWORD)
    assert (answer.status_code, answer.json()["detail"]["code"]) == (429, "TOO_MANY_LOGINS")
    assert 890 < int(answer.headers["retry-after"]) <= 900
    await register(client, "john")
    await sign_in(client, "john")


async def test_the_case_of_a_name_does_not_multiply_the_attempts(connect: Connect, client: httpx.AsyncClient):
    await register(client)
    spellings = ["jane", "JANE", "Jane", "jAne", "ｊａｎｅ"] * 2
    for host, spelling in zip(addresses(connect, 10), spellings, strict=True):
        assert (await attempt(host, spelling)).status_code == 401
    assert (await attempt(connect("198.51.100.7"), password=PASSWORD)).status_code == 429


async def test_nor_do_letters_that_have_more_than_one_lower_case(connect: Connect, client: httpx.AsyncClient):
    await register(client, "οδοσ")
    for host, spelling in zip(addresses(connect, 10), ["οδοσ", "ΟΔΟΣ"] * 5, strict=True):
        assert (await attempt(host, spelling)).status_code == 401
    assert (await attempt(connect("198.51.100.7"), "ΟΔΟΣ", PASSWORD)).status_code == 429


async def test_ten_failures_from_an_address_on_any_accounts_throttle_it(connect: Connect, client: httpx.AsyncClient):
    await register(client)
    hostile = connect("192.0.2.1")
    statuses = [(await attempt(hostile, f"user{number}")).status_code for number in range(11)]
    assert statuses == [401] * 10 + [429]
    assert (await attempt(hostile, password=PASSWORD)).status_code == 429
    await sign_in(client)


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Real-IP", "Forwarded", "CF-Connecting-IP", "True-Client-IP"])
async def test_an_address_cannot_be_made_up(connect: Connect, header: str):
    hostile = connect("192.0.2.1")
    for number in range(10):
        await attempt(hostile, f"user{number}", **{header: f"203.0.113.{number}"})
    assert (await attempt(hostile, "user", **{header: "203.0.113.99"})).status_code == 429


async def test_two_servers_count_together(connect: Connect, make_app: MakeApp):
    servers = [connect("192.0.2.1", to=make_app()) for _ in range(2)]
    statuses = [(await attempt(servers[turn % 2], f"user{turn}")).status_code for turn in range(12)]
    assert statuses == [401] * 10 + [429] * 2


async def test_of_forty_wrong_logins_at_once_ten_are_judged(connect: Connect, make_app: MakeApp):
    servers = [make_app(), make_app()]
    clients = [connect(f"192.0.2.{number}", to=servers[number % 2]) for number in range(40)]
    answers = await asyncio.gather(*(attempt(client) for client in clients))
    assert sorted(answer.status_code for answer in answers) == [401] * 10 + [429] * 30


async def test_many_right_logins_at_once_are_no_attack(client: httpx.AsyncClient):
    await register(client)
    await asyncio.gather(*(sign_in(client) for _ in range(20)))


async def test_failures_stop_counting_one_by_one(client: httpx.AsyncClient, database: Database):
    await register(client)
    for _ in range(5):
        await attempt(client)
    await let_pass(database, WINDOW / 3)
    for _ in range(5):
        await attempt(client)
    answer = await attempt(client, password=PASSWORD)
    assert answer.status_code == 429
    assert 590 < int(answer.headers["retry-after"]) <= 600
    await let_pass(database, WINDOW * 2 / 3)
    assert [(await attempt(client)).status_code for _ in range(6)] == [401] * 5 + [429]
    await let_pass(database, WINDOW * 2 / 3)
    await sign_in(client)


async def test_what_is_throttled_prolongs_nothing(client: httpx.AsyncClient, database: Database):
    await register(client)
    for _ in range(30):
        await attempt(client)
    await let_pass(database, WINDOW)
    await sign_in(client)


async def test_a_success_forgives_ones_own_mistakes_and_nobody_elses(connect: Connect, client: httpx.AsyncClient):
    await register(client)
    hostile = connect("192.0.2.1")
    for _ in range(5):
        await attempt(hostile)
    for _ in range(3):
        for _ in range(4):
            assert (await attempt(client)).status_code == 401
        await sign_in(client)
    assert [(await attempt(hostile)).status_code for _ in range(6)] == [401] * 5 + [429]


async def test_a_success_of_ones_own_does_not_clean_the_address(connect: Connect, client: httpx.AsyncClient):
    await register(client, "mallory")
    hostile = connect("192.0.2.1")
    for number in range(10):
        assert (await attempt(hostile, f"victim{number}")).status_code == 401
        if number < 9:
            await sign_in(hostile, "mallory")
    assert (await attempt(hostile, "victim")).status_code == 429


async def test_old_failures_and_names_are_not_kept(client: httpx.AsyncClient, database: Database):
    for number in range(9):
        await attempt(client, f"secret{number}")
    await let_pass(database, WINDOW)
    await attempt(client, "secret")
    async with database.session() as db:
        assert await db.scalar(select(func.count()).select_from(LoginAttempt)) == 1
        (row,) = (await db.scalars(select(LoginAttempt))).all()
    assert b"secret" not in row.account
    assert b"127.0.0.1" not in row.address


@pytest.mark.parametrize(
    ("host", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("testclient", "testclient"),
        (None, "unknown"),
    ],
)
def test_addresses_are_counted_by_who_has_them(host: str | None, network: str):
    assert network_of(host) == network
