"""A page as lines a person sees, in order, and the boxes they stand in; `walk.py` makes it.

Everything that looks at the page as text (labels, description, judgement) works on these lines, so that a large page
is walked once. What is not seen is gathered in `hidden`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BULLET = re.compile(r"^(?:[•▪▫◦‣⁃●○■□►➢➤✓✔✅·∙»]|[-–—*+]\s)\s*")


@dataclass(slots=True)
class Line:
    """One visible line. `parts` are its pieces at element borders; `links` counts the characters inside links.

    `dropped`: surely not part of a posting's text; `outside`: not even one of its facts, but the site's menu or footer.
    """

    text: str
    tag: str
    box: int
    parts: list[str]
    links: int = 0
    dropped: bool = False
    outside: bool = False

    @property
    def level(self) -> int:
        """1 to 6 for a heading, 0 for anything else."""
        return HEADINGS.get(self.tag, 0)


@dataclass(slots=True)
class Box:
    """A block element and its lines `start` to `end`; `name` is its id, class and role in lower case."""

    element: Any
    tag: str
    name: str
    parent: int
    start: int
    end: int = 0
    controls: int = 0


@dataclass(slots=True)
class Hint:
    """An element whose class or data attribute says which field it holds; it begins at line `line`."""

    field: str
    element: Any
    line: int
    box: int


@dataclass(slots=True)
class Document:
    """`root` is the lxml tree, or None for what could not be parsed as HTML at all."""

    root: Any
    lines: list[Line] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)
    noscript: str = ""

    def box_lines(self, box: Box) -> Iterator[Line]:
        return (line for line in self.lines[box.start : box.end] if not line.dropped)
