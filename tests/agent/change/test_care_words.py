"""How people who care, teach, rescue, guard, serve the public and keep works running tell it, and what a resume calls it."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine

HONEST = [
    ("Helped ten residents wash and get dressed.", "Provided personal care to ten residents."),
    ("Helped pensioners find books.", "Provided reader assistance to pensioners."),
    ("Told trainees what to do better after every lesson.", "Gave trainees feedback after every lesson."),
    ("Rang families a week later to ask how they were doing.", "Made follow-up calls to families a week later."),
    ("Asked each visitor for name and date of birth.", "Verified each visitor's identity."),
    ("Walked the market at night and kept an eye out for thieves.", "Conducted night patrols of the market."),
    ("Showed passengers the life vests before we sailed off.", "Conducted passenger safety briefings."),
    ("Took class 4 to the woods for two days.", "Led a two-day trip to the woods with class 4."),
    ("Cut people out of crashed lorries.", "Extricated casualties from crashed lorries."),
    ("Cleaned the paddling pool and put chlorine in the water.", "Carried out water treatment of the paddling pool."),
]

LIES = [
    ("Helped a nurse wash residents.", "Provided personal care to residents."),
    ("Helped the librarian find books.", "Provided reader support."),
    (
        "Told trainees what to do better after every lesson.",
        "Trainees' marks rose through feedback after every lesson.",
    ),
    ("Walked the market at night and kept an eye out for thieves.", "Arrested thieves on night patrols of the market."),
    ("Helped on a trip to the woods with class 4.", "Led a trip to the woods with class 4."),
    ("Sorted the casualties by how badly they were hurt.", "Performed surgery on casualties."),
    ("Wrote to bakeries asking for money.", "Secured sponsorship from bakeries."),
]


@pytest.mark.parametrize(("told", "text"), HONEST)
def test_plain_tellings_of_these_trades_are_known(told: str, text: str) -> None:
    assert ground(text, [EvidenceLine(ref="1", text=told)]).supported


@pytest.mark.parametrize(("told", "text"), LIES)
def test_they_are_known_for_no_more_than_was_told(told: str, text: str) -> None:
    assert not ground(text, [EvidenceLine(ref="1", text=told)]).supported
