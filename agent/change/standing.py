"""What stands in a resume where a change applies."""

from __future__ import annotations

from agent.change.model import Change
from agent.resume.lines import addresses, line_lists
from agent.resume.model import DATED, Line, Resume


def text_of(resume: Resume, change: Change) -> str | None:
    """What stands now where the change applies; None when nothing does (an added line, a line that is gone)."""
    if change.kind == "add":
        return None
    if change.kind == "reorder":
        parts = parts_of(resume, change.line_id)
        return "\n".join(text for _, text in parts) if parts else None
    return next((each.text for each in addresses(resume) if each.id == change.line_id and each.kind != "header"), None)


def parts_of(resume: Resume, line_id: str) -> list[tuple[str, str]]:
    """The parts, each with its text, that a reorder of this entry, section or skill group may name."""
    texts = {each.id: each.text for each in addresses(resume)}
    group = next((group for group in resume.skills if group.id == line_id), None)
    if group:
        return [(keyword, keyword) for keyword in group.keywords]
    if line_id == "order":
        return [(key, resume.titles.get(key, key)) for key in resume.order]
    held = lines_of(resume, line_id)
    if held is not None:
        return [(line.id, line.text) for line in held]
    if line_id in {*DATED, "skills", "languages", "interests", "references"}:
        return [(part.id, texts.get(part.id, part.id)) for part in getattr(resume, line_id)]
    return []


def holding(resume: Resume, line_id: str) -> tuple[list[Line], int] | None:
    for _, lines in line_lists(resume):
        for place, line in enumerate(lines):
            if line.id == line_id:
                return lines, place
    return None


def lines_of(resume: Resume, holder: str) -> list[Line] | None:
    """The list of lines an entry or section holds; of an entry, its bullets."""
    return next((lines for key, lines in line_lists(resume) if key == holder and key != "unplaced"), None)
