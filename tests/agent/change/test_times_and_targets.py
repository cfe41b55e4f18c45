"""Times of day in words, nth weekdays of a month, targets, bills, success rates, and spans that ended."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine

SALTING = ("Salting quota of 20 hams a day.", "Hams salted from Monday to Thursday: 22, 19, 25, 24.")
GRANTS = ("Raised three grants for the mill.", "The grants were $4,000, $6,500 and $2,500.")
BACKUP = ("Rewrote the backup.", "It used to end at 6 a.m.; now it ends at 4 a.m.")


def supported(text: str, evidence: tuple[str, ...]) -> bool:
    return ground(text, [EvidenceLine(ref=str(n), text=line) for n, line in enumerate(evidence)]).supported


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (("Rang the bell at half past five each morning.",), "Rang the bell at 5:30 a.m. each morning."),
        (
            ("Lit the kiln at 3 a.m. so that it was hot when we opened at 8.",),
            "Lit the kiln before the 8 a.m. opening.",
        ),
        (("Ran the toy library on Sundays from 10 to 1.",), "Ran the toy library three hours every Sunday."),
        (("Read the weather at six.",), "Read the six o'clock weather."),
        (BACKUP, "Rewrote the backup so that it ends two hours earlier."),
        (("Held a seed swap on the last Sunday of each month.",), "Held a seed swap every last Sunday of the month."),
        (
            ("Held a seed swap every third Tuesday of the month.",),
            "Held a seed swap on the third Tuesday of each month.",
        ),
        (SALTING, "Beat the daily salting quota on three of four days."),
        (GRANTS, "Raised $13,000 for the mill through three grants."),
        (("Sold 40 nest boxes at $15 each.",), "Sold 40 nest boxes for $600."),
        (("Of the 40 claims I filed, 34 were granted and 6 refused.",), "Filed 40 claims with an 85% success rate."),
        (("Emptied the archive within 90 days.",), "Emptied the archive within three months."),
        (("Brought torn pages down from 6 in 100 to 2 in 100.",), "Brought torn pages down from 6% to 2%."),
        (("Warden, Ardle Fen, since May 2015; the fen is still open.",), "Warden, Ardle Fen, May 2015 to date."),
    ],
)
def test_what_follows(evidence: tuple[str, ...], text: str) -> None:
    assert supported(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (("Rang the bell at half past five each morning.",), "Rang the bell at 5:15 a.m. each morning."),
        (
            ("Lit the kiln at 3 a.m. so that it was hot when we opened at 8.",),
            "Lit the kiln before the 8 p.m. opening.",
        ),
        (("Ran the toy library on Sundays from 10 to 1.",), "Ran the toy library four hours every Sunday."),
        (BACKUP, "Rewrote the backup so that it ends two hours later."),
        (("Held a seed swap on the last Sunday of each month.",), "Held a seed swap every Sunday."),
        (("Held a seed swap on the last Sunday of each month.",), "Held a seed swap every first Sunday of the month."),
        (("Held a seed swap every second Monday.",), "Held a seed swap every Monday."),
        (SALTING, "Beat the daily salting quota on all four days."),
        (SALTING, "Beat the salting quota every day from Monday to Thursday."),
        (GRANTS, "Raised $14,000 for the mill through three grants."),
        (("Sold 40 nest boxes at $15 each.",), "Sold 40 nest boxes for $1,500."),
        (("Of the 40 claims I filed, 34 were refused and 6 granted.",), "Filed 40 claims with an 85% success rate."),
        (("Of the 40 claims I filed, 34 were granted.",), "Filed 74 claims."),
        (("Emptied the archive within 90 days.",), "Emptied the archive within two months."),
        (
            ("Warden, Ardle Fen, since May 2015 on a lease that ended in May 2016",),
            "Warden, Ardle Fen, May 2015 to date.",
        ),
        (
            ("Warden, Ardle Fen, since May 2015; the fen closed in June 2017.",),
            "Warden, Ardle Fen, May 2015 – present.",
        ),
        (("Began at Ardle Fen in May 2015, laid off in June 2017.",), "At Ardle Fen since May 2015."),
    ],
)
def test_what_does_not(evidence: tuple[str, ...], text: str) -> None:
    assert not supported(text, evidence)


FERRY = ("The crossing took 50 minutes before and 35 after I dredged the channel.",)
CAMPS = ("Ran two camps: the first had 35 children, the second 42.",)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (FERRY, "Dredged the channel, which made the crossing 15 minutes faster."),
        (CAMPS, "Ran two camps for 77 children."),
        (("Boats caulked: four in 2016, five in 2017, nine in 2018.",), "Caulked 18 boats from 2016 to 2018."),
        (("Each of my three rounds had 40 farms.",), "Visited 120 farms on three rounds."),
        (("We lost 6 of our 40 members that winter.",), "Kept 85% of members that winter."),
        (("Won 12 games and lost 3 as coach.",), "Coach with an 80% win rate."),
        (("Finished second out of 90 in the ploughing match.",), "Placed 2nd of 90 in the ploughing match."),
        (("Posted abroad from 1 February to 31 July 2018.",), "Posted abroad for six months in 2018."),
        (("Rang the desk at quarter past nine each night.",), "Rang the desk at 9:15 p.m. each night."),
    ],
)
def test_what_follows_of_parts_and_lists(evidence: tuple[str, ...], text: str) -> None:
    assert supported(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (FERRY, "Dredged the channel, which made the crossing 15 minutes longer."),
        (CAMPS, "Ran 77 camps."),
        (("Each of my three rounds had 40 farms.",), "Visited 40 farms on three rounds."),
        (("We lost 6 of our 40 members that winter.",), "Lost 85% of members that winter."),
        (("Of 900 letters in the attic I listed 600.",), "Listed 900 letters."),
        (("My section went from 9 to 14 people in 2020.",), "Added 14 people to my section in 2020."),
        (("Picker, Ardle Farm, seasons 2014 and 2017",), "Picker, Ardle Farm, 2014–2017."),
        (("Worked at the mill for three years.",), "Worked at the mill for one year."),
        (("Cooked up to 60 covers a night.",), "Cooked over 60 covers a night."),
    ],
)
def test_what_does_not_of_parts_and_lists(evidence: tuple[str, ...], text: str) -> None:
    assert not supported(text, evidence)


TAKINGS = ("Took €310 on Friday, €480 on Saturday and €260 on Sunday.",)
VANS = ("Sold 3 vans in Leeds and 2 in York.",)
SPOILT = ("The kiln's target was to stay under 4% spoilt.", "My firings in April: 3.1%, 3.8%, 4.6%, 3.5%.")


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (TAKINGS, "Took €1,050 from Friday to Sunday."),
        (VANS, "Sold 5 vans across Leeds and York."),
        (("Two stays of six months each at a seed bank.",), "One year of stays at a seed bank."),
        (("Sold 90 passes at €35 and 40 at €20.",), "Sold 130 passes worth €3,950."),
        (("Drilled the cadets on Monday, Wednesday and Friday.",), "Drilled the cadets three times a week."),
        (("Half the staff of 32 talk Welsh.",), "16 of the 32 staff talk Welsh."),
        (("Cut setup from an hour and a half to 45 minutes.",), "Halved setup, to 45 minutes."),
    ],
)
def test_what_follows_of_places_and_prices(evidence: tuple[str, ...], text: str) -> None:
    assert supported(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (TAKINGS, "Took €1,050 on Saturday."),
        (VANS, "Sold 5 vans in Leeds."),
        (("Two stays of six months each at a seed bank.",), "Two years of stays at a seed bank."),
        (("Sold 90 passes at €35 and 40 at €20.",), "Sold passes worth €7,150."),
        (("Drilled the cadets on Monday, Wednesday and Friday.",), "Drilled the cadets four times a week."),
        (("Half the staff of 32 talk Welsh.",), "32 staff talk Welsh."),
        (SPOILT, "Missed the target on three of four firings in April."),
        (("Draughtsman at Ardle Yard until it closed in 2013",), "Draughtsman at Ardle Yard since 2013."),
        (("Tester, Ardle Mill, 2016; again in 2019",), "Tester, Ardle Mill, 2016–2019."),
    ],
)
def test_what_does_not_of_places_and_prices(evidence: tuple[str, ...], text: str) -> None:
    assert not supported(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (("Posted the bulletin on alternate Tuesdays.",), "Posted the bulletin every other Tuesday."),
        (("Drilled for six months, three days a week.",), "Drilled three times weekly for half a year."),
        (("Taught Ines, Paul, Dana and Yusuf, all first-year vets.",), "Taught four first-year vets."),
        (("Took 18 samples per dive on 25 dives.",), "Took 450 samples over 25 dives."),
        (("Quarterly audits of 60 sites.",), "Audited 60 sites four times a year."),
    ],
)
def test_what_follows_of_how_often(evidence: tuple[str, ...], text: str) -> None:
    assert supported(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (("Posted the bulletin on alternate Tuesdays.",), "Posted the bulletin every Tuesday."),
        (("Refereed two matches every weekend for ten weekends.",), "Refereed 20 matches every weekend."),
        (("Pulled 120 carts in May, up from 80 in April.",), "Pulled 120 more carts in May than in April."),
        (("Ran 4 sites with up to 300 users.",), "Ran 4 sites with over 300 users."),
    ],
)
def test_what_does_not_of_how_often(evidence: tuple[str, ...], text: str) -> None:
    assert not supported(text, evidence)
