"""Lines reworded, added, removed and moved: bullets, paragraphs, lines of the head."""

from __future__ import annotations

import itertools

from agent.resume.lines import line_lists
from agent.resume.model import Line, Resume
from agent.resume.write.characters import clean
from agent.resume.write.word.chart import holds
from agent.resume.write.word.draft import Draft, keeping
from agent.resume.write.word.find import Span
from agent.resume.write.word.look import holds_pictures, like
from agent.resume.write.word.sheet import Node

Key = tuple[str, int]
"""A list of lines: the id of what holds it, and which of its lists (0 the bullets, 1 the paragraphs above them)."""


ENTIRE = ("summary", "unplaced")


def plan_lines(draft: Draft, source: Resume, result: Resume) -> None:
    LinePlanner(draft, source, result).plan()


class LinePlanner:
    def __init__(self, draft: Draft, source: Resume, result: Resume) -> None:
        self.draft = draft
        self.source = source
        self.before, self.after = lists(source), lists(result)
        self.texts = {line.id: clean(line.text) for held in self.before.values() for line in held}
        self.added: dict[str, Node] = {}
        self.beside: dict[str, tuple[Span, bool]] = {}

    def plan(self) -> None:
        kept = {line.id for held in self.after.values() for line in held}
        for key, held in self.after.items():
            if key[0] in ENTIRE and not holds(self.source, key[0]):
                continue  # a section the file does not have comes as a block
            self.arrange(key, held)
        for address in self.texts:
            if address not in kept:
                self.erase(address)

    def arrange(self, key: Key, held: list[Line]) -> None:
        """One list in its new order; lines that keep their order stay, others come after the one before them."""
        staying = keeping([line.id for line in self.before.get(key, [])], [line.id for line in held])
        for place, line in enumerate(held):
            if line.id in staying:
                if clean(line.text) != self.texts[line.id]:
                    self.reword(line)
                continue
            following = next(
                (later.id for later in held[place + 1 :] if later.id in staying and self.spans(later.id)), None
            )
            previous = next((each.id for each in reversed(held[:place]) if self.stands(each.id)), None)
            if line.id in self.texts:
                self.move(line, key, previous, following)
            else:
                self.insert(line, key, previous, following)

    def reword(self, line: Line) -> None:
        spans = self.spans(line.id)
        if spans:
            self.draft.rewrite(spans, clean(line.text))
        else:
            self.draft.missed.add(line.id)

    def move(self, line: Line, key: Key, previous: str | None, following: str | None) -> None:
        spans = self.spans(line.id)
        anchor = self.anchor(key, previous, following)
        if not spans or anchor is None:
            self.draft.missed.add(line.id)
            return
        node, before = anchor
        if isinstance(node, Node) and all(span.whole and not holds_pictures(span.node) for span in spans):
            if node not in [span.node for span in spans]:
                self.draft.sheet.move([span.node for span in spans], node, before=before)
            if clean(line.text) != self.texts[line.id]:
                self.draft.rewrite(spans, clean(line.text))
            return
        self.insert(line, key, previous, following)
        self.draft.erase(spans)

    def insert(self, line: Line, key: Key, previous: str | None, following: str | None) -> None:
        anchor = self.anchor(key, previous, following)
        model = self.model(key, previous, following)
        if anchor is None:
            self.draft.missed.add(line.id)
            return
        place, before = anchor
        text = clean(line.text)
        if isinstance(place, Span):
            separator = self.separator(place, key)
            at = place.start if before else place.end
            span = place._replace(end=at)
            self.draft.add(span, text + separator if before else text, "" if before else separator)
            self.beside[line.id] = place, before
            return
        new = like(model, (text, model.start)) if model else Node(place.container, segments=[(text, None)])
        self.added[line.id] = self.draft.place(new, place, before=before)

    def erase(self, address: str) -> None:
        spans = self.spans(address)
        if spans:
            self.draft.erase(spans)
        else:
            self.draft.missed.add(address)

    def stands(self, address: str) -> bool:
        return address in self.added or address in self.beside or bool(self.spans(address))

    def spans(self, address: str) -> list[Span]:
        return self.draft.chart.lines.get(address, [])

    def anchor(self, key: Key, previous: str | None, following: str | None) -> tuple[Node | Span, bool] | None:
        """Where a line goes: after the one before it, else before the one after it, else under the head of its list."""
        if previous in self.added:
            return self.added[previous], False
        if previous in self.beside:
            return self.beside[previous]
        for address, before in ((previous, False), (following, True)):
            spans = self.spans(address) if address else []
            if spans:
                span = spans[0] if before else spans[-1]
                return (span.node if span.whole else span), before
        if previous or following:
            return None
        holder, kind = key
        others = [span.node for line in self.before.get((holder, 1), []) for span in self.spans(line.id)]
        head = self.draft.chart.heads.get(holder) or [
            node for node in [self.draft.chart.headings.get(holder)] if node is not None
        ]
        nodes = others if kind == 0 and others else head
        return (nodes[-1], False) if nodes else None

    def model(self, key: Key, previous: str | None, following: str | None) -> Span | None:
        """A line whose look the new one takes: its neighbour, else the nearest of the same kind."""
        beside = [address for address in (previous, following) if address]
        siblings = [line.id for line in self.before.get(key, [])]
        alike = [line.id for (_, kind), held in self.before.items() if kind == key[1] for line in held]
        every = [line.id for held in self.before.values() for line in held]
        for address in [*beside, *siblings, *alike, *every]:
            if self.spans(address):
                return self.spans(address)[0]
        return None

    def separator(self, span: Span, key: Key) -> str:
        """What parts the lines of one paragraph: what stands between two of them, else a line break or a space."""
        places = [self.spans(line.id)[0] for line in self.before.get(key, []) if self.spans(line.id)]
        for first, second in itertools.pairwise(places):
            if first.node is second.node is span.node and first.end <= second.start:
                return span.node.text[first.end : second.start]
        return "\n" if "\n" in span.node.text else " "


def lists(resume: Resume) -> dict[Key, list[Line]]:
    found: dict[Key, list[Line]] = {}
    for holder, held in line_lists(resume):
        found[(holder, 1 if (holder, 0) in found else 0)] = held
    return found
