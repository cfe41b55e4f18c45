"""A Bespoke server as a process of its own, to be killed and started again, and a web site with postings."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READY = re.compile(r"Bespoke is at (http://\S+)")


class Server:
    """`python -m backend serve` on a free port; the same folders and database after a kill."""

    def __init__(self, folder: Path, database_url: str, **settings: str) -> None:
        self.folder = folder
        self.settings = {
            "BESPOKE_DATABASE_URL": database_url,
            "BESPOKE_DATA_DIR": str(folder / "data"),
            "BESPOKE_UPLOAD_DIR": str(folder / "uploads"),
            "BESPOKE_PORT": "0",
            "BESPOKE_LOG_FORMAT": "json",
            "BESPOKE_PASSWORD_MEMORY_KIB": "1024",
            **{f"BESPOKE_{name.upper()}": value for name, value in settings.items()},
        }
        self.process: subprocess.Popen[str] | None = None
        self.url = ""

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text()

    def start(self, *command: str) -> Server:
        self.folder.mkdir(parents=True, exist_ok=True)
        environment = {name: value for name, value in os.environ.items() if not name.startswith("BESPOKE_")}
        if self.url:
            self.settings["BESPOKE_PORT"] = self.url.rsplit(":", 1)[1]
        with (self.folder / "log").open("a") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "backend", *(command or ("serve",))],
                cwd=ROOT,
                env={**environment, **self.settings},
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=True,
            )
        self.url = self.await_line(READY if not command or command[0] == "serve" else re.compile(r"A worker (takes)"))
        return self

    def await_line(self, pattern: re.Pattern[str], seconds: float = 40) -> str:
        assert self.process is not None
        assert self.process.stdout is not None
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            ready, _, _ = select.select([self.process.stdout], [], [], 0.2)
            if ready:
                line = self.process.stdout.readline()
                if found := pattern.search(line):
                    return found[1]
            if self.process.poll() is not None:
                break
        raise AssertionError(f"the server did not start:\n{self.log[-3000:]}")

    def kill(self) -> None:
        """kill -9, for the server and whatever it started."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(10)
        self.close_pipe()

    def stop(self) -> int:
        """A polite end; the exit status."""
        assert self.process is not None
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.kill()
        self.close_pipe()
        return self.process.returncode

    def close_pipe(self) -> None:
        assert self.process is not None
        assert self.process.stdout is not None
        self.process.stdout.close()


class Site:
    """A web site on loopback. `pages` maps a path to its HTML or to a function that writes its own answer."""

    def __init__(self, pages: dict[str, str | Callable[[BaseHTTPRequestHandler], None]]) -> None:
        site = self
        self.pages = pages
        self.hits: list[str] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.hits.append(self.path)
                page = site.pages.get(self.path.split("?")[0])
                if callable(page):
                    try:
                        page(self)
                    except (BrokenPipeError, ConnectionResetError):
                        self.close_connection = True
                    return
                body = (page or "not found").encode()
                self.send_response(200 if page else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.host = f"127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join(5)
