"""The readers under one roof, for the child process; pure: bytes in, resume out."""

from __future__ import annotations

import codecs
import importlib
import io
import zipfile
from dataclasses import replace

import phonenumbers

from agent.errors import ScannedFile, UnreadableFile
from agent.resume.lines import identify
from agent.resume.model import Resume
from agent.resume.read import docx, json_resume, markdown, pdf, text
from agent.resume.read.assemble import assemble
from agent.resume.read.certainty import note_certainty
from agent.resume.read.detect import HEAD, decode, detect_format
from agent.resume.read.docx_styles import W
from agent.resume.read.picture_doubts import doubt
from agent.resume.read.quotes import note_quotes
from agent.resume.read.recogniser import Recogniser
from agent.resume.read.rows import Document, Segment

LARGEST_CHARACTERS = 400_000
LARGEST_ROWS = 10_000
LONGEST_STRETCH = 3_000


def read(data: bytes, filename: str = "", recogniser: Recogniser | None = None) -> Resume:
    """The resume in a file, with ids. Raises a `ReadError`; meant for a process with limits.

    Pages that are pictures of text are read where there is a recogniser.
    """
    found = detect_format(data[:HEAD] if len(data) > HEAD else data, filename)
    if found in {"text", "markdown"} and len(data) > 4 * LARGEST_CHARACTERS:
        raise UnreadableFile
    if found == "json":
        return identify(json_resume.read(decode(data)))
    match found:
        case "pdf":
            document = pdf.read(data, recogniser)
        case "docx":
            document = docx.read(data)
        case "markdown":
            document = markdown.read(decode(data))
        case _:
            document = text.read(decode(data))
    return understand(document)


def understand(document: Document) -> Resume:
    check_size(document)
    if not any(row.text for row in document.rows):
        raise ScannedFile if document.format == "pdf" else UnreadableFile("There is no text in this file.")
    texts = [row.text for row in document.rows]
    resume = note_certainty(identify(assemble(document)), texts)
    doubt(resume, document.doubts)
    note_quotes(resume, document.rows, texts)
    return resume


def check_size(document: Document) -> None:
    """Raise `UnreadableFile` for more text than any resume has; cut lines that no person would write."""
    if (
        len(document.rows) > LARGEST_ROWS
        or sum(len(part.text) for row in document.rows for part in row.segments) > LARGEST_CHARACTERS
    ):
        raise UnreadableFile
    for row in document.rows:
        if any(len(part.text) > LONGEST_STRETCH for part in row.segments):
            row.segments = [piece for part in row.segments for piece in cut(part)]


def cut(part: Segment) -> list[Segment]:
    """A stretch in pieces of bearable length: searching takes more than twice as long for twice the text."""
    return [
        replace(part, text=part.text[place : place + LONGEST_STRETCH])
        for place in range(0, len(part.text), LONGEST_STRETCH)
    ]


def warm() -> None:
    """Load what reading needs from disk, since the reading process may open nothing."""
    for codec in ("cp1252", "cp437", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "idna"):
        codecs.lookup(codec)
    for module in ("bz2", "lzma", "ipaddress", "stringprep"):  # what zipfile and urllib load when they meet such a file
        importlib.import_module(module)
    for region in phonenumbers.SUPPORTED_REGIONS:
        phonenumbers.PhoneMetadata.metadata_for_region(region)
    read(SAMPLE.encode(), "warm.txt")
    read(f"# Ada\n\n{SAMPLE}".encode(), "warm.md")
    read(b'{"basics": {"name": "Ada"}}')
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{W[1:-1]}"><w:body><w:p><w:r><w:t>{SAMPLE}</w:t></w:r></w:p></w:body></w:document>',
        )
    read(package.getvalue())
    try:
        read(b"%PDF-1.7 /Root")
    except UnreadableFile:
        pass


SAMPLE = "Ada Example\nada@example.org +44 20 7946 0958 +1 212 555 0100 +49 30 901820 2079460958\n\nExperience\nEngineer, Example GmbH, Jan 2020 - today\n- Built things"
