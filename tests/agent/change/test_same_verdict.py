"""The same text and evidence get the same verdict in every process, whatever order Python's sets are in."""

from __future__ import annotations

import json
import os
import subprocess
import sys

CASE = {
    "id": "1",
    "evidence": ["Ferrand Motors (2012–2015): brake repairs", "Mill Garage (2015–2020): engine diagnostics"],
    "text": "Engine diagnostics at Ferrand Motors (2012–2015).",
}


def verdict(seed: int) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "agent", "ground"],
        input=json.dumps(CASE),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
    )
    return done.stdout


def test_verdicts_do_not_hang_on_the_order_of_sets() -> None:
    assert len({verdict(seed) for seed in (1, 2, 3)}) == 1
