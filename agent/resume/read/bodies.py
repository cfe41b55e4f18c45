"""What stands under an entry's head: bullets are highlights, paragraphs the summary, `Technologies: …` keywords stay lines."""

from __future__ import annotations

from agent.resume.model import Education, Entry
from agent.resume.read.item import Item
from agent.resume.read.starts import LABELS

SHORT = 170


def fill_body(entry: Entry, items: list[Item]) -> None:
    items = [item for item in items if not LABELS.fullmatch(item.text)]
    bullets = [item for item in items if item.kind == "bullet"]
    if (
        not bullets
        and (len(items) > 1 or isinstance(entry, Education))
        and all(len(item.text) < SHORT or place for place, item in enumerate(items))
    ):
        unmarked(entry, items)
        return
    seen = False
    for item in items:
        seen = seen or item.kind == "bullet"
        (entry.highlights if item.kind == "bullet" or (seen and item.kind == "head") else entry.summary).append(
            item.line()
        )


def unmarked(entry: Entry, items: list[Item]) -> None:
    """Lines without bullets: each its own statement, the first a summary where it looks different from the rest."""
    looks = [(item.first.bold, item.first.segments[0].italic, round(item.first.size)) for item in items]
    first = (
        1
        if (len(items) > 1 and looks[0] != looks[1])
        or (len(items) > 2 and items[0].first.gap + 0.3 < items[1].first.gap)
        else 0
    )
    entry.summary += [item.line() for item in items[:first]]
    entry.highlights += [item.line() for item in items[first:]]
