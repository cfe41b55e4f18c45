"""What single lines of a resume and a posting say about languages, courses, years and what is not asked for."""

from __future__ import annotations

import pytest

from agent.job.batch import match_row

RESUME = """Jo Ferrand
Leith

EXPERIENCE
Dispatcher, Harrow Haulage, Leith
October 2012 to March 2020
- Planned tours for 30 vans

SKILLS
Typography and signage: one course and my own website

LANGUAGES
English (first language). Spanish, beginner (one semester). Bosnian, evening class since January.
"""


def labels(*asked: str) -> dict[str, str]:
    job = "Dispatcher\n\nRequirements\n" + "".join(f"- {each}\n" for each in asked)
    return {row["text"]: row["label"] for row in match_row({"id": "x", "resume": RESUME, "job": job})["requirements"]}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Good written and spoken English", "met"),
        ("Spanish or Vietnamese", "partial"),
        ("Bosnian", "partial"),
        ("Typography and signage", "partial"),
        ("3 years of freight dispatch experience", "met"),
        ("Minimum of five years' post-qualification experience as a dispatcher", "met"),
    ],
)
def test_a_requirement_is_heard(asked: str, expected: str) -> None:
    assert labels(asked) == {asked: expected}


def test_what_is_no_part_of_the_job_is_not_asked_for() -> None:
    assert "Night work is not part of this job" not in labels(
        "Good written and spoken English", "Night work is not part of this job"
    )
