"""Figures of the gate on the project's own cases and, where they are present, on the open evaluation sets.

usage: python tests/floor/score_gate.py
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
OWN = Path(__file__).parent / "gate_cases.jsonl"
EVALUATION = ROOT.parent / "shared" / "eval"


@dataclass(frozen=True, slots=True)
class Floor:
    """Shares (0 to 1) of lies caught and of honest texts accepted, and the ids judged wrongly."""

    caught: float
    accepted: float
    wrong: tuple[str, ...]


def score_own() -> Floor:
    """The project's own cases."""
    truth = _rows(OWN)
    verdicts = {row["id"]: row for row in _judge(OWN)}
    right = {row["id"]: verdicts[row["id"]]["supported"] == (row["label"] == "supported") for row in truth}
    lies = [right[row["id"]] for row in truth if row["label"] == "unsupported"]
    honest = [right[row["id"]] for row in truth if row["label"] == "supported"]
    return Floor(
        sum(lies) / len(lies),
        sum(honest) / len(honest),
        tuple(case for case, is_right in right.items() if not is_right),
    )


def main() -> int:
    """Print all figures."""
    own = score_own()
    print(f"own cases: lies caught {own.caught:.1%}, honest accepted {own.accepted:.1%}; wrong: {' '.join(own.wrong)}")
    for name, tool, keys in (
        ("grounding", "score_grounding", ("fabrication_recall", "honest_acceptance")),
        ("grounding_long", "score_grounding_long", ("caught", "found", "accepted", "false")),
    ):
        cases = EVALUATION / "open" / f"{name}.jsonl"
        if not cases.exists():
            print(f"{name}: not present")
            continue
        result = _load(EVALUATION / "tools" / f"{tool}.py").score(_rows(cases), list(_judge(cases)))
        figures: Mapping[str, Any] = result.get("total", result)
        print(f"{name}: " + ", ".join(f"{key} {figures[key][0]}/{figures[key][1]}" for key in keys))
    return 0


def _judge(path: Path) -> list[dict[str, Any]]:
    sys.path.insert(0, str(ROOT))
    from agent.change.batch import ground_cases

    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in ground_cases(lines)]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    raise SystemExit(main())
