"""The file as lists of paragraphs that can be put in a new order, each still knowing where it came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from agent.resume.write.word.diff import Edit
from agent.resume.write.word.markup import tag
from agent.resume.write.word.package import WordFile
from agent.resume.write.word.paragraph import text_of

COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"


@dataclass(eq=False)
class Container:
    """What holds paragraphs: body, table cell, text box, header … `current` is the wanted order, `original` the file's."""

    element: etree._Element
    original: list[Node] = field(default_factory=list)
    current: list[Node] = field(default_factory=list)


@dataclass(eq=False)
class Node:
    """A child of a container. Of one that stood in the file `element` is set; a new one is made from `segments`."""

    container: Container
    element: etree._Element | None = None
    text: str = ""
    index: int = -1
    edits: list[Edit] = field(default_factory=list)
    claimed: list[tuple[int, int]] = field(default_factory=list)
    model: etree._Element | None = None
    segments: list[tuple[str, etree._Element | None]] = field(default_factory=list)

    @property
    def is_paragraph(self) -> bool:
        return self.element is None or self.element.tag == tag("p")


class Sheet:
    """All paragraphs of a file in document order: the body with its tables and text boxes, then headers, then footers."""

    def __init__(self, file: WordFile) -> None:
        self.containers: list[Container] = []
        self.paragraphs: list[Node] = []
        for root in file.roots.values():
            self._read(root)

    def _read(self, root: etree._Element) -> None:
        known: dict[etree._Element, Node] = {}
        for paragraph in shown(root):
            parent = paragraph.getparent()
            if parent is None:
                continue
            if paragraph not in known:
                self._contain(parent, known)
            node = known[paragraph]
            node.text, node.index = text_of(paragraph), len(self.paragraphs)
            self.paragraphs.append(node)

    def _contain(self, parent: etree._Element, known: dict[etree._Element, Node]) -> None:
        container = Container(parent)
        container.original = [Node(container, child) for child in parent]
        container.current = list(container.original)
        known.update({node.element: node for node in container.original if node.element is not None})
        self.containers.append(container)

    def insert(self, node: Node, anchor: Node, *, before: bool = False) -> None:
        current = anchor.container.current
        current.insert(current.index(anchor) + (0 if before else 1), node)
        node.container = anchor.container

    def remove(self, node: Node) -> None:
        node.container.current.remove(node)

    def move(self, nodes: Iterable[Node], anchor: Node, *, before: bool = False) -> None:
        """Put the nodes, in their order, after (or before) the anchor."""
        taken = list(nodes)
        for node in taken:
            self.remove(node)
        for node in taken if before else reversed(taken):
            self.insert(node, anchor, before=before)

    def last(self, node: Node) -> bool:
        return node is node.container.current[-1]


def shown(root: etree._Element) -> Iterator[etree._Element]:
    """Every paragraph once: a text box stands twice in the file, its older form is left out."""
    hidden = {
        paragraph for fallback in root.iter(f"{{{COMPATIBILITY}}}Fallback") for paragraph in fallback.iter(tag("p"))
    }
    return (paragraph for paragraph in root.iter(tag("p")) if paragraph not in hidden)


def twins(root: etree._Element) -> list[tuple[etree._Element, etree._Element]]:
    """The two forms of each text box that says the same in both."""
    pairs = []
    for alternate in root.iter(f"{{{COMPATIBILITY}}}AlternateContent"):
        choice = alternate.find(f"{{{COMPATIBILITY}}}Choice")
        fallback = alternate.find(f"{{{COMPATIBILITY}}}Fallback")
        if choice is None or fallback is None:
            continue
        boxes, older = list(choice.iter(tag("txbxContent"))), list(fallback.iter(tag("txbxContent")))
        if len(boxes) == len(older):
            pairs += [(new, old) for new, old in zip(boxes, older, strict=True) if said(new) == said(old)]
    return pairs


def said(box: etree._Element) -> list[str]:
    return [text_of(paragraph) for paragraph in box.iter(tag("p"))]
