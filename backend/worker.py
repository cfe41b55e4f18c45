"""A worker: takes runs from the queue and moves them on. Inside the server by default, or a process of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress

import procrastinate
import structlog

from agent.pace import calm_collector, off_the_loop
from agent.tailor.warm import warm_up
from backend.config import Settings
from backend.database import Database
from backend.queue import QUEUE
from backend.runs.reaper import reap_for_ever
from backend.runs.work import Workshop, add_task
from backend.storage import Storage
from backend.tailoring.work import Tailoring

log = structlog.get_logger(__name__)

LONGEST_PAUSE = 10.0
WAITING = 64


def waiting_threads() -> ThreadPoolExecutor:
    """For what only waits: pages, files, children that read. Python's own few would be full of slow pages."""
    return ThreadPoolExecutor(WAITING, thread_name_prefix="waiting")


class Worker:
    """Keeps Procrastinate's worker and the reaper running, whatever the database does."""

    def __init__(self, settings: Settings, database: Database, queue: procrastinate.App) -> None:
        self.settings = settings
        self.database = database
        self.queue = queue
        self.well = True

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        calm_collector()
        add_task(self.queue)
        tasks = [
            asyncio.create_task(self.work_for_ever(), name="worker"),
            asyncio.create_task(off_the_loop(warm_up), name="warm-up"),
            asyncio.create_task(reap_for_ever(self.database, self.queue), name="reaper"),
        ]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            for task in tasks:
                with suppress(asyncio.CancelledError):
                    await task

    async def work_for_ever(self) -> None:
        """Procrastinate's worker ends when the database stays away for long; so it is started again, ever more slowly."""
        storage = Storage(self.settings.upload_dir)
        workshop = Workshop(self.database, {"tailoring": Tailoring(self.settings, storage).move})
        pause = 0.5
        while True:
            started = asyncio.get_running_loop().time()
            try:
                self.well = True
                await self.queue.run_worker_async(
                    queues=[QUEUE],
                    concurrency=self.settings.worker_concurrency,
                    install_signal_handlers=False,
                    fetch_job_polling_interval=1.0,
                    abort_job_polling_interval=1.0,
                    shutdown_graceful_timeout=0.1,
                    delete_jobs="always",
                    additional_context={"workshop": workshop},
                )
            except Exception as error:  # noqa: BLE001  # the supervisor outlives whatever ended the worker
                log.warning("worker ended", error=type(error).__name__)
            self.well = False
            if asyncio.get_running_loop().time() - started > LONGEST_PAUSE:
                pause = 0.5
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
