"""Lines put where they belong: one that found no place, and those of what was taken for an entry and is none."""

from __future__ import annotations

from agent.errors import InvalidAnswer
from agent.resume.lines import header, line_lists
from agent.resume.model import (
    DATED,
    Award,
    Certificate,
    Entry,
    Interest,
    Language,
    Line,
    Part,
    Project,
    Publication,
    Reference,
    Resume,
    SkillGroup,
)
from agent.resume.read.keywords import cut_list

ONE_LINE = ("certificates", "awards", "publications", "projects")
NAMED = ("skills", "languages", "interests", "references")


def place(draft: Resume, line_id: str, target: str) -> None:
    """Put a line that found no place into an entry or section. Raises InvalidAnswer where it cannot stand."""
    line = next(line for line in draft.unplaced if line.id == line_id)
    lines = next((held for key, held in line_lists(draft) if key == target and key != "unplaced"), None)
    if lines is not None:
        lines.append(line)
    elif target in (*ONE_LINE, *NAMED):
        getattr(draft, target).append(part(target, free_id(draft, target), line.text))
    else:
        raise InvalidAnswer("Name a role or a section of your resume that the line belongs to.")
    draft.unplaced.remove(line)
    if target in (*ONE_LINE, *NAMED, "summary") and draft.order and target not in draft.order:
        draft.order.insert(0 if target == "summary" else len(draft.order), target)


def part(section: str, id_: str, text: str) -> Part:
    match section:
        case "certificates":
            return Certificate(id=id_, name=text)
        case "awards":
            return Award(id=id_, title=text)
        case "publications":
            return Publication(id=id_, name=text)
        case "projects":
            return Project(id=id_, name=text)
        case "skills":
            return SkillGroup(id=id_, keywords=list(cut_list(text)) or [text])
        case "languages":
            return Language(id=id_, language=text)
        case "interests":
            return Interest(id=id_, name=text)
        case _:
            return Reference(id=id_, text=text)


def free_id(draft: Resume, stem: str) -> str:
    """An id that nothing has: nothing is ever numbered anew."""
    taken = {line.id for _, lines in line_lists(draft) for line in lines}
    for section in (*ONE_LINE, *NAMED):
        taken |= {each.id for each in getattr(draft, section)}
    number = 1
    while f"{stem}.own{number}" in taken:
        number += 1
    return f"{stem}.own{number}"


def dissolve(draft: Resume, entry: Entry, target: str, quote: str) -> None:
    """Give all that an entry says to another one, or to what found no place: it was none of its own."""
    told = quote if all(squeezed(word) in squeezed(quote) for word in header(entry).split(", ")) else header(entry)
    lines = [Line(id=free_id(draft, f"{entry.id}.line"), text=told), *entry.summary, *entry.highlights]
    lines += [Line(id=f"{entry.id}.line.keywords", text=", ".join(entry.keywords))] if entry.keywords else []
    if len(lines) > 1 and lines[1].text[:1].islower():
        lines[0].text = f"{lines[0].text} {lines.pop(1).text}"
    held = next((held for key, held in line_lists(draft) if key == target), None)
    (draft.unplaced if held is None else held).extend(lines)
    for section in DATED:
        entries = getattr(draft, section)
        entries[:] = [each for each in entries if each is not entry]


def squeezed(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
