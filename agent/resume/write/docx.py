"""The resume as a Word file with real styles (Title, Heading 1, List Bullet), to be edited on and read by any system."""

from __future__ import annotations

from typing import Any

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from agent.errors import ExportError
from agent.resume.model import Resume
from agent.resume.write.arrangement import Arrangement, Block, Contact, Section, arrange
from agent.resume.write.docx_look import LOOKS, RIGHT_TO_LEFT, Look, style
from agent.resume.write.docx_package import describe, drop_preview, pack
from agent.resume.write.headings import word
from agent.resume.write.papers import SHEETS, PaperSize, Sheet, paper_of

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
WIDE_DATES = 30
"""Dates of more characters get a line of their own instead of the right edge."""


def to_docx(resume: Resume, template: str = "classic", paper: PaperSize | None = None) -> bytes:
    """The whole resume; the same resume always gives the same bytes. Raises ExportError for an unknown template.

    Without a `paper` it is the one usual in the person's country.
    """
    if template not in LOOKS:
        raise ExportError(f"There is no template “{template}”. Choose one of {', '.join(LOOKS)}.")
    arrangement = arrange(resume)
    draft = WordDraft(LOOKS[template], arrangement.language, SHEETS[paper or paper_of(resume.basics)])
    draft.head(arrangement)
    for section in arrangement.sections:
        draft.section(section)
    return draft.finish(arrangement.name, word(arrangement.language, "resume"))


class WordDraft:
    """A Word document being written from top to bottom."""

    def __init__(self, look: Look, language: str, sheet: Sheet) -> None:
        self.look, self.language, self.sheet = look, language, sheet
        self.document = Document()
        drop_preview(self.document)
        style(self.document, look, language, sheet)
        self.gap = Pt(look.size)

    def finish(self, name: str, kind: str) -> bytes:
        describe(self.document, name, " - ".join(filter(None, [name, kind])), self.language)
        return pack(self.document)

    def head(self, arrangement: Arrangement) -> None:
        self.paragraph(arrangement.name, "Title")
        if arrangement.label:
            self.paragraph(arrangement.label, "Subtitle")
        self.contacts(arrangement.contacts)
        for detail in arrangement.details:
            self.paragraph(detail).alignment = self.document.styles["Title"].paragraph_format.alignment

    def contacts(self, contacts: tuple[Contact, ...]) -> None:
        if not contacts:
            return
        line = self.paragraph("")
        for place, contact in enumerate(contacts):
            self.words(line, " · " if place else "")
            self.link(line, contact)
        line.alignment = self.document.styles["Title"].paragraph_format.alignment

    def section(self, section: Section) -> None:
        self.paragraph(section.title, "Heading 1")
        for text in section.paragraphs:
            self.paragraph(text)
        for block in section.blocks:
            self.block(block)
        for label, text in section.labelled:
            line = self.paragraph("")
            if label:
                self.words(line, f"{label}: ").bold = True
            self.words(line, text)
        for text in section.bullets:
            self.paragraph(text, "List Bullet")

    def block(self, block: Block) -> None:
        head = self.paragraph(block.title, "Heading 2")
        if block.dates and len(block.dates) <= WIDE_DATES:
            edge = Cm(self.sheet.width - 2 * self.look.margins[0])
            head.paragraph_format.tab_stops.add_tab_stop(edge, WD_TAB_ALIGNMENT.RIGHT)
            self.words(head, f"\t{block.dates}").bold = False
        if block.parts:
            line = self.paragraph("")
            self.words(line, ", ".join(block.parts)).italic = True
            line.paragraph_format.keep_with_next = bool(block.paragraphs or block.bullets)
        if block.dates and len(block.dates) > WIDE_DATES:
            self.paragraph(block.dates)
        if block.link:
            self.link(self.paragraph(""), block.link)
        for text in block.paragraphs:
            self.paragraph(text)
        for text in block.bullets:
            self.paragraph(text, "List Bullet")
        if block.keywords:
            self.words(self.paragraph(""), block.keywords).italic = True

    def paragraph(self, text: str, kind: str = "Normal") -> Any:
        made = self.document.add_paragraph(style=kind)
        if self.language in RIGHT_TO_LEFT:
            made.paragraph_format.element.get_or_add_pPr().insert_element_before(
                OxmlElement("w:bidi"), "w:adjustRightInd", "w:spacing", "w:ind", "w:jc", "w:rPr"
            )
        if text:
            self.words(made, text)
        return made

    def words(self, paragraph: Any, text: str) -> Any:
        run = paragraph.add_run(text)
        if self.language in RIGHT_TO_LEFT:
            run.font.rtl = True
        return run

    def link(self, paragraph: Any, contact: Contact) -> None:
        """A link in the look of the text around it: the words alone are what is read."""
        run = self.words(paragraph, contact.text)
        if contact.url:
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), self.document.part.relate_to(contact.url, HYPERLINK, is_external=True))
            run._element.addprevious(link)  # noqa: SLF001  # python-docx has no way of its own to make a link
            link.append(run._element)  # noqa: SLF001
