"""The same people as plain text and Markdown."""

from __future__ import annotations

from collections.abc import Callable

from tests.agent.resume.read.people import Person
from tests.agent.resume.read.word_layouts import area


def capitals(person: Person) -> str:
    """Headings in capitals, entries with their dates far right, hyphens for bullets."""
    lines = [
        person.name,
        person.label,
        f"{person.email} | {person.phone} | {person.place}",
        "",
        person.titles["summary"].upper(),
        person.summary,
        "",
        person.titles["work"].upper(),
        "",
    ]
    for role in person.work:
        lines += [
            f"{role.employer:<50}{role.dates}",
            f"{role.position}, {role.place}",
            *(f"- {bullet}" for bullet in role.bullets),
            "",
        ]
    lines += [
        person.titles["education"].upper(),
        "",
        *(
            line
            for study in person.education
            for line in (f"{study.school:<50}{study.dates}", area(study.degree, study.area), "")
        ),
    ]
    return "\n".join([*lines, *lists(person, person.titles["skills"].upper(), person.titles["languages"].upper())])


def lists(person: Person, skills: str, languages: str) -> list[str]:
    return [
        skills,
        "",
        *(f"{name}: {', '.join(words)}" for name, words in person.skills.items()),
        "",
        languages,
        "",
        ", ".join(f"{name} ({level})" for name, level in person.languages),
    ]


def underlined(person: Person) -> str:
    """Headings underlined, one thing a line, long lines wrapped by hand."""

    def head(title: str) -> list[str]:
        return ["", title, "=" * len(title), ""]

    lines = [person.name, "", person.email, person.phone, person.place, *head(person.titles["work"])]
    for role in person.work:
        lines += [
            role.position,
            f"{role.employer}, {role.place}",
            role.dates,
            *(wrapped for bullet in role.bullets for wrapped in wrap(bullet)),
            "",
        ]
    lines += head(person.titles["education"]) + [
        line for study in person.education for line in (area(study.degree, study.area), study.school, study.dates, "")
    ]
    return "\n".join(
        [
            *lines,
            *head(person.titles["skills"]),
            *(f"{name}: {', '.join(words)}" for name, words in person.skills.items()),
            *head(person.titles["languages"]),
            *(f"{name}: {level}" for name, level in person.languages),
        ]
    )


def wrap(bullet: str) -> list[str]:
    import textwrap

    return textwrap.wrap(bullet, 44, initial_indent="* ", subsequent_indent="  ")


def markdown(person: Person) -> str:
    """Headings by level, bold names, italic dates, a list of links."""
    lines = [
        f"# {person.name}",
        "",
        f"**{person.label}**",
        "",
        f"{person.email} | {person.phone} | {person.place} | [{person.site}](https://{person.site})",
        "",
        f"## {person.titles['summary']}",
        "",
        person.summary,
        "",
        f"## {person.titles['work']}",
        "",
    ]
    for role in person.work:
        lines += [
            f"### {role.position}, {role.employer}",
            f"*{role.dates}* | {role.place}",
            "",
            *(f"- {bullet}" for bullet in role.bullets),
            "",
        ]
    lines += [
        f"## {person.titles['education']}",
        "",
        *(f"- **{area(study.degree, study.area)}**, {study.school} ({study.dates})" for study in person.education),
        "",
    ]
    lines += [
        f"## {person.titles['skills']}",
        "",
        *(f"- **{name}:** {', '.join(words)}" for name, words in person.skills.items()),
        "",
        f"## {person.titles['languages']}",
        "",
        *(f"- {name}: {level}" for name, level in person.languages),
    ]
    return "\n".join(lines)


def table_of_markdown(person: Person) -> str:
    lines = [
        f"# {person.name}",
        "",
        f"- {person.email}",
        f"- {person.phone}",
        f"- {person.place}",
        "",
        f"## {person.titles['work']}",
        "",
    ]
    for role in person.work:
        lines += [
            f"**{role.employer}** — {role.place}  ",
            f"*{role.position}*  ",
            f"{role.dates}",
            "",
            *(f"* {bullet}" for bullet in role.bullets),
            "",
        ]
    lines += [
        f"## {person.titles['education']}",
        "",
        *(f"**{study.school}**  \n{area(study.degree, study.area)}  \n{study.dates}\n" for study in person.education),
        f"## {person.titles['skills']}",
        "",
        "| | |",
        "|---|---|",
    ]
    lines += [
        *(f"| {name} | {', '.join(words)} |" for name, words in person.skills.items()),
        "",
        f"## {person.titles['languages']}",
        "",
        ", ".join(f"{name} ({level})" for name, level in person.languages),
    ]
    return "\n".join(lines)


TEXT: dict[str, Callable[[Person], str]] = {
    "capitals.txt": capitals,
    "underlined.txt": underlined,
    "markdown.md": markdown,
    "table.md": table_of_markdown,
}
