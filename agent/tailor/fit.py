"""Whether the resume still fits on its pages, and what could be left out where it does not: measured, never guessed.

Every figure comes from typesetting the resume. What is offered serves the job least: lines that show nothing of what it asks for,
those of the oldest role first. Who the person is, where they worked, as what, when, and their degrees are never offered.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pypdfium2
from pydantic import BaseModel, Field

from agent.change.apply import APPLIED
from agent.change.model import Change
from agent.errors import ExportError
from agent.job.match import match
from agent.job.model import Fact, MatchReport
from agent.job.score import weight_of
from agent.resume.correct import title_of
from agent.resume.lines import line_lists
from agent.resume.model import DATED, Entry, Line, Resume
from agent.resume.write.pdf import page_count, to_pdf
from agent.tailor.lexicon import measured

STEM = "cut."
"""Begins the id of every change that was offered to make the resume fit."""

MOST = 12
"""More lines than that are not offered: a resume that outgrows its page so far is another resume."""

FOOTER = 1
"""Each page of several ends with a line that tells its number."""

NEVER = "9999"
"""Sorts after every date: what goes on, and what has no date."""


class Fit(BaseModel):
    """How many pages a version fills in a template, and how many the resume filled before anything was changed."""

    template: str
    pages: int
    source_pages: int
    over: int = Field(description="lines of text beyond the last page that the resume filled before")

    @property
    def grown(self) -> bool:
        return self.pages > self.source_pages


class Candidate(NamedTuple):
    """A line that could be left out. `worth` is what the requirements it shows weigh together."""

    line: Line
    section: str
    place: str
    worth: float


class Brings(NamedTuple):
    """What typesetting showed of leaving a line out: whether it alone is enough, else with how many `others`; and the lines
    of text that it takes up.
    """

    alone: bool
    others: int
    lines: int


class Offer(NamedTuple):
    """Lines without which the resume fits again, the least relevant first, as changes that remove them."""

    fit: Fit
    cuts: list[Change]


def pages_of(resume: Resume, template: str) -> int | None:
    """The pages it fills, typeset; None where it cannot be, for want of a font."""
    try:
        return page_count(to_pdf(resume, template))
    except ExportError:
        return None


def measure(source: Resume, draft: Resume, template: str) -> Fit | None:
    """None where one of them cannot be typeset."""
    try:
        before, now = page_count(to_pdf(source, template)), to_pdf(draft, template)
    except ExportError:
        return None
    rows = rows_of(now)
    over = sum(max(count - FOOTER, 0) for count in rows[before:])
    return Fit(template=template, pages=len(rows), source_pages=before, over=over)


def rows_of(pdf: bytes) -> list[int]:
    """How many lines of text stand on each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return [sum(bool(row.strip()) for row in text.splitlines()) for text in texts]


def offer(
    source: Resume,
    draft: Resume,
    report: MatchReport,
    changes: Sequence[Change],
    facts: Sequence[Fact],
    template: str,
    language: str,
) -> Offer | None:
    """What to leave out so that the draft fills no more pages than the source; None where it does not, or where nothing helps.

    What was offered before and refused is not offered again.
    """
    fit = measure(source, draft, template)
    if fit is None or not fit.grown:
        return None
    open_to = candidates(draft, report, changes)[: 4 * MOST]
    found = fewest(draft, open_to, fit)
    if not found:
        return None
    cuts = [
        as_change(each, fit, brought(each, len(found) - 1, draft, fit), draft, report, facts, language)
        for each in found
    ]
    return Offer(fit, cuts)


def fewest(draft: Resume, ranked: Sequence[Candidate], fit: Fit) -> list[Candidate]:
    """The least relevant lines that are enough, none of which could stay; empty where they are too many."""

    def fits(some: Sequence[Candidate]) -> bool:
        pages = pages_of(without(draft, some), fit.template)
        return pages is not None and pages <= fit.source_pages

    low, high = 1, len(ranked)
    if not ranked or not fits(ranked):
        return []
    while low < high:
        middle = (low + high) // 2
        if fits(ranked[:middle]):
            high = middle
        else:
            low = middle + 1
    kept = list(ranked[:low])
    for each in list(reversed(kept)):
        rest = [other for other in kept if other is not each]
        if rest and fits(rest):
            kept = rest
    return kept if len(kept) <= MOST else []


