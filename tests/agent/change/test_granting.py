"""Whole resumes: what the place of a line, a question or an event settles, and what it never does."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine

RESUME = [
    "Imke Aldous",
    "Porthcawl | imke@example.org",
    "EXPERIENCE",
    "Saltmarsh Reserve, Visitor Ranger, March 2020 – May 2025",
    "Pond workshops for primary schools, four a week",
    "Guided walks on Sundays, by the volunteers",
    "Tern nests found on the spit; 27 so far",
    "Two photographs among the county shortlist, 2022",
    "Boardwalk checked each Monday",
    "The mowing firm did the meadow cuts",
    "Final painting by the electrician",
    "I count the terns, Mr. Pryce is head ranger",
    "Path counters: the analysis was our ecologist's",
    "Rota for the nine path volunteers",
    "AR signs are made in Swansea",
    "Second shift lead on Saturdays, four seasonal rangers",
    "Harbour Cafe, Cook, 2016 – 2019",
    "Soups and cakes",
    "EDUCATION",
    "Cardiff University, BSc Zoology, 2019",
    "CERTIFICATES",
    "Brushcutter and trimmer, 2021",
    "Safeguarding level 3, 2023",
    "Sign language level 1, 2022",
    "IOSH: registered for the exam in spring 2026",
    "LANGUAGES",
    "English, German",
    "Question: Have you used QGIS? Answer: I printed the tern maps from it, twice. The ecologist made the layers.",
    "Question: Do you hold a chainsaw ticket? Answer: No, a colleague took me along on two felling days.",
]


def refused(text: str) -> list[str]:
    evidence = [EvidenceLine(ref=str(number), text=line) for number, line in enumerate(RESUME)]
    return [span.text for span in ground(text, evidence).spans]


@pytest.mark.parametrize(
    "text",
    [
        "Led four pond workshops a week for primary schools.",
        "Certified in brushcutter and trimmer use.",
        "Printed the tern maps from QGIS twice.",
        "Drew up the rota for the nine path volunteers.",
        "Led four seasonal rangers on Saturdays.",
        "Has safeguarding at level 3 and level 1 in sign language.",
        "Found 27 tern nests on the spit.",
        "Took photographs, of which two were among the county shortlist.",
        "Earned a BSc in Zoology at Cardiff University in 2019.",
    ],
)
def test_what_the_resume_settles_is_taken(text: str) -> None:
    assert refused(text) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Led guided walks on Sundays.", "guided"),
        ("Did the meadow cuts and checked the boardwalk each Monday.", "Did"),
        ("Head ranger counting the terns.", "Head"),
        ("Checked the boardwalk each Monday, did the analysis of the path counters.", "did"),
        ("Did the final painting.", "Did"),
        ("Certified in IOSH.", "IOSH"),
        ("Found 37 tern nests on the spit.", "37"),
        ("Took photographs; three were among the county shortlist.", "three"),
        ("Has safeguarding and level 3 in sign language.", "3"),
        ("Made AR signs.", ""),
        ("Made the tern layers in QGIS.", "QGIS"),
        ("Ran felling days with a chainsaw.", "chainsaw"),
        ("Earned a chainsaw ticket in 2021.", "chainsaw"),
    ],
)
def test_what_others_did_or_is_not_finished_stays_refused(text: str, claim: str) -> None:
    assert any(claim in span for span in refused(text)), refused(text)
