"""python tests/bench/scraper_bench.py      how long reading a page takes, on one core

The written pages of the tests, and three pages of one megabyte: endless paragraphs, mostly script, mostly links.
`measure()` gives {name: seconds} for callers that keep the figures.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

PAGES = ROOT / "tests" / "scraper" / "pages"
BOUND_S = 0.1
MEGABYTE = 1_000_000
HEAD = "<!DOCTYPE html><html lang='en'><head><title>Bridge Inspector - Rivers</title></head><body><main><h1>Bridge Inspector</h1><p>Location: Ghent, Belgium</p><div class='job-description'><h2>Responsibilities</h2>"
TAIL = "</div></main></body></html>"
PARAGRAPH = "<p>We look after a long river and <b>many</b> small bridges, and you will write reports about them each week.</p><ul><li>Inspect bridge {at}</li><li>Write it down</li></ul>"


def main() -> int:
    figures = measure()
    for name, seconds in sorted(figures.items(), key=lambda each: -each[1])[:12]:
        print(f"{name:36s} {1000 * seconds:7.1f} ms")
    print(f"{'median of ' + str(len(figures)) + ' pages':36s} {1000 * statistics.median(figures.values()):7.1f} ms")
    slow = [name for name, seconds in figures.items() if seconds > BOUND_S]
    print(f"over {1000 * BOUND_S:.0f} ms: {', '.join(slow) or 'none'}")
    return 1 if slow else 0


def measure(repeats: int = 5) -> dict[str, float]:
    """Best processor time of several readings, in seconds; the first reading of all, which loads word lists, is left out."""
    from scraper.scrape import parse

    pages = {
        file.stem: (file.read_bytes(), json.loads(file.with_suffix(".json").read_text("utf-8"))["url"])
        for file in sorted(PAGES.glob("*.html"))
    }
    pages |= {name: (make().encode(), "https://rivers.example/jobs/inspector") for name, make in LARGE.items()}
    for body, url in pages.values():
        parse(body, url)
    return {name: min(_timed(partial(parse, body, url)) for _ in range(repeats)) for name, (body, url) in pages.items()}


def paragraphs() -> str:
    return HEAD + "".join(PARAGRAPH.format(at=at) for at in range(MEGABYTE // len(PARAGRAPH))) + TAIL


def script() -> str:
    rows = [{"id": at, "label": f"entry {at}", "values": [at] * 5, "job": {"kind": "other"}} for at in range(4_500)]
    data = json.dumps({"state": rows, "texts": "lorem ipsum " * 9_000})
    return (
        HEAD
        + PARAGRAPH * 12
        + TAIL.replace(
            "</body>",
            f"<script>window.__STATE__ = {data};</script><script id='__NEXT_DATA__' type='application/json'>{data}</script></body>",
        )
    )


def links() -> str:
    menu = "".join(
        f"<li class='item item-{at}'><a href='/c/{at}'>Category {at} of our shop</a></li>" for at in range(12_000)
    )
    return HEAD.replace("<main>", f"<nav><ul>{menu}</ul></nav><main>") + PARAGRAPH * 12 + TAIL


LARGE: dict[str, Callable[[], str]] = {
    "1 MB of paragraphs": paragraphs,
    "1 MB of script": script,
    "1 MB of links": links,
}


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
