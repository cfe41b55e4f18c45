"""What to ask about the reading of the file: only fields that matter and are in real doubt, the gravest first.

A person must not be asked what their resume lacks, or be shown changes of it, while it is read wrongly; so this comes before
all else. What the answers mean stands in `agent.tailor.answering`.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from pydantic import BaseModel, Field

from agent.resume.correct import PARTNERS, field_text, partner_of, title_of
from agent.resume.lines import find_entry, header
from agent.resume.model import Education, Entry, Resume, Work
from agent.resume.read.oddness import WRONG
from agent.resume.write.headings import heading
from agent.tailor.astray import Home, blocks, homes
from agent.tailor.lexicon import spoken

MOST = 5
"""How many fields of one file are asked about."""

DOUBTED = 0.6
"""Fields less sure than that are asked about; measured on real files, where about a half of them is wrong."""

FIELDS = ("name", "position", "employer", "dates", "institution", "degree", "email", "phone", "unplaced")
"""The fields that matter, in the order in which they are asked about."""

STRANGE = WRONG
"""A name no surer than that may be no name of a role or school at all, and what it heads no role or degree."""

MOST_SHOWN = 6
LONGEST_QUOTE = 300


class Further(BaseModel):
    """A line that goes with the one that is asked about."""

    address: str
    read: str


class Reading(BaseModel):
    """One field as it was read, and the line of the file it was read from."""

    address: str
    field: str
    read: str = Field(description="what was read; empty where nothing was found")
    beside: str = Field(default="", description="what was read of the field that it may have been mixed up with")
    quote: str = Field(default="", description="the line of the file")
    page: int | None = None
    ask: str = Field(description="the question alone, without the quote")
    entry: str = Field(default="", description="the head of the role or degree it was read of")
    above: str = Field(
        default="", description="what that belongs to if it is none: the id of the one above it, or unplaced"
    )
    doubtful: bool = Field(default=False, description="whether it may be no role or degree at all")
    further: list[Further] = Field(
        default=[], description="lines that stand right below an unplaced one and go with it"
    )
    places: list[Home] = Field(
        default=[], description="of a line that found no place: where it could stand, likeliest first"
    )
    again: bool = Field(default=False, description="asked a second time, after a mere no")


def doubted(resume: Resume, settled: Container[str] = ()) -> list[str]:
    """The addresses to ask about, one of a title and its employer; none that is `settled`."""
    found: list[tuple[int, float, str]] = []
    taken: set[str] = set()
    first = {line.id: first for first, lines in blocks(resume).items() for line in lines}
    for address, sure in resume.confidence.items():
        field = field_of(address)
        text = field_text(resume, address)
        if sure >= DOUBTED or field not in FIELDS or text is None or address in settled:
            continue
        asked = leading(resume, address) if field != "unplaced" else first.get(address, address)
        if asked not in taken and asked not in settled:
            taken.add(asked)
            found.append((FIELDS.index(field_of(asked)), sure, asked))
    return [address for _, _, address in sorted(found, key=lambda each: each[:2])]


def leading(resume: Resume, address: str) -> str:
    """Of a title and its employer, both in doubt, the one to ask about: the title, unless there is none."""
    field = field_of(address)
    partner = partner_of(address)
    if field not in ("position", "employer") or resume.confidence.get(partner, 1.0) >= DOUBTED:
        return address
    position = address if field == "position" else partner
    employer = partner if field == "position" else address
    return position if field_text(resume, position) else employer


def field_of(address: str) -> str:
    holder, _, field = address.rpartition(".")
    return "unplaced" if holder == "unplaced" else field


def reading_of(resume: Resume, address: str, language: str, *, again: bool = False) -> Reading:
    """The question about one field, worded in `language` where we speak it (en, de, fr, es)."""
    field, words = field_of(address), spoken(language)
    read = field_text(resume, address) or ""
    quote = resume.quotes.get(address)
    entry = find_entry(resume, address.rpartition(".")[0])
    places = homes(resume, address) if field == "unplaced" else []
    further = [Further(address=line.id, read=line.text) for line in blocks(resume).get(address, [])[1:]]
    form, beside = form_of(resume, address, field, read, places)
    if further:
        form = f"{form}_block"
    return Reading(
        address=address,
        field=field,
        read=read,
        beside=field_text(resume, partner_of(address)) or "" if field in PARTNERS else "",
        quote=shortened(quote.text) if quote else "",
        page=quote.place.page if quote and quote.place else None,
        ask=words[form].format(read=shortened(read), beside=beside, count=len(further)),
        entry=header(entry) if entry else "",
        above=above(resume, entry) if entry else "",
        doubtful=isinstance(entry, Education) or is_strange(resume, address),
        further=further,
        places=places,
        again=again,
    )


def form_of(resume: Resume, address: str, field: str, read: str, places: list[Home]) -> tuple[str, str]:
    """Which wording the question has, and what it names beside the field."""
    if field == "unplaced":
        return ("unplaced", places[0].name) if places else ("unplaced_missing", heading(resume, "unplaced"))
    entry = find_entry(resume, address.rpartition(".")[0])
    beside = ""
    if isinstance(entry, Work | Education):
        beside = field_text(resume, partner_of(address)) or "" if field in PARTNERS else called(entry)
    if isinstance(entry, Education) and field == "institution":
        beside = " ".join(filter(None, [entry.degree, entry.area]))
    if not read:
        return f"{field}_missing", beside
    if field == "dates" and isinstance(entry, Education):
        return "dates_study", beside
    if field in PARTNERS and field != "name" and (not beside or is_strange(resume, address)):
        return f"{field}_alone", ""
    return field, beside


def called(entry: Entry) -> str:
    """What a question about the dates names: `Baker (Corner Bakery)`."""
    name, place = title_of(entry), getattr(entry, "employer", "") or getattr(entry, "institution", "")
    return f"{name} ({place})" if place and place != name else name


def above(resume: Resume, entry: Entry) -> str:
    """The role before this one, which a line that was taken for a role goes on telling of; other sections are kept apart."""
    roles = resume.work if entry in resume.work else resume.volunteer
    at = next((at for at, each in enumerate(roles) if each is entry), 0)
    return roles[at - 1].id if at else "unplaced"


def is_strange(resume: Resume, address: str) -> bool:
    """Whether a name or its partner reads like a piece of a sentence."""
    return min(resume.confidence.get(each, 1.0) for each in (address, partner_of(address))) <= STRANGE


def card(reading: Reading, language: str) -> dict[str, Any]:
    """The question as it goes to the person; its text says all that a client needs which shows nothing else."""
    words = spoken(language)
    quote = words["quote"].format(quote=reading.quote) if reading.quote and reading.field != "unplaced" else ""
    closing = words["again"] if reading.again else words["place"] if reading.field == "unplaced" else words["write"]
    return {
        "kind": "clarify",
        "question": " ".join(filter(None, [quote, reading.ask, closing if reading.read else ""])),
        "choices": choices(reading, language),
        "change_ids": [],
        "requirement": None,
        "reading": reading.model_dump(),
    }


def choices(reading: Reading, language: str) -> list[str]:
    words = spoken(language)
    found = [words["yes"]] if reading.read and not reading.again else []
    if reading.field == "position" and reading.read and reading.beside and not reading.doubtful:
        found.append(words["swap"])
    if reading.field == "employer" and reading.read and not reading.beside:
        found.append(words["title"])
    if reading.field == "dates" and reading.read and is_single(reading.read):
        found.append(f"{reading.read} - {words['since']}")
    if reading.doubtful and reading.field in PARTNERS and reading.field != "name":
        found.append(words["no_study" if reading.field in ("institution", "degree") else "no_role"])
    found += [home.name for home in reading.places[1:MOST_SHOWN]]
    return [*found, words["skip"]]


def is_single(dates: str) -> bool:
    from agent.resume.read.dates import find_dates

    return [span.single for span in find_dates(dates)] == [True]


def shortened(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 1].rstrip()}…"
