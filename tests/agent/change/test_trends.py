"""Words that say which way and how much something changed, held against figures of the evidence."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine

LETTINGS = ["Holiday lets booked in 2014: 160.", "Holiday lets booked in 2015: 200."]
CHOIR = ["Choir: 24 singers in 2009, 72 in 2013. I was chair."]
REPAIRS = ["Did 310 repairs in 2018 and 250 in 2017."]
TRAYS = ["Broken trays: 45 a month, down from 60."]


def supported(text: str, lines: list[str]) -> bool:
    return ground(text, [EvidenceLine(ref=str(n), text=line) for n, line in enumerate(lines)]).supported


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Holiday lets booked rose 25% in 2015, to 200.", LETTINGS),
        ("Holiday lets booked grew by a quarter from 2014 to 2015.", LETTINGS),
        ("As chair, saw the choir triple from 24 to 72 singers.", CHOIR),
        ("Did 60 more repairs in 2018 than in 2017.", REPAIRS),
        ("Did 60 fewer repairs in 2017 than in 2018.", REPAIRS),
        ("Cut broken trays by a quarter, to 45 a month.", TRAYS),
    ],
)
def test_the_way_the_figures_went_is_supported(text: str, lines: list[str]) -> None:
    assert supported(text, lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Holiday lets booked fell 25% in 2015.", LETTINGS),
        ("Holiday lets booked rose 35% in 2015, to 200.", LETTINGS),
        ("As chair, saw the choir double from 2009 to 2013.", CHOIR),
        ("As chair, quadrupled the choir.", CHOIR),
        ("Did 60 fewer repairs in 2018 than in 2017.", REPAIRS),
        ("Halved broken trays, to 45 a month.", TRAYS),
    ],
)
def test_the_other_way_or_another_multiple_is_refused(text: str, lines: list[str]) -> None:
    assert not supported(text, lines)
