"""The queue: Procrastinate on our PostgreSQL. One task, `advance`, moves one run on; its arguments are ids only.

A job is deferred on the caller's own connection, so that it exists exactly when the row it is about does.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

import procrastinate
from procrastinate.exceptions import AlreadyEnqueued
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

TASK = "advance"
QUEUE = "runs"

AFTER_THIS = text("SAVEPOINT enqueue"), text("RELEASE SAVEPOINT enqueue"), text("ROLLBACK TO SAVEPOINT enqueue")


def make_queue(url: str, *, pool_size: int = 4) -> procrastinate.App:
    """The application's handle on the queue; opened by who uses it (`async with queue.open_async()`)."""
    return procrastinate.App(
        connector=procrastinate.PsycopgConnector(conninfo=url, min_size=1, max_size=pool_size, timeout=10)
    )


async def driver_connection(db: AsyncSession) -> Any:
    """The psycopg connection beneath a session, in its transaction."""
    connection = await db.connection()
    raw = await connection.get_raw_connection()
    return raw.driver_connection


async def enqueue(queue: procrastinate.App, db: AsyncSession, run_id: UUID) -> None:
    """Have a worker take this run once `db` has committed. A job that already waits is enough."""
    save, release, back = AFTER_THIS
    await db.flush()
    await db.execute(save)
    try:
        await queue.configure_task(
            TASK, queue=QUEUE, queueing_lock=str(run_id), connection=await driver_connection(db)
        ).defer_async(run_id=str(run_id))
    except AlreadyEnqueued:
        await db.execute(back)
    else:
        await db.execute(release)


async def withdraw(queue: procrastinate.App, db: AsyncSession, run_id: UUID) -> None:
    """Cancel this run's waiting job and abort the one at work, once `db` has committed."""
    rows = await db.execute(
        text("SELECT id FROM procrastinate_jobs WHERE queueing_lock = :lock AND status IN ('todo', 'doing')"),
        {"lock": str(run_id)},
    )
    connection = await driver_connection(db)
    for (job_id,) in rows.all():
        await queue.job_manager.cancel_job_by_id_async(job_id, abort=True, connection=connection)
