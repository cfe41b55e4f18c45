"""Reading happens in a process of its own, within limits, and that process never outlives who asked for it."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from agent.errors import UnreadableFile
from agent.resume.read import child, read_resume, read_resume_async
from agent.resume.read.limits import MEMORY
from tests.agent.resume.read import docx_files, pdf_files
from tests.agent.resume.read.conftest import sample

ROOT = Path(__file__).parents[4]
SLOW = b"\n".join(b"x" * 90 + b" 2019 - 2020 engineer at place" for _ in range(2900))


def alive(pid: int) -> bool:
    """Whether a process runs; one that only waits to be buried does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def gone(pid: int, seconds: float = 5.0) -> bool:
    end = time.monotonic() + seconds
    while alive(pid) and time.monotonic() < end:
        time.sleep(0.02)
    return not alive(pid)


def children(pid: int) -> list[int]:
    found = [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()]
    return [each for each in found if alive(each)]


def nursery_pid() -> int:
    read_resume(b"Nora Lindqvist\nnora@mail.example", "cv.txt")
    assert child.nursery.process is not None
    pid = child.nursery.process.pid
    while children(pid):  # the reader just used may still be ending
        time.sleep(0.005)
    return pid


def run_in_child(code: str) -> str:
    """What a few lines print in a confined process of their own."""
    program = (
        "from agent.resume.read.limits import confine, leave_network\nleave_network()\nconfine()\n"
        + textwrap.dedent(code)
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=30, check=False
    )
    return done.stdout + done.stderr


def test_reads_the_same_as_in_process() -> None:
    from agent.resume.read.reader import read

    assert read_resume(sample("classic", "en")) == read(sample("classic", "en"))


async def test_reads_without_blocking_the_loop() -> None:
    ticks: list[float] = []

    async def tick() -> None:
        while True:
            ticks.append(time.monotonic())
            await asyncio.sleep(0.002)

    ticker = asyncio.create_task(tick())
    data = sample("sidebar_left", "de")
    resumes = await asyncio.gather(*(read_resume_async(data) for _ in range(20)))
    ticker.cancel()
    assert {resume.basics.name for resume in resumes} == {"Jonas Wiedenhöft"}
    assert len(ticks) > 10


async def test_cancelled_reading_ends_its_process() -> None:
    nursery = nursery_pid()
    reading = asyncio.create_task(read_resume_async(SLOW, "cv.txt"))
    while not children(nursery):
        await asyncio.sleep(0.005)
    [pid] = children(nursery)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert gone(pid)


def test_nursery_is_started_again_when_killed() -> None:
    first = nursery_pid()
    os.kill(first, signal.SIGKILL)
    assert gone(first)
    assert nursery_pid() != first


def test_all_end_with_their_parent() -> None:
    """Kill the process that asked: the nursery and the child in the midst of a file go with it."""
    program = "import sys, threading\nfrom agent.resume.read import child, read_resume\nread_resume(b'Nora Lindqvist', 'a.txt')\nprint(child.nursery.process.pid, flush=True)\nread_resume(sys.stdin.buffer.read(), 'a.txt')\n"
    parent = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert parent.stdin is not None
    assert parent.stdout is not None
    nursery = int(parent.stdout.readline())
    parent.stdin.write(SLOW)
    parent.stdin.close()
    end = time.monotonic() + 5
    while not children(nursery) and time.monotonic() < end:
        time.sleep(0.005)
    [reader] = children(nursery)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert gone(reader)
    assert gone(nursery, 8)


def test_no_network_and_no_files() -> None:
    assert "OSError" in run_in_child("import socket\nsocket.socket()")
    assert "OSError" in run_in_child("open('/etc/passwd')")


def test_memory_is_limited() -> None:
    assert "MemoryError" in run_in_child(f"x = bytearray({MEMORY})")


def test_processor_time_is_limited() -> None:
    code = "import resource\nprint(resource.getrlimit(resource.RLIMIT_CPU), resource.getrlimit(resource.RLIMIT_AS))"
    assert run_in_child(code).strip() == f"(10, 11) ({MEMORY}, {MEMORY})"


def test_one_bad_file_does_not_harm_the_next() -> None:
    with pytest.raises(UnreadableFile):
        read_resume(pdf_files.many_pages(100))
    assert read_resume(sample("classic", "fr")).basics.name == "Claire Vasseur-Morel"


def test_what_went_wrong_is_told_without_a_word_of_the_file() -> None:
    code = "from agent.resume.read import nursery\nimport sys\nsys.excepthook = nursery.tell\nraise ValueError('secret of a person')"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=30, check=False
    )
    assert "ValueError" in done.stderr
    assert "secret" not in done.stderr


@pytest.mark.parametrize(
    "data",
    [
        "Müller\nGröße 5, Straße 7".encode("cp1252"),
        "Nora Lindqvist\nnora@mail.example".encode("utf-16"),
        b"Nora Lindqvist\n0701234567\n02079460958\n912345678",
        b"Nora Lindqvist\nhttps://[::1]/a https://n\xc3\xb6ra.example/x https://[bad",
        "林晨\n高级前端工程师 2019年 - 至今".encode(),
    ],
    ids=["cp1252", "utf-16", "telephones", "addresses", "chinese"],
)
def test_all_that_reading_needs_is_loaded_before(data: bytes) -> None:
    """The reading process may open no file, so nothing may be imported in it for the first time."""
    assert read_resume(data, "cv.txt").format == "text"


def test_zips_of_every_kind_are_told_apart_without_imports() -> None:
    import io
    import zipfile

    for kind in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", kind) as package:
            package.writestr("word/document.xml", docx_files.docx_document())
        assert read_resume(buffer.getvalue()).basics.name == "Nora Lindqvist"
