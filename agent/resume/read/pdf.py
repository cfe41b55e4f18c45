"""A PDF as rows, by geometry: pdfium gives the characters with their boxes, `columns` and `lines` the reading order.

Why pdfium and not pypdf: boxes of every character, ten times as fast, and it bounds what hostile files can cost.
"""

from __future__ import annotations

import pypdfium2

from agent.errors import EncryptedFile, UnreadableFile
from agent.resume.read.characters import clean
from agent.resume.read.columns import Block, split_page
from agent.resume.read.flow import order_blocks
from agent.resume.read.pdf_scan import Scans
from agent.resume.read.pdf_words import PageWords, read_words
from agent.resume.read.recogniser import Recogniser
from agent.resume.read.rows import Box, Document, Row

LARGEST_PAGES = 60
LARGEST_CHARACTERS = 400_000


def read(data: bytes, recogniser: Recogniser | None = None) -> Document:
    """Raises `EncryptedFile`, `ScannedFile` (unless the recogniser reads it) or `UnreadableFile`."""
    file = probe(data)
    count = len(file)
    if not 0 < count <= LARGEST_PAGES:
        raise UnreadableFile
    document = Document([], "pdf", pages=count)
    pages: list[list[Block]] = []
    scans = Scans(recogniser)
    characters = pictures = 0
    for number in range(count):
        page = load(file, number)
        characters += page.characters
        if characters > LARGEST_CHARACTERS:
            raise UnreadableFile
        pictures += len(page.pictures)
        scans.look(file[number], page, number + 1)
        document.hidden += page.hidden
        document.links += page.links
        blocks = split_page(page.words, page.width, page.height, number + 1)
        for block in blocks:
            mark_dots(block.rows, page.dots)
        pages.append(blocks)
    if pictures and not any(row.text for blocks in pages for block in blocks for row in block.rows):
        raise scans.refusal()
    document.rows = order_blocks(pages)
    document.unread, document.doubts = scans.unread, scans.doubts
    clean_rows(document)
    return document


def probe(data: bytes) -> pypdfium2.PdfDocument:
    """The file, opened. Raises `EncryptedFile` when it needs a password, `UnreadableFile` when it is broken."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in PASSWORD_ERRORS:
            raise EncryptedFile from error
        raise UnreadableFile from error


def load(file: pypdfium2.PdfDocument, number: int) -> PageWords:
    try:
        return read_words(file[number])
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile from error


def mark_dots(rows: list[Row], dots: list[Box]) -> None:
    """A row with a small drawing right before it is a list item."""
    for row in rows:
        height = row.bottom - row.top
        row.bullet = row.bullet or any(
            row.left - 2.2 * height < dot[0]
            and dot[2] < row.left - 0.5
            and row.top < (dot[1] + dot[3]) / 2 < row.bottom
            for dot in dots
        )


def clean_rows(document: Document) -> None:
    document.hidden = [text for part in document.hidden if (text := clean(part))]
    document.rows = [row for row in document.rows if keep(row)]


def keep(row: Row) -> bool:
    return any(part.text.strip() for part in row.segments)


PASSWORD_ERRORS = {pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY}
