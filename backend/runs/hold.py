"""A worker's hold on a run: an advisory lock that dies with its connection, and an attempt number that fences writes.

The lock says that somebody is at work: it is free the moment a worker is killed, and stays held while it is merely slow.
But it also vanishes when PostgreSQL restarts under a worker that lives on; so every write is conditional on the
attempt number too, and the worker drops its run when the connection breaks.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import psycopg
from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import ChannelVersions, Checkpoint, CheckpointMetadata
from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver
from psycopg.rows import DictRow, dict_row
from sqlalchemy.ext.asyncio import AsyncSession

from agent.tailor.run import serializer
from backend.database import Database
from backend.errors import NotFound
from backend.models.run import Run
from backend.runs.service import locked

LOCK_SPACE = 0x72756E
PATIENCE_SECONDS = 20
WATCH_SECONDS = 2


class Fenced(Exception):
    """Somebody stopped, deleted or took over this run: what this attempt still does must have no effect."""


def lock_key(run_id: UUID) -> int:
    """The run's advisory lock: 64 bits of its id, as PostgreSQL's signed bigint."""
    return int.from_bytes(run_id.bytes[:8], signed=True) ^ LOCK_SPACE


class Hold:
    """One attempt at one run."""

    def __init__(self, database: Database, run_id: UUID, connection: psycopg.AsyncConnection[DictRow]) -> None:
        self.database = database
        self.run_id = run_id
        self.connection = connection
        self.attempt = -1

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[tuple[AsyncSession, Run]]:
        """A transaction with the run's row locked. Raises `Fenced` when this attempt is no longer the current one."""
        async with self.database.session() as db:
            try:
                run = await locked(db, self.run_id)
            except NotFound:
                raise Fenced from None
            if run.attempt != self.attempt:
                raise Fenced
            yield db, run

    def saver(self) -> FencedSaver:
        return FencedSaver(self)


class FencedSaver(AsyncPostgresSaver):
    """LangGraph's checkpointer, on the connection that holds the lock, writing only for the current attempt."""

    def __init__(self, hold: Hold) -> None:
        super().__init__(hold.connection, serde=serializer())
        self.hold = hold
        self.turnstile = asyncio.Lock()

    @asynccontextmanager
    async def fence(self) -> AsyncIterator[None]:
        async with self.turnstile, self.hold.connection.transaction():
            cursor = await self.hold.connection.execute(
                "SELECT 1 FROM runs WHERE id = %s AND attempt = %s FOR SHARE", (self.hold.run_id, self.hold.attempt)
            )
            if await cursor.fetchone() is None:
                raise Fenced
            yield

    async def aput(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,
    ) -> RunnableConfig:
        async with self.fence():
            return await super().aput(config, checkpoint, metadata, new_versions)

    async def aput_writes(
        self, config: RunnableConfig, writes: Sequence[tuple[str, Any]], task_id: str, task_path: str = ""
    ) -> None:
        async with self.fence():
            await super().aput_writes(config, writes, task_id, task_path)


@asynccontextmanager
async def hold_run(database: Database, run_id: UUID) -> AsyncIterator[Hold | None]:
    """Take the run's lock, waiting for a predecessor that is being stopped; None if it stays taken."""
    connection = await psycopg.AsyncConnection.connect(
        database.url, autocommit=True, prepare_threshold=0, row_factory=dict_row
    )
    async with connection:
        if not await take_lock(connection, run_id):
            yield None
            return
        watch = asyncio.create_task(drop_when_lost(connection, asyncio.current_task()))
        try:
            yield Hold(database, run_id, connection)
        finally:
            watch.cancel()


async def take_lock(connection: psycopg.AsyncConnection[DictRow], run_id: UUID) -> bool:
    deadline = asyncio.get_running_loop().time() + PATIENCE_SECONDS
    while True:
        cursor = await connection.execute("SELECT pg_try_advisory_lock(%s) AS taken", (lock_key(run_id),))
        row = await cursor.fetchone()
        if row and row["taken"]:
            return True
        if asyncio.get_running_loop().time() > deadline:
            return False
        await asyncio.sleep(0.05)


async def drop_when_lost(connection: psycopg.AsyncConnection[DictRow], task: asyncio.Task[Any] | None) -> None:
    """Cancel the work when the connection that holds its lock is gone."""
    while True:
        await asyncio.sleep(WATCH_SECONDS)
        try:
            await connection.execute("SELECT 1")
        except psycopg.Error:
            if task is not None:
                task.cancel("the lock was lost")
            return
