"""The same people in Word: plain, with everything in a table, with contacts in the header and in text boxes."""

from __future__ import annotations

from collections.abc import Callable

from tests.agent.resume.read.docx_files import W, bold, docx, heading, item, paragraph, table
from tests.agent.resume.read.people import Person

TAB = "</w:t><w:tab/><w:t>"


def area(degree: str, subject: str) -> str:
    return f"{degree} {subject}".strip()


def contacts(person: Person) -> str:
    return f"{person.email} | {person.phone} | {person.place}"


def plain(person: Person) -> bytes:
    """Headings, bold first lines with the dates behind a tab, numbered lists."""
    body = (
        paragraph(person.name, run='<w:b/><w:sz w:val="44"/>')
        + paragraph(person.label)
        + paragraph(contacts(person))
        + heading(person.titles["summary"])
        + paragraph(person.summary)
        + heading(person.titles["work"])
    )
    for role in person.work:
        body += (
            bold(f"{role.employer}{TAB}{role.dates}")
            + paragraph(f"{role.position}, {role.place}", run="<w:i/>")
            + "".join(item(bullet) for bullet in role.bullets)
        )
    body += heading(person.titles["education"]) + "".join(
        bold(f"{study.school}{TAB}{study.dates}") + paragraph(area(study.degree, study.area))
        for study in person.education
    )
    return docx(body + lists(person))


def lists(person: Person) -> str:
    body = heading(person.titles["skills"]) + "".join(
        paragraph(f"{name}: {', '.join(words)}") for name, words in person.skills.items()
    )
    return (
        body
        + heading(person.titles["languages"])
        + paragraph(", ".join(f"{name} ({level})" for name, level in person.languages))
    )


def tabular(person: Person) -> bytes:
    """A table of dates and what was done, one for each section, as in many a Lebenslauf."""
    body = paragraph(person.name, run='<w:sz w:val="40"/>') + heading(person.titles["contact"])
    body += table(
        [
            [paragraph("E-Mail:"), paragraph(person.email)],
            [paragraph("Tel.:"), paragraph(person.phone)],
            [paragraph("Adresse:"), paragraph(person.place)],
        ]
    ) + heading(person.titles["work"])
    body += table(
        [
            [
                paragraph(role.dates),
                bold(role.position)
                + paragraph(f"{role.employer}, {role.place}")
                + "".join(item(bullet) for bullet in role.bullets),
            ]
            for role in person.work
        ]
    )
    body += heading(person.titles["education"]) + table(
        [
            [paragraph(study.dates), bold(study.school) + paragraph(area(study.degree, study.area))]
            for study in person.education
        ]
    )
    body += heading(person.titles["skills"]) + table(
        [[paragraph(name), paragraph(", ".join(words))] for name, words in person.skills.items()]
    )
    return docx(
        body
        + heading(person.titles["languages"])
        + table([[paragraph(name), paragraph(level)] for name, level in person.languages])
    )


def two_columns(person: Person) -> bytes:
    """One table with a narrow cell of contacts, skills and languages beside a wide one of all else."""
    side = (
        heading(person.titles["contact"])
        + paragraph(person.email)
        + paragraph(person.phone)
        + paragraph(person.place)
        + lists(person)
    )
    main = (
        paragraph(person.name, run='<w:b/><w:sz w:val="48"/>')
        + paragraph(person.label)
        + heading(person.titles["summary"])
        + paragraph(person.summary)
        + heading(person.titles["work"])
    )
    for role in person.work:
        main += (
            bold(role.position)
            + paragraph(f"{role.employer} | {role.place} | {role.dates}")
            + "".join(item(bullet) for bullet in role.bullets)
        )
    main += heading(person.titles["education"]) + "".join(
        bold(area(study.degree, study.area)) + paragraph(f"{study.school} | {study.dates}")
        for study in person.education
    )
    return docx(table([[side, main]]))


def header_and_box(person: Person) -> bytes:
    """Name and contacts in the page's header, the languages in a text box, a section in a content control."""
    name = paragraph(person.name, run='<w:b/><w:sz w:val="40"/>')
    header = f'<?xml version="1.0"?><w:hdr {W}>{name}{paragraph(contacts(person))}</w:hdr>'
    box = heading(person.titles["languages"]) + "".join(
        paragraph(f"{name} - {level}") for name, level in person.languages
    )
    drawing = f"<mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><wps:txbx><w:txbxContent>{box}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{box}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>"
    body = heading(person.titles["work"])
    for role in person.work:
        body += (
            bold(f"{role.position} – {role.employer}")
            + paragraph(f"{role.dates}, {role.place}")
            + "".join(item(bullet) for bullet in role.bullets)
        )
    education = heading(person.titles["education"]) + "".join(
        bold(study.school) + paragraph(area(study.degree, study.area)) + paragraph(study.dates)
        for study in person.education
    )
    body += (
        f"<w:sdt><w:sdtContent>{education}</w:sdtContent></w:sdt>"
        + heading(person.titles["skills"])
        + "".join(paragraph(f"{name}: {', '.join(words)}") for name, words in person.skills.items())
    )
    return docx(body + f"<w:p><w:r>{drawing}</w:r></w:p>", {"word/header1.xml": header})


def all_plain(person: Person) -> bytes:
    """No styles at all: headings are capitals, bullets typed, dates in brackets."""
    lines = [person.name, contacts(person), "", person.titles["work"].upper(), ""]
    for role in person.work:
        lines += [
            f"{role.position}, {role.employer}, {role.place} ({role.dates})",
            *(f"- {bullet}" for bullet in role.bullets),
            "",
        ]
    lines += [
        person.titles["education"].upper(),
        "",
        *(f"{area(study.degree, study.area)}, {study.school} ({study.dates})" for study in person.education),
        "",
        person.titles["skills"].upper(),
        "",
    ]
    lines += [
        *(f"{name}: {', '.join(words)}" for name, words in person.skills.items()),
        "",
        person.titles["languages"].upper(),
        "",
        ", ".join(f"{name} ({level})" for name, level in person.languages),
    ]
    return docx("".join(paragraph(line) if line else "<w:p/>" for line in lines))


WORD: dict[str, Callable[[Person], bytes]] = {
    "plain": plain,
    "tabular": tabular,
    "two_columns": two_columns,
    "header_and_box": header_and_box,
    "all_plain": all_plain,
}
