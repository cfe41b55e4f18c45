"""What a whole resume leaves to others, and whose a number is: neither becomes the person's own."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine

YARD = (
    "EXPERIENCE",
    "Ferry Lane Boatyard, Shipwright, March 2016 - May 2023",
    "Planked clinker dinghies; the fibreglass hulls were another crew",
    "Own orders 40,000 dollars in 2022 (yard: 310,000 dollars)",
    "Rework 9% in 2019, 4% in 2022 (my bay); yard as a whole 7% in 2022",
    "64 masts varnished, about half of them by me",
    "Rigging: I splice the ropes, a licensed surveyor certifies",
    "The spray booth is a contractor's, I booked the slots for it",
    "Two other joiners did the teak decks",
    "Steam box rebuilt in 2020",
    "Taught caulking to three apprentices",
    "SKILLS",
    "Caulking, steam bending",
    "Question: Who orders timber? Answer: The timber list sits with the office. I measure the stock.",
)
WERFT = (
    "BERUFSERFAHRUNG",
    "Bootswerft Nordufer GmbH, Husum: Bootsbauerin, April 2016 – Mai 2023",
    "Angebote schrieb der Meister, ich lieferte die Maße",
    "Masten stellte eine Fremdfirma",
    "Planken und Spanten aus Lärche",
    "Deck von zwölf Jollen erneuert",
    "Lager jeden Freitag aufgeräumt",
    "Lehrlinge im Kalfatern angeleitet",
    "KENNTNISSE",
    "Kalfatern, Dampfbiegen",
)


def doubted(text: str, evidence: tuple[str, ...]) -> str:
    verdict = ground(text, [EvidenceLine(ref=str(n), text=line) for n, line in enumerate(evidence)])
    return " | ".join(span.text for span in verdict.spans)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Planked clinker dinghies and fibreglass hulls.", "fibreglass"),
        ("Spliced ropes and certified the rigging.", "certified"),
        ("Booked slots and built the spray booth.", "spray"),
        ("Planked dinghies and teak decks.", "teak"),
        ("Measured the stock and the timber list.", "timber"),
        ("Placed orders of $310,000 in 2022.", "310,000"),
        ("Brought rework across the yard from 9% to 4%.", "yard"),
        ("Varnished 64 masts.", "64"),
    ],
)
def test_what_others_have_is_not_the_persons(text: str, word: str) -> None:
    assert word in doubted(text, YARD)


@pytest.mark.parametrize(
    "text",
    [
        "Planked clinker dinghies while another crew built the fibreglass hulls.",
        "Spliced ropes for the rigging, which a licensed surveyor certified.",
        "Booked the slots for the spray booth.",
        "Placed orders of $40,000 in 2022.",
        "Brought rework in her bay from 9% in 2019 to 4% in 2022.",
        "Varnished about half of 64 masts.",
        "Taught caulking to three apprentices.",
    ],
)
def test_what_is_the_persons_own_stays(text: str) -> None:
    assert doubted(text, YARD) == ""


@pytest.mark.parametrize(
    ("text", "word"),
    [("Übernahm Planken, Spanten und Angebote.", "Angebote"), ("Erneuerte Planken und Masten.", "Masten")],
)
def test_subjects_after_their_verb_hold_what_stands_before(text: str, word: str) -> None:
    assert word in doubted(text, WERFT)


def test_the_persons_own_in_german_stays() -> None:
    assert doubted("Lieferte die Maße und erneuerte das Deck von zwölf Jollen.", WERFT) == ""


@pytest.mark.parametrize(
    ("line", "text", "word"),
    [
        (
            "Sea trials: I logged the speed, engineering wrote the report",
            "Logged speed and wrote the report.",
            "report",
        ),
        ("At work the foundry crew does the keels", "Planked clinker dinghies and keels.", "keels"),
    ],
)
def test_departments_and_crews_are_others(line: str, text: str, word: str) -> None:
    assert word in doubted(text, (*YARD[:8], line, *YARD[8:])) or "wrote" in doubted(text, (*YARD[:8], line, *YARD[8:]))


def test_a_group_named_as_the_persons_own_is_not_all() -> None:
    text = "Brought rework down from 9% in 2019 to 4% in 2022 in her bay of the yard, which as a whole stood at 7%."
    assert "4%" not in doubted(text, YARD)
