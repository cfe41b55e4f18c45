"""Rows cut into sections at their headings, which look alike and of which at least some are known words."""

from __future__ import annotations

import collections
import itertools
import re
from dataclasses import dataclass, field, replace

from agent.resume.read.contacts import find_email, find_phone, find_urls
from agent.resume.read.dates import has_date
from agent.resume.read.headings import join_letters, section_of, section_within
from agent.resume.read.rows import Row

LONGEST_HEADING = 48
CONTACT_PARTS = re.compile(r"\s*[|•·]\s*|\s{2,}|[\w-]+:\s|\s(?=\S+@)")
MOST_WORDS = 6
INLINE = {"skills", "languages", "interests", "certificates", "awards"}
Look = tuple[int, int, bool, bool, int]


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
                and not row.style
            ):
                sections.append(Section("head", ""))
        key = heading_key(row, looks, dominant, rows[max(place - 1, 0) : place + 4])
        if (
            key
            and section_of(row.text) == ""
            and (not begun(sections) or names_group(row, sections[-1], rows[place + 1 : place + 2]))
        ):
            key = ""  # the name, the headline or the name of a group, which look like headings
        if key:
            sections.append(Section(key, join_letters(row.text).strip(" :"), heading=row))
        elif label := inline_label(row, "" if sections[-1].inline else sections[-1].key):
            cut_off_label(row)
            sections.append(Section(label[0], label[1], [row], inline=True))
        else:
            sections[-1].rows.append(row)
        open_columns[column] = sections[-1]
    move_contacts(sections)
    return [section for section in sections if section.rows or section.heading]


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


def inline_label(row: Row, current: str) -> tuple[str, str] | None:
    """`Languages   German, English` as a line of its own among entries: what section it is, and its words."""
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
    """Contacts at the foot of the last page, and a Word file's footers, belong to the head, not to the last section."""
    feet: list[Row] = []
    for section in sections:
        feet += [row for row in section.rows if row.style == "footer"]
        section.rows = [row for row in section.rows if row.style != "footer"]
    last = next((section for section in reversed(sections) if section.rows), None)
    while (
        last
        and last.key != "head"
        and last.rows
        and is_contact(last.rows[-1].text)
        and (last.rows[-1].gap > 1.5 or len(last.rows) == 1)
    ):
        feet.insert(0, last.rows.pop())
    if feet:
        sections.append(Section("head", "", feet))


def is_contact(text: str) -> bool:
    """Whether a line holds addresses and telephone numbers and nothing else."""
    rest = text
    for found in [find_email(text), *(match[0] for match in find_urls(text)), find_phone(text)]:
        rest = rest.replace(found, " ") if found else rest
    return rest != text and len(re.sub(r"\W", "", rest)) < 4


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


def first_part(row: Row) -> Row:
    return replace(row, segments=[row.segments[0]], bullet=False, inner=False, style="")


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
    if text.endswith((".", ",", ";")) or (text[:1].islower() and not row.level and not row.bold):
        return False
    sizes = [part.size for part in row.segments if part.text.strip()]
    if sizes and max(sizes) > min(sizes) + 2.5 and not text.isupper():
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


def dominant_looks(rows: list[Row], looks: dict[Look, int]) -> dict[int, Look]:
    """How headings look in each column, and under -1 in the whole file."""
    if not looks:
        return {}
    counts: dict[int, collections.Counter[Look]] = {}
    for row in rows:
        if row.segments and could_be_heading(row) and look_of(row) in looks and section_of(row.text):
            counts.setdefault(row.column, collections.Counter())[look_of(row)] += 1
    found = {
        column: max(count, key=lambda look: (count[look], looks[look], look[1], look[2]))
        for column, count in counts.items()
        if sum(count.values()) > 1
    }
    found[-1] = max(looks, key=lambda item: (looks[item], item[1], item[2]))
    return found


def heading_key(row: Row, looks: dict[Look, int], dominant: dict[int, Look], around: list[Row]) -> str:
    """The section a row heads: a known one, `other` when it only looks like a heading, empty when it is none."""
    if not row.segments or not could_be_heading(row) or not looks:
        return ""
    look, key = look_of(row), section_of(row.text)
    usual = dominant.get(row.column, dominant[-1])
    if key:
        return "" if weaker(look, usual) and weaker(look, dominant[-1]) else key
    if look != usual or (looks.get(look, 0) < 4 and not row.level) or look == body_like(around, row):
        return ""
    dated = any(has_date(near.text) and not near.bullet for near in neighbours(row, around))
    return "" if dated or crowded(row, dominant) else section_within(row.text) or "other"


def neighbours(row: Row, around: list[Row]) -> list[Row]:
    """The line before a row and those after it, up to the next that looks like the row itself."""
    place = next(place for place, near in enumerate(around) if near is row)
    after = list(
        itertools.takewhile(lambda near: not near.segments or look_of(near) != look_of(row), around[place + 1 :])
    )
    if row.level or row.size > min((near.size for near in after), default=0.0) + 0.6:
        after = after[:1]
    return [near for near in [*around[:place], *after] if near.column == row.column]


def body_like(around: list[Row], row: Row) -> Look | None:
    after = next((near for near in around if near is not row and around.index(near) > around.index(row)), None)
    return look_of(after) if after is not None and after.segments else None


def crowded(row: Row, dominant: dict[int, Look]) -> bool:
    return bool(row.bullet) or -1 not in dominant


def weaker(look: Look, than: Look) -> bool:
    return (
        look[1] < than[1] - 1
        or (than[2] and not look[2] and look[1] <= than[1])
        or (than[0] > 0 and (look[0] == 0 or look[0] > than[0]))
    )
