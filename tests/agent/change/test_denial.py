"""What a line leaves out, in whatever words, was not done."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def supported(text: str, evidence: str) -> bool:
    return ground(text, [EvidenceLine(ref="1", text=evidence)]).supported


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Everything except payroll was mine.", "Handled everything including payroll."),
        ("Ran all shop systems apart from the website.", "Ran all shop systems and the website."),
        ("Serviced lifts, excluding the goods lift.", "Serviced lifts, including the goods lift."),
        ("Used paper patterns rather than CAD.", "Used paper patterns and CAD."),
        ("Served drinks; the kitchen was not part of my job.", "Served drinks and worked in the kitchen."),
        ("Kept the ledger; tax returns were never my task.", "Kept the ledger and did tax returns."),
        ("Have yet to use Rust at work.", "Used Rust at work."),
        ("Alle Maschinen außer der Fräse bedient.", "Alle Maschinen und die Fräse bedient."),
        ("Toutes les caisses sauf la caisse centrale.", "Toutes les caisses et la caisse centrale."),
    ],
)
def test_refuses_what_a_line_leaves_out(evidence: str, text: str) -> None:
    assert not supported(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Everything except payroll was mine.", "Everything except payroll was mine."),
        ("Ran all shop systems apart from the website.", "Ran the shop systems, apart from the website."),
        ("Used paper patterns rather than CAD.", "Used paper patterns."),
        ("Served drinks; the kitchen was not part of my job.", "Served drinks."),
        ("Helped clients save for retirement.", "Helped clients saving for retirement."),
    ],
)
def test_keeps_what_a_line_does_say(evidence: str, text: str) -> None:
    assert supported(text, evidence)
