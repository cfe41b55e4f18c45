"""Those who build, make, mend, grow and carry may have their deeds called by the trade's word, never by a bigger one."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def _verdict(said: str, text: str) -> str:
    return ground(text, [EvidenceLine(ref="1", text=said)]).verdict


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Put aside the cracked castings so that nobody used them.", "Quarantined non-conforming castings."),
        ("Pulled the old tiles off two roofs.", "Stripped two roofs."),
        ("Put the older crates in front so they went out first.", "Rotated stock using FIFO."),
        ("Drilled holes in the rock and loaded them with explosive.", "Performed blast-hole drilling."),
        ("Moved the ewes to fresh grass every three days.", "Carried out rotational grazing of ewes."),
        ("Fitted VSDs to two fans.", "Fitted variable-speed drives to two fans."),
    ],
)
def test_the_word_of_the_trade_for_what_was_told(said: str, text: str):
    assert _verdict(said, text) == "supported"


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Crewed on a ferry for three summers.", "Skippered a ferry for three summers."),
        ("Carried slates up to the roofers.", "Laid slates on roofs."),
        ("Cleaned wind turbines.", "Commissioned wind turbines."),
        ("Measured timber on the landing.", "Felled and measured timber on the landing."),
        ("Checked hoses at the fire station.", "Fought fires and checked hoses."),
    ],
)
def test_no_bigger_deed_than_was_told(said: str, text: str):
    assert _verdict(said, text) != "supported"
