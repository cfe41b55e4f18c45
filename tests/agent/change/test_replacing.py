"""A plain word in the place of the evidence's own, and words that only look like it."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine

POST = "Every morning I went through the incoming post and put what was urgent on top for the two partners."
FARMS = "Went round forty farms in Devon each spring and took soil samples for the county lab."
TISSUE = "Labelled the tissue blocks in the freezer and checked the list against the ward's records every Friday."
STABLE = "Looked after the animals in the stable at the county school farm."


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (POST, "Sorted the incoming post each morning and queued what was urgent for the two partners."),
        (FARMS, "Visited forty farms in Devon each spring to gather soil samples for the county lab."),
        (TISSUE, "Labelled the tissue blocks in the freezer and matched the list with the ward's records."),
    ],
)
def test_word_in_the_place_of_the_lines_own_is_no_new_claim(line: str, text: str) -> None:
    assert ground(text, [EvidenceLine(source="resume", ref="1", text=line)]).verdict == "supported"


@pytest.mark.parametrize(
    ("line", "text", "added"),
    [
        (
            TISSUE,
            "Labelled the tissue blocks in the government freezer and checked the list against the ward's records.",
            "government",
        ),
        (STABLE, "Looked after the ponies in the stable at the county school farm.", "ponies"),
        (
            "Seasonal ranger at the Marlow caves, summers of 2014 and 2015, showing school classes the way.",
            "Year-round ranger at the Marlow caves, 2014-2015, showing school classes the way.",
            "round",
        ),
        (
            "Moved the paintings between the cold stores and the two galleries in Leeds by van.",
            "Safely moved the paintings between the stores and the two galleries in Leeds.",
            "Safely",
        ),
    ],
)
def test_word_that_adds_narrows_or_tells_how_is_refused(line: str, text: str, added: str) -> None:
    verdict = ground(text, [EvidenceLine(source="resume", ref="1", text=line)])
    assert not verdict.supported
    assert any(added in span.text for span in verdict.spans)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Painted the walls of the old school in Ely.", "Plastered the walls of the old school in Ely."),
        ("Cleaned the boilers of the laundry each night.", "Inspected the boilers of the laundry each night."),
        ("Took coats at the opera house.", "Sang at the opera house."),
        ("Treated sprains at the clinic.", "Treated fractures at the clinic."),
    ],
)
def test_another_case_of_the_same_thing_is_another_thing(line: str, text: str) -> None:
    assert not ground(text, [EvidenceLine(source="resume", ref="1", text=line)]).supported


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (
            "Put out fresh stock every evening and turned the older dates to the front.",
            "Replenished stock nightly, moving older dates to the front.",
        ),
        (
            "Went to see every farm that bought from us once a season.",
            "Conducted seasonal visits to all farms that purchased from us.",
        ),
    ],
)
def test_what_is_left_of_a_sentence_said_otherwise_is_no_new_claim(line: str, text: str) -> None:
    assert ground(text, [EvidenceLine(source="resume", ref="1", text=line)]).supported


@pytest.mark.parametrize(
    ("line", "text", "added"),
    [
        ("Kept spruce and pine trees on the estate.", "Kept spruce and larch trees on the estate.", "larch"),
        ("Fed the birds of a town aviary.", "Fed the flamingos of a town aviary.", "flamingos"),
        (
            "Fixed the pumps of the laundry each night.",
            "Repaired the pumps of the hospital laundry nightly.",
            "hospital",
        ),
    ],
)
def test_narrower_word_is_refused_though_no_row_names_it(line: str, text: str, added: str) -> None:
    verdict = ground(text, [EvidenceLine(source="resume", ref="1", text=line)])
    assert not verdict.supported
    assert any(added in span.text for span in verdict.spans)


def test_the_kind_of_a_thing_may_stand_for_it() -> None:
    line = EvidenceLine(source="resume", ref="1", text="Fed the flamingos and sparrows of a town aviary.")
    assert ground("Fed the birds of a town aviary.", [line]).supported
