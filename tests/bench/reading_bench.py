"""How fast resumes are read: `python -m tests.bench.reading_bench`; limits in milliseconds, failing when one is passed.

A page of PDF under 60 ms on one core, the checks of an upload under 60 ms, and no stall of the event loop above 50 ms
while twenty files are read at once.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial

from agent.resume.read import check_upload, read_resume, read_resume_async
from agent.resume.read.reader import read, warm
from tests.agent.resume.read import docx_files, pdf_files
from tests.agent.resume.read.conftest import EVERY_LAYOUT, sample
from tests.agent.resume.read.people import PEOPLE
from tests.agent.resume.read.word_layouts import WORD

PAGE, UPLOAD, STALL = 60.0, 60.0, 50.0


def milliseconds(work: Callable[[], object], times: int = 5) -> float:
    """The median of several runs."""
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        found.append(1000 * (time.perf_counter() - begun))
    return statistics.median(found)


async def stall(files: list[bytes]) -> float:
    """The longest time the event loop was held while all files are read at once."""
    worst = 0.0
    done = False

    async def watch() -> None:
        nonlocal worst
        while not done:
            begun = time.perf_counter()
            await asyncio.sleep(0.001)
            worst = max(worst, 1000 * (time.perf_counter() - begun) - 1)

    watcher = asyncio.create_task(watch())
    await asyncio.gather(*(read_resume_async(data) for data in files))
    done = True
    await watcher
    return worst


def main() -> int:
    warm()
    pages = {f"{layout} {language}": sample(layout, language) for layout in EVERY_LAYOUT for language in PEOPLE}
    words = {f"{layout} {language}": WORD[layout](person) for layout in WORD for language, person in PEOPLE.items()}
    times = {name: milliseconds(partial(read, data), 3) for name, data in pages.items()}
    read_resume(next(iter(pages.values())))
    figures = [
        ("a page of PDF, median", statistics.median(times.values()), PAGE),
        (f"a page of PDF, worst ({max(times, key=lambda name: times[name])})", max(times.values()), PAGE),
        (
            "a Word file, median",
            statistics.median(milliseconds(partial(read, data), 3) for data in words.values()),
            PAGE,
        ),
        ("a page with its process", milliseconds(lambda: read_resume(pages["classic en"])), 2 * PAGE),
        ("checks at upload, PDF", milliseconds(lambda: check_upload(pages["classic en"])), UPLOAD),
        ("checks at upload, encrypted PDF", milliseconds(lambda: probe(pdf_files.encrypted())), UPLOAD),
        ("checks at upload, Word", milliseconds(lambda: check_upload(docx_files.docx(docx_files.RESUME))), UPLOAD),
        ("longest stall of the loop, 20 files at once", asyncio.run(stall(list(pages.values())[:20])), STALL),
    ]
    slow = 0
    for name, figure, limit in figures:
        slow += figure > limit
        print(f"{name:60s} {figure:8.2f} ms   limit {limit:.0f} ms{'   TOO SLOW' if figure > limit else ''}")
    return 1 if slow else 0


def probe(data: bytes) -> None:
    from agent.errors import EncryptedFile

    try:
        check_upload(data)
    except EncryptedFile:
        return


if __name__ == "__main__":
    sys.exit(main())
