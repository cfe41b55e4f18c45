"""What does not work is said in one line, with the exit status that fits."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.backend.terminal.conftest import Start
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
def test_wrong_command_line(tailor: Start, arguments: list[str], says: str) -> None:
    terminal = tailor(*arguments, typed="")
    assert terminal.end() == 2
    assert says in terminal.output.splitlines()[-1]
    assert "Traceback" not in terminal.output


def test_file_that_is_no_resume(tailor: Start, folder: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"\x00\x01\x02 not a PDF")
    terminal = tailor("broken.pdf", "job.txt", typed="")
    assert terminal.end() == 1
    assert len(terminal.output.splitlines()) == 1, terminal.output


def test_session_of_nobody(tailor: Start) -> None:
    terminal = tailor("--resume", "5f0c6f0e-9b1f-4a39-8a53-2a4c2a9c6c11", typed="")
    assert terminal.end() == 1
    assert len(terminal.output.splitlines()) == 1, terminal.output


def test_named_server_that_does_not_answer(tailor: Start) -> None:
    terminal = tailor("mara.pdf", "job.txt", server="http://127.0.0.1:9", typed="")
    assert terminal.end() == 1
    assert terminal.output == "No Bespoke server answers at http://127.0.0.1:9.\n"


def test_password_that_is_wrong(tailor: Start, shared_server: Server) -> None:
    terminal = tailor(
        "mara.pdf", "job.txt", "--user", "nobody", typed="", environment={"BESPOKE_PASSWORD": "not the password"}
    )
    assert terminal.end() == 1
    assert len(terminal.output.splitlines()) == 1, terminal.output
    assert not terminal.data_dir.exists()
