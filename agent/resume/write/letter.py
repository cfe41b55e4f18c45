"""A cover letter in every format: the sender's head, recipient, date, paragraphs. What it says is decided elsewhere."""

from __future__ import annotations

from dataclasses import asdict

from pydantic import BaseModel, Field

from agent.errors import ExportError
from agent.resume.model import Basics
from agent.resume.write.arrangement import contacts
from agent.resume.write.characters import clean
from agent.resume.write.docx import WordDraft
from agent.resume.write.docx_look import LOOKS
from agent.resume.write.fields import Field as Wanted
from agent.resume.write.gate import verify_groups
from agent.resume.write.headings import language_code, word
from agent.resume.write.markdown import escape, heading, linked, opened
from agent.resume.write.papers import SHEETS, PaperSize, paper_of
from agent.resume.write.pdf import TEMPLATES, fallbacks, typeset
from agent.resume.write.readers import Format


class Letter(BaseModel):
    """A letter. `recipient` may have several lines; greeting and farewell are paragraphs like the others."""

    sender: Basics
    recipient: str = ""
    date: str = Field(default="", description="as it is to be written")
    paragraphs: list[str]
    language: str = ""


def export_letter(letter: Letter, format: Format, template: str = "classic", paper: PaperSize | None = None) -> bytes:
    """The letter as pdf, docx, md or txt, read back before it is released. Raises ExportError.

    Without a `paper` it is the one usual in the sender's country.
    """
    match format:
        case "pdf":
            data = letter_to_pdf(letter, template, paper)
        case "docx":
            data = letter_to_docx(letter, template, paper)
        case "md":
            data = letter_to_markdown(letter).encode()
        case "txt":
            data = letter_to_text(letter).encode()
        case _:
            raise ExportError(f"A letter cannot be written as “{format}”.")
    verify_groups(data, format, [[field] for field in letter_fields(letter)])
    return data


def letter_to_text(letter: Letter) -> str:
    head = [clean(letter.sender.name), " | ".join(contact.text for contact in contacts(letter.sender))]
    told = [recipient(letter), [clean(letter.date)], *([text] for text in body(letter))]
    blocks = [[line for line in head if line], *told]
    return "\n\n".join("\n".join(block) for block in blocks if any(block)) + "\n"


def letter_to_markdown(letter: Letter) -> str:
    head = [heading(1, clean(letter.sender.name)), opened(" · ".join(map(linked, contacts(letter.sender))))]
    address = "\\\n".join(escape(line) for line in recipient(letter))
    parts = [*head, address, escape(clean(letter.date)), *map(escape, body(letter))]
    return "\n\n".join(part for part in parts if part) + "\n"


def letter_to_docx(letter: Letter, template: str = "classic", paper: PaperSize | None = None) -> bytes:
    """Raises ExportError for an unknown template."""
    known(template)
    language = language_code(letter.language)
    draft = WordDraft(LOOKS[template], language, SHEETS[paper or paper_of(letter.sender)])
    draft.paragraph(clean(letter.sender.name), "Title")
    draft.contacts(contacts(letter.sender))
    for block in (recipient(letter), [clean(letter.date)], *([text] for text in body(letter))):
        for place, line in enumerate(filter(None, block), 1):
            draft.paragraph(line).paragraph_format.space_after = draft.gap if place == len(block) else 0
    return draft.finish(clean(letter.sender.name), word(language, "letter"))


def letter_to_pdf(letter: Letter, template: str = "classic", paper: PaperSize | None = None) -> bytes:
    """Raises ExportError for an unknown template and where a character has no font."""
    known(template)
    language, name = language_code(letter.language) or "en", clean(letter.sender.name)
    data = {
        "name": name,
        "label": "",
        "details": [],
        "contacts": [asdict(contact) for contact in contacts(letter.sender)],
        "date": clean(letter.date),
        "recipient": recipient(letter),
        "paragraphs": body(letter),
        "title": " - ".join(filter(None, [name, word(language, "letter")])),
        "language": language,
        "fonts": fallbacks(language),
    }
    return typeset(template, {"letter": data} | data, paper or paper_of(letter.sender))


def letter_fields(letter: Letter) -> list[Wanted]:
    people = [Wanted("sender.name", letter.sender.name)]
    people += [Wanted("sender", contact.text) for contact in contacts(letter.sender)]
    told = [*(Wanted("recipient", line) for line in recipient(letter)), Wanted("date", letter.date)]
    texts = [Wanted(f"paragraphs.{place}", text) for place, text in enumerate(body(letter), 1)]
    return [*people, *told, *texts]


def recipient(letter: Letter) -> list[str]:
    return [line for line in map(clean, letter.recipient.splitlines()) if line]


def body(letter: Letter) -> list[str]:
    return [text for text in map(clean, letter.paragraphs) if text]


def known(template: str) -> None:
    if template not in TEMPLATES:
        raise ExportError(f"There is no template “{template}”. Choose one of {', '.join(TEMPLATES)}.")
