"""What tells a requirement from its neighbours: an age, a grade, a sum, who is led, which licence."""

from datetime import date

import pytest

from agent.job.match import match
from agent.job.requirements import read_requirements
from scraper.posting import Posting
from tests.agent.job.resumes import ask, resume, role

TODAY = date(2026, 6, 15)
BAKER = role("Baker", "Oat & Rye", "2019-01 - today", "Baked rye loaves and rolls, 400 a night.")


def label(asked: str, of, **fields) -> str:
    return match([ask(asked, **fields)], of, today=TODAY).matches[0].label


@pytest.mark.parametrize(
    ("asked", "shown", "expected"),
    [
        ("Full driver's licence", "Full class 1, clean.", "met"),
        ("Valid driver's license", "Code B licence, own bakkie", "met"),
        ("C class driver's licence", "C class licence, own ute", "met"),
        ("Driving licence and own car", "Category B licence and a small van", "met"),
        ("Driving licence and own car", "Category B licence", "partial"),
        ("Driver's licence", "Provisional driving licence, test in May", "partial"),
        ("Full driving licence, as we drive the minibus", "B licence since 2016", "met"),
        ("Driving licence", "No driving licence", "missing"),
        ("Class C driver's licence", "Class G licence", "missing"),
        ("Driving licence, category C1", "Category B licence", "missing"),
        ("Forklift licence", "Full class 1 licence", "missing"),
    ],
)
def test_a_driving_licence_is_held_in_the_words_of_its_country(asked, shown, expected):
    assert label(asked, resume(BAKER, other=shown)) == expected


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("National police check, March 2026", "met"),
        ("National police check, 2018", "partial"),
        ("National police check, May 2025", "partial"),
        ("Dogs welcome", "missing"),
    ],
)
def test_a_check_may_be_no_older_than_asked(shown, expected):
    assert label("National police check less than 6 months old", resume(BAKER, certificates=shown)) == expected


def test_a_card_may_be_no_older_than_asked_and_is_no_degree():
    cards = resume(BAKER, certificates="Reach truck, refreshed 2025;Counterbalance forklift, 2017")
    assert label("Counterbalance forklift licence, refreshed within the last three years", cards) == "partial"
    assert label("Degree in logistics", cards) == "missing"


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        ("Taught science in Grades 6 to 9", "met"),
        ("Taught science in Grades 3 to 7", "partial"),
        ("Taught science in Grades 1 and 2", "missing"),
    ],
)
def test_grades_taught_reach_into_those_asked(done, expected):
    taught = resume(role("Teacher", "Elm School", "2015-01 - today", done))
    assert label("Teaching science in Grades 7 and 8", taught) == expected


def test_a_numbered_part_of_a_course_is_known_by_its_number():
    cards = resume(certificates="Reading Recovery Part 1 (2020), Part 2 (2022)")
    assert label("Reading Recovery teacher (Part 2)", cards) == "met"


