"""What people of software, data and networks tell in everyday words is found under the trade's own words, and nothing else."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def _is_supported(text: str, told: str) -> bool:
    return ground(text, [EvidenceLine(source="resume", ref="1", text=told)]).verdict == "supported"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Wrote Node services.", "Wrote Node.js services."),
        ("Ran the company's NodeJS back end.", "Ran the company's Node backend."),
        ("Broke our one big program into small ones.", "Decomposed the monolith into microservices."),
        ("Shared the visitors out over four servers.", "Implemented load balancing across four servers."),
        ("Turned off everything on the servers that nobody needed.", "Performed server hardening."),
        ("Scanned servers with Nessus.", "Scanned servers with a vulnerability scanner."),
        ("Wrote the PRD.", "Wrote the product requirements document."),
        ("Gave people new passwords when they were locked out.", "Performed password resets for locked-out users."),
        (
            "Watched eight people try to book a ticket and noted where they got stuck.",
            "Conducted usability testing with eight participants.",
        ),
    ],
)
def test_the_trade_s_word_stands_for_the_telling(told: str, said: str) -> None:
    assert _is_supported(said, told)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Wrote Node services.", "Wrote Next.js services."),
        ("Fixed computers at a school.", "Fixed laptops at a school."),
        ("Split the customers in two queues.", "A/B tested the customer queue."),
        ("Used a message broker.", "Used Kafka."),
        ("Watched a colleague test the app with visitors.", "Conducted usability tests of the app with visitors."),
        ("Helped while my boss set up the servers.", "Set up the servers."),
        ("Drew the screens on paper.", "Drew the screens on paper and ran usability tests."),
    ],
)
def test_a_special_thing_or_another_s_deed_is_not_told(told: str, said: str) -> None:
    assert not _is_supported(said, told)
