"""Layouts to set a person's resume in, as typst source: one and two columns, sidebars, labels at the left, grids, bands."""

from __future__ import annotations

from collections.abc import Callable

from tests.agent.resume.read.people import Person, Role, Study


def text(value: str) -> str:
    """A string as typst content."""
    return "#" + quote(value)


def quote(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def bullets(role: Role) -> str:
    return "\n".join(f"- {text(bullet)}" for bullet in role.bullets)


def area(study: Study) -> str:
    return f"{study.degree} {study.area}".strip()


def classic(person: Person) -> str:
    """One column, ruled headings, dates at the right margin."""
    lines = [
        "#set page(margin: 2cm)",
        '#set text(size: 10pt, font: "Libertinus Serif")',
        "#show heading: it => [#v(6pt)#text(size: 13pt, weight: 700)[#it.body]#v(-6pt)#line(length: 100%)]",
    ]
    lines += [
        f"#align(center)[#text(size: 22pt, weight: 700)[{text(person.name)}] \\ {text(person.label)} \\ {text(person.place)} · {text(person.phone)} · {text(person.email)} · {text(person.site)}]"
    ]
    lines += [f"= {text(person.titles['summary'])}", text(person.summary), f"= {text(person.titles['work'])}"]
    for role in person.work:
        lines += [
            f"*{text(role.employer)}* #h(1fr) {text(role.place)} \\ _{text(role.position)}_ #h(1fr) {text(role.dates)}",
            bullets(role),
            "",
        ]
    lines += [f"= {text(person.titles['education'])}"]
    lines += [
        f"*{text(study.school)}* #h(1fr) {text(study.dates)} \\ {text(area(study))}\n" for study in person.education
    ]
    return "\n".join([*lines, *lists(person)])


def lists(person: Person) -> list[str]:
    lines = [
        f"= {text(person.titles['skills'])}",
        *(f"*{text(name)}:* {text(', '.join(words))}\n" for name, words in person.skills.items()),
    ]
    lines += [
        f"= {text(person.titles['languages'])}",
        text(", ".join(f"{name} ({level})" for name, level in person.languages)),
    ]
    return [*lines, f"= {text(person.titles['interests'])}", text(", ".join(person.interests))]


def title_first(person: Person) -> str:
    """Position and employer in one bold line, dates in a line of their own, headings in capitals."""
    lines = [
        "#set page(margin: 2.2cm)",
        '#set text(size: 10.5pt, font: "New Computer Modern")',
        '#show heading: it => [#v(8pt)#text(size: 11pt, weight: 700, fill: rgb("#1f4e79"))[#upper(it.body)]#v(2pt)]',
    ]
    lines += [
        f"#text(size: 24pt)[{text(person.name)}] \\ {text(person.label)} \\ {text(person.email)} | {text(person.phone)} | {text(person.place)} | {text(person.site)}",
        f"= {text(person.titles['summary'])}",
        text(person.summary),
        f"= {text(person.titles['work'])}",
    ]
    for role in person.work:
        lines += [
            f"*{text(role.position)}*, {text(role.employer)}, {text(role.place)} \\ _{text(role.dates)}_",
            bullets(role),
            "",
        ]
    lines += [
        f"= {text(person.titles['education'])}",
        *(f"*{text(area(study))}*, {text(study.school)} \\ _{text(study.dates)}_\n" for study in person.education),
    ]
    return "\n".join([*lines, *lists(person)])


def sidebar_left(person: Person) -> str:
    """A dark bar at the left with contacts, skills and languages; the rest beside it."""
    side = [
        f"== {text(person.titles['contact'])}",
        f"{text(person.email)} \\ {text(person.phone)} \\ {text(person.place)} \\ {text(person.site)}",
    ]
    for name, words in person.skills.items():
        side += [
            f"== {text(person.titles['skills'])}" if name == next(iter(person.skills)) else "",
            f"*{text(name)}*",
            *(f"- {text(word)}" for word in words),
        ]
    side += [
        f"== {text(person.titles['languages'])}",
        *(f"{text(name)} – {text(level)} \\" for name, level in person.languages),
    ]
    return two_columns(person, side, "left", '#set page(margin: 0pt)\n#set text(size: 9.5pt, font: "Libertinus Serif")')


def two_columns(person: Person, side: list[str], where: str, setting: str) -> str:
    main = [
        f"#text(size: 24pt, weight: 700)[{text(person.name)}] \\ #text(size: 13pt)[{text(person.label)}]",
        f"= {text(person.titles['summary'])}",
        text(person.summary),
        f"= {text(person.titles['work'])}",
    ]
    for role in person.work:
        main += [
            f"*{text(role.position)}* \\ {text(role.employer)}, {text(role.place)} \\ #text(fill: gray)[{text(role.dates)}]",
            bullets(role),
            "",
        ]
    main += [
        f"= {text(person.titles['education'])}",
        *(
            f"*{text(area(study))}* \\ {text(study.school)} \\ #text(fill: gray)[{text(study.dates)}]\n"
            for study in person.education
        ),
    ]
    bar = (
        '#block(fill: rgb("#27364a"), inset: 16pt, height: 100%, width: 100%)[#set text(fill: white)\n'
        + "\n".join(side)
        + "\n]"
    )
    body = "#block(inset: 18pt)[" + "\n".join(main) + "\n]"
    cells = (bar, body) if where == "left" else (body, bar)
    widths = "(32%, 68%)" if where == "left" else "(68%, 32%)"
    return f"{setting}\n#grid(columns: {widths}, [{cells[0]}], [{cells[1]}])"


def sidebar_right(person: Person) -> str:
    """The same with the bar at the right."""
    side = [
        f"== {text(person.titles['contact'])}",
        f"{text(person.phone)} \\ {text(person.email)} \\ {text(person.place)} \\ {text(person.site)}",
        f"== {text(person.titles['languages'])}",
    ]
    side += [f"{text(name)}: {text(level)} \\" for name, level in person.languages]
    side += [
        f"== {text(person.titles['skills'])}",
        *(f"*{text(name)}* \\ {text(', '.join(words))} \\" for name, words in person.skills.items()),
    ]
    return two_columns(
        person, side, "right", '#set page(margin: 0pt)\n#set text(size: 10pt, font: "New Computer Modern")'
    )


def dates_left(person: Person) -> str:
    """The table of a German Lebenslauf: dates at the left, what was done at the right; labels before contacts."""
    row = "#grid(columns: (4cm, 1fr), row-gutter: 8pt, {})"
    lines = [
        "#set page(margin: 2.5cm)",
        '#set text(size: 11pt, font: "Libertinus Serif")',
        "#show heading: it => [#v(10pt)#text(size: 14pt, weight: 700)[#it.body]#v(4pt)]",
    ]
    lines += [
        f"#text(size: 20pt, weight: 700)[{text(person.name)}]",
        f"= {text(person.titles['contact'])}",
        row.format(
            f"[E-Mail:], [{text(person.email)}], [Tel.:], [{text(person.phone)}], [Adresse:], [{text(person.place)}], [Web:], [{text(person.site)}]"
        ),
    ]
    lines += [f"= {text(person.titles['work'])}"]
    lines += [
        row.format(
            f"[{text(role.dates)}], [*{text(role.position)}* \\ {text(role.employer)}, {text(role.place)}\n{bullets(role)}]"
        )
        for role in person.work
    ]
    lines += [
        f"= {text(person.titles['education'])}",
        *(
            row.format(f"[{text(study.dates)}], [*{text(study.school)}* \\ {text(area(study))}]")
            for study in person.education
        ),
    ]
    lines += [
        f"= {text(person.titles['skills'])}",
        *(row.format(f"[{text(name)}], [{text(', '.join(words))}]") for name, words in person.skills.items()),
    ]
    lines += [
        f"= {text(person.titles['languages'])}",
        *(row.format(f"[{text(name)}], [{text(level)}]") for name, level in person.languages),
    ]
    return "\n\n".join(lines)


def headings_left(person: Person) -> str:
    """Headings in a column at the left, their sections at the right."""
    row = '#grid(columns: (4.4cm, 1fr), [#text(size: 12pt, weight: 700, fill: rgb("#884400"))[{}]], [{}])\n#v(8pt)'
    work = "\n\n".join(
        f"*{text(role.employer)}* #h(1fr) {text(role.dates)} \\ {text(role.position)}, {text(role.place)}\n{bullets(role)}"
        for role in person.work
    )
    education = "\n\n".join(
        f"*{text(study.school)}* #h(1fr) {text(study.dates)} \\ {text(area(study))}" for study in person.education
    )
    parts = {
        "summary": text(person.summary),
        "work": work,
        "education": education,
        "skills": " \\ ".join(f"*{text(name)}:* {text(', '.join(words))}" for name, words in person.skills.items()),
        "languages": " \\ ".join(f"{text(name)} ({text(level)})" for name, level in person.languages),
    }
    head = f'#set page(margin: 2cm)\n#set text(size: 10pt, font: "New Computer Modern")\n#text(size: 26pt)[{text(person.name)}]\n\n{text(person.label)}\n\n{text(person.email)} #h(1em) {text(person.phone)} #h(1em) {text(person.place)} #h(1em) {text(person.site)}\n#v(10pt)'
    return head + "\n" + "\n".join(row.format(text(person.titles[key]), body) for key, body in parts.items())


def grouped(person: Person) -> str:
    """Several roles under one employer's name, each with its own dates."""
    roles = person.work
    lines = [
        "#set page(margin: 2cm)",
        '#set text(size: 10pt, font: "Libertinus Serif")',
        "#show heading: it => [#v(6pt)#text(size: 13pt, weight: 700)[#it.body]#v(2pt)]",
    ]
    lines += [
        f"#text(size: 22pt, weight: 700)[{text(person.name)}] \\ {text(person.email)} • {text(person.phone)} • {text(person.place)}",
        f"= {text(person.titles['work'])}",
        f"#text(size: 11.5pt, weight: 700)[{text(roles[0].employer)}] #h(1fr) {text(roles[0].place)}\n",
    ]
    lines += [f"_{text(role.position)}_ #h(1fr) {text(role.dates)}\n{bullets(role)}\n" for role in roles[:2]]
    lines += [
        f"#text(size: 11.5pt, weight: 700)[{text(roles[2].employer)}] #h(1fr) {text(roles[2].place)}\n",
        f"_{text(roles[2].position)}_ #h(1fr) {text(roles[2].dates)}\n{bullets(roles[2])}\n",
    ]
    lines += [
        f"= {text(person.titles['education'])}",
        *(f"*{text(study.school)}* — {text(area(study))} #h(1fr) {text(study.dates)}\n" for study in person.education),
    ]
    return "\n".join([*lines, *lists(person)])


LAYOUTS: dict[str, Callable[[Person], str]] = {
    "classic": classic, "title_first": title_first, "sidebar_left": sidebar_left, "sidebar_right": sidebar_right, "dates_left": dates_left,
    "headings_left": headings_left, "grouped": grouped,
}  # fmt: skip
