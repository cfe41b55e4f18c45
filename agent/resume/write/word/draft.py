"""What the planners share: the sheet with the chart of what stands where, and the ids of what could not be placed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from agent.resume.write.word.chart import Chart
from agent.resume.write.word.diff import Edit, edits
from agent.resume.write.word.find import Span
from agent.resume.write.word.look import holds_pictures
from agent.resume.write.word.sheet import Node, Sheet

PARTING = " \t\u00a0•·-–|,;/"
"""What stands between the items of a list."""


@dataclass
class Draft:
    sheet: Sheet
    chart: Chart
    missed: set[str] = field(default_factory=set)

    def rewrite(self, spans: Sequence[Span], text: str) -> None:
        """The words of the spans, one text over several paragraphs, become the text."""
        old = " ".join(span.text for span in spans)
        starts = [0]
        for span in spans:
            starts.append(starts[-1] + len(span.text) + 1)
        for edit in edits(old, text):
            self._spread(spans, starts, edit)

    def _spread(self, spans: Sequence[Span], starts: list[int], edit: Edit) -> None:
        """An edit over the end of a paragraph puts its new words into the first; the end itself stays."""
        text = edit.text
        for number, span in enumerate(spans):
            low = max(edit.start, starts[number]) - starts[number]
            high = min(edit.end, starts[number + 1] - 1) - starts[number]
            if low <= high and low <= len(span.text) and (high > low or text):
                span.node.edits.append(Edit(span.start + low, span.start + high, text))
                text = ""

    def erase(self, spans: Sequence[Span]) -> None:
        """Take the spans out: the paragraph where it says nothing else, else the words and what parts them from the next."""
        for span in spans:
            if span.whole and not holds_pictures(span.node) and not span.node.edits:
                self.sheet.remove(span.node)
            elif span.whole:
                span.node.edits.append(Edit(0, len(span.node.text), ""))
            else:
                span.node.edits.append(Edit(*self._with_separator(span), ""))

    def _with_separator(self, span: Span) -> tuple[int, int]:
        """The span with the mark that parts it from its neighbour, or with all of its line where it is alone there."""
        text, start, end = span.node.text, span.start, span.end
        low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        high = len(text) if high < 0 else high
        if not any(character.isalnum() for character in text[low:start] + text[end:high]):
            first = low == 0 or any(edit.start == 0 and edit.end == low and not edit.text for edit in span.node.edits)
            return (low, min(high + 1, len(text))) if first else (low - 1, high)
        while end < high and text[end] in ")]":
            end += 1
        while start > low and text[start - 1] in PARTING:
            start -= 1
        if start == low or text[start - 1] == ":":
            start = span.start
            while end < high and text[end] in PARTING:
                end += 1
        return start, end

    def add(self, span: Span, text: str, separator: str) -> None:
        """Words after the span, in its own paragraph."""
        span.node.edits.append(Edit(span.end, span.end, separator + text))

    def place(self, node: Node, anchor: Node, *, before: bool = False) -> Node:
        self.sheet.insert(node, anchor, before=before)
        return node


def keeping(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """The most ids of both lists that can stay where they are."""
    common = [each for each in new if each in old]
    runs: list[list[str]] = [[]]
    for each in common:
        fitting = [run for run in runs if not run or old.index(run[-1]) < old.index(each)]
        runs.append([*longest(fitting), each])
    return set(longest(runs))


def longest(runs: list[list[str]]) -> list[str]:
    length = max(len(run) for run in runs)
    return next(run for run in runs if len(run) == length)
