"""A server that dies, and a server that this terminal started itself."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from backend.terminal.errors import TerminalError
from backend.terminal.place import await_ready, end
from tests.backend.terminal.conftest import Pipe, Start
from tests.story.server import Server


def test_server_killed_in_the_middle_is_waited_for(tailor: Start, shared_server: Server) -> None:
    terminal = tailor("mara.pdf", "job.txt")
    terminal.await_text("Enter skips")
    terminal.await_text("> ")
    shared_server.kill()
    terminal.type("skip all\n")
    terminal.await_text("Trying again")
    shared_server.start()
    while "Anything else?" not in (shown := terminal.await_text("> ")):
        assert "Change " in shown, terminal.shown
        terminal.type("A\n")
    terminal.type("\n")
    assert terminal.end() == 0, terminal.shown
    [session] = terminal.sessions(shared_server.url)
    assert session["status"] == "completed"
    assert "accepted" in {change["state"] for change in session["changes"]}


def test_terminal_starts_a_server_and_takes_it_along(tailor: Start, pipe: Pipe, database_url: str) -> None:
    own = {"DATABASE_URL": database_url, "PORT": "9"}
    killed = tailor("mara.pdf", "job.txt", server=None, **own)
    killed.await_text("starting one")
    await_servers(killed.data_dir, 1)
    killed.process.kill()
    await_servers(killed.data_dir, 0)

    piped = pipe("mara.pdf", "job.txt", "--auto", server=None, **own)
    assert piped.status == 0, piped.errors
    assert "starting one" in piped.output
    assert servers_of(killed.data_dir) == []
    assert list(piped.desk.accounts()) == ["http://127.0.0.1:9"]


def test_server_that_cannot_start_says_why(tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    program = (
        "import sys; print('busy'); sys.exit('Traceback:\\n  a line of it\\nValueError: port 9 failed\\n\\tIs it on?')"
    )
    with log.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True
        )
    with pytest.raises(TerminalError, match="did not start: ValueError: port 9 failed"):
        await_ready(process, log)
    end(process)
    assert process.returncode == 1


def await_servers(data_dir: Path, count: int, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while len(servers_of(data_dir)) != count:
        assert time.monotonic() < deadline, servers_of(data_dir)
        time.sleep(0.05)


def servers_of(data_dir: Path) -> list[int]:
    """The companions that run with this data folder."""
    found = []
    listed = subprocess.run(["ps", "-eo", "pid=,args="], check=True, capture_output=True, text=True).stdout
    for line in listed.splitlines():
        pid, _, command = line.strip().partition(" ")
        if "backend.terminal.companion" not in command:
            continue
        try:
            environment = Path(f"/proc/{pid}/environ").read_bytes()
        except OSError:
            continue
        if f"BESPOKE_DATA_DIR={data_dir}".encode() in environment.split(b"\0"):
            found.append(int(pid))
    return found
