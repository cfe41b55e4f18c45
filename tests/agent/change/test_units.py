"""Units and large round numbers in their many spellings, and those that are not the same."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine

START = "Cut the boot time of the kiosk from 5.1 seconds to 700 milliseconds."
TYPING = "Took dictation at eighty words a minute."
SACKS = "Carried sacks of up to fifty pounds."
OVEN = "Fired the kiln at 1,200 degrees Celsius."
TURF = "Laid 900 square metres of turf and 40 m of edging."
ARCHIVE = "Moved two terabytes of drawings to the new server."
GRAIN = "Dried three quarters of a million bushels of grain a season."
FLYERS = "Repartí medio millar de folletos."
BOTTLES = "Eine halbe Million Flaschen abgefüllt."
VISITS = "Ran a site with one and a half million visits a month."


def supported(text: str, line: str, language: str = "en") -> bool:
    return ground(text, [EvidenceLine(source="resume", ref="1", text=line)], language=language).supported


@pytest.mark.parametrize(
    ("text", "line", "language"),
    [
        ("Cut the boot time of the kiosk from 5.1 s to 0.7 s.", START, "en"),
        ("Cut the boot time of the kiosk from 5.1s to 700ms.", START, "en"),
        ("Took dictation at 80 wpm.", TYPING, "en"),
        ("Carried sacks of up to 50 lb.", SACKS, "en"),
        ("Carried sacks of up to 50lb.", SACKS, "en"),
        ("Fired the kiln at 1,200 °C.", OVEN, "en"),
        ("Laid 900 m² of turf and 40 metres of edging.", TURF, "en"),
        ("Moved 2 TB of drawings to the new server.", ARCHIVE, "en"),
        ("Dried 750,000 bushels of grain a season.", GRAIN, "en"),
        ("Repartí 500 folletos.", FLYERS, "es"),
        ("500.000 Flaschen abgefüllt.", BOTTLES, "de"),
        ("Ran a site with 1.5 million visits a month.", VISITS, "en"),
    ],
)
def test_the_same_in_other_units(text: str, line: str, language: str) -> None:
    assert supported(text, line, language)


@pytest.mark.parametrize(
    ("text", "line", "language"),
    [
        ("Cut the boot time of the kiosk from 5.1 s to 0.07 s.", START, "en"),
        ("Took dictation at 80 rpm.", TYPING, "en"),
        ("Carried sacks of up to 50 kg.", SACKS, "en"),
        ("Fired the kiln at 1,200 °F.", OVEN, "en"),
        ("Laid 900 m² of edging.", TURF, "en"),
        ("Moved 2 GB of drawings to the new server.", ARCHIVE, "en"),
        ("Dried 1,750,000 bushels of grain a season.", GRAIN, "en"),
        ("Repartí 5.000 folletos.", FLYERS, "es"),
        ("Eine Million Flaschen abgefüllt.", BOTTLES, "de"),
        ("Ran a site with 2.5 million visits a month.", VISITS, "en"),
    ],
)
def test_another_number_in_other_units_is_refused(text: str, line: str, language: str) -> None:
    assert not supported(text, line, language)
