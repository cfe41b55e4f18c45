"""Sections become the parts of a `Resume`; what no part takes is kept as lines under its own title."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from agent.resume.model import Interest, Language, Line, OtherSection, Resume, SkillGroup
from agent.resume.read.basics import HeadReader
from agent.resume.read.closing import take_closing
from agent.resume.read.dates import has_date
from agent.resume.read.education import read_education
from agent.resume.read.entries import Draft, cut_entries
from agent.resume.read.entry_fields import (
    Sure,
    read_awards,
    read_certificates,
    read_projects,
    read_publications,
    read_work,
)
from agent.resume.read.facts import PERSONAL
from agent.resume.read.field_labels import unlabel
from agent.resume.read.grid import unfold
from agent.resume.read.groups import (
    parse_language,
    read_interests,
    read_languages,
    read_references,
    read_skills,
)
from agent.resume.read.headings import section_of
from agent.resume.read.item import Item, place_of
from agent.resume.read.items import make_items
from agent.resume.read.keywords import cut_list
from agent.resume.read.language import detect_language
from agent.resume.read.rows import Document, Row
from agent.resume.read.sections import Section, cut_sections
from agent.resume.read.side_by_side import wide_text
from agent.resume.read.starts import LABELS
from agent.resume.read.words import find_degree, has_school, title_score

ENTRIES: dict[str, Callable[[list[Draft]], list[tuple[Any, Sure]]]] = {
    "work": read_work, "volunteer": read_work, "education": read_education, "projects": read_projects,
    "certificates": read_certificates, "awards": read_awards, "publications": read_publications,
}  # fmt: skip


LISTS = {*ENTRIES, "skills", "languages", "interests", "references"}


def assemble(document: Document) -> Resume:
    resume = Resume(format=document.format, pages=document.pages, hidden=document.hidden, unread=document.unread)
    rows = list(document.rows)
    closing = take_closing(rows)
    sections = cut_sections(rows)
    read_head(resume, document, sections)
    settle_unknown(sections)
    for section in sections:
        if section.key in {"head", "contact", "profiles"}:
            note_title(resume, section, section.key)
            continue
        place = count(resume, section.key) + 1
        add_section(resume, section)
        note_order(resume, section, place)
    resume.unplaced += [Line(text=row.text, place=place_of([row])) for row in [*document.notes, *closing]]
    lift_languages(resume)
    lift_others(resume)
    resume.language = detect_language("\n".join(row.text for row in document.rows))
    return resume


def read_head(resume: Resume, document: Document, sections: list[Section]) -> None:
    reader = HeadReader(document)
    loose = [row for section in sections if section.key == "head" for row in section.rows]
    contact = [row for section in sections if section.key == "contact" for row in section.rows]
    reader.find_name(loose or contact or document.rows[:8])
    if not reader.basics.name:
        reader.find_name(contact)
    for section in sections:
        if section.key == "head":
            reader.read(section.rows)
    for section in sections:
        if section.key in {"contact", "profiles"}:
            reader.read(section.rows, contact=True)
    for section in sections:
        if section.key == "summary" and section.rows and holds_contacts(section.rows):
            reader.read(section.rows, contact=True)
            section.key = "contact"
    for address in document.links:
        reader.link(address)
    resume.basics = reader.basics
    resume.languages = [Language(language=tongue) for tongue in reader.tongues]
    resume.confidence.update(reader.sure)
    if reader.summary:
        if any(section.key == "summary" for section in sections):
            resume.basics.details.extend(reader.summary)
        else:
            resume.basics.summary = reader.summary
            resume.order.append("summary")


def settle_unknown(sections: list[Section]) -> None:
    """Sections under unknown words that tell by what they hold: lists of short words are skills, prose up front the summary."""
    settle_dated(sections)
    known = {section.key for section in sections}
    for section in sections:
        if section.key != "other" or not section.rows or PERSONAL.fullmatch(section.title):
            continue
        items = make_items(section.rows)
        if (
            "summary" not in known
            and section is next((each for each in sections if each.key != "head"), None)
            and all(item.kind != "bullet" for item in items)
            and not any(item.dates for item in items)
        ):
            section.key = "summary"
        elif listed(items) and ("skills" not in known or beside_skills(sections, section)):
            section.key = "skills"


def beside_skills(sections: list[Section], section: Section) -> bool:
    """Whether the section right before or after is one of skills: a group of them under a heading of its own."""
    place = next(place for place, each in enumerate(sections) if each is section)
    return any(
        each.key == "skills" for each in (*sections[max(place - 1, 0) : place], *sections[place + 1 : place + 2])
    )


def settle_dated(sections: list[Section]) -> None:
    """Where no section is called work or education, the first dated one that holds jobs, or schools and degrees, is it."""
    known = {section.key for section in sections}
    for section in sections:
        if section.key not in {"other", "certificates"} or not section.rows:
            continue
        text = [row.text for row in section.rows]
        dated = sum(has_date(line) for line in text)
        schools = sum(has_school(line) for line in text)
        if not dated:
            continue
        if (
            "education" not in known
            and schools
            and sum(bool(find_degree(line)) for line in text)
            and 2 * schools >= dated
        ):
            section.key = "education"
        elif (
            "work" not in known
            and section.key == "other"
            and any(title_score(line) >= 1 and not is_sentence(line) for line in text)
        ):
            section.key = "work"
        known.add(section.key)


def is_sentence(text: str) -> bool:
    return len(text) > 80 or text.endswith(".")


def listed(items: list[Item]) -> bool:
    """Whether lines hold nothing but short words beside and below each other."""
    texts = [wide_text(item.segments) for item in items]
    members = [member for text in texts for member in cut_list(text)]
    return (
        bool(members)
        and all(len(member.split()) <= 4 and len(member) < 32 for member in members)
        and not any(item.dates or item.text.endswith(".") for item in items)
        and len(items) <= 8
    )


def holds_contacts(rows: list[Row]) -> bool:
    """Whether a section called `About` is in truth the contacts."""
    from agent.resume.read.contacts import find_email, find_phone

    text = "  ".join(row.text for row in rows)
    return bool(find_email(text) or find_phone(text)) and max(len(row.text) for row in rows) < 60


def add_section(resume: Resume, section: Section) -> None:
    key = section.key
    if key == "summary":
        resume.basics.summary += [item.line() for item in make_items(section.rows)]
    elif key in ENTRIES:
        add_entries(resume, section)
    elif key == "skills":
        resume.skills += name_groups(read_skills(section.rows), section, resume)
    elif key == "languages":
        found, other = read_languages(section.rows)
        resume.languages = [each for each in resume.languages if each.language not in {one.language for one in found}]
        if found:
            resume.languages += found
            facts = [line for line in other if PERSONAL.match(line.text)]
            resume.basics.details += facts
            resume.unplaced += [line for line in other if line not in facts]
        else:
            section.key = "skills"
            resume.skills += [
                SkillGroup(
                    name=section.title,
                    keywords=[word for group in read_skills(section.rows) for word in group.keywords],
                )
            ]
    elif key == "interests":
        resume.interests += read_interests(section.rows)
    elif key == "references":
        resume.references += read_references(section.rows)
    else:
        keep(resume, section)


def lift_languages(resume: Resume) -> None:
    """A skill group `Languages: German (C1), French` is no skill when it names languages that people speak."""
    for group in [] if resume.languages else list(resume.skills):
        found = [language for keyword in group.keywords if (language := parse_language(keyword))]
        if section_of(group.name) == "languages" and found and 2 * len(found) >= len(group.keywords):
            resume.languages += found
            resume.skills.remove(group)
            rest = [keyword for keyword in group.keywords if not parse_language(keyword)]
            resume.unplaced += [Line(text=keyword) for keyword in rest]
            resume.titles.setdefault("languages", group.name)


def lift_others(resume: Resume) -> None:
    """Groups among the skills that are none by their names: hobbies, a driving licence."""
    for group in list(resume.skills):
        if section_of(group.name) == "interests" and len(resume.skills) > 1:
            resume.interests += [Interest(name=keyword) for keyword in group.keywords]
            resume.titles.setdefault("interests", group.name)
        elif group.name and PERSONAL.fullmatch(group.name):
            resume.basics.details.append(Line(text=f"{group.name}: {', '.join(group.keywords)}"))
        else:
            continue
        resume.skills.remove(group)


def name_groups(groups: list[SkillGroup], section: Section, resume: Resume) -> list[SkillGroup]:
    """A second skills section names its nameless group by its own heading."""
    for group in groups:
        if not group.name and (resume.skills or not section_of(section.title)):
            group.name = section.title
    return groups


def add_entries(resume: Resume, section: Section) -> None:
    lead, drafts = cut_entries(make_items(unfold(unlabel(section.rows))))
    entries = ENTRIES[section.key](drafts)
    kept = getattr(resume, section.key)
    for place, draft in enumerate(drafts, len(kept) + 1):
        labels = [item.text.strip(" :") for item in draft.body if LABELS.fullmatch(item.text)]
        if labels:
            resume.titles[f"{section.key}.{place}.highlights"] = ", ".join(labels)
    for entry, sure in entries:
        kept.append(entry)
        for name, value in sure.items():
            resume.confidence[f"{section.key}.{len(kept)}.{name}"] = value
    resume.unplaced += [item.line() for item in lead]


def keep(resume: Resume, section: Section) -> None:
    identity = f"other.{len(resume.other) + 1}"
    lines = [item.line() for item in make_items(section.rows)]
    resume.other.append(OtherSection(id=identity, title=section.title, lines=lines))


def count(resume: Resume, key: str) -> int:
    return len(getattr(resume, key)) if key in LISTS else 0


def note_order(resume: Resume, section: Section, place: int) -> None:
    """Where a section stands and what it is called; a second one of its kind under the id of its first entry."""
    key = resume.other[-1].id if section.key == "other" and resume.other else section.key
    if key in resume.order:
        note_title(resume, section, f"{key}.{place}")
        return
    resume.order.append(key)
    note_title(resume, section, key)


def note_title(resume: Resume, section: Section, key: str) -> None:
    if section.title:
        known = resume.titles.get(key)
        resume.titles[key] = f"{known}, {section.title}" if known and known != section.title else section.title
