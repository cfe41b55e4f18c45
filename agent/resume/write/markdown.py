"""The resume as Markdown: what the person sees grow while the agent works. Always the whole document."""

from __future__ import annotations

import re

from agent.resume.model import Resume
from agent.resume.write.arrangement import Arrangement, Block, Contact, Section, arrange

_MARKUP = re.compile(r"[\\`*\[\]<>~]|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])")
_OPENING = re.compile(r"^(?:(#{1,6}(?=\s|$)|[+-](?=\s|$)|[-=:|](?=[-=:|\s]*$))|(\d{1,9})([.)](?=\s|$)))")


def to_markdown(resume: Resume) -> str:
    """The whole resume; the same resume always gives the same text. No word of it can become markup or HTML."""
    return "\n\n".join(paragraphs(arrange(resume))) + "\n"


def paragraphs(arrangement: Arrangement) -> list[str]:
    parts = [heading(1, arrangement.name), escape(arrangement.label)]
    parts.append(opened(" · ".join(linked(each) for each in arrangement.contacts)))
    parts += [escape(detail) for detail in arrangement.details]
    for section in arrangement.sections:
        parts += section_paragraphs(section)
    return [part for part in parts if part]


def section_paragraphs(section: Section) -> list[str]:
    parts = [heading(2, section.title)]
    parts += [escape(paragraph) for paragraph in section.paragraphs]
    for block in section.blocks:
        parts += block_paragraphs(block)
    pairs = [f"**{inline(label)}:** {inline(text)}" if label else escape(text) for label, text in section.labelled]
    return [*parts, bullets(pairs), bullets([escape(bullet) for bullet in section.bullets])]


def block_paragraphs(block: Block) -> list[str]:
    facts = [", ".join(inline(part) for part in block.parts), inline(block.dates)]
    facts.append(linked(block.link) if block.link else "")
    return [
        heading(3, block.title),
        opened(" · ".join(fact for fact in facts if fact)),
        *(escape(paragraph) for paragraph in block.paragraphs),
        bullets([escape(bullet) for bullet in block.bullets]),
        f"*{inline(block.keywords)}*" if block.keywords else "",
    ]


def heading(level: int, text: str) -> str:
    """A heading; number signs at its end would be taken for its closing mark."""
    return re.sub(r"(?<!\\)#(?=#*$)", r"\#", f"{'#' * level} {inline(text)}") if text else ""


def bullets(items: list[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def linked(contact: Contact) -> str:
    """A link only where its address holds nothing that could end it early."""
    if contact.url and re.fullmatch(r"[\w:/.?=%#@+~-]+", contact.url, re.ASCII):
        return f"[{inline(contact.text)}]({contact.url})"
    return inline(contact.text)


def escape(text: str) -> str:
    """The text as a line of its own."""
    return opened(inline(text))


def opened(line: str) -> str:
    """The line with a backslash before what could open a heading, a list or a rule."""
    return _OPENING.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", line)


def inline(text: str) -> str:
    """The text with a backslash before every character that Markdown takes for its own anywhere in a line.

    Why not before every sign: people read the source too, and a sign inside a word (`snake_case`, `R&D`) means nothing.
    """
    return _MARKUP.sub(lambda found: "\\" + found.group(), text)


def unescape(markdown: str) -> str:
    """The words of Markdown that `escape` wrote."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown)
