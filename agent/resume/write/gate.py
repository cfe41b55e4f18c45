"""The export gate: a written file is read back before it is released, and every approved text must be in it, in order."""

from __future__ import annotations

import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal, get_args

import docx
import pypdf
import pypdfium2
from lxml import etree

from agent.errors import ExportError
from agent.resume.model import Resume
from agent.resume.write.characters import clean, squeeze
from agent.resume.write.fields import Field, field_groups
from agent.resume.write.markdown import unescape
from agent.resume.write.word.markup import tag
from agent.resume.write.word.package import parser
from agent.resume.write.word.paragraph import text_of

Format = Literal["pdf", "docx", "md", "txt", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)
SHOWN = 5


def verify(data: bytes, format: Format, resume: Resume) -> None:
    """Read the file back with each reader of its format. Raises ExportError that names what did not come back."""
    verify_groups(data, format, list(field_groups(resume)))


def verify_groups(data: bytes, format: Format, groups: Sequence[Sequence[Field]]) -> None:
    for name, read in READERS[format].items():
        wanted = [[field for field in group if readable(field, name)] for group in groups]
        lost = missing(read(data), wanted, ordered=format != "json")
        if lost:
            named = "; ".join(f"{field.address} “{clean(field.text)[:60]}”" for field in lost[:SHOWN])
            more = f" and {len(lost) - SHOWN} more" if len(lost) > SHOWN else ""
            raise ExportError(f"The {format.upper()} was not released: read back with {name} it lacks {named}{more}.")


def missing(text: str, groups: Sequence[Sequence[Field]], *, ordered: bool = True) -> list[Field]:
    """The fields that do not stand in the text, or not after those before them. Spacing does not count."""
    text = squeeze(text)
    lost: list[Field] = []
    start = 0
    for group in groups:
        end = start
        for field in group:
            wanted = squeeze(clean(field.text))
            found = text.find(wanted, start)
            if found < 0:
                lost.append(field)
            else:
                end = max(end, found + len(wanted))
        start = end if ordered else 0
    return lost


def readable(field: Field, reader: str) -> bool:
    """Whether the reader can give back such writing: pypdf repeats the clusters of Indic and like scripts."""
    return reader != "pypdf" or not any(unicodedata.category(character) in ("Mn", "Mc") for character in field.text)


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
