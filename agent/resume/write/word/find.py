"""Where a text stands in the sheet: the likeliest free occurrence, found without regard to spacing."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from agent.resume.write.characters import visible
from agent.resume.write.word.sheet import Node, Sheet

LONG = 25
"""Characters from which on a text is telling enough to be looked for anywhere."""
BEHIND = 20
"""How many paragraphs ahead an occurrence may stand to be preferred over one right behind."""


class Span(NamedTuple):
    """Characters `start` to `end` of a paragraph."""

    node: Node
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.node.text[self.start : self.end]

    @property
    def prefix(self) -> str:
        return self.node.text[: self.start]

    @property
    def whole(self) -> bool:
        """Whether it is all the paragraph says, but for a bullet typed by hand or a closing mark."""
        rest = self.prefix + self.node.text[self.end :]
        return not any(character.isalnum() for character in rest) and len(rest.strip()) < 4


class Finder:
    """Looks texts up in the order of the resume; what one text has taken no other gets."""

    def __init__(self, sheet: Sheet) -> None:
        self.paragraphs = sheet.paragraphs
        self._folded = [fold(node.text) for node in sheet.paragraphs]

    def line(self, text: str, near: int, hint: int | None = None) -> list[Span]:
        """The places of a line: one, or several where its text runs over paragraphs; none where it is not found."""
        found = self.find(text, near, hint=hint)
        return [found] if found else self._across(text)

    def find(self, text: str, near: int, *, offset: int = 0, hint: int | None = None) -> Span | None:
        """The best free occurrence; `near` and `offset` say where the text before it ended."""
        wanted = fold(text)[0]
        candidates = [span for span in self._occurrences(wanted) if free(span)]
        if not wanted or not candidates:
            return None

        def cost(span: Span) -> float:
            distance = span.node.index - near
            ahead: float = distance if distance >= 0 else BEHIND - distance
            if distance == 0 and span.start < offset:
                ahead = 0.5
            if len(wanted) >= LONG:
                ahead /= 100
            return ahead + (0 if span.whole else 3) - (1000 if span.node.index == hint else 0)

        best = min(candidates, key=cost)
        best.node.claimed.append((best.start, best.end))
        return best

    def _occurrences(self, wanted: str) -> list[Span]:
        found: list[Span] = []
        for node, (text, places) in zip(self.paragraphs, self._folded, strict=True):
            at = text.find(wanted) if wanted else -1
            while at >= 0:
                end = at + len(wanted)
                if apart(text, at) and apart(text, end):
                    found.append(Span(node, places[at], places[end - 1] + 1))
                at = text.find(wanted, at + 1)
        return found

    def _across(self, text: str) -> list[Span]:
        """A line that the file breaks over several paragraphs, each of which it fills."""
        wanted = fold(text)[0]
        for first, (start, _) in enumerate(self._folded):
            if not start or not wanted.startswith(start):
                continue
            joined = ""
            for last in range(first, min(first + 6, len(self._folded))):
                joined = f"{joined} {self._folded[last][0]}".strip()
                if joined == wanted:
                    nodes = self.paragraphs[first : last + 1]
                    spans = [Span(node, 0, len(node.text)) for node in nodes if node.text]
                    if all(free(span) for span in spans):
                        for span in spans:
                            span.node.claimed.append((span.start, span.end))
                        return spans
        return []


def fold(text: str) -> tuple[str, list[int]]:
    """The text without case, invisible characters and runs of spaces, and for each character its place in the original."""
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for part in unicodedata.normalize("NFKC", character).casefold():
            if part.isspace():
                if folded and folded[-1] != " ":
                    folded.append(" ")
                    places.append(place)
            elif visible(part) and part != "\ufffc":
                folded.append(part)
                places.append(place)
    if folded and folded[-1] == " ":
        folded.pop()
        places.pop()
    return "".join(folded), places


def apart(text: str, at: int) -> bool:
    """Whether a word may begin or end here."""
    if at in (0, len(text)):
        return True
    before, after = text[at - 1], text[at]
    return not (
        before.isalnum() and after.isalnum() and before.isascii() == after.isascii() and before.isascii()
    ) and not (before.isalpha() and after.isalpha() and not scriptless(before) and not scriptless(after))


def scriptless(character: str) -> bool:
    """Whether its script writes words without spaces between."""
    return "\u0e00" <= character <= "\u0eff" or "\u3040" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7af"


def free(span: Span) -> bool:
    return all(span.end <= start or end <= span.start for start, end in span.node.claimed)
