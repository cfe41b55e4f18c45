"""Cases as JSON lines in, verdicts as JSON lines out: how the gate is measured."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def ground_cases(lines: Iterable[str]) -> Iterator[str]:
    """Judge each case: `{"id", "evidence": [text], "text", "job"?, "lang"?}` in, `{"id", "supported", "verdict", "unsupported_spans"}` out.

    A short case names its spans by their text, a case with a posting (`job`) by start and end. Raises `ValueError` on a line that is no case.
    """
    for line in lines:
        if not line.strip():
            continue
        case = json.loads(line)
        evidence = [EvidenceLine(ref=str(number), text=text) for number, text in enumerate(case["evidence"])]
        verdict = ground(case["text"], evidence, posting=case.get("job") or "", language=case.get("lang"))
        long = "job" in case or "form" in case
        spans = [{"start": span.start, "end": span.end} if long else span.text for span in verdict.spans]
        yield json.dumps(
            {"id": case["id"], "supported": verdict.supported, "verdict": verdict.verdict, "unsupported_spans": spans},
            ensure_ascii=False,
        )
