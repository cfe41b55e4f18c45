"""Contacts at the foot of a page, which belong to the head of the resume."""

from __future__ import annotations

import re

from agent.resume.read.contacts import find_email, find_phone, find_urls, network_named
from agent.resume.read.names import is_label
from agent.resume.read.places import STREET, place_score
from agent.resume.read.rows import Row

CONTACT_PARTS = re.compile(r"\s*[|•·]\s*|\s{2,}|[\w-]+:\s|\s(?=\S+@)")


FAR = 6.0
"""Heights of a line from which a foot stands apart also from the contacts of others."""


def page_feet(rows: list[Row], others: set[int]) -> set[int]:
    """The identities of the rows at the foot of each page that hold contacts, apart from the text above them.

    `others` are rows that may hold the contacts of somebody else (references).
    """
    found: set[int] = set()
    pages: dict[int, list[Row]] = {}
    for row in rows:
        if row.segments:
            pages.setdefault(row.page, []).append(row)
    for lines in pages.values():
        if all(row.bottom for row in lines):
            lines.sort(key=lambda row: row.top)
        foot: list[Row] = []
        for place in range(len(lines) - 1, max(len(lines) - 5, -1), -1):
            row = lines[place]
            user = (
                row.gap < 0.6
                and place > 0
                and re.fullmatch(r"[\w.-]{4,30}", row.text)
                and is_contact(lines[place - 1].text)
            )
            if not (is_contact(row.text) or is_contact_line(row.text) or user):
                break
            foot.append(row)
            above = lines[-len(foot) - 1] if len(lines) > len(foot) else row
            far = FAR if id(row) in others and same_type(above, row) else 1.5
            if (row.gap > far or len(lines) == len(foot)) and any(
                is_contact(each.text) or find_email(each.text) for each in foot
            ):
                found |= {id(each) for each in foot}
    return found


def same_type(one: Row, other: Row) -> bool:
    """Whether two lines are set alike."""
    first, second = one.segments[0], other.segments[0]
    return (first.color, first.italic, round(first.size)) == (second.color, second.italic, round(second.size))


def is_contact(text: str) -> bool:
    """Whether a line holds addresses and telephone numbers, with their labels, and nothing else."""
    rest = text
    for found in [find_email(text), *(match[0] for match in find_urls(text)), find_phone(text)]:
        rest = rest.replace(found, " ") if found else rest
    if rest == text:
        return False
    return len(re.sub(r"\W", "", rest)) < 4 or all(
        is_label(part) or bool(network_named(part)) for part in CONTACT_PARTS.split(rest) if re.search(r"\w", part)
    )


def is_contact_line(text: str) -> bool:
    """Whether each part of a line is a contact, an address, a place or a user's name."""
    parts = [part.strip(" ,") for part in re.split(r"\s*[|•·]\s*|\s{2,}|\s[–-]\s", text) if part.strip(" ,")]
    return all(
        is_contact(part)
        or bool(STREET.search(part))
        or place_score(part) >= 0.8
        or bool(len(parts) > 1 and re.fullmatch(r"@?[\w.-]{4,30}|[^\W\d][\w.' -]{2,24} \d{1,4}[a-z]?", part))
        for part in parts
    )
