"""Rows cut into sections at their headings, which look alike and of which at least some are known words."""

from __future__ import annotations

import collections
import itertools
import re
from dataclasses import dataclass, field, replace

from agent.resume.read.dates import has_date
from agent.resume.read.feet import CONTACT_PARTS, is_contact, page_feet
from agent.resume.read.headings import join_letters, section_of
from agent.resume.read.looks import (
    DATED,
    body_look,
    could_be_heading,
    dominant_looks,
    first_part,
    heading_key,
    heading_looks,
    look_of,
    shared_looks,
)
from agent.resume.read.rows import Row

PROSE = 60
"""Characters from which a line of a summary is one of a paragraph, not of contacts under such a heading."""
INLINE = {"skills", "languages", "interests", "certificates", "awards"}


@dataclass(slots=True)
class Section:
    """Rows under a heading. `key` is `work`, `skills`, …; `head` before the first heading; `other` for unknown words."""

    key: str
    title: str
    rows: list[Row] = field(default_factory=list)
    heading: Row | None = None
    inline: bool = False
    """its heading stands in the line of its first words"""


def cut_sections(rows: list[Row]) -> list[Section]:
    """All rows, each in one section, in reading order."""
    rows = split_labels(rows)
    looks = heading_looks(rows)
    dominant = dominant_looks(rows, looks)
    shared = shared_looks(rows, looks)
    sections = [Section("head", "")]
    open_columns: dict[int, Section] = {}
    column = rows[0].column if rows else 0
    for place, row in enumerate(rows):
        if row.column != column:
            column = row.column
            if (
                column not in open_columns
                and row.page == 1
                and row.side
                and sections[-1].key != "head"
                and row.style not in {"label", "header", "footer"}
            ):
                sections.append(Section("head", ""))
        key = heading_key(row, looks, dominant, rows[max(place - 1, 0) : place + 4])
        if (
            key
            and look_of(row) in shared
            and not section_of(row.text)
            and names_entry(row, sections[-1], rows[place + 1 : place + 4])
        ):
            key = ""
        if (
            key
            and section_of(row.text) == ""
            and (not begun(sections) or names_group(row, sections[-1], rows[place + 1 : place + 2]))
        ):
            key = ""  # the name, the headline or the name of a group, which look like headings
        if key == sections[-1].key == "languages" and MOTHER_TONGUE.fullmatch(row.text.strip(" :")):
            key = ""  # how well the language above is spoken
        before = rows[place - 1] if place else row
        if before is sections[-1].heading and not sections[-1].rows and goes_on(before, row):
            sections[-1].title = f"{sections[-1].title} {row.text}"
            sections[-1].key = section_of(sections[-1].title)
        elif key:
            sections.append(Section(key, join_letters(row.text).strip(" :"), heading=row))
        elif label := inline_label(row, "" if sections[-1].inline else sections[-1].key):
            cut_off_label(row)
            sections.append(Section(label[0], label[1], [row], inline=True))
        else:
            sections[-1].rows.append(row)
        open_columns[column] = sections[-1]
    move_contacts(sections)
    return [section for section in sections if section.rows or section.heading]


def goes_on(heading: Row, row: Row) -> bool:
    """Whether a line is the rest of the heading above it: `Formación` and below `académica`."""
    return (
        bool(row.segments)
        and look_of(row)[1:] == look_of(heading)[1:]
        and row.column == heading.column
        and row.gap < 0.6
        and bool(heading.bottom)
        and not row.bullet
        and not section_of(row.text)
        and len(row.text) < 24
        and bool(section_of(f"{heading.text} {row.text}"))
    )


def names_entry(row: Row, section: Section, after: list[Row]) -> bool:
    """Whether a line in the look of headings names an entry: it stands right below a heading, or before a date."""
    if section.key not in DATED:
        return False
    below = itertools.takewhile(lambda near: near.segments and look_of(near) != look_of(row), after)
    return not section.rows or any(has_date(near.text) for near in below)


def names_group(row: Row, section: Section, after: list[Row]) -> bool:
    """Whether a line among skills is the name of a group, in type no larger than that of its members."""
    if section.key not in {"skills", "interests"} or row.level or not after or not after[0].segments:
        return False
    return row.size <= after[0].size + 0.6 and not row.text.isupper()


