"""What every reader makes of its file and every later step works on: rows of text in reading order, with their looks.

A `Row` is one line as it stands (PDF) or one paragraph (DOCX, Markdown, text); a `Segment` is a stretch of it in one
look. Segments of a row that stand apart (a right-aligned date, a table cell) carry `apart`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Segment:
    """A stretch of text in one look. `left`, `right` and `size` are points; 0 where the format has no geometry."""

    text: str
    left: float = 0.0
    right: float = 0.0
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    color: int = 0
    apart: bool = False
    link: str = ""


@dataclass(slots=True)
class Row:
    """A line.

    `top` grows downwards; `gap` is the space above in the row's own heights; `reach` is how far the column goes to the
    right; `column` numbers the blocks; `side` is -1 or 1 in a column beside another; `level` is a heading's level as the
    format itself says it (0 none); `bullet` tells a list item and `sign` where its sign stands, `inner` a nested one, `icon` a picture before it.
    """

    segments: list[Segment]
    page: int = 1
    top: float = 0.0
    bottom: float = 0.0
    column: int = 0
    side: int = 0
    gap: float = 0.0
    reach: float = 0.0
    sign: float = 0.0
    level: int = 0
    bullet: bool = False
    inner: bool = False
    icon: bool = False
    whole: bool = False
    paragraph: int | None = None
    style: str = ""

    @property
    def text(self) -> str:
        return " ".join(
            "".join(
                (" " if part.apart and place else "") + part.text for place, part in enumerate(self.segments)
            ).split()
        )

    @property
    def left(self) -> float:
        return self.segments[0].left if self.segments else 0.0

    @property
    def right(self) -> float:
        return max((part.right for part in self.segments), default=0.0)

    @property
    def size(self) -> float:
        return max((part.size for part in self.segments), default=0.0)

    @property
    def bold(self) -> bool:
        return bool(self.segments) and all(part.bold for part in self.segments if part.text.strip())

    @property
    def box(self) -> Box:
        return (round(self.left, 1), round(self.top, 1), round(self.right, 1), round(self.bottom, 1))


@dataclass(slots=True)
class Document:
    """A file as rows; `whole` rows (of text, Word, Markdown) are paragraphs, others may go on in the next row.

    `unread` numbers the pages that are pictures nobody read; `doubts` says of words read from pictures how sure each is.
    `notes` are foot- and endnotes, apart from the text.
    """

    rows: list[Row]
    format: str
    pages: int = 0
    hidden: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    doubts: dict[str, float] = field(default_factory=dict)
    notes: list[Row] = field(default_factory=list)
