"""Short forms spelled out, in both directions, and words that only begin alike."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def _supported(line: str, text: str) -> bool:
    return ground(text, [EvidenceLine(ref="1", text=line)]).supported


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Opened an MR for each fix.", "Opened a merge request for each fix."),
        ("A/R for three branches of a dairy.", "Handled accounts receivable for three branches of a dairy."),
        ("Kept the H&S file on site.", "Kept the health and safety file on site."),
        ("Fitted EV chargers at two depots.", "Fitted electric vehicle chargers at two depots."),
        ("Raised every purchase order for the yard.", "Raised every PO for the yard."),
        ("Wrote the SOPs for the paint line.", "Wrote the standard operating procedures for the paint line."),
    ],
)
def test_short_form_and_its_words_are_one_claim(line: str, text: str) -> None:
    assert _supported(line, text)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Opened an MR for each fix.", "Opened a market research project for each fix, with Kubernetes."),
        ("Fitted EV chargers at two depots.", "Fitted electric chargers and lifts at two depots."),
        ("Sold coffee in the UK.", "Sold coffee using Kubernetes."),
        ("Ran the lab on AI projects.", "Ran the lab on animal immunology projects at Ravenholt."),
    ],
)
def test_other_words_are_still_refused(line: str, text: str) -> None:
    assert not _supported(line, text)
