"""Work of wards, schools, kitchens, hotels and shops told in everyday words, and the lies that look like it."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def _is_supported(said: str, text: str) -> bool:
    return ground(text, [EvidenceLine(source="resume", ref="1", text=said)]).verdict == "supported"


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Clipped claws and brushed coats at a dog salon.", "Provided nail clipping and coat grooming at a dog salon."),
        ("Counted the morphine with a colleague.", "Performed controlled drug checks with a colleague."),
        ("Put tents up before the fair.", "Handled event set-up before the fair."),
        ("Rang home when pupils did not turn up.", "Followed up pupil absences with families by phone."),
        ("Told guests which wine would go with their fish.", "Made wine pairing recommendations to guests."),
        ("Sat at the screens and watched what the cameras showed.", "Performed CCTV monitoring."),
        ("Wrote IEPs for nine pupils.", "Wrote individual education plans for nine pupils."),
        ("Flew as cabin crew on the A350.", "Flew as cabin crew on wide-body aircraft."),
    ],
)
def test_the_term_of_the_trade_is_said_for_the_deed(said: str, text: str) -> None:
    assert _is_supported(said, text)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Counted the morphine with a colleague.", "Administered morphine with a colleague."),
        ("Held dogs still for the vet.", "Operated on dogs."),
        ("Opened the door for guests.", "Performed access control."),
        ("Brought the children their lunch.", "Prepared children's meals."),
        ("Shadowed a counsellor in couples sessions.", "Provided couples counselling."),
        ("Flew as cabin crew on wide-body aircraft.", "Flew as cabin crew on the A350."),
        ("Asked local firms for prizes.", "Secured prizes from local firms."),
    ],
)
def test_more_than_the_deed_is_refused(said: str, text: str) -> None:
    assert not _is_supported(said, text)
