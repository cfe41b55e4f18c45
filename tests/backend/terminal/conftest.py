from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from backend.cli import main
from tests.backend.terminal.terminal import Desk, Terminal
from tests.conftest import url_of
from tests.story.samples import LOGIN, POSTING, POSTING_TEXT, resume_pdf
from tests.story.server import ROOT, Server, Site

Start = Callable[..., Terminal]


@dataclass(frozen=True)
class Piped:
    status: int
    output: str
    errors: str
    desk: Desk


Pipe = Callable[..., Piped]


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
    """Starts the client at a pseudo-terminal in that folder, at the shared server unless told otherwise."""
    started: list[Terminal] = []

    def start(*arguments: str, server: str | None = shared_server.url, **settings: str) -> Terminal:
        terminal = Terminal(folder, arguments, server, settings)
        started.append(terminal)
        return terminal

    yield start
    for terminal in started:
        terminal.close()


@pytest.fixture
def pipe(
    folder: Path, shared_server: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Pipe:
    """Runs the client in this process, with its input piped in; what it then was."""

    def run(*arguments: str, typed: str = "", server: str | None = shared_server.url, **settings: str) -> Piped:
        monkeypatch.chdir(folder)
        for name, value in {"DATA_DIR": str(folder.parent / "terminal"), **settings}.items():
            monkeypatch.setenv(f"BESPOKE_{name}", value)
        monkeypatch.setenv("PYTHONPATH", str(ROOT))
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        try:
            status = main(["tailor", *arguments, *(["--server", server] if server else [])])
        except SystemExit as left:
            assert isinstance(left.code, int)
            status = left.code
        shown = capsys.readouterr()
        return Piped(status, shown.out, shown.err, Desk(folder))

    return run
