"""JSON Resume: what the schema has, what it has not, and what our own writer adds."""

from __future__ import annotations

import json

import pytest

from agent.errors import UnsupportedFormat
from agent.resume.lines import identify
from agent.resume.model import Award, Basics, Line, Location, OtherSection, Profile, Resume, SkillGroup, Work
from agent.resume.read.reader import read
from agent.resume.write.json_resume import to_json_resume

FOREIGN = {
    "basics": {"name": "Nora Lindqvist", "email": "nora@mail.example", "location": {"city": "Uppsala", "postalCode": "75310", "countryCode": "SE"}, "profiles": [{"network": "GitHub", "username": "nora", "url": "https://github.com/nora"}], "drivingLicence": "B"},
    "work": [{"name": "Surdeg AB", "position": "Baker", "startDate": "2018-03-01", "highlights": ["Baked loaves"]}, {"company": "Kaka AB", "position": "Helper", "startDate": "2016", "endDate": "2018-02"}],
    "awards": [{"title": "Best loaf", "awarder": "Uppsala", "date": "2019"}],
    "skills": [{"name": "Baking", "level": "Master", "keywords": ["rye", "wheat"]}, "Accounting"],
    "military": [{"unit": "K4", "years": "2012-2013"}],
}  # fmt: skip


def test_reads_the_schema_and_keeps_the_rest() -> None:
    resume = read(json.dumps(FOREIGN).encode())
    assert resume.basics.location is not None
    assert (resume.basics.location.city, resume.basics.location.text) == ("Uppsala", "75310 Uppsala, SE")
    first, second = resume.work
    assert (first.employer, first.start, first.current, first.highlights[0].id) == (
        "Surdeg AB",
        "2018-03-01",
        True,
        "work.1.h1",
    )
    assert (second.employer, second.end, second.current) == ("Kaka AB", "2018-02", False)
    assert (resume.awards[0].end, resume.awards[0].current) == ("2019", False)
    assert [group.name for group in resume.skills] == ["Baking", "Accounting"]
    assert [line.text for line in resume.basics.details] == ["Driving licence: B"]
    assert (resume.other[0].title, resume.other[0].lines[0].text) == ("Military", "Unit: K4, Years: 2012-2013")
    assert resume.order == ["work", "awards", "skills", "other.1"]


def test_reads_back_what_our_writer_wrote() -> None:
    resume = identify(
        Resume(
            basics=Basics(name="Nora Lindqvist", email="not an address", location=Location(text="Uppsala", city="Uppsala"), profiles=[Profile(network="X", username="nora")], details=[Line(text="Licence B, C")]),
            work=[Work(employer="Surdeg AB", position="Baker", dates="seit Mai 2018", start="2018-05", current=True, location="Uppsala", keywords=["rye"], url="surdeg.example", highlights=[Line(text="Baked")]), Work(employer="Kaka AB", start="2016")],
            awards=[Award(title="Best loaf", dates="2019", end="2019")],
            skills=[SkillGroup(name="Baking", keywords=["rye, dark", "wheat"])],
            other=[OtherSection(id="other.1", title="Military", lines=[Line(text="K4, 2012")])],
            unplaced=[Line(text="a, b")],
            order=["work", "other.1"],
            titles={"work": "Arbete"},
            language="sv",
        ),
    )  # fmt: skip
    again = read(json.dumps(to_json_resume(resume)).encode())
    assert again.model_dump(exclude={"format"}) == resume.model_dump(exclude={"format"})


@pytest.mark.parametrize("text", ['{"a": 1}', "{", '{"basics": 3}', '{"work": "x"}'])
def test_refuses_what_is_no_resume(text: str) -> None:
    with pytest.raises(UnsupportedFormat):
        read(text.encode())
