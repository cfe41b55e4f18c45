"""A page cut into blocks that are read one after the other: bands from top to bottom, columns from left to right.

A gutter is a strip that no text crosses over many lines. Whether it parts two columns is told by what stands beside it:
both sides with headings or with lines of their own height are columns; a narrow side whose lines all stand beside a
line of the other is a column of dates or labels and belongs to the rows.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from agent.resume.read.gutters import Gutter, Stretch, find_gutter, paired_gutter, stretches_of
from agent.resume.read.headings import section_of
from agent.resume.read.labels import attach_labels
from agent.resume.read.page_rows import group_lines, make_row, usual_blanks
from agent.resume.read.pdf_words import Word
from agent.resume.read.rows import Row

DEPTH = 3
NARROW = 0.55
"""Ems between two columns that stand close to each other."""
LOW = 0.45
"""Of the page's height: a pair of columns lower than this may be a table beside labels."""
FINE = 0.42
"""Ems between words of a label column and what it names, where that is narrow."""


@dataclass(slots=True)
class Block:
    """Rows read in one go. `side` is -1 for a left column, 1 for a right one, 0 for what takes the whole width."""

    rows: list[Row]
    left: float
    right: float
    page: int
    side: int = 0
    depth: int = 0
    main: bool = False
    fields: dict[str, float] = field(default_factory=dict)


def split_page(words: list[Word], width: float, height: float, page: int) -> list[Block]:
    """The blocks of a page in reading order."""
    return split(words, width, height, page, 0, 0)


def split(words: list[Word], width: float, height: float, page: int, depth: int, side: int) -> list[Block]:
    if not words:
        return []
    gutter = widest_gutter(words, height, first=depth == 0) if depth < DEPTH else None
    if gutter is None:
        return [block_of(make_rows(words, page), words, page, side, depth)]
    if gutter.kind == "columns":
        gutter = raised(gutter, words)
    above, left, right, below = cut(words, gutter)
    if gutter.kind == "labels":
        rows = attach_labels(make_rows(left, page), make_rows(right, page))
        block = block_of(rows, left + right, page, side, depth)
        return [
            *split(above, width, height, page, depth, side),
            block,
            *split(below, width, height, page, depth + 1, side),
        ]
    parts = [split(left, width, height, page, depth + 1, -1), split(right, width, height, page, depth + 1, 1)]
    for blocks, which in zip(parts, (-1, 1), strict=True):
        for block in blocks:
            block.side = block.side or which
    return [
        *split(above, width, height, page, depth + 1, side),
        *parts[0],
        *parts[1],
        *split(below, width, height, page, depth + 1, side),
    ]


def widest_gutter(words: list[Word], height: float, *, first: bool) -> Gutter | None:
    """The gutter that parts most of the page; one as narrow as the spaces of a line only before headings or after labels."""
    found = find_gutter(stretches_of(words), height)
    close = find_gutter(stretches_of(words, NARROW), height, only="headed")
    if close is not None and (found is None or taller(close, found) or nearer(close, found)):
        found = close
    if found is None or found.kind == "labels":
        found = paired_gutter(stretches_of(words)) or found
    if first and (found is None or found.kind == "labels" or found.bottom - found.top < LOW * height):
        space = max(FINE, 1.6 * usual_blanks(group_lines(words))[""])
        fine = find_gutter(stretches_of(words, space), height, only="labels")
        if fine is not None and (found is None or taller(fine, found)):
            found = fine
    return found


def nearer(one: Gutter, other: Gutter) -> bool:
    """Whether a gutter leaves to the left column what the other takes from its right edge."""
    return other.kind == "columns" and one.x > other.x and one.bottom - one.top > 0.98 * (other.bottom - other.top)


def raised(gutter: Gutter, words: list[Word]) -> Gutter:
    """The same gutter up to the two headings above it, whose large type stood too close to part them."""
    lines = group_lines(word for word in words if word.base < gutter.top)
    for line in lines[-1:]:
        left, right = [w for w in line if w.right <= gutter.x], [w for w in line if w.left >= gutter.x]
        near = gutter.top - line[0].base < 4 * line[0].size
        if (
            near
            and len(left) + len(right) == len(line)
            and all(section_of(" ".join(word.text for word in side)) for side in (left, right))
        ):
            gutter.top = line[0].base - 0.5
    return gutter


def taller(one: Gutter, other: Gutter) -> bool:
    return one.bottom - one.top > 1.15 * (other.bottom - other.top)


def cut(words: list[Word], gutter: Gutter) -> tuple[list[Word], list[Word], list[Word], list[Word]]:
    above: list[Word] = []
    left: list[Word] = []
    right: list[Word] = []
    below: list[Word] = []
    for word in words:
        if word.base < gutter.top:
            above.append(word)
        elif word.base > gutter.bottom:
            below.append(word)
        else:
            (left if (word.left + word.right) / 2 < gutter.x else right).append(word)
    return above, left, right, below


def block_of(rows: list[Row], words: list[Word], page: int, side: int, depth: int) -> Block:
    return Block(rows, min(word.left for word in words), max(word.right for word in words), page, side, depth)


def make_rows(words: list[Word], page: int) -> list[Row]:
    lines = group_lines(words)
    blanks = usual_blanks(lines)
    rows = [row for line in lines if (row := make_row(line, page, blanks))]
    return sorted(rows, key=lambda row: row.top + row.bottom)


__all__ = ["Block", "Stretch", "split_page"]
