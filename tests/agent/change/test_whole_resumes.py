"""Texts against a whole resume: many lines, of which each sentence rests on a few."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine, Verdict

_RESUME = [
    "Tilda Marrow",
    "EXPERIENCE",
    "Bramble Valley Joinery, Workshop Technician, Mar 2016 – Jan 2024",
    "Spindle moulders, 3-head and one with a fourth head",
    "Measured drawers and shutters for primary schools",
    "Changed the jig on the shutter line so six slats are cut per pass rather than three",
    "Shellac only for the museum cases",
    "28 orders in 2021, 33 in 2022, 24 in 2023",
    "Paired with an apprentice to learn veneering, now she does it alone",
    "Spray booth bookings not mine, but I did their filter plans",
    "Sanding of stair rails; lacquer was done by the paint shop",
    "Planing of oak boards",
    "EDUCATION",
    "Hartwell College, Furniture Making, 2015",
    "OTHER",
    "Own car",
]


def _judged(text: str) -> Verdict:
    return ground(text, [EvidenceLine(ref=str(n), text=line) for n, line in enumerate(_RESUME)])


def _doubted(text: str) -> str:
    return " ".join(span.text for span in _judged(text).spans)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("Ran 3-, 4- and 5-head spindle moulders.", "5", id="a number that names another kind of thing"),
        pytest.param("Measured drawers for primary and secondary schools.", "secondary", id="a thing put beside"),
        pytest.param("Used shellac throughout. Built museum cases.", "shellac", id="a bound named in another sentence"),
        pytest.param("Planed oak boards, shortening setup time.", "shortening", id="an effect of no number"),
        pytest.param("Sanded stair rails and lacquer.", "lacquer", id="one of two objects that others did"),
        pytest.param("Managed spray booth bookings.", "bookings", id="what was denied itself"),
    ],
)
def test_an_addition_among_true_words_is_doubted(text: str, word: str) -> None:
    assert word in _doubted(text).lower()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Doubled the slats cut per pass on the shutter line with a changed jig.", id="a number replaced"),
        pytest.param("Worked with an apprentice on veneering until she did it alone.", id="who learnt it"),
        pytest.param("Made spray booth filter plans, while bookings sat with others.", id="another thing of the same"),
    ],
)
def test_what_the_lines_say_is_accepted(text: str) -> None:
    assert _judged(text).supported, _judged(text).spans


def test_only_the_object_that_others_did_is_doubted() -> None:
    assert "sanded" not in _doubted("Sanded stair rails and lacquer.").lower()


def test_how_long_the_employer_works_is_no_claim_of_the_person() -> None:
    text = "Dear team,\n\nA workshop that runs 40 benches, day and night, is not like the one I know."
    resume = [EvidenceLine(ref=str(n), text=line) for n, line in enumerate(_RESUME)]
    spans = ground(text, resume, posting="Joiner. Our workshop runs 40 benches day and night.").spans
    assert not any("night" in span.text for span in spans)
