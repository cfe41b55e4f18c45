"""Two people: whatever belongs to one answers the other exactly like what does not exist. Every route is tried."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.story.person import PASSWORD, Person
from tests.story.samples import POSTING_TEXT, resume_pdf
from tests.story.server import Server

BODIES: dict[str, Any] = {
    "/chat": {"message": "Yes, for two years", "context": ""},
    "/changes/decisions": {"decisions": [{"change_id": "c1", "decision": "accept"}]},
}
FREE = {
    "/auth/register",
    "/auth/login",
    "/auth/token",
    "/auth/refresh",
    "/auth/logout",
    "/health/live",
    "/health/ready",
    "/metrics",
}


async def routes(server: Server) -> list[tuple[str, str]]:
    async with httpx.AsyncClient(base_url=server.url) as http:
        document = (await http.get("/openapi.json")).json()
    return [(method, path) for path, methods in document["paths"].items() for method in methods]


async def call(http: httpx.AsyncClient, method: str, path: str, **ids: str) -> httpx.Response:
    body = next((body for ending, body in BODIES.items() if path.endswith(ending)), None)
    return await http.request(method, path.format(number=0, **ids), json=body)


async def test_stranger_sees_what_nobody_sees(shared_server: Server, person: Person) -> None:
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    async with person.listen(session) as ear:
        question = await ear.until_asked()
        await person.say(session, "Yes, in Berlin in 2020", question["input_id"])
        await ear.until_asked()
    fact = (await person.http.get("/facts")).json()["items"][0]["id"]
    stranger = await Person(shared_server.url, "stranger").sign_up()
    tried = 0
    for method, path in await routes(shared_server):
        if "{" not in path:
            continue
        tried += 1
        theirs = await call(stranger.http, method, path, session_id=session, fact_id=fact)
        unknown = await call(stranger.http, method, path, session_id=str(uuid4()), fact_id=str(uuid4()))
        assert theirs.status_code == unknown.status_code == 404, (method, path, theirs.text)
        assert theirs.content == unknown.content, (method, path)
    assert tried >= 15
    assert (await person.show(session))["status"] in ("waiting_for_input", "running", "queued")
    assert (await stranger.http.get("/tailoring-sessions/")).json()["items"] == []
    assert (await stranger.http.get("/facts")).json()["items"] == []
    await stranger.close()


async def test_nobody_gets_in_without_a_token(shared_server: Server) -> None:
    async with httpx.AsyncClient(base_url=shared_server.url) as http:
        tried = 0
        for method, path in await routes(shared_server):
            if path in FREE:
                continue
            tried += 1
            answer = await call(http, method, path, session_id=str(uuid4()), fact_id=str(uuid4()))
            assert answer.status_code == 401, (method, path, answer.text)
            assert answer.json()["detail"]["code"] == "UNAUTHORIZED"
    assert tried >= 20


async def test_erased_account_leaves_nothing(shared_server: Server, postgres: str) -> None:
    import psycopg

    from tests.conftest import url_of

    person = await Person(shared_server.url, "leaving").sign_up()
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT, review="auto")
    async with person.listen(session) as ear:
        await ear.until_status("completed")
    files = [path for path in (shared_server.folder / "uploads").rglob("*") if path.is_file()]
    assert (await person.http.delete("/auth/me")).status_code == 204
    assert (await person.http.get("/auth/me")).status_code == 401
    login = await person.http.post("/auth/login", json={"username": "leaving", "password": PASSWORD})
    assert login.status_code == 401
    with psycopg.connect(url_of(postgres, "story")) as connection:
        tables = connection.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
        ).fetchall()
        assert len(tables) > 15
        for (table,) in tables:
            rows = connection.execute(f'SELECT count(*) FROM "{table}" t WHERE t::text LIKE %s', (f"%{session}%",))
            count = rows.fetchone()
            assert count == (0,), table
    left = [path for path in (shared_server.folder / "uploads").rglob("*") if path.is_file()]
    assert len(left) < len(files)
    await person.close()


async def test_idempotency_key_gives_the_first_answer_again(person: Person) -> None:
    form = {"job_text": POSTING_TEXT}
    headers = {"Idempotency-Key": "create-once"}
    first, second = [
        await person.http.post(
            "/tailoring-sessions/", files={"resume": ("r.pdf", resume_pdf())}, data=form, headers=headers
        )
        for _ in range(2)
    ]
    assert first.status_code == second.status_code == 201
    assert first.json() == second.json()
    other = await person.http.post(
        "/tailoring-sessions/",
        files={"resume": ("r.pdf", resume_pdf())},
        data={"job_text": POSTING_TEXT + "More"},
        headers=headers,
    )
    assert other.status_code == 409
    assert len((await person.http.get("/tailoring-sessions/")).json()["items"]) == 1


async def test_pages_of_sessions_follow_the_cursor(person: Person) -> None:
    made = [await person.create(resume_pdf(), job_text=POSTING_TEXT) for _ in range(5)]
    seen: list[str] = []
    cursor: str | None = None
    while True:
        query: dict[str, Any] = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        page = (await person.http.get("/tailoring-sessions/", params=query)).json()
        seen += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == made[::-1]
    for bad in ("x", "////", "MjAyNg==", json.dumps({})):
        answer = await person.http.get("/tailoring-sessions/", params={"cursor": bad})
        assert answer.status_code == 400, bad
        assert answer.json()["detail"]["code"] == "INVALID_CURSOR"


@pytest.mark.parametrize("path", ["/nope", "/tailoring-sessions/not-a-uuid", "/tailoring-sessions"])
async def test_unknown_paths_answer_in_the_one_form(person: Person, path: str) -> None:
    answer = await person.http.get(path)
    assert answer.status_code in (400, 404, 405)
    assert set(answer.json()["detail"]) >= {"message", "code"}
    assert "x-request-id" in answer.headers
    assert "default-src 'none'" in answer.headers["content-security-policy"]
