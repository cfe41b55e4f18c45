"""The resume as every writer sets it: head, then sections of paragraphs, entries, labelled lines and bullets.

Why: one place decides what is written and in which order, so no format can lose what another keeps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.resume.lines import labelled, span
from agent.resume.model import (
    DATED,
    Award,
    Basics,
    Certificate,
    Education,
    Entry,
    Line,
    Location,
    Profile,
    Project,
    Publication,
    Resume,
    Work,
)
from agent.resume.write.characters import clean
from agent.resume.write.headings import heading, language_code, section_order, word


@dataclass(frozen=True)
class Contact:
    """One way to reach the person; `url` is empty where there is nothing to link to."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class Block:
    """A dated entry: `title`, at its side the `dates`, under it `parts` (employer, place …), then its lines."""

    title: str
    dates: str
    parts: tuple[str, ...]
    link: Contact | None
    paragraphs: tuple[str, ...]
    bullets: tuple[str, ...]
    keywords: str


@dataclass(frozen=True)
class Section:
    """One section. Only one of the four lists is filled, by what the section holds."""

    key: str
    title: str
    paragraphs: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    labelled: tuple[tuple[str, str], ...] = ()
    bullets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Arrangement:
    name: str
    label: str
    contacts: tuple[Contact, ...]
    details: tuple[str, ...]
    sections: tuple[Section, ...]
    language: str


def arrange(resume: Resume) -> Arrangement:
    """The resume in its own order; what is empty is left out, what is hidden in the file is never written."""
    sections = [arrange_section(resume, key) for key in section_order(resume)]
    return Arrangement(
        name=clean(resume.basics.name),
        label=clean(resume.basics.label),
        contacts=contacts(resume.basics),
        details=texts(resume.basics.details),
        sections=tuple(section for section in sections if section),
        language=language_code(resume.language),
    )


def arrange_section(resume: Resume, key: str) -> Section | None:
    title = heading(resume, key)
    if key in DATED:
        blocks = tuple(block(entry, resume.language) for entry in getattr(resume, key))
        return Section(key, title, blocks=blocks) if blocks else None
    pairs: list[tuple[str, str]] = []
    match key:
        case "summary":
            paragraphs = texts(resume.basics.summary)
            return Section(key, title, paragraphs=paragraphs) if paragraphs else None
        case "skills":
            pairs = [(with_note(group.name, group.level), joined(group.keywords)) for group in resume.skills]
        case "languages":
            spoken = [with_note(each.language, each.fluency) for each in resume.languages]
            pairs = [("", joined(spoken))]
        case "interests" if not any(interest.keywords for interest in resume.interests):
            pairs = [("", joined([interest.name for interest in resume.interests]))]
        case "interests":
            pairs = [(clean(interest.name), joined(interest.keywords)) for interest in resume.interests]
        case "references":
            pairs = [(clean(reference.name), clean(reference.text)) for reference in resume.references]
        case _:
            lines = next((other.lines for other in resume.other if other.id == key), resume.unplaced)
            return own_section(key, title, texts(lines), titled=key != "unplaced")
    pairs = [(label, text) if text else ("", label) for label, text in pairs if label or text]
    return Section(key, title, labelled=tuple(pairs)) if pairs else None


def own_section(key: str, title: str, lines: tuple[str, ...], *, titled: bool) -> Section | None:
    if not lines and not (title and titled):
        return None
    return Section(key, title, paragraphs=lines) if len(lines) == 1 else Section(key, title, bullets=lines)


def block(entry: Entry, language: str) -> Block:
    title, *parts = entry_parts(entry)
    return Block(
        title=title,
        dates=clean(entry.dates) or clean(span(entry).replace("Present", word(language, "present"))),
        parts=tuple(parts),
        link=linked(entry.url),
        paragraphs=texts(entry.summary),
        bullets=texts(entry.highlights),
        keywords=joined(entry.keywords),
    )


def entry_parts(entry: Entry) -> list[str]:
    """What names the entry, most telling first; never empty."""
    match entry:
        case Work():
            parts = [entry.position, entry.employer]
        case Education():
            parts = [" ".join(filter(None, [entry.degree, entry.area])), entry.institution]
        case Project():
            parts = [entry.name, entry.role, entry.entity]
        case Certificate():
            parts = [entry.name, entry.issuer]
        case Award():
            parts = [entry.title, entry.awarder]
        case Publication():
            parts = [entry.name, entry.publisher]
        case _:
            parts = []
    parts = [*parts, entry.location, entry.score if isinstance(entry, Education) else ""]
    return [part for part in map(clean, parts) if part] or [""]


def contacts(basics: Basics) -> tuple[Contact, ...]:
    email, phone, place = clean(basics.email), clean(basics.phone), located(basics.location)
    found = [
        Contact(email, f"mailto:{email}" if re.fullmatch(r"[\w.+-]+@[\w.-]+", email) else ""),
        Contact(phone, "tel:" + re.sub(r"[^\d+]", "", phone) if re.fullmatch(r"\+?[\d ()./-]{6,}", phone) else ""),
        Contact(place),
        linked(basics.url),
        *(profile_contact(profile) for profile in basics.profiles),
    ]
    return tuple(contact for contact in found if contact and contact.text)


def located(location: Location | None) -> str:
    if location is None:
        return ""
    town = " ".join(filter(None, [location.postal_code, location.city]))
    return clean(location.text) or joined([location.address, town, location.region, location.country_code])


def profile_contact(profile: Profile) -> Contact | None:
    """The address where it tells network and name by itself, else both in words."""
    network, username, address = clean(profile.network), clean(profile.username), linked(profile.url)
    if address is None:
        return Contact(labelled(network, username))
    if username and username.casefold() not in address.text.casefold():
        address = Contact(f"{username} ({address.text})", address.url)
    if network and network.casefold() not in address.text.casefold():
        address = Contact(f"{network}: {address.text}", address.url)
    return address


def linked(url: str) -> Contact | None:
    """A web address as people write it, with the link a click follows: only http and https ever become links."""
    text = clean(url)
    if not text:
        return None
    shown = re.sub(r"^https?://(www\.)?", "", text, flags=re.IGNORECASE).rstrip("/")
    if not re.fullmatch(r"[\w.-]+\.\w{2,}(:\d+)?([/?#]\S*)?", shown):
        return Contact(text)
    return Contact(shown, text if re.match(r"https?://", text, re.IGNORECASE) else f"https://{text}")


def with_note(name: str, note: str) -> str:
    name, note = clean(name), clean(note)
    return f"{name} ({note})" if name and note else name or note


def joined(parts: list[str]) -> str:
    return ", ".join(part for part in map(clean, parts) if part)


def texts(lines: list[Line]) -> tuple[str, ...]:
    return tuple(text for text in (clean(line.text) for line in lines) if text)
