"""How sure the reading of each field is.

Why apart from the readers: each of them knows how it chose, but only the whole shows that a title goes on in a sentence, that
one role alone has no dates, or that the name agrees with the e-mail address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import phonenumbers

from agent.resume.model import Education, Entry, Line, Resume, Work
from agent.resume.read.headings import is_title_of_document, section_of
from agent.resume.read.places import place_score
from agent.resume.read.roles import GUESS, LIKELY
from agent.resume.read.words import company_score, find_degree, has_school, outer_title, title_score

FIT, ODD, WRONG = 0.65, 0.5, 0.3
"""A guess that is usually right, one that may well not be, and one that reads like a mistake."""

HEAD = 25
"""How many rows the head of a resume may have."""

BROKEN_EMAIL = re.compile(
    r"[\w.+-]{2,}\s*(?:@|\(at\)|\[at\]|\{at\})\s*[\w-]{2,}(?:\s*(?:\.|\(dot\)|\[dot\]|\(punkt\))\s*\w{2,})+",
    re.IGNORECASE,
)
BROKEN_PHONE = re.compile(
    r"\b(?:tel|telefon|teléfono|téléphone|tél|phone|mobile|mobil|móvil|portable|handy|cell)\b[^\w\n]{1,3}[\dO+(][\doO ()./+-]{5,}",
    re.IGNORECASE,
)
ROLES = ("work", "volunteer")
NEAR = 2
"""How many roles must have it for its lack in another to be odd."""
DANGLING = re.compile(
    r"\s(?:a|an|the|of|in|on|at|to|for|and|or|with|by|from|as|der|die|das|und|mit|von|für|im|bei|de|la|le|el|et|y|en|con|du|des)$"
)
LEADING = re.compile(r"^(?:at|in|of|to|and|with|by|und|mit|von|bei|im|et|y|con|chez)\s")
SENTENCE = re.compile(r"\s[a-zß-ÿ]{3,}[.!?](?:\s|$)")
LONGEST_NAME, LOWEST_SENTENCE = 9, 4
OWN = re.compile(
    r"(?i)freelanc|self[- ]?employed|selbst(?:st)?ändig|freiberuf|indépendant|autónom|por cuenta propia|founder|owner|inhaber"
)


def note_certainty(resume: Resume, texts: Sequence[str] = ()) -> Resume:
    """Fill in `confidence`, in place, and return the same resume. `texts` are the rows of the file."""
    known = dict(resume.confidence)
    resume.confidence.update(contact_doubts(resume))
    note_unread(resume, texts)
    for section in ROLES:
        resume.confidence.update(role_doubts(getattr(resume, section), known))
    for entry in resume.education:
        resume.confidence.update(study_doubts(entry, known))
    resume.confidence.update({line.id: ODD for line in resume.unplaced})
    return resume


def contact_doubts(resume: Resume) -> Iterator[tuple[str, float]]:
    basics = resume.basics
    if basics.location and "basics.location" in resume.confidence:
        yield "basics.location", FIT
    if (sure := name_sureness(basics.name, basics.email)) < 1:
        yield "basics.name", sure
    if basics.phone.startswith("+") and not is_possible(basics.phone):
        yield "basics.phone", ODD


def note_unread(resume: Resume, texts: Sequence[str]) -> None:
    """Tell of contact data that stands in the head of the file in a form that was not understood."""
    for field, pattern in (("email", BROKEN_EMAIL), ("phone", BROKEN_PHONE)):
        row = next((text for text in texts[:HEAD] if pattern.search(text)), "")
        if row and not getattr(resume.basics, field):
            resume.confidence[f"basics.{field}"] = ODD
            resume.quotes[f"basics.{field}"] = Line(text=row)


def name_sureness(name: str, email: str) -> float:
    if not name or re.search(r"[\d@:/]", name) or section_of(name) or is_title_of_document(name):
        return WRONG
    if agrees(name, email):
        return 1.0
    if title_score(name) >= 1 or place_score(name) >= 1 or company_score(name) >= 1:
        return ODD
    return ODD if name.isascii() and (len(name.split()) < 2 or name == name.lower()) else 1.0


def agrees(name: str, email: str) -> bool:
    """Whether the e-mail address holds a part of the name."""
    local = re.sub(r"[^a-z]", "", email.partition("@")[0].lower())
    return any(len(part) > 2 and part in local for part in re.findall(r"[a-z]+", name.lower()))


def is_possible(phone: str) -> bool:
    try:
        return bool(phonenumbers.is_possible_number(phonenumbers.parse(phone, None)))
    except phonenumbers.NumberParseException:
        return False


def role_doubts(entries: list[Work], known: dict[str, float]) -> Iterator[tuple[str, float]]:
    titled = sum(bool(entry.position) for entry in entries)
    ranged = sum(bool(entry.start and (entry.end or entry.current)) for entry in entries)
    dated = sum(bool(entry.dates) for entry in entries)
    latest = "" if any(entry.current for entry in entries) else max((entry.start for entry in entries), default="")
    for entry in entries:
        if entry.employer and title_score(entry.position) and not title_score(entry.employer):
            names = (f"{entry.id}.{field}" for field in ("position", "employer"))
            yield from ((name, LIKELY) for name in names if known.get(name) == GUESS)
        if not entry.employer and OWN.search(entry.position):
            yield f"{entry.id}.employer", LIKELY
        if not entry.position and entry.employer:
            if outer_title(entry.employer):
                yield f"{entry.id}.employer", ODD
            elif titled:
                yield f"{entry.id}.position", ODD
        if leaning(entry.position) < 0 < leaning(entry.employer):
            yield f"{entry.id}.position", WRONG
        elif is_untold(entry, known):
            yield from ((f"{entry.id}.{field}", ODD) for field in ("position", "employer"))
        yield from name_doubts(entry, ("position", "employer"), known)
        if (sure := date_sureness(entry, dated, ranged, latest)) < 1:
            yield f"{entry.id}.dates", sure


def is_untold(entry: Work, known: dict[str, float]) -> bool:
    """Whether the layout, no sure guide, made a title of a name without a word of titles, though the other has one or it holds
    several names. That nothing tells alone is no reason to ask: measured, the layout is then right three times in four.
    """
    if not (entry.position and entry.employer) or title_score(entry.position):
        return False
    return f"{entry.id}.position" in known and (bool(title_score(entry.employer)) or "," in entry.position)


def leaning(text: str) -> float:
    """Above 0 where a text reads like a title, below where like an employer, 0 where it may be both."""
    title, company = title_score(text), company_score(text)
    return 0.0 if title and company else title - company


def date_sureness(entry: Entry, dated: int, ranged: int, latest: str) -> float:
    """`latest` is when the newest role began where none is told to go on: then a single date may mean "since"."""
    if entry.start and entry.end and entry.start > entry.end and not entry.end.startswith(entry.start[:4]):
        return WRONG
    if not entry.dates:
        return ODD if dated >= NEAR else 1.0
    single = bool(entry.start) and not entry.end and not entry.current
    if not single or not ranged:
        return 1.0
    return ODD if entry.start == latest else FIT


def study_doubts(entry: Education, known: dict[str, float]) -> Iterator[tuple[str, float]]:
    address = f"{entry.id}.institution"
    degree = find_degree(entry.degree)
    if known.get(address) == GUESS and entry.institution and degree and not find_degree(entry.institution):
        yield address, LIKELY if degree.start() < 3 and not title_score(entry.institution) else ODD
    if not entry.institution:
        yield address, FIT
    if has_school(entry.degree) and not has_school(entry.institution) and entry.institution:
        yield address, WRONG
    yield from name_doubts(entry, ("institution", "degree"), known)


def name_doubts(entry: Entry, fields: tuple[str, ...], known: dict[str, float]) -> Iterator[tuple[str, float]]:
    for field in fields:
        if is_odd(getattr(entry, field)):
            yield f"{entry.id}.{field}", min(WRONG, known.get(f"{entry.id}.{field}", 1.0))


def is_odd(text: str) -> bool:
    """Whether a text reads like a piece of a sentence, not like the name of a job, an employer, a school or a degree."""
    return bool(text) and bool(
        not text[0].isalnum()
        or (text[0].islower() and len(text.split()) >= LOWEST_SENTENCE)
        or LEADING.search(text)
        or DANGLING.search(text)
        or SENTENCE.search(text)
        or len(text.split()) > LONGEST_NAME
    )
