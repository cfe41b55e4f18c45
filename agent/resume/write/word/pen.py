"""The wanted order and edits of a sheet written into its XML, clean or as tracked changes."""

from __future__ import annotations

from bisect import bisect_left
from copy import deepcopy

from lxml import etree

from agent.resume.write.word.diff import Edit
from agent.resume.write.word.ends import ANCHORS, finish, stretches
from agent.resume.write.word.marks import Marker, outside
from agent.resume.write.word.markup import make, make_run, plain, tag
from agent.resume.write.word.paragraph import Piece, isolate, pieces, split
from agent.resume.write.word.sheet import Container, Node, Sheet

REVISIONS = {tag(name) for name in ("ins", "del", "moveFrom", "moveTo", "sectPr")}


def write(sheet: Sheet, marker: Marker) -> None:
    """Bring the sheet's XML into its current state. Copies are taken before anything is marked as deleted."""
    changed = [each for each in sheet.containers if each.current != each.original or any(n.edits for n in each.current)]
    staying = {id(container): stay(container) for container in changed}
    built = {
        node: build(node, marker)
        for container in changed
        for node in container.current
        if id(node) not in staying[id(container)]
    }
    for container in changed:
        realise(container, staying[id(container)], built, marker)


def stay(container: Container) -> set[int]:
    """The ids of the nodes that need not move: the longest run of them that keeps the file's order."""
    places = {id(node): place for place, node in enumerate(container.original)}
    nodes = [node for node in container.current if id(node) in places]
    tails: list[int] = []
    lengths = []
    for node in nodes:
        place = places[id(node)]
        length = bisect_left(tails, place)
        tails[length : length + 1] = [place]
        lengths.append(length)
    kept: set[int] = set()
    wanted = len(tails) - 1
    for node, length in zip(reversed(nodes), reversed(lengths), strict=True):
        if length == wanted:
            kept.add(id(node))
            wanted -= 1
    return kept


def build(node: Node, marker: Marker) -> etree._Element:
    """The paragraph of a new node, or the copy of one that moves, with its runs marked as inserted."""
    if node.element is None:
        paragraph = make("p")
        properties = node.model.find(tag("pPr")) if node.model is not None else None
        if properties is not None:
            paragraph.append(plain(properties))
        paragraph.extend([make_run(text, look) for text, look in node.segments])
    else:
        paragraph = deepcopy(node.element)
        paragraph.tail = None
        settle(paragraph)
        rewrite(paragraph, node.edits, Marker(tracked=False, date=marker.date, number=0))
    for parent in [paragraph, *paragraph.iter(tag("hyperlink"))]:
        marker.inserted([run for run in parent if run.tag == tag("r")])
    return paragraph


def settle(paragraph: etree._Element) -> None:
    """Take out of a copy what may stand in a file only once, and settle revisions noted before."""
    for element in list(paragraph.iter()):
        parent = element.getparent()
        if parent is None or not isinstance(element.tag, str):
            continue
        if element.tag in {tag("ins"), tag("moveTo")} and len(element):
            for child in list(element):
                element.addprevious(child)
            parent.remove(element)
        elif element.tag in ANCHORS | REVISIONS:
            parent.remove(element)
    for attribute in [name for name in paragraph.attrib if str(name).endswith(("paraId", "textId"))]:
        del paragraph.attrib[attribute]


def rewrite(paragraph: etree._Element, edits: list[Edit], marker: Marker) -> None:
    """Make the edits in the paragraph, last first, so that earlier positions stay true; what overlaps is made as one."""
    merged: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        last = merged[-1] if merged else None
        if last and (edit.start < last.end or edit.start == edit.end == last.start == last.end):
            merged[-1] = Edit(last.start, max(last.end, edit.end), last.text + edit.text)
        else:
            merged.append(edit)
    for edit in reversed(merged):
        make_edit(paragraph, edit, marker)


def make_edit(paragraph: etree._Element, edit: Edit, marker: Marker) -> None:
    deleted = isolate(paragraph, edit.start, edit.end) if edit.end > edit.start else []
    if edit.text:
        if deleted:
            run = make_run(edit.text, deleted[0].find(tag("rPr")))
            outside(deleted[-1]).addnext(run)
        else:
            run = insert_run(paragraph, edit)
        marker.inserted([run])
    marker.deleted(deleted)


def insert_run(paragraph: etree._Element, edit: Edit) -> etree._Element:
    """A run between two characters, in the look of the one before; a link does not grow at its end."""
    split(paragraph, edit.start)
    before, after = neighbours(paragraph, edit.start)
    if before is None:
        run = make_run(edit.text, after.run.find(tag("rPr")) if after else None)
        if after:
            after.run.addprevious(run)
        else:
            paragraph.append(run)
        return run
    place, look = outside(before.run), before.run.find(tag("rPr"))
    link = next(before.run.iterancestors(tag("hyperlink")), None)
    if link is not None and (after is None or next(after.run.iterancestors(tag("hyperlink")), None) is not link):
        place, look = link, after.run.find(tag("rPr")) if after else None
    run = make_run(edit.text, look)
    place.addnext(run)
    return run


def neighbours(paragraph: etree._Element, at: int) -> tuple[Piece | None, Piece | None]:
    """The pieces that end and begin at this character."""
    position, before = 0, None
    for piece in pieces(paragraph):
        if position >= at and piece.text:
            return before, piece
        position += len(piece.text)
        before = piece if piece.text else before
    return before, None


def realise(container: Container, kept: set[int], built: dict[Node, etree._Element], marker: Marker) -> None:
    previous: etree._Element | None = None
    for node in container.current:
        if id(node) in kept and node.element is not None:
            previous = node.element
            if node.edits:
                rewrite(node.element, node.edits, marker)
            continue
        if previous is None:
            container.element.insert(0, built[node])
        else:
            previous.addnext(built[node])
        previous = built[node]
    inserted = {built[node] for node in container.current if node in built}
    gone = {node.element for node in container.original if id(node) not in kept and node.element is not None}
    for run in stretches(container.element):
        finish(run, inserted, gone, marker)
