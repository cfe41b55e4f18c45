"""How sure the reading of each field is.

Why apart from the readers: each of them knows how it chose, but only the whole shows that a title goes on in a sentence, that
one role alone has no dates, or that the name agrees with the e-mail address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import phonenumbers

from agent.resume.model import Education, Entry, Line, Resume, Work
from agent.resume.read.closing import is_closing
from agent.resume.read.dates import find_dates
from agent.resume.read.oddness import FIT, ODD, WRONG, is_clause, is_odd, name_sureness
from agent.resume.read.roles import GUESS, LIKELY
from agent.resume.read.words import company_score, find_degree, has_school, outer_title, title_score

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
NEAR = 2
"""How many roles must have it for its lack in another to be odd."""
OWN = re.compile(
    r"(?i)freelanc|self[- ]?employed|selbst(?:st)?ändig|freiberuf|indépendant|autónom|por cuenta propia|founder|owner|inhaber"
)


def note_certainty(resume: Resume, texts: Sequence[str] = ()) -> Resume:
    """Fill in `confidence`, in place, and return the same resume. `texts` are the rows of the file."""
    known = dict(resume.confidence)
    resume.confidence.update(contact_doubts(resume))
    note_unread(resume, texts)
    resume.confidence.update(role_doubts(resume.work, known, any_dates=has_ranges(texts)))
    resume.confidence.update(role_doubts(resume.volunteer, known, any_dates=False))
    schools = any(has_school(text) for text in texts)
    for entry in resume.education:
        resume.confidence.update(study_doubts(entry, known, schools=schools))
    resume.confidence.update({line.id: ODD for line in resume.unplaced if not is_closing(line.text)})
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
    """Tell of contact data that stands in the file, an e-mail address anywhere, and was not taken for the person's."""
    for field, pattern, reach in (("email", BROKEN_EMAIL, len(texts)), ("phone", BROKEN_PHONE, HEAD)):
        row = next((text for text in texts[:reach] if pattern.search(text)), "")
        if row and not getattr(resume.basics, field):
            resume.confidence[f"basics.{field}"] = ODD
            resume.quotes[f"basics.{field}"] = Line(text=row)


def is_possible(phone: str) -> bool:
    try:
        return bool(phonenumbers.is_possible_number(phonenumbers.parse(phone, None)))
    except phonenumbers.NumberParseException:
        return False


def has_ranges(texts: Sequence[str]) -> bool:
    return any(not span.single for text in texts for span in find_dates(text))


def role_doubts(entries: list[Work], known: dict[str, float], *, any_dates: bool) -> Iterator[tuple[str, float]]:
    """`any_dates` tells whether the file holds a range of dates at all: then a role without one has lost it."""
    titled = sum(bool(entry.position) for entry in entries)
    ranged = sum(bool(entry.start and (entry.end or entry.current)) for entry in entries)
    dated = sum(bool(entry.dates) for entry in entries)
    newest = max((entry.start for entry in entries), default="")
    cut = any(is_cut(entry, newest) for entry in entries)
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
        for field in ("position", "employer"):
            if is_clause(getattr(entry, field)):
                yield f"{entry.id}.{field}", WRONG
        if not entry.dates and (dated >= NEAR or (any_dates and not dated)):
            yield f"{entry.id}.dates", ODD
        elif (sure := date_sureness(entry, ranged, latest, newest if cut else "")) < 1:
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


def is_cut(entry: Entry, newest: str) -> bool:
    """Whether the dates end with a dash though a newer role began later: the other half stands elsewhere."""
    return entry.dates.rstrip().endswith(("-", "–", "—")) and entry.start < newest


def date_sureness(entry: Entry, ranged: int, latest: str, cut: str) -> float:
    """`latest` is when the newest role began where none is told to go on: then a single date may mean "since". `cut` is when
    the newest one began where dates of this section were cut in two.
    """
    if entry.start and entry.end and entry.start > entry.end and not entry.end.startswith(entry.start[:4]):
        return WRONG
    single = bool(entry.start) and not entry.end and not entry.current
    if cut and (single or is_cut(entry, cut)):
        return ODD
    if not single or not ranged:
        return 1.0
    return ODD if entry.start == latest else FIT


def study_doubts(entry: Education, known: dict[str, float], *, schools: bool) -> Iterator[tuple[str, float]]:
    """`schools` tells whether the file names a school at all: then a degree without one has lost it."""
    address = f"{entry.id}.institution"
    degree = find_degree(entry.degree)
    if known.get(address) == GUESS and entry.institution and degree and not find_degree(entry.institution):
        yield address, LIKELY if degree.start() < 3 and not title_score(entry.institution) else ODD
    if not entry.institution:
        yield address, ODD if schools and not has_school(entry.degree + entry.area) else FIT
    if has_school(entry.degree) and not has_school(entry.institution) and entry.institution:
        yield address, WRONG
    yield from name_doubts(entry, ("institution", "degree"), known)


def name_doubts(entry: Entry, fields: tuple[str, ...], known: dict[str, float]) -> Iterator[tuple[str, float]]:
    for field in fields:
        if is_odd(getattr(entry, field)):
            yield f"{entry.id}.{field}", min(WRONG, known.get(f"{entry.id}.{field}", 1.0))
