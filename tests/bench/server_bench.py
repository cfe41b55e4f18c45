"""python tests/bench/server_bench.py      every figure of docs/benchmarks.md, in one run

A real server process on an embedded PostgreSQL, real HTTP and sockets, a scripted model for the model engine. Machines are
noisy: quote medians, and compare only figures of one run.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from uuid import UUID

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import httpx  # noqa: E402  # after the path is set
import psutil  # noqa: E402  # after the path is set

from backend.database import Database, embedded_url  # noqa: E402
from backend.runs.events import say  # noqa: E402
from backend.runs.feed import Feed  # noqa: E402
from backend.runs.service import locked  # noqa: E402
from tests.scripted_model import ScriptedModel, slow  # noqa: E402
from tests.story.person import Ear, Person, go_through  # noqa: E402
from tests.story.samples import POSTING_TEXT, resume_pdf  # noqa: E402
from tests.story.server import Server  # noqa: E402

SOCKETS = 200
AIM: dict[str, float] = {
    "start to ready, s": 3,
    "memory when ready, MB": 250,
    "upload itself, ms (median)": 60,
    "first event after create, ms (median)": 100,
    "whole offline session, s (median)": 2,
    "commit to client with 200 sockets, ms (p50)": 25,
    "commit to client with 200 sockets, ms (p99)": 25,
    "model session over its critical path of calls": 1.1,
    "stop during a model call, ms (max)": 250,
}


def show(name: str, value: float) -> None:
    aim = AIM.get(name)
    print(f"{name:52s} {value:9.2f}" + (f"   aim {aim:g}" if aim is not None else ""), flush=True)


def memory(server: Server) -> float:
    """Resident memory of the server's process and its children, MB; shared pages counted once a process."""
    assert server.process is not None
    top = psutil.Process(server.process.pid)
    return float(sum(process.memory_info().rss for process in [top, *top.children(recursive=True)])) / 1e6


async def timed(work: Callable[[], Awaitable[Any]]) -> tuple[float, Any]:
    started = time.perf_counter()
    result = await work()
    return time.perf_counter() - started, result


async def sessions(person: Person) -> None:
    uploads, firsts, wholes = [], [], []
    for _ in range(7):
        started = time.perf_counter()
        session = await person.create(resume_pdf(), job_text=POSTING_TEXT, review="auto")
        uploads.append(time.perf_counter() - started)
        async with person.listen(session) as ear:
            await ear.until(lambda event: "seq" in event)
            firsts.append(time.perf_counter() - started)
            await ear.until_status("completed")
            wholes.append(time.perf_counter() - started)
    show("upload itself, ms (median)", 1000 * statistics.median(uploads[1:]))
    show("first event after create, ms (median)", 1000 * statistics.median(firsts[1:]))
    show("whole offline session, s (median)", statistics.median(wholes[1:]))


async def stall(server: Server, person: Person) -> None:
    """What somebody else waits for a plain request while 20 resumes are uploaded and read at once."""
    waits: list[float] = []
    done = asyncio.Event()

    async def ask() -> None:
        async with httpx.AsyncClient(base_url=server.url) as http:
            while not done.is_set():
                spent, _ = await timed(lambda: http.get("/health/live"))
                waits.append(spent)
                await asyncio.sleep(0.005)

    asking = asyncio.create_task(ask())
    sessions = await asyncio.gather(*(person.create(resume_pdf(), job_text=POSTING_TEXT) for _ in range(20)))
    for session in sessions:
        async with person.listen(session) as ear:
            await ear.until(lambda event: event["type"] == "resume_update")
    done.set()
    await asking
    show("another's request while 20 are read, ms (median)", 1000 * statistics.median(waits))
    show("another's request while 20 are read, ms (max)", 1000 * max(waits))
    for session in sessions:
        await person.http.delete(f"/tailoring-sessions/{session}")


