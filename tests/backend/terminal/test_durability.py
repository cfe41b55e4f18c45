"""A server that dies, and a server that this terminal started itself."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

from tests.backend.terminal.conftest import Start
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


def test_terminal_starts_a_server_and_takes_it_along(tailor: Start, database_url: str) -> None:
    own = {"BESPOKE_DATABASE_URL": database_url, "BESPOKE_PORT": "9"}
    killed = tailor("mara.pdf", "job.txt", server=None, environment=own)
    killed.await_text("starting one")
    await_servers(killed.data_dir, 1)
    killed.process.kill()
    await_servers(killed.data_dir, 0)

    terminal = tailor("mara.pdf", "job.txt", "--auto", server=None, typed="", environment=own)
    assert terminal.end() == 0, terminal.output
    assert servers_of(terminal.data_dir) == []
    assert list(terminal.accounts()) == ["http://127.0.0.1:9"]


def test_server_that_cannot_start_says_why(tailor: Start) -> None:
    own = {"BESPOKE_DATABASE_URL": "mysql://127.0.0.1/resumes", "BESPOKE_PORT": "9"}
    terminal = tailor("mara.pdf", "job.txt", server=None, typed="", environment=own)
    assert terminal.end() == 2
    assert "BESPOKE_DATABASE_URL" in terminal.output.splitlines()[-1]


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
