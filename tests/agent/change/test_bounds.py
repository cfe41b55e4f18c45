"""How exactly a number is meant, its currency, and shares said in words."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def supported(text: str, line: str) -> bool:
    return ground(text, [EvidenceLine(ref="1", text=line)]).supported


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Cooked for as many as 90 guests.", "Cooked for up to 90 guests."),
        ("Cooked for no more than 90 guests.", "Cooked for up to 90 guests."),
        ("Held at least four drills a year.", "Held a minimum of 4 drills a year."),
        ("Answered for a till of EUR 2,300.", "Answered for a till of €2,300."),
        ("Gestion d'un budget de 420 000 € avec le chef.", "Budget de 420 k€ géré avec le chef."),
        ("One in five callers bought a ticket.", "20% of callers bought a ticket."),
        ("Nine out of ten parcels arrived on time.", "90% of parcels arrived on time."),
    ],
)
def test_the_same_bound_sum_or_share_is_supported(text: str, line: str) -> None:
    assert supported(text, line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Cooked for at least 90 guests.", "Cooked for up to 90 guests."),
        ("Cooked for 90 or more guests.", "Cooked for up to 90 guests."),
        ("Held up to four drills a year.", "Held a minimum of 4 drills a year."),
        ("Answered for a till of GBP 2,300.", "Answered for a till of €2,300."),
        ("Gestion d'un budget de 4,2 M€ avec le chef.", "Budget de 420 k€ géré avec le chef."),
        ("One in three callers bought a ticket.", "20% of callers bought a ticket."),
        ("Nine out of ten parcels arrived on time.", "80% of parcels arrived on time."),
    ],
)
def test_another_bound_sum_or_share_is_refused(text: str, line: str) -> None:
    assert not supported(text, line)
