"""Register, sign in, who am I, sign out, over HTTP."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from tests.backend.auth.people import JSON, PASSWORD, bearer, escaped, register, sign_in


async def test_register_sign_in_and_be_somebody(client: httpx.AsyncClient):
    account = await register(client)
    assert set(account) == {"id", "username", "email"}
    tokens = await sign_in(client)
    assert set(tokens) == {"access_token", "token_type", "expires_in", "refresh_token"}
    assert (tokens["token_type"], tokens["expires_in"]) == ("bearer", 900)
    me = await client.get("/auth/me", headers=bearer(tokens["access_token"]))
    assert me.status_code == 200
    assert {name: me.json()[name] for name in account} == account


async def test_tokens_are_not_to_be_stored_by_caches(client: httpx.AsyncClient):
    await register(client)
    answer = await client.post("/auth/login", json={"username": "jane", "password": PASSWORD})
    assert answer.headers["cache-control"] == "no-store"


async def test_oauth2_form_signs_in(client: httpx.AsyncClient):
    await register(client)
    form = {"grant_type": "password", "username": "jane", "password": PASSWORD, "scope": ""}
    answer = await client.post("/auth/token", data=form)
    assert answer.status_code == 200
    assert (await client.get("/auth/me", headers=bearer(answer.json()["access_token"]))).status_code == 200


@pytest.mark.parametrize(
    ("username", "email", "code"),
    [
        ("jane", "other@example.com", "USERNAME_TAKEN"),
        ("JANE", "other@example.com", "USERNAME_TAKEN"),
        ("ｊａｎｅ", "other@example.com", "USERNAME_TAKEN"),
        ("other", "jane@example.com", "EMAIL_TAKEN"),
        ("other", "JANE@Example.COM", "EMAIL_TAKEN"),
    ],
)
async def test_names_and_addresses_are_unique_without_regard_to_case(
    client: httpx.AsyncClient, username: str, email: str, code: str
):
    await register(client)
    answer = await client.post("/auth/register", json={"username": username, "email": email, "password": PASSWORD})
    assert (answer.status_code, answer.json()["detail"]["code"]) == (409, code)


async def test_case_is_that_of_any_script(client: httpx.AsyncClient):
    body = {"username": "Élodie.Ωμέγα", "email": "elodie@example.com", "password": PASSWORD}
    assert (await client.post("/auth/register", json=body)).json()["username"] == "Élodie.Ωμέγα"
    body |= {"username": "éLODIE.ωΜΈΓΑ", "email": "other@example.com"}
    assert (await client.post("/auth/register", json=body)).json()["detail"]["code"] == "USERNAME_TAKEN"
    await sign_in(client, "éLODIE.ωΜΈΓΑ")


async def test_of_many_registrations_at_once_one_succeeds(client: httpx.AsyncClient):
    body = {"username": "jane", "email": "jane@example.com", "password": PASSWORD}
    answers = await asyncio.gather(*(client.post("/auth/register", json=body) for _ in range(12)))
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 11


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("username", "ab"),
        ("username", "a" * 51),
        ("username", "jane doe"),
        ("username", "<script>"),
        ("username", "jane\u0000"),
        ("username", "jane\u1160doe"),
        ("username", "jane\ufe0fdoe"),
        ("username", "-jane"),
        ("username", "jane\ud800"),
        ("username", 12345),
        ("username", None),
        ("email", "jane"),
        ("email", "jane@localhost"),
        ("email", "jane@@example.com"),
        ("email", "Jane <jane@example.com>"),
        ("email", "jane@example.com\r\nBcc: all@example.com"),
        ("email", "a" * 64 + "@" + "b" * 60 + ".com"),
        ("password", "1234567"),
        ("password", "a" * 1025),
        ("password", None),
        ("password", "jane\ud800doe123"),
        ("password", "Jane.Doe"),
        ("password", "JANE@example.com"),
    ],
)
async def test_wrong_registrations_say_which_field(client: httpx.AsyncClient, field: str, value: object):
    body = {"username": "jane.doe", "email": "jane@example.com", "password": PASSWORD, field: value}
    if field == "password" and value == "Jane.Doe":
        body["username"] = "jane.doe"
    answer = await client.post("/auth/register", content=escaped(body), headers=JSON)
    assert answer.status_code == 400, answer.text
    assert [wrong["field"] for wrong in answer.json()["detail"]["fields"]] == [field]


@pytest.mark.parametrize("username", ["jane.doe", "Zoë_99", "Ольга", "李小龙", "प्रिया", "o-3"])
async def test_names_of_many_scripts_are_welcome(client: httpx.AsyncClient, username: str):
    body = {"username": username, "email": "x@example.org", "password": PASSWORD}
    assert (await client.post("/auth/register", json=body)).status_code == 201
    await sign_in(client, username)


async def test_logout_ends_the_access_token_at_once_and_twice_is_once(client: httpx.AsyncClient):
    await register(client)
    tokens, elsewhere = await sign_in(client), await sign_in(client)
    for _ in range(2):
        answer = await client.post("/auth/logout", json={"refresh_token": tokens["refresh_token"]})
        assert (answer.status_code, answer.content) == (204, b"")
    assert (await client.get("/auth/me", headers=bearer(tokens["access_token"]))).status_code == 401
    refreshed = await client.post("/auth/refresh", json={"refresh_token": tokens["refresh_token"]})
    assert refreshed.status_code == 401
    assert (await client.get("/auth/me", headers=bearer(elsewhere["access_token"]))).status_code == 200
