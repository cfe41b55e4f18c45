"""Text resumes as people type them: one look for all lines, so that only words and order tell what is what."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from agent.resume.model import Resume
from agent.resume.read.reader import read
from agent.tailor.clarify import doubted

TYPED = """ILSE MARCHETTI
Leeds, UK | ilse.marchetti@example.org | 07700 900317

PROFILE
Maker turned planner.

EXPERIENCE
{first}
- Plan the daily work of three benches
- Cut waste from 4% to 2.5% by changing the order of jobs

{second}
- Stitched 60 pairs a night
- Trained four apprentices

EDUCATION
Northgate College, Level 3 Diploma in Footwear, 2015

SKILLS
SAP, Excel
"""
NOW, THEN = "March 2020 - present", "June 2015 - February 2020"
SHAPES = {
    "dates below": ("Production Planner, Holt & Rye, Leeds\n" + NOW, "{title}, Corner Crust, York\n" + THEN),
    "dates behind": (f"Production Planner, Holt & Rye, Leeds, {NOW}", "{title}, Corner Crust, York, " + THEN),
    "dates in brackets": (f"Production Planner, Holt & Rye ({NOW})", "{title}, Corner Crust (" + THEN + ")"),
    "dates above": (NOW + "\nProduction Planner, Holt & Rye, Leeds", THEN + "\n{title}, Corner Crust, York"),
    "lines": (f"Production Planner\nHolt & Rye, Leeds\n{NOW}", "{title}\nCorner Crust, York\n" + THEN),
}


def typed(shape: str, title: str) -> Resume:
    first, second = SHAPES[shape]
    return read(TYPED.format(first=first, second=second.format(title=title)).encode(), "text")


@pytest.mark.parametrize("title", ["Baker", "Stitcher", "Clicker"])
@pytest.mark.parametrize("shape", SHAPES)
def test_each_role_keeps_its_title_and_employer(shape: str, title: str) -> None:
    resume = typed(shape, title)
    assert [(role.position, role.employer) for role in resume.work] == [
        ("Production Planner", "Holt & Rye"),
        (title, "Corner Crust"),
    ]
    assert [len(role.highlights) for role in resume.work] == [2, 2]


@pytest.mark.parametrize("shape", SHAPES)
def test_reads_the_line_below_a_name_in_capitals(shape: str) -> None:
    basics = typed(shape, "Baker").basics
    assert (basics.name, basics.email, basics.phone) == (
        "ILSE MARCHETTI",
        "ilse.marchetti@example.org",
        "07700 900317",
    )
    assert basics.location is not None
    assert basics.location.text == "Leeds, UK"


@pytest.mark.parametrize("shape", SHAPES)
def test_asks_nothing_of_a_clear_text(shape: str) -> None:
    assert doubted(typed(shape, "Baker")) == []


FILES = sorted((Path(__file__).parent / "typed").iterdir())
LABELS = re.compile(
    r"(?im)\b(?:tel|telefon|telefoon|email|e-mail|mail|mobile|cell|phone|web|name|anschrift|bei|at|from|to|lebenslauf|location|linkedin|based in)\b"
)
"""Words that only say what stands beside them, which need not be kept."""


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_reads_a_typed_resume_whole(path: Path) -> None:
    text, _, told = path.read_text("utf-8").partition("\n=== read as\n")
    resume = read(text.encode(), path.name)
    assert summary_of(resume) == told.splitlines()
    assert doubted(resume) == []
    kept = words(resume.model_dump_json(exclude={"quotes"}))
    assert [word for word in words(LABELS.sub(" ", text)) if len(word) > 2 and word not in kept] == []


def summary_of(resume: Resume) -> list[str]:
    """The fields of a resume that matter, in the form that the files tell them in."""
    basics = resume.basics
    place = basics.location.text if basics.location else ""
    return [
        line.rstrip()
        for line in (
            f"person: {basics.name} | {basics.email} | {basics.phone} | {place}",
            *(
                f"role: {role.position} | {role.employer} | {role.location} | {role.start} | {'now' if role.current else role.end}"
                f" | {len(role.summary) + len(role.highlights)}"
                for role in resume.work
            ),
            *(
                f"study: {f'{study.degree} {study.area}'.strip()} | {study.institution} | {study.start} | {study.end}"
                for study in resume.education
            ),
            f"languages: {', '.join(each.language for each in resume.languages)}",
        )
    ]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def test_the_last_line_of_a_text_is_no_heading() -> None:
    text = TYPED.format(first="Baker, Holt & Rye, 2020 - present", second="Stitcher, Corner Crust, 2015 - 2019")
    resume = read(text.replace("SAP, Excel", "Machine stitching").encode(), "text")
    assert [group.keywords for group in resume.skills] == [["Machine stitching"]]
    assert resume.other == []
