"""Resumes as people write them: headings in small letters, counts of points, and words that mean more than one thing."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine

RESUME = """Torvald Quayle
Lerwick | torvald.q@example.net
work
Sula Dive Services, Commercial Diver, May 2017 - Oct 2024
mooring chart, 1,460 points, most of them dived
price rise of 2021 on parts held at 3%
low-pressure compressor faults up to 12 bar
repairs by a contractor from the yard
team briefings
Ness Boatyard, Labourer, 2014 - 2017
antifouling, slip and cradle
papers
HSE Part III Surface Supplied since 2018
school
Shetland College, City and Guilds Boatbuilding, 2016
tools
hydraulic breaker, camera sled"""
EVIDENCE = [EvidenceLine(ref=str(n), text=text) for n, text in enumerate(RESUME.splitlines())]


def refused(text: str) -> list[str]:
    return [span.text for span in ground(text, EVIDENCE, language="en").spans]


@pytest.mark.parametrize(
    "text",
    [
        "- Briefed the team at Sula Dive Services and inspected faults as HSE Part III Surface Supplied diver (from 2018).",
        "- Kept a chart of 1,460 moorings, most of them dived.",
        "- Held the price rise of 2021 on parts at 3%.",
        "- Worked on low-pressure compressor faults up to 12 bar.",
    ],
)
def test_what_the_resume_says_is_accepted(text: str) -> None:
    assert refused(text) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("- Kept a chart of 1,640 moorings.", "1,640"),
        ("- Held the price rise of 2021 on parts at 2%.", "2%"),
        ("- HSE Part III Surface Supplied since 2016.", "2016"),
    ],
)
def test_what_it_does_not_say_is_refused(text: str, claim: str) -> None:
    assert claim in " ".join(refused(text))
