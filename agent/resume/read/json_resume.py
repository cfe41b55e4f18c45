"""A JSON Resume (jsonresume.org/schema) as a `Resume`. What the schema does not know is kept as a section of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from agent.errors import UnsupportedFormat
from agent.resume.model import (
    Award,
    Basics,
    Certificate,
    Education,
    Entry,
    Interest,
    Language,
    Line,
    Location,
    OtherSection,
    Profile,
    Project,
    Publication,
    Reference,
    Resume,
    SkillGroup,
    Work,
)
from agent.resume.read.characters import clean

Json = dict[str, Any]
SECTIONS = (
    "basics", "work", "volunteer", "education", "skills", "projects", "certificates", "languages", "awards", "publications",
    "interests", "references",
)  # fmt: skip
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
NAMES: dict[type[Entry], dict[str, str]] = {
    Work: {"employer": "name company organization", "position": "position", "location": "location"},
    Education: {
        "institution": "institution",
        "area": "area",
        "degree": "studyType",
        "score": "score gpa",
        "location": "location",
    },
    Project: {"name": "name", "role": "role roles", "entity": "entity", "location": "location"},
    Certificate: {"name": "name", "issuer": "issuer"},
    Award: {"title": "title", "awarder": "awarder"},
    Publication: {"name": "name", "publisher": "publisher"},
}
ENTRIES: dict[str, type[Entry]] = {
    "work": Work, "volunteer": Work, "education": Education, "projects": Project, "certificates": Certificate,
    "awards": Award, "publications": Publication,
}  # fmt: skip
BESPOKE = "bespoke"
"""Our own part of `meta`: what the schema has no place for, in files that we wrote."""
SHARED = "startDate endDate date releaseDate url website summary description highlights courses keywords dates current"


def read(text: str) -> Resume:
    """Raises `UnsupportedFormat` when it is no JSON object or holds nothing of a resume."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnsupportedFormat("The file looks like JSON but is not valid JSON.") from error
    if not isinstance(value, dict) or not any(isinstance(value.get(key), dict | list) for key in SECTIONS):
        raise UnsupportedFormat("The JSON file is not in the JSON Resume format.")
    resume = Resume(basics=read_basics(mapping(value.get("basics"))), format="json")
    rest = mapping(mapping(value.get("meta")).get(BESPOKE))
    for section, kind in ENTRIES.items():
        entries = (read_entry(kind, item, ours=bool(rest)) for item in mappings(value.get(section)))
        getattr(resume, section).extend(entries)
    read_groups(resume, value)
    for key, item in value.items():
        lines = [] if key in {*SECTIONS, "meta", "$schema"} else list(lines_of(item))
        if lines:
            resume.other.append(OtherSection(id=f"other.{len(resume.other) + 1}", title=spaced(key), lines=lines))
    resume.order = ["summary"] * bool(resume.basics.summary) + [
        key for key in value if key in SECTIONS[1:] and getattr(resume, key)
    ]
    resume.order += [section.id for section in resume.other]
    if rest:
        read_rest(resume, rest)
    return resume


def read_rest(resume: Resume, rest: Json) -> None:
    """What our own writer keeps beside the schema: details, sections of their own, order and headings."""
    resume.basics.details += [Line(text=text) for text in words(rest.get("details"))]
    for section in mappings(rest.get("sections")):
        identity = word(section.get("id")) or f"other.{len(resume.other) + 1}"
        lines = [Line(text=text) for text in words(section.get("lines"))]
        resume.other.append(OtherSection(id=identity, title=word(section.get("title")), lines=lines))
    resume.unplaced += [Line(text=text) for text in words(rest.get("unplaced"))]
    resume.order = words(rest.get("order")) or resume.order
    resume.titles = {key: word(title) for key, title in mapping(rest.get("titles")).items()}
    resume.language = word(rest.get("language"))


def read_basics(value: Json) -> Basics:
    place = value.get("location")
    basics = Basics(
        name=word(value.get("name")), label=word(value.get("label")), email=word(value.get("email")), phone=word(value.get("phone")),
        url=word(value.get("url") or value.get("website")), summary=paragraphs(value.get("summary")),
        location=read_location(mapping(place)) if isinstance(place, dict) else Location(text=word(place)) if word(place) else None,
    )  # fmt: skip
    for item in mappings(value.get("profiles")):
        basics.profiles.append(
            Profile(network=word(item.get("network")), username=word(item.get("username")), url=word(item.get("url")))
        )
    known = {"name", "label", "email", "phone", "url", "website", "summary", "location", "profiles", "image"}
    basics.details = [line for key, item in value.items() if key not in known for line in lines_of(item, key)]
    return basics


