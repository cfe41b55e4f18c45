"""Deeds told in a clause with a subject of its own are that subject's, not the person's."""

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def _supported(text: str, *lines: str) -> bool:
    return ground(text, [EvidenceLine(ref=str(number), text=line) for number, line in enumerate(lines)]).supported


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Asked for a longer lunch menu that the cook then wrote and priced.", "Wrote and priced a longer lunch menu."),
        ("Painted the boat before a rigger fitted the mast.", "Painted the boat and fitted the mast."),
        ("Cleaned the pews which two carpenters had built.", "Built and cleaned the pews."),
        ("Photographed the saddles our uncle made.", "Made and photographed saddles."),
        ("Wanted a second oven, which the owner bought a year later.", "Wanted and bought a second oven."),
        ("Checked the drawings that were drawn up by the surveyor.", "Drew up and checked the drawings."),
        ("Poured tea at the fair where the foundation raised £900.", "Raised £900 at the foundation's fair."),
    ],
)
def test_a_deed_of_a_clauses_own_subject_is_not_the_persons(line: str, text: str) -> None:
    assert not _supported(text, line)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (
            "Tested the ticket app that two contractors had built and wrote the manual.",
            "Wrote the manual of the ticket app.",
        ),
        ("Painted the boat before a rigger fitted the mast.", "Painted a boat before the mast was fitted by a rigger."),
        ("Kept the register while the clerk was away and filed the forms.", "Kept the register and filed forms."),
        ("Put up new prices whenever a supplier changed them.", "Updated prices."),
        ("Mended the nets that I had made.", "Made and mended nets."),
    ],
)
def test_what_the_person_did_beside_such_a_clause_stays_theirs(line: str, text: str) -> None:
    assert _supported(text, line)


def test_what_a_sentence_with_yet_to_denies_reaches_past_to_be() -> None:
    assert not _supported("Certified in lift rescue.", "Trained in lift rescue but have yet to be certified.")


def test_a_denial_by_a_noun_denies_its_verb() -> None:
    assert not _supported("Built and painted sheds.", "Built sheds; did not do paintwork or painting.")


def test_a_place_where_one_only_used_something_is_no_school_or_employer() -> None:
    line = "Doctoral student at the University of Lund, using telescope time at ORBIS."
    assert not _supported("Doctoral student at ORBIS.", line)
    assert _supported("Doctoral student at the University of Lund using telescope time at ORBIS.", line)
