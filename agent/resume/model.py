"""A resume, shaped like JSON Resume (jsonresume.org/schema), each statement a `Line` with a stable id.

Ids are given once, when a file is read (`lines.identify`), and stay with their line through every version: an entry is
`work.1`, its bullet `work.1.h2`, the summary `basics.summary`, a skill group `skills.3`, a line of a section of its own
`other.1.l4`. New lines get the id of the change that added them. Dates stand as written (`dates`) and, where
understood, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (`start`, `end`; `current` when ongoing).
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Place(Part):
    """Where in the file something stands: page (1-based) and box in points (left, top, right, bottom), or paragraph."""

    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    paragraph: int | None = None


class Line(Part):
    """One addressable statement."""

    id: str = ""
    text: str
    place: Place | None = None
    from_person: bool = Field(default=False, description="the person's own word, not read from the file")


class Location(Part):
    text: str = Field(default="", description="as written")
    address: str = ""
    city: str = ""
    region: str = ""
    country_code: str = ""
    postal_code: str = ""


class Profile(Part):
    network: str = ""
    username: str = ""
    url: str = ""


class Basics(Part):
    name: str = ""
    label: str = Field(default="", description="the headline under the name, a professional title")
    email: str = ""
    phone: str = ""
    url: str = ""
    location: Location | None = None
    profiles: list[Profile] = []
    summary: list[Line] = Field(default=[], description="one line a paragraph; ids basics.summary, basics.summary.2, …")
    details: list[Line] = Field(default=[], description="further lines of the head: nationality, licence, birth date …")


class Entry(Part):
    """What all dated entries share."""

    id: str = ""
    dates: str = Field(default="", description="as written")
    start: str = ""
    end: str = ""
    current: bool = False
    location: str = ""
    url: str = ""
    summary: list[Line] = []
    highlights: list[Line] = []
    keywords: list[str] = []


class Work(Entry):
    """A role; also a volunteer's. Several roles at one employer are several entries with the same `employer`."""

    employer: str = ""
    position: str = ""


class Education(Entry):
    institution: str = ""
    area: str = ""
    degree: str = Field(default="", description="as written; JSON Resume's studyType")
    score: str = ""


class Project(Entry):
    name: str = ""
    role: str = ""
    entity: str = ""


class Certificate(Entry):
    name: str = ""
    issuer: str = ""


class Award(Entry):
    title: str = ""
    awarder: str = ""


class Publication(Entry):
    name: str = ""
    publisher: str = ""


class SkillGroup(Part):
    id: str = ""
    name: str = ""
    level: str = ""
    keywords: list[str] = []


class Language(Part):
    id: str = ""
    language: str = ""
    fluency: str = ""


class Interest(Part):
    id: str = ""
    name: str = ""
    keywords: list[str] = []


class Reference(Part):
    id: str = ""
    name: str = ""
    text: str = ""


class OtherSection(Part):
    """Any section that has no place above, under its own title."""

    id: str = ""
    title: str = ""
    lines: list[Line] = []


class Resume(Part):
    """A whole resume; also the draft that a session tailors.

    `order` lists the sections as they stand (`summary`, `work`, …, an `OtherSection` by its id) and `titles` gives the
    file's own heading of each. `confidence` maps an address such as `work.1.position` to 0..1 where the reader was not
    sure, and `quotes` the same address to the line of the file that was read. `hidden` is text of the file that a person
    looking at it cannot see: shown to the person, never used. `unplaced` is text that found no place: kept and shown.
    """

    basics: Basics = Basics()
    work: list[Work] = []
    volunteer: list[Work] = []
    education: list[Education] = []
    skills: list[SkillGroup] = []
    projects: list[Project] = []
    certificates: list[Certificate] = []
    languages: list[Language] = []
    awards: list[Award] = []
    publications: list[Publication] = []
    interests: list[Interest] = []
    references: list[Reference] = []
    other: list[OtherSection] = []
    unplaced: list[Line] = []
    hidden: list[str] = []
    order: list[str] = []
    titles: dict[str, str] = {}
    language: str = ""
    confidence: dict[str, float] = {}
    quotes: dict[str, Line] = {}
    pages: int = 0
    unread: list[int] = Field(default=[], description="numbers of pages that are pictures of text and were not read")
    format: str = Field(default="", description="pdf, docx, text, markdown or json: what it was read from")


DATED = ("work", "volunteer", "education", "projects", "certificates", "awards", "publications")
"""The sections whose entries are `Entry`."""
