"""The resume as plain text, to be pasted into a form."""

from __future__ import annotations

from agent.resume.model import Resume
from agent.resume.write.arrangement import Block, Section, arrange


def to_text(resume: Resume) -> str:
    """The whole resume, one statement a line, never wrapped: forms wrap for themselves."""
    arrangement = arrange(resume)
    head = [
        arrangement.name,
        arrangement.label,
        " | ".join(contact.text for contact in arrangement.contacts),
        *arrangement.details,
    ]
    parts = ["\n".join(line for line in head if line)]
    parts += ["\n".join(section_lines(section)) for section in arrangement.sections]
    return "\n\n\n".join(part for part in parts if part) + "\n"


def section_lines(section: Section) -> list[str]:
    lines = [section.title, "-" * min(max(len(section.title), 3), 40), *section.paragraphs]
    lines += [f"{label}: {text}" if label else text for label, text in section.labelled]
    lines += [f"- {bullet}" for bullet in section.bullets]
    for place, block in enumerate(section.blocks):
        lines += ["", *block_lines(block)] if place else block_lines(block)
    return lines


def block_lines(block: Block) -> list[str]:
    head = [block.title, ", ".join(block.parts), block.dates, block.link.text if block.link else ""]
    bullets = [f"- {bullet}" for bullet in block.bullets]
    return [line for line in [*head, *block.paragraphs, *bullets, block.keywords] if line]
