"""What a text says came of a deed must be in the lines about the deed."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine

RESUME = [
    "Community Centre Worker, Alder House, 2018 - 2024",
    "Film nights, four a year, with the youth council",
    "Swapped the paper sign-in for tablets; the queue shrank from 20 people to 4",
    "Member of the volunteers' forum",
    "Kept the key register",
    "Stacked chairs",
    "Watered the plants",
    "First aid course, 2022",
    "English, Tamil",
]


def supported(text: str) -> bool:
    return ground(
        text, [EvidenceLine(source="resume", ref=str(n), text=line) for n, line in enumerate(RESUME)]
    ).supported


@pytest.mark.parametrize(
    "text",
    [
        "Ran four film nights a year with the youth council.",
        "Swapped the paper sign-in for tablets, which shrank the queue from 20 people to 4.",
        "Held film nights with the youth council, which ran four times a year.",
        "Swapped the paper sign-in for tablets, so the queue shrank from 20 people to 4.",
    ],
)
def test_clause_that_the_deeds_own_line_bears_out_passes(text: str) -> None:
    assert supported(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ran four film nights a year with the youth council, which have brought many new members.",
        "Kept the key register, which made the volunteers' forum safer.",
        "Kept the key register, so nothing got lost.",
    ],
)
def test_clause_of_consequences_that_no_line_tells_is_refused(text: str) -> None:
    assert not supported(text)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Site: 140 people, 9,000 parcels a day", "Sorted 9,000 parcels a day."),
        ("Corvell Paints ($61M revenue, 240 employees), Sales Clerk, 2019 - 2023", "Grew sales to $61M."),
    ],
)
def test_numbers_of_the_employer_are_not_the_persons(line: str, text: str) -> None:
    lines = [
        EvidenceLine(source="resume", ref=str(n), text=each)
        for n, each in enumerate([line, "Sorted parcels", "Sales by phone"])
    ]
    assert not ground(text, lines).supported


def test_numbers_of_the_employer_may_be_said_of_the_employer() -> None:
    lines = [
        EvidenceLine(source="resume", ref=str(n), text=each)
        for n, each in enumerate(["Site: 140 people, 9,000 parcels a day", "Sorted parcels"])
    ]
    assert ground("Sorted parcels at a site of 140 people.", lines).supported
