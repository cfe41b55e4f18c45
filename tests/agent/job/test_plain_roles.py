"""Plain resumes: which lines head a role, which degrees are known by their letters, and notes that bound a listed thing."""

from __future__ import annotations

import pytest

from agent.job.batch import match_row

RESUME = """Ilse Marchetti
Boston, Massachusetts
ilse@example.com

EXECUTIVE SUPPORT

iPad Technician, Ferndale College of Design, Boston, MA
October 2019 - January 2026
- Set up carts of tablets and moved the lessons over.
- Kept the repair log since 2021.

Box Office Assistant, Harbor Theater, Salem, MA
March 2014 - September 2019
- Sold tickets.

EDUCATION
{degree}, Stage Lighting, Ferndale College of Design, 2013

TOOLS
{tool}
"""


def label(asked: str, *, degree: str = "B.F.A.", tool: str = "Excel") -> str:
    row = {
        "id": "x",
        "resume": RESUME.format(degree=degree, tool=tool),
        "job": f"Post\n\nRequirements\n- {asked}\n",
    }
    return str(match_row(row)["requirements"][-1]["label"])


def test_a_name_that_begins_small_and_a_state_that_looks_like_a_degree_head_a_role() -> None:
    assert label("5+ years as an iPad technician") == "met"
    assert label("8+ years as an iPad technician") == "partial"


@pytest.mark.parametrize(
    ("asked", "degree", "expected"),
    [
        ("Bachelor's degree", "B.F.A.", "met"),
        ("Bachelor's degree", "LL.B.", "met"),
        ("Master's degree", "M.F.A.", "met"),
        ("Master's degree", "B.F.A.", "missing"),
        ("Bachelor's degree", "A.A.S.", "missing"),
    ],
)
def test_degrees_are_known_by_their_letters(asked: str, degree: str, expected: str) -> None:
    assert label(asked, degree=degree) == expected


@pytest.mark.parametrize(
    ("tool", "expected"),
    [
        ("Looker: opened a sample report twice", "partial"),
        ("Looker: have seen it over a colleague's shoulder", "partial"),
        ("Looker: daily, for all reports of the college", "met"),
        ("Looker (models and dashboards)", "met"),
    ],
)
def test_a_note_on_a_listed_tool_may_bound_it(tool: str, expected: str) -> None:
    assert label("Looker", tool=tool) == expected


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Right to live and work in Ireland", "Irish citizen"),
        ("Right to work in the UK", "British and Dutch passports"),
        ("Permission to live and work in Canada", "Permanent resident of Canada"),
    ],
)
def test_who_may_live_and_work_in_a_country_is_told_by_papers(asked: str, told: str) -> None:
    assert label(asked, tool="Excel\n\nOTHER\n" + told) == "met"


@pytest.mark.parametrize(
    "sentence",
    [
        "No one expects you to have run a theater.",
        "Applicants without a degree are just as welcome.",
        "We do not expect you to know our software.",
    ],
)
def test_what_nobody_expects_is_no_requirement(sentence: str) -> None:
    row = {
        "id": "x",
        "resume": RESUME.format(degree="BA", tool="Excel"),
        "job": f"Post\n\nRequirements\n- Excel\n- {sentence}\n",
    }
    assert [each["text"] for each in match_row(row)["requirements"]] == ["Excel"]
