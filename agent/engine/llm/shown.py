"""Which lines of a resume a model may see and edit."""

from __future__ import annotations

from functools import lru_cache

from agent.job.injection import is_addressed_to_machine
from agent.job.words import sentences
from agent.resume.lines import Address, addresses
from agent.resume.model import Resume

PRIVATE = frozenset({"references", "unplaced"})


def shareable(resume: Resume) -> list[Address]:
    """The lines that may be sent: no details of the head (birth date, family), no references, nothing unplaced, and
    nothing addressed to machines.
    """
    return [line for line in addresses(resume) if not is_private(line) and not commands(line.text)]


def is_private(line: Address) -> bool:
    return line.section in PRIVATE or (line.section == "basics" and line.kind == "text")


@lru_cache(maxsize=4096)
def commands(text: str) -> bool:
    """Whether a line, or part of it, gives orders to a machine: it stays in the resume, but no model sees or edits it."""
    return any(is_addressed_to_machine(sentence) for sentence in sentences(text))
