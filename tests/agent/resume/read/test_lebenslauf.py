"""The resume of a German office: labels before values, a table of dates, skills and languages as rows of the last table."""

from __future__ import annotations

import re

import pytest
import typst

from agent.resume.model import Resume
from agent.resume.read.reader import read
from tests.agent.resume.read.docx_files import bold, docx, paragraph, table
from tests.agent.resume.read.layouts import text

LINES = """LEBENSLAUF

Persönliche Daten

Name:                 Sabine Achterberg
Geburtsdatum:         14.05.1988
Geburtsort:           Lübeck
Familienstand:        verheiratet, zwei Kinder
Anschrift:            Mühlenweg 12, 23552 Lübeck
Telefon:              0451 / 555 01 77
E-Mail:               s.achterberg@post.example

Beruflicher Werdegang

08/2016 - heute       Steuerfachangestellte
                      Kanzlei Brodersen & Partner, Lübeck
                      - Finanzbuchhaltung für 40 Mandanten
                      - Lohnabrechnung mit DATEV

02/2013 - 07/2016     Sachbearbeiterin Buchhaltung
                      Hansewerft GmbH, Kiel
                      - Kreditorenbuchhaltung

Ausbildung

2007 - 2010           Ausbildung zur Steuerfachangestellten
                      Berufsschule Lübeck
2007                  Abitur, Gymnasium am Markt

EDV-Kenntnisse        DATEV, MS Office, SAP FI
Sprachen              Deutsch (Muttersprache), Englisch (B2)
Hobbys                Segeln, Chorgesang
"""


def cells() -> list[list[str]]:
    """The lines as one or two cells."""
    return [
        [cell.strip() for cell in re.split(r"\s{3,}", line)] if re.search(r"\S\s{3,}\S|^\s{3,}", line) else [line]
        for line in LINES.split("\n")
        if line.strip()
    ]


def as_pdf() -> bytes:
    parts, rows = ["#set page(margin: 2cm)", '#set text(font: "Libertinus Serif", size: 11pt)'], []
    for line in [*cells(), [""]]:
        if len(line) == 2:
            rows += [f"[{text(line[0])}]", f"[{text(line[1])}]"]
            continue
        if rows:
            parts.append(f"#grid(columns: (4.5cm, 1fr), row-gutter: 6pt, {', '.join(rows)})")
        rows = []
        parts.append(f"#text(size: 13pt, weight: 700)[{text(line[0])}]\n")
    compiled = typst.compile("\n".join(parts).encode())
    assert isinstance(compiled, bytes)
    return compiled


def as_word() -> bytes:
    body, rows = "", []
    for line in [*cells(), [""]]:
        if len(line) == 2:
            rows.append([paragraph(line[0]), paragraph(line[1])])
            continue
        body += (table(rows) if rows else "") + bold(line[0])
        rows = []
    return docx(body)


@pytest.mark.parametrize("data", [as_pdf(), as_word(), LINES.encode()], ids=["pdf", "docx", "text"])
def test_lebenslauf(data: bytes) -> None:
    resume = read(data)
    head(resume)
    assert [
        (entry.position, entry.employer, entry.location, entry.start, entry.end, entry.current) for entry in resume.work
    ] == [
        ("Steuerfachangestellte", "Kanzlei Brodersen & Partner", "Lübeck", "2016-08", "", True),
        ("Sachbearbeiterin Buchhaltung", "Hansewerft GmbH", "Kiel", "2013-02", "2016-07", False),
    ]
    assert [line.text for line in resume.work[0].highlights] == [
        "Finanzbuchhaltung für 40 Mandanten",
        "Lohnabrechnung mit DATEV",
    ]
    assert [(entry.degree, entry.institution, entry.start, entry.end) for entry in resume.education] == [
        ("Ausbildung zur", "Berufsschule Lübeck", "2007", "2010"),
        ("Abitur", "Gymnasium am Markt", "", "2007"),
    ]
    assert [word for group in resume.skills for word in group.keywords] == ["DATEV", "MS Office", "SAP FI"]
    assert [(each.language, each.fluency) for each in resume.languages] == [
        ("Deutsch", "Muttersprache"),
        ("Englisch", "B2"),
    ]
    assert [each.name for each in resume.interests] == ["Segeln", "Chorgesang"]
    assert resume.language == "de"


def head(resume: Resume) -> None:
    basics = resume.basics
    assert (basics.name, basics.phone, basics.email) == (
        "Sabine Achterberg",
        "0451 / 555 01 77",
        "s.achterberg@post.example",
    )
    assert basics.location is not None
    assert (basics.location.address, basics.location.postal_code, basics.location.city) == (
        "Mühlenweg 12",
        "23552",
        "Lübeck",
    )
    assert [line.text for line in basics.details] == [
        "Geburtsdatum: 14.05.1988",
        "Geburtsort: Lübeck",
        "Familienstand: verheiratet, zwei Kinder",
    ]
