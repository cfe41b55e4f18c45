"""Where the server is: the one that answers at the given address, or one that this terminal starts for itself."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from backend.config import Settings
from backend.terminal.client import LOOPBACK
from backend.terminal.errors import BadUsage, TerminalError, Unreachable

READY = re.compile(r"Bespoke is at (http://\S+)")
EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104  # what a server listens on, not this program
START_SECONDS = 60.0
END_SECONDS = 15.0


@dataclass(frozen=True)
class Place:
    """`name` is the address the person knows it by; accounts are kept under it."""

    url: str
    name: str
    process: subprocess.Popen[str] | None = None

    def alive(self) -> bool:
        return self.process is None or self.process.poll() is None


def default_url(settings: Settings) -> str:
    host = "127.0.0.1" if settings.host in EVERYWHERE else settings.host
    return f"http://[{host}]:{settings.port}" if ":" in host else f"http://{host}:{settings.port}"


def check_url(url: str) -> str:
    """Raises BadUsage."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good:
        raise BadUsage(f"--server {url}: give an address such as http://127.0.0.1:8000")
    return url.rstrip("/")


@contextmanager
def located(settings: Settings, server: str | None, log: Path, starting: Callable[[str], None]) -> Iterator[Place]:
    """A server to talk to; `starting` is told when it has to be started first. Raises Unreachable when the one the person named does not answer."""
    url = check_url(server) if server else default_url(settings)
    if answers(url):
        yield Place(url, url)
    elif server:
        raise Unreachable(f"No Bespoke server answers at {url}.")
    else:
        starting(url)
        process = start(log)
        try:
            yield Place(await_ready(process, log), url, process)
        finally:
            end(process)


def answers(url: str) -> bool:
    try:
        response = httpx.get(f"{url}/health/live", timeout=5, trust_env=urlsplit(url).hostname not in LOOPBACK)
        return response.is_success and response.json() == {"status": "ok"}
    except (httpx.HTTPError, ValueError):
        return False


def start(log: Path) -> subprocess.Popen[str]:
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w") as errors:
        return subprocess.Popen(
            [sys.executable, "-m", "backend.terminal.companion"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            # Ctrl-C is for this terminal: the server still has to hear that the session stops.
            start_new_session=True,
        )


def await_ready(process: subprocess.Popen[str], log: Path) -> str:
    """The server's address. It says nothing more on this pipe: what it logs goes to the log file."""
    assert process.stdout is not None
    timer = threading.Timer(START_SECONDS, process.kill)
    timer.start()
    try:
        for line in process.stdout:
            if found := READY.search(line):
                return found[1]
    finally:
        timer.cancel()
    said = [line for line in log.read_text(errors="replace").splitlines() if line.strip() and not line[0].isspace()]
    raise TerminalError(f"The server did not start: {said[-1] if said else 'it said nothing'} (see {log})")


def end(process: subprocess.Popen[str]) -> None:
    with process:
        assert process.stdin is not None
        process.stdin.close()
        try:
            process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
