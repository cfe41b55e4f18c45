"""A verb of doing before the name of a whole deed: "managed lost property" for what was found, kept and sent back."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def _supported(said: str, text: str) -> bool:
    return ground(text, [EvidenceLine(ref="a", text=said)]).supported


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Sent out bills and chased customers who hadn't paid.", "Managed accounts receivable."),
        ("Kept the things passengers left behind and sent them on.", "Managed lost property."),
        ("Decided who got to see the directors and when.", "Managed executive calendars."),
        ("Noted all gifts to councillors in a list.", "Maintained the register of gifts to councillors."),
    ],
)
def test_a_verb_of_doing_carries_a_deed_that_is_told(said: str, text: str) -> None:
    assert _supported(said, text)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Milked cows for a farmer.", "Managed a dairy farm."),
        ("Typed in 200 supplier bills a week.", "Managed the accounts payable department."),
        ("Kept the turbines turning.", "Managed the power station's operations."),
        ("Told the night nurse what had happened with each patient.", "Led shift handovers."),
        ("Did not send bills or chase customers who hadn't paid; the office did.", "Managed accounts receivable."),
        ("Watched a colleague send bills and chase customers who hadn't paid.", "Managed accounts receivable."),
    ],
)
def test_a_place_people_or_anothers_deed_is_not_run_by_it(said: str, text: str) -> None:
    assert not _supported(said, text)


@pytest.mark.parametrize(
    ("said", "text", "supported"),
    [
        ("Looked for payments that seemed odd.", "Monitored payments for fraud.", True),
        ("Wrote down who wanted a table when.", "Took reservations.", True),
        ("Talked to customers who wanted to cancel.", "Retained customers who wanted to cancel.", False),
    ],
)
def test_a_state_does_not_part_a_deed_from_its_things(said: str, text: str, *, supported: bool) -> None:
    assert _supported(said, text) is supported


@pytest.mark.parametrize(
    ("said", "text", "supported"),
    [
        ("Went through the log files to see if anything had failed.", "Reviewed log files for failures.", True),
        ("The pump had no manual, so I wrote one.", "Wrote a manual for the pump.", True),
        ("The pump had no manual, so the maker sent one.", "Wrote a manual for the pump.", False),
        ("Failed the exam for the licence.", "Passed the exam for the licence.", False),
        ("Held bake sales to pay for the trip.", "Organised fundraising events.", True),
        ("Sold tickets for the school's raffle.", "Organised fundraising events.", False),
    ],
)
def test_what_failed_or_lacked_and_who_saw_to_it(said: str, text: str, *, supported: bool) -> None:
    assert _supported(said, text) is supported
