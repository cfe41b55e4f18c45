"""Further layouts, after the manners that resume programs and templates have in common."""

from __future__ import annotations

from collections.abc import Callable

from tests.agent.resume.read.layouts import area, bullets, lists, text
from tests.agent.resume.read.people import Person


def profile_export(person: Person) -> str:
    """A network's own export: a grey bar with contact, top skills and languages; employer above title, duration in brackets."""
    side = [
        f"== {text(person.titles['contact'])}",
        f"{text(person.email)} \\ {text(person.phone)} \\ {text(person.site)}",
        f"== {text(person.titles['skills'])}",
    ]
    side += [f"{text(word)} \\" for words in person.skills.values() for word in words]
    side += [
        f"== {text(person.titles['languages'])}",
        *(f"{text(name)} ({text(level)}) \\" for name, level in person.languages),
    ]
    main = [
        f"#text(size: 26pt)[{text(person.name)}] \\ {text(person.label)} \\ #text(fill: gray)[{text(person.place)}]",
        f"= {text(person.titles['summary'])}",
        text(person.summary),
        f"= {text(person.titles['work'])}",
    ]
    for role in person.work:
        main += [
            f"#text(size: 12pt)[{text(role.employer)}] \\ #text(size: 11.5pt)[{text(role.position)}] \\ #text(size: 10.5pt)[{text(role.dates)} (3 years 2 months)] \\ #text(size: 10.5pt, fill: gray)[{text(role.place)}]\n",
            *(f"{text('• ' + bullet)} \\" for bullet in role.bullets),
            "",
        ]
    main += [
        f"= {text(person.titles['education'])}",
        *(
            f"#text(size: 12pt)[{text(study.school)}] \\ {text(area(study))} #text(fill: gray)[· ({text(study.dates)})]\n"
            for study in person.education
        ),
    ]
    bar = (
        '#block(fill: rgb("#293e49"), inset: 20pt, height: 100%, width: 100%)[#set text(fill: white, size: 10.5pt)\n'
        + "\n".join(side)
        + "\n]"
    )
    return (
        '#set page(margin: 0pt)\n#set text(size: 12pt, font: "Libertinus Serif")\n#show heading: set text(size: 15pt, weight: 400)\n#grid(columns: (30%, 70%), ['
        + bar
        + "], [#block(inset: 24pt)["
        + "\n".join(main)
        + "\n]])"
    )


def narrow_first(person: Person) -> str:
    """Two columns of text, no bars: schooling and skills in the narrow one, capitals for employers, dates below with the place."""
    side = [
        f"== {text(person.titles['education'])}",
        *(
            f"=== #upper[{text(study.school)}]\n{text(area(study))} \\ {text(study.dates)}\n"
            for study in person.education
        ),
        f"== {text(person.titles['skills'])}",
    ]
    side += [f"*{text(name)}* \\ {text(' • '.join(words))}\n" for name, words in person.skills.items()]
    side += [
        f"== {text(person.titles['languages'])}",
        *(f"{text(name)} – {text(level)} \\" for name, level in person.languages),
    ]
    main = [f"== {text(person.titles['work'])}"]
    for role in person.work:
        main += [
            f"=== #upper[{text(role.employer)}] #text(weight: 400)[| {text(role.position)}]",
            f"#text(fill: gray)[{text(role.dates)} | {text(role.place)}]",
            bullets(role),
            "",
        ]
    head = f"#align(center)[#text(size: 30pt, weight: 300)[{text(person.name)}] \\ {text(person.email)} | {text(person.phone)} | {text(person.place)} | {text(person.site)}]"
    setting = '#set page(margin: 1.6cm)\n#set text(size: 9.5pt, font: "New Computer Modern")\n#show heading.where(level: 2): it => block(above: 12pt, below: 6pt)[#text(size: 15pt, weight: 300, fill: rgb("#555555"))[#it.body]]\n#show heading.where(level: 3): it => block(above: 8pt, below: 4pt)[#text(size: 10.5pt, weight: 700)[#it.body]]'
    return (
        f"{setting}\n{head}\n\n#grid(columns: (31%, 3%, 66%), [{chr(10).join(side)}\n], [], [{chr(10).join(main)}\n])"
    )


def small_capitals(person: Person) -> str:
    """Employer and place in the first line of an entry, position and dates in the second, small capitals."""
    lines = [
        '#set page(margin: 1.8cm, footer: context align(center)[#counter(page).display("1 / 1", both: true)])',
        '#set text(size: 10pt, font: "New Computer Modern")',
        '#show heading: it => [#v(6pt)#text(size: 15pt, weight: 700, fill: rgb("#cc3333"))[#it.body]#h(4pt)#box(width: 1fr, line(length: 100%, stroke: 0.5pt))]',
    ]
    lines += [
        f'#align(center)[#text(size: 28pt, weight: 700)[{text(person.name)}] \\ #text(fill: rgb("#cc3333"), size: 9pt)[#smallcaps[{text(person.label)}]] \\ #text(style: "italic")[{text(person.place)}] \\ {text(person.phone)} | {text(person.email)} | {text(person.site)}]',
        f"= {text(person.titles['summary'])}",
        text(person.summary),
        f"= {text(person.titles['work'])}",
    ]
    for role in person.work:
        lines += [
            f'*{text(role.employer)}* #h(1fr) #text(fill: rgb("#cc3333"), style: "italic")[{text(role.place)}] \\ #text(size: 9pt)[#smallcaps[{text(role.position)}]] #h(1fr) #text(size: 9pt, style: "italic")[{text(role.dates)}]',
            bullets(role),
            "",
        ]
    lines += [
        f"= {text(person.titles['education'])}",
        *(
            f"*{text(study.school)}* \\ #smallcaps[{text(area(study))}] #h(1fr) _{text(study.dates)}_\n"
            for study in person.education
        ),
    ]
    lines += [
        f"= {text(person.titles['skills'])}",
        "#grid(columns: (3cm, 1fr), row-gutter: 6pt, column-gutter: 12pt, "
        + ", ".join(
            f"align(right)[*{text(name)}*], [{text(', '.join(words))}]" for name, words in person.skills.items()
        )
        + ")",
    ]
    return "\n".join(
        [
            *lines,
            f"= {text(person.titles['languages'])}",
            text(" · ".join(f"{name}: {level}" for name, level in person.languages)),
        ]
    )


