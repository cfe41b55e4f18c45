"""Who or what compares best is said only where the evidence compares."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def supported(text: str, *evidence: str) -> bool:
    return ground(text, [EvidenceLine(ref=str(number), text=line) for number, line in enumerate(evidence)]).supported


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Quick at gutting fish.", "Quickest at gutting fish."),
        ("Ran a busy kiosk.", "Ran the busiest kiosk."),
        ("Caught crabs.", "Caught more crabs than anyone else."),
        ("Mended fences on a ranch.", "Mended fences on a ranch faster than the others."),
        ("Moved the tool racks.", "Moved the tool racks, so tools were easier to find."),
        ("Wrote the menu in two languages.", "Wrote the menu in two languages for happier guests."),
        ("Checked some of the seals.", "Checked most of the seals."),
    ],
)
def test_a_comparison_needs_one_in_the_evidence(evidence: str, text: str) -> None:
    assert not supported(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Won the prize for the fastest gutting of fish.", "Fastest at gutting fish (prize)."),
        (
            "Moved the tool racks, which made tools easier to find.",
            "Moved the tool racks so that tools were easier to find.",
        ),
        ("Served more than 40 guests a night.", "Served over 40 guests a night."),
        ("Served at least 40 guests a night.", "Served at least 40 guests a night."),
        ("Set up the stall at the fair once or twice.", "Set up the stall at the fair once or twice."),
        ("Checked most of the seals.", "Checked most seals."),
    ],
)
def test_comparisons_of_the_evidence_stay(evidence: str, text: str) -> None:
    assert supported(text, evidence)
