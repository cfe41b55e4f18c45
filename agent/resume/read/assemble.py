"""Sections become the parts of a `Resume`; what no part takes is kept as lines under its own title."""

from __future__ import annotations

from agent.resume.model import Line, OtherSection, Place, Resume
from agent.resume.read.rows import Document, Row
from agent.resume.read.sections import Section, cut_sections


def assemble(document: Document) -> Resume:
    resume = Resume(format=document.format, pages=document.pages, hidden=document.hidden)
    for section in cut_sections(document.rows):
        keep(resume, section)
    return resume


def keep(resume: Resume, section: Section) -> None:
    if section.heading is None:
        resume.unplaced += [line_of(row) for row in section.rows]
        return
    identity = f"other.{len(resume.other) + 1}"
    resume.other.append(OtherSection(id=identity, title=section.title, lines=[line_of(row) for row in section.rows]))
    resume.order.append(identity)


def line_of(row: Row) -> Line:
    return Line(text=row.text, place=place_of(row))


def place_of(row: Row) -> Place:
    return Place(paragraph=row.paragraph) if row.paragraph is not None else Place(page=row.page, box=row.box)
