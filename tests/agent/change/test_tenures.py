"""How long and since when somebody was with one employer."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine

PLUMBER = "Qualified plumber since 2012; joined Hendry Heating in 2018."
TRAMS = "Six years as a tram driver: two at Metro Nord, four at CityLine."
LEAVE = "Buyer, Lindt Foods, Feb 2014 – May 2016 // Parental leave, Jun 2016 – Sep 2017"
RISE = "Junior buyer, Lindt Foods, Feb 2014 – May 2016 // Buyer, Lindt Foods, Jun 2016 – Sep 2019"
COVER = "Nurse at Oak Ward, temporary cover, May 2018 – November 2018"


def holds(evidence: str, text: str) -> bool:
    lines = [EvidenceLine(ref=str(n), text=line) for n, line in enumerate(evidence.split(" // "))]
    return ground(text, lines).supported


@pytest.mark.parametrize(
    ("evidence", "lie"),
    [
        (PLUMBER, "Plumber at Hendry Heating since 2012."),
        (TRAMS, "Tram driver at Metro Nord for six years."),
        (LEAVE, "Buyer, Lindt Foods, Feb 2014 – Sep 2017."),
        (COVER, "Nurse at Oak Ward for over a year."),
    ],
)
def test_no_time_is_moved_to_an_employer(evidence, lie):
    assert not holds(evidence, lie)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (PLUMBER, "Plumber at Hendry Heating since 2018."),
        (PLUMBER, "Plumber since 2012, with Hendry Heating since 2018."),
        (TRAMS, "Tram driver at CityLine for four years."),
        (TRAMS, "Tram driver for six years at Metro Nord and CityLine."),
        (RISE, "Buyer at Lindt Foods, Feb 2014 – Sep 2019."),
        ("Nurse at Oak Ward, May 2018 – November 2019", "Nurse at Oak Ward for over a year."),
        ("Joined Alba Foods in 2015 and became shift lead in 2018.", "Shift lead at Alba Foods from 2018."),
    ],
)
def test_the_time_with_an_employer_is_held(evidence, text):
    assert holds(evidence, text)
