"""Duties and skills against what is half of them, done in somebody's place, practised on no real thing, or told elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from agent.job.match import match
from agent.job.plain import read_plain
from tests.agent.job.resumes import ask

DAY = date(2026, 6, 1)


def label(asked: str, *lines: str) -> str:
    text = "\n".join(["Ada Kvist", "", "WORK", "Sail Maker, Marl & Tide, Bergen", "May 2019 - Present", *lines])
    return match([ask(asked)], read_plain(text), today=DAY).matches[0].label


@pytest.mark.parametrize(
    ("asked", "told", "expected"),
    [
        ("Write the weekly schedule", "- Schedules on paper when the foreman is away.", "partial"),
        ("Write the weekly schedule", "- Schedules on paper, every Friday.", "met"),
        ("Write the schedule when the foreman is away", "- Schedules on paper when the foreman is away.", "met"),
        ("Full charge of the loft", "- Second in charge of the loft, six benches.", "partial"),
        ("Sewing machine repair", "- Sewing machine repair: only on the practice board at school.", "partial"),
        ("Embroidery", "- Embroidery: free email course with badge.", "partial"),
        ("Embroidery", "- Embroidery is not my place: I can hem and that's about it.", "partial"),
        ("Google Ads", "- Google Ads has been with an agency throughout.", "partial"),
        ("Load testing of ropes", "- Rope tables; the engineers do load testing.", "missing"),
        ("Video production", "- Posters and leaflets; we have not done video.", "missing"),
        ("Sail repair in coastal waters", "- Sail repairs and splices in two lofts.", "met"),
        ("Good spreadsheet skills, including formulas", "- Spreadsheet of all orders (lists, no formulas).", "partial"),
        ("Keep the calendar of deadlines", "- Keep the calendar of deadlines; no missed deadlines so far.", "met"),
        ("Repair residential and commercial awnings", "- Repair awnings for homeowners.", "partial"),
        ("Repair residential and commercial awnings", "- Repair awnings for homes and commercial fronts.", "met"),
        ("Repair 60 awnings a month", "- Repair 20 awnings a month.", "partial"),
        ("Repair 60 awnings a month", "- Repair 45 awnings a month.", "met"),
        ("Spinnakers", "- Mainsails and jibs; spinnakers only on placement.", "partial"),
        ("Mainsails", "- Mainsails and jibs; spinnakers only on placement.", "met"),
        ("Canvas covers", "- Canvas covers for my partner's boat.", "partial"),
        ("Litigated claims", "- Measure storm damage. Litigated claims go to the lawyers.", "missing"),
        ("Technical recruiting", "- Recruit seamstresses and apprentices.", "missing"),
        ("Technical recruiting", "- Technical recruiting: hired four software developers.", "met"),
        (
            "Workplace investigations",
            "- Ran 41 workplace investigations; wrote it all up and sat in on the talks.",
            "met",
        ),
    ],
)
def test_how_far_a_duty_is_shown(asked: str, told: str, expected: str) -> None:
    assert label(asked, told) == expected


def test_what_is_owned_is_so_beside_work_too() -> None:
    assert label("Own hand tools", "- Cut panels.", "", "ELSEWHERE", "I keep my own hand tools and a dog.") == "met"
