"""Plain text as rows: a paragraph may be wrapped over lines, so lines stay lines and join by the same rules as PDF."""

from __future__ import annotations

import re

from agent.resume.read.characters import clean, strip_bullet
from agent.resume.read.rows import Document, Row, Segment

COLUMN_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
RULE = re.compile(r"[\s=\-_*~#+.─━═–—|]*")
HEIGHT = 12.0


def read(text: str) -> Document:
    rows: list[Row] = []
    blank = 0
    previous_text = False
    for number, line in enumerate(text.splitlines()):
        stripped = line.strip()
        if RULE.fullmatch(stripped):
            if stripped and previous_text and len(stripped) > 2 and stripped[0] in "=-_~─━═" and rows:
                rows[-1].level = rows[-1].level or 2
            blank += 1
            previous_text = False
            continue
        row = make_row(line, number)
        if row is None:
            continue
        row.gap = float(blank)
        rows.append(row)
        blank = 0
        previous_text = True
    reach = max((row.right for row in rows if len(row.segments) == 1), default=0.0)
    for row in rows:
        row.reach = reach
    return Document(rows, "text")


def make_row(line: str, number: int) -> Row | None:
    wide = line.replace("\t", "    ")
    bullet, body = strip_bullet(wide.strip())
    segments: list[Segment] = []
    end = len(wide.rstrip()) - len(body)
    for piece in COLUMN_GAP.split(body):
        begin = wide.find(piece, end)
        end = begin + len(piece)
        text = clean(piece)
        if text:
            segments.append(Segment(text, left=5.0 * begin, right=5.0 * end, size=10.0, apart=bool(segments)))
    if not segments:
        return None
    top = number * HEIGHT
    return Row(segments, top=top, bottom=top + HEIGHT, bullet=bullet, paragraph=number)
