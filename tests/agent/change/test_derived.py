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
LIFTS = ("Maintained 4 lifts in a tower block.", "The block has 22 floors.")
SUMMERS = ("Kayak guide in Oban, summer 2016", "Kayak guide in Oban, summer 2019")
MEMBER = ("Joined the lifeboat crew in 2016", "Left the lifeboat crew in 2019")
RETURNS = "One order in five came back; now it is one in twenty since I rewrote the size guide."
AISLES = "Restocked 6 aisles, 20 bays each, every night."
SECOND = "Came second in the county baking final."
WARDS = "Wards 3, 5 and 7: I did the linen for all of them."
QUOTES = "Quoted 40 kitchens last year and sold 26 of them."
MANUAL = "Translated a 300-page manual at 12 pages a day."
COOK = "Night cook, Jan 2018 - Dec 2019; day cook, Jan 2020 - Dec 2022"
OFFSHORE = "Seven days on, seven days off on an offshore rig."


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
        ("Worked eight-hour shifts at the dairy, 6 am to 2 pm.", (DAIRY,)),
        ("Lifeboat crew, 2016-2019.", MEMBER),
        ("Reduced order returns from 20% to 5% by rewriting the size guide.", (RETURNS,)),
        ("Restocked 120 bays every night.", (AISLES,)),
        ("Runner-up in the county baking final.", (SECOND,)),
        ("Did the linen for three wards.", (WARDS,)),
        ("Closed 65% of kitchen quotes last year.", (QUOTES,)),
        ("Translated a 300-page manual in 25 working days.", (MANUAL,)),
        ("Five years as a cook.", (COOK,)),
        ("Worked a 7-on/7-off rota on an offshore rig.", (OFFSHORE,)),
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
        ("Maintained 22 lifts in a tower block.", LIFTS),
        ("Kayak guide in Oban, 2016-2019.", SUMMERS),
        ("Reduced order returns from 20% to 10% by rewriting the size guide.", (RETURNS,)),
        ("Restocked 240 bays every night.", (AISLES,)),
        ("Won the county baking final.", (SECOND,)),
        ("Did the linen for seven wards.", (WARDS,)),
        ("Sold 40 kitchens last year.", (QUOTES,)),
        ("Translated a 300-page manual in 12 working days.", (MANUAL,)),
        ("Five years as a night cook.", (COOK,)),
        ("Worked a 14-on/7-off rota on an offshore rig.", (OFFSHORE,)),
    ],
)
def test_what_does_not_follow_is_refused(text: str, lines: tuple[str, ...]) -> None:
    assert not supported(text, *lines)