def form(person: Person) -> str:
    """An official form: bracketed dates, then the position in capitals and the employer after a dash; labels with colons."""
    lines = [
        "#set page(margin: 2cm)",
        '#set text(size: 10pt, font: "Libertinus Serif")',
        '#show heading: it => [#v(8pt)#text(size: 12pt, weight: 700, fill: rgb("#004494"))[#upper(it.body)]#v(-4pt)#line(length: 100%, stroke: 0.5pt)]',
    ]
    lines += [
        f"#text(size: 20pt, weight: 700)[{text(person.name)}]\n\n*Email:* {text(person.email)} #h(2em) *Tel.:* {text(person.phone)} \\ *{text(person.titles['contact'])}:* {text(person.place)}",
        f"= {text(person.titles['work'])}",
    ]
    for role in person.work:
        lines += [
            f"\\[ {text(role.dates)} \\] \\ *{text(role.position)}* \\ *{text(role.employer)}* – {text(role.place)}",
            bullets(role),
            "",
        ]
    lines += [
        f"= {text(person.titles['education'])}",
        *(
            f"\\[ {text(study.dates)} \\] \\ *{text(area(study))}* \\ {text(study.school)}\n"
            for study in person.education
        ),
    ]
    return "\n".join([*lines, *lists(person)])


def band(person: Person) -> str:
    """A dark band with name and contacts, headings set in the middle, dates before the title on the same line."""
    head = f'#block(fill: rgb("#333333"), inset: 24pt, width: 100%)[#set text(fill: white)\n#text(size: 26pt, weight: 700)[{text(person.name)}] \\ {text(person.label)} \\ {text(person.email)} #h(1fr) {text(person.phone)} #h(1fr) {text(person.place)}\n]'
    lines = [
        "#set page(margin: 0pt)",
        '#set text(size: 10pt, font: "Libertinus Serif")',
        "#show heading: it => align(center)[#v(6pt)#text(size: 13pt, weight: 700, tracking: 3pt)[#upper(it.body)]#v(2pt)]",
        head,
        "#block(inset: 28pt)[",
        f"= {text(person.titles['summary'])}",
        text(person.summary),
        f"= {text(person.titles['work'])}",
    ]
    for role in person.work:
        lines += [
            f"{text(role.dates)} | *{text(role.position)}*, _{text(role.employer)}_, {text(role.place)}",
            bullets(role),
            "",
        ]
    lines += [
        f"= {text(person.titles['education'])}",
        *(f"{text(study.dates)} | *{text(area(study))}*, _{text(study.school)}_\n" for study in person.education),
        *lists(person),
        "]",
    ]
    return "\n".join(lines)


def grid_of_skills(person: Person) -> str:
    """Skill groups side by side, languages with dots for levels, dates in a column of their own at the right."""
    row = "#grid(columns: (1fr, 4.2cm), [{}], align(right)[{}])"
    lines = [
        "#set page(margin: 2cm)",
        '#set text(size: 10pt, font: "New Computer Modern")',
        '#show heading: it => block(above: 12pt, below: 6pt)[#text(size: 14pt, weight: 700, fill: rgb("#006655"))[#it.body]]',
    ]
    lines += [
        f"#grid(columns: (1fr, 1fr), [#text(size: 24pt, weight: 700)[{text(person.name)}] \\ {text(person.label)}], align(right)[{text(person.email)} \\ {text(person.phone)} \\ {text(person.place)} \\ {text(person.site)}])",
        f"= {text(person.titles['skills'])}",
    ]
    lines += [
        "#grid(columns: (1fr, 1fr), "
        + ", ".join(
            f"[*{text(name)}*\n{chr(10).join('- ' + text(word) for word in words)}]"
            for name, words in person.skills.items()
        )
        + ")",
        f"= {text(person.titles['work'])}",
    ]
    for role in person.work:
        lines += [
            row.format(
                f"*{text(role.position)}* \\ {text(role.employer)}\n{bullets(role)}",
                f"{text(role.dates)} \\ _{text(role.place)}_",
            )
        ]
    lines += [
        f"= {text(person.titles['education'])}",
        *(
            row.format(f"*{text(area(study))}* \\ {text(study.school)}", text(study.dates))
            for study in person.education
        ),
        f"= {text(person.titles['languages'])}",
    ]
    return "\n".join([*lines, *(f"{text(name)} #h(1em) {text(level)}\n" for name, level in person.languages)])


MORE: dict[str, Callable[[Person], str]] = {
    "profile_export": profile_export, "narrow_first": narrow_first, "small_capitals": small_capitals, "form": form, "band": band, "grid_of_skills": grid_of_skills,
}  # fmt: skip
