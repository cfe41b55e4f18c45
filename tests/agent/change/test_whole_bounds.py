"""A whole resume: what it gives to others, limits or only asks, and what of that reaches a word."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine

RESUME = """Marit Oyelaran
Bergen | marit@example.no
EXPERIENCE
Fjordlab Diagnostics, Laboratory Technician, Mar 2019 – Oct 2024
Sample intake, 240 tubes a day
New analyser: I sat in on two demos, the chief physician and procurement chose
Order list for reagents; the lab manager approves it and holds the budget ($52,000)
Rewrote the intake form, five steps instead of nine
Proficiency tests twice a year, never failed one
Kept the cold room log; no deviations at the 2022 audit
Late results 6% in 2020, 2% in 2023; the transport team changed the van route after my count
Move of the freezer: done by a crew from the supplier, I labelled the boxes
Weeded the slide archive, about 3,100 slides withdrawn
Training of two apprentices
Kiosk at the ferry, Sales Assistant, 2016 – 2018
Coffee and hot dogs
EDUCATION
Bergen College, Biomedical Laboratory Diploma, 2019
COURSES
Phlebotomy refresher, 2021
SKILLS
Excel, LabWare
LANGUAGES
Norwegian, English (B2)
Question: Have you used mass spectrometry? Answer: We had no instrument. I have read about it.
Question: Did you supervise? Answer: In the summer of 2023, two holiday temps. Otherwise no."""
EVIDENCE = [EvidenceLine(ref=str(n), text=text) for n, text in enumerate(RESUME.splitlines())]
POSTING = "Voss Hospital: Senior Laboratory Technician, mass spectrometry, LabVantage. Background in genomics welcome."


def refused(text: str) -> list[str]:
    return [span.text for span in ground(text, EVIDENCE, posting=POSTING, language="en").spans]


@pytest.mark.parametrize(
    "text",
    [
        "Rewrote the intake form, taking it from nine steps to five.",
        "Kept a cold room log that was free of deviations at the 2022 audit.",
        "Weeded about 3,100 slides from the archive.",
        "After my count the transport team changed the van route.",
        "Made the order list for reagents that the lab manager approves.",
    ],
)
def test_a_limit_or_another_deed_reaches_no_further_than_it_is_said(text: str) -> None:
    assert refused(text) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Chose the new analyser.", "Chose"),
        ("Drew up the order list for reagents and managed its $52,000 budget.", "managed"),
        ("Carried out the move of the freezer.", "Carried"),
        ("Ran sample intake and mass spectrometry.", "spectrometry"),
        ("Rewrote the intake form, bringing the budget down on time.", "bringing"),
        ("Took in 240 tubes a day, which kept the clinics happy.", "kept"),
    ],
)
def test_what_others_did_or_nobody_affirmed_is_refused(text: str, claim: str) -> None:
    assert any(claim in span for span in refused(text))


@pytest.mark.parametrize(
    "sentence",
    [
        "I would like to work with you as your next Senior Laboratory Technician.",
        "LabVantage would be new to me; I have worked in LabWare.",
        "I should say plainly that I have not used mass spectrometry.",
        "In a normal week I take in 240 tubes a day.",
        "I would appreciate the chance to talk.",
    ],
)
def test_wishes_and_admissions_claim_nothing(sentence: str) -> None:
    assert refused(f"Dear team,\n\n{sentence}\n\nKind regards,\nMarit Oyelaran") == []


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("My background in clinical genomics would let me start quickly.", "genomics"),
        ("I would be glad to bring my years of experience in forensic toxicology.", "toxicology"),
        ("I would like to bring my experience as a Senior Laboratory Technician to your team.", "Senior"),
    ],
)
def test_a_wish_smuggles_in_no_past(sentence: str, claim: str) -> None:
    assert any(claim in span for span in refused(f"Dear team,\n\n{sentence}\n\nKind regards,\nMarit Oyelaran"))


def test_a_german_each_makes_no_letter() -> None:
    lines = ["Werkstatt am Markt: Mechanikerin, 2019 – 2024", "Inspektion, 12 Wagen je Tag"]
    evidence = [EvidenceLine(ref=str(n), text=text) for n, text in enumerate(lines)]
    verdict = ground("Prüfte 12 Wagen je Tag mit Stufe 3S.", evidence, posting="Hochvolt Stufe 3S", language="de")
    assert [span.text for span in verdict.spans] != []


def test_who_else_planned_is_told_by_a_noun_too() -> None:
    lines = [
        "Meike Osterloh",
        "BERUFSERFAHRUNG",
        "Bücherei Westend: Bibliothekarin, 03/2017 – 08/2024",
        "Umzug des Magazins: Planung durch die Zentrale, ich habe 6.000 Bände verpackt",
        "Vorlesestunde jeden Donnerstag",
        "Betreuung von zwei Praktikantinnen",
        "AUSBILDUNG",
        "Bachelor Bibliothekswesen, Leipzig, 2013",
        "SPRACHEN",
        "Deutsch, Englisch (B2)",
    ]
    evidence = [EvidenceLine(ref=str(n), text=text) for n, text in enumerate(lines)]

    def spans(text: str) -> list[str]:
        return [span.text for span in ground(text, evidence, language="de").spans]

    assert any("Plante" in span for span in spans("Plante den Umzug des Magazins."))
    assert spans("Betreute zwei Praktikantinnen.") == []
