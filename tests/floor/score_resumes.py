"""How well resumes are read: `python -m tests.floor.score_resumes [FOLDER]`, the table per field and template.

FOLDER holds the cases with known answers (`open/resumes`, `tools/score.py`); without it there is nothing to measure and
that is no failure. Beside our figures stand those of two other readers on the same cases, as published with them.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from agent.errors import ReadError
from agent.resume.model import Resume
from agent.resume.read import read_resume

DEFAULT = Path(__file__).parents[2].parent / "shared" / "eval"
FLOOR = 85.0
OTHERS = {"open-resume's parser (PDF only)": 37.3, "pypdf text with regular expressions": 15.8}
"""Macro averages in percent."""


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else DEFAULT
    truth, tool = folder / "open" / "resumes" / "truth.jsonl", folder / "tools" / "score.py"
    if not truth.exists() or not tool.exists():
        print(f"no cases to measure in {folder}")
        return 0
    with tempfile.TemporaryDirectory() as place:
        predictions = Path(place) / "predictions.jsonl"
        predict(truth, predictions)
        score = scorer(tool)
        results = {kind: score(str(truth), str(predictions), only=kind) for kind in ("pdf", "docx")}
    print("\nothers on the same cases:")
    for name, figure in OTHERS.items():
        print(f"  {name:40s} {figure:5.1f}%")
    low = [kind for kind, result in results.items() if 100 * result["macro"] < FLOOR]
    for kind in low:
        print(f"{kind} is below the floor of {FLOOR}%")
    return 1 if low else 0


def scorer(tool: Path) -> Any:
    specification = importlib.util.spec_from_file_location("score", tool)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module.score_resumes


def predict(truth: Path, target: Path) -> None:
    """Read each case's file and write what the scorer asks for, a JSON line each."""
    begun = time.perf_counter()
    lines = []
    for line in truth.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        try:
            answer = prediction(read_resume((truth.parent / case["file"]).read_bytes(), case["file"]))
        except ReadError as error:
            print(f"{case['id']}: {error}", file=sys.stderr)
            answer = {}
        lines.append(json.dumps({"id": case["id"], **answer}, ensure_ascii=False))
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} files in {time.perf_counter() - begun:.1f} s")


def prediction(resume: Resume) -> dict[str, Any]:
    basics = resume.basics
    addresses = [
        basics.url,
        *(profile.url or profile.username for profile in basics.profiles),
        *(line.text for line in basics.details if is_address(line.text)),
    ]
    return {
        "name": basics.name, "email": basics.email, "phone": basics.phone, "location": basics.location.text if basics.location else None,
        "urls": [address for address in addresses if address], "summary": "\n".join(line.text for line in basics.summary),
        "work": [
            {"company": entry.employer, "position": entry.position, "start": entry.start, "end": "present" if entry.current else entry.end, "highlights": [line.text for line in entry.highlights]}
            for entry in resume.work
        ],
        "education": [
            {"institution": entry.institution, "area": entry.area, "degree": entry.degree, "start": entry.start, "end": "present" if entry.current else entry.end}
            for entry in resume.education
        ],
        "skills": [keyword for group in resume.skills for keyword in (group.keywords or [group.name])],
        "languages": [language.language for language in resume.languages],
        "section_order": resume.order,
    }  # fmt: skip


def is_address(text: str) -> bool:
    return "." in text and " " not in text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
