"""Everyday words for work, and the words a resume says for the same; each family with the lies that look like it."""

from __future__ import annotations

import pytest

from agent.change import lexicon
from agent.change.ground import ground
from agent.change.model import EvidenceLine


def _is_supported(said: str, text: str) -> bool:
    return ground(text, [EvidenceLine(source="resume", ref="1", text=said)]).verdict == "supported"


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (
            "Chased up late payers by phone for a glazier in Leeds.",
            "Pursued late payers by phone for a glazier in Leeds.",
        ),
        ("Brought the price list up to date each spring.", "Updated the price list each spring."),
        ("Put off two product launches in 2020.", "Postponed two product launches in 2020."),
        ("Let parents know about late buses.", "Notified parents of late buses."),
        ("Tracked down missing parcels for online shops.", "Located missing parcels for online shops."),
        ("Stood in for the head cook on Mondays.", "Deputised for the head cook on Mondays."),
        ("Put books back on the shelves of a school library.", "Reshelved books in a school library."),
        ("Joined up two customer lists in Excel.", "Merged two customer lists in Excel."),
        ("Paid the week's takings in at the bank.", "Deposited the week's takings at the bank."),
        ("Found homes for stray dogs in Bristol.", "Secured homes for stray dogs in Bristol."),
        ("Turned away underage buyers at a wine shop.", "Refused underage buyers at a wine shop."),
    ],
)
def test_a_plain_deed_is_said_in_the_words_of_a_resume(said: str, text: str) -> None:
    assert _is_supported(said, text)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Chased up late payers by phone for a glazier.", "Sued late payers for a glazier."),
        ("Put aside faulty parts on the bench.", "Manufactured faulty parts on the bench."),
        ("Got hold of rare parts for vintage cars.", "Manufactured rare parts for vintage cars."),
        (
            "Saw about 20 patients a day at a walk-in clinic.",
            "Operated on about 20 patients a day at a walk-in clinic.",
        ),
        ("Put books back on the shelves of a school library.", "Catalogued books of a school library."),
        ("Took notes at board meetings.", "Chaired board meetings."),
        ("Put forward ideas for savings.", "Implemented ideas for savings."),
        ("Put in for a council grant.", "Won a council grant."),
    ],
)
def test_another_deed_is_not_the_plain_one(said: str, text: str) -> None:
    assert not _is_supported(said, text)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (
            "Started a homework club at the library in 2018, still running.",
            "Founded a homework club at the library in 2018.",
        ),
        ("Set up a youth choir in the parish and played the piano.", "Established a youth choir in the parish."),
        ("Tracked down missing parcels for online shops.", "Found missing parcels for online shops."),
    ],
)
def test_who_began_a_thing_may_be_said_to_have_founded_it(said: str, text: str) -> None:
    assert _is_supported(said, text)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Helped set up a youth choir in the parish.", "Founded a youth choir in the parish."),
        ("Started at the homework club in 2018.", "Founded the homework club in 2018."),
        ("Joined the homework club when it was set up in 2018.", "Founded the homework club in 2018."),
        ("Ran the homework club at the library.", "Founded the homework club at the library."),
    ],
)
def test_who_joined_or_helped_founded_nothing(said: str, text: str) -> None:
    assert not _is_supported(said, text)


def test_what_stands_beside_an_equals_sign_means_each_but_they_not_each_other() -> None:
    pairs = [set(meaning.phrases) for meaning in lexicon.meanings() if "chase up" in meaning.phrases]
    assert {"chase up", "pursue"} in pairs
    assert not any({"pursue", "remind"} <= pair for pair in pairs)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Noted how much diesel each truck used.", "Recorded diesel consumption of each truck."),
        ("Handled moans from guests at a campsite.", "Handled complaints from guests at a campsite."),
        ("Wrote to people who rent flats about repairs.", "Wrote to tenants about repairs."),
        ("Planned trips for pupils of two schools.", "Planned excursions for pupils of two schools."),
        ("Worked the late shift at a bakery in Ulm.", "Worked evenings at a bakery in Ulm."),
        ("Moved the archive upstairs because of damp.", "Moved the archive upstairs due to damp."),
        ("Worked at home for a publisher of maps.", "Worked remotely for a publisher of maps."),
        ("Ran the archive of a museum on my own.", "Independently ran the archive of a museum."),
    ],
)
def test_plain_things_times_and_manners_have_their_words_too(said: str, text: str) -> None:
    assert _is_supported(said, text)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Noted how much diesel each truck used.", "Reduced diesel consumption of each truck."),
        ("Visited farms in Devon now and then.", "Visited farms in Devon weekly."),
        ("Worked the late shift at a bakery in Ulm.", "Led the late shift at a bakery in Ulm."),
        ("Cared for people with a chronic illness.", "Cared for people with diabetes."),
        ("Worked near the border on a farm.", "Worked near the border on a vineyard."),
        ("Sold cheap flights by phone.", "Sold luxury flights by phone."),
    ],
)
def test_plain_things_are_made_no_more_special(said: str, text: str) -> None:
    assert not _is_supported(said, text)


def test_a_fault_looked_for_is_not_repaired() -> None:
    assert not _is_supported("Looked for leaks in pipes.", "Repaired leaks in pipes.")


def test_what_was_cleaned_is_not_sterile_for_that() -> None:
    assert not _is_supported(
        "Cleaned instruments at a dentist's in Ely.", "Sterilized instruments at a dentist's in Ely."
    )


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Visited farms in Kent every other week.", "Visited farms in Kent weekly."),
        ("Wrote to members every other month.", "Wrote to members monthly."),
        ("Walked the line every second hour.", "Walked the line hourly."),
        ("Checked pumps every second year.", "Checked pumps annually."),
    ],
)
def test_every_other_week_is_not_every_week(said: str, text: str) -> None:
    assert not _is_supported(said, text)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Visited farms in Kent every other week.", "Visited farms in Kent fortnightly."),
        ("Visited farms in Kent every single week.", "Visited farms in Kent weekly."),
        ("Each month wrote to members.", "Wrote monthly to members."),
        ("Checked pumps once a year.", "Conducted annual checks of pumps."),
    ],
)
def test_how_often_may_be_said_in_another_word(said: str, text: str) -> None:
    assert _is_supported(said, text)
