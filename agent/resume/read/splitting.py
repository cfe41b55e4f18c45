"""The line of an entry's head cut into the names of things: at strong signs, and at commas between different kinds of them."""

from __future__ import annotations

import re

from agent.resume.read.places import is_area, is_city, place_score
from agent.resume.read.words import company_score, find_degree, has_school, outer_title, title_score

STRONG = re.compile(
    r"\s+[|·•‧∙●◦▪›»]\s*|\s*[|•●]\s+|\s+[-–—―]+\s+|\s+(?:at|@|bei|beim|en la empresa|chez|presso|bij)\s+(?=[A-Z0-9À-ÖØ-ÞĀ-Ž])|\s*;\s+|^[-–—]\s+|\s{2,}|\s*→\s*|\s::?\s"
)
COMMA = re.compile(r",\s+|,(?=\S)|，|、")
EDGES = " \t,;|·•–—-:/"
LEGAL_TAIL = re.compile(
    r"^(?:inc|llc|llp|ltd|limited|corp|ltda|gmbh|ag|kg|co|s\.?a\.?|s\.?l\.?|plc|b\.?v\.?|pty|sas|sarl|s\.?r\.?l|s\.?p\.?a)\b\.?",
    re.IGNORECASE,
)
WIDE, NARROW = re.compile(r"\S\s{2,}(?=\S)"), re.compile(r"\S\s(?=\S)")
CAMPUS = re.compile(r"\b(?:University of [A-Z][\w.]+(?: [A-Z][\w.]+)?|State University|University System)$")


def split(text: str) -> list[tuple[str, bool]]:
    """The names in a text, each with whether only a comma parts it from the one before."""
    pieces: list[tuple[str, bool]] = []
    for part in cut(open_brackets(text.strip().rstrip(",; "))):
        pieces.extend((piece, place > 0) for place, piece in enumerate(split_commas(part)) if piece.strip(EDGES))
    return pieces


def cut(text: str) -> list[str]:
    """A text at its strong signs; `University of Illinois at Chicago` is one name."""
    parts: list[str] = []
    begin = 0
    if len(WIDE.findall(text)) > max(2, len(NARROW.findall(text))):
        text = " ".join(text.split())  # a justified line
    for found in STRONG.finditer(text):
        if found[0].strip() == "at" and CAMPUS.search(text[begin : found.start()]):
            continue
        parts.append(text[begin : found.start()])
        begin = found.end()
    return [*parts, text[begin:]]


def open_brackets(text: str) -> str:
    """`Baker (Surdeg AB)`: a name in brackets at the end is a name of its own."""
    found = re.fullmatch(r"(.{2,}?)\s*\(([^()]{3,60})\)", text.strip()) or re.fullmatch(
        r"()\(([^()]{3,60})\)?", text.strip()
    )
    if not found or (found[1] and kind_of(found[2].split(",")[0]) not in {"company", "place"}):
        return text
    return f"{found[1]} | {found[2]}" if found[1] else found[2]


def split_commas(text: str) -> list[str]:
    """`Owner, Bitnook, LLC` at the comma between title and employer only; names with commas stay whole."""
    parts = [part for part in COMMA.split(text) if part]
    if len(parts) < 2 or (
        len(parts) == 2 and is_area(parts[1]) and place_score(text) >= 0.8 and kind_of(parts[0]) in {"", "place"}
    ):
        return [text]
    groups: list[str] = [parts[0]]
    kind = kind_of(parts[0])
    for place, part in enumerate(parts[1:], 1):
        tail = ", ".join(parts[place : place + 2])
        here = (
            "place"
            if place + 1 < len(parts)
            and is_area(parts[place + 1])
            and place_score(tail) >= 0.8
            and not title_score(part)
            and not (company_score(part) or has_school(part))
            else kind_of(part)
        )
        campus = here == "place" and has_school(groups[-1]) and part is parts[-1] and not is_area(part)
        if LEGAL_TAIL.match(part.strip()) or campus or here == kind == "place":
            groups[-1] += f", {part}"
        elif (
            here == "place"
            or (here and kind and here != kind)
            or (here == "" and kind == "title")
            or (here and not kind and (here != "company" or len(groups) > 1))
        ):
            groups.append(part)
            kind = here
        else:
            groups[-1] += f", {part}"
            kind = kind or here
    return groups


def kind_of(text: str) -> str:
    text = text.strip()
    if find_degree(text):
        return "degree"
    if is_city(text) or is_area(text) or place_score(text) >= 1:
        return "place"
    title, company = title_score(text), company_score(text) * (0.4 if outer_title(text) else 1)
    if title != company:
        return "title" if title > company else "company"
    return ""


def split_place(text: str) -> tuple[str, str]:
    """`Acme Corp, San Francisco, CA` as name and place; `University of California, Berkeley` stays whole."""
    parts = [part.strip() for part in text.split(",")]
    bracket = re.fullmatch(r"(.+?)\s*\(([^()]{2,40})\)", text)
    if bracket and place_score(bracket[2]) >= 0.6:
        return bracket[1], bracket[2]
    for keep in range(1, len(parts)):
        tail = ", ".join(parts[keep:])
        if (
            len(parts) - keep <= 3
            and place_score(tail) >= 0.8
            and (len(parts) - keep > 1 or not re.search(r"(?i)universi|college|\bof\b", parts[0]))
        ):
            return ", ".join(parts[:keep]), tail
    return text, ""
