"""People as the tests meet them."""

from __future__ import annotations

import json
from typing import Any

import httpx

PASSWORD = "seven purple lighthouses"
JSON = {"Content-Type": "application/json"}


async def register(client: httpx.AsyncClient, username: str = "jane", password: str = PASSWORD) -> dict[str, Any]:
    body = {"username": username, "email": f"{username}@example.com", "password": password}
    answer = await client.post("/auth/register", json=body)
    assert answer.status_code == 201, answer.text
    account: dict[str, Any] = answer.json()
    return account


async def sign_in(client: httpx.AsyncClient, username: str = "jane", password: str = PASSWORD) -> dict[str, Any]:
    answer = await client.post("/auth/login", json={"username": username, "password": password})
    assert answer.status_code == 200, answer.text
    tokens: dict[str, Any] = answer.json()
    return tokens


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def escaped(body: object) -> bytes:
    """JSON as only a program would send it: half characters and all."""
    return json.dumps(body).encode()
