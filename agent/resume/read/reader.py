"""The readers under one roof, for the child process; pure: bytes in, resume out."""

from __future__ import annotations

from agent.errors import ScannedFile, UnreadableFile
from agent.resume.lines import identify
from agent.resume.model import Resume
from agent.resume.read import docx, json_resume, markdown, pdf, text
from agent.resume.read.assemble import assemble
from agent.resume.read.detect import HEAD, decode, detect_format
from agent.resume.read.rows import Document


def read(data: bytes, filename: str = "", *, ocr: bool = False) -> Resume:
    """The resume in a file, with ids. Raises a `ReadError`; meant for a process with limits."""
    found = detect_format(data[:HEAD] if len(data) > HEAD else data, filename)
    if found == "json":
        return identify(json_resume.read(decode(data)))
    match found:
        case "pdf":
            document = pdf.read(data, ocr=ocr)
        case "docx":
            document = docx.read(data)
        case "markdown":
            document = markdown.read(decode(data))
        case _:
            document = text.read(decode(data))
    return understand(document)


def understand(document: Document) -> Resume:
    if not any(row.text for row in document.rows):
        raise ScannedFile if document.format == "pdf" else UnreadableFile("There is no text in this file.")
    return identify(assemble(document))


def warm() -> None:
    """Load what reading needs from disk, since the reading process may open nothing."""
    read(SAMPLE.encode(), "warm.txt")


SAMPLE = "Ada Example\nada@example.org +44 20 7946 0958 +1 212 555 0100 +49 30 901820\n\nExperience\nEngineer, Example GmbH, Jan 2020 - today\n- Built things"
