"""What is told of a neighbour, of a maker or of the time something happened is not said of the person."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine

FAIR = ["Made quince jelly for the spring fair.", "The fair was named best in Devon in 2016."]
CIDER = ["Kept the accounts of a cider press.", "The press's dry cider took gold at a national show."]
BAND = ["Played the horn in the village band.", "Another band from our village won the cup in 2013."]
COMPANY = ["Support engineer at Farrow Systems.", "The company doubled its sales in 2020."]
HELP = ["Wrote the help pages of a savings app.", "The app has 2 million users."]
NEXT = ["Ran the bar of a small theatre.", "The theatre next door sold out its whole season."]
SKI = ["Waxed skis for the juniors.", "The senior team, under another trainer, won the relay."]
OWN = ["Wrote a chess program in Go.", "The program won the 2015 club contest."]

REROOFED = ["Kept the site tidy while the barn was rebuilt.", "Ran the tea round."]
PRICED = ["Sorted the post while the partners drafted the merger."]
SCANNED = ["Was a porter there when the hospital introduced barcode scanning."]

DRILLS = ["Sold Torvik and Ansa drills at Corley Tool Hire."]
OPTICS = ["Calibrated Lumix microscopes in the lab of Norrland Institute."]
AUDIT = ["Associate at Pell & Co.; audited the books of Harbin Mills."]


def supported(text: str, evidence: list[str]) -> bool:
    return ground(text, [EvidenceLine(ref=str(number), text=line) for number, line in enumerate(evidence)]).supported


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (FAIR, "Made Devon's best quince jelly for the spring fair."),
        (CIDER, "Kept the accounts of a cider press, taking gold at a national show."),
        (BAND, "Played the horn in the village band, winning the cup in 2013."),
        (COMPANY, "Support engineer at Farrow Systems who doubled sales in 2020."),
        (HELP, "Wrote help pages with 2 million users."),
        (SKI, "Waxed skis for the juniors, who won the relay."),
        (REROOFED, "Ran the rebuilding of the barn."),
        (PRICED, "Drafted the merger."),
        (SCANNED, "Introduced barcode scanning at the hospital."),
        (DRILLS, "Sold drills at Ansa."),
        (OPTICS, "Calibrated microscopes at Lumix."),
        (AUDIT, "Associate at Harbin Mills; audited the books."),
    ],
)
def test_what_is_told_of_another_is_refused(evidence: list[str], text: str) -> None:
    assert not supported(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (FAIR, "Made quince jelly for the spring fair named best in Devon."),
        (CIDER, "Kept the accounts of a cider press whose dry cider took gold at a national show."),
        (HELP, "Wrote the help pages of a savings app with 2 million users."),
        (OWN, "Wrote a chess program in Go that won the 2015 club contest."),
        (REROOFED, "Ran the tea round and kept the site tidy during the rebuilding of the barn."),
        (PRICED, "Sorted the post."),
        (DRILLS, "Sold Torvik and Ansa drills for Corley Tool Hire."),
        (OPTICS, "Calibrated Lumix microscopes in the lab of Norrland Institute."),
        (AUDIT, "Audited the books of Harbin Mills as an associate at Pell & Co."),
    ],
)
def test_a_neighbour_may_be_named_with_what_is_its_own(evidence: list[str], text: str) -> None:
    assert supported(text, evidence)
