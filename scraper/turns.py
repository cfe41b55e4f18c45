"""One request a host at a time, within this process."""

import contextlib
import threading
from collections import Counter
from collections.abc import Iterator

from scraper.watch import CHECK_EVERY_S, Watch

_GUARD = threading.Lock()
_LOCKS: dict[str, threading.Lock] = {}
_USERS: Counter[str] = Counter()


@contextlib.contextmanager
def turn(host: str, watch: Watch) -> Iterator[None]:
    """Waits for the host to be free; raises FetchTimeout or Cancelled when the time ends before."""
    with _GUARD:
        lock = _LOCKS.setdefault(host, threading.Lock())
        _USERS[host] += 1
    try:
        while not lock.acquire(timeout=min(CHECK_EVERY_S, watch.remaining())):
            pass
        try:
            yield
        finally:
            lock.release()
    finally:
        with _GUARD:
            _USERS[host] -= 1
            if not _USERS[host]:  # nobody waits: strangers' host names must not fill the memory
                del _USERS[host], _LOCKS[host]
