"""One logical line of a resume: a bullet with its wrapped rows, a paragraph, or a line of an entry's head."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from agent.resume.model import Line, Place
from agent.resume.read.rows import Row, Segment


@dataclass(slots=True)
class Item:
    """One logical line. `kind` is `bullet`, `text` (a paragraph) or `head` (short: may name or date an entry)."""

    rows: list[Row]
    text: str
    kind: str = "head"
    dates: bool = field(default=False)

    @property
    def first(self) -> Row:
        return self.rows[0]

    @property
    def segments(self) -> list[Segment]:
        parts = list(self.rows[0].segments)
        for row in self.rows[1:]:
            first = row.segments[0]
            glue = "" if parts[-1].text.endswith((" ", "-")) or first.apart else " "
            parts += [replace(first, text=glue + first.text), *row.segments[1:]]
        return parts

    def line(self) -> Line:
        return Line(text=self.text, place=place_of(self.rows))


def place_of(rows: list[Row]) -> Place:
    first = rows[0]
    if first.paragraph is not None:
        return Place(paragraph=first.paragraph)
    same = [row for row in rows if row.page == first.page]
    box = (
        min(row.left for row in same),
        min(row.top for row in same),
        max(row.right for row in same),
        max(row.bottom for row in same),
    )
    return Place(page=first.page, box=(round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1)))
