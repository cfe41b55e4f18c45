"""Plain text as a resume whose lines keep their order, section by section, for text that came without a file.

Why beside the file reader: without layout its guesses at fields are unsure, and matching needs only sections and order.
"""

from __future__ import annotations

import re

from agent.job.places import places_of
from agent.job.roles import kind_of_title
from agent.job.tongue import language_of
from agent.resume.lines import identify
from agent.resume.model import Line, Location, OtherSection, Resume

BULLET = re.compile(r"^\s*[-*•–▪◦·]\s+")
CONTACT = re.compile(r"@|https?://|\+?\d[\d ()./-]{7,}\d|github\.com|linkedin\.com")
SHORT_ADDRESS = re.compile(
    r"(?:\d+ [\w .]+, )?(?:\d{4,5} )?[A-ZÀ-Ý][\w'’-]+(?:[ -][A-ZÀ-Ý][\w'’-]+){0,2}(?:,? (?:bei|near|nahe|près de|cerca de) [A-ZÀ-Ý][\w'’-]+)?(?:, [A-ZÀ-Ý][\w.'’ -]+)?(?: \((?:\d{2,5}|[A-ZÀ-Ý][\w'’ -]+)\))?"
)
HEAD_PART = re.compile(r"\s*[|·•]\s*")
SHOWN_WORK = re.compile(r"\b(?:portfolio|showreel|reel|behance|dribbble|artstation|vimeo)\b", re.IGNORECASE)
"""What a contact line says of work to be seen."""
PERSON = re.compile(r"[A-ZÀ-Ý][\w'’-]+ [A-ZÀ-Ý][\w'’-]+")
HEAD_LINES = 5


def read_plain(text: str) -> Resume:
    """Sections of lines; the address is taken from the head. Nothing is dropped."""
    rows = [row.rstrip() for row in text.splitlines() if row.strip()]
    resume = Resume(format="text", language=language_of(text))
    section = OtherSection(title="")
    resume.other.append(section)
    for place, row in enumerate(rows):
        line = BULLET.sub("", row).strip()
        if place == 0 and not CONTACT.search(line):
            resume.basics.name = line
            continue
        if is_title(row) and not is_headline(rows, place):
            section = OtherSection(title=line.rstrip(":"))
            resume.other.append(section)
            continue
        if place < HEAD_LINES and not resume.basics.location and not section.title:
            resume.basics.location = address_in(line)
        if place < HEAD_LINES and CONTACT.search(line):
            section.lines += [Line(text=part) for part in HEAD_PART.split(line) if SHOWN_WORK.search(part)]
        else:
            section.lines.append(Line(text=line))
    return identify(resume)


def is_title(row: str) -> bool:
    text = row.strip().rstrip(":")
    count = len(text.split())
    if BULLET.match(row) or count > 5 or text.endswith((".", ",", ";")) or any(letter.isdigit() for letter in text):
        return False
    return (text.isupper() and len(text) > 2) or bool(kind_of_title(text) and count <= 3 and "," not in text)


def is_headline(rows: list[str], place: int) -> bool:
    """Whether a title in the head tells what the person is: right above the next title, and no word for a section."""
    return place < HEAD_LINES and place + 1 < len(rows) and is_title(rows[place + 1]) and not kind_of_title(rows[place])


def address_in(line: str) -> Location | None:
    for part in re.split(r"\s*[|·•]\s*|\.\s+", line):
        if CONTACT.search(part) or len(part.split()) > 8:
            continue
        bare = part.strip(" .")
        if places_of(bare) or (SHORT_ADDRESS.fullmatch(bare) and not PERSON.fullmatch(bare)):
            return Location(text=part.strip(" ."))
    return None
