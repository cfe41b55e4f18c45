"""A field that is in real doubt is told with its line of the file; what is read plainly is told nothing of."""

from __future__ import annotations

import pytest

from agent.resume.read.oddness import is_clause, is_odd, name_sureness
from agent.resume.read.reader import read
from agent.tailor.clarify import DOUBTED, doubted, reading_of
from tests.story.samples import resume_pdf
from tests.story.unsure import CLEAN, NAMELESS


def test_clean_resumes_leave_nothing_to_ask() -> None:
    for data, name in ((resume_pdf(), "resume.pdf"), (CLEAN.encode(), "resume.txt")):
        assert doubted(read(data, name)) == []


def test_doubt_comes_with_the_line_it_is_about() -> None:
    resume = read(NAMELESS.encode(), "resume.txt")
    assert doubted(resume) == ["basics.name", "work.1.position"]
    reading = reading_of(resume, "work.1.position", "en")
    assert (reading.read, reading.beside, reading.quote) == ("Tidewater", "Growth", "Tidewater · Growth · 2019 - 2023")
    assert doubted(resume, {"basics.name", "work.1.position"}) == []


@pytest.mark.parametrize(
    ("old", "new", "address"),
    [
        ("2019 - 2023\n", "2019\n", "work.1.dates"),
        ("2019 - 2023\n", "2023 - 2019\n", "work.1.dates"),
        ("+49 30 901820", "+49 30 90", None),
        ("Product Manager, Tidewater GmbH\n", "went on as the lead of, Tidewater GmbH\n", "work.1.employer"),
        ("Product Manager, Tidewater GmbH\n", "Tidewater GmbH\n", "work.1.position"),
        ("BA English, University of Leeds", "BA English at The University of", "education.1.institution"),
    ],
)
def test_what_reads_like_a_mistake_is_doubted(old: str, new: str, address: str | None) -> None:
    assert old in CLEAN
    resume = read(CLEAN.replace(old, new).encode(), "resume.txt")
    found = {each: sure for each, sure in resume.confidence.items() if sure < DOUBTED}
    assert not found if address is None else address in found, (found, resume.work[0])


@pytest.mark.parametrize(
    ("old", "new", "address"),
    [
        ("ilka.brandt@example.org", "ilka.brandt (at) example (dot) org", "basics.email"),
        ("+49 30 901820", "Tel: O30 9O18 2O", "basics.phone"),
        ("ilka.brandt@example.org | ", "", None),
    ],
)
def test_contact_that_stands_there_unread_is_asked_for(old: str, new: str, address: str | None) -> None:
    resume = read(CLEAN.replace(old, new).encode(), "resume.txt")
    assert doubted(resume) == ([address] if address else [])
    if address:
        assert new in reading_of(resume, address, "en").quote


@pytest.mark.parametrize(
    ("name", "email", "sure"),
    [
        ("Jane Doe", "", True),
        ("Senior Engineer", "", False),
        ("Jane Baker", "j.baker@example.org", True),
        ("王小明", "", True),
        ("Curriculum Vitae", "jane@example.org", False),
        ("Berlin", "", False),
        ("", "jane@example.org", False),
        ("Cher", "cher@example.org", True),
    ],
)
def test_name_agrees_with_the_address_or_reads_like_one(name: str, email: str, sure: bool) -> None:
    assert (name_sureness(name, email) >= DOUBTED) is sure


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Tech Solutions Inc.", False),
        ("MIT", False),
        ("St. Mary’s Hospital", False),
        (".NET Foundation", True),
        ("at The University of", True),
        ("took on the role of", True),
        ("Led the team. Then left", True),
        ("Director of Operations", False),
        ("eBay", False),
    ],
)
def test_piece_of_a_sentence_is_odd(text: str, odd: bool) -> None:
    assert is_odd(text) is odd


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Help building components of the big system", True),
        ("Lots of integration with social networks and shops", True),
        ("Senior Software Engineer, Platform and Tools", False),
        ("Vice President of Location and Services", False),
        ("Técnico superior en administración de sistemas informáticos", False),
        ("University of applied sciences and arts of the north", False),
        ("Friends of the Earth England Wales and Northern Ireland", False),
    ],
)
def test_clause_is_told_from_a_name(text: str, clause: bool) -> None:
    assert is_clause(text) is clause


@pytest.mark.parametrize(
    ("old", "new", "address"),
    [
        ("2019 - 2023\n", "", "unplaced.l1"),
        ("2019 - 2023\n- Pl", "Jun 2019 -\n- Pl", None),
        ("2016 - 2019\n", "Jun 2016 -\n", "work.2.dates"),
        (
            ", University of Leeds, 2013 - 2016",
            ", 2013 - 2016\n\nInterests\n\n- The University of Leeds choir",
            "education.1.institution",
        ),
    ],
)
def test_what_others_have_and_one_lacks_is_doubted(old: str, new: str, address: str | None) -> None:
    assert old in CLEAN
    found = doubted(read(CLEAN.replace(old, new).encode(), "resume.txt"))
    assert (address in found) if address else found == [], found


def test_roles_without_dates_in_a_file_that_has_dates_are_asked_for_them() -> None:
    text = CLEAN.replace("2019 - 2023\n", "").replace("2016 - 2019\n", "")
    assert "work.1.dates" in doubted(read(text.encode(), "resume.txt"))
