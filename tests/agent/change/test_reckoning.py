"""Numbers counted in another time, averages, what was left after costs, and things counted that are only named."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine

CLASSES = ["Gave 3 sewing classes a day, six days a week."]
RUNS = ["Carried mail 12 miles twice a day."]
LETTERS = ["Wrote about 20 letters a week for members."]
SURVEYS = ["Surveyed 360 gardens over 30 days."]
ROOFS = ["Thatched 8 roofs in 2012, 10 in 2013 and 12 in 2014."]
FAIR = ["Ran the craft fair: took £2,900 from stalls and £700 from teas, spent £600."]
ROUTES = ["Milk round, route 4, 2006–2009", "Milk round, route 11, 2009–2014"]
SCHOOLS = ["Cook, Lowfield School, Sept 2012 – July 2016", "Cook, Hartside School, Sept 2016 – July 2019"]
WELLS = ["Dug 14 wells, 5 of them by hand."]


def supported(text: str, lines: list[str]) -> bool:
    return ground(text, [EvidenceLine(ref=str(n), text=line) for n, line in enumerate(lines)]).supported


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Gave 18 sewing classes a week.", CLASSES),
        ("Carried mail 24 miles a day.", RUNS),
        ("Wrote roughly 80 letters a month for members.", LETTERS),
        ("Surveyed an average of 12 gardens a day.", SURVEYS),
        ("Thatched 30 roofs over three years.", ROOFS),
        ("Thatched 10 roofs a year on average.", ROOFS),
        ("Ran a craft fair that netted £3,000 on takings of £3,600.", FAIR),
        ("Ran a craft fair that made £3,000 after costs.", FAIR),
        ("Ran a milk round on two routes over eight years (2006–2014).", ROUTES),
        ("Cook at two schools for seven school years.", SCHOOLS),
        ("Dug 14 wells, five of them by hand.", WELLS),
    ],
)
def test_what_can_be_reckoned_is_supported(text: str, lines: list[str]) -> None:
    assert supported(text, lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Gave 21 sewing classes a week.", CLASSES),
        ("Gave 18 sewing classes a day.", CLASSES),
        ("Carried mail 24 miles an hour.", RUNS),
        ("Wrote roughly 200 letters a month for members.", LETTERS),
        ("Surveyed an average of 12 gardens an hour.", SURVEYS),
        ("Surveyed 360 gardens a month.", SURVEYS),
        ("Averaged 360 gardens over 30 days.", SURVEYS),
        ("Thatched 30 roofs in 2013.", ROOFS),
        ("Thatched 30 roofs a year.", ROOFS),
        ("Ran a craft fair that netted £3,600.", FAIR),
        ("Ran a craft fair that made £3,600 after costs.", FAIR),
        ("Ran a milk round on three routes.", ROUTES),
        ("Cook at four schools.", SCHOOLS),
        ("Cook at two schools for nine school years.", SCHOOLS),
        ("Dug 14 wells by hand.", WELLS),
    ],
)
def test_what_comes_out_otherwise_is_refused(text: str, lines: list[str]) -> None:
    assert not supported(text, lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Sexton for seven years at two churches.",
            ["Sexton, Aldric Church, 2001–2005", "Sexton, Wyn Church, 2005–2008"],
        ),
        (
            "Kept bees at Hollin Farm for four years.",
            ["Kept bees, Hollin Farm, 2001–2005", "Kept bees, Wyn Farm, 2005–2008"],
        ),
        ("Painted hundreds of tiles.", ["Painted 640 tiles."]),
        ("Answered for a five-figure budget.", ["Answered for a budget of £32,000."]),
        ("Loaded three barges with 360 crates in all.", ["Loaded three barges, 120 crates each."]),
        ("Drove almost 200 km a day.", ["Drove 120 miles a day."]),
        ("Cut drying from 5 hours to 30 minutes, by 90%.", ["Drying: 5 hours before my rack, 30 minutes after."]),
        ("Second-fastest of the packers.", ["Second fastest of the packers."]),
        ("Warden at Holm Fell (2018–present).", ["Warden at Holm Fell since 2018."]),
    ],
)
def test_what_follows_from_dates_and_sizes_is_supported(text: str, lines: list[str]) -> None:
    assert supported(text, lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Kept bees at Hollin Farm for seven years.",
            ["Kept bees, Hollin Farm, 2001–2005", "Kept bees, Wyn Farm, 2005–2008"],
        ),
        ("Painted thousands of tiles.", ["Painted 640 tiles."]),
        ("Answered for a six-figure budget.", ["Answered for a budget of £32,000."]),
        ("Loaded three barges with 360 crates each.", ["Loaded three barges, 120 crates each."]),
        ("Drove 120 km a day.", ["Drove 120 miles a day."]),
        ("Fastest of the packers.", ["Second fastest of the packers."]),
        ("Sent 90 parcels, all on time.", ["Sent 90 parcels, 4 of them late."]),
        ("Led a crew of 14.", ["Led a crew of 8 and a choir of 6."]),
        ("Raised over £5,000 with a fair and a raffle.", ["Raised £4,100 with a fair and £600 with a raffle."]),
        ("Warden at Holm Fell (2015–present).", ["Warden at Holm Fell since 2018."]),
    ],
)
def test_what_dates_and_sizes_contradict_is_refused(text: str, lines: list[str]) -> None:
    assert not supported(text, lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Kept 28 hives.", ["Kept 20 hives in the orchard and 8 in the meadow."]),
        ("Sewed up to nine sails.", ["Sewed 4 sails on weekdays and 9 at weekends."]),
        ("Over a decade as a lockkeeper.", ["Lockkeeper, Wyn Canal, 2001–2013"]),
        ("Answered about 48 calls a shift.", ["Answered 6 calls an hour on 8-hour shifts."]),
        ("Fired 400 pots with a 5% breakage rate.", ["Fired 400 pots, of which 20 were lost to breakage."]),
        ("Verger, September 2010 to August 2015.", ["Verger, 09/2010 – 08/2015"]),
    ],
)
def test_what_is_told_in_few_words_is_supported(text: str, lines: list[str]) -> None:
    assert supported(text, lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Trained 25 owls.", ["Trained 16 owls and 9 hawks."]),
        ("Sewed nine sails on weekdays.", ["Sewed 4 sails on weekdays and 9 at weekends."]),
        ("Nearly a decade as a lockkeeper.", ["Lockkeeper, Wyn Canal, 2001–2004"]),
        ("Gave 26 talks in each of 13 towns.", ["Gave 26 talks in 13 towns."]),
        ("Verger, June 2010 to August 2015.", ["Verger, 09/2010 – 08/2015"]),
    ],
)
def test_what_few_words_do_not_tell_is_refused(text: str, lines: list[str]) -> None:
    assert not supported(text, lines)
