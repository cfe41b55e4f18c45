"""The server: the application with all that runs beside it, put together and taken apart."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from uuid import UUID

from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncSession

from backend.api import make_api
from backend.auth.passwords import Passwords
from backend.auth.service import Eraser
from backend.config import Settings
from backend.database import Database
from backend.queue import make_queue
from backend.runs.feed import Feed
from backend.runs.socket import Sockets
from backend.storage import Storage
from backend.tailoring.service import erase_all
from backend.worker import Worker, waiting_threads


def make_server(settings: Settings, url: str, *, work: bool = True, passwords: Passwords | None = None) -> FastAPI:
    """The application on the migrated database at `url`; with `work` it also takes runs from the queue."""
    return make_api(settings, partial(living, settings=settings, url=url, work=work, passwords=passwords))


@asynccontextmanager
async def living(
    app: FastAPI, *, settings: Settings, url: str, work: bool, passwords: Passwords | None
) -> AsyncIterator[None]:
    asyncio.get_running_loop().set_default_executor(waiting_threads())
    async with AsyncExitStack() as stack:
        database = Database(url, pool_size=settings.database_pool)
        stack.push_async_callback(database.close)
        feed = Feed(database)
        database.announcer = feed.announce
        queue = make_queue(url)
        await stack.enter_async_context(queue.open_async())
        await stack.enter_async_context(feed.running())
        state = app.state
        state.database, state.feed, state.queue = database, feed, queue
        state.storage = Storage(settings.upload_dir)
        state.sockets = Sockets(settings.sockets_per_user)
        state.passwords = passwords or Passwords(
            memory_kib=settings.password_memory_kib, refuse_common=settings.environment == "production"
        )
        stack.callback(state.passwords.close)
        state.erasers = erasers(app)
        state.worker = None
        if work:
            state.worker = Worker(settings, database, queue)
            await stack.enter_async_context(state.worker.running())
        yield
        state.sockets.closing.set()
        await asyncio.sleep(0)


def erasers(app: FastAPI) -> list[Eraser]:
    """What an account takes with it: its runs with their checkpoints and jobs, then its files."""

    async def erase_runs(db: AsyncSession, user_id: UUID) -> None:
        await erase_all(db, app.state.queue, user_id)

    async def erase_files(_db: AsyncSession, user_id: UUID) -> None:
        await app.state.storage.remove_all(user_id)

    return [erase_runs, erase_files]
