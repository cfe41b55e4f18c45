"""Where the work is done, the right to work there, and travelling."""

from __future__ import annotations

import re

from agent.job.kinds import RIGHT
from agent.job.labels.finding import GAP, Finding
from agent.job.lexicon import pattern
from agent.job.model import Requirement
from agent.job.places import places_of, reach
from agent.job.reading import Clause, Reading
from agent.job.words import fold

REMOTE = re.compile(r"\bremote\b|télétravail|teletrabajo|en remoto|100 ?% homeoffice|work from home")
OFFICE = re.compile(
    r"\bhybrid|on[- ]?site|in[- ]office|in the office|vor ort|présentiel|presencial|híbrido|days? (?:a|per) week|wfh \d"
)
MOVES = pattern(("relocating", "relocate", "willing to relocate", "open to relocation", "moving to", "happy to move", "umzugsbereit", "bereit zum umzug", "mobile", "mobilité", "disponibilidad para cambiar de residencia", "disponibilidad geográfica", "commute", "can be in", "pendeln"))  # fmt: skip
PERMITTED = pattern(("citizen", "citizenship", "right to work", "permanent resident", "green card", "settled status", "indefinite leave", "work permit", "authorized to work", "authorised to work", "no sponsorship", "eu citizen", "eu national", "national", "staatsbürger", "staatsangehörigkeit", "niederlassungserlaubnis", "arbeitserlaubnis", "nationalité", "titre de séjour", "nacionalidad", "permiso de trabajo", "permiso de residencia", "ciudadano", "ciudadana", "british passport"))  # fmt: skip
PASSPORT = re.compile(
    r"\b(?:eu|uk|us|u\.s\.|nz|dual|new zealand|\w+(?:ish|ese|ian|can|ean|lian|man|nch|tch|iss|pean)) passports?\b"
)
"""Of a country; a safety passport is a card."""
PERSONAL = re.compile(r"\b(?:citizen\w*|resident of|permanent resident|right to work|green card)\b")
"""Said of a person wherever it stands; other words may speak of a role's matter."""
NEEDS = pattern(
    (
        "requires sponsorship",
        "require sponsorship",
        "need sponsorship",
        "needs sponsorship",
        "student visa",
        "visa expires",
        "opt until",
    )
)


def label_place(requirement: Requirement, reading: Reading) -> Finding:
    folded = fold(requirement.text)
    if RIGHT.search(folded):
        return label_right(reading)
    job = places_of(requirement.text)
    remote = bool(REMOTE.search(folded)) and not OFFICE.search(folded)
    home = home_clause(reading)
    where = reach(places_of(home.text), job, remote=remote) if home else "unknown"
    named = names_of(job.cities, requirement.text) | {
        city for city in (places_of(home.text).cities if home else ()) if re.search(rf"\b{re.escape(city)}\b", folded)
    }
    if home and (
        where in {"there", "near"} or any(re.search(rf"\b{re.escape(name)}\b", fold(home.text)) for name in named)
    ):
        return Finding("met", (home,))
    current = max((role.span[1] for role in reading.roles if role.span), default=0)
    for role in reading.roles:
        works_there = (
            role.span
            and role.span[1] == current
            and any(re.search(rf"\b{re.escape(name)}\b", fold(role.header.text)) for name in named)
        )
        if works_there and not remote:
            return Finding("met", (role.header,), wording="other", note="The latest role is there.")
    for clause in reading.clauses:
        said = fold(clause.line)
        names_city = any(re.search(rf"\b{re.escape(city)}\b", said) for city in named)
        if names_city and not clause.entry and (MOVES.search(said) or home is None):
            return Finding("met", (clause,))
        if MOVES.search(said) and not clause.entry and not re.search(r"\b(?:not|no|unable)\b", said):
            return Finding("partial", (clause,), note="The resume says something about moving or commuting.")
    if remote and not job:
        return Finding("met", (home,) if home else ())
    if not job and OFFICE.search(folded) and (ready := office_clause(reading)):
        return Finding("met", (ready,))
    if home and not named and not job and OFFICE.search(folded):
        return GAP
    if home and where == "unknown":
        return Finding("met", (home,), wording="other", note="The resume names a place; how far it is was not checked.")
    return GAP


def office_clause(reading: Reading) -> Clause | None:
    """The line in which a person says to be ready for days in an office, or does them now."""
    for clause in reading.clauses:
        folded = fold(clause.text)
        found = IN_OFFICE.search(folded)
        if found and READY.search(folded) and clause.standing(len(folded[: found.start()].split())) != "denied":
            return clause
    return None


IN_OFFICE = re.compile(
    r"\b(?:in the office|in an office|on[- ]site|in person|hybrid|days? (?:a|per) week|im büro|au bureau|en la oficina)\b"
)
READY = re.compile(
    r"\b(?:happy|glad|willing|fine|open to|prefer\w*|like|can|ready|available|used to|no problem|currently|now|gern|bereit|volontiers|dispuest[oa])\b"
)


def names_of(cities: frozenset[str], text: str) -> frozenset[str]:
    """The cities named; where none is known, every capitalised part of the text that is no word of the workplace."""
    if cities:
        return cities
    parts = re.findall(r"[A-ZÀ-Ý][\w'’-]+(?:[ -][A-ZÀ-Ý][\w'’-]+)*", text)
    return frozenset(
        fold(part)
        for part in parts
        if len(part) > 3 and not OFFICE.search(fold(part)) and not REMOTE.search(fold(part))
    )


def home_clause(reading: Reading) -> Clause | None:
    """The line that tells where the person lives: the address, else the first line of the head that names a place."""
    for clause in reading.clauses:
        if clause.ref == "basics.location":
            return whole(clause)
    head = [
        clause for clause in reading.clauses if clause.section in {"basics", "summary", "unplaced"} or not clause.entry
    ][:12]
    found = next((clause for clause in head if places_of(clause.line)), None)
    return whole(found) if found else None


def whole(clause: Clause) -> Clause:
    return Clause(
        clause.line, clause.line, clause.ref, clause.source, clause.entry, clause.section, clause.header, clause.limited
    )


def label_right(reading: Reading) -> Finding:
    for clause in reading.clauses:
        folded = fold(clause.text)
        if NEEDS.search(folded):
            return Finding("missing", (clause,), "denied")
        match = PERMITTED.search(folded) or PASSPORT.search(folded)
        if (
            match
            and clause.standing(len(folded[: match.start()].split())) != "denied"
            and (not clause.entry or PERSONAL.search(folded))
        ):
            return Finding("met", (clause,), wording="other")
    return GAP
