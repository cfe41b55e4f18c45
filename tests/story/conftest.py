from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.story.person import Person
from tests.story.server import Server, Site


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
