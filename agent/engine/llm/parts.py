"""What one rewriting call works on: the summary, the skills, or one or several entries of a section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Literal

from agent.engine.llm.shown import shareable
from agent.engine.port import Task
from agent.resume.lines import Address
from agent.resume.model import Resume

PartPrompt = Literal["rewrite", "summary", "skills"]


@dataclass(slots=True)
class Part:
    """`holders` are the ids of the entries or sections whose lines are in it, `headers` what introduces each."""

    prompt: PartPrompt
    section: str
    title: str
    holders: list[str]
    headers: list[str] = field(default_factory=list)
    lines: list[Address] = field(default_factory=list)

    @property
    def size(self) -> int:
        return sum(len(line.text) for line in self.lines)

    def holds(self, line_id: str) -> bool:
        return line_id in self.holders or line_id == self.section or any(line.id == line_id for line in self.lines)


def plan(task: Task, most: int) -> list[Part]:
    """The parts to rewrite, at most `most` of them where that can be reached by putting entries of a section together.

    An instruction about one line or section leaves only its part.
    """
    parts = list(divide(task.resume))
    wanted = task.instruction.line_id if task.instruction else ""
    chosen = [part for part in parts if part.holds(wanted)] if wanted else parts
    return packed(chosen or parts, most)


def divide(resume: Resume) -> Iterator[Part]:
    every = shareable(resume)
    yield Part(
        "summary", "summary", titled(resume, "summary"), ["summary"], [], [a for a in every if a.section == "summary"]
    )
    for (section, entry), group in groupby(every, key=lambda each: (each.section, each.entry)):
        lines = list(group)
        editable = [line for line in lines if line.kind in {"highlight", "text"} and not line.id.endswith(".keywords")]
        if entry and editable:
            yield Part(
                "rewrite",
                section,
                titled(resume, section),
                [entry],
                [h.text for h in lines if h.kind == "header"],
                editable,
            )
    for other in resume.other:
        lines = [line for line in every if line.section == other.id]
        if lines:
            yield Part("rewrite", other.id, titled(resume, other.id), [other.id], [other.title], lines)
    if resume.skills:
        yield Part(
            "skills", "skills", titled(resume, "skills"), ["skills"], [], [a for a in every if a.section == "skills"]
        )


def packed(parts: list[Part], most: int) -> list[Part]:
    """Neighbours of one section put together, the smallest pair first, until there are no more than `most`."""
    parts = list(parts)
    while len(parts) > most:
        pairs = [
            (one.size + two.size, place)
            for place, (one, two) in enumerate(pairwise(parts))
            if one.prompt == two.prompt == "rewrite" and one.section == two.section
        ]
        if not pairs:
            return parts
        place = min(pairs)[1]
        one, two = parts[place], parts.pop(place + 1)
        parts[place] = Part(
            one.prompt,
            one.section,
            one.title,
            one.holders + two.holders,
            one.headers + two.headers,
            one.lines + two.lines,
        )
    return parts


def titled(resume: Resume, section: str) -> str:
    own = next((other.title for other in resume.other if other.id == section), "")
    return resume.titles.get(section) or own or section.split(".", maxsplit=1)[0].capitalize()
