"""Small resumes for the tests of this folder."""

from __future__ import annotations

from agent.job.model import Requirement
from agent.job.requirements import requirement
from agent.resume.lines import identify
from agent.resume.model import (
    Basics,
    Certificate,
    Education,
    Language,
    Line,
    Location,
    OtherSection,
    Resume,
    SkillGroup,
    Work,
)


def ask(text: str, **fields: object) -> Requirement:
    """The requirement that a posting's list item gives."""
    return requirement(text, "", "required", duty=False).model_copy(update={"id": "r1", **fields})


def role(position: str, employer: str, dates: str, *done: str) -> Work:
    start, _, end = dates.partition(" - ")
    return Work(
        position=position,
        employer=employer,
        dates=dates,
        start=start,
        end="" if end == "today" else end,
        current=end == "today",
        highlights=[Line(text=each) for each in done],
    )


def resume(
    *work: Work,
    skills: str = "",
    education: str = "",
    certificates: str = "",
    languages: str = "",
    home: str = "",
    other: str = "",
    title: str = "Other",
) -> Resume:
    """A resume of the given parts; several items of a part are divided by semicolons."""
    made = Resume(
        basics=Basics(name="Ada Example", location=Location(text=home) if home else None),
        work=list(work),
        skills=[SkillGroup(keywords=[each.strip() for each in skills.split(";")])] if skills else [],
        education=[Education(degree=each.strip()) for each in education.split(";") if each.strip()],
        certificates=[Certificate(name=each.strip()) for each in certificates.split(";") if each.strip()],
        languages=[
            Language(language=each.partition(":")[0].strip(), fluency=each.partition(":")[2].strip())
            for each in languages.split(";")
            if each.strip()
        ],
        other=[OtherSection(title=title, lines=[Line(text=each.strip()) for each in other.split(";")])]
        if other
        else [],
        language="en",
    )
    return identify(made)
