"""The reaper: finds runs that nobody works on and has them taken up again.

It does not trust heartbeats: a run marked as running whose lock is free has lost its worker, and a queued one without a job
has lost its job. Every worker process reaps; they do not get in each other's way.
"""

from __future__ import annotations

import asyncio

import procrastinate
import structlog
from sqlalchemy import text

from backend.database import Database
from backend.errors import NotFound
from backend.runs import service
from backend.runs.hold import LOCK_SPACE
from backend.runs.idempotency import forget_old

log = structlog.get_logger(__name__)

EVERY_SECONDS = 1.0
MOST_FAILURES = 5
"""After so many lost workers in a row a run is no longer taken up by itself: it may be what kills them."""

KEY = f"(('x' || substr(replace(id::text, '-', ''), 1, 16))::bit(64)::bigint # {LOCK_SPACE})"

LOST = text(
    f"""
    WITH running AS MATERIALIZED (SELECT id FROM runs WHERE status = 'running')
    SELECT id FROM running WHERE pg_try_advisory_xact_lock({KEY})
    UNION ALL
    SELECT id FROM runs WHERE status = 'queued' AND queued_at < now() - interval '2 seconds' AND NOT EXISTS (
        SELECT 1 FROM procrastinate_jobs WHERE queueing_lock = runs.id::text AND status = 'todo')
    AND pg_try_advisory_xact_lock({KEY})
    """  # noqa: S608  # a constant
)

DEAD_JOBS = text(
    """
    DELETE FROM procrastinate_jobs j WHERE status = 'doing' AND NOT EXISTS (
        SELECT 1 FROM procrastinate_workers w
        WHERE w.id = j.worker_id AND w.last_heartbeat > now() - interval '60 seconds')
    OR status IN ('succeeded', 'failed', 'cancelled', 'aborted')
    """
)


async def reap_for_ever(database: Database, queue: procrastinate.App) -> None:
    turn = 0
    while True:
        try:
            await reap(database, queue)
            if turn % 60 == 0:
                async with database.session() as db:
                    await db.execute(DEAD_JOBS)
                    await forget_old(db)
        except Exception as error:  # noqa: BLE001  # the reaper must outlive any outage of the database
            log.warning("reaper could not look", error=type(error).__name__)
        turn += 1
        await asyncio.sleep(EVERY_SECONDS)


async def reap(database: Database, queue: procrastinate.App) -> int:
    """Take up every lost run; how many there were."""
    async with database.session() as db:
        lost = list(await db.scalars(LOST))
    for run_id in lost:
        async with database.session() as db:
            try:
                run = await service.locked(db, run_id)
            except NotFound:
                continue
            if run.status not in ("queued", "running"):
                continue
            run.failures += run.status == "running"
            if run.failures > MOST_FAILURES:
                run.attempt += 1
                message = "The work on this session was cut off again and again. You can try once more."
                await service.fail(db, run, "WORKER_LOST", message, retryable=True)
                continue
            log.info("run taken up again", run_id=str(run_id), failures=run.failures)
            await service.queue_again(db, queue, run)
    return len(lost)
