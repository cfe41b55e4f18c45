"""The cells of a Word table's row as rows of text."""

from __future__ import annotations

import re

from agent.resume.read.field_labels import LABELS
from agent.resume.read.rows import Row, Segment

BETWEEN = re.compile(r"\s*(?:[/&,]|\b(?:and|und|y|et|e)\b)\s*", re.IGNORECASE)


def is_head(line: list[list[Row]]) -> bool:
    """Whether a table's first row only names its columns: `Period`, `Company`, `Position and duties`."""
    cells = [cell for cell in line if cell]
    return len(cells) > 1 and all(len(cell) == 1 and names_column(cell[0].text) for cell in cells)


def names_column(text: str) -> bool:
    parts = [part for part in BETWEEN.split(text.strip(" :")) if part]
    return bool(parts) and all(any(pattern.fullmatch(part) for _, pattern in LABELS) for part in parts)


def join_cells(line: list[list[Row]]) -> list[Row]:
    """The cells of a table's row as rows: their first lines beside each other, further lines below."""
    filled = [cell for cell in line if cell]
    if not filled:
        return []
    if len(filled) == 1:
        return filled[0]
    longest = max(len(cell) for cell in filled)
    result: list[Row] = []
    if (
        longest > 1
        and len(filled[-1]) == longest
        and len(filled) == 2
        and len(filled[0]) <= 2
        and longest > len(filled[0])
    ):
        label, rows = filled
        segments = [part for row in label for part in spaced(row)]
        rows[0].segments[0].apart = True
        rows[0].segments = [*segments, *rows[0].segments]
        rows[0].style = "label"
        return rows
    for place in range(longest):
        parts = [cell[place] for cell in filled if place < len(cell)]
        first = parts[0]
        for other in parts[1:]:
            other.segments[0].apart = True
            first.segments.extend(other.segments)
        result.append(first)
    return result


def spaced(row: Row) -> list[Segment]:
    row.segments[-1].text = row.segments[-1].text.rstrip() + " "
    return row.segments
