"""What was planned, tried, begun or once valid is not what was done, ended or holds."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine

DIPLOMA = "Bookkeeper, studying for the ATEC Level 3 diploma; three of five units passed."


def supported(text: str, evidence: str) -> bool:
    return ground(text, [EvidenceLine(ref="0", text=evidence)]).supported


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (DIPLOMA, "Bookkeeper with an ATEC Level 3 diploma."),
        (DIPLOMA, "Holder of the ATEC Level 3 diploma."),
        ("Electrician's mate; NVQ Level 2 in progress.", "Electrician's mate with NVQ Level 2."),
        ("PMP exam scheduled for June.", "PMP."),
        ("Left the MSc in Geology after one year.", "MSc in Geology."),
        ("Held a forklift licence until 2019.", "Forklift licence."),
        ("Planned to open a second shop; it never opened.", "Opened a second shop."),
        ("Would have taken over the orchard in spring.", "Took over the orchard in spring."),
        ("Was asked to lead the refit but declined.", "Led the refit."),
        ("Tried to repair the old clock, without success.", "Repaired the old clock."),
        ("Almost finished a book on bees.", "Finished a book on bees."),
        ("Hoped to teach pottery.", "Taught pottery."),
        ("Two years of a law degree, then left.", "Law degree."),
        ("Started a welding apprenticeship in 2020 and stopped in 2021.", "Completed a welding apprenticeship."),
        ("Revising for the CISSP; test date not fixed yet.", "Holds the CISSP."),
        ("Half of the credits for a BA in History.", "BA in History."),
        ("Knows the theory of beekeeping only.", "Practical beekeeping."),
        ("Looking for a first job in nursing.", "Experience in nursing."),
        ("Planned a tour that was cancelled.", "Ran a tour."),
        ("Learning Polish.", "Polish speaker."),
        ("Cleaned non-clinical areas of the ward every night.", "Cleaned clinical areas of the ward every night."),
        ("Used to speak Danish.", "Speaks Danish."),
        ("Moved the files.", "Moved the files without downtime."),
    ],
)
def test_a_limit_may_not_be_dropped(evidence: str, text: str):
    assert not supported(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (DIPLOMA, "Passed three of the five units of the ATEC Level 3 diploma."),
        (DIPLOMA, "Bookkeeper working towards the ATEC Level 3 diploma."),
        ("Forklift licence expired in 2021.", "Held a forklift licence until 2021."),
        ("Planned to open a second shop; it never opened.", "Planned to open a second shop."),
        ("My job was to sort donations and price them.", "Sorted and priced donations."),
        ("Nearly 300 guests a night.", "Served nearly 300 guests a night."),
        ("Checked the beds looking for slugs.", "Checked the beds for slugs."),
        ("Shelved returns and issued cards.", "Issued cards and shelved returns."),
        ("Rejected cracked lids on the line.", "Sorted out cracked lids on the line."),
        ("Packed 300 boxes, of which 4 were rejected.", "Packed 300 boxes."),
        ("Every newcomer sat beside me for a week to learn the till.", "Showed newcomers the till for a week."),
        ("Left the bakery in 2019 and opened a café.", "Opened a café in 2019."),
    ],
)
def test_a_limit_that_is_kept_or_none_is_no_lie(evidence: str, text: str):
    assert supported(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Drafted non-disclosure agreements for every client in Leeds.", "Drafted NDAs for each client in Leeds."),
        ("Ran non-destructive tests on weld seams at the yard in Kiel.", "Ran NDT on weld seams at the Kiel yard."),
    ],
)
def test_a_word_that_begins_with_a_negation_denies_nothing_after_it(evidence: str, text: str) -> None:
    assert supported(text, evidence)
