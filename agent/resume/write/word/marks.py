"""How an insertion or a deletion is written: plainly, or as a revision that Word and LibreOffice can accept or reject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from agent.resume.write.word.markup import make, mark_properties, tag

AUTHOR = "Bespoke"
REVISIONS = {tag(name) for name in ("ins", "del", "moveFrom", "moveTo")}
DELETED_NAMES = {tag("t"): tag("delText"), tag("instrText"): tag("delInstrText")}


@dataclass
class Marker:
    """Notes revisions with author and date; `tracked` false writes their effect instead."""

    tracked: bool
    date: datetime
    number: int

    def inserted(self, runs: list[etree._Element]) -> None:
        if self.tracked:
            self._wrap(runs, "ins")

    def deleted(self, runs: list[etree._Element]) -> None:
        if not self.tracked:
            for run in runs:
                parent = run.getparent()
                if parent is not None:
                    parent.remove(run)
            return
        for run in runs:
            for element in list(run.iter(*DELETED_NAMES)):
                element.tag = DELETED_NAMES[element.tag]
        self._wrap(runs, "del")

    def mark(self, paragraph: etree._Element, kind: str) -> None:
        """Note that the paragraph's end was inserted (`ins`) or deleted (`del`)."""
        properties = mark_properties(paragraph)
        if properties.find(tag(kind)) is None:
            properties.insert(0 if kind == "ins" else len(properties.findall(tag("ins"))), self.revision(kind))

    def _wrap(self, runs: list[etree._Element], kind: str) -> None:
        """Neighbours share one element, so that they are accepted or rejected together."""
        wrapper: etree._Element | None = None
        for run in runs:
            previous = run.getprevious()
            if wrapper is None or previous is not wrapper:
                wrapper = self.revision(kind)
                run.addprevious(wrapper)
            wrapper.append(run)

    def revision(self, kind: str) -> etree._Element:
        self.number += 1
        return make(kind, id=str(self.number), author=AUTHOR, date=self.date.strftime("%Y-%m-%dT%H:%M:%SZ"))


def highest_id(roots: list[etree._Element]) -> int:
    """The highest number any annotation of the file has."""
    found = [element.get(tag("id"), "") for root in roots for element in root.iter()]
    return max((int(each) for each in found if each.isdecimal() and each.isascii() and len(each) < 10), default=0)


def outside(run: etree._Element) -> etree._Element:
    """Where to insert after this run: someone else's insertion is parted there, as none may stand in another."""
    parent = run.getparent()
    if parent is None or parent.tag not in REVISIONS:
        return run
    rest = etree.Element(parent.tag, parent.attrib, parent.nsmap)
    rest.extend(list(run.itersiblings()))
    if len(rest):
        parent.addnext(rest)
    return parent
