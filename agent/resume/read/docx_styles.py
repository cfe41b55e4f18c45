"""What the styles and numberings of a Word file say about its paragraphs: size, weight, heading level, bullets."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop|rubrik|标题)\s*(\d)", re.IGNORECASE)
LIGHT = 20
LIST = re.compile(r"list\s*(?:bullet|number|paragraph)|aufzählung|compact", re.IGNORECASE)


@dataclass(slots=True, frozen=True)
class Look:
    """How a run looks, and what its paragraph is (`filled` on a colored ground). Sizes in points, indents in points."""

    size: float = 11.0
    bold: bool = False
    italic: bool = False
    caps: bool = False
    color: int = 0
    hidden: bool = False
    filled: bool = False
    level: int = 0
    number: str = ""
    depth: int = 0
    indent: float = 0.0
    name: str = ""


class Styles:
    """The looks of a file's styles, with what they inherit."""

    def __init__(self, styles: Any, numbering: Any, theme: Any) -> None:
        self.elements: dict[str, Any] = {}
        self.looks: dict[str, Look] = {}
        self.default = Look()
        self.paragraph_default = ""
        self.theme = theme
        if styles is not None:
            self.default = self.run(self.default, styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
            for style in styles.iter(f"{W}style"):
                self.elements[style.get(f"{W}styleId", "")] = style
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}:
                    self.paragraph_default = style.get(f"{W}styleId", "")
        self.formats = numbering_formats(numbering)

    def named(self, name: str, depth: int = 0) -> Look:
        if name in self.looks:
            return self.looks[name]
        element = self.elements.get(name)
        if element is None or depth > 12:
            return self.default
        base = element.find(f"{W}basedOn")
        look = self.named(base.get(f"{W}val", ""), depth + 1) if base is not None else self.default
        title = element.find(f"{W}name")
        title = title.get(f"{W}val", "") if title is not None else name
        look = self.paragraph(self.run(look, element.find(f"{W}rPr")), element.find(f"{W}pPr"))
        heading = HEADING.match(title) or HEADING.match(name)
        look = replace(
            look, name=title, level=int(heading[1]) if heading else 1 if title.lower() == "title" else look.level
        )
        self.looks[name] = look
        return look

    def run(self, look: Look, properties: Any) -> Look:
        """A look changed by run properties."""
        if properties is None:
            return look
        changes: dict[str, Any] = {}
        for child in properties:
            if not isinstance(child.tag, str):
                continue
            tag, value = child.tag.removeprefix(W), child.get(f"{W}val")
            on = value not in {"0", "false", "none", "off"}
            if tag == "b":
                changes["bold"] = on
            elif tag == "i":
                changes["italic"] = on
            elif tag in {"caps", "smallCaps"}:
                changes["caps"] = on
            elif tag == "vanish":
                changes["hidden"] = on
            elif tag == "sz" and value and value.isdigit():
                changes["size"] = int(value) / 2
            elif tag == "color" and value:
                changes["color"] = int(value, 16) if re.fullmatch(r"[0-9A-Fa-f]{6}", value) else 0
        return replace(look, **changes) if changes else look

    def paragraph(self, look: Look, properties: Any) -> Look:
        """A look changed by paragraph properties: outline level, numbering, indent."""
        if properties is None:
            return look
        changes: dict[str, Any] = {}
        shade = properties.find(f"{W}shd")
        if shade is not None:
            changes["filled"] = is_fill(shade)
        outline = properties.find(f"{W}outlineLvl")
        if outline is not None and outline.get(f"{W}val", "").isdigit() and int(outline.get(f"{W}val")) < 9:
            changes["level"] = int(outline.get(f"{W}val")) + 1
        numbering = properties.find(f"{W}numPr")
        if numbering is not None:
            number, depth = numbering.find(f"{W}numId"), numbering.find(f"{W}ilvl")
            changes["number"] = number.get(f"{W}val", "") if number is not None else look.number
            changes["depth"] = (
                int(depth.get(f"{W}val", "0") or 0) if depth is not None and depth.get(f"{W}val", "0").isdigit() else 0
            )
        indent = properties.find(f"{W}ind")
        if indent is not None:
            value = indent.get(f"{W}left") or indent.get(f"{W}start") or ""
            if re.fullmatch(r"-?\d+", value):
                changes["indent"] = int(value) / 20
        return replace(look, **changes) if changes else look

    def fills_table(self, table: Any) -> bool:
        """Whether the style of a table colors the ground of any of its cells."""
        name = table.find(f"{W}tblPr/{W}tblStyle") if table is not None else None
        style = self.elements.get(name.get(f"{W}val", "")) if name is not None else None
        return style is not None and any(is_fill(shade) for shade in style.iter(f"{W}shd"))

    def is_item(self, look: Look) -> bool:
        """Whether a paragraph is an item of a list (numbered headings are none)."""
        return bool(look.number and look.number != "0" and not look.level)


def is_fill(shade: Any) -> bool:
    return shade.get(f"{W}fill", "auto").upper() not in {"AUTO", "FFFFFF", ""} or shade.get(f"{W}themeFill") not in {
        None,
        "background1",
    }


def is_white(color: int) -> bool:
    return all((color >> shift & 255) >= 255 - LIGHT for shift in (16, 8, 0))


def numbering_formats(numbering: Any) -> dict[str, str]:
    """The kind of each numbering (`bullet`, `decimal`, …) by its id, at the first level."""
    if numbering is None:
        return {}
    abstract: dict[str, str] = {}
    for item in numbering.iter(f"{W}abstractNum"):
        level = item.find(f"{W}lvl/{W}numFmt")
        abstract[item.get(f"{W}abstractNumId", "")] = level.get(f"{W}val", "") if level is not None else ""
    found: dict[str, str] = {}
    for item in numbering.iter(f"{W}num"):
        link = item.find(f"{W}abstractNumId")
        if link is not None:
            found[item.get(f"{W}numId", "")] = abstract.get(link.get(f"{W}val", ""), "")
    return found
