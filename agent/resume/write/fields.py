"""What a written resume must hold: every approved text of the model, group by group in the order it is written.

Why apart from the arrangement: the gate reads the model with its own eyes, so what the writers forget, it misses.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from agent.resume.model import DATED, Basics, Entry, Line, Location, Profile, Resume
from agent.resume.write.arrangement import linked
from agent.resume.write.characters import clean, squeeze
from agent.resume.write.headings import section_order


class Field(NamedTuple):
    """One text that must come back; `address` such as `work.1.employer` is told where it does not."""

    address: str
    text: str


def field_groups(resume: Resume) -> Iterator[list[Field]]:
    """Groups in the order they are written; within a group (an entry's head) the order is the format's own."""
    for group in every_group(resume):
        if kept := [field for field in group if squeeze(field.text)]:
            yield kept


def every_group(resume: Resume) -> Iterator[list[Field]]:
    yield from head_groups(resume.basics)
    for section in section_order(resume):
        yield from section_groups(resume, section)


def head_groups(basics: Basics) -> Iterator[list[Field]]:
    yield [Field("basics.name", basics.name)]
    yield [Field("basics.label", basics.label)]
    yield [Field("basics.email", basics.email)]
    yield [Field("basics.phone", basics.phone)]
    yield place_group(basics.location)
    yield [web_field("basics.url", basics.url)]
    for place, profile in enumerate(basics.profiles, 1):
        yield profile_group(f"basics.profiles.{place}", profile)
    yield from line_groups(basics.details)


def place_group(place: Location | None) -> list[Field]:
    """The place as written, else its parts."""
    if place is None or clean(place.text):
        return [Field("basics.location", place.text if place else "")]
    parts = ("address", "postal_code", "city", "region", "country_code")
    return [Field(f"basics.location.{part}", getattr(place, part)) for part in parts]


def profile_group(address: str, profile: Profile) -> list[Field]:
    """Network and name need no word of their own where the address holds them."""
    web = web_field(f"{address}.url", profile.url)
    named = {"network": profile.network, "username": profile.username}
    own = [Field(f"{address}.{key}", text) for key, text in named.items() if text.casefold() not in web.text.casefold()]
    return [*own, web]


def section_groups(resume: Resume, section: str) -> Iterator[list[Field]]:
    if section in DATED:
        for entry in getattr(resume, section):
            yield from entry_groups(entry)
    match section:
        case "summary":
            yield from line_groups(resume.basics.summary)
        case "skills":
            for skills in resume.skills:
                yield [Field(f"{skills.id}.name", skills.name), Field(f"{skills.id}.level", skills.level)]
                yield from ([Field(skills.id, keyword)] for keyword in skills.keywords)
        case "languages":
            for language in resume.languages:
                yield [Field(language.id, language.language)]
                yield [Field(f"{language.id}.fluency", language.fluency)]
        case "interests":
            for interest in resume.interests:
                yield [Field(interest.id, interest.name)]
                yield from ([Field(interest.id, keyword)] for keyword in interest.keywords)
        case "references":
            for reference in resume.references:
                yield [Field(f"{reference.id}.name", reference.name)]
                yield [Field(reference.id, reference.text)]
        case "unplaced":
            yield from line_groups(resume.unplaced)
    for other in resume.other:
        if other.id == section:
            yield [Field(f"{other.id}.title", resume.titles.get(section) or other.title)]
            yield from line_groups(other.lines)


def entry_groups(entry: Entry) -> Iterator[list[Field]]:
    """The entry's own facts as one group, whatever kind it is of; then its lines."""
    lists = {"summary", "highlights", "keywords"}
    unwritten = {"id", "start", "end", "current", "url", *lists}
    facts = [
        Field(f"{entry.id}.{name}", getattr(entry, name)) for name in type(entry).model_fields if name not in unwritten
    ]
    understood = [] if clean(entry.dates) else [Field(f"{entry.id}.start", entry.start)]
    understood += [] if clean(entry.dates) or entry.current else [Field(f"{entry.id}.end", entry.end)]
    yield [*facts, *understood, web_field(f"{entry.id}.url", entry.url)]
    yield from line_groups(entry.summary)
    yield from line_groups(entry.highlights)
    yield from ([Field(f"{entry.id}.keywords", keyword)] for keyword in entry.keywords)


def line_groups(lines: list[Line]) -> Iterator[list[Field]]:
    yield from ([Field(line.id, line.text)] for line in lines)


def web_field(address: str, url: str) -> Field:
    contact = linked(url)
    return Field(address, contact.text if contact else "")
