"""Lists in a line (`Python, SQL (Postgres), Go`) taken apart, and labels before them."""

from __future__ import annotations

import re
from typing import NamedTuple

SIGNS = re.compile(r"[,;•·|▪●◦‣⋅∙／、，；│¦›»■○◆⬥‧]|\s[-–—*]\s|\s{2,}")
SLASH = re.compile(r"\s/\s")
TAIL = re.compile(r"\s*(?:,|;|\.|\band\b|\bund\b)?\s*$")
LABEL = re.compile(r"([^:：]{2,60}?)\s*[:：]\s*(.*)$")
LEVEL = re.compile(
    r"(?i)\(?\b(?:expert|master|advanced|intermediate|beginner|novice|proficient|senior|junior|fundamentals|basic|familiar|experienced|skilled|competent|working knowledge|fortgeschritten|experte|expertin|grundkenntnisse|sehr gut|gut|fließend|anfänger|"
    r"avanzado|intermedio|básico|experto|alto|medio|avancé|intermédiaire|débutant|confirmé|maîtrise|avançado|intermediário|avanzato|intermedio|base|精通|熟练|熟悉|了解|掌握)\b\)?",
)
YEARS = re.compile(r"\s*\(?\b\d+\+?\s*(?:years?|yrs?|jahre?|años?|ans)\b\.?\)?", re.IGNORECASE)
RATING = re.compile(r"[●○◉◯★☆■□▪▫⬤◐◑⚫⚪•]{2,}|\b\d{1,3}\s?%|\b\d{1,2}\s?/\s?(?:5|10)\b")


class Labelled(NamedTuple):
    label: str
    rest: str


def cut_label(text: str) -> Labelled:
    """`Tools: Git, Jira` as label and rest; without a label the rest is all."""
    found = LABEL.match(text)
    if found and "http" not in found[1] and len(found[1].split()) <= 7:
        return Labelled(found[1].strip(), found[2].strip())
    return Labelled("", text)


def cut_list(text: str) -> list[str]:
    """The members of a list; what stands in brackets stays with its word."""
    text = RATING.sub("  ", text)
    masked: list[str] = []

    def hide(found: re.Match[str]) -> str:
        masked.append(found[0])
        return f"\x01{len(masked) - 1}\x02"

    flat = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", hide, text)
    members = []
    pieces = SIGNS.split(flat)
    for piece in pieces if len(pieces) > 1 or len(SLASH.findall(flat)) < 2 else SLASH.split(flat):
        whole = re.sub(r"\x01(\d+)\x02", lambda found: masked[int(found[1])], piece)
        whole = (
            " ".join(whole.split()).strip(" ,;.•·-–|")
            if not whole.strip().startswith(".")
            else " ".join(whole.split()).strip(" ,;•·-–|")
        )
        whole = re.sub(r"^(?:and|und|et|y|e)\s+", "", whole)
        if whole:
            members.append(whole)
    return members


def cut_level(text: str) -> tuple[str, str]:
    """`React (Advanced)` as `React` and `Advanced`."""
    found = re.fullmatch(
        rf"(.*?)\s*(?:[-–—:,(\[]\s*|\s)({LEVEL.pattern.removeprefix('(?i)')})\)?\s*", text, re.IGNORECASE
    )
    if found and found[1].strip():
        return found[1].strip(" -–—:,(["), found[2].strip(" ()")
    return text, ""
