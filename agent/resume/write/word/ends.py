"""The ends of paragraphs: which of them were inserted or deleted with their paragraphs.

An end that goes joins its paragraph with the next one. Word then keeps the look of the next, LibreOffice that of the
first; so the end is chosen whose two paragraphs look alike. The last end of a container always stays.
"""

from __future__ import annotations

from itertools import pairwise
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
    for block in neighbours(stretch, inserted | dropped):
        if not fits(stretch, block):
            merge_pair(stretch, block, inserted, dropped)
    for block in neighbours(stretch, (inserted | dropped) & set(stretch)):
        kinds = ["ins" if each in inserted else "del" for each in block]
        for each, kind in zip(changed_ends(stretch, block, dropped, marker), kinds, strict=True):
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
        take_over(last, other, stretch, dropped)
    elif before is None or not alike(before, last):
        dropped.discard(last)


def take_over(kept: Paragraph, other: Paragraph, stretch: list[Paragraph], dropped: set[Paragraph]) -> None:
    """A paragraph that was to go keeps its end, and an inserted one's words take the place of its own."""
    kept.extend([child for child in other if child.tag != tag("pPr")])
    detach(other)
    stretch.remove(other)
    dropped.discard(kept)


def merge_pair(
    stretch: list[Paragraph], block: list[Paragraph], inserted: set[Paragraph], dropped: set[Paragraph]
) -> None:
    """Let the first paragraph that goes beside an inserted one of its look take that one's words."""
    for one, other in pairwise(block):
        if (one in dropped) != (other in dropped) and alike(one, other):
            gone, new = (one, other) if one in dropped else (other, one)
            take_over(gone, new, stretch, dropped)
            inserted.discard(new)
            return


def neighbours(stretch: list[Paragraph], chosen: set[Paragraph]) -> list[list[Paragraph]]:
    """The chosen paragraphs of a stretch, those beside each other together."""
    runs: list[list[Paragraph]] = []
    for before, each in zip([None, *stretch], stretch, strict=False):
        if each in chosen:
            if before is not None and before in chosen:
                runs[-1].append(each)
            else:
                runs.append([each])
    return runs


def changed_ends(
    stretch: list[Paragraph], block: list[Paragraph], dropped: set[Paragraph], marker: Marker
) -> list[Paragraph]:
    """The paragraphs whose ends come and go with those of the block: these themselves, or each the one before it.

    The latter where the block is the last or where only that joins what looks alike. Where nothing does, the block's
    first paragraph is noted to have or have had the look of what follows.
    """
    before, following = around(stretch, block)
    if following is None or (not alike(block[0], following) and before is not None and alike(before, block[-1])):
        return block if before is None else [before, *block[:-1]]
    if not alike(block[0], following):
        former = block[0] if block[0] in dropped else following
        restyle(block[0], following if block[0] in dropped else block[0], former, marker)
    return block


def fits(stretch: list[Paragraph], block: list[Paragraph]) -> bool:
    """Whether the ends of the block can come and go without a paragraph beside it taking on another look."""
    before, following = around(stretch, block)
    return following is None or alike(block[0], following) or (before is not None and alike(before, block[-1]))


def around(stretch: list[Paragraph], block: list[Paragraph]) -> tuple[Paragraph | None, Paragraph | None]:
    place = stretch.index(block[0])
    end = place + len(block)
    return stretch[place - 1] if place else None, stretch[end] if end < len(stretch) else None


def restyle(paragraph: Paragraph, look: Paragraph, former: Paragraph, marker: Marker) -> None:
    """Give the paragraph the look of one and note that it had that of another, so that it can be accepted or rejected."""
    mark = paragraph.find(f"{tag('pPr')}/{tag('rPr')}")
    properties, before = bare(look), bare(former)
    if mark is not None:
        properties.append(mark)
    change = marker.revision("pPrChange")
    change.append(before)
    properties.append(change)
    old = paragraph.find(tag("pPr"))
    if old is not None:
        paragraph.remove(old)
    paragraph.insert(0, properties)


def bare(paragraph: Paragraph) -> etree._Element:
    """A copy of the paragraph's properties without those of its mark."""
    found = paragraph.find(tag("pPr"))
    properties = plain(found) if found is not None else make("pPr")
    for mark in properties.findall(tag("rPr")):
        properties.remove(mark)
    return properties


def alike(one: Paragraph, other: Paragraph) -> bool:
    """Whether two paragraphs have the same properties, so that joining them changes the look of neither."""
    return bool(etree.tostring(bare(one)) == etree.tostring(bare(other)))


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
