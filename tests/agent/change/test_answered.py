"""Answers as evidence: a question supports what it asks about only as far as its answer does."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine

RESUME = [
    "Cleaner, Rowan Dental, 2019 - 2023",
    "Wiped down surgeries between patients.",
    "Filled the autoclave.",
    "Polished floors.",
]


def supported(text: str, answer: str) -> bool:
    lines = [EvidenceLine(source="resume", ref=str(n), text=line) for n, line in enumerate([*RESUME, answer])]
    return ground(text, lines).supported


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Operated a floor burnisher.", "Question: Have you operated a floor burnisher? Answer: Yes, twice a week."),
        ("Washed windows with a pole.", "Question: How did you wash the windows? Answer: I used a pole."),
        (
            "Cleaned up after exotics such as parrots.",
            "Question: Any exotics? Answer: I cleaned up after a few parrots.",
        ),
    ],
)
def test_answer_bears_out_what_was_asked(text: str, answer: str) -> None:
    assert supported(text, answer)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Operated X-ray scanners.", "Question: Do you use an X-ray scanner? Answer: Our dentist does. I wipe it."),
        (
            "Scheduled visits in Dentrix.",
            "Question: Have you used Dentrix? Answer: I did the tutorial once, nothing at work.",
        ),
        (
            "Serviced the compressor.",
            "Question: Have you serviced a compressor? Answer: I watched the technician service ours.",
        ),
        ("Serviced the compressor.", "Question: Have you serviced a compressor? Answer: No, an outside firm did."),
    ],
)
def test_answer_about_somebody_else_or_of_little_bears_out_nothing(text: str, answer: str) -> None:
    assert not supported(text, answer)


def test_posting_word_before_the_persons_own_statement_is_a_claim() -> None:
    posting = "We look for a detail-oriented team player who polishes floors."
    lines = [EvidenceLine(source="resume", ref=str(n), text=line) for n, line in enumerate(RESUME)]
    verdict = ground("Dear team,\n\nAs a detail-oriented team player, I polished floors.", lines, posting=posting)
    assert not verdict.supported
