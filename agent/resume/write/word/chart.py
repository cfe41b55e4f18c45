"""Where everything the resume says stands in the file: lines, headings, entries' heads, items of lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from agent.resume.model import DATED, Entry, Line, Resume
from agent.resume.write.arrangement import entry_parts
from agent.resume.write.characters import clean
from agent.resume.write.headings import heading, section_order
from agent.resume.write.word.find import Finder, Span
from agent.resume.write.word.sheet import Node, Sheet


@dataclass
class Chart:
    """`lines` by line id; `heads` the paragraphs that name an entry, by its id; `headings` by section; `items` the places
    of a list's items (`skills.1` -> one or none for each keyword) and `labels` that of its name.
    """

    sheet: Sheet
    lines: dict[str, list[Span]] = field(default_factory=dict)
    heads: dict[str, list[Node]] = field(default_factory=dict)
    headings: dict[str, Node] = field(default_factory=dict)
    items: dict[str, list[Span | None]] = field(default_factory=dict)
    labels: dict[str, Span] = field(default_factory=dict)


def chart(sheet: Sheet, resume: Resume) -> Chart:
    """Long texts are found first, wherever they stand; what is short then is looked for near its neighbours."""
    return Surveyor(sheet, resume).survey()


class Surveyor:
    def __init__(self, sheet: Sheet, resume: Resume) -> None:
        self.resume = resume
        self.finder = Finder(sheet)
        self.chart = Chart(sheet)
        self.at = 0

    def survey(self) -> Chart:
        resume = self.resume
        for line in every_line(resume):
            if len(line.text) >= 40 or (line.place and line.place.paragraph is not None):
                self.line(line)
        self.at = 0
        self.scalar("basics.name", resume.basics.name)
        self.scalar("basics.label", resume.basics.label)
        for text in (resume.basics.email, resume.basics.phone):
            self.scalar("", text)
        for line in resume.basics.details:
            self.line(line)
        for section in section_order(resume):
            self.section(section)
        return self.chart

    def section(self, section: str) -> None:
        resume = self.resume
        if not holds(resume, section):
            return
        title = self.finder.find(heading(resume, section), self.at)
        if title and title.whole:
            self.chart.headings[section] = title.node
            self.at = title.node.index
        elif title:
            title.node.claimed.remove((title.start, title.end))
        if section in DATED:
            for entry in getattr(resume, section):
                self.entry(entry)
            return
        match section:
            case "summary":
                self.each(resume.basics.summary)
            case "skills":
                for group in resume.skills:
                    self.listed(group.id, group.name, [*group.keywords])
            case "languages":
                for language in resume.languages:
                    self.listed(language.id, language.language, [language.fluency])
            case "interests":
                for interest in resume.interests:
                    self.listed(interest.id, interest.name, [*interest.keywords])
            case "references":
                for reference in resume.references:
                    self.listed(reference.id, reference.name, [reference.text])
            case "unplaced":
                self.each(resume.unplaced)
        for other in resume.other:
            if other.id == section:
                self.each(other.lines)

    def entry(self, entry: Entry) -> None:
        facts = [*entry_parts(entry), entry.dates]
        found = [self.scalar("", fact) for fact in facts]
        nodes = sorted({span.node for span in found if span}, key=lambda node: node.index)
        self.chart.heads[entry.id] = nodes
        if nodes:
            self.at = nodes[-1].index
        self.each(entry.summary)
        self.each(entry.highlights)
        if entry.keywords:
            self.listed(f"{entry.id}.keywords", "", entry.keywords)

    def each(self, lines: list[Line]) -> None:
        for line in lines:
            self.line(line)

    def line(self, line: Line) -> None:
        if line.id not in self.chart.lines:
            hint = line.place.paragraph if line.place else None
            self.chart.lines[line.id] = self.finder.line(line.text, self.at, hint)
        if self.chart.lines[line.id]:
            self.at = self.chart.lines[line.id][-1].node.index

    def scalar(self, address: str, text: str) -> Span | None:
        span = self.finder.find(text, self.at) if clean(text) else None
        if span and address:
            self.chart.lines[address] = [span]
        return span

    def listed(self, address: str, name: str, items: list[str]) -> None:
        """The items one after the other, from the label on."""
        label = self.finder.find(name, self.at) if clean(name) else None
        if label:
            self.chart.labels[address] = label
        near, offset = (label.node.index, label.end) if label else (self.at, 0)
        places: list[Span | None] = []
        for item in items:
            span = self.finder.find(item, near, offset=offset) if clean(item) else None
            if span:
                near, offset = span.node.index, span.end
            places.append(span)
        self.chart.items[address] = places
        self.at = near


def every_line(resume: Resume) -> Iterator[Line]:
    yield from resume.basics.details
    yield from resume.basics.summary
    for section in DATED:
        for entry in getattr(resume, section):
            yield from entry.summary
            yield from entry.highlights
    for other in resume.other:
        yield from other.lines
    yield from resume.unplaced


def holds(resume: Resume, section: str) -> bool:
    """Whether the resume says anything in this section."""
    if section == "summary":
        return bool(resume.basics.summary)
    if section == "unplaced":
        return bool(resume.unplaced)
    return any(other.id == section for other in resume.other) or bool(getattr(resume, section, []))
