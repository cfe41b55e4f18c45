"""Those who serve, feed, clean, tend, play and deliver may have their deeds called by the posting's nouns, never by a bigger one."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def _verdict(said: str, text: str) -> str:
    return ground(text, [EvidenceLine(ref="1", text=said)]).verdict


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (
            "Rang diners the week after to ask whether they had liked the meal.",
            "Made follow-up calls to collect diners' feedback.",
        ),
        ("Took bookings in Resy.", "Took bookings in a reservation system."),
        ("Looked after a kennel of forty dogs.", "Cared for dogs at a kennel housing 40 dogs."),
        ("Sanded the doors down before painting.", "Prepared doors by sanding before painting."),
        ("Swapped the menu around when prawns did not come.", "Adapted the menu when prawns did not arrive."),
        ("Put heat detectors in twelve shops.", "Installed heat detectors in 12 shops."),
        ("Kept a card for each client with the shades I had mixed.", "Maintained client records of shades mixed."),
        ("Ran the lights for a touring dance show.", "Operated lighting for a touring dance show."),
    ],
)
def test_the_noun_of_the_posting_for_what_was_told(said: str, text: str):
    assert _verdict(said, text) == "supported"


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Marked which oaks were to come down.", "Felled marked oaks."),
        ("Took bookings in a reservation system.", "Took bookings in Resy."),
        ("Looked at a dog's chip to find its owner.", "Microchipped dogs."),
        ("Ironed tablecloths every evening.", "Wove and ironed tablecloths every evening."),
        ("Started cars with flat batteries.", "Towed cars with flat batteries."),
        ("Wrote the menu cards for the hotel.", "Designed the menu cards for the hotel."),
    ],
)
def test_no_bigger_deed_than_was_told(said: str, text: str):
    assert _verdict(said, text) != "supported"
