"""Lists of short items changed: skills, languages, interests, references, an entry's keywords."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import NamedTuple

from agent.resume.lines import labelled
from agent.resume.model import DATED, Resume
from agent.resume.write.characters import clean
from agent.resume.write.word.diff import Edit, edits
from agent.resume.write.word.draft import Draft, keeping
from agent.resume.write.word.find import Span
from agent.resume.write.word.look import holds_pictures, like
from agent.resume.write.word.sheet import Node

GAP = re.compile(r"[^\w]*(?:\b(?:and|und|y|et|e|en|och|i|og)\b)?[^\w]*")


class Part(NamedTuple):
    """One part of a section of lists: `German` with `native`, `Databases` with its keywords."""

    id: str
    label: str
    items: list[str]
    noted: bool
    """Whether its item is a note in parentheses rather than a list after a colon."""

    @property
    def text(self) -> str:
        items = ", ".join(filter(None, self.items))
        return f"{self.label} ({items})" if self.noted and self.label and items else labelled(self.label, items)


def plan_lists(draft: Draft, source: Resume, result: Resume) -> None:
    for section in ("skills", "languages", "interests", "references"):
        ListPlanner(draft, parts(source, section), parts(result, section)).plan()
    for section in DATED:
        new = {entry.id: entry for entry in getattr(result, section)}
        for entry in getattr(source, section):
            if entry.id in new:
                address = f"{entry.id}.keywords"
                old = [Part(address, "", cleaned(entry.keywords), noted=False)] if entry.keywords else []
                now = new[entry.id].keywords
                ListPlanner(draft, old, [Part(address, "", cleaned(now), noted=False)] if now else []).plan()


def parts(resume: Resume, section: str) -> list[Part]:
    match section:
        case "skills":
            return [Part(each.id, clean(each.name), cleaned(each.keywords), noted=False) for each in resume.skills]
        case "languages":
            return [Part(each.id, clean(each.language), [clean(each.fluency)], noted=True) for each in resume.languages]
        case "interests":
            return [Part(each.id, clean(each.name), cleaned(each.keywords), noted=False) for each in resume.interests]
        case _:
            return [Part(each.id, clean(each.name), [clean(each.text)], noted=False) for each in resume.references]


def cleaned(texts: list[str]) -> list[str]:
    return [clean(text) for text in texts]


class ListPlanner:
    """Parts of one section: those of both versions edited, then others added, removed and put in order."""

    def __init__(self, draft: Draft, old: list[Part], new: list[Part]) -> None:
        self.draft, self.old, self.new = draft, old, new
        self.known = {part.id: part for part in old}

    def plan(self) -> None:
        if not self.old:
            return
        for part in self.new:
            if part.id in self.known:
                self.relabel(self.known[part.id], part)
                self.relist(self.known[part.id], part)
        wanted = {part.id for part in self.new}
        self.reorder()
        for part in self.old:
            if part.id not in wanted:
                self.remove(part)
        for place, part in enumerate(self.new):
            if part.id not in self.known:
                self.append(part, self.new[:place])

    def relabel(self, old: Part, new: Part) -> None:
        if old.label == new.label:
            return
        label = self.draft.chart.labels.get(old.id)
        first = next((span for span in self.items(old.id) if span), None)
        if label:
            self.draft.rewrite([label], new.label)
        elif not old.label and first:
            first.node.edits.append(Edit(first.start, first.start, f"{new.label}: "))
        else:
            self.draft.missed.add(old.id)

    def relist(self, old: Part, new: Part) -> None:
        """The items of one part in their new order; what is beside each other in one paragraph is rewritten as a whole."""
        if old.items == new.items:
            return
        spans = self.items(old.id)
        located = [span for span in spans if span]
        label = self.draft.chart.labels.get(old.id)
        if not located:
            if label and not any(old.items):
                self.draft.add(label, new.text.removeprefix(old.label), "")
            else:
                self.draft.missed.add(old.id)
            return
        gaps = gaps_between(located) if len(located) == len(spans) else None
        if gaps is not None:
            self.rewrite_run(located, gaps, new.items)
        else:
            self.refill(old, new, spans)

    def rewrite_run(self, spans: list[Span], gaps: list[str], items: list[str]) -> None:
        text = spans[0].node.text
        usual = Counter(gaps).most_common(1)[0][0] if gaps else usual_gap(spans[0])
        final = gaps[-1] if len(gaps) > 1 and gaps[-1] != usual and gaps.count(gaps[-1]) == 1 else usual
        wanted = usual.join(items[:-1]) + (final if len(items) > 1 else "") + items[-1] if items else ""
        start, end = spans[0].start, spans[-1].end
        moved = [Edit(start + each.start, start + each.end, each.text) for each in edits(text[start:end], wanted)]
        spans[0].node.edits += moved

    def refill(self, old: Part, new: Part, spans: list[Span | None]) -> None:
        """Items that stand in several paragraphs: places of removed ones go, the others are filled in the new order."""
        places = dict(zip(old.items, spans, strict=True))
        if any(places[item] is None for item in old.items if item not in new.items):
            self.draft.missed.add(old.id)
            return
        kept = [item for item in new.items if item in places]
        slots = [span for item, span in places.items() if item in kept]
        for slot, item in zip(slots, kept, strict=True):
            if slot is not places[item]:
                if slot is None or places[item] is None:
                    self.draft.missed.add(old.id)
                    return
                self.draft.rewrite([slot], item)
        for item, span in places.items():
            if item not in kept and span:
                self.draft.erase([span])
        previous = next((span for span in slots if span), None)
        for item in reversed(new.items):
            if item not in places:
                before = [slots[kept.index(each)] for each in new.items[: new.items.index(item)] if each in kept]
                anchor = next((span for span in reversed(before) if span), previous)
                self.add_item(old.id, item, anchor)

    def add_item(self, address: str, item: str, anchor: Span | None) -> None:
        if anchor is None:
            self.draft.missed.add(address)
        elif anchor.whole:
            self.draft.place(like(anchor, (item, anchor.start)), anchor.node)
        else:
            self.draft.add(anchor, item, usual_gap(anchor))

    def items(self, address: str) -> list[Span | None]:
        return self.draft.chart.items.get(address, [])

    def spans(self, address: str) -> list[Span]:
        label = self.draft.chart.labels.get(address)
        return sorted(
            [span for span in [label, *self.items(address)] if span], key=lambda span: (span.node.index, span.start)
        )

    def extent(self, part: Part) -> Span | None:
        """The one stretch of a paragraph that holds the part, with a closing parenthesis."""
        spans = self.spans(part.id)
        if not spans or any(span.node is not spans[0].node for span in spans):
            return None
        node, end = spans[0].node, spans[-1].end
        while end < len(node.text) and node.text[end] in ")]":
            end += 1
        return Span(node, spans[0].start, end)

    def remove(self, part: Part) -> None:
        extent = self.extent(part)
        spans = [extent] if extent else self.spans(part.id)
        if spans:
            self.draft.erase(spans)
        else:
            self.draft.missed.add(part.id)

    def append(self, part: Part, before: list[Part]) -> None:
        """A new part after the one before it: in a paragraph of its own where parts have one, else in theirs."""
        model = next((each for each in reversed([*self.old, *before]) if self.spans(each.id)), None)
        extent = self.extent(model) if model else None
        if model is None or extent is None:
            last = self.spans(model.id)[-1] if model else None
            if last is None or not last.whole:
                self.draft.missed.add(part.id)
                return
            self.draft.place(like(last, (part.text, last.start)), last.node)
        elif extent.whole:
            label = f"{part.label}:" if part.label and any(part.items) and not part.noted else ""
            rest = part.text.removeprefix(label)
            items = [span for span in self.items(model.id) if span]
            body = items[0].start if items else extent.start
            self.draft.place(like(extent, (label, extent.start), (rest, body)), extent.node)
        else:
            self.draft.add(extent, part.text, self.part_gap(extent))

    def part_gap(self, extent: Span) -> str:
        extents = [each for each in map(self.extent, self.old) if each]
        for first, second in itertools.pairwise(extents):
            if first.node is second.node is extent.node and first.end <= second.start:
                return extent.node.text[first.end : second.start]
        return usual_gap(extent)

    def reorder(self) -> None:
        wanted = [part.id for part in self.new if part.id in self.known]
        standing = [part.id for part in self.old if part.id in wanted]
        if wanted == standing:
            return
        extents = {address: self.extent(self.known[address]) for address in standing}
        places = [extents[address] for address in standing]
        if all(each and each.whole and not holds_pictures(each.node) for each in places):
            self.move_paragraphs(standing, wanted, {key: each.node for key, each in extents.items() if each})
            return
        gaps = gaps_between([each for each in places if each]) if all(places) else None
        untouched = all(each and not each.node.edits for each in places)
        if gaps is None or not untouched:
            self.draft.missed.update(address for address in wanted)
            return
        texts = {address: extent.text for address, extent in extents.items() if extent}
        self.rewrite_run([each for each in places if each], gaps, [texts[address] for address in wanted])

    def move_paragraphs(self, standing: list[str], wanted: list[str], nodes: dict[str, Node]) -> None:
        staying = keeping(standing, wanted)
        for place, address in enumerate(wanted):
            if address in staying:
                continue
            if place:
                self.draft.sheet.move([nodes[address]], nodes[wanted[place - 1]])
            else:
                first = next(each for each in wanted if each in staying)
                self.draft.sheet.move([nodes[address]], nodes[first], before=True)


def gaps_between(spans: list[Span]) -> list[str] | None:
    """What stands between items that follow one another in one paragraph; None where they do not."""
    gaps = []
    for first, second in itertools.pairwise(spans):
        if first.node is not second.node or first.end > second.start:
            return None
        gaps.append(first.node.text[first.end : second.start])
    return gaps if all(len(gap) <= 7 and GAP.fullmatch(gap) for gap in gaps) else None


def usual_gap(span: Span) -> str:
    """The mark that parts items in this paragraph."""
    found = re.findall(r"\s*[,;|•·/]\s*", span.node.text)
    return Counter(found).most_common(1)[0][0] if found else ("\n" if "\n" in span.node.text else ", ")
