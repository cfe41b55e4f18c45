"""The head of an entry taken apart: dates, places and addresses first, what is left are names of things."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from agent.resume.read.contacts import find_urls
from agent.resume.read.dates import DURATION, Span, find_dates
from agent.resume.read.item import Item
from agent.resume.read.places import is_area, is_city, place_score
from agent.resume.read.rows import Segment
from agent.resume.read.words import company_score, find_degree, has_school, outer_title, title_score

STRONG = re.compile(
    r"\s+[|·•‧∙●◦▪›»]\s*|\s*[|•●]\s+|\s+[-–—―]+\s+|\s+(?:at|@|bei|beim|en la empresa|chez|presso|bij)\s+(?=[A-Z0-9ÄÖÜÉ])|\s*;\s+|^[-–—]\s+|\s{2,}|\s*→\s*|\s::?\s"
)
COMMA = re.compile(r",\s+|,(?=\S)|，|、")
EDGES = " \t,;|·•–—-:/"
LABEL = re.compile(
    r"^(?:employer|company|position|title|role|location|date|dates|period|duration|from|client|issuer|issued by|awarded by|published by|by|arbeitgeber|firma|ort|zeitraum|empresa|puesto|cargo|fecha|lugar|entreprise|poste|lieu|awarded)\s*:\s*|^(?:by|awarded by|published by|issued by)\s+",
    re.IGNORECASE,
)
CONNECTOR = re.compile(
    r"at|@|by|in|for|to|from|bei|chez|en|de|and|und|y|et|with|as|von|presso|(?:awarded|published|issued)(?: by)?|date|dates|location|period",
    re.IGNORECASE,
)
LEGAL_TAIL = re.compile(
    r"^(?:inc|llc|llp|ltd|limited|corp|gmbh|ag|kg|co|s\.?a\.?|s\.?l\.?|plc|b\.?v\.?|pty|sas|sarl|s\.?r\.?l|s\.?p\.?a)\b\.?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Atom:
    """One named thing of a head: in which line of it, at which place, and how it looks."""

    text: str
    line: int
    slot: int
    bold: bool
    italic: bool
    size: float
    apart: bool = False
    link: str = ""
    comma: bool = False
    """only a comma parts it from the name before it"""


@dataclass(slots=True)
class Head:
    atoms: list[Atom] = field(default_factory=list)
    dates: list[Span] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    shape: tuple[int, ...] = ()


def read_head(items: list[Item]) -> Head:
    """Take the head lines of an entry apart."""
    head = Head()
    for line, item in enumerate(items):
        slot = 0
        for segment in joined(item.segments):
            slot = take(head, segment, line, slot)
    head.shape = tuple(sum(atom.line == line for atom in head.atoms) for line in range(len(items)))
    return head


def joined(segments: list[Segment]) -> list[Segment]:
    """Segments of one look that only a mark of emphasis parted, as one; dates cut in two put together."""
    found: list[Segment] = []
    for part in undivided(segments):
        last = found[-1] if found else None
        if (
            last
            and not part.apart
            and (last.bold, last.italic) == (part.bold, part.italic)
            and abs(last.size - part.size) < 1
            and last.link == part.link
            and last.color == part.color
        ) or (last and not part.apart and last.text.rstrip().endswith(("(", "/"))):
            found[-1] = Segment(
                last.text + part.text,
                last.left,
                part.right,
                last.size,
                last.bold,
                last.italic,
                last.color,
                last.apart,
                last.link,
            )
        else:
            found.append(part)
    return found


def undivided(segments: list[Segment]) -> list[Segment]:
    """The same with dates whole that a change of look cuts in two (small capitals: `2020 TO PRESENT`)."""
    whole = "".join((" " if part.apart else "") + part.text for part in segments)
    inside: set[int] = set()
    for span in find_dates(whole):
        inside.update(range(span.begin + 1, span.finish))
    found: list[Segment] = []
    end = 0
    for part in segments:
        end += part.apart
        if found and end in inside and not part.apart:
            last = found[-1]
            found[-1] = Segment(
                last.text + part.text,
                last.left,
                part.right,
                last.size,
                last.bold,
                last.italic,
                last.color,
                last.apart,
                last.link,
            )
        else:
            found.append(part)
        end += len(part.text)
    return found


def take(head: Head, segment: Segment, line: int, slot: int) -> int:
    """Take one segment apart into a head; returns the next free slot of the line."""
    text = segment.text
    if segment.link and segment.link not in head.urls and not segment.link.startswith(("mailto:", "tel:")):
        head.urls.append(segment.link)
    for found in list(find_urls(text)):
        whole = text.strip(" ()[]")
        if (
            found[0].startswith(("http", "www"))
            or "/" in found[0]
            or (found[0] in whole and (len(head.atoms) > 1 or (whole == found[0] and head.atoms and line > 1)))
        ):
            if found[0] not in head.urls and not segment.link:
                head.urls.append(found[0])
            text = text.replace(found[0], " ")
    for span in find_dates(text):
        if wanted(span, text, segment):
            head.dates.append(span)
            text = text.replace(span.text, "\x00", 1)
    lone = DURATION.sub(" ", text) if "\x00" in text or segment.apart or DURATION.fullmatch(text.strip()) else text
    for note in DURATION.findall(text) if lone != text else []:
        head.notes.append(note.strip(" ()"))
    text = re.sub(r"\(\s*[,;]*\s*\)|\[\s*\]", " ", re.sub(r"\s*[(\[]?\s*\x00\s*[)\]]?\s*", "  ", lone))
    for part, comma in split(text.strip()):
        piece = LABEL.sub("", part.strip()).strip(EDGES)
        if not piece or not any(sign.isalnum() for sign in piece) or CONNECTOR.fullmatch(piece):
            continue
        score = place_score(piece)
        if (
            score >= 0.6
            and (score >= 0.8 or slot or line)
            and not (title_score(piece) or has_school(piece) or is_lonely_name(head, piece, segment, line))
        ):
            head.places.append(piece)
            continue
        name, place = split_place(piece)
        if place:
            head.places.append(place)
        if name:
            head.atoms.append(
                Atom(name, line, slot, segment.bold, segment.italic, segment.size, segment.apart, segment.link, comma)
            )
            slot += 1
    return slot


def is_lonely_name(head: Head, piece: str, segment: Segment, line: int) -> bool:
    """Whether what reads like a place opens the head in its strongest look: then it names a thing (`Princeton`)."""
    return (
        line == 0
        and not head.atoms
        and not segment.apart
        and ("," not in piece or (segment.bold and place_score(piece) < 1))
        and not piece.lower().startswith(("remote", "home"))
    )


def wanted(span: Span, text: str, segment: Segment) -> bool:
    """Whether a date found in a head dates the entry: not a bare year in the midst of words."""
    if not span.bare:
        return True
    before, after = text[: span.begin].rstrip(), text[span.finish :].lstrip()
    return not before or not after or before[-1] in "(,|–-·•/[:" or after[:1] in "),|–-·•]:" or segment.apart


def split(text: str) -> list[tuple[str, bool]]:
    """The names in a text, each with whether only a comma parts it from the one before."""
    pieces: list[tuple[str, bool]] = []
    for part in STRONG.split(open_brackets(text)):
        pieces.extend((piece, place > 0) for place, piece in enumerate(split_commas(part)) if piece.strip(EDGES))
    return pieces


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