def read_location(value: Json) -> Location:
    place = Location(
        address=word(value.get("address")), city=word(value.get("city")), region=word(value.get("region")),
        country_code=word(value.get("countryCode")), postal_code=word(value.get("postalCode")),
    )  # fmt: skip
    place.text = word(value.get("text")) or ", ".join(
        filter(
            None,
            [place.address, " ".join(filter(None, [place.postal_code, place.city])), place.region, place.country_code],
        )
    )
    return place


def read_entry(kind: type[Entry], value: Json, *, ours: bool) -> Entry:
    """An entry; in a file of `ours` nothing is guessed, since it says all we know."""
    entry = kind()
    used = set(SHARED.split())
    for field, keys in NAMES[kind].items():
        used.update(keys.split())
        found = next((value[key] for key in keys.split() if value.get(key)), "")
        setattr(entry, field, ", ".join(map(word, found)) if isinstance(found, list) else place_text(found))
    entry.start, entry.end = date(value.get("startDate")), date(value.get("endDate"))
    entry.end = entry.end or date(value.get("date") or value.get("releaseDate"))
    ongoing = kind in {Work, Project} and bool(entry.start) and not entry.end
    entry.current = value.get("current") is True if ours else ongoing
    entry.dates = word(value.get("dates")) or ("" if ours else " - ".join(filter(None, [entry.start, entry.end])))
    entry.url = word(value.get("url") or value.get("website"))
    entry.summary = [*paragraphs(value.get("summary")), *paragraphs(value.get("description"))]
    entry.highlights = [*lines_of(value.get("highlights")), *lines_of(value.get("courses"))]
    entry.keywords = words(value.get("keywords"))
    entry.summary += [line for key, item in value.items() if key not in used for line in lines_of(item, key)]
    return entry


def read_groups(resume: Resume, value: Json) -> None:
    for item in mappings(value.get("skills")):
        resume.skills.append(
            SkillGroup(name=word(item.get("name")), level=word(item.get("level")), keywords=words(item.get("keywords")))
        )
    for item in mappings(value.get("languages")):
        resume.languages.append(Language(language=word(item.get("language")), fluency=word(item.get("fluency"))))
    for item in mappings(value.get("interests")):
        resume.interests.append(Interest(name=word(item.get("name")), keywords=words(item.get("keywords"))))
    for item in mappings(value.get("references")):
        resume.references.append(Reference(name=word(item.get("name")), text=word(item.get("reference"))))


def mapping(value: Any) -> Json:
    """An object, empty for anything else; a key `x-dates` of our own counts as `dates`."""
    if not isinstance(value, dict):
        return {}
    own = {key.removeprefix("x-"): item for key, item in value.items() if key.startswith("x-")}
    return own | {key: item for key, item in value.items() if not key.startswith("x-")}


def mappings(value: Any) -> list[Json]:
    items = value if isinstance(value, list) else []
    return [
        mapping(item) if isinstance(item, dict) else {"name": item, "language": item, "title": item} for item in items
    ]


def word(value: Any) -> str:
    return clean(str(value)) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def words(value: Any) -> list[str]:
    if isinstance(value, str):
        value = value.split(",")
    return [text for item in value if (text := word(item))] if isinstance(value, list) else []


def place_text(value: Any) -> str:
    return read_location(value).text if isinstance(value, dict) else word(value)


def date(value: Any) -> str:
    """The date when it is one, in the schema's own form; as written otherwise."""
    text = word(value)
    found = DATE.match(text)
    return found[0] if found else text


def paragraphs(value: Any) -> list[Line]:
    return (
        [Line(text=text) for part in str(value or "").split("\n") if (text := word(part))]
        if isinstance(value, str)
        else []
    )


def lines_of(value: Any, label: str = "") -> Iterator[Line]:
    """All text under a value, each leaf a line, so that nothing is dropped."""
    if isinstance(value, dict):
        parts = [f"{spaced(key)}: {text}" for key, item in value.items() if (text := word(item))]
        if parts:
            yield Line(text=", ".join(parts))
        for key, item in value.items():
            if isinstance(item, dict | list):
                yield from lines_of(item, key)
    elif isinstance(value, list):
        for item in value:
            yield from lines_of(item)
    elif text := word(value):
        yield Line(text=f"{spaced(label)}: {text}" if label else text)


def spaced(key: str) -> str:
    """`driverLicence` as `Driver licence`."""
    text = re.sub(r"(?<=[a-z])(?=[A-Z])|[_-]", " ", key).strip()
    return text[:1].upper() + text[1:].lower() if text else ""
