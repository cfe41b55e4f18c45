"""The items of a dated section grouped to entries: the head lines of each, and what follows them.

Dates anchor entries. How many head lines stand above the date is learned where it is sure (the first entry, or after
a bullet) and used where it is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from agent.resume.read.atoms import read_head
from agent.resume.read.dates import find_dates, is_date
from agent.resume.read.item import Item
from agent.resume.read.places import place_score
from agent.resume.read.starts import LABELS, MOST_HEAD_LINES, find_starts, is_anchor
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
    return draft


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