def begun(sections: list[Section]) -> bool:
    """Whether the head is over: a known section or a line of contacts was read."""
    return any(section.key != "head" for section in sections) or any(
        is_contact(part) for section in sections for row in section.rows for part in CONTACT_PARTS.split(row.text)
    )


MOTHER_TONGUE = re.compile(
    r"(?i)mother\s+tongues?(?:\(s\))?|native\s+languages?|muttersprachen?|lenguas?\s+maternas?|langues?\s+maternelles?|lingu[ae]\s+madr[ei]|língua\s+materna"
)


def inline_label(row: Row, current: str) -> tuple[str, str] | None:
    """`Languages   German, English` as a line of its own among entries: what section it is, and its words."""
    if row.segments and len(row.segments) > 1 and current != "languages":
        mother = row.segments[0].text.strip(" :")
        if MOTHER_TONGUE.fullmatch(mother):
            return "languages", mother
    if (
        current in {"work", "volunteer", "projects", "skills", "summary", "publications", "references"}
        or row.bullet
        or not row.segments
    ):
        return None
    first = row.segments[0].text
    label = (
        first.partition(":")[0] if ":" in first else first if len(row.segments) > 1 and row.segments[1].apart else ""
    )
    key = section_of(label.strip()) if label and len(row.text) > len(label) + 2 else ""
    return (key, label.strip()) if key in INLINE and key != current and not has_date(row.text) else None


def cut_off_label(row: Row) -> None:
    first = row.segments[0]
    if ":" in first.text and first.text.partition(":")[2].strip():
        row.segments[0] = replace(first, text=first.text.partition(":")[2].strip())
    else:
        row.segments = row.segments[1:]
        row.segments[0] = replace(row.segments[0], apart=False, text=row.segments[0].text.lstrip(" :"))


def move_contacts(sections: list[Section]) -> None:
    """Contacts at the foot of a page or among the summary, and a Word file's footers, belong to the head."""
    feet: list[Row] = []
    for section in sections:
        feet += [row for row in section.rows if row.style == "footer"]
        section.rows = [row for row in section.rows if row.style != "footer"]
    others = {id(row) for section in sections if section.key in {"references", "volunteer"} for row in section.rows}
    bottom = page_feet([row for section in sections for row in section.rows], others)
    for section in sections:
        if section.key in {"head", "contact", "profiles"}:
            continue
        prose = section.key == "summary" and any(len(row.text) >= PROSE for row in section.rows)
        moved = [row for row in section.rows if id(row) in bottom or (prose and is_contact(row.text))]
        feet += moved
        section.rows = [row for row in section.rows if not any(row is other for other in moved)]
    if feet:
        sections.append(Section("head", "", feet))


def split_labels(rows: list[Row]) -> list[Row]:
    """A heading that stands as a label beside its section's first row becomes a row of its own."""
    plain = body_look(rows)
    lefts = sorted(row.left for row in rows if row.segments and not section_of(row.segments[0].text))
    usual = lefts[len(lefts) // 5] if lefts else 0.0
    beside = [
        row
        for row in rows
        if len(row.segments) > 1
        and (row.style == "label" or section_of(row.segments[0].text))
        and (row.segments[1].apart or stands_out(row, usual))
    ]
    marked = [row for row in beside if row.style == "label" or look_of(first_part(row)) != plain]
    looks = collections.Counter(look_of(first_part(row)) for row in marked if section_of(row.segments[0].text))
    marked = [
        row
        for row in marked
        if section_of(row.segments[0].text)
        or (could_be_heading(first_part(row)) and looks[look_of(first_part(row))] > 1)
    ]
    alone = {look_of(row) for row in rows if len(row.segments) == 1 and section_of(row.text)}
    result: list[Row] = []
    for row in rows:
        if (
            row in marked
            and (looks[look_of(first_part(row))] > 1 or look_of(first_part(row)) in alone)
            and not (alone and look_of(first_part(row)) == plain)
        ):
            heading = first_part(row)
            rest = replace(row, segments=row.segments[1:], gap=0.0, level=0, style="")
            rest.segments[0].apart = False
            heading.style = "label"
            result.extend([heading, rest])
        else:
            result.append(row)
    return result


def stands_out(row: Row, usual: float) -> bool:
    """Whether the first words of a row hang out to the left of the text in a look of their own."""
    first, second = row.segments[0], row.segments[1]
    return (
        row.left < usual - 15
        and second.left > usual - 8
        and (abs(first.size - second.size) > 1.5 or first.color != second.color or first.bold != second.bold)
    )
