"""The schema, brought up to date in one guarded step: ours, the queue's and the checkpointer's."""

from __future__ import annotations

import time
from pathlib import Path

import psycopg
from alembic import command
from alembic.config import Config
from langgraph.checkpoint.postgres import PostgresSaver
from sqlalchemy import Connection, create_engine
from sqlalchemy.engine import make_url

from backend.migrations.queue_schema import migrate_queue

GUARD = 0x626573706F6B65
"""The advisory lock of whoever migrates. It is polled, never waited for: the checkpointer builds indexes concurrently,
which would wait for a session that blocks on the lock, for ever."""


def migrate(url: str, *, patience_seconds: float = 60) -> None:
    """Bring the database at `url` up to date. Any number of processes may do so at once.

    Raises TimeoutError when another one holds the guard for longer than `patience_seconds`.
    """
    with psycopg.connect(url, autocommit=True) as guard:
        deadline = time.monotonic() + patience_seconds
        while not taken(guard):
            if time.monotonic() > deadline:
                raise TimeoutError("another process is migrating the database and does not finish")
            time.sleep(0.05)
        engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"))
        try:
            with engine.connect() as connection:
                upgrade(connection)
        finally:
            engine.dispose()
        migrate_queue(guard)
        with PostgresSaver.from_conn_string(url) as saver:
            saver.setup()


def taken(guard: psycopg.Connection) -> bool:
    row = guard.execute("SELECT pg_try_advisory_lock(%s)", (GUARD,)).fetchone()
    return bool(row and row[0])


def upgrade(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
