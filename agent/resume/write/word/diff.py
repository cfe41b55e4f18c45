"""The difference of two texts in whole words, as few edits as a reader would make by hand."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from agent.resume.write.characters import visible

TOKEN = re.compile(r"\s+|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+(?:['’][^\W_]+)*|.", re.DOTALL)
ALIKE = 0.35
"""Below this share of equal words the texts are shown as one replaced by the other."""


class Edit(NamedTuple):
    """Characters `start` to `end` of the old text become `text`."""

    start: int
    end: int
    text: str


def edits(old: str, new: str) -> list[Edit]:
    """Ordered, disjoint edits that turn old into new. Whitespace that differs only in kind stays as it was."""
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    matcher = SequenceMatcher(a=[key(token) for token in before], b=[key(token) for token in after], autojunk=False)
    starts = offsets(before)
    found = [
        Edit(starts[low], starts[high], "".join(after[first:last]))
        for kind, low, high, first, last in matcher.get_opcodes()
        if kind != "equal"
    ]
    found = joined(old, found)
    if len(found) > 2 and likeness(old, found) < ALIKE:
        return [replaced(old, found)]
    return found


def key(token: str) -> str:
    return " " if token.isspace() else "".join(character for character in token if visible(character)) or token


def offsets(tokens: list[str]) -> list[int]:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return starts


def joined(old: str, found: list[Edit]) -> list[Edit]:
    """Edits with nothing but one space or mark between them become one."""
    result: list[Edit] = []
    for edit in found:
        between = old[result[-1].end : edit.start] if result else ""
        if result and len(between) <= 1 and not between.isalnum():
            result[-1] = Edit(result[-1].start, edit.end, result[-1].text + between + edit.text)
        else:
            result.append(edit)
    return result


def likeness(old: str, found: list[Edit]) -> float:
    changed = sum(edit.end - edit.start for edit in found)
    return 1 - changed / max(len(old), 1)


def replaced(old: str, found: list[Edit]) -> Edit:
    text = ""
    position = found[0].start
    for edit in found:
        text += old[position : edit.start] + edit.text
        position = edit.end
    return Edit(found[0].start, position, text)
