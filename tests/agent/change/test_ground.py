"""The gate in both directions: lies are caught with their words, honest rewrites pass."""

from __future__ import annotations

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def lines(*texts: str) -> list[EvidenceLine]:
    return [EvidenceLine(ref=str(number), text=text) for number, text in enumerate(texts)]


def test_a_verbatim_line_is_supported_and_cites_itself():
    verdict = ground(
        "Repaired conveyor belts on the night shift.", lines("Repaired conveyor belts on the night shift.")
    )
    assert verdict.supported
    assert [cited.ref for cited in verdict.evidence] == ["0"]


def test_a_tool_that_is_not_there_is_named():
    verdict = ground("Repaired conveyor belts using SolidWorks.", lines("Repaired conveyor belts."))
    assert verdict.verdict == "unsupported"
    assert [span.text for span in verdict.spans] == ["SolidWorks"]
    assert verdict.spans[0].why
