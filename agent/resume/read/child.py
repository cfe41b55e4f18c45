"""The client of the nursery: one job, one child process, its answer; and its end when nobody waits for it any more."""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from agent import errors
from agent.errors import ReadError, UnreadableFile
from agent.resume.model import Resume
from agent.resume.read.detect import check_bytes
from agent.resume.read.limits import LONG_WALL_SECONDS, WALL_SECONDS

ROOT = Path(__file__).parents[3]
Task = Literal["read", "recognise", "probe"]
GRACE_SECONDS = 2.0
LARGEST_ANSWER = 64_000_000
slots = threading.BoundedSemaphore(max(2, os.cpu_count() or 2))


def read_resume(data: bytes, filename: str = "", *, ocr: bool = False, languages: Sequence[str] = ()) -> Resume:
    """The resume in a file, read in a limited child process; blocks for as long, at most about 15 s (75 s with `ocr`).

    With `ocr` pages that are pictures are read by Tesseract, where it is installed, in the `languages` it calls `eng`,
    `deu`, … (none: those it has). Raises `UnsupportedFormat`, `EncryptedFile`, `ScannedFile` or `UnreadableFile`.
    """
    return Reading(data, filename, task="recognise" if ocr else "read", languages=languages).run()


async def read_resume_async(
    data: bytes, filename: str = "", *, ocr: bool = False, languages: Sequence[str] = ()
) -> Resume:
    """The same without blocking the event loop. When cancelled, the child process is killed."""
    reading = Reading(data, filename, task="recognise" if ocr else "read", languages=languages)
    try:
        return await asyncio.to_thread(reading.run)
    finally:
        reading.cancel()


class Nursery:
    """The warm process, started at the first job and again should it be gone."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.control: socket.socket | None = None
        self.process: subprocess.Popen[bytes] | None = None
        self.owner = 0

    def connect(self) -> socket.socket:
        """A socket to a new child process."""
        ours, theirs = socket.socketpair()
        with theirs, self.lock:
            for attempt in (1, 2):
                try:
                    socket.send_fds(self.running(), [b"j"], [theirs.fileno()])
                    return ours
                except OSError:
                    self.close()
                    if attempt == 2:
                        ours.close()
                        raise
        raise AssertionError

    def running(self) -> socket.socket:
        if self.owner != os.getpid():  # a forked copy of us must not speak on its parent's socket
            self.control = None
        if self.control is None or self.process is None or self.process.poll() is not None:
            self.close()
            self.owner = os.getpid()
            ours, theirs = socket.socketpair()
            with theirs:
                number = theirs.fileno()
                command = [sys.executable, "-m", "agent.resume.read.nursery", str(number)]
                self.process = subprocess.Popen(  # noqa: S603 - our own module and a number
                    command, pass_fds=[number], cwd=ROOT, stdin=subprocess.DEVNULL
                )
            self.control = ours
        return self.control

    def close(self) -> None:
        if self.control is not None:
            self.control.close()
            self.control = None
        if self.process is not None and self.owner == os.getpid():
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(GRACE_SECONDS)
            self.process.kill()
            self.process.wait()
        self.process = None


nursery = Nursery()
atexit.register(nursery.close)


class Reading:
    """One file being read."""

    def __init__(self, data: bytes, filename: str, *, task: Task, languages: Sequence[str] = ()) -> None:
        self.data, self.filename, self.task = data, filename, task
        self.languages = list(languages)
        self.cancelled = threading.Event()
        self.handle: int | None = None
        self.lock = threading.Lock()

    def run(self) -> Resume:
        """The resume; an empty one when the file was only to be probed. Raises a `ReadError`."""
        check_bytes(self.data, self.filename)
        while not slots.acquire(timeout=0.1):
            self.stop_if_cancelled()
        try:
            return understand(self.exchange())
        finally:
            slots.release()

    def exchange(self) -> bytes:
        deadline = time.monotonic() + GRACE_SECONDS + (LONG_WALL_SECONDS if self.task == "recognise" else WALL_SECONDS)
        told = {"filename": self.filename, "task": self.task, "size": len(self.data), "languages": self.languages}
        job = json.dumps(told).encode() + b"\n"
        connection = self.begin(deadline)
        try:
            self.stop_if_cancelled()
            connection.sendall(job + self.data)
            return receive(connection, deadline)
        except OSError as error:  # it ended under its limits, or the clock ran out
            raise UnreadableFile from error
        finally:
            self.kill()
            connection.close()

    def begin(self, deadline: float) -> socket.socket:
        """A socket to a child that has said its number. Raises `RuntimeError` when the nursery bears none."""
        for _ in range(2):
            connection = nursery.connect()
            connection.settimeout(deadline - time.monotonic())
            if self.hold(connection):
                return connection
            connection.close()
            nursery.close()
        raise RuntimeError("the process that reads files does not start")

    def hold(self, connection: socket.socket) -> bool:
        """Keep a handle of the child that stays its own also when its number is given to another process."""
        line = b""
        while not line.endswith(b"\n"):
            piece = connection.recv(1)
            if not piece:
                return False
            line += piece
        if hasattr(os, "pidfd_open"):
            with contextlib.suppress(OSError):
                opened = os.pidfd_open(int(line))
                with self.lock:
                    self.handle = opened
        return True

    def cancel(self) -> None:
        self.cancelled.set()
        self.signal()

    def stop_if_cancelled(self) -> None:
        if self.cancelled.is_set():
            raise UnreadableFile("Reading was stopped.")

    def signal(self) -> None:
        with self.lock:
            if self.handle is not None:
                with contextlib.suppress(OSError):
                    signal.pidfd_send_signal(self.handle, signal.SIGKILL)

    def kill(self) -> None:
        self.signal()
        with self.lock:
            if self.handle is not None:
                os.close(self.handle)
            self.handle = None


def receive(connection: socket.socket, deadline: float) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while size < LARGEST_ANSWER:
        connection.settimeout(max(deadline - time.monotonic(), 0.001))
        piece = connection.recv(1 << 16)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
        size += len(piece)
    raise UnreadableFile


def understand(answer: bytes) -> Resume:
    """The child's answer as a resume, or as the error it stands for; no answer means that its limits ended it."""
    try:
        value = json.loads(answer)
    except ValueError as error:
        raise UnreadableFile from error
    if "error" in value:
        kind = getattr(errors, value["error"], UnreadableFile)
        raise kind(value["message"]) if issubclass(kind, ReadError) else UnreadableFile
    return Resume.model_validate(value["resume"])
