"""The queue's own tables. Procrastinate keeps no record of its version, so we do."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import psycopg
from packaging.version import Version
from procrastinate.schema import SchemaManager


def migrate_queue(connection: psycopg.Connection) -> None:
    """Create the queue's tables, or apply what the installed version adds to the recorded one."""
    installed = version("procrastinate")
    with connection.transaction():
        connection.execute("CREATE TABLE IF NOT EXISTS queue_schema (version text NOT NULL)")
        row = connection.execute("SELECT version FROM queue_schema").fetchone()
        if row is None:
            connection.execute(SchemaManager.get_schema())
            connection.execute("INSERT INTO queue_schema VALUES (%s)", (installed,))
        elif Version(row[0]) < Version(installed):
            for path in steps_after(Version(row[0])):
                connection.execute(path.read_bytes())
            connection.execute("UPDATE queue_schema SET version = %s", (installed,))


def steps_after(recorded: Version) -> list[Path]:
    """Procrastinate's migration files, named `03.10.00_01_pre_….sql`, that came after the recorded version."""
    files = sorted(Path(SchemaManager.get_migrations_path()).glob("[0-9]*.sql"))
    return [path for path in files if Version(path.name.split("_")[0]) > recorded]
