"""Office, engineering and research work told in everyday words, in both directions."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def _is_supported(text: str, *lines: str) -> bool:
    evidence = [EvidenceLine(ref=str(number), text=line) for number, line in enumerate(lines)]
    return ground(text, evidence, language="en").verdict == "supported"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Kept the list of faults in order so the worst came first.", "Prioritised faults by severity."),
        ("Measured the field for a new hall with a level.", "Carried out a land survey for a new hall with a level."),
        (
            "Worked out how many bricks a wall would take.",
            "Prepared quantity take-offs of bricks for a wall.",
        ),
        ("Asked two printers for a price before we ordered.", "Obtained quotations from two printers."),
        ("Kept the accounts of a dairy in Xero.", "Kept the accounts of a dairy in bookkeeping software."),
        ("Modelled a swimming hall in Revit.", "Modelled a swimming hall in BIM software."),
        ("Cleaned the stables every second week.", "Cleaned the stables fortnightly."),
    ],
)
def test_plain_tellings_bear_out_the_words_of_the_trade(told: str, said: str):
    assert _is_supported(said, told)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Modelled a swimming hall in BIM software.", "Modelled a swimming hall in Revit."),
        ("Asked customers for their postcode.", "Verified customer identity."),
        ("Wrote queries for the stock dashboard.", "Built the stock dashboard."),
        ("Drew icons for the app.", "Developed the app."),
        ("Prepared slides for the owners.", "Presented to the owners."),
        ("Played games with children in the afternoon.", "Conducted playtests with children."),
        ("Took down claims by phone.", "Settled claims by phone."),
    ],
)
def test_what_is_more_special_or_another_deed_is_refused(told: str, said: str):
    assert not _is_supported(said, told)
