"""Sentences of a posting that ask for something in the employer's words, and those that only seem to."""

import pytest

from agent.job.requirements import read_requirements
from scraper.posting import Posting

POSTING = """Line Cook, third shift
Alder House - Hereford

Duties
- Peel, chop and fry vegetables
- Check deliveries and chase suppliers

Requirements
- Two years in a kitchen

{}
"""


def taken(sentence: str, title: str = "Line Cook") -> list[str]:
    text = POSTING.format(sentence)
    usual = {each.text for each in read_requirements(Posting(title=title, description=POSTING.format("")))}
    found = read_requirements(Posting(title=title, description=text))
    return [each.text for each in found if each.text not in usual]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The company runs a background check before hire.", ["a background check before hire"]),
        ("Offers follow a drug test and a physical.", ["a drug test", "a physical"]),
        ("New staff have a TB test and a police check.", ["a TB test", "a police check"]),
        ("As we work with children, a DBS check is required.", ["a DBS check"]),
        ("Before you join, you will have a health screening.", ["a health screening"]),
        ("A drug test is required by our insurer.", ["A drug test"]),
        ("Visa sponsorship is not available for this post.", ["Visa sponsorship is not available for this post"]),
        ("You must be able to work legally. Sponsorship is not available.", ["able to work legally"]),
    ],
)
def test_a_check_is_asked_for_however_the_employer_tells_of_it(sentence, found):
    assert taken(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "We do not run credit checks.",
        "Free flu shots are given every October.",
        "You will get our food safety class in the first week, and a hat that fits.",
        "You will spend your first week on the pass.",
        "Only candidates selected for an interview will be called.",
        "Candidates will be asked to find four faults on a bench; most people enjoy it.",
        "Turnover fell by half, and we want to go on like that.",
        "Kitchen experience is welcome but not needed: half of us came from elsewhere.",
    ],
)
def test_what_only_tells_is_not_taken(sentence):
    assert taken(sentence) == []


def test_deeds_with_one_object_stay_one():
    found = [each.text for each in read_requirements(Posting(title="Cook", description=POSTING.format("")))]
    assert "Peel, chop and fry vegetables" in found
    assert {"Check deliveries", "chase suppliers"} <= set(found)


def test_a_shift_in_the_title_is_asked_for_once():
    titled = Posting(title="Line Cook, third shift", description=POSTING.format(""))
    assert "third shift" in [each.text for each in read_requirements(titled)]
    said = Posting(title="Line Cook, third shift", description=POSTING.format("You must work third shift and Sundays."))
    assert "third shift" not in [each.text for each in read_requirements(said)]


def test_a_listed_duty_is_asked_though_it_names_a_sum_or_a_perk():
    posting = "Nurse\n\nDuties\n- Run nurse clinics for weight and dental care\n- Set prices on accounts of up to $2 million\n"
    found = [each.text for each in read_requirements(Posting(title="Nurse", description=posting))]
    assert found == ["Run nurse clinics for weight and dental care", "Set prices on accounts of up to $2 million"]