def candidates(draft: Resume, report: MatchReport, changes: Sequence[Change]) -> list[Candidate]:
    """Every line that may be left out, the least relevant first: by what it shows of the job, then by the age of its role,
    then from the last of a role up. Lines that the person has just taken, or refused to cut, are not among them.
    """
    held = {change.line_id for change in changes if change.state in APPLIED}
    held |= {change.id for change in changes if change.state in APPLIED}
    held |= {change.line_id for change in changes if change.id.startswith(STEM)}
    worth = worths(report)
    entries = {entry.id: (section, entry) for section in DATED for entry in getattr(draft, section)}
    ranked: list[tuple[tuple[object, ...], Candidate]] = []
    for holder, lines in line_lists(draft):
        if holder in ("summary", "basics", "unplaced"):
            continue
        section, entry = entries.get(holder, (holder, None))
        for at, line in enumerate(lines):
            if line.id in held or line.from_person or not line.id:
                continue
            found = Candidate(line, section, named(entry), worth.get(line.id, 0.0))
            ranked.append(((found.worth, *age(entry), -at), found))
    ranked.sort(key=lambda each: each[0])
    return [found for _, found in ranked]


def worths(report: MatchReport) -> dict[str, float]:
    """What the requirements weigh that a line is cited for."""
    found: dict[str, float] = {}
    weights = {each.id: weight_of(each) for each in report.requirements}
    for row in report.matches:
        for ref in {each.ref for each in row.evidence if row.label != "missing" and each.source == "resume"}:
            found[ref] = found.get(ref, 0.0) + weights.get(row.requirement_id, 0.0)
    return found


def age(entry: Entry | None) -> tuple[str, str, str]:
    """Sorts the oldest first; what has no dates last."""
    if entry is None or not (entry.start or entry.end):
        return (NEVER, NEVER, entry.id if entry else "")
    end = NEVER if entry.current else entry.end or entry.start
    return (end, entry.start, entry.id)


def named(entry: Entry | None) -> str:
    if entry is None:
        return ""
    return ", ".join(filter(None, [title_of(entry), getattr(entry, "employer", ""), entry.dates]))


def without(draft: Resume, cut: Sequence[Candidate]) -> Resume:
    gone = {each.line.id for each in cut}
    rest = draft.model_copy(deep=True)
    for _, lines in line_lists(rest):
        lines[:] = [line for line in lines if line.id not in gone]
    return rest


def as_change(
    cut: Candidate, fit: Fit, brings: Brings, draft: Resume, report: MatchReport, facts: Sequence[Fact], language: str
) -> Change:
    effect = match(report.requirements, without(draft, [cut]), list(facts)).score - report.score
    return Change(
        id=f"{STEM}{cut.line.id}",
        kind="remove",
        section=cut.section,
        line_id=cut.line.id,
        before=cut.line.text,
        after=None,
        reason=reason(cut, fit, brings, report, language),
        requirement_ids=shown_by(cut, report),
        score_effect=round(effect, 1),
    )


def brought(cut: Candidate, others: int, draft: Resume, fit: Fit) -> Brings:
    """Typeset without this one line."""
    before, after = rows_of(to_pdf(draft, fit.template)), rows_of(to_pdf(without(draft, [cut]), fit.template))
    lines = sum(before) - len(before) * FOOTER - (sum(after) - (len(after) * FOOTER if len(after) > 1 else 0))
    return Brings(alone=len(after) <= fit.source_pages, others=others, lines=max(lines, 0))


def reason(cut: Candidate, fit: Fit, brings: Brings, report: MatchReport, language: str) -> str:
    """What leaving the line out brings, as it was measured, and what it costs."""
    words = measured(language)
    before = counted(fit.source_pages, language)
    form = "alone" if brings.alone else "together_two" if brings.others == 1 else "together"
    quoted = {each.id: each.text for each in report.requirements}
    shows = [quoted[id_] for id_ in shown_by(cut, report)]
    told = [
        words[form].format(before=before, others=brings.others),
        words["frees"].format(lines=counted(brings.lines, language, "line")) if brings.lines else "",
        words["shows"].format(text=shows[0]) if shows else words["nothing"],
        words["stands"].format(place=cut.place) if cut.place else "",
    ]
    return " ".join(filter(None, told))


def shown_by(cut: Candidate, report: MatchReport) -> list[str]:
    return [
        row.requirement_id
        for row in report.matches
        if row.label != "missing" and any(each.ref == cut.line.id for each in row.evidence)
    ]


def counted(count: int, language: str, of: str = "page") -> str:
    """`1 page`, `3 lines`, in a language we speak or in English."""
    words = measured(language)
    return words[of] if count == 1 else words[f"{of}s"].format(count=count)


def grown(fit: Fit, language: str) -> str:
    """Told at the end where the resume has outgrown its pages and nobody cut it."""
    before, now = counted(fit.source_pages, language), counted(fit.pages, language)
    return measured(language)["grown"].format(before=before, now=now)


def worded(fit: Fit, count: int, language: str) -> str:
    """What the person is asked about `count` lines, with what was measured."""
    return measured(language)["asked_one" if count == 1 else "asked"].format(
        now=counted(fit.pages, language),
        before=counted(fit.source_pages, language),
        over=counted(fit.over, language, "line"),
        count=count,
    )
