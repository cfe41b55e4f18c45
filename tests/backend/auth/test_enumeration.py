"""Nobody learns from a login which names exist."""

from __future__ import annotations

import httpx
import pytest

from backend.auth.passwords import Passwords
from tests.backend.auth.conftest import Connect
from tests.backend.auth.people import PASSWORD, register


def seen(answer: httpx.Response) -> tuple[int, bytes, list[tuple[str, str]]]:
    return answer.status_code, answer.content, sorted(answer.headers.items())


@pytest.mark.parametrize(
    "unknown", ["john", "jane ", "jane\u0000", "'; DROP TABLE users; --", "", "x" * 200, "\N{GRINNING FACE}"]
)
async def test_unknown_and_known_names_get_the_same_answer(connect: Connect, unknown: str):
    client = connect("192.0.2.1")
    await register(client)
    known = await client.post("/auth/login", json={"username": "jane", "password": "wrong guess"})
    other = await client.post("/auth/login", json={"username": unknown, "password": "wrong guess"})
    assert known.status_code == 401
    assert seen(known) == seen(other)
    form = await client.post("/auth/token", data={"username": unknown or "nobody", "password": "wrong guess"})
    assert seen(form) == seen(known)


async def test_they_are_throttled_alike(connect: Connect):
    await register(connect())
    answers = {}
    for host, name in (("192.0.2.1", "jane"), ("192.0.2.2", "john")):
        client = connect(host)
        body = {"username": name, "password": "wrong guess"}
        answers[name] = [await client.post("/auth/login", json=body) for _ in range(12)]
    assert [a.status_code for a in answers["jane"]] == [a.status_code for a in answers["john"]]
    assert [a.content for a in answers["jane"]] == [a.content for a in answers["john"]]


async def test_a_password_is_computed_for_unknown_names_too(connect: Connect, monkeypatch: pytest.MonkeyPatch):
    """Whether it takes as long is measured by a benchmark; here, that the same work is done."""
    computed = []
    verify = Passwords.verify

    async def watched(self: Passwords, password: str, hashed: str | None) -> tuple[bool, str | None]:
        computed.append(hashed is not None)
        return await verify(self, password, hashed)

    monkeypatch.setattr(Passwords, "verify", watched)
    client = connect()
    await register(client)
    for name in ("jane", "john"):
        await client.post("/auth/login", json={"username": name, "password": "wrong guess"})
    assert computed == [True, False]


async def test_registering_with_a_name_in_use_costs_a_password_too(connect: Connect, monkeypatch: pytest.MonkeyPatch):
    computed = 0
    make = Passwords.hash

    async def watched(self: Passwords, password: str) -> str:
        nonlocal computed
        computed += 1
        return await make(self, password)

    monkeypatch.setattr(Passwords, "hash", watched)
    client = connect()
    await register(client)
    body = {"username": "jane", "email": "jane@example.com", "password": PASSWORD}
    assert (await client.post("/auth/register", json=body)).status_code == 409
    assert computed == 2
