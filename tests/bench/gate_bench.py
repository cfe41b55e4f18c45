"""How many one-line texts a second the gate judges on one core, and how long its worst text takes.

usage: python tests/bench/gate_bench.py
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from agent.change.ground import ground  # noqa: E402  # the path is set above
from agent.change.model import EvidenceLine  # noqa: E402  # the path is set above
from agent.change.telling.book import open_book  # noqa: E402  # the path is set above
from agent.change.telling.reading import read  # noqa: E402  # the path is set above
from agent.pace import calm_collector  # noqa: E402  # the path is set above

CASES = ROOT / "tests" / "floor" / "gate_cases.jsonl"


def main() -> int:
    """Print texts a second (processor time) with fresh evidence for each and with one resume for all."""
    calm_collector()
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    loads = [
        (case["text"], [EvidenceLine(ref=str(n), text=line) for n, line in enumerate(case["evidence"])])
        for case in cases
    ]
    for text, evidence in loads:
        ground(text, evidence)
    _forget()
    start = time.process_time()
    for text, evidence in loads:
        ground(text, evidence)
    print(f"each with its own evidence: {len(loads) / (time.process_time() - start):.0f} texts/s")
    resume = [line for _, evidence in loads[:40] for line in evidence]
    ground("Baked bread.", resume)
    start = time.process_time()
    for text, _ in loads:
        ground(text, resume)
    print(f"against {len(resume)} lines: {len(loads) / (time.process_time() - start):.0f} texts/s")
    large = " ".join(text for text, _ in loads * 2)[:20_000]
    lines = [EvidenceLine(ref=str(n), text=evidence[0].text) for n, (_, evidence) in enumerate((loads * 2)[:300])]
    start = time.process_time()
    ground(large, lines)
    print(f"{len(large) // 1000} kB against {len(lines)} lines: {time.process_time() - start:.2f} s")
    return 0


def _forget() -> None:
    read.cache_clear()
    open_book.cache_clear()


if __name__ == "__main__":
    raise SystemExit(main())
