"""What the person says of the reading of their file: a field that was read wrongly gets the value they give.

The words of the file are not thrown away with the wrong reading: what stood in the field goes to where the right value was
found, and what the file says there beside it is kept as a line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pydantic import Field

from agent.errors import InvalidAnswer, StaleChange
from agent.resume.lines import find_entry, header
from agent.resume.model import Education, Entry, Line, Part, Resume, Work
from agent.resume.placing import dissolve, free_id, place
from agent.resume.read.dates import find_dates
from agent.resume.read.places import parse_place
from agent.resume.read.words import title_score

PARTNERS = {
    "position": "employer",
    "employer": "position",
    "institution": "degree",
    "degree": "institution",
    "name": "label",
}
"""The field of the same entry that a name may have been taken for."""

TOLD = "told."
"""Begins the ids of words of the file that the person's own take the place of."""

SEPARATORS = " ,;:|·•–—-()[]/"
CONTACT = frozenset({"name", "email", "phone", "location"})


class Correction(Part):
    """One field as it was read and as the person says it is; equal where they said that it was right."""

    address: str = Field(description="work.1.position, basics.phone, unplaced.l2; work.3 of an entry that is none")
    read: str = Field(description="what the field said before; of an entry, its head")
    value: str = Field(description="what is right; of an unplaced line or an entry, the id of what it belongs to")
    quote: str = Field(default="", description="the line of the file in question")

    @property
    def confirms(self) -> bool:
        return self.value == self.read

    @property
    def moves(self) -> bool:
        """Whether it puts a line or a whole entry elsewhere; `value` then is where."""
        return self.address.rpartition(".")[2] not in {*PARTNERS, *CONTACT, "dates"}


def partner_of(address: str) -> str:
    """The address of the field that this one may have been mixed up with; empty if there is none."""
    holder, _, field = address.rpartition(".")
    return f"{holder}.{PARTNERS[field]}" if field in PARTNERS else ""


def field_text(resume: Resume, address: str) -> str | None:
    """What a field says, "" for an empty one; None if there is no such field."""
    if whole := find_entry(resume, address):
        return header(whole)
    holder, _, field = address.rpartition(".")
    if holder == "unplaced":
        return next((line.text for line in resume.unplaced if line.id == address), None)
    if holder == "basics":
        if field == "location":
            return resume.basics.location.text if resume.basics.location else ""
        return getattr(resume.basics, field) if field in CONTACT | {"label"} else None
    entry = find_entry(resume, holder)
    value = getattr(entry, field, None) if entry else None
    return value if isinstance(value, str) else None


def correct(resume: Resume, corrections: Sequence[Correction]) -> Resume:
    """The resume with each field as the person says it is; nothing else of it is touched.

    Raises `StaleChange` when a field no longer says what the person was asked about, `InvalidAnswer` when its value does
    not fit it.
    """
    draft = resume.model_copy(deep=True)
    for correction in corrections:
        if field_text(draft, correction.address) != correction.read:
            raise StaleChange("This field is no longer what it was when you were asked about it.")
        draft.confidence.pop(correction.address, None)
        if not correction.confirms:
            put(draft, correction)
    return draft


def put(draft: Resume, correction: Correction) -> None:
    holder, _, field = correction.address.rpartition(".")
    if whole := find_entry(draft, correction.address):
        dissolve(draft, whole, correction.value, correction.quote)
    elif holder == "unplaced":
        place(draft, correction.address, correction.value)
    elif holder == "basics":
        put_contact(draft, field, correction)
    elif entry := find_entry(draft, holder):
        if field == "dates":
            date(entry, correction.value)
        else:
            put_name(draft, entry, field, correction)


def put_contact(draft: Resume, field: str, correction: Correction) -> None:
    basics, value, old = draft.basics, correction.value, correction.read
    if field == "location":
        basics.location = parse_place(value) if value else None
    else:
        setattr(basics, field, value)
    held = next((line for line in basics.details if same(line.text, value)), None)
    if held is not None and old:
        held.text = old
    elif held is not None:
        basics.details.remove(held)
    elif field == "name" and (same(basics.label, value) or (not basics.label and title_score(old) > 0)):
        basics.label = old
    elif not value and old:
        basics.details.append(Line(id=free_id(draft, "basics.details"), text=old))


