"""The readers a written file is read back with, at least two for PDF and DOCX, none of them the one that wrote it."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any, Literal

import docx
import pypdf
import pypdfium2
from lxml import etree

from agent.resume.write.markdown import unescape
from agent.resume.write.word.markup import tag
from agent.resume.write.word.package import parser
from agent.resume.write.word.paragraph import text_of

Format = Literal["pdf", "docx", "md", "txt", "json"]


def pypdf_text(data: bytes) -> str:
    return flowing([page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages])


def pdfium_text(data: bytes) -> str:
    """PDFium marks a hyphen at the end of a line with U+FFFE."""
    with pypdfium2.PdfDocument(data) as document:
        return flowing([page.get_textpage().get_text_range().replace("\ufffe", "-") for page in document])


def flowing(pages: list[str]) -> str:
    """The pages as one text, each without its number at the foot, which would part what runs over the page's end."""
    total = len(pages)
    return "\n".join(
        re.sub(rf"(?:^|\n)[^\n]*\b{number}\s*/\s*{total}\s*$", "", page) if total > 1 else page
        for number, page in enumerate(pages, 1)
    )


def docx_text(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def word_xml_text(data: bytes) -> str:
    """The words of the document part by themselves, whatever elements they stand in."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"), parser())
    return "\n".join(text_of(paragraph) for paragraph in root.iter(tag("p")))


def markdown_text(data: bytes) -> str:
    return unescape(data.decode())


def json_text(data: bytes) -> str:
    return "\n".join(strings(json.loads(data)))


def strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for each in value:
                yield from strings(each)
        case dict():
            for each in value.values():
                yield from strings(each)


READERS: dict[Format, dict[str, Callable[[bytes], str]]] = {
    "pdf": {"pypdf": pypdf_text, "pypdfium2": pdfium_text},
    "docx": {"python-docx": docx_text, "lxml": word_xml_text},
    "md": {"Markdown": markdown_text},
    "txt": {"text": bytes.decode},
    "json": {"JSON": json_text},
}
