"""Times of day, a week as seven days, and how much of a year."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def supported(text: str, evidence: str) -> bool:
    return ground(text, [EvidenceLine(ref="0", text=evidence)]).supported


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Worked the 21:00-05:00 shift in the signal box.", "Worked the 9 pm to 5 am shift in the signal box."),
        ("Staffed the desk from 14:30 to 22:30.", "Staffed the desk from 2:30 p.m. to 10:30 p.m."),
        ("Opened the pool at 6 in the morning.", "Opened the pool at 6 a.m."),
        ("Opened the pool at 05:45.", "Opened the pool at 5:45 am."),
        ("Answered half of the letters within a week.", "Answered half of the letters within 7 days."),
        ("Clerk at Ardle Mill for fifteen months.", "Clerk at Ardle Mill for over a year."),
        ("Clerk, Ardle Mill, Mar 2018 - Sep 2019", "Clerk at Ardle Mill for more than a year."),
        ("Taught three parts of the course to 20 cadets.", "Taught three parts of the course to 20 cadets in all."),
        ("Dug three and a half kilometres of drain.", "Dug 3.5 km of drain."),
        (
            "Cut the page's answer from 1.8 seconds to 400 milliseconds.",
            "Cut the page's answer from 1,800 ms to 0.4 s.",
        ),
        ("Brought the error rate down from 7% to 4%.", "Brought the error rate down by 3 percentage points."),
        ("Fed otters and parrots.", "Fed animals."),
        ("Packed the eggs by hand and weighed each one.", "Packed the eggs by hand and weighed every egg."),
        ("Porter, Mill Hotel, Jan 2022 - Dec 2022", "Porter at the Mill Hotel throughout 2022."),
    ],
)
def test_the_same_time_otherwise(evidence: str, text: str) -> None:
    assert supported(text, evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Worked the 21:00-05:00 shift in the signal box.", "Worked the 9 am to 5 pm shift in the signal box."),
        ("Opened the pool at 6 in the evening.", "Opened the pool at 6 a.m."),
        ("Opened the pool at 05:45.", "Opened the pool at 5:15 am."),
        ("Opened the pool at 05:45.", "Opened 5 pools."),
        ("Brought the error rate down from 7% to 4%.", "Brought the error rate down from 7% to 3%."),
        (
            "Cut the page's answer from 1.8 seconds to 400 milliseconds.",
            "Cut the page's answer from 1,800 ms to 0.2 s.",
        ),
        ("Fed animals.", "Fed otters."),
        ("Clerk at Ardle Mill for ten months.", "Clerk at Ardle Mill for over a year."),
        ("Freelance sign painter; two boards for Ardle Mill.", "Two boards as a staff sign painter at Ardle Mill."),
        ("Cuidado de animales en un refugio municipal", "Cared for horses at a municipal shelter."),
        ("Answered half of the letters within a week.", "Answered half of the letters within 5 days."),
        ("Planted nearly 2,000 bulbs with pupils in 2021.", "Planted over 2,000 bulbs with pupils in 2021."),
        ("Porter, Mill Hotel, six weeks in autumn 2022", "Porter at the Mill Hotel throughout 2022."),
    ],
)
def test_another_time(evidence: str, text: str) -> None:
    assert not supported(text, evidence)
