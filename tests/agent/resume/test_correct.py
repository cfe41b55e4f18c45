"""A correction touches its field alone; what the file says is never lost with a wrong reading."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.change.invariant import check, statements
from agent.errors import InvalidAnswer, StaleChange
from agent.resume.correct import Correction, correct, field_text
from agent.resume.lines import identify
from agent.resume.model import Basics, Education, Line, Location, Resume, Work

QUOTE = "Tidewater · Growth · Leeds office · 2019 - 2023"


def make() -> Resume:
    return identify(
        Resume(
            basics=Basics(name="Curriculum Ilka", phone="2019 2023", location=Location(text="Leeds", city="Leeds")),
            work=[
                Work(
                    position="Tidewater",
                    employer="Growth",
                    dates="2019",
                    start="2019",
                    summary=[Line(text="Leeds office")],
                    highlights=[Line(text="Ran the numbers meeting")],
                ),
                Work(position="Baker", employer="Tidewater", dates="2016 - 2019"),
            ],
            education=[Education(institution="BA English, University of Leeds", dates="2016")],
            unplaced=[Line(text="Employee of the year 2021"), Line(text="Night shifts too")],
            order=["work", "education"],
            confidence={"work.1.position": 0.5, "work.1.employer": 0.5},
        )
    )


def said(address: str, value: str, resume: Resume | None = None, quote: str = QUOTE) -> Correction:
    return Correction(address=address, read=field_text(resume or make(), address) or "", value=value, quote=quote)


def test_other_of_two_names_changes_place_with_it() -> None:
    role = correct(make(), [said("work.1.position", "growth")]).work[0]
    assert (role.position, role.employer) == ("growth", "Tidewater")


def test_name_that_had_found_no_field_changes_place_with_it() -> None:
    role = correct(make(), [said("work.1.employer", "Leeds office")]).work[0]
    assert (role.employer, [line.text for line in role.summary]) == ("Leeds office", ["Growth"])


def test_title_among_the_names_of_an_employer_is_taken_out_of_there() -> None:
    resume = make()
    resume.work[0].position, resume.work[0].employer = "", "Growth, Tidewater"
    role = correct(resume, [said("work.1.position", "Growth", resume)]).work[0]
    assert (role.position, role.employer, len(role.summary)) == ("Growth", "Tidewater", 1)


def test_what_the_file_says_beside_the_right_value_is_kept_and_what_the_person_denies_is_not() -> None:
    kept = correct(make(), [said("work.1.employer", "2019 - 2023 Ltd", quote=QUOTE + " Ltd")]).work[0]
    assert [line.text for line in kept.summary] == ["Growth", "Leeds office"]
    gone = correct(make(), [said("work.1.employer", "Harbour Press")]).work[0]
    assert (gone.employer, [line.text for line in gone.summary]) == ("Harbour Press", ["Leeds office"])


def test_rest_of_a_name_that_was_cut_is_kept() -> None:
    study = correct(make(), [said("education.1.institution", "University of Leeds")]).education[0]
    assert (study.institution, [line.text for line in study.summary]) == ("University of Leeds", ["BA English"])


@pytest.mark.parametrize(
    ("dates", "start", "end", "current"),
    [
        ("Mar 2019 - Jun 2023", "2019-03", "2023-06", False),
        ("2019 - present", "2019", "", True),
        ("seit 2019", "2019", "", True),
        ("2019", "2019", "", False),
    ],
)
def test_dates_are_understood_as_everywhere(dates: str, start: str, end: str, current: bool) -> None:
    role = correct(make(), [said("work.1.dates", dates)]).work[0]
    assert (role.dates, role.start, role.end, role.current) == (dates, start, end, current)


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(InvalidAnswer):
        correct(make(), [said("work.1.dates", "long ago")])
    with pytest.raises(InvalidAnswer):
        correct(make(), [said("unplaced.l1", "work")])
    with pytest.raises(StaleChange):
        correct(make(), [Correction(address="work.1.position", read="Baker", value="Cook")])
    with pytest.raises(StaleChange):
        correct(make(), [Correction(address="work.9.position", read="", value="Cook")])


def test_line_goes_to_its_role_or_makes_a_part_of_a_section() -> None:
    resume = make()
    moved = correct(resume, [said("unplaced.l2", "work.2"), said("unplaced.l1", "awards")])
    assert [line.text for line in moved.work[1].highlights] == ["Night shifts too"]
    assert [award.title for award in moved.awards] == ["Employee of the year 2021"]
    assert moved.order == ["work", "education", "awards"]
    assert moved.unplaced == []


def test_number_that_is_no_telephone_stays_as_a_line() -> None:
    basics = correct(make(), [said("basics.phone", "")]).basics
    assert (basics.phone, [line.text for line in basics.details]) == ("", ["2019 2023"])


def test_corrections_follow_one_another_and_a_confirmation_changes_nothing() -> None:
    resume = make()
    first = correct(resume, [said("work.1.position", "Growth")])
    both = correct(resume, [said("work.1.position", "Growth"), said("work.1.employer", "Tidewater Ltd", first)])
    assert (both.work[0].position, both.work[0].employer) == ("Growth", "Tidewater Ltd")
    assert "work.1.employer" not in both.confidence
    same = correct(resume, [said("work.2.position", "Baker")])
    check(resume, same, [])


@given(
    address=st.sampled_from(
        ["basics.name", "basics.phone", "basics.location", "work.1.position", "work.1.employer", "work.2.employer"]
    ),
    value=st.sampled_from(["Growth", "Tidewater", "Ilka Brandt", "2019 - 2021", "Leeds", "Leeds office", "x 2020"]),
)
def test_nothing_beyond_the_field_and_its_neighbours_moves(address: str, value: str) -> None:
    resume = make()
    result = correct(resume, [said(address, value, resume)])
    holder = address.rpartition(".")[0]
    before, after = Counter(statements(resume)), Counter(statements(result))
    moved = {where for where, _, _ in (before - after) + (after - before)}
    assert moved <= {holder, "basics.location", "basics"} if holder == "basics" else moved <= {holder}
    assert resume == make()
    ids = [line.id for entry in result.work for line in entry.summary]
    assert len(ids) == len(set(ids))


def test_what_was_no_role_goes_to_the_one_above_with_every_word() -> None:
    resume = make()
    entry = resume.work[1]
    entry.position, entry.employer, entry.dates = "Then led the team in", ". It grew", "early 2013"
    entry.highlights = [Line(id="work.2.h1", text="Hired two")]
    entry.summary = [Line(id="work.2.summary", text="to forty people.")]
    head = field_text(resume, "work.2") or ""
    quote = "Then led the team in early 2013. It grew"
    result = correct(resume, [Correction(address="work.2", read=head, value="work.1", quote=quote)])
    assert [role.id for role in result.work] == ["work.1"]
    assert [line.text for line in result.work[0].highlights] == [
        "Ran the numbers meeting",
        "Then led the team in early 2013. It grew to forty people.",
        "Hired two",
    ]
    apart = correct(resume, [Correction(address="work.2", read=head, value="unplaced", quote="other words")])
    assert [line.text for line in apart.unplaced][2:] == [f"{head} to forty people.", "Hired two"]
    assert correct(apart, []).work[0].id == "work.1"
