"""Markdown as rows: headings have their level, items their bullet, bold and links their segments."""

from __future__ import annotations

import re

from agent.resume.read.characters import clean, tidy
from agent.resume.read.dates import find_dates
from agent.resume.read.docx_tables import names_column
from agent.resume.read.rows import Document, Row, Segment

HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
ITEM = re.compile(r"(\s*)([-*+•]|\d{1,2}[.)])\s+(.*)")
UNDERLINE = re.compile(r"(=+|-+)\s*$")
RULE = re.compile(r"\s*([-*_]\s*){3,}$")
TABLE_RULE = re.compile(r"\s*\|?[\s:|-]+\|[\s:|-]*$")
INLINE = re.compile(
    r"!\[(?P<alt>[^\]]*)\]\([^)]*\)|\[(?P<label>[^\]]+)\]\((?P<url>[^)\s]+)[^)]*\)|<(?P<auto>(?:https?://|mailto:)?[^<>\s]+[@.][^<>\s]+)>"
    r"|(?P<marks>\*\*\*|\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`)|(?P<tag></?[a-zA-Z][^<>]*>)",
)
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def read(text: str) -> Document:
    text = text.replace("\r\n", "\n")
    hidden = [part for comment in COMMENT.findall(text) if (part := clean(comment[4:-3]))]
    text = COMMENT.sub("", text)
    document = Document([], "markdown", hidden=hidden)
    front = FRONT_MATTER.match(text)
    if front:
        document.rows.extend(make_row(line, 0) for line in front[0].splitlines()[1:-1] if line.strip())
        text = text[front.end() :]
    open_paragraph = False
    blank = 1
    last = ""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or RULE.match(line) or TABLE_RULE.match(line):
            if UNDERLINE.match(line) and open_paragraph and line.strip():
                document.rows[-1].level = 1 if line.startswith("=") else 2
            elif TABLE_RULE.match(line) and "|" in last and names_columns(document.rows):
                document.rows.pop()
            open_paragraph = False
            blank += 1
            continue
        if UNDERLINE.match(line) and open_paragraph:
            document.rows[-1].level = 1 if line.startswith("=") else 2
            open_paragraph = False
            continue
        heading, item = HEADING.match(line.strip()), ITEM.match(line)
        table = line.lstrip().startswith("|")
        if open_paragraph and not heading and not item and not table and wraps(last, line):
            extend(document.rows[-1], line)
        else:
            row = make_row(heading[2] if heading else item[3] if item else line, number)
            row.level = len(heading[1]) if heading else 0
            row.bullet = bool(item)
            row.inner = bool(item and len(item[1].expandtabs(4)) >= 2)
            row.gap = float(min(blank, 1))
            document.rows.append(row)
            blank = 0
        last = line
        open_paragraph = not heading and not line.endswith(("  ", "\\"))
    document.rows = [row for row in document.rows if row.text]
    return document


def make_row(line: str, number: int) -> Row:
    row = Row([], whole=True, paragraph=number)
    cells = (
        [cell for cell in line.strip().strip("|").split("|") if cell.strip()]
        if line.strip().startswith("|")
        else [line]
    )
    for cell in cells:
        spans = inline(cell.strip().rstrip("\\"))
        if spans and row.segments:
            spans[0].apart = True
        row.segments.extend(spans)
    return row


def names_columns(rows: list[Row]) -> bool:
    """Whether the last row is the head of a table that only names its columns."""
    return bool(rows) and len(rows[-1].segments) > 1 and all(names_column(part.text) for part in rows[-1].segments)


SHORTEST_WRAP = 55
"""Characters of a line from which the next may be the rest of its paragraph: people also break lines that are short."""


def wraps(last: str, line: str) -> bool:
    """Whether a line is the rest of the paragraph above it rather than a line of its own."""
    first = line.strip()[:1]
    spans = find_dates(last)
    if spans and spans[-1].finish >= len(last.rstrip(" )*_")):
        return False
    return len(last.rstrip()) >= SHORTEST_WRAP or first.islower() or last.rstrip().endswith((",", "-", "("))


def extend(row: Row, line: str) -> None:
    """A wrapped line goes on in the paragraph it belongs to."""
    if row.segments:
        row.segments[-1].text += " "
    row.segments.extend(inline(line.strip()))


def inline(text: str) -> list[Segment]:
    """A line as segments: what stands in `**`, `_` or a link has its own."""
    segments: list[Segment] = []
    bold = italic = False
    end = 0
    for mark in INLINE.finditer(text):
        add(segments, text[end : mark.start()], bold=bold, italic=italic)
        end = mark.end()
        if mark["label"]:
            for part in inline(mark["label"]):
                part.link, part.bold = mark["url"].removeprefix("mailto:"), part.bold or bold
                segments.append(part)
        elif mark["alt"] or mark["auto"]:
            add(segments, mark["alt"] or mark["auto"].removeprefix("mailto:"), bold=bold, italic=italic)
        elif mark["marks"] in {"**", "__", "***"}:
            bold = not bold
        elif mark["marks"] in {"*", "_"}:
            italic = not italic
        elif mark["tag"] and mark["tag"].lower().startswith("<br"):
            add(segments, " ", bold=bold, italic=italic)
    add(segments, text[end:], bold=bold, italic=italic)
    return segments


def add(segments: list[Segment], text: str, *, bold: bool, italic: bool) -> None:
    shown = tidy(text)
    if shown:
        segments.append(Segment(shown, bold=bold, italic=italic))
