"""New paragraphs in the look of one that stands in the file."""

from __future__ import annotations

from lxml import etree

from agent.resume.write.word.find import Span
from agent.resume.write.word.markup import tag
from agent.resume.write.word.paragraph import walk
from agent.resume.write.word.sheet import Node

PICTURES = {tag(name) for name in ("drawing", "pict", "object", "sectPr", "footnoteReference", "endnoteReference")}


def look_at(node: Node, at: int) -> etree._Element | None:
    """The properties of the run that holds this character, of the nearest where there is none."""
    if node.element is None:
        return node.segments[-1][1] if node.segments else None
    position, look = 0, None
    for piece in walk(node.element):
        look = piece.run.find(tag("rPr"))
        position += len(piece.text)
        if position > at:
            break
    return look


def like(span: Span, *parts: tuple[str, int]) -> Node:
    """A new paragraph with the properties, and the bullet typed by hand, of the one the span stands in.

    Each part is a text and the character of that paragraph whose look it takes.
    """
    node = span.node
    segments = [(text, look_at(node, at)) for text, at in parts if text]
    if span.prefix and not any(character.isalnum() for character in span.prefix):
        segments.insert(0, (span.prefix, look_at(node, 0)))
    return Node(node.container, model=node.element if node.element is not None else node.model, segments=segments)


def written(node: Node, text: str, at: int = 0) -> Node:
    """A new paragraph like the whole of another, with this text."""
    return like(Span(node, 0, len(node.text)), (text, at))


def holds_pictures(node: Node) -> bool:
    """Whether more hangs on the paragraph than its text: a picture, a text box, a note, the end of a section."""
    return node.element is not None and any(element.tag in PICTURES for element in node.element.iter())
