from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from tests.backend.terminal.terminal import Terminal
from tests.conftest import url_of
from tests.story.samples import LOGIN, POSTING, POSTING_TEXT, resume_pdf
from tests.story.server import Server, Site

Start = Callable[..., Terminal]


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    site = Site({"/jobs/backend": POSTING, "/login-wall": LOGIN})
    yield site
    site.close()


@pytest.fixture(scope="session")
def shared_server(postgres: str, site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests; who kills it starts it again. Each test brings a data folder, and so an account, of its own."""
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("CREATE DATABASE terminal TEMPLATE migrated")
    server = Server(
        tmp_path_factory.mktemp("server"), url_of(postgres, "terminal"), scraper_allowed_hosts=site.host
    ).start()
    yield server
    server.stop()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the person works: a resume and a posting lie there."""
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "mara.pdf").write_bytes(resume_pdf())
    (folder / "job.txt").write_text(POSTING_TEXT)
    return folder


@pytest.fixture
def tailor(folder: Path, shared_server: Server) -> Iterator[Start]:
    """Starts the client with these arguments in that folder, at the shared server unless told otherwise."""
    started: list[Terminal] = []

    def start(*arguments: str, **options: object) -> Terminal:
        options.setdefault("server", shared_server.url)
        terminal = Terminal(folder, arguments, **options)  # type: ignore[arg-type]  # as the test gave them
        started.append(terminal)
        return terminal

    yield start
    for terminal in started:
        terminal.close()
