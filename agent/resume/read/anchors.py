"""Which items of a section date an entry."""

from __future__ import annotations

import re

from agent.resume.read.dates import find_dates, is_date
from agent.resume.read.item import Item
from agent.resume.read.words import find_degree, has_school


def dates_fully(item: Item) -> bool:
    """Whether an item has more than a year that may as well belong to a sentence."""
    bare = all(span.bare for span in find_dates(item.text))
    return (
        not bare
        or is_date(item.text)
        or (item.kind == "head" and is_study(item.text) and sets_off_year(item.text))
        or any(is_date(part.text) for part in item.segments)
        or item.text.rstrip().endswith(")")
    )


def is_study(text: str) -> bool:
    return has_school(text) or bool(find_degree(text))


def sets_off_year(text: str) -> bool:
    """Whether a year stands at an end of a line, parted from its words by a comma, colon or dash."""
    spans = find_dates(text)
    if not spans:
        return False
    text = text.rstrip(" .)]")
    before, after = text[: spans[-1].begin].rstrip(), text[spans[0].finish :].lstrip()
    ends = spans[-1].finish >= len(text) and before.endswith(SIGNS)
    return ends or (spans[0].begin <= 1 and after.startswith(SIGNS))


SIGNS = tuple(",;:|–—-·•(")


def is_anchor(item: Item) -> bool:
    """Whether an item dates an entry."""
    spans = find_dates(item.text)
    if not spans or item.kind == "text":
        return False
    strong = [span for span in spans if not span.single or not span.bare]
    if item.kind == "bullet":
        apart = [part for part in item.segments if part.apart]
        if any(is_date(part.text) or has_range_end(part.text) for part in apart):
            return True
        return bool(item.first.bold and strong and len(item.text) < 110) or short_dated(item)
    if strong:
        return len(item.text) < 160
    return (
        is_date(item.text) or short_dated(item) or any(part.apart and find_dates(part.text) for part in item.segments)
    )


def has_range_end(text: str) -> bool:
    spans = find_dates(text)
    return bool(spans) and spans[-1].finish >= len(text.rstrip(" ).")) and (not spans[-1].bare or len(text) < 60)


def short_dated(item: Item) -> bool:
    """A line such as `MS Computer Science, UT Austin (2018)` or `2019 Prize of …`: the year stands at an end."""
    text = item.text.rstrip(" .)]")
    spans = find_dates(text)
    at_end = bool(spans) and (spans[-1].finish >= len(text) - 1 or spans[0].begin <= 1)
    if item.kind == "bullet":
        last = text[spans[-1].begin - 1 : spans[-1].begin] if spans else ""
        return (
            at_end
            and len(text) < 120
            and (last in {"(", "["} or not re.match(r"(?i)\w+ed\b", text))
            and (spans[0].begin <= 1 or last in "([,|–- ")
        )
    return at_end and len(text) < 120