@pytest.mark.parametrize(
    ("asked", "work", "expected"),
    [
        ("People management", role("Baker", "Oat", "2019-01 - today", "Used Meta Ads Manager."), "missing"),
        ("Lead one junior baker", role("Baker", "Oat", "2019-01 - today", "Led a team of three bakers."), "met"),
        ("Lead one junior baker", role("Baker", "Oat", "2019-01 - today", "Baked rye loaves."), "missing"),
        ("Define the pricing strategy", role("Clerk", "Oat", "2019-01 - today", "Pricing labels."), "missing"),
        ("Advise teachers on lessons", role("Clerk", "Oat", "2019-01 - today", "Lessons in a portal."), "missing"),
        ("Lead two form tutors", role("Teacher", "Oat", "2019-01 - today", "Form tutor to 7B."), "missing"),
        ("Train two junior bakers", role("Baker", "Oat", "2019-01 - today", "Trained 14 juniors."), "met"),
        ("Commission new ovens", role("Fitter", "Oat", "2019-01 - today", "Cleaned and oiled ovens."), "missing"),
        ("Commission new ovens", role("Fitter", "Oat", "2019-01 - today", "Commissioned nine ovens."), "met"),
        ("Take part in the call-out roster", role("Fitter", "Oat", "2019-01 - today", "On call weekly."), "met"),
        ("Write the weekly roster", role("Clerk", "Oat", "2019-01 - today", "Weekly orders of flour."), "missing"),
        ("Microsoft 365", role("Clerk", "Oat", "2019-01 - today", "Wrote minutes in Microsoft Word."), "met"),
        ("Peritoneal dialysis", role("Nurse", "Oat", "2019-01 - today", "Ran haemodialysis machines."), "missing"),
        (
            "Pastry work",
            role("Cook", "Oat", "2019-01 - today", "Carried pastry trays; never ran the section."),
            "partial",
        ),
        (
            "Supervision of staff",
            role("Clerk", "Oat", "2019-01 - today", "Answered supervisors' questions."),
            "missing",
        ),
        ("Supervision of staff", role("Clerk", "Oat", "2019-01 - today", "Supervised four clerks."), "met"),
        ("Set hygiene standards", role("Cook", "Oat", "2019-01 - today", "Hygiene talks and glove checks."), "missing"),
        ("Supervise two kitchen porters", role("Cook", "Oat", "2019-01 - today", "Scrubbed pans."), "missing"),
        ("Ammonia plant", role("Fitter", "Oat", "2019-01 - today", "Two CO2 plants."), "missing"),
        ("Ammonia plant", role("Fitter", "Oat", "2019-01 - today", "An NH3 plant of four compressors."), "met"),
        ("Projects above $20 million", role("Surveyor", "Oat", "2019-01 - today", "A dam of $31 million."), "met"),
        ("Projects above $20 million", role("Surveyor", "Oat", "2019-01 - today", "A hall of $2 million."), "partial"),
    ],
)
def test_what_tells_a_thing_from_its_neighbours_is_shown(asked, work, expected):
    assert label(asked, resume(work)) == expected


def test_a_degree_alone_enters_nobody_in_a_register():
    of = resume(BAKER, education="BSc in Surveying, 2016", other="Candidate surveyor, SAGC, logbook complete")
    assert label("Registered Professional Surveyor with the SAGC", of) == "partial"


def test_of_two_names_both_are_held():
    assert label("FIDIC and NEC contracts", resume(BAKER, other="FIDIC contracts daily. NEC never.")) == "partial"


@pytest.mark.parametrize(
    ("asked", "skills", "expected"),
    [
        ("Google Workspace", "Google Docs; Google Slides", "met"),
        ("Atlassian suite", "Jira; Confluence", "met"),
        ("EWP ticket", "Elevating work platform, 2023", "met"),
        ("SQL", "SQL: one Sunday workshop", "partial"),
        ("Right to work in New Zealand", "Site safety passport", "missing"),
    ],
)
def test_a_suite_is_shown_by_its_members_and_a_card_is_no_passport(asked, skills, expected):
    assert label(asked, resume(BAKER, skills=skills)) == expected


@pytest.mark.parametrize(
    ("shown", "expected"),
    [("French: in high school, I can order lunch", "partial"), ("French: C1", "met")],
)
def test_school_french_is_below_what_is_asked(shown, expected):
    assert label("French", resume(BAKER, languages=shown)) == expected


def asked_of(*lines: str) -> list[str]:
    return [each.text for each in read_requirements(Posting(title=lines[0], description="\n".join(lines)))]


def test_checks_told_in_the_process_are_asked():
    found = asked_of(
        "Cook", "Barley Hall, Oldham", "", "What you need", "- Two years in a kitchen", "", "How to apply",
        "Send a CV. We drug test before starting, as our customers ask for it.",
    )  # fmt: skip
    assert any("drug test" in each for each in found)
    assert "Oldham" in found


def test_a_suburb_with_its_city_is_the_place():
    assert "Wickham, Newborough" in asked_of("Cook", "Barley Hall, Wickham, Newborough", "", "Duties", "- Cook lunch")


def test_commissioning_is_no_commission():
    assert "Commission new ovens" in asked_of(
        "Fitter", "Barley", "", "Duties", "- Commission new ovens", "- Mend ovens"
    )
