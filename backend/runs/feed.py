"""The feed: who follows a run hears of its events as they are committed, in whichever process that happens.

What is announced is only that a run has news; everybody then reads the log, so nothing is missed, doubled or out of
order. Between processes a NOTIFY carries the run's id, flushed every few milliseconds in a transaction of its own, since
notifying commits wait for one another. A slow poll covers whatever a notification could miss.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from uuid import UUID

import psycopg
import structlog
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from backend.database import Database
from backend.models.run import Event
from backend.runs.events import events_after

log = structlog.get_logger(__name__)

CHANNEL = "bespoke_runs"
FLUSH_SECONDS = 0.01
POLL_SECONDS = 1.0
KEPT = 200
"""Events of a followed run kept in memory, so that many followers of it cost one query."""


class Channel:
    """All followers of one run in this process, and its newest events."""

    def __init__(self) -> None:
        self.news = asyncio.Event()
        self.followers = 0
        self.recent: deque[Event] = deque(maxlen=KEPT)
        self.reading = asyncio.Lock()
        self.stale = True
        self.checked_at = 0.0

    def check_again(self) -> None:
        """Doubt what is kept, at most once a poll however many followers do."""
        now = asyncio.get_running_loop().time()
        if now - self.checked_at >= POLL_SECONDS:
            self.checked_at = now
            self.stale = True

    def wake(self) -> None:
        self.stale = True
        self.news.set()
        self.news = asyncio.Event()

    def since(self, after: int) -> list[Event] | None:
        """The kept events after `after`; None when that reaches further back than what is kept."""
        if self.recent and self.recent[0].seq <= after + 1:
            return [event for event in self.recent if event.seq > after]
        return None


class Feed:
    """One a process: announces what this process commits and hears what others do."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.channels: dict[UUID, Channel] = {}
        self.outbox: set[UUID] = set()
        self.work = asyncio.Event()

    def announce(self, run_ids: set[UUID]) -> None:
        self.outbox |= run_ids
        self.work.set()
        for run_id in run_ids:
            self.wake(run_id)

    def wake(self, run_id: UUID) -> None:
        if channel := self.channels.get(run_id):
            channel.wake()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        tasks = [asyncio.create_task(self.flush_for_ever()), asyncio.create_task(self.listen_for_ever())]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def flush_for_ever(self) -> None:
        while True:
            await self.work.wait()
            await asyncio.sleep(FLUSH_SECONDS)
            self.work.clear()
            run_ids, self.outbox = self.outbox, set()
            try:
                async with self.database.session() as db:
                    for run_id in run_ids:
                        await db.execute(
                            text("SELECT pg_notify(:channel, :run)"), {"channel": CHANNEL, "run": str(run_id)}
                        )
            except Exception as error:  # noqa: BLE001  # the log is the truth; a lost notification costs a poll
                log.warning("could not notify", error=type(error).__name__)

    async def listen_for_ever(self) -> None:
        while True:
            try:
                await self.listen()
            except psycopg.Error as error:
                log.warning("listening was cut off", error=type(error).__name__)
            await asyncio.sleep(POLL_SECONDS / 2)

    async def listen(self) -> None:
        connection = await psycopg.AsyncConnection.connect(self.database.url, autocommit=True)
        async with connection:
            await connection.execute(f"LISTEN {CHANNEL}")
            for run_id in list(self.channels):
                self.wake(run_id)
            async for notification in connection.notifies():
                with suppress(ValueError):
                    self.wake(UUID(notification.payload))

    async def follow(self, run_id: UUID, after: int) -> AsyncIterator[list[Event]]:
        """Every event of the run after `after`, in order and once, in batches; waits for more and never ends by itself.

        A batch is empty when nothing came for a while, so that the follower can see to its own affairs. An outage of the
        database is only a pause.
        """
        channel = self.channels.setdefault(run_id, Channel())
        channel.followers += 1
        try:
            while True:
                news = channel.news
                try:
                    events = await self.read(channel, run_id, after)
                except (DBAPIError, PoolTimeout, OSError) as error:
                    log.warning("log out of reach", error=type(error).__name__)
                    await asyncio.sleep(POLL_SECONDS)
                    yield []
                    continue
                if events:
                    after = events[-1].seq
                    yield events
                    continue
                try:
                    await asyncio.wait_for(news.wait(), POLL_SECONDS)
                except TimeoutError:
                    channel.check_again()
                    yield []
        finally:
            channel.followers -= 1
            if not channel.followers and self.channels.get(run_id) is channel:
                del self.channels[run_id]

    async def read(self, channel: Channel, run_id: UUID, after: int) -> list[Event]:
        async with channel.reading:
            if channel.stale:
                channel.stale = False
                newest = channel.recent[-1].seq if channel.recent else after
                try:
                    channel.recent.extend(await self.read_log(run_id, newest))
                except BaseException:
                    channel.stale = True
                    raise
            kept = channel.since(after)
        return await self.read_log(run_id, after) if kept is None else kept

    async def read_log(self, run_id: UUID, after: int) -> list[Event]:
        async with self.database.session() as db:
            return await events_after(db, run_id, after)
