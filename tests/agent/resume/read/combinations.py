"""Word files in random combinations of choices: the order of an entry's lines, how they look, where dates and places stand."""

from __future__ import annotations

import random

from tests.agent.resume.read.docx_files import bold, docx, item, paragraph
from tests.agent.resume.read.people import Person, Role, Study

CHOICES: dict[str, tuple[str, ...]] = {
    "order": ("position,employer,dates", "employer,position,dates", "dates,position,employer", "position,dates,employer", "employer,dates,position", "both|dates", "employer|position,dates", "position|employer,dates,place"),
    "first": ("third", "fourth", "plain", "bold", "italic"),
    "dates": ("one", "two", "bulleted"),
    "place": ("none", "own", "comma"),
    "summary": ("none", "one"),
    "section": ("second", "first", "bold"),
    "label": ("none", "highlights"),
    "skills": ("bullets", "colon", "names", "pairs"),
    "languages": ("pairs", "brackets", "headings"),
    "study": ("school,degree,dates", "degree,school,dates", "school,dates,degree"),
    "contact": ("lines", "labels", "bullets"),
}  # fmt: skip
SUMMARY = "A house of forty people that serves the whole province and is known for its care."
LEVELS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
Choice = dict[str, str]


def choose(seed: int) -> Choice:
    chance = random.Random(seed)
    return {name: chance.choice(options) for name, options in CHOICES.items()}


def looking(text: str, look: str) -> str:
    """A paragraph in one of the looks: a heading of some level, bold, italic or plain."""
    if look in LEVELS:
        run = "<w:b/>" if LEVELS[look] < 4 else "<w:i/>"
        return paragraph(text, run=run, properties=f'<w:outlineLvl w:val="{LEVELS[look] - 1}"/>')
    return bold(text) if look == "bold" else paragraph(text, run="<w:i/>" if look == "italic" else "")


def dated(dates: str, choice: Choice) -> list[str]:
    """A range of dates in one paragraph, or its ends in two."""
    begin, dash, end = dates.replace("–", "-").partition(" - ")
    if choice["dates"] == "one" or not dash:
        return [paragraph(dates)]
    return [paragraph(begin), item(end) if choice["dates"] == "bulleted" else paragraph(end)]


def head_of(role: Role, choice: Choice) -> list[str]:
    order, look = choice["order"], choice["first"]
    if order == "both|dates":
        return [looking(f"{role.position}, {role.employer}", look), *dated(role.dates, choice)]
    if order == "employer|position,dates":
        return [looking(role.employer, look), paragraph(f"{role.position} | {role.dates}")]
    if order == "position|employer,dates,place":
        return [looking(role.position, look), paragraph(f"{role.employer} | {role.dates} | {role.place}")]
    employer = f"{role.employer}, {role.place}" if choice["place"] == "comma" else role.employer
    names = {"position": role.position, "employer": employer}
    lines: list[str] = []
    for part in order.split(","):
        if part == "dates":
            lines += (
                [looking(role.dates, look)] if not lines and choice["dates"] == "one" else dated(role.dates, choice)
            )
        else:
            lines.append(paragraph(names[part]) if lines else looking(names[part], look))
    return lines


def role_of(role: Role, choice: Choice) -> str:
    lines = head_of(role, choice)
    lines += [paragraph(role.place)] if choice["place"] == "own" else []
    lines += [paragraph(SUMMARY)] if choice["summary"] == "one" else []
    lines += [looking("Highlights", "fourth")] if choice["label"] == "highlights" else []
    return "".join([*lines, *map(item, role.bullets)])


def study_of(study: Study, choice: Choice) -> str:
    degree = f"{study.degree} {study.area}".strip()
    school_first = choice["study"].startswith("school")
    parts = {
        "school": looking(study.school, choice["first"]) if school_first else paragraph(study.school),
        "degree": paragraph(degree) if school_first else looking(degree, choice["first"]),
        "dates": "".join(dated(study.dates, choice)),
    }
    return "".join(parts[part] for part in choice["study"].split(","))


def lists_of(person: Person, choice: Choice) -> str:
    body = looking(person.titles["skills"], choice["section"])
    for name, words in person.skills.items():
        match choice["skills"]:
            case "bullets":
                body += looking(name, "fourth") + "".join(map(item, words))
            case "colon":
                body += paragraph(f"{name}: {', '.join(words)}")
            case "names":
                body += bold(name) + paragraph(", ".join(words))
            case _:
                body += paragraph(name) + paragraph(", ".join(words))
    body += looking(person.titles["languages"], choice["section"])
    for name, level in person.languages:
        match choice["languages"]:
            case "pairs":
                body += paragraph(name) + paragraph(level, run="<w:i/>")
            case "brackets":
                body += paragraph(f"{name} ({level})")
            case _:
                body += looking(name, "fourth") + paragraph(level)
    return body


def combined(person: Person, seed: int) -> bytes:
    """A person's resume as a Word file in the combination that a seed draws."""
    choice = choose(seed)
    contacts = {"Email": person.email, "Phone": person.phone, "Location": person.place}
    head = looking(person.name, "first") + paragraph(person.label)
    for label, value in contacts.items():
        head += (
            item(value)
            if choice["contact"] == "bullets"
            else paragraph(f"{label}: {value}" if choice["contact"] == "labels" else value)
        )
    sections = (
        looking(person.titles["summary"], choice["section"])
        + paragraph(person.summary)
        + looking(person.titles["work"], choice["section"])
    )
    sections += "".join(role_of(role, choice) for role in person.work) + looking(
        person.titles["education"], choice["section"]
    )
    return docx(
        head + sections + "".join(study_of(study, choice) for study in person.education) + lists_of(person, choice)
    )
