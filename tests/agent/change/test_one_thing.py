"""Two lines about one thing make one statement; a number goes with the thing its line tells it of."""

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def _supported(text: str, *lines: str) -> bool:
    return ground(text, [EvidenceLine(ref=str(number), text=line) for number, line in enumerate(lines)]).supported


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Taught a first-aid course attended by 60 nurses.",
            ("Taught a course on first aid.", "60 nurses attended it."),
        ),
        (
            "Organised the choir's annual jumble sale, which raised £900 for a new piano last year.",
            ("Organised the annual jumble sale for the choir.", "Last year's sale raised £900 for a new piano."),
        ),
        (
            "Painted a map series for the port's harbour trail, printed in six languages.",
            ("Painted a map series for the port's harbour trail.", "The series was printed in six languages."),
        ),
    ],
)
def test_a_line_that_takes_up_the_one_before_it_adds_to_it(text: str, lines: tuple[str, ...]) -> None:
    assert _supported(text, *lines)


@pytest.mark.parametrize(
    "text",
    [
        "Ran the pub quiz for the school, drawing 700 visitors.",
        "Ran the pub quiz for the school and drew 700 visitors.",
    ],
)
def test_what_one_event_drew_was_not_drawn_by_another(text: str) -> None:
    lines = ("Ran the boat race for the parish, drawing 700 visitors.", "Ran the pub quiz for the school.")
    assert not _supported(text, *lines)
    assert _supported("Ran the boat race for the parish, drawing 700 visitors, and a pub quiz.", *lines)


def test_things_of_a_list_are_all_done_by_its_verb() -> None:
    line = "Wrote the tide notes, the public map and the index for a harbour guide, mainly in French."
    assert _supported("Wrote the public map and index for a harbour guide, mainly in French.", line)


def test_what_stands_before_a_little_of_something_is_known_well() -> None:
    assert _supported(
        "Wrote the till program, mostly in C++.", "Wrote the till program, mostly in C++ with a little Perl."
    )
    assert not _supported("Wrote the till program in Perl.", "Wrote the till program, mostly in C++ with basic Perl.")


def test_what_was_asked_and_done_is_done() -> None:
    assert _supported("Drew up the fire plan in 2019.", "I was asked to draw up the fire plan and did so in 2019.")
    assert not _supported("Drew up the fire plan in 2019.", "I was asked to draw up the fire plan in 2019 and refused.")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Started a chess podcast with 40 episodes so far, cut in Audacity.",
            ("Started a podcast about chess.", "It has 40 episodes so far.", "I cut them in Audacity."),
        ),
        (
            "Painted the sets for a puppet company's touring show, which visited nine towns in 2018.",
            ("Painted the sets for a touring show of a puppet company.", "The tour visited nine towns in 2018."),
        ),
        (
            "Porter on a 30-bed heart ward at Aldmere Hospital.",
            ("Porter on a heart ward, Aldmere Hospital", "The ward has 30 beds."),
        ),
    ],
)
def test_a_line_may_go_on_about_a_thing_by_pronoun_root_or_size(text: str, lines: tuple[str, ...]) -> None:
    assert _supported(text, *lines)


def test_what_was_first_a_prototype_and_then_more_was_more() -> None:
    line = (
        "Built a map tool for lorries, first as a prototype in Perl and then as a service in Go, used by three towns."
    )
    assert _supported("Built a map tool for lorries used by three towns.", line)
    assert not _supported("Built a map tool for lorries.", "Built a prototype of a map tool for lorries.")


def test_the_noun_of_a_deed_of_leading_claims_it() -> None:
    assert _supported(
        "Supervised four guards and tested the water.", "Supervision of four guards, testing of the water"
    )
    assert not _supported("Supervised four guards.", "Tested the water under the supervision of four guards.")


def test_a_client_of_the_self_employed_is_no_employer() -> None:
    assert not _supported(
        "Quickbee employee delivering parcels.", "Self-employed driver delivering parcels for Quickbee."
    )
    assert not _supported("Cleaner on the staff of Ostrow.", "Cleaner for Bryte, contracted to Ostrow's laboratories.")


def test_everything_but_a_thing_leaves_it_out() -> None:
    assert not _supported("Baked everything, including pies.", "Baked everything but pies.")
    assert _supported("Baked everything except pies.", "Baked everything but pies.")
