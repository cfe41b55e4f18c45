"""A deed put beside those of the evidence is not one of them in other words."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def supported(text: str, *evidence: str) -> bool:
    return ground(text, [EvidenceLine(ref=str(number), text=line) for number, line in enumerate(evidence)]).supported


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Washed and brushed ponies at a riding school.", "Washed, brushed and shod ponies at a riding school."),
        ("Pruned and watered vines for a grower.", "Pruned, watered and grafted vines for a grower."),
        ("Set and framed prints in a print shop.", "Set, framed and hung prints in a print shop."),
        ("Filed and copied deeds for a notary.", "Filed, copied and witnessed deeds for a notary."),
        ("Trimmed and oiled chains, about 30 a day.", "Trimmed and oiled chains and forged links, about 30 a day."),
        (
            "Answered letters and kept the rota at a print shop.",
            "Answered letters, kept the rota and cast lead type at a print shop.",
        ),
        (
            "Put numbers on the lockers at a swimming pool.",
            "Put numbers on the lockers at a swimming pool, ending mix-ups.",
        ),
    ],
)
def test_one_deed_more_is_refused(evidence: str, text: str) -> None:
    assert not supported(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Washed and brushed ponies at a riding school.", "Brushed and washed ponies at a riding school."),
        ("Bought and prepared vegetables for a canteen.", "Purchased and prepared vegetables for a canteen."),
        (
            "Swapped out worn belts and changed filters over to the new type.",
            "Replaced worn belts and changed filters.",
        ),
        ("Filed and copied deeds for a notary.", "Handled filing and copying of deeds for a notary."),
        ("Hulled and brought rice to the mill.", "Hulled rice and delivered it to the mill."),
        ("Mended torn nets and cleaned them.", "Repaired and cleaned torn nets."),
    ],
)
def test_the_same_deeds_in_other_words_pass(evidence: str, text: str) -> None:
    assert supported(text, evidence)
