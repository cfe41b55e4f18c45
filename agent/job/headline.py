"""Where a posting says that the work is done: its head lines, its location field, a sentence about the office."""

from __future__ import annotations

import re

from agent.job.lexicon import cue, pattern, table
from agent.job.model import Requirement
from agent.job.places import places_of
from agent.job.sections import Statement
from agent.job.words import fold
from scraper.posting import Posting

SEPARATOR = re.compile(r"\s+[-–—|·•]\s+|(?<=\w)[.!]\s+|\s*\|\s*|\s*;\s*")
LABEL = re.compile(
    r"^(?:job\s+)?(?:location|place of work|where|based in|based at|standort|arbeitsort|ort|einsatzort|lieu(?: de travail)?|localisation|ubicación|lugar(?: de trabajo)?)\s*[:\-–]\s*",
    re.IGNORECASE,
)
WORKPLACE = pattern(("hybrid", "on site", "on-site", "onsite", "remote", "in the office", "in-office", "office-based", "vor ort", "homeoffice", "télétravail", "sur site", "présentiel", "presencial", "híbrido", "remoto", "teletrabajo", "in person"))  # fmt: skip


def places_asked(posting: Posting, told: list[Statement]) -> list[Requirement]:
    """At most one requirement on the place of work, as the posting words it."""
    heads = [each.text for each in told if each.kind == "head" and each.text != posting.title][:8]
    for line in heads:
        if text := place_part(line):
            return [place(text)]
    for line in heads[:1]:
        if text := last_part(line):
            return [place(text)]
    if posting.location.strip():
        return [place(posting.location.strip())]
    text = place_part(posting.title)
    return [place(text)] if text and text != posting.title else []


SHIFT = re.compile(
    r"\b(?:(?:2nd|second|3rd|third|late|night|evening|weekend|twilight|swing|graveyard|rotating) shifts?|nights|weekends|spätschicht|nachtschicht|équipe de nuit|turno de noche)\b",
    re.IGNORECASE,
)


def shift_asked(posting: Posting, found: list[Requirement]) -> list[Requirement]:
    """The shift that the title names, where nothing else that is asked for tells of it."""
    named = SHIFT.search(posting.title)
    if not named:
        return []
    last = fold(named.group()).split()[-1].removesuffix("s")
    if any(last in fold(each.text) for each in found):
        return []
    return [Requirement(id="", text=named.group(), kind="responsibility", priority="required")]


def place_part(line: str) -> str:
    """The part of a head line that tells the place: "Larkspur Freight - Columbus, OH (hybrid)" gives "Columbus, OH (hybrid)"."""
    labelled = LABEL.match(line)
    if labelled:
        return line[labelled.end() :].strip()
    cuts = [0, *(match.end() for match in SEPARATOR.finditer(line))]
    for start in cuts:
        rest = line[start:].strip()
        part = SEPARATOR.split(rest)[0]
        if names_place(part) and not looks_like_title(part):
            town = TOWN_BEFORE.search(line[:start]) if not places_of(part) else None
            return f"{town.group('town')}{line[town.end('town') :]}" if town else without_employer(rest)
    return ""


TOWN_BEFORE = re.compile(r",\s(?P<town>[A-ZÀ-ÖØ-Þ][\w'’-]+(?:[ -][A-ZÀ-ÖØ-Þ][\w'’-]+){0,2})\.\s$")
"""A town that no list knows before a sentence on the office: "Heron Rail, Wolverton. Hybrid, two days in the office"."""


def last_part(line: str) -> str:
    """Of "Orchard Clinic, Bielefeld" and "The Gate, Falmouth - full time" what follows the employer, if it may be a place."""
    match = re.match(r"^[^,|–—·•-]{2,60}?(?:,|\s[–—|·•-])\s+(?P<rest>.+)$", line)
    if not match:
        return ""
    first = re.sub(r"\s*\(.*|,\s.*", "", SEPARATOR.split(match.group("rest"))[0]).strip(" .")
    named = re.fullmatch(r"[A-ZÀ-ÖØ-Þ][\w'’.-]*(?:[ -][\w'’.-]+){0,3}", first)
    return match.group("rest") if named and not COMPANY.search(first) else ""


COMPANY = re.compile(
    r"\b(?:inc|ltd|llc|llp|gmbh|ag|sl|team|department|division|group|manager|engineer|services?|full|part)\b",
    re.IGNORECASE,
)


def names_place(part: str) -> bool:
    found = places_of(part)
    return bool(found.cities or found.states or found.countries or WORKPLACE.search(fold(part)))


def looks_like_title(part: str) -> bool:
    return len(part.split()) > 14


def without_employer(text: str) -> str:
    """Of "Orchard Health System, Meridian, Idaho" the place: "Meridian, Idaho"."""
    pieces = text.split(", ")
    for start in range(len(pieces)):
        rest = ", ".join(pieces[start:])
        if start and not names_place(rest):
            return ", ".join(pieces[start - 1 :])
        if names_place(pieces[start]) or (
            start + 1 < len(pieces) and places_of(", ".join(pieces[start : start + 2])).cities
        ):
            first = fold(pieces[start])
            first = table("places")["same"].get(first, first)
            if places_of(pieces[start]) or any(city == first for city in places_of(rest).cities):
                return rest
    return text


def place(text: str) -> Requirement:
    return Requirement(id="", text=text.strip(" .,;"), kind="location", priority="required")


def is_about_place(text: str) -> bool:
    return bool(cue("place").search(fold(text)))
