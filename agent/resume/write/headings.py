"""The heading of each section where the resume's own file gives none, in the resume's language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from agent.resume.model import Resume
from agent.resume.write.characters import clean

SECTIONS = (
    "summary",
    "work",
    "projects",
    "education",
    "skills",
    "certificates",
    "languages",
    "publications",
    "awards",
    "volunteer",
    "interests",
    "references",
)
"""The sections of the model, in the order they get where the file gives none."""


def section_order(resume: Resume) -> list[str]:
    """Every section the resume may hold, once: as its file orders them, then what the file did not have."""
    own = [section.id for section in resume.other]
    known = [*SECTIONS, *own, "unplaced"]
    order = [section for section in dict.fromkeys(resume.order) if section in known]
    if "summary" not in order:
        order.insert(0, "summary")
    return [*order, *(section for section in known if section not in order)]


def heading(resume: Resume, section: str) -> str:
    """The section's heading: the file's own, else the usual one in the resume's language, else in English."""
    if own := clean(resume.titles.get(section, "")):
        return own
    for other in resume.other:
        if other.id == section:
            return clean(other.title)
    return word(resume.language, section)


def word(language: str, key: str) -> str:
    """A word the writers add of their own accord, such as a heading or "Present"."""
    words = _words()
    table = words.get(language_code(language), words["en"])
    return table.get(key, words["en"][key])


def language_code(language: str) -> str:
    """`de` of `de-AT` or `DE_de`; empty where the language is not known."""
    code = language.replace("_", "-").split("-")[0].strip().lower()
    return code if code.isascii() and code.isalpha() and len(code) in (2, 3) else ""


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("headings.toml").read_text("utf-8"))
