"""Labels in a narrow left column (section headings, dates, skill groups) put into the rows they name."""

from __future__ import annotations

import itertools

from agent.resume.read.headings import section_of
from agent.resume.read.rows import Row, Segment

LOOSE = 0.9
"""Space between rows, in heights, from which they are no longer one block."""


def attach_labels(labels: list[Row], rows: list[Row]) -> list[Row]:
    """One list of rows: each cluster of labels stands before the row at its side, or atop the block it is centred on."""
    before: dict[int, list[Row]] = {}
    alone: list[tuple[int, Row]] = []
    blocks = block_starts(rows)
    for cluster in clusters(labels):
        place = anchor(cluster, rows, blocks)
        before.setdefault(place, []).extend(cluster)
    result: list[Row] = []
    for place, row in enumerate([*rows, None]):
        named = before.get(place, [])
        if row is None:
            result.extend(named)
        elif len(named) == 1 or (named and joins(named)):
            result.append(merge(named, row))
        else:
            result.extend([*named, row] if len(named) < 2 else [*named[:-1], merge(named[-1:], row)])
    result.extend(row for _, row in alone)
    return result


def clusters(labels: list[Row]) -> list[list[Row]]:
    """Labels over several lines of one look are one; another look or a gap begins the next."""
    found: list[list[Row]] = []
    for row in labels:
        last = found[-1][-1] if found else None
        close = last is not None and row.top - last.bottom < 0.5 * (row.bottom - row.top)
        if last is not None and close:
            found[-1].append(row)
        else:
            found.append([row])
    return [part for cluster in found for part in by_look(cluster)]


def by_look(cluster: list[Row]) -> list[list[Row]]:
    return [list(part) for _, part in itertools.groupby(cluster, key=lambda row: (round(row.size), row.bold))]


def block_starts(rows: list[Row]) -> list[tuple[int, float, float]]:
    """The blocks of the right side as (first row, top, bottom)."""
    found: list[tuple[int, float, float]] = []
    for place, row in enumerate(rows):
        if found and row.top - rows[place - 1].bottom < LOOSE * (row.bottom - row.top):
            found[-1] = (found[-1][0], found[-1][1], row.bottom)
        else:
            found.append((place, row.top, row.bottom))
    return found


def anchor(cluster: list[Row], rows: list[Row], blocks: list[tuple[int, float, float]]) -> int:
    """The row a label belongs to: the one it overlaps most at its own first line, else the first of the block beside it."""
    first = cluster[0]
    height = first.bottom - first.top
    for place, row in enumerate(rows):
        if abs((row.top + row.bottom) / 2 - (first.top + first.bottom) / 2) < 0.35 * max(height, row.bottom - row.top):
            start = next(
                (start for start, top, bottom in blocks if top - 1 <= row.top and row.bottom <= bottom + 1), place
            )
            named = section_of(" ".join(row.text for row in cluster))
            centred = (
                bool(named)
                and place > start
                and cluster[-1].bottom < max(bottom for begin, top, bottom in blocks if begin == start)
            )
            return start if centred and is_middle(cluster, start, rows, blocks) else place
    for start, top, bottom in blocks:
        if first.top < bottom and cluster[-1].bottom > top:
            return start
    return next((place for place, row in enumerate(rows) if row.top >= first.top), len(rows))


def is_middle(cluster: list[Row], start: int, rows: list[Row], blocks: list[tuple[int, float, float]]) -> bool:
    """Whether labels stand in the middle of their block's height rather than at one of its rows."""
    _, top, bottom = next(block for block in blocks if block[0] == start)
    middle = (cluster[0].top + cluster[-1].bottom) / 2
    return abs(middle - (top + bottom) / 2) < 0.12 * (bottom - top) + 2 and start < len(rows)


def joins(named: list[Row]) -> bool:
    return len({(round(row.size), row.bold) for row in named}) == 1


def merge(named: list[Row], row: Row) -> Row:
    """A row that begins with its label."""
    segments: list[Segment] = []
    for label in named:
        for part in label.segments:
            last = segments[-1] if segments else None
            if last and (last.bold, last.italic, last.link) == (part.bold, part.italic, part.link):
                last.text, last.right = f"{last.text.rstrip()} {part.text}", max(last.right, part.right)
                continue
            if last:
                last.text = last.text.rstrip() + " "
            segments.append(part)
    row.segments[0].apart = True
    row.segments = [*segments, *row.segments]
    row.top = min(row.top, named[0].top)
    row.style = "label"
    return row
