"""How the resume meets the posting; and the end of a session: the score before and after, what was left out because nothing supports it, and the files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.text import Text

from backend.terminal.printable import printable
from backend.terminal.screen import Screen
from backend.terminal.story import Story

MOST_NAMED = 8
LABELS = {"met": "shown", "partial": "in part", "missing": "missing"}
STYLES = {"met": "green", "partial": "yellow", "missing": "red"}


def show_end(screen: Screen, story: Story, written: Sequence[Path], missing: Sequence[str]) -> None:
    screen.heading("Done")
    if story.match:
        score, band, rows = story.match["score"], story.match["band"], story.match["requirements"]
        met = [sum(row[label] == "met" for row in rows) for label in ("label_before", "label")]
        screen.say(
            f"Score {score['before']:.0f} ({band['before']}) -> {score['after']:.0f} ({band['after']}); "
            f"{met[0]} -> {met[1]} of {len(rows)} requirements met.",
            "bold",
        )
    if story.pages:
        before, now = story.pages[0], story.pages[-1]
        screen.say(
            f"Pages: {now}." if now == before else f"Pages: {before} -> {now}.", "yellow" if now > before else ""
        )
    states = [change["state"] for change in story.changes.values()]
    screen.say(
        f"Changes: {states.count('accepted')} accepted, {states.count('edited')} edited, "
        f"{states.count('rejected')} rejected, {states.count('blocked')} blocked."
    )
    if left_out := story.left_out():
        screen.say(f"Left out, since nothing you gave supports it: {listed(left_out)}.", "yellow")
    if unmet := story.unmet():
        screen.say(f"Not claimed, since your resume does not show it: {listed(unmet)}.", "yellow")
    for sentence in missing:
        screen.say(sentence, "yellow")
    for path in written:
        screen.line(f"Written: {path}", "green")


def show_match(screen: Screen, match: dict[str, Any]) -> None:
    """What the job asks for, and how far the resume shows it."""
    for row in match["requirements"]:
        text = Text(" ".join(printable(row["text"]).split()))
        preferred = Text("  (preferred)" if row["priority"] == "preferred" else "", "dim")
        screen.row(f"       {LABELS[row['label']]:9}", text + preferred, STYLES[row["label"]])


def listed(texts: Sequence[str]) -> str:
    named = [f"“{' '.join(text.split())}”" for text in texts[:MOST_NAMED]]
    more = len(texts) - len(named)
    return ", ".join(named) + (f" and {more} more" if more else "")
