"""What could be a person's name."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.resume.read.facts import CONTACT_LABEL, NAME_LABEL, PERSONAL
from agent.resume.read.rows import Row, Segment
from agent.resume.read.words import title_score

NAME_WORD = re.compile(r"[^\W\d_][^\W\d_’'.\-]*(?:[-’'.][^\W\d_]*)*\.?,?")


LARGE = 16.0
"""Points from which two lines of one size are one name whatever their weight and color."""


def same_look(one: Row, other: Row) -> bool:
    """Whether a line goes on in the large type of the one above it."""
    first, second = one.segments[0], other.segments[0]
    below = one.whole and other.whole  # paragraphs have no place on a page
    same = (
        first.size > 0
        and abs(first.size - second.size) < 0.2
        and (
            first.size >= LARGE
            or (first.bold and second.bold and first.color == second.color)
            or both_capitals(first, second)
        )
        and (abs(first.left - second.left) < 3 or (first.size >= LARGE and first.color == second.color))
    )
    return same and (below or 0 <= other.top - one.top < 2 * (one.bottom - one.top))


def both_capitals(first: Segment, second: Segment) -> bool:
    """Whether two stretches stand in capitals: what small plain type has to say that they are one name."""
    return first.text.isupper() and second.text.isupper() and (first.bold, first.color) == (second.bold, second.color)


def whole_name(name: str, name_row: Row, rows: list[Row]) -> str:
    """A name that began in the line above or goes on in one below, in the same large type; those are emptied."""
    place = next(place for place, row in enumerate(rows) if row is name_row)
    for row in rows[max(place - 1, 0) : place]:
        if len(row.segments) == 1 and same_look(row, name_row) and (before := name_in(row)):
            row.segments = [replace(row.segments[0], text=row.segments[0].text.partition("|")[2].strip())]
            return f"{before}{'' if before.endswith('-') else ' '}{name}"
    for row in rows[place + 1 : place + 7]:
        if same_look(name_row, row) and (more := name_in(row)):
            rest = replace(row.segments[0], text=row.segments[0].text.partition("|")[2].strip())
            row.segments = [rest, *row.segments[1:]]
            return f"{name}{'' if name.endswith('-') else ' '}{more}"
    return name


def name_in(row: Row) -> str:
    """The first words of a row when they could be a part of a name."""
    text = row.segments[0].text.partition("|")[0].strip()
    return text if is_name(text) and not title_score(text) and not is_label(text) else ""


def name_of(row: Row) -> list[tuple[str, str]]:
    """The parts of a row that could be a person's name, each with what follows it in the same stretch."""
    found: list[tuple[str, str]] = []
    pieces = [part.text.strip() for part in row.segments]
    whole = "".join(part.text for part in row.segments if not part.apart).strip()
    for piece in dict.fromkeys([whole, *pieces]):
        text = re.sub(
            r"(?i)^(?:curriculum vitae|currículum vitae|currículum|resume|résumé|lebenslauf|cv|name)(?:\s*(?:of|von|de)?\s*[-–—:|]\s*|\s+(?:of|von|de)\s+)",
            "",
            piece,
        )
        head, sign, rest = re.match(r"([^|–—(,]*)([|–—(,]?)(.*)", text).groups()  # type: ignore[union-attr]  # matches always
        if not sign:
            head = re.sub(r"(?i)\s+(?:curriculum vitae|resume|résumé|lebenslauf|cv)$", "", head)
        if is_name(head.strip()) and sign == "," and CREDENTIALS.fullmatch(rest.strip()):
            found.append((text.strip(), ""))
        elif is_name(head.strip()):
            found.append((head.strip(), rest.strip(" )")))
        elif is_name(text.strip()):
            found.append((text.strip(), ""))
    return found


def is_name(text: str) -> bool:
    """Whether a text could be a person's name: two to five words of letters, or two to four Chinese signs."""
    if re.fullmatch(
        r"[\u4e00-\u9fff]{2,4}|[\u3040-\u30ff\u4e00-\u9fff]{1,5}[\s\u3000][\u3040-\u30ff\u4e00-\u9fff]{1,5}|[\uac00-\ud7a3]{2,5}",
        text,
    ):
        return True
    words = [word.strip(QUOTES) for word in text.split()]
    if not 1 <= len(words) <= 6 or len(text) > 50:
        return False
    return (
        all(NAME_WORD.fullmatch(word) for word in words)
        and any(word[:1].isupper() or not word.isascii() for word in words)
        and (len(words) > 1 or len(text) > 3)
    )


