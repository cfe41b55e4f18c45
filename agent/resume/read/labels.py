"""Labels in a narrow left column (section headings, dates, skill groups) put into the rows they name."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from agent.resume.read.dates import PRESENT, find_dates, is_date
from agent.resume.read.headings import section_of
from agent.resume.read.joining import join
from agent.resume.read.rows import Row, Segment

PRESENT_ONLY = re.compile(rf"\W*{PRESENT}\W*", re.IGNORECASE)
LOOSE = 0.9
"""Space between rows, in heights, from which they are no longer one block."""


def attach_labels(labels: list[Row], rows: list[Row]) -> list[Row]:
    """One list of rows: each cluster of labels stands before the row at its side, or atop the block it is centred on."""
    for label in labels:
        restore_dash(label)
    before: dict[int, list[Row]] = {}
    alone: dict[int, list[Row]] = {}
    blocks = block_starts(rows)
    named = [part for cluster in clusters(labels) for part in by_row(cluster, rows)]
    for number, cluster in enumerate(named):
        place = anchor(cluster, rows, blocks, named)
        if stands_alone(cluster, rows, named[number + 1 : number + 2]):
            alone.setdefault(place, []).append(whole(cluster))
        else:
            before.setdefault(place, []).extend(cluster)
    result: list[Row] = []
    for place, row in enumerate(rows):
        here = before.get(place, [])
        result.extend(alone.get(place, []))
        if not here:
            result.append(row)
        elif joins(here):
            result.append(merge(here, row))
        else:
            result.extend([*here[:-1], merge(here[-1:], row)])
    return [*result, *alone.get(len(rows), []), *before.get(len(rows), [])]


def restore_dash(label: Row) -> None:
    """The dash before the second half of a range of dates is no bullet: `– Present`."""
    if label.bullet and (is_date(label.text) or PRESENT_ONLY.fullmatch(label.text)):
        label.bullet = False
        label.segments[0].text = f"– {label.segments[0].text}"


def stands_alone(cluster: list[Row], rows: list[Row], after: list[list[Row]]) -> bool:
    """Whether labels name what follows below rather than a row beside them: a heading over dates in the same column."""
    if not after or any(is_beside(label, row) for label in cluster for row in rows):
        return False
    text = joined(cluster)
    return not is_date(text) and (bool(section_of(text)) or text.isupper() or is_date(joined(after[0])))


def whole(cluster: list[Row]) -> Row:
    """A label over several lines as one row."""
    row = cluster[0]
    if len(cluster) > 1:
        row.segments = [
            replace(row.segments[0], text=joined(cluster), right=max(label.right for label in cluster)),
        ]
        row.bottom = cluster[-1].bottom
    row.style = "label"
    return row


def clusters(labels: list[Row]) -> list[list[Row]]:
    """Labels over several lines of one look are one; another look or a gap begins the next."""
    found: list[list[Row]] = []
    for row in labels:
        last = found[-1][-1] if found else None
        close = last is not None and row.top - last.bottom < 0.5 * (row.bottom - row.top)
        if last is not None and close and not begins_dates(found[-1], row):
            found[-1].append(row)
        else:
            found.append([row])
    return [part for cluster in found for part in by_look(cluster)]


def begins_dates(cluster: list[Row], row: Row) -> bool:
    """Whether a date follows a heading in the same column."""
    text = " ".join(label.text for label in cluster)
    return (
        not find_dates(text) and (bool(section_of(text)) or is_date(row.text)) and not section_of(f"{text} {row.text}")
    )


def joined(cluster: list[Row]) -> str:
    """The text of a label over several lines."""
    text = cluster[0].text
    for row in cluster[1:]:
        text = join(text, row.text)
    return text


def by_row(cluster: list[Row], rows: list[Row]) -> list[list[Row]]:
    """Labels that each stand beside a row of their own are several, unless together they are a heading or a range of dates."""
    if len(cluster) > 1 and heads_others(cluster, rows):
        return [cluster[:1], *by_row(cluster[1:], rows)]
    whole = joined(cluster)
    ranged = any(not span.single and span.begin < len(cluster[0].text) < span.finish - 1 for span in find_dates(whole))
    if (
        len(cluster) < 2
        or section_of(whole)
        or ranged
        or not all(any(is_beside(label, row) for row in rows) for label in cluster)
    ):
        return [cluster]
    return [[label] for label in cluster]


def heads_others(cluster: list[Row], rows: list[Row]) -> bool:
    """Whether the first of several labels is a heading with nothing at its side, and the next names a row."""
    first, second = cluster[:2]
    if any(is_beside(first, row) for row in rows) or not any(is_beside(second, row) for row in rows):
        return False
    return not section_of(joined(cluster[:2])) and bool(
        section_of(first.text) or (first.text.isupper() and not second.text.isupper())
    )


def is_beside(label: Row, row: Row) -> bool:
    height = max(label.bottom - label.top, row.bottom - row.top)
    return abs((row.top + row.bottom) / 2 - (label.top + label.bottom) / 2) < 0.35 * height


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


def anchor(cluster: list[Row], rows: list[Row], blocks: list[tuple[int, float, float]], others: list[list[Row]]) -> int:
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
            return start if centred and is_middle(cluster, start, blocks, others) else place
    for start, top, bottom in blocks:
        if first.top < bottom and cluster[-1].bottom > top:
            return start
    return next((place for place, row in enumerate(rows) if row.top >= first.top), len(rows))


def is_middle(cluster: list[Row], start: int, blocks: list[tuple[int, float, float]], others: list[list[Row]]) -> bool:
    """Whether labels stand in the middle of their block's height, alone beside it, rather than at one of its rows."""
    _, top, bottom = next(block for block in blocks if block[0] == start)
    middle = (cluster[0].top + cluster[-1].bottom) / 2
    alone = sum(other[0].top < bottom and other[-1].bottom > top for other in others) == 1
    return alone and abs(middle - (top + bottom) / 2) < 0.12 * (bottom - top) + 2


def joins(named: list[Row]) -> bool:
    return len({(round(row.size), row.bold) for row in named}) == 1


def merge(named: list[Row], row: Row) -> Row:
    """A row that begins with its label."""
    segments: list[Segment] = []
    for label in named:
        for part in label.segments:
            last = segments[-1] if segments else None
            if last and (last.bold, last.italic, last.link) == (part.bold, part.italic, part.link):
                last.text, last.right = join(last.text.rstrip(), part.text), max(last.right, part.right)
                continue
            if last:
                last.text = last.text.rstrip() + " "
            segments.append(part)
    row.segments[0].apart = True
    row.segments = [*segments, *row.segments]
    row.top = min(row.top, named[0].top)
    row.style = "label"
    return row
