"""Times, places and strain of work: met by having done it or by saying so in whatever words."""

import pytest

from agent.job.batch import match_row

RESUME = """Ana Duarte
Wolverton
ana@example.com

WORK

Fitter, Quayside Works, Wolverton
September 2015 – Present
- Joined the Tuesday meetings.
{done}

OTHER
{told}
"""


def label(asked: str, told: str = "", done: str = "", head: str = "Heron Rail, Leeds") -> str:
    row = {
        "id": "x",
        "resume": RESUME.format(told=told, done=done),
        "job": f"Post\n{head}\n\nRequirements\n- {asked}\n",
    }
    found = match_row(row)["requirements"]
    return str((found[-1] if asked != "Knots" else found[0])["label"])


@pytest.mark.parametrize(
    ("asked", "told", "done", "expected"),
    [
        ("Willingness to work overtime in season", "I am happy to stay late and have done so often.", "", "met"),
        ("Able to work early mornings", "I am up at 4:10 without a clock.", "", "met"),
        ("Travel of 20%", "Six trips to Oslo last year and would travel as often again.", "", "met"),
        ("Able to climb ladders", "Not afraid of ladders or roofs.", "", "met"),
        ("Take call every sixth week", "", "- On call one week in four for outages.", "met"),
        ("Rotate on-call weekends", "", "- Nights and weekends by phone, one week in three.", "met"),
        ("Able to work nights", "I work any shift.", "", "met"),
        ("Able to work weekends", "I work any shift.", "", "missing"),
        ("Able to work weekends", "No weekends, please.", "", "missing"),
        ("Able to climb ladders", "Afraid of ladders, so no ladders.", "", "missing"),
        ("Ability to obtain a port clearance", "No port clearance yet; nothing that would stop one.", "", "met"),
        ("Ability to obtain a port clearance", "No port clearance.", "", "missing"),
    ],
)
def test_a_time_or_strain_is_met_as_far_as_it_is_told(asked, told, done, expected):
    assert label(asked, told, done) == expected


@pytest.mark.parametrize(
    ("head", "told", "expected"),
    [
        ("Heron Rail, Wolverton. Hybrid, two days in the office", "", "met"),
        ("Heron Rail. Hybrid, two days in the office", "Happy to be in the office two days a week.", "met"),
        ("Heron Rail. Hybrid, two days in the office", "I keep bees.", "missing"),
    ],
)
def test_days_in_an_office_are_met_by_the_town_or_by_a_word(head, told, expected):
    assert label("Knots", told, head=head) == expected
