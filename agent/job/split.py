"""Plain text as a resume: enough structure to match, where no file reader is at hand."""

from __future__ import annotations

import re

from agent.job.tenure import DATES
from agent.job.words import fold
from agent.resume.lines import identify
from agent.resume.model import Line, Location, OtherSection, Resume, Work

BULLET = re.compile(r"^\s*[-*•–]\s+")


def read_plain(text: str) -> Resume:
    """Blocks with dates become roles, the rest sections of their own."""
    resume = Resume(format="text", language="en")
    section = OtherSection(title="")
    work: Work | None = None
    held = ""
    rows = [row for row in text.splitlines() if row.strip()]
    resume.basics.name = rows[0].strip() if rows else ""
    for place, row in enumerate(rows[1:], 1):
        line = BULLET.sub("", row).strip()
        if place <= 3 and ("@" in line or "," in line) and not resume.basics.location:
            resume.basics.location = Location(text=line.split("|")[0].strip())
            continue
        if line.isupper() and len(line.split()) <= 5:
            section = OtherSection(title=line)
            resume.other.append(section)
            work, held = None, ""
            continue
        work_section = bool(
            re.search(
                r"experience|employment|work|career|sales|support|berufs|expérience|experiencia", fold(section.title)
            )
        )
        if not BULLET.match(row) and work_section and DATES.search(fold(line)):
            work = Work(position=f"{held} {line}".strip(), dates=DATES.search(fold(line)).group())  # type: ignore[union-attr]  # found in the condition
            resume.work.append(work)
            held = ""
        elif BULLET.match(row) and work is not None:
            work.highlights.append(Line(text=line))
        elif not BULLET.match(row) and work_section:
            held = line
        else:
            if not resume.other:
                resume.other.append(section)
            section.lines.append(Line(text=line))
    return identify(resume)
