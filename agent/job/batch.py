"""`python -m agent match --batch IN.jsonl OUT.jsonl`: resumes and postings as plain text, matched without a server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from agent.job.match import match
from agent.job.plain import read_plain
from agent.job.questions import plan_questions
from agent.job.requirements import read_requirements
from scraper.posting import Posting


def match_batch(in_path: str | Path, out_path: str | Path) -> None:
    """Reads rows with `id`, `resume` and `job`; writes a row each with the requirements, their labels and the questions.

    Raises `ValueError` naming the line of a row that is no such object.
    """
    rows = list(read_rows(Path(in_path)))
    with Path(out_path).open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(match_row(row), ensure_ascii=False) + "\n" for row in rows)


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise ValueError(f"line {number}: {error}") from error
        lacking = [key for key in ("id", "resume", "job") if not isinstance(row, dict) or key not in row]
        if lacking:
            raise ValueError(f"line {number}: no {', '.join(lacking)}")
        yield row


def match_row(row: dict[str, Any]) -> dict[str, Any]:
    title, _, _ = row["job"].strip().partition("\n")
    posting = Posting(title=title.strip(), description=row["job"])
    resume = read_plain(row["resume"])
    requirements = read_requirements(posting)
    report = match(requirements, resume)
    labelled = []
    for requirement in requirements:
        found = report.match_of(requirement.id)
        if found:
            labelled.append(
                {
                    "text": requirement.text,
                    "priority": requirement.priority,
                    "kind": requirement.kind,
                    "label": found.label,
                    "evidence": [each.quote for each in found.evidence],
                }
            )
    questions = plan_questions(report, resume, (), language=resume.language or "en")
    return {
        "id": row["id"],
        "requirements": labelled,
        "questions": [each.text for each in questions],
        "score": report.score,
    }
