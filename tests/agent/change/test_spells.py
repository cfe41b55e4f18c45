"""A time of several posts, a title of somebody else's field, a place only asked for: none of them is the person's."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine

CATERING = ["Nine years in hotels: five as a porter, four as a concierge."]
POSTS = ["Porter 2011-2014, then concierge 2014-2016, Hotel Lind"]
RAISED = ["Porter 2011-2014; head porter 2014-2016."]


def supported(text: str, *evidence: str) -> bool:
    return ground(text, [EvidenceLine(ref=str(number), text=line) for number, line in enumerate(evidence)]).supported


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (CATERING, "Concierge with nine years of experience."),
        (POSTS, "Concierge at Hotel Lind, 2011-2016."),
        (RAISED, "Head porter, 2011-2016."),
        (["Nurse on a renal ward"], "Registered nurse on a renal ward."),
        (["Dental assistant in Hull"], "Dentist in Hull."),
        (["Pharmacy assistant at the chemist's"], "Pharmacist at the chemist's."),
        (["Veterinary nurse at Holm Vets"], "Vet at Holm Vets."),
        (["Auditioned for the county choir."], "Sang in the county choir."),
        (["Requested a transfer to the Oslo office."], "Transferred to the Oslo office."),
        (["On the waiting list for the crane course."], "Completed the crane course."),
        (["Passed the theory test for a bus licence."], "Bus licence."),
        (["Used the press under supervision."], "Used the press independently."),
        (["Wrote song lyrics."], "Wrote song lyrics for a start-up."),
        (["Drew the maps for a river guide."], "Wrote a river guide."),
        (["Physiotherapy student"], "Physiotherapist."),
        (["Works weekends, just not Sundays."], "Works weekends including Sundays."),
        (["Used the lathe, never the mill."], "Used the lathe and the mill."),
        (["Wrote the backup scripts for the shop."], "Wrote and documented the backup scripts for the shop."),
        (["Stood beside the judge as she scored the dogs."], "Scored the dogs."),
    ],
)
def test_more_than_was_had_is_refused(evidence: list[str], text: str) -> None:
    assert not supported(text, *evidence)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (CATERING, "Concierge with four years of experience."),
        (CATERING, "Nine years in hotels as a porter and concierge."),
        (POSTS, "Porter and concierge at Hotel Lind, 2011-2016."),
        (POSTS, "Concierge at Hotel Lind, 2014-2016."),
        (["Trainee 2015-2016, fitter 2016-2019, Aldo Lifts"], "Trainee and fitter at Aldo Lifts, 2015-2019."),
        (["Wrote and tested the backup scripts."], "Tested and wrote the backup scripts."),
        (["RN on a renal ward"], "Registered nurse on a renal ward."),
        (["Showed the apprentice how to fillet."], "Trained the apprentice in filleting."),
        (["Passed the theory test for a bus licence."], "Passed the theory test for a bus licence."),
        (["Interviewed bakers for the local paper."], "Interviewed bakers for the local paper."),
        (["Drew the maps for a river guide."], "Drew maps for a river guide."),
    ],
)
def test_what_was_had_is_supported(evidence: list[str], text: str) -> None:
    assert supported(text, *evidence)
