"""Entries side by side (two schools in one row of the page) read one after the other."""

from __future__ import annotations

from dataclasses import replace

from agent.resume.read.dates import is_date
from agent.resume.read.rows import Row, Segment

CLOSE = 8.0
"""Points between the left edges of what stands in one column."""


def unfold(rows: list[Row]) -> list[Row]:
    """The rows of a section; where a row holds several dates in columns of their own, column after column."""
    edges = column_edges(rows)
    if len(edges) < 2 or not fits(rows, edges):
        return rows
    columns: list[list[Row]] = [[] for _ in edges]
    for row in rows:
        cells: dict[int, list[Segment]] = {}
        for part in row.segments:
            place = max((place for place, edge in enumerate(edges) if part.left >= edge - CLOSE), default=0)
            cells.setdefault(place, []).append(part)
        for place, parts in cells.items():
            first, *rest = parts
            gap = row.gap if columns[place] else max(row.gap, 1.0)
            columns[place].append(replace(row, segments=[replace(first, apart=False), *rest], gap=gap))
    return [row for column in columns for row in column]


def column_edges(rows: list[Row]) -> list[float]:
    """The left edges of the dates that stand beside each other in one row."""
    for row in rows:
        dates = [part for place, part in enumerate(row.segments) if is_date(part.text) and (part.apart or not place)]
        if len(dates) > 1 and dates[0] is row.segments[0] and all(part.left for part in dates):
            return [part.left for part in dates]
    return []


def fits(rows: list[Row], edges: list[float]) -> bool:
    """Whether most rows with several parts have them at these edges, and no text runs across one."""
    wide = [row for row in rows if any(part.apart for part in row.segments)]
    met = sum(
        all(any(abs(part.left - edge) < CLOSE for edge in edges) for part in row.segments if part.apart) for row in wide
    )
    crossing = any(
        part.left < edge - CLOSE < edge < part.right for row in rows for part in row.segments for edge in edges
    )
    return len(wide) > 1 and met >= 0.7 * len(wide) and not crossing
