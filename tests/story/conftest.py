from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.conftest import url_of
from tests.story.person import Person
from tests.story.samples import LOGIN, POSTING
from tests.story.server import Server, Site


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    site = Site({"/jobs/backend": POSTING, "/login-wall": LOGIN})
    yield site
    site.close()


@pytest.fixture(scope="session")
def shared_server(postgres: str, site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests that leave it alive. Each test brings people of its own."""
    import psycopg

    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("CREATE DATABASE story TEMPLATE migrated")
    server = Server(
        tmp_path_factory.mktemp("server"), url_of(postgres, "story"), scraper_allowed_hosts=site.host
    ).start()
    yield server
    server.stop()


@pytest.fixture
def server(tmp_path: Path, database_url: str, site: Site) -> Iterator[Server]:
    """A server of the test's own, to be killed."""
    server = Server(tmp_path, database_url, scraper_allowed_hosts=site.host).start()
    yield server
    server.stop()


@pytest.fixture
async def person(shared_server: Server, request: pytest.FixtureRequest) -> AsyncIterator[Person]:
    """Somebody new, signed in."""
    name = "".join(letter for letter in request.node.name if letter.isalnum())[-40:]
    person = await Person(shared_server.url, name).sign_up()
    yield person
    await person.close()
