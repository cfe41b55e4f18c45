"""Ends a fetch at its total deadline or when the caller stops it, wherever it is just waiting.

Why: a timeout of `requests` counts anew at every read, so a server that drips one byte a second holds a reader for
hours. Here one thread a fetch shuts the socket down, which wakes any read, handshake or connect on it.
"""

import contextlib
import socket
import threading
import time
from types import TracebackType
from typing import Protocol, Self

from scraper.errors import Cancelled, FetchTimeout

CHECK_EVERY_S = 0.05


class Cancel(Protocol):
    """What a caller may hand in to stop a fetch: a threading.Event or anything that answers `is_set()`."""

    def is_set(self) -> bool: ...


class Watch:
    """The time a fetch has in all, robots.txt and redirects included."""

    def __init__(self, seconds: float, cancel: Cancel | None = None) -> None:
        self._ends = time.monotonic() + seconds
        self._cancel = cancel
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._thread = threading.Thread(target=self._guard, name="fetch-watch", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()
        for each in self._sockets:
            each.close()

    def remaining(self) -> float:
        """Seconds left; raises FetchTimeout or Cancelled when there are none."""
        self.check()
        return max(self._ends - time.monotonic(), 0.001)

    def check(self) -> None:
        if self._cancel is not None and self._cancel.is_set():
            raise Cancelled
        if time.monotonic() >= self._ends:
            raise FetchTimeout

    def add(self, connection: socket.socket) -> None:
        """Watches a connection through a second descriptor, because TLS takes the first one away from its object."""
        with self._lock:
            self._sockets.append(connection.dup())
        self.check()

    def wait_for(self, event: threading.Event) -> None:
        """Waits until the event is set; raises FetchTimeout or Cancelled when the time is over before."""
        while not event.wait(min(CHECK_EVERY_S, self.remaining())):
            pass

    def _guard(self) -> None:
        while not self._over.wait(CHECK_EVERY_S):
            try:
                self.check()
            except (Cancelled, FetchTimeout):
                self._shut()

    def _shut(self) -> None:
        with self._lock:
            for each in self._sockets:
                with contextlib.suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)
