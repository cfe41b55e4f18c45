"""Each made-up person in each layout comes back as what was put in."""

from __future__ import annotations

import pytest

from agent.resume.model import Resume
from agent.resume.read.reader import read
from tests.agent.resume.read.combinations import combined
from tests.agent.resume.read.conftest import EVERY_LAYOUT, sample
from tests.agent.resume.read.people import PEOPLE, Person
from tests.agent.resume.read.text_layouts import TEXT
from tests.agent.resume.read.word_layouts import WORD


def plain(text: str) -> str:
    """Layouts may set words in capitals."""
    return " ".join(text.lower().split())


@pytest.mark.parametrize("language", PEOPLE)
@pytest.mark.parametrize("layout", EVERY_LAYOUT)
def test_reads_what_was_put_in(layout: str, language: str) -> None:
    person, resume = PEOPLE[language], read(sample(layout, language))
    contacts(person, resume)
    work(person, resume, grouped=layout == "grouped")
    education(person, resume)
    lists(person, resume, named=layout != "profile_export")


@pytest.mark.parametrize("language", PEOPLE)
@pytest.mark.parametrize("layout", [*WORD, *TEXT])
def test_reads_word_and_text(layout: str, language: str) -> None:
    person = PEOPLE[language]
    data = WORD[layout](person) if layout in WORD else TEXT[layout](person).encode()
    resume = read(data, layout)
    contacts(person, resume)
    work(person, resume, grouped=False)
    education(person, resume)
    lists(person, resume, named=True)


@pytest.mark.parametrize("seed", range(60))
def test_reads_any_combination(seed: int) -> None:
    person = list(PEOPLE.values())[seed % len(PEOPLE)]
    resume = read(combined(person, seed))
    contacts(person, resume)
    work(person, resume, grouped=False)
    education(person, resume)
    lists(person, resume, named=True)


def contacts(person: Person, resume: Resume) -> None:
    basics = resume.basics
    assert (basics.name, basics.email, basics.phone) == (person.name, person.email, person.phone)
    assert basics.location is not None
    assert person.place.split(",")[0] in basics.location.text


def work(person: Person, resume: Resume, *, grouped: bool) -> None:
    assert len(resume.work) == len(person.work)
    for place, (role, entry) in enumerate(zip(person.work, resume.work, strict=True)):
        employer = person.work[0].employer if grouped and place == 1 else role.employer
        assert (plain(entry.employer), plain(entry.position)) == (plain(employer), plain(role.position))
        assert (entry.start, entry.end, entry.current) == (role.start, role.end, role.current)
        assert [line.text for line in entry.highlights] == list(role.bullets)
        assert entry.id == f"work.{place + 1}"
        assert entry.highlights[0].id == f"work.{place + 1}.h1"
        place_ = entry.highlights[0].place
        assert place_ is not None
        assert (place_.page == 1) != (place_.paragraph is not None)


def education(person: Person, resume: Resume) -> None:
    assert len(resume.education) == len(person.education)
    for study, entry in zip(person.education, resume.education, strict=True):
        assert plain(entry.institution) == plain(study.school)
        assert plain(f"{entry.degree} {entry.area}") == plain(f"{study.degree} {study.area}")
        assert (entry.start, entry.end) == (study.start, study.end)


def lists(person: Person, resume: Resume, *, named: bool) -> None:
    assert [word for group in resume.skills for word in group.keywords] == [
        word for words in person.skills.values() for word in words
    ]
    if named:
        assert [group.name for group in resume.skills] == list(person.skills)
    assert [(language.language, language.fluency) for language in resume.languages] == list(person.languages)
