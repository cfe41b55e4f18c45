"""Words that stand near each other mean what a resume calls them, whatever is between; another deed between parts them."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def _verdict(said: str, text: str) -> str:
    return ground(text, [EvidenceLine(ref="1", text=said)]).verdict


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Pulled nearly all of the tired swimmers out of the sea.", "Carried out water rescues of swimmers."),
        ("Two tired swimmers were pulled out of the sea.", "Carried out water rescues of two swimmers."),
    ],
)
def test_what_stands_between_does_not_part_a_scene(said: str, text: str):
    assert _verdict(said, text) == "supported"


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Taught swimmers and pulled the boats out of the sea.", "Carried out water rescues of swimmers."),
        ("Pulled the boats out of the sea and taught swimmers.", "Carried out water rescues of swimmers."),
        ("Never pulled swimmers out of the sea.", "Carried out water rescues of swimmers."),
        ("Pulled boats out of the sea. The swimmers were taught.", "Carried out water rescues of swimmers."),
    ],
)
def test_a_scene_is_one_deed_that_was_done(said: str, text: str):
    assert _verdict(said, text) != "supported"
