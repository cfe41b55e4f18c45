"""Duties that every trade has, told in everyday words, and the lies that look like them."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def _is_supported(said: str, text: str) -> bool:
    return ground(text, [EvidenceLine(source="resume", ref="1", text=said)]).verdict == "supported"


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Wrote down in a book what the next shift had to know.", "Kept a shift handover log."),
        ("Found someone to step in whenever a baker called in sick.", "Arranged cover for baker absences."),
        ("Counted everything in the cellar at the end of the month.", "Conducted month-end stocktakes of the cellar."),
        ("Wrote a report every time someone was hurt or nearly hurt.", "Reported injuries and near misses."),
        ("Listed what could go wrong with each job.", "Conducted risk assessments for each job."),
        ("Counted the money in the till at night.", "Cashed up nightly."),
        ("Wrote down what was said and decided at the meetings.", "Took meeting minutes."),
        ("Was in charge whenever the head gardener was away.", "Deputised for the head gardener."),
        ("Asked three printers for their prices before ordering.", "Obtained three printers' quotes before ordering."),
        ("Put the post on the right desks.", "Distributed mail."),
        ("Took messages when colleagues were out.", "Took messages for absent colleagues."),
        ("Kept the price list up to date.", "Updated the price list."),
    ],
)
def test_a_duty_is_said_by_its_name(said: str, text: str) -> None:
    assert _is_supported(said, text)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Sat in on the Monday briefing.", "Led the Monday briefing."),
        ("Wrote down every complaint.", "Resolved every complaint."),
        ("Counted the shelves once a month.", "Conducted weekly stocktakes."),
        ("Wore a helmet on the scaffold.", "Enforced helmet rules on the scaffold."),
        ("Rang members who had stopped coming.", "Won back members who had stopped coming."),
        ("Put machines together from the drawings.", "Designed machines."),
        ("Rang customers after the job to ask how it went.", "Checked patient satisfaction after the job."),
        ("Wrote a small macro so that nobody had to copy figures.", "Wrote a Python script to copy figures."),
        ("Turned the lights off and locked the shop.", "Performed lockout/tagout in the shop."),
        ("Put the tools nearest to the bench.", "Put the tools nearest to the bench, speeding up assembly."),
        ("Sold tickets at the window.", "Box office manager selling tickets."),
    ],
)
def test_a_duty_is_made_no_greater(said: str, text: str) -> None:
    assert not _is_supported(said, text)
