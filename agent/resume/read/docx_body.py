"""The body of one part of a Word file (document, header or footer) as rows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from agent.resume.read.characters import clean, strip_bullet, tidy
from agent.resume.read.docx_styles import Look, Styles, W, is_fill, is_white
from agent.resume.read.docx_tables import is_head, join_cells
from agent.resume.read.rows import Row, Segment

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
SMALLEST = 2.0
DEEPEST = 60
FEWEST_COLUMN = 4
"""Lines from which a text box is a column of its own."""
NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
BLOCKS = {
    f"{W}sdt",
    f"{W}sdtContent",
    f"{W}body",
    f"{W}ins",
    f"{W}moveTo",
    f"{W}hdr",
    f"{W}ftr",
    f"{W}document",
    f"{W}txbxContent",
    f"{W}customXml",
    f"{W}smartTag",
}
SKIPPED = {
    f"{W}del",
    f"{W}moveFrom",
    f"{W}instrText",
    f"{W}delText",
    f"{W}pPr",
    f"{W}rPr",
    f"{W}sdtPr",
    f"{MC}Fallback",
}


class Body:
    """Reads blocks into `rows` (`filled` when they stand on a colored ground); text that cannot be seen goes to `hidden`, links without text to `links`.

    `notes` are the references to foot- and endnotes: kind, id and paragraph. Tracked changes are read as if accepted.
    """

    def __init__(self, styles: Styles, addresses: dict[str, str], *, filled: bool = False) -> None:
        self.styles = styles
        self.addresses = addresses
        self.filled = filled
        self.ground = filled
        self.rows: list[Row] = []
        self.hidden: list[str] = []
        self.links: list[str] = []
        self.notes: list[tuple[str, str, int]] = []
        self.carried: list[Segment] = []
        self.paragraphs = 0
        self.blank = 0
        self.column = 0
        self.boxes: list[list[Row]] = []

    def read(self, element: Any, depth: int = 0) -> None:
        """All blocks below an element, in order."""
        if depth > DEEPEST:
            return
        for child in element:
            if child.tag == f"{W}p":
                self.paragraph(child, depth)
            elif child.tag == f"{W}tbl":
                self.table(child, depth)
            elif child.tag in BLOCKS:
                self.read(child, depth + 1)

    def paragraph(self, element: Any, depth: int) -> None:
        number = self.paragraphs
        self.paragraphs += 1
        properties = element.find(f"{W}pPr")
        style = properties.find(f"{W}pStyle") if properties is not None else None
        look = self.styles.named(style.get(f"{W}val", "") if style is not None else self.styles.paragraph_default)
        look = self.styles.paragraph(look, properties)
        self.ground = self.filled or has_fill(properties)
        segments: list[list[Segment]] = [self.carried]
        self.carried = []
        boxes: list[Any] = []
        self.runs(element, look, segments, boxes, "")
        if goes_on(element, properties):
            self.carried = segments.pop()
        for place, parts in enumerate(segments):
            row = self.row(parts, look, number if self.rows is not None else None)
            if row is not None:
                row.gap = 1.0 if self.blank and place == 0 else 0.0
                self.blank = 0
                self.rows.append(row)
            elif place == 0 and len(segments) == 1:
                self.blank += 1
        for box in boxes:
            self.box(box, depth)

    def box(self, element: Any, depth: int) -> None:
        """A text box: a short one (a heading, the name) stands where it is drawn, a longer one is a column of its own."""
        before, self.filled = self.filled, True  # what a box is filled with its drawing says, in many ways
        begin = len(self.rows)
        self.read(element, depth + 1)
        self.filled = before
        if len(self.rows) - begin >= FEWEST_COLUMN:
            self.boxes.append(self.rows[begin:])
            del self.rows[begin:]

    def beside(self) -> None:
        """Put the text boxes that are columns behind the rest."""
        for rows in self.boxes:
            self.column += 1
            for row in rows:
                row.column, row.side = self.column, 1
            self.rows.extend(rows)
        self.boxes = []

    def row(self, parts: list[Segment], look: Look, number: int) -> Row | None:
        parts = merged(parts)
        if not parts:
            return None
        row = Row(parts, level=look.level, whole=True, paragraph=number, style=look.name, column=self.column)
        row.bullet = self.styles.is_item(look)
        row.inner = row.bullet and look.depth > 0
        bullet, text = strip_bullet(parts[0].text)
        if bullet and text:
            row.bullet, parts[0].text = True, text
        parts[0].left = look.indent
        return row

    def runs(self, element: Any, look: Look, rows: list[list[Segment]], boxes: list[Any], link: str) -> None:
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or tag in SKIPPED:
                continue
            if tag == f"{W}r":
                properties = child.find(f"{W}rPr")
                ground, self.ground = self.ground, self.ground or has_fill(properties)
                self.run(child, self.run_look(look, properties), rows, boxes, link)
                self.ground = ground
            elif tag == f"{W}hyperlink":
                address = self.addresses.get(child.get(f"{R}id", ""), "")
                before = sum(len(row) for row in rows)
                self.runs(child, look, rows, boxes, address.removeprefix("mailto:"))
                if address and sum(len(row) for row in rows) == before:
                    self.links.append(address)
            else:
                self.runs(child, look, rows, boxes, link)

    def run_look(self, look: Look, properties: Any) -> Look:
        if properties is None:
            return look
        style = properties.find(f"{W}rStyle")
        if style is not None:
            named = self.styles.named(style.get(f"{W}val", ""))
            base = self.styles.default
            look = replace(
                look,
                bold=look.bold or named.bold,
                italic=look.italic or named.italic,
                hidden=look.hidden or named.hidden,
                color=named.color if named.color != base.color else look.color,
                size=named.size if named.size != base.size else look.size,
            )
        return self.styles.run(look, properties)

    def run(self, element: Any, look: Look, rows: list[list[Segment]], boxes: list[Any], link: str) -> None:
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or tag in SKIPPED:
                continue
            if tag == f"{W}t":
                self.text(child.text or "", look, rows[-1], link)
            elif tag in {f"{W}tab", f"{W}ptab"}:
                rows[-1].append(Segment("\t"))
            elif tag in {f"{W}br", f"{W}cr"}:
                rows.append([])
            elif tag == f"{W}noBreakHyphen":
                self.text("-", look, rows[-1], link)
            elif tag in NOTES:
                self.notes.append((NOTES[tag], child.get(f"{W}id", ""), self.paragraphs - 1))
            elif tag == f"{W}sym":
                rows[-1].append(Segment("\t") if rows[-1] else Segment("• "))
            else:
                boxes.extend(text_boxes(child))

    def text(self, text: str, look: Look, row: list[Segment], link: str) -> None:
        if look.hidden or look.size < SMALLEST or (is_white(look.color) and not (self.ground or look.filled)):
            shown = clean(text)
            if shown:
                self.hidden.append(shown)
            return
        shown = tidy(text.upper() if look.caps else text)
        if shown:
            row.append(Segment(shown, size=look.size, bold=look.bold, italic=look.italic, color=look.color, link=link))

    def table(self, element: Any, depth: int) -> None:
        """A table row by row; when its cells hold whole blocks (a layout), cell by cell, column after column."""
        rows = [row for row in element.iter(f"{W}tr") if row.getparent() is element or row.getparent().tag in BLOCKS]
        rows = [row for row in rows if row.find(f"{W}trPr/{W}del") is None]
        grid = [[self.cell(cell, depth) for cell in row.iter(f"{W}tc") if nearest_row(cell) is row] for row in rows]
        if any(sum(len(cell) > 3 for cell in line) > 1 for line in grid):
            for place in range(max(len(line) for line in grid)):
                self.column += 1
                for line in grid:
                    if place < len(line):
                        for row in line[place]:
                            row.column, row.side = self.column, 1 if place else -1
                        self.rows.extend(line[place])
            return
        for line in grid[1:] if len(grid) > 1 and is_head(grid[0]) else grid:
            self.rows.extend(join_cells(line))

    def cell(self, element: Any, depth: int) -> list[Row]:
        table = element.getparent()
        while table is not None and table.tag != f"{W}tbl":
            table = table.getparent()
        filled = self.filled or has_fill(element.find(f"{W}tcPr")) or self.styles.fills_table(table)
        inner = Body(self.styles, self.addresses, filled=filled)
        inner.paragraphs, inner.column = self.paragraphs, self.column
        inner.read(element, depth + 1)
        inner.beside()
        self.paragraphs = inner.paragraphs
        self.hidden += inner.hidden
        self.links += inner.links
        self.notes += inner.notes
        return inner.rows


def goes_on(element: Any, properties: Any) -> bool:
    """Whether the break after a paragraph was deleted in tracked changes, so that the next one goes on in it."""
    deleted = properties is not None and properties.find(f"{W}rPr/{W}del") is not None
    return deleted and any(after.tag == f"{W}p" for after in element.itersiblings())


def nearest_row(cell: Any) -> Any:
    parent = cell.getparent()
    while parent is not None and parent.tag != f"{W}tr":
        parent = parent.getparent()
    return parent


def text_boxes(element: Any) -> list[Any]:
    """The contents of text boxes drawn at a run, those of the fallback for old programs left out."""
    found = []
    for box in element.iter(f"{W}txbxContent"):
        parents = list(box.iterancestors(f"{MC}Fallback"))
        if not parents and not any(other is not box for other in box.iterancestors(f"{W}txbxContent")):
            found.append(box)
    return found


def merged(parts: list[Segment]) -> list[Segment]:
    """Neighbouring runs of one look as one; a tab makes what follows stand apart."""
    found: list[Segment] = []
    tab = False
    for part in parts:
        if part.text == "\t":
            tab = True
            continue
        if not part.text.strip() and not found:
            continue
        last = found[-1] if found else None
        same = (
            last
            and not tab
            and (last.bold, last.italic, last.color, last.link, last.size)
            == (part.bold, part.italic, part.color, part.link, part.size)
        )
        if last and not tab and (same or not part.text.strip()):
            last.text += part.text
        else:
            part.apart = tab and bool(found)
            found.append(part)
        tab = False
    if found:
        found[0].text = found[0].text.lstrip()
        found[-1].text = found[-1].text.rstrip()
    return [part for part in found if part.text]


def has_fill(properties: Any) -> bool:
    """Whether a paragraph, run or cell has a ground that is not white."""
    if properties is None:
        return False
    shade, marker = properties.find(f"{W}shd"), properties.find(f"{W}highlight")
    return (shade is not None and is_fill(shade)) or (
        marker is not None and marker.get(f"{W}val") not in {"none", "white"}
    )
