"""The resume as PDF: one column, real text, embedded fonts, tagged (PDF/UA-1) and made to last (PDF/A-2a).

The resume goes to the template as data, never as typst code. The standards also make typst refuse a character that no
font has instead of printing a box.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import pypdfium2
import typst

from agent.errors import ExportError
from agent.resume.model import Resume
from agent.resume.write.arrangement import arrange
from agent.resume.write.headings import word
from agent.resume.write.papers import SHEETS, PaperSize, paper_of

TEMPLATES = ("classic", "modern", "compact")
EPOCH = 1_767_225_600
"""The creation date of every file, 2026-01-01: the same resume gives the same bytes."""


def to_pdf(resume: Resume, template: str = "classic", paper: PaperSize | None = None) -> bytes:
    """The resume typeset on `paper`, none: what is usual in the person's country.

    Slow (about 0.1 s), so not on an event loop. Raises ExportError where a character has no font.
    """
    if template not in TEMPLATES:
        raise ExportError(f"There is no template “{template}”. Choose one of {', '.join(TEMPLATES)}.")
    arrangement = arrange(resume)
    language = arrangement.language or "en"
    title = " - ".join(filter(None, [arrangement.name, word(language, "resume")]))
    data = {**asdict(arrangement), "language": language, "title": title, "fonts": fallbacks(language)}
    return typeset(template, data, paper or paper_of(resume.basics))


def typeset(template: str, data: dict[str, Any], paper: PaperSize) -> bytes:
    """A template of `templates/` compiled with the data it reads as JSON from `sys.inputs.data`."""
    with as_file(files(__package__).joinpath("templates")) as folder:
        try:
            return typst.compile(
                str(folder / f"{template}.typ"),
                root=str(folder),
                font_paths=fonts(),
                sys_inputs={"data": json.dumps({**data, "paper": SHEETS[paper].name})},
                pdf_standards=["a-2a", "ua-1"],
                timestamp=EPOCH,
            )
        except typst.TypstError as error:
            raise ExportError(explain(str(error.message))) from error


def explain(message: str) -> str:
    """The typesetter's complaint in words the person can act on."""
    if found := re.search(r'the (?:text|codepoint|PDF contains the codepoint) `"(.*?)"`', message):
        character = re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), found[1])
        codes = " ".join(f"U+{ord(each):04X}" for each in character)
        return f"No font on this server can print “{character}” ({codes}). Replace it, or have a font for it installed."
    return f"The resume could not be typeset: {message}"


@cache
def fonts() -> typst.Fonts:
    """Those of the templates, those inside typst, those of the system; found once."""
    with as_file(files(__package__).joinpath("templates/fonts")) as folder:
        return typst.Fonts(font_paths=[str(folder)])


def fallbacks(language: str) -> dict[str, list[str]]:
    """The fonts to take for what a template's own face lacks, of those that are installed, in order."""
    region = {"ja": "JP", "ko": "KR"}.get(language, "SC")
    installed = set(fonts().families())
    return {
        kind: [name for name in (f"Noto {kind.title()}", f"Noto {kind.title()} CJK {region}") if name in installed]
        for kind in ("serif", "sans")
    }


def page_count(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)
