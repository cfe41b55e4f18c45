"""A resume in, a file out that was read back before it is released."""

from __future__ import annotations

import json
import re
import unicodedata

from agent.errors import ExportError
from agent.resume.model import Resume
from agent.resume.write.characters import clean
from agent.resume.write.docx import to_docx
from agent.resume.write.gate import FORMATS, verify
from agent.resume.write.headings import word
from agent.resume.write.json_resume import to_json_resume
from agent.resume.write.markdown import to_markdown
from agent.resume.write.papers import PAPERS, PaperSize, paper_of
from agent.resume.write.pdf import page_count, to_pdf
from agent.resume.write.readers import Format
from agent.resume.write.text import to_text

__all__ = ["FORMATS", "PAPERS", "Format", "PaperSize", "export", "filename", "page_count", "paper_of", "verify"]


def export(resume: Resume, format: Format, template: str = "classic", paper: PaperSize | None = None) -> bytes:
    """The verified file. Slow for PDF and DOCX (about 0.1 s), so not on an event loop. Raises ExportError.

    `paper` is that of PDF and DOCX; without one it is the one usual in the person's country.
    """
    data = write(resume, format, template, paper)
    verify(data, format, resume)
    return data


def write(resume: Resume, format: Format, template: str, paper: PaperSize | None = None) -> bytes:
    match format:
        case "pdf":
            return to_pdf(resume, template, paper)
        case "docx":
            return to_docx(resume, template, paper)
        case "md":
            return to_markdown(resume).encode()
        case "txt":
            return to_text(resume).encode()
        case "json":
            return json.dumps(to_json_resume(resume), ensure_ascii=False, indent=2).encode()
        case _:
            raise ExportError(f"A resume cannot be written as “{format}”.")


def filename(resume: Resume, format: Format, language: str = "") -> str:
    """A name that people can read and every system can store, `Jane Doe - Resume.pdf`; not ASCII where the name is not."""
    name = safe(resume.basics.name)
    return " - ".join(filter(None, [name, safe(word(language or resume.language, "resume"))])) + f".{format}"


def safe(text: str) -> str:
    text = re.sub(r'[\\/:*?"<>|;%]+', " ", unicodedata.normalize("NFC", text))
    return clean(text)[:80].strip(" .")