QUOTES = "\"'“”„‚‘’«»"


def capitalise(name: str) -> str:
    """A name as written; spaced letters joined."""
    words = name.split()
    if len(words) > 5 and all(len(word) == 1 for word in words):
        return name.replace(" ", "")
    return " ".join(words)


def same_name(text: str, name: str) -> bool:
    return bool(name) and re.sub(r"\W", "", text.lower()) == re.sub(r"\W", "", name.lower())


def labelled_name(rows: list[Row]) -> tuple[Row, str] | None:
    """The row that says `Name: …`, and the name; given and family name may stand in rows of their own."""
    parts: dict[str, tuple[Row, str]] = {}
    for row in rows:
        label, value = label_of(row)
        if not value or not is_name(" ".join(value.replace(",", " ").split())):
            continue
        if label.lower() == "name" and " " not in value and any(GIVEN.fullmatch(label_of(each)[0]) for each in rows):
            parts.setdefault("family", (row, value))
        elif NAME_LABEL.fullmatch(label):
            given, comma, family = value.partition(",")
            turned = comma and re.match(r"(?i)name\s*,|apellido|nach|nom\b|cognome", label)
            return row, f"{family.strip()} {given.strip()}" if turned else value
        if GIVEN.fullmatch(label):
            parts.setdefault("given", (row, value))
        elif FAMILY.fullmatch(label):
            parts.setdefault("family", (row, value))
    if len(parts) < 2:
        return None
    return parts["given"][0], f"{parts['given'][1]} {parts['family'][1]}"


def label_of(row: Row) -> tuple[str, str]:
    """A row's label and what it labels: `Name: Ada`, or the two apart."""
    text = "".join(part.text for part in row.segments)
    label, colon, value = text.partition(":")
    if not colon and len(row.segments) > 1:
        label, value = row.segments[0].text, "".join(part.text for part in row.segments[1:])
    return singular(label), value.strip(" :")


def singular(label: str) -> str:
    """A label without the ending that says there may be several: `Surname(s) / First name(s)`."""
    return re.sub(r"\s*/\s*", "/", re.sub(r"\((?:s|n|e|es|en)\)", "", label)).strip(" :")


def is_label(text: str) -> bool:
    """Whether a text only labels what stands beside or below it."""
    bare = singular(text)
    return bool(
        NAME_LABEL.fullmatch(bare) or GIVEN.fullmatch(bare) or FAMILY.fullmatch(bare) or PERSONAL.fullmatch(bare)
    ) or bool((found := CONTACT_LABEL.match(f"{bare}:")) and found.end() > len(bare))


CREDENTIALS = re.compile(
    r"(?:(?:Ph\.?\s?D|M\.?D|J\.?D|D\.?D\.?S|D\.?O|Pharm\.?D|Ed\.?D|Psy\.?D|D\.?Phil|R\.?N|BSN|MSN|APRN|FNP(?:-C|-BC)?|NP|LPN|LVN|CRNA|CNA|PA-C|RRT|RD|OTR(?:/L)?|DPT|PT|LCSW|LMSW|MSW|LMFT|LPC|CPA|CFA|CFP|CMA|CIA|PMP|CSM|CISSP|SHRM-(?:CP|SCP)|PHR|SPHR|"
    r"P\.?E|P\.?\s?Eng|C\.?\s?Eng|EIT|RA|AIA|LEED\s?AP|MBA|M\.?B\.?A|M\.?Sc?|M\.?A|B\.?Sc?|B\.?A|M\.?Eng|B\.?Eng|MPH|MPA|MFA|LL\.?M|LL\.?B|Esq|Jr|Sr|II|III|IV|FRCS|MRCP|ACCA|FCCA|MRICS|FRICS|MCIPD|MICE|QTS|PGCE|Dipl\.?-?\s?(?:Ing|Kfm|Kffr|Inf)|CSCS|SPHR|CCRN|CEN)\.?(?:\s*,\s*|\s+|$))+"
)
"""Degrees and licences that people write behind their name, as part of it."""
GIVEN = re.compile(r"(?i)vornamen?|(?:first|given|fore)\s*names?|nombres?|prénoms?|nomi?")
FAMILY = re.compile(
    r"(?i)(?:nach|zu|familien)name|(?:last|family)\s*name|surname|apellidos?|nom(?:\s+de\s+famille)?|cognome|sobrenome"
)
