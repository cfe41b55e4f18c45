"""The items of a dated section grouped to entries: the head lines of each, and what follows them.

Dates anchor entries. How many head lines stand above the date is learned where it is sure (the first entry, or after
a bullet) and used where it is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from agent.resume.read.anchors import is_anchor
from agent.resume.read.atoms import read_head
from agent.resume.read.dates import find_dates, is_date
from agent.resume.read.item import Item
from agent.resume.read.places import place_score
from agent.resume.read.rows import Row, Segment
from agent.resume.read.splitting import LEGAL_TAIL
from agent.resume.read.starts import LABELS, MOST_HEAD_LINES, find_starts
from agent.resume.read.words import company_score, find_degree, title_score


@dataclass(slots=True)
class Draft:
    """One entry before its head is understood."""

    head: list[Item] = field(default_factory=list)
    body: list[Item] = field(default_factory=list)


def cut_entries(items: list[Item]) -> tuple[list[Item], list[Draft]]:
    """What stands before the first entry, and the entries."""
    starts = find_starts(items)
    if not starts:
        return items, []
    lead = items[: starts[0]]
    drafts = []
    for begin, end in zip(starts, [*starts[1:], len(items)], strict=True):
        drafts.append(split_entry(items[begin:end]))
    return lead, drafts


def split_entry(items: list[Item]) -> Draft:
    """The head lines of an entry and its body: the head goes on after the date only with lines that read like a head."""
    draft = Draft([items[0]])
    dated = bool(find_dates(items[0].text)) and is_anchor(items[0])
    names = name_count(items[0])
    place = 1
    while place < len(items) and place <= MOST_HEAD_LINES:
        item = items[place]
        if LABELS.fullmatch(item.text) or (
            item.kind in {"bullet", "text"} and not (item.kind == "bullet" and is_date(item.text))
        ):
            break
        if dated and not continues_head(item, draft.head, names):
            break
        dated = dated or is_anchor(item)
        names += name_count(item)
        draft.head.append(item)
        place += 1
    draft.body = items[place:]
    rejoin(draft)
    return draft


def rejoin(draft: Draft) -> None:
    """`Planner, Northgate Foods   2019 – 2021` and below `Ltd., York.`: a head that goes on below the date at its right."""
    item = draft.head[0]
    below = draft.head[1] if len(draft.head) > 1 else draft.body[0] if draft.body else None
    spans = find_dates(item.text)
    if (
        below is None
        or item.first.paragraph is not None
        or len(item.rows) > 1
        or not spans
        or spans[-1].finish < len(item.text.rstrip(" )"))
    ):
        return
    before = item.text[: spans[-1].begin].rstrip()
    row = below.first
    full = len(before) > WRAPPED and no_room(item.first.segments, row)
    if not full or len(below.rows) > 1 or row.bullet or below.dates or abs(row.left - item.first.left) > 2:
        return
    ended = below.text.endswith(".") and not before.endswith(".") and len(below.text) < 2 * WRAPPED
    if not (LEGAL_TAIL.match(below.text) or (before.endswith(",") and ended) or ended) or row.gap > 0.5:
        return
    segments = undated(item.first.segments, spans[-1].text)
    if segments is None:
        return
    left, right = segments
    more = Segment(f" {below.text.rstrip('.')}", size=row.size)
    first = replace(item.first, segments=[*left, more, *right])
    draft.head[0] = Item([first], f"{before} {below.text} {spans[-1].text}", item.kind, item.dates)
    if below in draft.head:
        draft.head.remove(below)
    else:
        draft.body.remove(below)


WRAPPED = 40
"""Characters before the date from which a head may go on in the line below."""


def no_room(segments: list[Segment], row: Row) -> bool:
    """Whether the first word of a row would not have fit before the date at the end of the line above."""
    date = segments[-1]
    if not date.apart:
        return bool(find_dates(date.text))  # the date follows at once
    word = row.text.split()[0]
    return date.left - segments[-2].right < 0.46 * len(word) * max(row.size, 1) + ROOM


ROOM = 12.0
"""Points that stay free between a head and the date at its right."""


def undated(segments: list[Segment], date: str) -> tuple[list[Segment], list[Segment]] | None:
    """Segments cut before the date at their end."""
    for place, part in enumerate(segments):
        text, found, after = part.text.partition(date)
        if found:
            left = [*segments[:place], replace(part, text=text.rstrip())] if text.strip() else segments[:place]
            return list(left), [replace(part, text=found + after, apart=True), *segments[place + 1 :]]
    return None


def is_proper(text: str) -> bool:
    """Whether most words of a short line are written like a name."""
    words = text.split()
    return len(words) <= 5 and 2 * sum(word[:1].isupper() for word in words) > len(words) and not text.endswith(".")


def name_count(item: Item) -> int:
    """How many things a line of a head names; two suffice once one of them is a title."""
    if is_date(item.text) or place_score(item.text) >= 0.8 or re.fullmatch(r"\S+\.\S+", item.text):
        return 0
    atoms = read_head([item]).atoms
    named = [atom for atom in atoms if not atom.comma or company_score(atom.text)]
    return len(named) if any(title_score(atom.text) for atom in atoms) else min(len(named), 1)


def continues_head(item: Item, head: list[Item], names: int) -> bool:
    """Whether a short line after the date is still part of the head: a title, a place, a degree, an address, a school."""
    text = item.text
    tall = (
        2.5 if len(head) == 1 and head[0].first.style == "label" else 0.9
    )  # a label of several lines holds rows apart
    near = item.first.gap < max(tall, 1.1 * head[-1].first.gap if len(head) > 1 else 0.0)
    if is_date(text) or place_score(text) >= 0.6 or re.fullmatch(r"\S+\.\S+|https?://\S+", text):
        return True
    if any(part.apart for part in item.segments):
        return True
    if (
        is_date(head[0].text)
        and len(head) <= 2
        and near
        and len(text.split()) < (16 if len(head) == 1 else 8)
        and not text.endswith(".")
    ):
        return True
    if (
        names > 0
        and title_score(text) >= 1
        and len(text.split()) <= 6
        and item.first.gap < 1.6
        and not text.endswith(".")
        and not any(title_score(line.text) for line in head)
    ):
        return True
    if names > 1 or len(text.split()) > 9:
        return bool(find_degree(text)) and names < 3 and len(text) < 110
    if len(text) > 80 or re.match(r"[\w\s/&-]{2,30}:\s", text):
        return bool(find_degree(text)) and len(text) < 110
    lines = len(head)
    if lines == 2 and names == 1 and is_date(head[1].text) and title_score(head[0].text) and is_proper(text) and near:
        return True
    if len(head) == 1 and near and not text.endswith("."):
        return True
    if lines <= 3 and (title_score(text) or company_score(text) or find_degree(text)) and near:
        return True
    return lines <= 2 and item.first.segments[0].italic and not text.endswith(".")
