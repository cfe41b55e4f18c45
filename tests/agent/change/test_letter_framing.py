"""Letters: what is courtesy claims nothing, and nothing hides behind courtesy."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine

EVIDENCE = [
    EvidenceLine(
        source="resume", ref="1", text="Dispatch Clerk, Harrow Freight, 2019 - 2024: planned tours for 30 vans."
    )
]
POSTING = "Fleet Coordinator at Wexcombe Haulage. We run 140 trucks from nine depots."


def refused(text: str) -> list[str]:
    return [span.text for span in ground(text, EVIDENCE, posting=POSTING).spans]


@pytest.mark.parametrize(
    "text",
    [
        "Dear Hiring Manager,\n\nI planned tours for 30 vans at Harrow Freight.\n\nSincerely,\nJo Lind",
        "Dear Ms Abara,\n\nPlease accept this letter as my application for the post of Fleet Coordinator.\n\nI planned tours for 30 vans.",
        "Dear team,\n\n140 trucks from nine depots suggest plenty of variety, which is what I enjoy about the work. I planned tours.",
        "Dear team,\n\nI planned tours for 30 vans. I could start on 1 March and would be glad to meet you.\n\nKind regards\nJo Lind",
    ],
)
def test_courtesy_and_the_posting_claim_nothing(text: str) -> None:
    assert refused(text) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Dear team,\n\nI planned tours.\n\nThank you.\n\nI led a team of 40 drivers.", "40"),
        (
            "Dear team,\n\nI planned tours.\n\nKind regards\nJo Lind\n\nWinner of the national fleet award 2023",
            "national",
        ),
        ("Dear team,\n\nI look forward to telling you how I supervised 25 drivers.", "25"),
        ("Dear team,\n\nI would be glad to tell you about the 60 drivers under me.", "60"),
        ("Dear team,\n\nThank you for reading how I ran the depot in Leeds.", "Leeds"),
        ("Dear team,\n\nI am writing as a certified fleet manager about the post.", "certified"),
    ],
)
def test_nothing_hides_behind_courtesy(text: str, claim: str) -> None:
    assert any(claim in span for span in refused(text)), refused(text)
