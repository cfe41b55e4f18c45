"""What a line of education says: the degree, the subject, the grade."""

from __future__ import annotations

import re
from typing import NamedTuple

from agent.resume.read.words import find_degree, has_school

SCORE = re.compile(
    r"[(\[,;|·–-]*\s*(?:(?:cumulative\s+|major\s+)?(?:c?gpa|grade|final grade|score|cum|note|abschlussnote|gesamtnote|durchschnitt|nota(?:\s+media)?|promedio|media|moyenne|mention|voto|média|cijfer|ocena|绩点|平均分)\s*(?:of|:|-|–)?\s*"
    r"(?P<named>(?:très bien|assez bien|bien|sehr gut|gut|befriedigend|sobresaliente|notable|matrícula de honor|\d{1,3}(?:[.,]\d+)?(?:\s*(?:/|von|of|sobre|out of)\s*\d{1,3}(?:[.,]\d+)?)?\s*%?(?:\s*\([^()]{1,20}\))?))"
    r"|(?P<after>\d(?:[.,]\d+)?(?:\s*/\s*\d(?:[.,]\d+)?)?)\s+c?gpa\b|\((?P<bare>\d[.,]\d{1,2}(?:\s*/\s*\d{1,2}(?:[.,]\d+)?)?)\)"
    r"|(?P<honours>(?:summa|magna)\s+cum\s+laude|cum\s+laude|first[- ]class(?:\s+honou?rs)?|second[- ]class(?:\s+honou?rs)?(?:\s*\([^()]*\))?|with\s+(?:high\s+)?distinction|with\s+(?:first\s+class\s+)?honou?rs|valedictorian))\s*[)\]]?",
    re.IGNORECASE,
)
LINK = re.compile(
    r"^(?:\s*[,:;|·–—/-]+\s*|\s+)?(?:(?:in|of|en|im\s+(?:fach|studiengang|bereich)|in\s+der\s+fachrichtung|der|des|für|fachrichtung|studiengang|de\s+la|de|del|d['’]|em|di|van|degree\s+in|degree|major(?:ing)?\s+in|major|mention|spécialité|especialidad(?:\s+en)?|with\s+a\s+major\s+in|zum|zur|als)(?![\w])\s*:?\s*)?(?:[,:;|·–—-]\s*)?",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"(?i)^(?:graduated\s+(?:as|with|from)|completed|degree|abschluss(?:\s+als)?|abgeschlossen(?:es)?|título(?:\s+de)?|obtained|studium(?:\s+(?:der|des))?)\s*:?\s*|[\s,;:–-]+(?:abschluss|degree|título|titulación|diplôme|grad)?[\s,;:–-]*$"
)
PLAIN_AREA = re.compile(
    r"^(?:in|en|of|major(?:ing)?(?:\s+in)?|field(?:\s+of\s+study)?|studiengang|fachrichtung|especialidad|spécialité|studies in|studies|(?:haupt|studien)?fach|studium(?:\s+(?:der|des))?)\s*:?\s+",
    re.IGNORECASE,
)


WEAK = re.compile(r"(?i)ingenier[íi]a|arquitectura|licence|certificat|curso|título")
"""Degrees that are as often a part of the subject's name: another one in the line is the degree."""
SCHEME = re.compile(r"(?i)\b(?:nvq|btec|fp|formación profesional|hnd|hnc)$")
"""Kinds of schooling that come before the name of the diploma."""


class Study(NamedTuple):
    degree: str
    area: str
    score: str


def read_score(text: str) -> tuple[str, str]:
    """The grade in a text, and the text without it."""
    found = SCORE.search(text)
    if not found:
        return "", text
    score = next((group for group in (found["named"], found["after"], found["bare"], found["honours"]) if group), "")
    return score.strip(), (text[: found.start()] + " " + text[found.end() :]).strip(" ,;|·–-()")


def read_study(text: str) -> Study:
    """A line such as `M.Sc. in Physics, GPA 3.9`; what is no degree and no grade is the area."""
    score, text = read_score(text)
    found = find_degree(text)
    if not found:
        return Study("", PLAIN_AREA.sub("", text).strip(" ,;:"), score)
    begin, end = found.start(), found.end()
    if WEAK.fullmatch(found[0].strip()) and (later := find_degree(text[end:])) and not WEAK.fullmatch(later[0].strip()):
        begin, end = end + later.start(), end + later.end()
    degree = text[begin:end].strip()
    after = text[end:]
    before = BEFORE.sub("", BEFORE.sub("", text[:begin])).strip(" ,;:–-(")
    bracket = re.match(r"\s*\(([^()]{1,20})\)", after)
    if bracket and (bracket[1].isupper() or re.match(r"hon(?:ou?r)?s\b", bracket[1].lower())):
        degree, after = f"{degree} ({bracket[1]})", after[bracket.end() :]
    whole = re.fullmatch(r"\s*\(([^()]{2,40})\)\s*", after)
    area = whole[1] if whole else LINK.sub("", after, count=1).strip(" ,;:|·–-")
    if area.endswith(")") and "(" not in area:
        area = area[:-1].rstrip()
    again = find_degree(area)
    if again and again.start() == 0 and len(area) > len(again[0]) + 1:
        inner = LINK.sub("", area[again.end() :], count=1).strip(" ,;:|·–-)")
        if inner and SCHEME.search(degree) and after.strip().startswith(again[0]):
            degree, area = f"{degree} {again[0]}", inner
        elif not inner:
            degree, area = f"{degree}, {again[0]}", inner
    if not area and before and not has_school(before):
        area = before
    elif before and before.lower() not in {"the", "a"}:
        degree = f"{before} {degree}" if not has_school(before) else degree
    return Study(degree, area, score)
