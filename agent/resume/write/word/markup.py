"""WordprocessingML names and the few elements that are made here."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from agent.resume.write.word.package import MAIN

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def tag(name: str) -> str:
    return f"{{{MAIN}}}{name}"


def make(name: str, **attributes: str) -> etree._Element:
    element = etree.Element(tag(name), nsmap={"w": MAIN})
    for key, value in attributes.items():
        element.set(tag(key), value)
    return element


def make_run(text: str, properties: etree._Element | None) -> etree._Element:
    """A run of text in the given look; tabs and line breaks become their elements."""
    run = make("r")
    if properties is not None:
        run.append(plain(properties))
    part = ""
    for character in text:
        if character in "\t\n":
            add_text(run, part)
            run.append(make("tab" if character == "\t" else "br"))
            part = ""
        else:
            part += character
    add_text(run, part)
    return run


def add_text(run: etree._Element, text: str) -> None:
    if text:
        element = make("t")
        set_text(element, text)
        run.append(element)


def set_text(element: etree._Element, text: str) -> None:
    element.text = text
    element.set(SPACE, "preserve")


def plain(properties: etree._Element) -> etree._Element:
    """A copy of a run's or paragraph's properties without revisions and without a section's end."""
    copy = deepcopy(properties)
    copy.tail = None
    for name in ("rPrChange", "pPrChange", "sectPr", "ins", "del", "moveFrom", "moveTo"):
        for found in list(copy.iter(tag(name))):
            parent = found.getparent()
            if parent is not None:
                parent.remove(found)
    return copy


def mark_properties(paragraph: etree._Element) -> etree._Element:
    """The properties of the paragraph's mark, made where there are none; where a mark's revision is noted."""
    properties = paragraph.find(tag("pPr"))
    if properties is None:
        properties = make("pPr")
        paragraph.insert(0, properties)
    mark = properties.find(tag("rPr"))
    if mark is None:
        mark = make("rPr")
        after = [properties.find(tag(name)) for name in ("sectPr", "pPrChange")]
        following = next((element for element in after if element is not None), None)
        if following is None:
            properties.append(mark)
        else:
            following.addprevious(mark)
    return mark
