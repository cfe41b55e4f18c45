"""The lines of a resume with the role, degree or section each belongs to, also where the reader placed them nowhere.

Why: a file reader that does not know a heading keeps its lines as loose text. For matching it matters which of them are
a role's header and which stand under it, so loose runs are read here by their dates and their section's title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from agent.job.lexicon import pattern, table
from agent.job.places import known_cities
from agent.job.tenure import DATES, Months, reach_of, span_of
from agent.job.words import fold
from agent.resume.lines import Address, addresses, find_entry
from agent.resume.model import Resume

HOLDINGS = {"skills", "certificates", "languages"}
BRACKETS = re.compile(r"\([^()]*\)")
STATED_SINCE = re.compile(
    r"\b(?:citizen\w*|resident|settled|status|vaccinat\w*|vetted|staatsbürger\w*|nationalité|ciudadan[oa])\b"
)
HELD_SINCE = re.compile(
    r"\b(?:member\w*|licen[cs]\w*|registered|certified|valid|expir\w+|commission|renewed|issued|mitglied|gültig|membre|valable|miembro|vigente|clean record)\b"
)
"""What is held since a year is no role."""
SINCE = re.compile(r"(?:since|seit|depuis|desde)\b")
"""At the end of a sentence it tells since when a thing was done: "GitLab since 2023."."""
SINGLE_YEAR = re.compile(r"[,(.]\s*(?:19|20)\d\d\)?\s*(?:\(.*\))?\.?$")


@dataclass(frozen=True, slots=True)
class Row:
    """A line with the entry it belongs to (`entry`, also for loose lines) and what its section is (`section`)."""

    ref: str
    text: str
    entry: str
    section: str
    header: bool
    span: Months | None = None
    title: str = ""


def rows_of(resume: Resume, today: date) -> list[Row]:
    """Every line of the resume, loose ones put under the roles they seem to belong to."""
    titles = {section.id: section.title for section in resume.other}
    found: list[Row] = []
    for section, group in groupby(addresses(resume), key=lambda line: line.section):
        lines = list(group)
        if section in titles or section == "unplaced":
            found += loose(lines, titles.get(section, ""), today)
        else:
            found += [placed(line, resume, today) for line in lines]
    return found


def placed(line: Address, resume: Resume, today: date) -> Row:
    header = line.kind == "header"
    entry = find_entry(resume, line.entry) if header else None
    return Row(line.id, line.text, line.entry, line.section, header, span_of(entry, today) if entry else None)


def loose(lines: list[Address], title: str, today: date) -> Iterator[Row]:
    kind = kind_of_title(title)
    entry = ""
    place = 0
    while place < len(lines):
        line = lines[place]
        ahead = next((step for step in (1, 2) if starts_role(lines, place, step)), 0)
        if inner := titled(line.text):
            kind, entry = inner, ""
        elif (ahead or is_header(line.text)) and kind not in HOLDINGS:
            entry = line.id
            told = [each.text for each in lines[place : place + ahead + 1]]
            head = ", ".join(told)
            section = "education" if kind == "education" or is_schooling(head) else "work"
            yield Row(line.id, head, entry, section, header=True, span=reach_of(head, today), title=title)
            place += ahead
        else:
            section = "work" if entry and kind in {"", "work"} else kind or "other"
            if is_schooling(line.text, inside=bool(entry)) and kind in {"", "education"}:
                yield Row(line.id, line.text, "", "education", header=True, title=title)
            else:
                yield Row(line.id, line.text, entry if section == "work" else "", section, header=False, title=title)
        place += 1


def starts_role(lines: list[Address], place: int, step: int) -> bool:
    """Whether `step` lines below stands the date of a header that begins here."""
    if place + step >= len(lines):
        return False
    between = [lines[place + offset].text for offset in range(step)]
    if HELD_SINCE.search(fold(lines[place + step].text)):
        return False
    return is_date_line(lines[place + step].text) and all(
        len(BRACKETS.sub("", text).split()) <= 14
        and not text.endswith((".", ";"))
        and ": " not in text
        and not DATES.search(fold(text))
        and any(map(str.isupper, text.split(maxsplit=1)[0]))
        for text in between
    )


def is_date_line(text: str) -> bool:
    """A line of dates and little else: "Charlotte, NC | April 2022 - August 2025"."""
    folded = fold(text)
    rest, dates = DATES.subn(" ", folded)
    return bool(dates) and len(rest.split()) <= LONGEST_BESIDE * dates


LONGEST_BESIDE = 5
"""Words beside each range of dates, as in "lead line October 2020 - June 2023, junior sous July 2023 - Present"."""


def is_header(text: str) -> bool:
    folded = fold(text)
    match = DATES.search(folded)
    if not match or len(folded.split()) > 26 or STATED_SINCE.search(folded[: match.start()]):
        return False
    rest = len(folded) - match.end()
    if text.endswith(".") and SINCE.match(match.group()):
        return False
    if match.start() == 0:
        return 1 < len(folded[match.end() :].split()) <= 14 and not text.endswith((".", ";"))
    return rest <= 12 or match.start() <= 3 or "|" in text


def is_schooling(text: str, *, inside: bool = False) -> bool:
    """Whether a line tells of a degree; `inside` a role it needs its year, for a teacher's deeds name exams and schools too."""
    folded = fold(STATE.sub(cut_state, text))
    if not DEGREE.search(folded) or len(folded.split()) > LONGEST_SCHOOLING or CHAT.search(text):
        return False
    dated = bool(SINGLE_YEAR.search(text) or DATES.search(folded))
    return dated or (not inside and bool(SCHOOL.search(folded)))


def cut_state(found: re.Match[str]) -> str:
    """A city without its state, or what only looks like one: "Museum Studies, MA, Ashby College" is a degree."""
    city = found.group("city")
    return city if known_cities().search(fold(city)) or not HOUSE.search(fold(found.string)) else found.group()


HOUSE = re.compile(r"\b(?:universit\w+|college|school|institute|academy|polytechnic)\b")
STATE = re.compile(r"(?P<city>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2}), M[AS]\b(?=\s*(?:[,|(]|$|\d{5}))")
"""Massachusetts and Mississippi after a city, which are written as two degrees are."""
CHAT = re.compile(r"[.;] I (?:have|am|do|chair|play|run|keep|like|can|also|was|sing|coach|read|bake|grow)\b")
"""Sentences about the person, one of which may name a licence."""
LONGEST_SCHOOLING = 36
"""Words; a longer line is a paragraph about the person that names a school too."""


def titled(text: str) -> str:
    """The kind of a heading that the reader left among the lines."""
    return kind_of_title(text) if text.isupper() and len(text.split()) <= 5 else ""


def kind_of_title(title: str) -> str:
    folded = fold(title)
    return next((kind for kind, words in table("resume")["titles"].items() if pattern(tuple(words)).search(folded)), "")


SCHOOL = pattern(tuple(table("resume")["schools"]["words"]))
DEGREE = pattern(tuple(table("resume")["schools"]["degrees"]))
