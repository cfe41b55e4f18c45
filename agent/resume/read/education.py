"""The entries of education: school, degree, subject, grade."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.resume.model import Education
from agent.resume.read.atoms import Atom, read_head
from agent.resume.read.bodies import fill_body
from agent.resume.read.degrees import PLAIN_AREA, read_score, read_study
from agent.resume.read.entries import Draft
from agent.resume.read.entry_fields import Sure, date_entry, extra
from agent.resume.read.facts import place_like
from agent.resume.read.headings import fold
from agent.resume.read.item import Item
from agent.resume.read.places import is_area, is_city, place_score
from agent.resume.read.roles import GUESS
from agent.resume.read.words import company_score, find_degree, has_school

SUBJECT = re.compile(
    r"(?i)(?:studiengang|fachrichtung|(?:haupt|studien)?fach|studienrichtung|major|field\s+of\s+study|area\s+of\s+study|especialidad|carrera|spécialité|filière|domaine)\s*:\s*(\S.*)"
)
DEGREE = re.compile(
    r"(?i)(?:(?:akademischer\s+)?abschluss|(?:akademischer\s+)?grad|degree|qualification|título(?:\s+obtenido)?|titulación|diplôme(?:\s+obtenu)?)\s*:\s*(\S.*)"
)
NO_AREA = re.compile(
    r"(?i)\b(?:thesis|dissertation|list|award\w*|honou?rs?|scholarship|dean|society|president|member|club|coursework|courses|graduated|exchange|activities|gpa|grade|"
    r"arbeit|abschluss\w*|note|stipendium|stipendiat\w*|schwerpunkt\w*|leistungskurse?|proyecto|trabajo|tesis|nota|beca|mención|mémoire|mention|bourse|échange)\b"
)
"""Words of lines below a school's head that are about how it went, not about what was studied."""


def read_education(drafts: list[Draft]) -> list[tuple[Education, Sure]]:
    found: list[tuple[Education, Sure]] = []
    for draft in drafts:
        entry = Education()
        head = read_head(draft.head)
        atoms = list(head.atoms)
        body = list(draft.body)
        if not any(find_degree(atom.text) for atom in atoms):
            adopt_degree(atoms, body)
        date_entry(entry, head, single_is_end=True)
        sure = fill_study(entry, atoms)
        adopt_labelled(entry, body)
        if not entry.institution:
            adopt_school(entry, body)
        if entry.degree and not entry.area and entry.institution:
            adopt_area(entry, body)
        fill_body(entry, body)
        extra(entry, head, ())
        if not entry.score:
            grade_from_body(entry)
        found.append((entry, sure))
    settle_towns([entry for entry, _ in found])
    return found


def settle_towns(entries: list[Education]) -> None:
    """The town after a school's name is its place: where it is known, or stands in the name, or all others have one."""
    parts = [entry.institution.rpartition(", ") for entry in entries]
    likely = [bool(comma) and place_like(town) and has_school(name) for name, comma, town in parts]
    known = [here and is_town_of(name, town) for here, (name, _, town) in zip(likely, parts, strict=True)]
    usual = any(known) and all(here or entry.location for here, entry in zip(likely, entries, strict=True))
    for entry, (name, _, town), here, sure in zip(entries, parts, likely, known, strict=True):
        if not entry.location and (sure or (here and usual and not CAMPUS.search(name))):
            entry.institution, entry.location = name, town


def is_town_of(name: str, town: str) -> bool:
    """Whether a town is where a school is, not the part of its name that tells its campus (`University of Texas, Austin`)."""
    if fold(town) in fold(name):
        return True
    return (is_city(town) or is_area(town)) and not CAMPUS.search(name)


CAMPUS = re.compile(r"(?i)\bof\b|\bstate university$|\bsystem$|universidad (?:de|autónoma|nacional)\b|\bcampus\b")


def adopt_degree(atoms: list[Atom], body: list[Item]) -> None:
    """Take the degree from the first lines below the head when the head has none."""
    for item in body[:2]:
        degree = find_degree(item.text)
        if degree and len(item.text) < 110 and (degree.start() < 3 or item.kind != "bullet"):
            body.remove(item)
            atoms.append(Atom(item.text, 9, 0, bold=False, italic=False, size=item.first.size))
            return


def adopt_school(entry: Education, body: list[Item]) -> None:
    """Take the school from the line right below a head that names none: a plain name, with its town after a comma."""
    item = body[0] if body else None
    if item is None or item.first.bullet or item.dates or not 2 < len(item.text) <= 80 or ":" in item.text:
        return
    name, comma, town = item.text.strip().rpartition(", ")
    words = item.text.split()
    proper = len(words) <= 7 and 2 * sum(word[:1].isupper() for word in words) > len(words)
    if not proper or item.text.endswith(".") or find_degree(item.text) or NO_AREA.search(item.text):
        return
    if not has_school(item.text) and place_score(item.text) >= 0.6:
        return
    body.remove(item)
    entry.institution = item.text.strip()
    if comma and (place_like(town) and not has_school(town)) and not entry.location:
        entry.institution, entry.location = name, town


