"""What a process that reads a stranger's file may use: memory, CPU, wall clock, no files, no network, no life of its own.

Why no file descriptors: `socket()` and `open()` need a new one, so a limit of zero takes network and disk away from any
process, without root and on every POSIX system; what is needed is loaded before.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys

MEMORY = 512 * 1024 * 1024
CPU_SECONDS = 10
WALL_SECONDS = 15
LONG_SECONDS, LONG_WALL_SECONDS = 20, 75
"""For a file whose pages are drawn and recognised by another process, which takes its time."""
RECOGNISER_MEMORY = 768 * 1024 * 1024
RECOGNISER_SECONDS = 60
RECOGNISER_DESCRIPTORS = 32
NICE = 5
"""Readers stand back behind the server that answers others meanwhile."""
SET_PARENT_DEATH_SIGNAL, SET_CHILD_SUBREAPER = 1, 36


def confine(*, long: bool = False) -> None:
    """Limit this process for good. `long` gives it more time, as it waits for the text of pictures.

    A limit that the system does not know is left out; the caller's own clock still ends the process.
    """
    if not sys.platform.startswith("win"):
        import resource

        cpu = LONG_SECONDS if long else CPU_SECONDS
        os.nice(NICE)
        limit(resource.RLIMIT_AS, MEMORY)
        limit(resource.RLIMIT_CPU, cpu, cpu + 1)
        limit(resource.RLIMIT_CORE, 0)
        limit(resource.RLIMIT_FSIZE, 0)
        limit(resource.RLIMIT_NOFILE, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, LONG_WALL_SECONDS if long else WALL_SECONDS)


def confine_recogniser() -> None:
    """Limit this process and the program it starts for good. They read that program's own data, and write no file."""
    if not sys.platform.startswith("win"):
        import resource

        os.nice(NICE)
        limit(resource.RLIMIT_AS, RECOGNISER_MEMORY)
        limit(resource.RLIMIT_CPU, RECOGNISER_SECONDS, RECOGNISER_SECONDS + 1)
        limit(resource.RLIMIT_CORE, 0)
        limit(resource.RLIMIT_FSIZE, 0)
        limit(resource.RLIMIT_NOFILE, RECOGNISER_DESCRIPTORS)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, LONG_WALL_SECONDS)


def limit(which: int, soft: int, hard: int | None = None) -> None:
    import resource

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(which, (soft, soft if hard is None else hard))


def die_with_parent(parent: int) -> None:
    """Have the kernel kill this process when `parent`, a process with a single thread, ends (Linux only)."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(SET_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    if hasattr(os, "getppid") and os.getppid() != parent:
        os._exit(1)


def adopt_orphans() -> None:
    """Have what the children of this process leave behind become its own children, to be reaped (Linux only)."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def leave_network() -> None:
    """Move into a network of its own that leads nowhere, where the system lets us."""
    if sys.platform.startswith("linux"):
        new_user, new_network = 0x10000000, 0x40000000
        ctypes.CDLL(None).unshare(new_user | new_network)
