"""How a question is put to what the resume says of a thing that is there in part."""

import pytest

from agent.job.batch import match_row

RESUME = """Ana Duarte
Lyon
ana@example.com

WORK

Fitter, Quayside Works, Lyon
September 2015 – Present
- Joined the Tuesday meetings.

EDUCATION
Foxglove College: 18 credits toward an associate degree in business

CARDS AND SKILLS
CCNP: core exam passed, concentration exam not yet taken
Forklift licence, ran out in 2023
SIA licence: two-day course booked
HubSpot: free course with badge, have not opened it at work
Terraform: I read the modules, but have not written one
Captain's ticket: not held
French from school, rusty
"""


def asked(*items: str) -> list[str]:
    posting = "Post\n\nRequirements\n" + "".join(f"- {each}\n" for each in items)
    found: list[str] = match_row({"id": "x", "resume": RESUME, "job": posting})["questions"]
    return found


@pytest.mark.parametrize(
    ("item", "question"),
    [
        ("CCNP", "When do you take the concentration exam for “CCNP”, or do you have it?"),
        ("Forklift licence", "Has your “Forklift licence” been renewed, or will you renew it?"),
        ("SIA licence", "When is your course for “SIA licence”, or do you have it?"),
        ("Degree in business", "Do you plan to finish “Degree in business”, and when, or is it done?"),
        ("French, spoken", "How well do you speak and write French today, and do you use it at work?"),
        ("Captain's ticket", "“Captain's ticket”: could you take the course or test for it, and when?"),
        ("Welding", "Can you weld? (“Welding”) If so, tell me where and what you did."),
    ],
)
def test_the_question_names_the_next_step(item, question):
    assert asked(item) == [question]


@pytest.mark.parametrize(("item", "deed"), [("HubSpot", "used"), ("Terraform", "written")])
def test_who_used_a_thing_in_part_is_asked_for_the_deed_that_lacks(item, deed):
    (question,) = asked(item)
    assert question.startswith(f"Have you {deed} “{item}” yourself")


def test_what_is_nearly_held_is_asked_before_duties_nobody_shows():
    found = asked("CCNP", "Negotiate leases", "Welding")
    assert "CCNP" in found[0]


def test_checks_that_the_employer_makes_are_no_questions():
    posting = "Post\n\nRequirements\n- Welding\n\nOffers depend on a conflicts check and a reference check.\n"
    found = match_row({"id": "x", "resume": RESUME, "job": posting})["questions"]
    assert len(found) == 1


def test_a_wished_degree_that_is_nowhere_begun_is_no_question():
    posting = "Post\n\nNice to have\n- Doctorate in physics\n- Welding\n"
    found = match_row({"id": "x", "resume": RESUME, "job": posting})["questions"]
    assert ["weld" in each for each in found] == [True]
