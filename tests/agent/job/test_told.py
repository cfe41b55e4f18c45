"""What a posting tells of itself, and what a resume tells in scenes, of others, and of how far it goes."""

from __future__ import annotations

import pytest

from agent.job.batch import match_row

RESUME = """Mirren Adeola
Hull | mirren@example.org | portfolio at mirren.example.org

EXPERIENCE
Glass Worker, Tidewell Studio, Hull
2018 to date
- Walked each of the new recruits through the annealing oven and how it bites.
- Blew and cut vessels on two-handed pipes; the polishing wheel belongs to the finishers.
- Patterns come from the office.
- Drive a small van to fairs.
- Book flights and hotels for visiting artists.
- Write the glaze pages of the manual. A chemist does the rest.
- Scanned and bound contracts.
- Hold commission dates for the gallery in a ledger. None missed so far.

TRAINING
Lead safety card: course attended, test not sat
Kiln technician certificate: not taken
enough Rhino to turn a curve round and look at it
Enamelling webinar
AutoCAD: no
KeyShot (renders for the shop page only)
Guild engraver: 410 of 600 hours logged

Kiln software: not since college

AT HOME
Full licence, one cat. I play the viola. Happy to go abroad a few weeks a year; I have been to Murano.
I do vitrography at my aunt's on Sundays.

EDUCATION
B.Mus. Harp, Northern College, 2016

LANGUAGES
English, Yoruba (home), Danish to B1, good enough for the ferry
"""


def labelled(*asked: str, duties: bool = False) -> dict[str, str]:
    head = "What you will do" if duties else "Requirements"
    job = f"Glass Worker\n\n{head}\n" + "".join(f"- {each}\n" for each in asked)
    return {row["text"]: row["label"] for row in match_row({"id": "x", "resume": RESUME, "job": job})["requirements"]}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Use of a polishing wheel", "missing"),
        ("Repeat patterns for wallpaper", "missing"),
        ("Lead safety card", "partial"),
        ("Kiln technician certificate", "missing"),
        ("Rhino", "partial"),
        ("A portfolio with shipped pieces", "met"),
        ("Bachelor's degree in any field", "met"),
        ("Excellent written and spoken English", "met"),
        ("A second European language", "met"),
        ("Three-colour overlay", "missing"),
        ("Enamelling", "partial"),
        ("AutoCAD", "missing"),
        ("KeyShot", "partial"),
        ("Guild engraver certificate", "partial"),
        ("English for hospital porters", "missing"),
        ("Master's degree", "missing"),
        ("Valid driver's license", "met"),
        ("Travel arrangements", "met"),
        ("Enamel pricing for window commissions", "missing"),
        ("Vitrography", "partial"),
        ("Kiln software", "partial"),
        ("Drafting contracts", "missing"),
        ("Contracts", "met"),
        ("Able to travel up to 30%", "met"),
        ("A full driving licence for vans", "met"),
    ],
)
def test_how_far_a_line_goes(asked, expected):
    assert labelled(asked) == {asked: expected}


def test_a_deed_is_found_by_its_scene():
    assert labelled("Train new starters on the ovens", duties=True) == {"Train new starters on the ovens": "met"}


@pytest.mark.parametrize(
    "told",
    [
        "Last winter we were chosen as studio of the year by people you may know.",
        "In a good August we turn 900 pieces a day.",
        "Tidewell Glass melts sand for 30 galleries, hospitals and shops that never sleep on weekends.",
        "Please tell us about anything that would help you on the day.",
        "Applications stay open until we find the right person.",
        "We are nine, and we have a furnace, a cat and a list we would like to shorten.",
    ],
)
def test_what_the_employer_tells_of_itself_asks_nothing(told):
    job = f"Glass Worker\nTidewell Glass, Hull\n\n{told}\n\nRequirements\n- Glass cutting\n"
    assert [row["text"] for row in match_row({"id": "x", "resume": RESUME, "job": job})["requirements"]][-1:] == [
        "Glass cutting"
    ]
    asked = [row["text"] for row in match_row({"id": "x", "resume": RESUME, "job": job})["requirements"]]
    assert not any(each in told for each in asked if each != "Hull")


def test_the_right_to_work_is_asked_for_among_sentences_of_law():
    job = (
        "Glass Worker\n\nRequirements\n- Glass cutting\n\nTidewell is an equal opportunity employer. We take part in E-Verify, "
        "and employees must be authorized to work in the United States.\n"
    )
    asked = [row["text"] for row in match_row({"id": "x", "resume": RESUME, "job": job})["requirements"]]
    assert asked == ["Glass cutting", "authorized to work in the United States"]


def test_what_is_not_needed_is_not_asked_for():
    job = "Glass Worker\n\nRequirements\n- Glass cutting\n\nYou need no science background.\n"
    assert [row["text"] for row in match_row({"id": "x", "resume": RESUME, "job": job})["requirements"]] == [
        "Glass cutting"
    ]


def test_a_vaccination_given_is_no_check_of_the_person():
    resume = RESUME.replace("- Book flights", "- Gave flu shots in the works clinic.\n- Book flights")
    job = "Nurse\n\nWhat you will do\n- Give vaccinations\n"
    (row,) = match_row({"id": "x", "resume": resume, "job": job})["requirements"]
    assert (row["kind"], row["label"]) == ("responsibility", "met")
