"""The gate holds its floor on the project's own cases, in both directions."""

from __future__ import annotations

import json

from tests.floor.score_gate import OWN, score_own

CAUGHT = 0.980
ACCEPTED = 0.960


def test_the_cases_are_half_lies_and_half_honest():
    rows = [json.loads(line) for line in OWN.read_text(encoding="utf-8").splitlines()]
    lies = [row for row in rows if row["label"] == "unsupported"]
    assert len(rows) >= 120
    assert 0.4 < len(lies) / len(rows) < 0.6
    assert len({row["id"] for row in rows}) == len(rows)
    assert all(span in row["text"] for row in lies for span in row["unsupported_spans"])
    assert all(row["unsupported_spans"] for row in lies)


def test_the_floor_holds():
    floor = score_own()
    assert floor.caught >= CAUGHT, floor.wrong
    assert floor.accepted >= ACCEPTED, floor.wrong
