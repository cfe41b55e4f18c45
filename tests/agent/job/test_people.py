"""Requirements to lead or to teach people at work, in whatever words a resume tells of it."""

from __future__ import annotations

from datetime import date

import pytest

from agent.job.labels.people import label_people, wanted_of
from agent.job.plain import read_plain
from agent.job.reading import Reading, read_lines

DAY = date(2026, 6, 1)


def reading(*lines: str, title: str = "Sail Maker") -> Reading:
    text = "\n".join(["Ada Kvist", "", "WORK", f"{title}, Marl & Tide, Bergen", "May 2019 - Present", *lines])
    return read_lines(read_plain(text), (), DAY)


@pytest.mark.parametrize(
    ("asked", "told", "label"),
    [
        ("Train new sail makers", "- Showed five newcomers how to cut a panel.", "met"),
        ("Train new sail makers", "- Cut panels for two lofts.", "missing"),
        ("Mentor junior designers", "- Teach the half-day refresher to new hires.", "partial"),
        ("Mentor junior designers", "- Coached the under-14 rowing team.", "partial"),
        ("Lead a crew of 12 riggers", "- Led a crew of four on refits.", "partial"),
        ("Lead a crew of 12 riggers", "- Led a crew of eleven on refits.", "met"),
        ("Lead a crew of 12 riggers", "- Worked in a crew of twelve on refits.", "missing"),
        ("Supervise two cutters", "- Order cloth and thread, with one helper.", "partial"),
        ("Supervise two cutters", "- Trained three cutters.", "partial"),
        ("Supervise two cutters", "- Trained three cutters. No direct reports so far.", "missing"),
        ("Supervise apprentices", "- Look after the apprentice each spring.", "met"),
        ("Train and roster casual staff", "- Trained nine stitchers.", "partial"),
        ("Lead freelancers", "- Brief two freelance illustrators each month.", "partial"),
        ("Line management", "- Supervised a student for a summer.", "partial"),
    ],
)
def test_people_are_led_taught_or_less(asked: str, told: str, label: str) -> None:
    found = label_people(asked, reading(told))
    assert found is not None
    assert found.label == label


@pytest.mark.parametrize(
    ("title", "label"), [("Loft Foreman", "met"), ("Account Manager", "missing"), ("Lead Cutter", "met")]
)
def test_a_title_tells_of_people_unless_it_leads_a_thing(title: str, label: str) -> None:
    found = label_people("Supervise staff", reading("- Cut panels.", title=title))
    assert found is not None
    assert found.label == label


@pytest.mark.parametrize(
    "asked",
    ["Lead employee relations investigations", "Manage payroll for 85 people", "Train users on the new system", "Teach students chemistry"],
)  # fmt: skip
def test_other_things_led_and_other_people_taught_are_no_matter_of_staff(asked: str) -> None:
    assert wanted_of(asked) is None
