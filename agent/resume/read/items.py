"""Rows joined to items: a bullet with its wrapped lines, a paragraph, or a line of an entry's head."""

from __future__ import annotations

import re
import statistics

from agent.resume.read.dates import find_dates
from agent.resume.read.item import Item
from agent.resume.read.joining import join, wide
from agent.resume.read.rows import Row, Segment
from agent.resume.read.wrapping import SENTENCE, closes_range, goes_on, is_hung, text_left

NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)]|\[\d{1,2}\])\s+(?=\S)")
ABBREVIATED = re.compile(r"\b(?:(?:[A-Za-z]\.){1,4}|(?:Inc|Ltd|Co|Corp|Bros|Jr|Sr|Dr|Hons|Mio|Nr|No)\.)$")


def make_items(rows: list[Row]) -> list[Item]:
    """The items of one section, in order, each classified."""
    limits = right_limits(rows)
    mark_numbered(rows)
    items: list[Item] = []
    for row in rows:
        last = items[-1] if items else None
        if last and goes_on(last, row, limits):
            if row.bullet:  # no bullet but the dash of a range of dates
                row.bullet = False
                row.segments[0].text = f"– {row.segments[0].text}"
            last.text = join(last.text, row.text)
            last.rows.append(row)
        elif last and closes_range(last, row):
            last.text = f"{last.text} – {row.text}"
            last.rows[-1].segments.append(Segment("– "))
            last.rows[-1].segments.extend(row.segments)
        else:
            items.append(Item([row], row.text))
    for item in items:
        classify(item)
    mark_indented(items)
    mark_hung(items)
    return items


def mark_numbered(rows: list[Row]) -> None:
    """Lines that begin `1.`, `2)` are list items when there are several."""
    found = [row for row in rows if row.segments and not row.bullet and NUMBERED.match(row.segments[0].text)]
    if len(found) > 1:
        for row in found:
            row.bullet = True
            first = row.segments[0]
            text = NUMBERED.sub("", first.text, count=1)
            row.sign = first.left
            first.left += (first.right - first.left) * (1 - len(text) / max(len(first.text), 1))
            first.text = text


def right_limits(rows: list[Row]) -> dict[tuple[int, int], list[float]]:
    """How far each line reaches to the right, by column and page."""
    limits: dict[tuple[int, int], list[float]] = {}
    for row in rows:
        if row.segments and not any(part.apart for part in row.segments):
            limits.setdefault((row.column, row.page), []).append(row.right)
    return limits


def classify(item: Item) -> None:
    item.dates = bool(find_dates(item.text))
    first = item.first
    if first.bullet:
        item.kind = "bullet"
    elif first.level:
        item.kind = "head"
    elif is_prose(item):
        item.kind = "text"


def is_prose(item: Item) -> bool:
    text = item.text
    if len(item.rows) > 2:
        return True
    words = len(text.split())
    dated = any(not found.bare for found in find_dates(text))
    if any(part.apart for part in item.segments) and dated:
        return False
    if len(text) > SENTENCE and not (dated and len(text) < 140) and not item.first.bold:
        return True
    ended = text.endswith((".", "!", "。")) and words > 6 and not dated and not ABBREVIATED.search(text)
    return ended or (len(item.rows) > 1 and words > 14 and not dated) or (wide(text) and len(text) > 28 and not dated)


def mark_hung(items: list[Item]) -> None:
    """Statements whose further lines are set in are list items, and with them those that begin where they begin."""
    edges = [item.first.left for item in items if is_hung(item) and item.kind == "text"]
    for item in items:
        if item.kind == "text" and not item.dates and any(abs(item.first.left - edge) < 2 for edge in edges):
            item.kind = "bullet"


def mark_indented(items: list[Item]) -> None:
    """Lines set in further than the heads around them are list items, also where their bullet is but a drawing."""
    heads = [item for item in items if item.kind == "head" and item.dates and item.first.segments[0].size]
    if not heads:
        return
    edge = statistics.median(text_left(item.first) for item in heads)
    for item in items:
        row = item.first
        if (
            item.kind != "bullet"
            and not row.whole
            and row.left > edge + 9
            and not item.dates
            and not row.bold
            and row.style != "label"
            and not any(part.apart for part in row.segments)
        ):
            item.kind = "bullet"
