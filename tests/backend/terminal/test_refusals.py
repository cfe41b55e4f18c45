"""What does not work is said in one line, with the exit status that fits."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from tests.backend.terminal.conftest import Pipe
from tests.story.samples import resume_pdf
from tests.story.server import Server


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nowhere.pdf", "job.txt"], "nowhere.pdf: No such file"),
        (["mara.pdf", "www.example.com/jobs/1"], "https://www.example.com/jobs/1"),
        (["mara.pdf", "mara.pdf"], "text or HTML file"),
        (["mara.pdf"], "give RESUME and JOB"),
        (["mara.pdf", "job.txt", "-o", "mara.pdf"], "never overwritten"),
        (["mara.pdf", "job.txt", "-o", "out.odt"], "must end in"),
        (["--resume", "7"], "not the id of a session"),
    ],
)
def test_wrong_command_line(pipe: Pipe, arguments: list[str], says: str) -> None:
    piped = pipe(*arguments)
    assert piped.status == 2
    assert says in piped.errors.splitlines()[-1]
    assert not piped.output


def test_file_that_is_no_resume(pipe: Pipe, folder: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"\x00\x01\x02 not a PDF")
    piped = pipe("broken.pdf", "job.txt")
    assert piped.status == 1
    assert len(piped.errors.splitlines()) == 1, piped.errors


def test_resume_that_nobody_can_read(pipe: Pipe, folder: Path) -> None:
    (folder / "scan.pdf").write_bytes(resume_pdf()[:800])
    piped = pipe("scan.pdf", "job.txt")
    assert piped.status == 1
    assert len(piped.errors.splitlines()) == 1, piped.errors


def test_session_of_nobody(pipe: Pipe) -> None:
    piped = pipe("--resume", "5f0c6f0e-9b1f-4a39-8a53-2a4c2a9c6c11")
    assert piped.status == 1
    assert len(piped.errors.splitlines()) == 1, piped.errors


def test_named_server_that_does_not_answer(pipe: Pipe) -> None:
    piped = pipe("mara.pdf", "job.txt", server="http://127.0.0.1:9")
    assert piped.status == 1
    assert piped.errors == "No Bespoke server answers at http://127.0.0.1:9.\n"


def test_password_that_is_wrong(pipe: Pipe) -> None:
    piped = pipe("mara.pdf", "job.txt", "--user", "nobody", PASSWORD="not the password")
    assert piped.status == 1
    assert len(piped.errors.splitlines()) == 1, piped.errors
    assert not piped.desk.data_dir.exists()


def test_account_of_ones_own(pipe: Pipe, shared_server: Server) -> None:
    form = {"username": "mara", "email": "mara@example.org", "password": "seven purple lighthouses"}
    assert httpx.post(f"{shared_server.url}/auth/register", json=form).status_code == 201
    piped = pipe("mara.pdf", "job.txt", "--auto", "--user", "mara", PASSWORD=form["password"])
    assert piped.status == 0, piped.errors
    assert not piped.desk.data_dir.exists()