def put_name(draft: Resume, entry: Entry, field: str, correction: Correction) -> None:
    value, old = correction.value, correction.read
    setattr(entry, field, value)
    partner = PARTNERS.get(field, "")
    if value and partner and same(getattr(entry, partner), value):
        setattr(entry, partner, old)
        draft.confidence.pop(f"{entry.id}.{partner}", None)
        return
    if exchange_rest(entry, value, old) or taken_out(entry, partner, value, old):
        return
    kept = old if stands_beside(old, value, correction.quote) else remainder(old, value)
    if kept:
        entry.summary.insert(0, Line(id=free_id(draft, f"{entry.id}.summary"), text=kept))


def taken_out(entry: Entry, partner: str, value: str, old: str) -> bool:
    """Where the value was one of several names in the other field, it is taken out of there. Whether it was."""
    pieces = re.split(r"\s*[,|·•;]\s*|\s+[–—-]\s+", getattr(entry, partner, "") if partner else "")
    rest = [piece for piece in pieces if not same(piece, value)]
    if not value or old or len(rest) in (0, len(pieces)):
        return False
    setattr(entry, partner, ", ".join(rest))
    return True


def remainder(old: str, value: str) -> str:
    """What an old text says beyond the value that is a part of it: `Growth` of `Growth, Tidewater`."""
    at = old.casefold().find(value.casefold()) if value else -1
    if at < 0:
        return ""
    parts = (old[:at], old[at + len(value) :])
    apart = (part.strip(SEPARATORS) for part in parts if re.search(r"[^\w\s.&'’]", part))
    return ", ".join(part for part in apart if any(sign.isalnum() for sign in part))


def exchange_rest(entry: Entry, value: str, old: str) -> bool:
    """Where the value was among the names that found no field, what was in its place goes there. Whether it was."""
    for line in entry.summary[:1]:
        pieces = line.text.split(", ")
        at = next((at for at, piece in enumerate(pieces) if value and same(piece, value)), None)
        if at is None:
            continue
        pieces[at : at + 1] = [old] if old else []
        line.text = ", ".join(pieces)
        if not pieces:
            entry.summary.remove(line)
        return True
    return False


def stands_beside(old: str, value: str, quote: str) -> bool:
    """Whether both stand in the line of the file, each by itself: then the old one is the file's word for something else."""
    told, before, after = folded(quote), folded(old), folded(value)
    apart = before not in after and after not in before
    return bool(before) and apart and before in told and (not after or after in told)


def date(entry: Entry, value: str) -> None:
    """Put dates as the person writes them. Raises InvalidAnswer when they hold none."""
    found = find_dates(value)
    if value and not found:
        raise InvalidAnswer("Write the dates such as “Mar 2019 - Jun 2021” or “2019 - present”.")
    entry.dates, entry.start, entry.end, entry.current = value, "", "", False
    for span in next(([each] for each in found if not each.single), found[:1]):
        entry.start, entry.end, entry.current = span.start, span.end, span.current
        if span.single and not isinstance(entry, Education):
            entry.start, entry.end = span.end, ""


def rewritten(corrections: Sequence[Correction], quotes: Mapping[str, Line]) -> list[tuple[Line, Line]]:
    """What the file itself says otherwise than the person does: its words with their place, and the person's.

    A name that was only taken for something else needs no rewriting: the file has it right.
    """
    found = []
    for correction in corrections:
        told, old, new = (folded(text) for text in (correction.quote, correction.read, correction.value))
        place = quotes[correction.address].place if correction.address in quotes else None
        if not correction.moves and old and new and old in told and new not in told:
            id_ = f"{TOLD}{correction.address}"
            found.append((Line(id=id_, text=correction.read, place=place), Line(id=id_, text=correction.value)))
    return found


def title_of(entry: Entry) -> str:
    """What an entry is called, in a question about it: `Baker`, or the employer where there is no title."""
    match entry:
        case Work():
            return entry.position or entry.employer
        case Education():
            return entry.degree or entry.area or entry.institution
        case _:
            return str(getattr(entry, "name", "") or getattr(entry, "title", ""))


def same(one: str, other: str) -> bool:
    return bool(one) and folded(one) == folded(other)


def folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
