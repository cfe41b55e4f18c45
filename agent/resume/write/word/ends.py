"""The ends of paragraphs: which of them were inserted or deleted with their paragraphs.

An end that goes joins its paragraph with the next one. Word then keeps the look of the next, LibreOffice that of the
first; so the end is chosen whose two paragraphs look alike. The last end of a container always stays.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TypeAlias

from lxml import etree

from agent.resume.write.word.marks import Marker
from agent.resume.write.word.markup import make, plain, tag
from agent.resume.write.word.paragraph import GONE

ANCHORS = {tag(name) for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr")}
Paragraph: TypeAlias = "etree._Element"  # noqa: SLF001  # private by name alone, the class of every element


def stretches(parent: etree._Element) -> list[list[Paragraph]]:
    """The paragraphs that follow one another with nothing but anchors between."""
    found: list[list[Paragraph]] = [[]]
    for child in parent:
        if child.tag == tag("p"):
            found[-1].append(child)
        elif child.tag not in ANCHORS:
            found.append([])
    return [stretch for stretch in found if stretch]


def finish(stretch: list[Paragraph], inserted: set[Paragraph], gone: set[Paragraph], marker: Marker) -> None:
    """Delete what is gone from one stretch and note the ends of what was inserted and deleted."""
    dropped = {each for each in stretch if each in gone}
    for each in dropped:
        marker.deleted(all_runs(each))
    last = next((each for each in reversed(stretch) if each not in inserted), None)
    if last is not None and last in dropped:
        replace_last(stretch, last, inserted, dropped)
    if not marker.tracked:
        for each in dropped:
            drop(each)
        return
    ends = {each: "ins" for each in stretch if each in inserted}
    for run in neighbours(stretch, dropped):
        ends |= dict.fromkeys(deleted_ends(stretch, run, inserted, marker), "del")
    if last is not None and stretch[-1] in inserted:
        ends |= dict.fromkeys(stretch[stretch.index(last) : -1], "ins")
        del ends[stretch[-1]]
    for each, kind in ends.items():
        marker.mark(each, kind)


def replace_last(stretch: list[Paragraph], last: Paragraph, inserted: set[Paragraph], dropped: set[Paragraph]) -> None:
    """The last paragraph is to go: it takes the words of an inserted neighbour, goes with the end before it, or stays empty."""
    place = stretch.index(last)
    first = place
    while first and stretch[first - 1] in dropped:
        first -= 1
    before = stretch[first - 1] if first else None
    other = stretch[place + 1] if place + 1 < len(stretch) else before if before in inserted else None
    if other is not None:
        last.extend([child for child in other if child.tag != tag("pPr")])
        detach(other)
        stretch.remove(other)
        dropped.discard(last)
    elif before is None or not alike(before, last):
        dropped.discard(last)


def neighbours(stretch: list[Paragraph], dropped: set[Paragraph]) -> list[list[Paragraph]]:
    """The paragraphs that go, those beside each other together."""
    runs: list[list[Paragraph]] = []
    for before, each in zip([None, *stretch], stretch, strict=False):
        if each in dropped:
            if before is not None and before in dropped:
                runs[-1].append(each)
            else:
                runs.append([each])
    return runs


def deleted_ends(
    stretch: list[Paragraph], run: list[Paragraph], inserted: set[Paragraph], marker: Marker
) -> list[Paragraph]:
    """The ends that go with these paragraphs: their own, or all one earlier where that joins what looks alike."""
    place = stretch.index(run[0])
    before = stretch[place - 1] if place else None
    following = stretch[place + len(run)] if place + len(run) < len(stretch) else None
    if following is not None and alike(run[0], following):
        return run
    if before is not None and before not in inserted and alike(before, run[-1]):
        return [before, *run[:-1]]
    if following is not None:
        restyle(run[0], following, marker)
    return run


def restyle(paragraph: Paragraph, model: Paragraph, marker: Marker) -> None:
    """Give a deleted paragraph the look of the one it is joined with, noted as a change too, so that it can be rejected."""
    old, new = (each.find(tag("pPr")) for each in (paragraph, model))
    properties = plain(new) if new is not None else make("pPr")
    for mark in properties.findall(tag("rPr")):
        properties.remove(mark)
    former = plain(old) if old is not None else make("pPr")
    for mark in former.findall(tag("rPr")):
        former.remove(mark)
    kept = deepcopy(old.find(tag("rPr"))) if old is not None else None
    if kept is not None:
        properties.append(kept)
    change = marker.revision("pPrChange")
    change.append(former)
    properties.append(change)
    if old is not None:
        paragraph.remove(old)
    paragraph.insert(0, properties)


def alike(one: Paragraph, other: Paragraph) -> bool:
    """Whether two paragraphs have the same properties, so that joining them changes the look of neither."""
    looks = [plain(look) for look in (each.find(tag("pPr")) for each in (one, other)) if look is not None]
    for look in looks:
        for mark in look.findall(tag("rPr")):
            look.remove(mark)
    texts = [etree.tostring(look) for look in looks if len(look)]
    return not texts or (len(texts) == 2 and texts[0] == texts[1])


def all_runs(element: etree._Element) -> list[etree._Element]:
    """The paragraph's runs, but for what was deleted before and what hangs in text boxes."""
    found: list[etree._Element] = []
    for child in element:
        if child.tag == tag("r"):
            found.append(child)
        elif child.tag not in GONE and isinstance(child.tag, str):
            found += all_runs(child)
    return found


def drop(paragraph: etree._Element) -> None:
    """Take a paragraph out; anchors that began or ended in it stay."""
    for anchor in [child for child in paragraph if child.tag in ANCHORS - {tag("proofErr")}]:
        paragraph.addprevious(anchor)
    detach(paragraph)


def detach(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
