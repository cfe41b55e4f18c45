"""Numbers that anybody would work out from a line, and those that nobody could."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine

GREENHOUSE = "Grew tomatoes in a 1.5-hectare greenhouse."
LORRIES = "Drove lorries for 18 months."
CLASSES = "Taught geography to three classes of 21 and one of 18."
FESTIVAL = "Sang at the festival in 2011, 2012, 2014 and 2017."
PARCELS = "Delivered 1,000 parcels over 40 rounds."
WAIT = "Waiting time 3 h 10 before, 1 h 50 after I moved the desk."
COACHES = "Check-in took an hour and ten; with my lists it took 25 minutes."
CHALLENGE = "Summer reading challenge: 212 starters in 2022, 340 in 2024."
TRIM = "Took off the trim, numbered it and put it back (three houses)."
RACKS = "Moved the racks, walk 41 m down to 29 m."


def supported(text: str, line: str) -> bool:
    return ground(text, [EvidenceLine(source="resume", ref="1", text=line)]).supported


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Grew tomatoes in a 15,000 m² greenhouse.", GREENHOUSE),
        ("Drove lorries for a year and a half.", LORRIES),
        ("Taught geography to 81 pupils in four classes.", CLASSES),
        ("Sang at the festival in four different years.", FESTIVAL),
        ("Averaged 25 parcels per round over 40 rounds.", PARCELS),
        ("Cut the wait by 80 minutes.", WAIT),
        ("Cut check-in from 70 to 25 minutes.", COACHES),
        ("Shortened the walk by 12 metres.", RACKS),
        ("Starters in the summer challenge grew by more than half, from 212 to 340.", CHALLENGE),
        ("Numbered the trim of three houses and put it back.", TRIM),
    ],
)
def test_what_follows_is_supported(text: str, line: str) -> None:
    assert supported(text, line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Grew tomatoes in a 25,000 m² greenhouse.", GREENHOUSE),
        ("Grew 15,000 tomatoes in a greenhouse.", GREENHOUSE),
        ("Drove lorries for two and a half years.", LORRIES),
        ("Taught geography to 91 pupils in four classes.", CLASSES),
        ("Sang at the festival in five different years.", FESTIVAL),
        ("Averaged 35 parcels per round over 40 rounds.", PARCELS),
        ("Delivered 25 parcels over 40 rounds.", PARCELS),
        ("Cut the wait by 110 minutes.", WAIT),
        ("Cut check-in from 70 to 15 minutes.", COACHES),
        ("Shortened the walk by 41 metres.", RACKS),
        ("Starters in the summer challenge grew by more than half, from 112 to 340.", CHALLENGE),
        ("Starters in the summer challenge fell from 340 to 212.", CHALLENGE),
        ("Numbered the trim of thirteen houses and put it back.", TRIM),
    ],
)
def test_what_does_not_follow_is_refused(text: str, line: str) -> None:
    assert not supported(text, line)
