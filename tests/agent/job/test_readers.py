"""What a reader would see at once: a card in other order, a title above the roles, a denial a sentence later."""

import pytest

from agent.job.batch import match_row

RESUME = """Ottilie Brandt
Lower Wick | ottilie@example.org

ORCHARD HAND

WORK
Orchard Hand, Appleby Orchards (cider and juice, forty acres, two presses and one very old tractor), Wick
March 2021 - Present
* Pruned 2,000 trees each winter; checked the sheets for payroll. I don't run payroll.
* Drove vertical mills for pulp in three sizes.
* Sat in on and then led 40 tastings.

Picker, second shift, Appleby Orchards, Wick
May 2018 - February 2021
* Picked apples.

CARDS
Sprayer operator's licence, Westland, unrestricted, current
Every Branch Counts, two-day workshop, 2022

EDUCATION
MLIS, Wick University, 2017

LANGUAGES
Spanish: I can order bread, that is all

STATUS
Permanent resident of Westland since 2012.
"""


def labels(*asked: str) -> list[str]:
    posting = "Orchard Lead\nAppleby, Wick\n\nRequirements\n" + "\n".join(f"- {each}" for each in asked)
    row = match_row({"id": "x", "resume": RESUME, "job": posting})
    found = {each["text"]: each["label"] for each in row["requirements"]}
    return [found[each] for each in asked]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Legally entitled to work in Westland", "met"),
        ("Unrestricted sprayer operator's licence for Westland", "met"),
        ("Seven years of orchard work", "met"),
        ("Payroll processing", "missing"),
        ("Run vertical and horizontal mills", "partial"),
        ("Tree pruning", "met"),
        ("Master's degree in library science", "met"),
        ("Conversational Spanish", "partial"),
        ("Second shift and some weekends", "partial"),
        ("Second shift", "met"),
        ("Branch training (Every Branch Counts)", "met"),
    ],
)
def test_a_line_is_read_as_a_person_reads_it(asked, expected):
    assert labels(asked) == [expected]


def test_a_firm_and_its_reasons_ask_for_nothing():
    posting = (
        "Orchard Lead\nAppleby Orchards, Wick\n\nCopper Apple makes cider you can drink at breakfast.\n\n"
        "Requirements\n- Pruning\n\nAbout us\nBecause growers give us their keys, an offer depends on a criminal record check.\n"
    )
    found = [each["text"] for each in match_row({"id": "x", "resume": RESUME, "job": posting})["requirements"]]
    assert not [each for each in found if "breakfast" in each or "keys" in each]
    assert [each for each in found if "criminal record check" in each]


def test_checks_of_body_and_record_are_listed_but_not_asked_about():
    posting = (
        "Orchard Lead\nAppleby, Wick\n\nRequirements\n- Grafting of walnut trees\n- Pre-employment drug test\n"
        "- A fingerprint clearance card\n"
    )
    row = match_row({"id": "x", "resume": RESUME, "job": posting})
    assert any("drug" in each["text"] for each in row["requirements"])
    assert not any("drug" in each for each in row["questions"])
    assert any("fingerprint" in each for each in row["questions"])


def test_a_least_age_is_told_by_the_years_of_work_and_never_asked_about():
    posting = "Orchard Lead\nAppleby, Wick\n\nRequirements\n- At least 18 years of age\n- At least 30 years of age\n"
    row = match_row({"id": "x", "resume": RESUME, "job": posting})
    assert [each["label"] for each in row["requirements"] if "age" in each["text"]] == ["met", "missing"]
    assert not any("of age" in each for each in row["questions"])


def test_a_duty_that_makes_papers_holds_none():
    posting = "Export Clerk\nAppleby, Wick\n\nWhat you will do\n- Prepare certificates of origin\n"
    (asked,) = (
        each
        for each in match_row({"id": "x", "resume": RESUME, "job": posting})["requirements"]
        if "origin" in each["text"]
    )
    assert asked["kind"] == "responsibility"


def test_a_booked_course_is_asked_for_its_day_and_years_for_other_places():
    posting = "Orchard Lead\nAppleby, Wick\n\nRequirements\n- Chainsaw licence\n- Ten years of orchard work\n- Arabic or Spanish\n"
    resume = RESUME.replace("CARDS\n", "CARDS\nChainsaw licence: course booked\n").replace(
        "Picker, second shift", "Porter"
    )
    questions = match_row({"id": "x", "resume": resume, "job": posting})["questions"]
    assert any(each.startswith("When is your course for “Chainsaw licence”") for each in questions)
    assert any("Ten years of orchard work" in each for each in questions)
