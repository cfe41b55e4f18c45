"""Text resumes as people type them: one look for all lines, so that only words and order tell what is what."""

from __future__ import annotations

import pytest

from agent.resume.model import Resume
from agent.resume.read.reader import read
from agent.tailor.clarify import doubted

TYPED = """ILSE MARCHETTI
Leeds, UK | ilse.marchetti@example.org | 07700 900317

PROFILE
Maker turned planner.

EXPERIENCE
{first}
- Plan the daily work of three benches
- Cut waste from 4% to 2.5% by changing the order of jobs

{second}
- Stitched 60 pairs a night
- Trained four apprentices

EDUCATION
Northgate College, Level 3 Diploma in Footwear, 2015

SKILLS
SAP, Excel
"""
NOW, THEN = "March 2020 - present", "June 2015 - February 2020"
SHAPES = {
    "dates below": ("Production Planner, Holt & Rye, Leeds\n" + NOW, "{title}, Corner Crust, York\n" + THEN),
    "dates behind": (f"Production Planner, Holt & Rye, Leeds, {NOW}", "{title}, Corner Crust, York, " + THEN),
    "dates in brackets": (f"Production Planner, Holt & Rye ({NOW})", "{title}, Corner Crust (" + THEN + ")"),
    "dates above": (NOW + "\nProduction Planner, Holt & Rye, Leeds", THEN + "\n{title}, Corner Crust, York"),
    "lines": (f"Production Planner\nHolt & Rye, Leeds\n{NOW}", "{title}\nCorner Crust, York\n" + THEN),
}


def typed(shape: str, title: str) -> Resume:
    first, second = SHAPES[shape]
    return read(TYPED.format(first=first, second=second.format(title=title)).encode(), "text")


@pytest.mark.parametrize("title", ["Baker", "Stitcher", "Clicker"])
@pytest.mark.parametrize("shape", SHAPES)
def test_each_role_keeps_its_title_and_employer(shape: str, title: str) -> None:
    resume = typed(shape, title)
    assert [(role.position, role.employer) for role in resume.work] == [
        ("Production Planner", "Holt & Rye"),
        (title, "Corner Crust"),
    ]
    assert [len(role.highlights) for role in resume.work] == [2, 2]


@pytest.mark.parametrize("shape", SHAPES)
def test_reads_the_line_below_a_name_in_capitals(shape: str) -> None:
    basics = typed(shape, "Baker").basics
    assert (basics.name, basics.email, basics.phone) == (
        "ILSE MARCHETTI",
        "ilse.marchetti@example.org",
        "07700 900317",
    )
    assert basics.location is not None
    assert basics.location.text == "Leeds, UK"


@pytest.mark.parametrize("shape", SHAPES)
def test_asks_nothing_of_a_clear_text(shape: str) -> None:
    assert doubted(typed(shape, "Baker")) == []
