"""Lines of the file that found no place: which went astray together, and where they could stand."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from agent.resume.correct import title_of
from agent.resume.lines import line_lists
from agent.resume.model import DATED, Line, Resume
from agent.resume.read.oddness import is_odd
from agent.resume.write.headings import heading

MOST_PLACES = 24
NEAR_PARAGRAPHS, NEAR_POINTS = 2, 40.0
"""How far below another a line may stand to go with it."""


class Home(BaseModel):
    """Where a line could stand: an entry or a section, by its id and its name."""

    id: str
    name: str


def homes(resume: Resume, line_id: str) -> list[Home]:
    """Where a line that found no place could stand: in a section of the file that holds nothing else, after the line before
    it, or anywhere else.
    """
    known = [*named_sections(resume), *named_entries(resume)]
    bare = [home for home in known if home.id in DATED and not getattr(resume, home.id)]
    before = holder_before(resume, line_id)
    likely = [home for home in known if home.id == before]
    ordered = dict.fromkeys((home.id, home.name) for home in [*bare, *likely, *known])
    return [Home(id=id_, name=name) for id_, name in ordered if name][:MOST_PLACES]


def named_sections(resume: Resume) -> list[Home]:
    """Sections that can take a line as it is; roles and degrees only take it within one of them."""
    sections = [key for key in resume.order if key not in ("work", "volunteer", "education", "unplaced")]
    return [Home(id=key, name=heading(resume, key)) for key in sections]


def named_entries(resume: Resume) -> list[Home]:
    found = []
    for section in DATED:
        for entry in getattr(resume, section):
            if is_odd(title_of(entry)):
                continue
            name = ", ".join(
                filter(None, [title_of(entry), getattr(entry, "employer", "") or getattr(entry, "institution", "")])
            )
            found.append(Home(id=entry.id, name=name))
    return found


def blocks(resume: Resume) -> dict[str, list[Line]]:
    """Unplaced lines that stand right below each other went astray together: each first one's id with all of them."""
    found: dict[str, list[Line]] = {}
    block: list[Line] = []
    for line in resume.unplaced:
        if not block or not stands_below(line, block[-1]):
            block = found.setdefault(line.id, [])
        block.append(line)
    return found


def stands_below(line: Line, above: Line) -> bool:
    here, there = standing(line), standing(above)
    if not here or len(here) != len(there):
        return False
    if len(here) == 1:
        return 0 < here[0] - there[0] <= NEAR_PARAGRAPHS
    return here[0] == there[0] and 0 < here[1] - there[1] <= NEAR_POINTS


def holder_before(resume: Resume, line_id: str) -> str:
    """What holds the line that stands before this one in the file."""
    line = next(line for line in resume.unplaced if line.id == line_id)
    best: tuple[tuple[float, ...], str] | None = None
    for holder, lines in line_lists(resume):
        for other in lines if holder != "unplaced" else ():
            here, there = standing(line), standing(other)
            if here and there and len(here) == len(there) and there < here and (best is None or there > best[0]):
                best = (there, holder)
    return best[1] if best else ""


def standing(line: Any) -> tuple[float, ...]:
    """Where a line stands in the file, to be compared with others."""
    place = line.place
    if place is None:
        return ()
    if place.paragraph is not None:
        return (float(place.paragraph),)
    return (float(place.page or 0), place.box[1]) if place.box else ()
