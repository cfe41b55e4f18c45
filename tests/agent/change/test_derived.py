"""Numbers that follow from several of the evidence, with the words that arithmetic brings; and those that only look so."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine

KENNELS = "Two kennels in Ayr, one in Troon and four in Largs: I cleaned all of them."
BUILD = "The nightly build took 60 minutes; since I cached the images it takes 15."
SHED = "Ran the boat shed refit. Budget £30,000, final bill £27,000."
BIDS = "Wrote 12 bids in 2021. Nine of them won."
WARD = "Worked the ward Monday to Thursday, 9 hours each day."
CLASSES = "Taught four Year 5 classes of 24 pupils each."
COURSES = ("Ran 6 sewing courses in 2022.", "Each course had 10 places.")
CHAIRS = ("Mended 40 chairs for the chapel.", "Two fifths of them were sold.")
DAIRY = "Worked at the dairy from 6 am to 2 pm."
ORDERS = "Wrong orders fell from 80 a month to 20."
FLEET = "Fleet of 18 vans, of which I drove two."
RUNS = "Raised 300 in May, 500 in June and 400 in July for the choir."
CHORUS = "Edited 4 clips a week for 10 weeks."


def supported(text: str, *lines: str) -> bool:
    return ground(
        text, [EvidenceLine(source="resume", ref=str(n), text=line) for n, line in enumerate(lines)]
    ).supported


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Cleaned seven kennels across Ayr, Troon and Largs.", (KENNELS,)),
        ("Made the nightly build four times faster by caching the images.", (BUILD,)),
        ("Cut the nightly build by 45 minutes by caching the images.", (BUILD,)),
        ("Ran the boat shed refit, finishing £3,000 under the £30,000 budget.", (SHED,)),
        ("Wrote 12 bids in 2021, of which nine won.", (BIDS,)),
        ("Achieved a 75% success rate on 12 bids in 2021.", (BIDS,)),
        ("Worked the ward 36 hours a week.", (WARD,)),
        ("Taught 96 Year 5 pupils across four classes.", (CLASSES,)),
        ("Ran 6 sewing courses for 60 people in 2022.", COURSES),
        ("Mended 40 chairs for the chapel, 16 of which were sold.", CHAIRS),
        ("Cut wrong orders to a quarter.", (ORDERS,)),
        ("Raised 1,200 in total for the choir.", (RUNS,)),
        ("Edited 40 clips over 10 weeks.", (CHORUS,)),
    ],
)
def test_what_follows_is_supported(text: str, lines: tuple[str, ...]) -> None:
    assert supported(text, *lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Cleaned nine kennels across Ayr, Troon and Largs.", (KENNELS,)),
        ("Made the nightly build six times faster by caching the images.", (BUILD,)),
        ("Cut the nightly build by 15 minutes by caching the images.", (BUILD,)),
        ("Ran the boat shed refit, finishing £3,000 over the £30,000 budget.", (SHED,)),
        ("Ran the boat shed refit, finishing £8,000 under the £30,000 budget.", (SHED,)),
        ("Wrote 12 bids in 2021, all of which won.", (BIDS,)),
        ("Achieved a 90% success rate on 12 bids in 2021.", (BIDS,)),
        ("Achieved a 75% failure rate on 12 bids in 2021.", (BIDS,)),
        ("Worked the ward 45 hours a week.", (WARD,)),
        ("Taught 120 Year 5 pupils across four classes.", (CLASSES,)),
        ("Ran 6 sewing courses for 90 people in 2022.", COURSES),
        ("Mended 40 chairs for the chapel, 20 of which were sold.", CHAIRS),
        ("Worked ten-hour shifts at the dairy.", (DAIRY,)),
        ("Cut wrong orders to a third.", (ORDERS,)),
        ("Drove 20 vans.", (FLEET,)),
        ("Raised 1,500 in total for the choir.", (RUNS,)),
        ("Edited 60 clips over 10 weeks.", (CHORUS,)),
    ],
)
def test_what_does_not_follow_is_refused(text: str, lines: tuple[str, ...]) -> None:
    assert not supported(text, *lines)
