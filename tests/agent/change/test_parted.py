"""Verbs of two words whose thing stands between them."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine


@pytest.mark.parametrize(
    ("said", "text", "supported"),
    [
        ("Called the autumn tour off.", "Cancelled the autumn tour.", True),
        ("Kept glass and paper apart.", "Separated glass from paper.", True),
        ("Put the two concerts off when the hall flooded.", "Postponed the two concerts when the hall flooded.", True),
        ("Called the office off Main Street.", "Cancelled the office.", False),
        ("Did not call the autumn tour off.", "Cancelled the autumn tour.", False),
    ],
)
def test_a_parted_verb_says_what_the_whole_one_does(said: str, text: str, *, supported: bool) -> None:
    assert ground(text, [EvidenceLine(ref="a", text=said)]).supported is supported
