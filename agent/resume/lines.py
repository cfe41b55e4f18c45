"""The resume seen as a flat list of addressable lines: what evidence cites and changes edit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from agent.resume.model import DATED, Award, Certificate, Education, Entry, Line, Project, Publication, Resume, Work

LineKind = Literal["header", "highlight", "summary", "skills", "text", "basics"]


class Address(NamedTuple):
    """One line as it stands: `kind` header is an entry's own facts (title, employer, dates), which no change may touch."""

    id: str
    section: str
    entry: str
    kind: LineKind
    text: str


def identify(resume: Resume) -> Resume:
    """Give every entry and line that has none its id, in place, and return the same resume."""
    number(resume.basics.summary, "basics.summary")
    number(resume.basics.details, "basics.details")
    for section in DATED:
        for place, entry in enumerate(getattr(resume, section), 1):
            entry.id = entry.id or f"{section}.{place}"
            number(entry.summary, f"{entry.id}.summary")
            number(entry.highlights, f"{entry.id}.h", dotted=False)
    for section in ("skills", "languages", "interests", "references"):
        for place, group in enumerate(getattr(resume, section), 1):
            group.id = group.id or f"{section}.{place}"
    for place, section_ in enumerate(resume.other, 1):
        section_.id = section_.id or f"other.{place}"
        number(section_.lines, f"{section_.id}.l", dotted=False)
    number(resume.unplaced, "unplaced.l", dotted=False)
    return resume


def number(lines: list[Line], stem: str, *, dotted: bool = True) -> None:
    for place, line in enumerate(lines, 1):
        if not line.id:
            line.id = (stem if place == 1 else f"{stem}.{place}") if dotted else f"{stem}{place}"


def addresses(resume: Resume) -> Iterator[Address]:
    """Every line of the resume, section by section, contact data left out."""
    if resume.basics.label:
        yield Address("basics.label", "basics", "", "basics", resume.basics.label)
    if resume.basics.location and resume.basics.location.text:
        yield Address("basics.location", "basics", "", "basics", resume.basics.location.text)
    for line in resume.basics.details:
        yield Address(line.id, "basics", "", "text", line.text)
    for line in resume.basics.summary:
        yield Address(line.id, "summary", "", "summary", line.text)
    for section in DATED:
        for entry in getattr(resume, section):
            yield from entry_addresses(section, entry)
    for group in resume.skills:
        yield Address(group.id, "skills", "", "skills", labelled(group.name, ", ".join(group.keywords)))
    for language in resume.languages:
        text = f"{language.language} ({language.fluency})" if language.fluency else language.language
        yield Address(language.id, "languages", "", "text", text)
    for interest in resume.interests:
        yield Address(interest.id, "interests", "", "text", labelled(interest.name, ", ".join(interest.keywords)))
    for reference in resume.references:
        yield Address(reference.id, "references", "", "text", labelled(reference.name, reference.text))
    for section_ in resume.other:
        for line in section_.lines:
            yield Address(line.id, section_.id, "", "text", line.text)
    for line in resume.unplaced:
        yield Address(line.id, "unplaced", "", "text", line.text)


def entry_addresses(section: str, entry: Entry) -> Iterator[Address]:
    yield Address(entry.id, section, entry.id, "header", header(entry))
    for line in entry.summary:
        yield Address(line.id, section, entry.id, "highlight", line.text)
    for line in entry.highlights:
        yield Address(line.id, section, entry.id, "highlight", line.text)
    if entry.keywords:
        yield Address(f"{entry.id}.keywords", section, entry.id, "text", ", ".join(entry.keywords))


def header(entry: Entry) -> str:
    """An entry's own facts in one line, for evidence and questions: `Backend Developer, Larkspur, Apr 2021 - Present`."""
    match entry:
        case Work():
            parts = [entry.position, entry.employer]
        case Education():
            parts = [" ".join(filter(None, [entry.degree, entry.area])), entry.institution, entry.score]
        case Project():
            parts = [entry.name, entry.role, entry.entity]
        case Certificate():
            parts = [entry.name, entry.issuer]
        case Award():
            parts = [entry.title, entry.awarder]
        case Publication():
            parts = [entry.name, entry.publisher]
        case _:
            parts = []
    return ", ".join(part for part in [*parts, entry.location, entry.dates or span(entry)] if part)


def span(entry: Entry) -> str:
    end = "Present" if entry.current else entry.end
    return " - ".join(part for part in (entry.start, end) if part)


def labelled(name: str, text: str) -> str:
    return f"{name}: {text}" if name and text else name or text


def find_entry(resume: Resume, entry_id: str) -> Entry | None:
    for section in DATED:
        for entry in getattr(resume, section):
            if entry.id == entry_id:
                return entry  # type: ignore[no-any-return]  # every dated section holds entries
    return None


def line_lists(resume: Resume) -> Iterator[tuple[str, list[Line]]]:
    """Every list of lines with the id of what holds it: an entry, a section of its own, `summary` or `basics`."""
    yield "summary", resume.basics.summary
    yield "basics", resume.basics.details
    for section in DATED:
        for entry in getattr(resume, section):
            yield entry.id, entry.highlights
            yield entry.id, entry.summary
    for section_ in resume.other:
        yield section_.id, section_.lines
    yield "unplaced", resume.unplaced
