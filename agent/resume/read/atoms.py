"""The head of an entry taken apart: dates, places and addresses first, what is left are names of things."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from agent.resume.read.contacts import find_urls
from agent.resume.read.dates import DURATION, Span, find_dates
from agent.resume.read.item import Item
from agent.resume.read.places import place_score
from agent.resume.read.rows import Segment
from agent.resume.read.splitting import EDGES, split, split_place
from agent.resume.read.words import has_school, title_score

LABEL = re.compile(
    r"^(?:employer|company|position|title|role|location|date|dates|period|duration|from|client|issuer|issued by|awarded by|published by|by|arbeitgeber|firma|ort|zeitraum|empresa|puesto|cargo|fecha|lugar|entreprise|poste|lieu|awarded)\s*:\s*|^(?:by|awarded by|published by|issued by)\s+",
    re.IGNORECASE,
)
CONNECTOR = re.compile(
    r"at|@|by|in|for|to|from|bei|chez|en|de|and|und|y|et|with|as|von|presso|(?:awarded|published|issued)(?: by)?|date|dates|location|period",
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
    spot: tuple[int, int] = (-1, -1)
    """its line, and how many names and places stand before it there"""


@dataclass(slots=True)
class Head:
    atoms: list[Atom] = field(default_factory=list)
    dates: list[Span] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    shape: tuple[int, ...] = ()
    spot: tuple[int, int] = (-1, -1)
    """where the first place stands, as of an atom"""


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
            and not (
                title_score(piece) or (has_school(piece) and score < 1) or is_lonely_name(head, piece, segment, line)
            )
        ):
            head.spot = head.spot if head.places else (line, slot)
            head.places.append(re.sub(r"(?<=\w{3})\.$", "", piece))
            continue
        name, place = split_place(piece)
        if place:
            head.places.append(place)
        if name:
            head.atoms.append(
                Atom(
                    name,
                    line,
                    slot,
                    segment.bold,
                    segment.italic,
                    segment.size,
                    segment.apart,
                    segment.link,
                    comma,
                    (line, slot),
                )
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