async def latency(folder: Path, server: Server) -> None:
    """From the commit of an event, in this process, to each of 200 sockets that another process serves."""
    person = await Person(server.url, "listener").sign_up()
    people = [person, *[await Person(server.url, f"listener{number}").sign_up() for number in range(9)]]
    rooms = []
    for person in people:
        session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
        async with person.listen(session) as ear:
            await ear.until_asked()
        last = (await person.http.get(f"/tailoring-sessions/{session}/events")).json()["last_seq"]
        ears = []
        for _ in range(SOCKETS // len(people)):
            context = person.listen(session, last)
            ears.append((context, await context.__aenter__()))
        rooms.append((UUID(session), ears))
    for _, ears in rooms:
        for _, ear in ears:
            await ear.next()
    taken: list[float] = []
    database = Database(embedded_url(folder / "main" / "data"))
    feed = Feed(database)
    database.announcer = feed.announce

    async def hear(ear: Ear) -> None:
        event = await ear.next()
        taken.append(time.time() - event["sent"])

    async with feed.running():
        for number in range(60):
            run_id, ears = rooms[number % len(rooms)]
            hearing = [asyncio.create_task(hear(ear)) for _, ear in ears]
            async with database.session() as db:
                await say(db, await locked(db, run_id), "progress_update", {"message": "tick", "sent": time.time()})
            await asyncio.gather(*hearing)
    for _, ears in rooms:
        for context, _ in ears:
            await context.__aexit__(None, None, None)
    await database.close()
    taken.sort()
    show("commit to client with 200 sockets, ms (p50)", 1000 * statistics.median(taken))
    show("commit to client with 200 sockets, ms (p99)", 1000 * taken[int(0.99 * len(taken))])
    for person in people:
        await person.close()


async def with_model(folder: Path) -> None:
    """A model that takes a second a call: the session over the longest chain of calls that had to wait for each other."""
    with ScriptedModel() as model:
        model.always(slow(1.0))
        server = Server(folder / "llm", "", engine="llm", llm_base_url=model.base_url, llm_model="m").start()
        try:
            person = await Person(server.url).sign_up()
            await model_session(person, model)
            known = len(model.calls)
            spent, session = await timed(lambda: model_session(person, model))
            calls = sorted((call.at, call.ended or call.at) for call in model.calls[known:])
            show("model session over its critical path of calls", spent / critical_path(calls))
            show("  calls", len(calls))
            stops = [await stop_time(person, model) for _ in range(7)]
            show("stop during a model call, ms (median)", 1000 * statistics.median(stops))
            show("stop during a model call, ms (max)", 1000 * max(stops))
            assert session
            await person.close()
        finally:
            server.stop()


async def model_session(person: Person, _model: ScriptedModel) -> str:
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT, review="auto")
    async with person.listen(session) as ear:
        end = await go_through(person, session, ear)
        assert end["status"] == "completed", end
    return session


def critical_path(calls: list[tuple[float, float]]) -> float:
    """Seconds during which at least one call was under way."""
    total, until = 0.0, 0.0
    for start, end in calls:
        total += max(0.0, end - max(start, until))
        until = max(until, end)
    return total


async def stop_time(person: Person, model: ScriptedModel) -> float:
    """Seconds from the request to stop until the answer is here and the model's connection is closed."""
    known = len(model.calls)
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    while len(model.calls) == known:  # another thread's list
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.2)
    started = time.time()
    await person.post(session, "stop")
    answered = time.time()
    while not all(call.closed_by_client or call.ended for call in model.calls):  # likewise
        await asyncio.sleep(0.002)
    closed = max((call.closed_by_client or 0) for call in model.calls)
    return max(answered, closed) - started


async def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="bespoke-bench-"))
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}")
    try:
        Server(folder / "main", "").start().stop()
        starts = []
        for _ in range(3):
            started = time.perf_counter()
            server = Server(folder / "main", "").start()
            starts.append(time.perf_counter() - started)
            ready = memory(server)
            if len(starts) < 3:
                server.stop()
        show("start to ready, s", statistics.median(starts))
        show("memory when ready, MB", ready)
        try:
            person = await Person(server.url).sign_up()
            await sessions(person)
            show("memory after sessions, MB", memory(server))
            await stall(server, person)
            await latency(folder, server)
            await person.close()
        finally:
            server.stop()
        await with_model(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    asyncio.run(main())
