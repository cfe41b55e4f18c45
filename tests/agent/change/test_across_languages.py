"""What evidence in another language says, by the dictionary: titles, tools, places and deeds, no more and no less."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def _stands(text: str, *evidence: str) -> bool:
    lines = [EvidenceLine(ref=str(number), text=line) for number, line in enumerate(evidence)]
    return ground(text, lines).supported


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Verantwortlich für die Wäscherei eines Hotels", "Responsible for the laundry of a hotel."),
        ("Vendeuse dans une galerie marchande de Metz", "Sales assistant at a shopping mall in Metz."),
        ("Solo atendía llamadas entrantes, unas 70 por turno", "Handled only inbound calls, about 70 per shift."),
        ("Worked as a night porter at a hotel in Jena.", "Nachtportier in einem Hotel in Jena"),
        ("Encargada del comedor escolar con dos ayudantes", "In charge of the school dining hall with two assistants."),
    ],
)
def test_a_translation_is_borne_out(evidence: str, text: str) -> None:
    assert _stands(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Réparation d'appareils dans un atelier", "Repaired dishwashers in a workshop."),
        ("Mozo de almacén en una fábrica de conservas", "Warehouse manager at a cannery."),
        ("Mitarbeit in der Wäscherei eines Hotels", "Led the laundry of a hotel."),
        ("Soldadura de tubos en un astillero", "Welded pipes at a steelworks."),
    ],
)
def test_what_the_other_language_does_not_say_is_refused(evidence: str, text: str) -> None:
    assert not _stands(text, evidence)
