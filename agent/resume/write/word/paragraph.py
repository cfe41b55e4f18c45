"""A paragraph as text whose every character knows the run it stands in."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from agent.resume.write.word.markup import set_text, tag

LETTERS = {
    tag("tab"): "\t",
    tag("ptab"): "\t",
    tag("br"): "\n",
    tag("cr"): "\n",
    tag("noBreakHyphen"): "-",
    tag("softHyphen"): "\u00ad",
    tag("sym"): "\ufffc",
    tag("ruby"): "\ufffc",
}
"""Elements that stand for one character."""
GONE = {tag("del"), tag("moveFrom"), tag("pPr"), tag("rPr"), tag("txbxContent"), tag("rt"), tag("p")}
"""What is not this paragraph's text: what was deleted already, and the paragraphs of a text box that hangs on it."""


class Piece(NamedTuple):
    """An element of a run and the text it stands for."""

    run: etree._Element
    element: etree._Element
    text: str


def pieces(paragraph: etree._Element) -> list[Piece]:
    return list(walk(paragraph))


def walk(element: etree._Element) -> Iterator[Piece]:
    for child in element:
        if child.tag == tag("r"):
            for part in child:
                if part.tag == tag("t"):
                    yield Piece(child, part, part.text or "")
                elif part.tag in LETTERS:
                    yield Piece(child, part, LETTERS[part.tag])
        elif child.tag not in GONE and isinstance(child.tag, str):
            yield from walk(child)


def text_of(paragraph: etree._Element) -> str:
    return "".join(piece.text for piece in walk(paragraph))


def isolate(paragraph: etree._Element, start: int, end: int) -> list[etree._Element]:
    """The runs that hold exactly the characters from start to end, split off where they were part of a longer run."""
    split(paragraph, start)
    split(paragraph, end)
    position = 0
    runs: list[etree._Element] = []
    for piece in pieces(paragraph):
        if start <= position and position + len(piece.text) <= end and piece.text:
            alone = separate(piece)
            if not any(alone is run for run in runs):
                runs.append(alone)
        position += len(piece.text)
    return runs


def split(paragraph: etree._Element, at: int) -> None:
    """Let a run begin at this character."""
    position = 0
    for piece in pieces(paragraph):
        inside = at - position
        if 0 < inside < len(piece.text):
            rest = deepcopy(piece.element)
            set_text(piece.element, piece.text[:inside])
            set_text(rest, piece.text[inside:])
            rest.tail = None
            piece.element.addnext(rest)
            cut(piece.run, rest)
            return
        if inside == 0 and piece.text:
            cut(piece.run, piece.element)
            return
        position += len(piece.text)


def cut(run: etree._Element, element: etree._Element) -> None:
    """Move the element and what follows it in its run into a run of its own; nothing to do where it comes first."""
    children = [child for child in run if child.tag != tag("rPr")]
    place = next(number for number, child in enumerate(children) if child is element)
    if place == 0:
        return
    following = etree.Element(run.tag, run.attrib, run.nsmap)
    properties = run.find(tag("rPr"))
    if properties is not None:
        following.append(deepcopy(properties))
    following.extend(children[place:])
    run.addnext(following)


def separate(piece: Piece) -> etree._Element:
    """The run of this piece after all that is no text (pictures, field marks, notes) was put into runs of its own."""
    run = piece.run
    children = [child for child in run if child.tag != tag("rPr")]
    for before, child in itertools.pairwise(children):
        if (before.tag == tag("t") or before.tag in LETTERS) != (child.tag == tag("t") or child.tag in LETTERS):
            parent = child.getparent()
            if parent is not None:
                cut(parent, child)
    found = piece.element.getparent()
    return run if found is None else found
