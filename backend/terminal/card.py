"""A change on the screen: before and after with what differs, why, on what evidence, and what is not supported."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Any

from rich.text import Text

from backend.terminal.printable import printable
from backend.terminal.screen import Screen

TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
LONGEST_QUOTE = 160
MOST_QUOTES = 4


def show_change(screen: Screen, change: dict[str, Any], place: str) -> None:
    screen.heading(" · ".join(filter(None, [place, section_of(change), effect_of(change)])))
    before, after = differing(printable(change["before"] or ""), printable(change["after"] or ""))
    if change["before"]:
        screen.row("- ", before, "red")
    if change["after"]:
        screen.row("+ ", after, "green")
    if change["reason"]:
        screen.row("  Why: ", Text(printable(change["reason"])), "dim")
    cited = list(dict.fromkeys((row["source"], shortened(printable(row["quote"]))) for row in change["evidence"]))
    for source, quote in cited[:MOST_QUOTES]:
        margin = "  From your resume: " if source == "resume" else "  From your answer: "
        screen.row(margin, Text(f"“{quote}”", "dim"), "dim")
    if len(cited) > MOST_QUOTES:
        screen.say(f"and {len(cited) - MOST_QUOTES} more", "dim", indent=2)


def show_blocked(screen: Screen, change: dict[str, Any]) -> None:
    screen.heading(f"Blocked · {section_of(change)}")
    text = Text(printable(change["after"] or change["before"] or ""), "dim")
    spans = change["unsupported"]
    for span in spans:
        text.highlight_words([printable(span["text"])], "bold yellow")
    screen.row("x ", text, "yellow")
    for span in spans:
        screen.row("  Not supported: ", Text(f"“{printable(span['text'])}”: {printable(span['why'])}"), "yellow")


def section_of(change: dict[str, Any]) -> str:
    section = str(change["section"]).replace("_", " ").capitalize()
    if change["before"] is None:
        return f"{section}, a new line"
    if change["after"] is None:
        return f"{section}, a line to remove"
    return f"{section}, a new order" if change["kind"] in ("reorder", "move") else section


def effect_of(change: dict[str, Any]) -> str:
    effect = float(change.get("score_effect") or 0)
    return f"score {effect:+.1f}" if abs(effect) >= 0.05 else ""


def differing(before: str, after: str) -> tuple[Text, Text]:
    """Both texts, with the words that only one of them has in bold."""
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    left, right = Text(style="red"), Text(style="green")
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        changed = "" if tag == "equal" else "bold reverse"
        left.append("".join(old[a:b]), changed)
        right.append("".join(new[c:d]), changed)
    return left, right


def shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 1].rstrip()}…"
