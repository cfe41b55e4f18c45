"""Groups of skills beside each other: grids of members, names over their lists, and several labelled lists in a row."""

from __future__ import annotations

from dataclasses import replace

from agent.resume.read.keywords import cut_label
from agent.resume.read.rows import Row, Segment

MARKS = "✓✔✗☑□ "
TICKS = "✓✔✗☑■□▪◦●○•›»* "


def wide_text(segments: list[Segment]) -> str:
    """The text with two blanks where its parts stand apart."""
    return "".join(("  " if part.apart and place else "") + part.text for place, part in enumerate(segments)).strip()


def unticked(row: Row) -> Row:
    """A row without the ticks that stand before its members beside each other."""
    kept: list[Segment] = []
    tick = False
    for part in row.segments:
        if part.text.strip() and not part.text.strip(TICKS):
            tick = True
            continue
        bare = part.text.lstrip(MARKS)
        kept.append(replace(part, text=bare, apart=part.apart or ((tick or bare != part.text) and bool(kept))))
        tick = False
    return replace(row, segments=kept) if kept else row


def unpaired(rows: list[Row]) -> list[Row]:
    """Rows with one labelled list each, of such as hold several beside each other."""
    return [part for row in rows for part in lists_of(row)]


def lists_of(row: Row) -> list[Row]:
    cells = cells_of(row.segments)
    bold = [all(part.bold for part in cell) for cell in cells]
    if len(cells) >= 4 and len(cells) % 2 == 0 and bold == [True, False] * (len(cells) // 2):
        cells = [[*name, *members] for name, members in zip(cells[::2], cells[1::2], strict=True)]
    elif len(cells) < 2 or not all(is_labelled(cell) for cell in cells):
        return [row]
    return [
        replace(row, segments=[replace(cell[0], apart=False), *cell[1:]], gap=row.gap if not place else 0.0)
        for place, cell in enumerate(cells)
    ]


def cells_of(segments: list[Segment]) -> list[list[Segment]]:
    """Segments in groups that stand apart from each other."""
    cells: list[list[Segment]] = []
    for part in segments:
        if cells and not part.apart:
            cells[-1].append(part)
        else:
            cells.append([part])
    return cells


def is_labelled(cell: list[Segment]) -> bool:
    """Whether a cell begins with the name of what follows in it: `Tools: Git, Jira`, `**Tools** Git`."""
    label, rest = cut_label("".join(part.text for part in cell))
    return bool(label and rest) or (len(cell) > 1 and cell[0].bold and not any(part.bold for part in cell[1:]))


APART = 1000
"""Added to the number of a row's column for each column of a grid within it."""


def by_column(rows: list[Row]) -> list[Row]:
    """A grid of groups side by side read one column after the other, when its columns hold alike things."""
    starts: dict[int, int] = {}
    for row in rows:
        for part in row.segments[1:]:
            if part.apart and part.left:
                starts[round(part.left / 4)] = starts.get(round(part.left / 4), 0) + 1
    edges = sorted(edge * 4 for edge, count in starts.items() if count >= 2)
    if not edges or not alike(rows):
        return rows
    edges = [edge for place, edge in enumerate(edges) if not place or edge - edges[place - 1] > 12]
    columns: list[list[Row]] = [[] for _ in range(len(edges) + 1)]
    for row in rows:
        cells: dict[int, list[Segment]] = {}
        for part in row.segments:
            cells.setdefault(sum(part.left >= edge - 6 for edge in edges), []).append(part)
        for place, parts in cells.items():
            parts[0].apart = False
            bullet = row.bullet or bool(columns[place] and columns[place][-1].bullet)
            columns[place].append(replace(row, segments=parts, bullet=bullet, column=row.column + APART * place))
    return [row for column in columns for row in column]


def alike(rows: list[Row]) -> bool:
    """Whether the parts of each row look the same (bold beside bold): then they are cells, not label and value."""
    split = [row for row in rows if len([part for part in row.segments if part.apart]) > 0]
    same = sum(len({(part.bold, round(part.size)) for part in row.segments if part.text.strip()}) == 1 for row in split)
    if split and names_over_lists(split):
        return True
    lists = sum("," in wide_text(row.segments[1:]) for row in split)
    return len(split) >= 2 and same >= 0.8 * len(split) and lists < 0.5 * len(split)


def names_over_lists(split: list[Row]) -> bool:
    """Whether the first row holds names in bold beside each other, and those below the members of each."""
    first, *rest = split
    return first.bold and bool(rest) and not any(part.bold for row in rest for part in row.segments)
