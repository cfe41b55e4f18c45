"""The work on runs: the queue's one task, and what becomes of a run when its work ends, fails or is cut off."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

import procrastinate
import psycopg
import structlog
from procrastinate.job_context import JobContext
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from agent.errors import AgentError
from backend.database import Database
from backend.errors import NotFound
from backend.queue import QUEUE, TASK
from backend.runs import service
from backend.runs.hold import Fenced, Hold, hold_run

log = structlog.get_logger(__name__)

OUTAGES = (psycopg.OperationalError, psycopg.InterfaceError, OperationalError, InterfaceError, PoolTimeout)
"""What says that the database is away. Data it refuses is no outage: to try that again would never end."""

Move = Callable[[Hold], Awaitable[None]]
"""Moves a run of one kind on until it waits or is done, and sets its status."""


@dataclass
class Workshop:
    """What a worker works with. `moves` has one entry for each kind of run."""

    database: Database
    moves: Mapping[str, Move]


def add_task(queue: procrastinate.App) -> None:
    @queue.task(name=TASK, queue=QUEUE, pass_context=True)
    async def advance(context: JobContext, run_id: str) -> None:
        await work_on(context.additional_context["workshop"], UUID(run_id))


async def work_on(workshop: Workshop, run_id: UUID) -> None:
    """Take the run and move it on. When the database goes away the run stays as it is: the reaper finds it again."""
    structlog.contextvars.bind_contextvars(run_id=str(run_id))
    try:
        async with hold_run(workshop.database, run_id) as hold:
            if hold is None:
                log.warning("run is held by another worker")
                return
            kind = await start(hold)
            if kind is not None:
                await move(workshop.moves[kind], hold)
    except Fenced:
        log.info("run was taken away")
    except OUTAGES as error:
        log.warning("database lost while working", error=type(error).__name__)
    finally:
        structlog.contextvars.unbind_contextvars("run_id")


async def start(hold: Hold) -> str | None:
    """Mark the run as running under a new attempt; its kind, or None if there is nothing to do."""
    async with hold.database.session() as db:
        try:
            run = await service.locked(db, hold.run_id)
        except NotFound:
            return None
        if run.status not in ("queued", "running"):
            return None
        run.attempt += 1
        hold.attempt = run.attempt
        if run.status != "running":
            await service.change_status(db, run, "running")
        return run.kind


async def move(mover: Move, hold: Hold) -> None:
    try:
        await mover(hold)
    except (Fenced, *OUTAGES, asyncio.CancelledError):
        raise
    except AgentError as error:
        log.info("run failed", code=error.code)
        async with hold.transaction() as (db, run):
            await service.fail(db, run, error.code, str(error), retryable=error.retryable)
    except Exception:
        log.exception("run failed unexpectedly")
        async with hold.transaction() as (db, run):
            message = "Something went wrong on our side; it has been noted. You can try again."
            await service.fail(db, run, "INTERNAL_ERROR", message, retryable=True)