def adopt_labelled(entry: Education, body: list[Item]) -> None:
    """Take subject and degree from lines below the head that are labelled as such: `Studiengang: …`, `Degree: …`."""
    for item in body[:4]:
        found = SUBJECT.match(item.text)
        if found and not entry.area and len(found[1]) < 90:
            entry.area = found[1].strip(" .,;")
            body.remove(item)
            continue
        found = DEGREE.match(item.text)
        if found and not entry.degree and len(found[1]) < 90:
            study = read_study(found[1])
            entry.degree, entry.score = study.degree or study.area, entry.score or study.score
            if study.degree:
                entry.area = join(entry.area, study.area)
            body.remove(item)


def adopt_area(entry: Education, body: list[Item]) -> None:
    """Take the subject from the line right below a head that names school and degree but none."""
    if not body:
        return
    item = body[0]
    text = item.text.strip()
    if (
        item.first.bullet
        or item.dates
        or not 2 < len(text) <= 70
        or len(text.split()) > 8
        or not text[0].isupper()
        or text.endswith((".", ":"))
        or ":" in text
        or any(sign.isdigit() for sign in text)
        or NO_AREA.search(text)
        or read_score(text)[0]
        or place_score(text) >= 0.6
    ):
        return
    body.remove(item)
    entry.area = PLAIN_AREA.sub("", text)


def fill_study(entry: Education, atoms: list[Atom]) -> Sure:
    """Sort the names of a head into school, degree, area and grade."""
    atoms = [part for atom in atoms for part in apart_from_school(atom)]
    schools = [atom for atom in atoms if has_school(atom.text) and not starts_with_degree(atom.text)]
    named = schools or [atom for atom in atoms if not find_degree(atom.text) and not read_score(atom.text)[0]]
    school = max(named, key=lambda atom: (company_score(atom.text), -atom.line, -atom.slot), default=None)
    sure: Sure = {} if schools else {"institution": GUESS}
    studies: list[str] = []
    for atom in atoms:
        text = atom.text
        if atom is school:
            score, rest = read_score(text)
            entry.institution, entry.score = (rest.strip(" .,;"), score) if score and has_school(rest) else (text, "")
            continue
        study = read_study(text)
        entry.score = entry.score or study.score
        if study.degree:
            if not entry.degree:
                entry.degree = study.degree
            else:
                entry.area = join(entry.area, study.degree)
            if study.area:
                inner = school_in(study.area) if not entry.institution and school is None else None
                if inner:
                    entry.institution, rest = inner
                    entry.area = join(entry.area, rest)
                else:
                    entry.area = join(entry.area, study.area)
        elif study.area:
            studies.append(study.area)
    if not entry.institution and "," in entry.area:
        entry.area, _, entry.institution = (part.strip() for part in entry.area.rpartition(","))
    if school is not None and not entry.degree and find_degree(entry.institution):
        split_school(entry)
    for area in studies:
        if place_score(area) >= 0.6 and not entry.location:
            entry.location = area
        else:
            entry.area = join(entry.area, area)
    return sure


def apart_from_school(atom: Atom) -> list[Atom]:
    """`Primary Teaching, University of Worcester` in one piece: what was studied and the school, each an atom."""
    first, comma, rest = atom.text.partition(", ")
    if not comma or has_school(first) or not has_school(rest.partition(",")[0]) or PART_OF_SCHOOL.match(first):
        return [atom]
    return [replace(atom, text=first), replace(atom, text=rest, slot=atom.slot + 1, comma=True)]


PART_OF_SCHOOL = re.compile(
    r"(?i)(?:dep(?:artmen)?t\b|fachbereich|lehrstuhl|departamento|département|dipartimento|centre\b|center\b|zentrum)"
)


def starts_with_degree(text: str) -> bool:
    found = find_degree(text)
    return found is not None and found.start() < 3


def school_in(text: str) -> tuple[str, str] | None:
    for part in re.split(r",\s*|\s+(?:at|from|an der|en la|à l[ae'’])\s+", text):
        if has_school(part):
            return part.strip(), text.replace(part, "").strip(" ,")
    return None


def split_school(entry: Education) -> None:
    """`Universidad de Sevilla, Grado en Derecho` in one piece: the degree cut off the school."""
    found = find_degree(entry.institution)
    if found and found.start() > 3:
        study = read_study(entry.institution[found.start() :])
        entry.institution, entry.degree = entry.institution[: found.start()].strip(" ,;:–-"), study.degree
        entry.area = join(study.area, entry.area)


def join(text: str, more: str) -> str:
    return f"{text}, {more}" if text and more and more not in text else text or more


def grade_from_body(entry: Education) -> None:
    for lines in (entry.summary, entry.highlights):
        for line in list(lines):
            score, rest = read_score(line.text)
            if score and not rest.strip(" .:,") and len(line.text) < 30:
                entry.score = score
                lines.remove(line)
                return
