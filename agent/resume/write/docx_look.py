"""The looks of the Word templates, put into the file's own styles so that the person can change them in one place."""

from __future__ import annotations

from typing import Any, NamedTuple

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from agent.resume.write.papers import Sheet


class Look(NamedTuple):
    """Sizes in points, margins in centimetres; colours as RGB."""

    face: str
    size: float
    title: float
    heading: float
    margins: tuple[float, float]
    colour: tuple[int, int, int]
    centred: bool
    space: float


LOOKS = {
    "classic": Look("Cambria", 10.5, 22, 12, (2.1, 1.9), (0, 0, 0), centred=True, space=10),
    "modern": Look("Calibri", 10.5, 24, 12.5, (2.2, 2.0), (0x1F, 0x4E, 0x79), centred=False, space=11),
    "compact": Look("Calibri", 9.5, 18, 11, (1.6, 1.4), (0, 0, 0), centred=False, space=7),
}
EASTERN = {"zh": "Microsoft YaHei", "ja": "Yu Gothic", "ko": "Malgun Gothic"}
RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}


def style(document: Any, look: Look, language: str, sheet: Sheet) -> None:
    """Set page and styles: Normal, Title, Subtitle, Heading 1 and 2, List Bullet."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(sheet.width), Cm(sheet.height)
    section.left_margin = section.right_margin = Cm(look.margins[0])
    section.top_margin = section.bottom_margin = Cm(look.margins[1])
    alignment = WD_ALIGN_PARAGRAPH.CENTER if look.centred else None
    shape(document.styles["Normal"], look, language, size=look.size, after=2)
    shape(document.styles["Title"], look, language, size=look.title, bold=True, after=2, alignment=alignment)
    shape(document.styles["Subtitle"], look, language, size=look.size + 1, italic=True, after=2, alignment=alignment)
    heading = document.styles["Heading 1"]
    shape(heading, look, language, size=look.heading, bold=True, before=look.space, after=3, colour=look.colour)
    underline(heading, look.colour)
    shape(document.styles["Heading 2"], look, language, size=look.size, bold=True, before=look.space * 0.55, after=0)
    shape(document.styles["List Bullet"], look, language, size=look.size, after=1)
    remove(document.styles["Title"].element, "w:pBdr")
    for name in ("Heading 1", "Heading 2"):
        document.styles[name].paragraph_format.keep_with_next = True


def shape(
    chosen: Any,
    look: Look,
    language: str,
    *,
    size: float,
    bold: bool = False,
    italic: bool = False,
    before: float = 0,
    after: float = 0,
    colour: tuple[int, int, int] = (0, 0, 0),
    alignment: Any = None,
) -> None:
    font, spacing = chosen.font, chosen.paragraph_format
    font.name, font.size, font.bold, font.italic = look.face, Pt(size), bold, italic
    font.color.rgb = RGBColor(*colour)
    spacing.space_before, spacing.space_after, spacing.line_spacing = Pt(before), Pt(after), 1.08
    spacing.alignment = alignment
    properties = chosen.element.get_or_add_rPr()
    faces = properties.find(qn("w:rFonts"))
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        faces.attrib.pop(qn(f"w:{theme}"), None)
    faces.set(qn("w:eastAsia"), EASTERN.get(language, look.face))
    faces.set(qn("w:cs"), "Arial")
    remove(properties, "w:spacing")
    remove(properties, "w:kern")


def underline(chosen: Any, colour: tuple[int, int, int]) -> None:
    """A hairline under a heading."""
    properties = chosen.element.get_or_add_pPr()
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, value in {"val": "single", "sz": "4", "space": "1", "color": str(RGBColor(*colour))}.items():
        line.set(qn(f"w:{key}"), value)
    borders.append(line)
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:bidi", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )


def remove(element: Any, name: str) -> None:
    for found in list(element.iter(qn(name))):
        found.getparent().remove(found)
