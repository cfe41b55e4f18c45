"""The client at a pseudo-terminal, and what is known of whoever sits there."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import Any

import httpx

from tests.story.server import ROOT

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*\x07|\x1b[=>]")
SESSION = re.compile(r"--resume ([0-9a-f-]{36})")
OWN_TERMINAL = (
    "import fcntl, os, signal, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])"
)
"""Ctrl-C is heard again also where the tests run in the background of a shell, which has its jobs ignore it."""


class Desk:
    """A folder where somebody works, and what their terminal keeps."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data_dir = folder.parent / "terminal"

    def accounts(self) -> dict[str, dict[str, str]]:
        return dict(json.loads((self.data_dir / "terminal" / "accounts.json").read_text()))

    def sessions(self, server: str) -> list[dict[str, Any]]:
        """The sessions of the terminal's account, newest first, as the server has them."""
        with httpx.Client(base_url=server, timeout=30) as http:
            tokens = http.post("/auth/login", json=self.accounts()[server]).json()
            http.headers["Authorization"] = f"Bearer {tokens['access_token']}"
            items = list(http.get("/tailoring-sessions/").json()["items"])
            for item in items:
                item["changes"] = http.get(f"/tailoring-sessions/{item['id']}/changes").json()["items"]
            return items


class Terminal(Desk):
    """The client as a process of its own, at a pseudo-terminal of 120 columns."""

    def __init__(self, folder: Path, arguments: tuple[str, ...], server: str | None, settings: dict[str, str]) -> None:
        super().__init__(folder)
        self.output = ""
        self.seen = 0
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("BESPOKE_", "NO_COLOR"))}
        own = {f"BESPOKE_{name}": value for name, value in {"DATA_DIR": str(self.data_dir), **settings}.items()}
        client = [sys.executable, "-m", "backend", "tailor", *arguments, *(["--server", server] if server else [])]
        self.screen, inside = pty.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 120, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-c", OWN_TERMINAL, *client],
            cwd=folder,
            env={**inherited, **own, "PYTHONFAULTHANDLER": "1", "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"},
            stdin=inside,
            stdout=inside,
            stderr=inside,
            start_new_session=True,
        )
        os.close(inside)

    def await_text(self, text: str, seconds: float = 30) -> str:
        """What is shown up to this text, from where the last look ended."""
        deadline = time.monotonic() + seconds
        while text not in self.shown[self.seen :]:
            if not self.read(deadline - time.monotonic()):
                raise AssertionError(f"{text!r} was not shown; this was:\n{self.shown[-3000:]}")
        start, self.seen = self.seen, self.shown.index(text, self.seen) + len(text)
        return self.shown[start : self.seen]

    def read(self, seconds: float) -> bool:
        """Whether there was something to read."""
        if seconds <= 0 or not select.select([self.screen], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.screen, 65536)
        except OSError:  # what Linux says when the other end is closed
            return False
        self.output += data.decode(errors="replace")
        return bool(data)

    @property
    def shown(self) -> str:
        return ESCAPES.sub("", self.output).replace("\r", "")

    def type(self, text: str) -> None:
        os.write(self.screen, text.encode())

    def enter(self, text: str = "") -> None:
        self.await_text("> ")
        self.type(f"{text}\n")

    def interrupt(self, patience: float = 10) -> None:
        """Ctrl-C, pressed again when nothing comes of it: readline misses one in the instant after it shows its prompt.

        A client that three of them and a signal do not end is made to tell where it stands.
        """
        time.sleep(0.3)
        for press in (self.press, self.press, self.press, self.signal):
            press()
            deadline = time.monotonic() + patience
            while "Stopped." not in self.shown and self.process.poll() is None and time.monotonic() < deadline:
                self.read(0.2)
            if "Stopped." in self.shown or self.process.poll() is not None:
                return
        self.process.send_signal(signal.SIGABRT)
        while self.read(2):
            pass
        raise AssertionError(f"Ctrl-C did not end the client:\n{self.shown}")

    def press(self) -> None:
        self.type("\x03")

    def signal(self) -> None:
        self.process.send_signal(signal.SIGINT)

    def end(self, seconds: float = 40) -> int:
        """The exit status."""
        deadline = time.monotonic() + seconds
        while self.read(deadline - time.monotonic()):
            pass
        return self.process.wait(max(deadline - time.monotonic(), 1))

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(10)
        os.close(self.screen)
