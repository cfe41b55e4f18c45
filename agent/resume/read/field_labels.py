"""Entries written as a form (`Dates: …`, `Occupation or position held: …`, `Name of employer: …`): their labels taken off, their lines in the usual order."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.resume.read.dates import has_date
from agent.resume.read.rows import Row

LABELS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?i)(?:{words})(?:\(?[ensr]{{1,2}}\))?"))
    for kind, words in (
        (
            "date",
            r"dates?(?:\s*\(from\s*[-–]\s*to\)|\s*\(von\s*[-–]\s*bis\)|\s*\(de\s*[-–]\s*a\)|\s*\(da\s*[-–]\s*a\))?|period|time\s+period|duration|datum|zeitraum|dauer|fechas?(?:\s*\(de\s*[-–]\s*a\))?|per[ií]odo|période|data",
        ),
        (
            "name",
            (
                r"occupation(?:\s+or\s+position\s+held)?|position(?:\s+held)?|job\s+title|role|title|designation|(?:title\s+of\s+)?qualification(?:\s+awarded)?|title\s+of\s+qualification\s+awarded|degree|"
                r"beruf(?:\s+oder\s+funktion)?|funktion|position|tätigkeit(?:\s+als)?|stelle|(?:bezeichnung\s+der\s+)?(?:erworbenen?\s+)?qualifikation|abschluss|"
                r"profesión(?:\s+o\s+cargo\s+desempeñado)?|puesto(?:\s+(?:de\s+trabajo|ocupado))?|cargo(?:\s+(?:desempeñado|ocupado))?|función|título(?:\s+de\s+la\s+cualificación\s+obtenida|\s+obtenido)?|titulación|"
                r"fonction(?:\s+ou\s+poste\s+occupé)?|poste(?:\s+occupé)?|intitulé(?:\s+du\s+(?:certificat|diplôme|poste).*)?|diplôme(?:\s+obtenu)?|lavoro\s+o\s+posizione\s+ricoperti|qualifica(?:\s+conseguita)?"
            ),
        ),
        (
            "body",
            (
                r"(?:main\s+)?activities(?:\s+and\s+responsibilities)?|responsibilities|duties|tasks|(?:principal\s+)?subjects(?:\s*/?\s*occupational\s+skills\s+covered)?|"
                r"(?:wichtigste\s+)?tätigkeiten(?:\s+und\s+zuständigkeiten)?|(?:haupt)?aufgaben|hauptfächer(?:\s*/\s*berufliche\s+fähigkeiten)?|"
                r"(?:principales\s+)?(?:actividades|funciones|tareas)(?:\s+y\s+responsabilidades)?|principales\s+(?:materias|asignaturas).*|(?:principales\s+)?activités(?:\s+et\s+responsabilités)?|missions|principales\s+matières.*|principali\s+(?:attività|tematiche).*"
            ),
        ),
        (
            "owner",
            (
                r"(?:name\s+(?:and\s+address\s+)?of\s+)?employer|company|organi[sz]ation|institution|school|name\s+(?:and\s+type\s+)?of\s+(?:organi[sz]ation|institution).*|"
                r"(?:name\s+(?:und\s+adresse\s+)?des\s+)?arbeitgebers?|firma|unternehmen|schule|hochschule|name\s+und\s+art\s+der\s+bildungs.*|bildungseinrichtung|"
                r"(?:nombre\s+(?:y\s+dirección\s+)?(?:de\s+la\s+empresa|del\s+empleador))|empresa|empleador|nombre\s+y\s+tipo\s+de\s+(?:la\s+)?organización.*|centro(?:\s+(?:educativo|de\s+(?:estudios|formación)))?|"
                r"(?:nom\s+(?:et\s+adresse\s+)?de\s+l['’])?employeur|entreprise|société|établissement|nom\s+et\s+type\s+de\s+l['’].*|(?:nome\s+e\s+indirizzo\s+del\s+)?datore\s+di\s+lavoro|nome\s+e\s+tipo\s+d.*"
            ),
        ),
        (
            "place",
            r"location|place|city|ort|lugar|localidad|lieu|ville|luogo|(?:type\s+of\s+business\s+or\s+)?sector|branche|sector|secteur",
        ),
    )
)
ORDER = {"date": 0, "name": 1, "owner": 2, "place": 3, "body": 4}
FEWEST = 3
SIGN = re.compile(r"\s*:\s*|\s{2,}")


def unlabel(rows: list[Row]) -> list[Row]:
    """The rows of a section of entries; where they are forms, without labels, each entry's lines in the usual order."""
    kinds = [kind_of(row) for row in rows]
    if sum(kind in {"date", "name", "owner"} for kind in kinds) < FEWEST or len(set(kinds) - {""}) < 2:
        return rows
    first = next(kind for kind in kinds if kind in {"date", "name", "owner"})
    result: list[Row] = []
    entry: list[tuple[int, Row]] = []
    last = 0
    for row, kind in zip(rows, kinds, strict=True):
        if kind == first and entry:
            result.extend(ordered(entry))
            entry = []
        last = ORDER[kind] if kind else last
        entry.append((last, bare(row, kind) if kind else row))
    return [*result, *ordered(entry)]


def ordered(entry: list[tuple[int, Row]]) -> list[Row]:
    rows = [row for _, row in sorted(entry, key=lambda pair: pair[0])]
    for place, row in enumerate(rows):
        row.gap = 1.0 if not place else 0.3
    return rows


def kind_of(row: Row) -> str:
    """What a row's label says that it holds: `date`, `name`, `owner`, `place`, `body`; empty without such a label."""
    if not row.segments:
        return ""
    label, parted, value = parts_of(row)
    if not value and not (len(row.segments) > 1 and (parted or row.segments[1].apart)):
        return ""
    for kind, words in LABELS:
        if words.fullmatch(label):
            return "" if kind == "date" and not has_date(row.text) else kind
    return ""


def parts_of(row: Row) -> tuple[str, bool, str]:
    """The label of a row's first stretch, whether a sign or a gap ends it, and what follows it there."""
    found = SIGN.search(row.segments[0].text.strip())
    text = row.segments[0].text.strip()
    return (text[: found.start()].strip(), True, text[found.end() :].strip()) if found else (text, False, "")


def bare(row: Row, kind: str) -> Row:
    """A row without its label."""
    value = parts_of(row)[2]
    rest = row.segments[1:]
    if value:
        rest = [replace(row.segments[0], text=value), *rest]
    rest[0] = replace(rest[0], apart=False, text=rest[0].text.lstrip(" :"))
    return replace(row, segments=rest, bullet=row.bullet or kind == "body", style="")
