"""Rows cut into sections at their headings, which look alike and of which at least some are known words."""

from __future__ import annotations

import collections
from dataclasses import dataclass, field

from agent.resume.read.dates import has_date
from agent.resume.read.headings import join_letters, section_of
from agent.resume.read.rows import Row

LONGEST_HEADING = 48
MOST_WORDS = 6
Look = tuple[int, int, bool, bool, int]


@dataclass(slots=True)
class Section:
    """Rows under a heading. `key` is `work`, `skills`, …; `head` before the first heading; `other` for unknown words."""

    key: str
    title: str
    rows: list[Row] = field(default_factory=list)
    heading: Row | None = None


def cut_sections(rows: list[Row]) -> list[Section]:
    """All rows, each in one section, in reading order."""
    rows = split_labels(rows)
    looks = heading_looks(rows)
    sections = [Section("head", "")]
    open_columns: dict[int, Section] = {}
    column = rows[0].column if rows else 0
    for place, row in enumerate(rows):
        if row.column != column:
            column = row.column
            if column not in open_columns and row.page == 1 and sections[-1].key != "head" and not row.style:
                sections.append(Section("head", ""))
        key = heading_key(row, looks, rows[place + 1] if place + 1 < len(rows) else None)
        if key:
            sections.append(Section(key, join_letters(row.text).strip(" :"), heading=row))
        else:
            sections[-1].rows.append(row)
        open_columns[column] = sections[-1]
    return [section for section in sections if section.rows or section.heading]


def split_labels(rows: list[Row]) -> list[Row]:
    """A heading that stands as a label beside its section's first row becomes a row of its own."""
    plain = body_look(rows)
    beside = [
        row
        for row in rows
        if row.segments and len(row.segments) > 1 and row.segments[1].apart and section_of(row.segments[0].text)
    ]
    marked = [row for row in beside if row.style == "label" or look_of(first_part(row)) != plain]
    lefts = collections.Counter(round(row.left / 8) for row in marked)
    alone = {look_of(row) for row in rows if len(row.segments) == 1 and section_of(row.text)}
    result: list[Row] = []
    for row in rows:
        if (
            row in marked
            and (lefts[round(row.left / 8)] > 1 or look_of(first_part(row)) in alone)
            and not (alone and look_of(first_part(row)) == plain)
        ):
            heading = first_part(row)
            rest = Row(
                row.segments[1:], row.page, row.top, row.bottom, row.column, 0.0, 0, row.bullet, row.inner, row.whole, row.paragraph,
            )  # fmt: skip
            rest.segments[0].apart = False
            heading.style = "label"
            result.extend([heading, rest])
        else:
            result.append(row)
    return result


def first_part(row: Row) -> Row:
    return Row(
        [row.segments[0]],
        row.page,
        row.top,
        row.bottom,
        row.column,
        row.gap,
        row.level,
        whole=row.whole,
        paragraph=row.paragraph,
    )


def look_of(row: Row) -> Look:
    first = row.segments[0]
    letters = [sign for sign in row.text if sign.isalpha()]
    upper = (
        bool(letters)
        and all(sign.isupper() or not sign.islower() for sign in letters)
        and any(sign.isupper() for sign in letters)
    )
    return (row.level, round(first.size * 2), row.bold, upper, first.color)


def body_look(rows: list[Row]) -> Look:
    weights: collections.Counter[Look] = collections.Counter()
    for row in rows:
        if row.segments:
            weights[look_of(row)] += len(row.text)
    return weights.most_common(1)[0][0] if weights else (0, 0, False, False, 0)


def could_be_heading(row: Row) -> bool:
    text = row.text
    if not 1 < len(text) <= LONGEST_HEADING or (row.bullet and not row.level):
        return False
    if len(text.split()) > MOST_WORDS and not section_of(text):
        return False
    return not any(part.apart for part in row.segments) and not has_date(text) and any(sign.isalpha() for sign in text)


def heading_looks(rows: list[Row]) -> dict[Look, int]:
    """The looks of known headings, each with its number; those that look like body text only when no other is there."""
    plain = body_look(rows)
    counts: collections.Counter[Look] = collections.Counter()
    seen: set[str] = set()
    for row in rows:
        if row.segments and could_be_heading(row):
            key = section_of(row.text)
            if key:
                counts[look_of(row)] += 1 if key in seen else 2
                seen.add(key)
    distinct = {look: count for look, count in counts.items() if look != plain}
    if not distinct or max(distinct.values()) < 2:
        return dict(counts)
    return distinct


def heading_key(row: Row, looks: dict[Look, int], after: Row | None) -> str:
    """The section a row heads: a known one, `other` when it only looks like a heading, empty when it is none."""
    if not row.segments or not could_be_heading(row) or not looks:
        return ""
    look, key = look_of(row), section_of(row.text)
    dominant = max(looks, key=lambda item: (looks[item], item[1]))
    if key:
        if look in looks and (looks[look] > 2 or not weaker(look, dominant)):
            return key
        return key if stronger(look, dominant) else ""
    if (
        look == dominant
        and looks[look] >= 4
        and distinct_look(look)
        and after is not None
        and look_of(after) != look
        and not has_date(after.text)
    ):
        return "other"
    return ""


def weaker(look: Look, than: Look) -> bool:
    return (
        look[1] < than[1] - 1
        or (than[2] and not look[2] and look[1] <= than[1])
        or (than[0] > 0 and (look[0] == 0 or look[0] > than[0]))
    )


def stronger(look: Look, than: Look) -> bool:
    return look[1] >= than[1] and look[2] >= than[2] and (than[0] == 0 or 0 < look[0] <= than[0])


def distinct_look(look: Look) -> bool:
    return look[0] > 0 or look[3] or look[2] or look[4] != 0 or look[1] > 0
