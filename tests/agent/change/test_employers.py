"""Who paid and where the work was are two things."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine

GUARD = "Security guard for Sentra Guarding, posted to the Maldon Gallery."
SHELVES = "Visual merchandiser, Larkfield Displays; set up shelves inside Orbeck supermarkets."
REFINERY = "Electrician with Voltrane Services, on site at the Brixley refinery for two years."
LIFTS = "Technician at Lumo Lifts, servicing lifts at St Agnes Hospital."
KITCHEN = "Kitchen porter with Crestline Catering on the Northmoor University contract."
PARCELS = "Delivered parcels for Quickhop as a subcontractor to Rendal Post."
MASON = "Stonemason with Orrin Masonry, a subcontractor of Ridley Builders; worked on the new library."
RIDER = "Rider for a franchise partner of QuickBowl."
AGENCY = "Agency nurse through Perrin Staffing, shifts at Saint Odile Hospital."
REINIGUNG = "Reinigungskraft bei Blitzblank GmbH, eingesetzt im Museum Elster."
CAMARERA = "Camarera de la empresa Servihogar, destinada al Hotel Miramar."


def supported(text: str, evidence: str) -> bool:
    return ground(text, [EvidenceLine(ref="0", text=evidence)]).supported


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (GUARD, "Security guard employed by the Maldon Gallery."),
        (GUARD, "Permanent employee of the Maldon Gallery."),
        (GUARD, "Maldon Gallery staff security guard."),
        (GUARD, "On the staff of the Maldon Gallery as a guard."),
        (SHELVES, "Visual merchandiser at Orbeck, setting up shelves."),
        (SHELVES, "Orbeck visual merchandiser."),
        (REFINERY, "Electrician employed by the Brixley refinery for two years."),
        (LIFTS, "Technician at St Agnes Hospital, servicing lifts."),
        (LIFTS, "Lift technician for St Agnes Hospital."),
        (KITCHEN, "Kitchen porter employed by Northmoor University."),
        (PARCELS, "Employed by Rendal Post to deliver parcels."),
        (MASON, "Worked on the new library as a stonemason employed by Ridley Builders."),
        (MASON, "Stonemason at Ridley Builders."),
        (RIDER, "Rider employed directly by QuickBowl."),
        (AGENCY, "Nurse employed by Saint Odile Hospital."),
        (AGENCY, "Staff nurse at Saint Odile Hospital."),
        (REINIGUNG, "Reinigungskraft, angestellt beim Museum Elster."),
        (CAMARERA, "Camarera contratada por el Hotel Miramar."),
    ],
)
def test_a_client_or_a_place_of_work_is_no_employer(evidence: str, text: str):
    assert not supported(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (GUARD, "Security guard posted to the Maldon Gallery by Sentra Guarding."),
        (GUARD, "Security guard at Sentra Guarding, posted to the Maldon Gallery."),
        (SHELVES, "Visual merchandiser at Larkfield Displays, setting up shelves inside Orbeck supermarkets."),
        (REFINERY, "Electrician with Voltrane Services, two years on site at the Brixley refinery."),
        (LIFTS, "Serviced lifts at St Agnes Hospital for Lumo Lifts."),
        (KITCHEN, "Kitchen porter at Crestline Catering."),
        (MASON, "Stonemason at Orrin Masonry, working on the new library."),
        ("Joiner at Ridley Builders, 2011-2014.", "Joiner employed by Ridley Builders, 2011-2014."),
        (AGENCY, "Agency nurse with Perrin Staffing, working shifts at Saint Odile Hospital."),
        (REINIGUNG, "Reinigungskraft der Blitzblank GmbH, eingesetzt im Museum Elster."),
        ("Nurse at Calder House, 2015-2018.", "Employed by Calder House as a nurse, 2015-2018."),
        ("Baker, Krume & Co, 2012-2014", "Baker at Krume & Co, 2012-2014."),
    ],
)
def test_the_employer_may_be_named_in_any_way(evidence: str, text: str):
    assert supported(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Built kiosks at Framo Interiors for Gale Coffee.", "Built kiosks at Gale Coffee."),
        ("Trainee optician", "Optician"),
        ("Ski patroller, Mount Elder, December to March", "Ski patroller, Mount Elder, year-round"),
        ("Night porter, seasonal", "Night porter with a permanent contract"),
    ],
)
def test_a_client_a_trainee_and_a_season_stay_what_they_are(evidence: str, text: str):
    assert not supported(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Built kiosks at Framo Interiors for Gale Coffee.", "Built Gale Coffee kiosks at Framo Interiors."),
        ("Trainee optician", "Trainee optician."),
        ("Ski patroller, open all year round", "Ski patroller, year-round"),
        ("I was promoted from cashier to shift lead in 2020.", "Shift lead since 2020, promoted from cashier."),
    ],
)
def test_the_same_may_be_told_in_another_order(evidence: str, text: str):
    assert supported(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "lie"),
    [
        (
            "Swimming teacher at the leisure centre, where the Otters team practises.",
            "Swimming teacher for the Otters team.",
        ),
        ("Plasterer with Moss & Sons on the Granby job (main contractor: Tarrant).", "Plasterer with Tarrant."),
        ("Developer at Quillet, a startup that was sold to Ferrow Systems.", "Developer at Ferrow Systems."),
        ("Internship at Lumo, a spin-off of the University of Tarn.", "Internship at the University of Tarn."),
        ("Sales assistant in a boutique selling Armani and Kenzo.", "Sales assistant at Armani."),
        ("Cleaner for Spotless Ltd, posted to the Ardent Bank head office.", "Cleaner employed by Ardent Bank."),
        ("MSc Chemistry, University of Leeds, with an exchange year at ETH Zurich.", "MSc Chemistry, ETH Zurich."),
        ("BSc Nursing, Hull University; summer school at Oslo University.", "BSc Nursing, Oslo University."),
    ],
)
def test_who_is_named_in_passing_is_neither_employer_nor_school(evidence, lie):
    assert not supported(lie, evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Cook at the Harbour Inn, where I worked for Paolo Rizzi.", "Cook at the Harbour Inn."),
        ("Developer at Quillet, a startup that was sold to Ferrow Systems.", "Developer at Quillet."),
        ("Research assistant to Professor Lee at Oxford.", "Research assistant at Oxford."),
        ("BA History with an exchange semester, Ghent University, 2015", "BA History, Ghent University, 2015."),
        ("MSc Chemistry, University of Leeds, with an exchange year at ETH Zurich.", "Exchange year at ETH Zurich."),
    ],
)
def test_the_employer_and_the_school_themselves_are_held(evidence, text):
    assert supported(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "lie"),
    [
        (
            "Physio intern at the Dorn clinic, supervised by staff of the Lenz Institute.",
            "Physio intern at the Lenz Institute.",
        ),
        (
            "Agent de sécurité chez Gardia, affecté au site de l'usine Morel.",
            "Agent de sécurité employé par l'usine Morel.",
        ),
        ("Kellner im Café Sol, gegenüber vom Hotel Adler", "Kellner im Hotel Adler"),
    ],
)
def test_who_guides_or_stands_beside_is_no_employer(evidence, lie):
    assert not supported(lie, evidence)
