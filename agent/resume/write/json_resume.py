"""The resume as JSON Resume 1.0 (jsonresume.org/schema).

What the schema has no place for goes under keys that begin with `x-`, in the entry it belongs to, and under
`meta.bespoke` for the whole: dates as written, further lines of the head, sections of their own, order and headings.
"""

from __future__ import annotations

import re
from typing import Any

from agent.resume.model import Award, Basics, Certificate, Education, Entry, Line, Project, Publication, Resume, Work
from agent.resume.write.characters import clean

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
_DATE = re.compile(r"[12]\d{3}(-[01]\d(-[0-3]\d)?)?", re.ASCII)
_URL = re.compile(r"[a-z][a-z0-9+.-]*://[!#-;=?-\[\]_a-z~]+", re.IGNORECASE | re.ASCII)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")


def to_json_resume(resume: Resume) -> dict[str, Any]:
    """The whole resume as plain JSON values; empty ones are left out. Validates against the schema of version 1.0.0."""
    sections: dict[str, Any] = {
        "work": [work(entry, "name") for entry in resume.work],
        "volunteer": [work(entry, "organization") for entry in resume.volunteer],
        "education": [education(entry) for entry in resume.education],
        "awards": [award(entry) for entry in resume.awards],
        "certificates": [certificate(entry) for entry in resume.certificates],
        "publications": [publication(entry) for entry in resume.publications],
        "skills": [{"name": each.name, "level": each.level, "keywords": each.keywords} for each in resume.skills],
        "languages": [{"language": each.language, "fluency": each.fluency} for each in resume.languages],
        "interests": [{"name": each.name, "keywords": each.keywords} for each in resume.interests],
        "references": [{"name": each.name, "reference": each.text} for each in resume.references],
        "projects": [project(entry) for entry in resume.projects],
    }
    document = {"$schema": SCHEMA, "basics": basics(resume.basics), **sections, "meta": {"bespoke": rest(resume)}}
    cleaned: dict[str, Any] = compact(document) or {}
    return cleaned


def basics(part: Basics) -> dict[str, Any]:
    place = part.location
    known = (
        {
            "address": place.address,
            "postalCode": place.postal_code,
            "city": place.city,
            "countryCode": place.country_code,
            "region": place.region,
        }
        if place
        else {}
    )
    if place and not any(known.values()):
        known = {"address": place.text}
    elif place:
        known["x-text"] = place.text
    return {
        "name": part.name,
        "label": part.label,
        **fitting("email", part.email, _EMAIL),
        "phone": part.phone,
        **fitting("url", part.url, _URL),
        "summary": paragraphs(part.summary),
        "location": known,
        "profiles": [
            {"network": each.network, "username": each.username, **fitting("url", each.url, _URL)}
            for each in part.profiles
        ],
    }


def work(entry: Work, employer: str) -> dict[str, Any]:
    return {employer: entry.employer, "position": entry.position, **period(entry), **shared(entry, location="location")}


def education(entry: Education) -> dict[str, Any]:
    facts = {"institution": entry.institution, "area": entry.area, "studyType": entry.degree, "score": entry.score}
    return {**facts, **period(entry), **shared(entry)}


def project(entry: Project) -> dict[str, Any]:
    facts = {"name": entry.name, "roles": [entry.role], "entity": entry.entity}
    return {**facts, **period(entry), **shared(entry, summary="description", keywords="keywords")}


def certificate(entry: Certificate) -> dict[str, Any]:
    return {"name": entry.name, "issuer": entry.issuer, **moment(entry, "date"), **shared(entry)}


def award(entry: Award) -> dict[str, Any]:
    return {"title": entry.title, "awarder": entry.awarder, **moment(entry, "date"), **shared(entry)}


def publication(entry: Publication) -> dict[str, Any]:
    return {"name": entry.name, "publisher": entry.publisher, **moment(entry, "releaseDate"), **shared(entry)}


def shared(
    entry: Entry, *, location: str = "x-location", summary: str = "summary", keywords: str = "x-keywords"
) -> dict[str, Any]:
    return {
        location: entry.location,
        **fitting("url", entry.url, _URL),
        summary: paragraphs(entry.summary),
        "highlights": [line.text for line in entry.highlights],
        keywords: entry.keywords,
    }


def period(entry: Entry) -> dict[str, Any]:
    found = {**fitting("startDate", entry.start, _DATE), **fitting("endDate", entry.end, _DATE)}
    return {**found, "x-current": entry.current or None, "x-dates": entry.dates}


def moment(entry: Entry, key: str) -> dict[str, Any]:
    """One date where the schema has one: the day it was given or ended."""
    first, last = (entry.start, entry.end) if entry.end else ("", entry.start)
    return {
        **fitting(key, last, _DATE),
        "x-startDate": first,
        "x-current": entry.current or None,
        "x-dates": entry.dates,
    }


def rest(resume: Resume) -> dict[str, Any]:
    return {
        "details": [line.text for line in resume.basics.details],
        "sections": [
            {"id": each.id, "title": each.title, "lines": [line.text for line in each.lines]} for each in resume.other
        ],
        "unplaced": [line.text for line in resume.unplaced],
        "order": resume.order,
        "titles": resume.titles,
        "language": resume.language,
    }


def paragraphs(lines: list[Line]) -> str:
    return "\n\n".join(filter(None, (clean(line.text) for line in lines)))


def fitting(key: str, text: str, pattern: re.Pattern[str]) -> dict[str, str]:
    """The text under its key where it has the form the schema asks for, else under the `x-` key."""
    return {key if pattern.fullmatch(clean(text)) else f"x-{key}": text}


def compact(value: Any) -> Any:
    """The value with texts cleaned and everything empty left out, at every depth; None where nothing remains."""
    match value:
        case dict():
            kept = {key: kept for key, each in value.items() if (kept := compact(each)) is not None}
            return kept or None
        case list():
            return [kept for each in value if (kept := compact(each)) is not None] or None
        case str():
            return "\n\n".join(filter(None, map(clean, value.split("\n\n")))) or None
    return value
