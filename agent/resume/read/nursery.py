"""The warm process that bears the readers: `python -m agent.resume.read.nursery FD`.

Why: a fresh interpreter with its imports takes 300 ms, a fork of a warm one 5 ms. The nursery reads no file itself: it
takes descriptors of sockets through its own, forks, and the child reads one job from that socket, under limits, and
answers on it. The nursery ends when its socket closes, hence with whoever started it, and the children end with it.

A job is one JSON line (`filename`, `task`, `size`, `languages`) and then the bytes; an answer is the child's pid in a line, then one
JSON object: `{"resume": …}` or `{"error": CODE, "message": …}`.
"""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import sys
from types import TracebackType
from typing import BinaryIO

from agent.errors import ReadError, UnreadableFile
from agent.resume.read import pdf
from agent.resume.read.limits import adopt_orphans, confine, die_with_parent, leave_network
from agent.resume.read.reader import read, warm
from agent.resume.read.recogniser import Recogniser

LISTEN_SECONDS = 5.0


def main() -> None:
    parent = os.getppid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.excepthook = tell
    control = socket.socket(fileno=int(sys.argv[1]))
    leave_network()
    adopt_orphans()
    warm()
    while os.getppid() == parent:
        ready, _, _ = select.select([control], [], [], LISTEN_SECONDS)
        reap()
        if not ready:
            continue
        message, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if not message:
            return
        for descriptor in descriptors:
            bear(control, descriptor)


def tell(kind: type[BaseException] | None, _: BaseException | None, trace: TracebackType | None) -> None:
    """Say what went wrong where, and not a word of the file."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
    name = kind.__name__ if kind else ""
    print(f"reading a resume failed: {name} at {place}", file=sys.stderr)


def reap() -> None:
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def bear(control: socket.socket, descriptor: int) -> None:
    """Fork a child that answers on `descriptor`; the nursery keeps nothing of it."""
    nursery = os.getpid()
    if os.fork():
        os.close(descriptor)
        return
    die_with_parent(nursery)
    control.close()
    try:
        attend(descriptor)
    finally:  # whatever happened: the child ends here, and the loop of its parent is not for it
        if sys.exc_info()[0] is not None:
            tell(*sys.exc_info())
        os._exit(0)


def attend(descriptor: int) -> None:
    with socket.socket(fileno=descriptor) as connection:
        connection.sendall(b"%d\n" % os.getpid())
        with connection.makefile("rb") as source, connection.makefile("wb") as target:
            answer(source, target)


def answer(source: BinaryIO, target: BinaryIO) -> None:
    """Read one job, confine this process, and write the answer."""
    job = json.loads(source.readline())
    data = source.read(job["size"])
    if job["task"] == "recognise":
        with Recogniser(job["languages"]) as recogniser:
            confine(long=True)
            told = work(data, job["filename"], job["task"], recogniser)
    else:
        confine()
        told = work(data, job["filename"], job["task"])
    target.write(told)
    target.flush()


def work(data: bytes, filename: str, task: str, recogniser: Recogniser | None = None) -> bytes:
    try:
        if task == "probe":
            pdf.probe(data)
            return b'{"resume":{}}'
        return b'{"resume":' + read(data, filename, recogniser).model_dump_json().encode() + b"}"
    except ReadError as error:
        return json.dumps({"error": type(error).__name__, "message": str(error)}).encode()
    except (MemoryError, RecursionError):
        return json.dumps({"error": UnreadableFile.__name__, "message": str(UnreadableFile())}).encode()


if __name__ == "__main__":
    main()
