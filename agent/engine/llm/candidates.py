"""A model's answer about one part, turned into candidate changes; what is malformed or out of place is dropped.

The gate judges later whether a candidate is true. Here it is made sure that it names lines of its own part, edits no
header, stays in size, brings in no address, markup or placeholder, and was not refused before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from agent.change.model import Change, Evidence
from agent.engine.llm.answers import Addition, Group, Rewording, RewriteAnswer, SkillsAnswer, SummaryAnswer, Why
from agent.engine.llm.blocks import usable
from agent.engine.llm.language import speaks
from agent.engine.llm.parts import Part
from agent.engine.llm.privacy import EMAIL, PLACEHOLDER, URL
from agent.engine.llm.prompts import visible
from agent.engine.port import Task
from agent.errors import ModelAnswerInvalid
from agent.resume.lines import addresses, labelled

REASONS: dict[Why, str] = {
    "term": "Uses the posting's own word for the same thing",
    "relevance": "Puts first what the posting asks for",
    "clarity": "Says the same more clearly",
    "shorter": "Says the same in fewer words",
    "asked": "As you asked",
}
ECHO = re.compile(r"^\s*(?:\[[\w.-]+\]\s*)+|^\s*[-*•–]\s+")
MARKUP = re.compile(r"</?[a-zA-Z!][^>]*>|!?\[[^\]]*\]\([^)]*\)|```|^#{1,6} ", re.MULTILINE)
LONGEST_LINE = 400
LONGEST_SUMMARY = 900
LONGEST_KEYWORD = 60
MOST_PER_PART = 40


class Sources:
    """What a candidate may cite: lines of the resume and statements of the person."""

    def __init__(self, task: Task) -> None:
        self.lines = {line.id: line for line in addresses(task.resume)}
        self.facts = {fact.id: fact for fact in usable(task.facts)}
        self.requirements = {each.id: each for each in task.report.requirements}

    def evidence(self, refs: Iterable[str]) -> list[Evidence]:
        found = []
        for ref in dict.fromkeys(bare(each) for each in refs):
            if ref in self.lines:
                found.append(Evidence(source="resume", ref=ref, quote=self.lines[ref].text))
            elif ref in self.facts:
                found.append(Evidence(source="fact", ref=ref, quote=self.facts[ref].statement))
        return found

    def served(self, ids: Iterable[str]) -> list[str]:
        return [each for each in dict.fromkeys(bare(each) for each in ids) if each in self.requirements]

    def reason(self, why: Why, served: list[str]) -> str:
        return f"{REASONS[why]}: “{self.requirements[served[0]].text}”" if served else REASONS[why]


def from_answer(answer: RewriteAnswer | SummaryAnswer | SkillsAnswer, part: Part, task: Task) -> list[Change]:
    """Candidates without ids, in the answer's order, one for each line at most.

    Raises ModelAnswerInvalid when the whole answer is in another language than asked for.
    """
    sources = Sources(task)
    found: list[Change] = []
    said: list[Rewording | Addition] = [] if isinstance(answer, SkillsAnswer) else [*answer.changes, *answer.additions]
    foreign = [each for each in said if not speaks(each.text, task.language)]
    if foreign and len(foreign) == len(said):
        raise ModelAnswerInvalid("The language model answered in another language than asked for.")
    if isinstance(answer, SkillsAnswer):
        for group in answer.groups:
            found += in_group(group, part, task, sources)
    else:
        for rewording in answer.changes:
            found += [] if rewording in foreign else reworded(rewording, part, sources)
        for addition in answer.additions:
            found += [] if addition in foreign else added(addition, part, sources)
        if isinstance(answer, RewriteAnswer):
            found += ordered(answer.order, part)
    fitting = [change for change in once(found) if task.intensity != "light" or asked_for(task) or is_light(change)]
    return [change for change in fitting if not was_refused(change, task.rejected)][:MOST_PER_PART]


def reworded(answer: Rewording, part: Part, sources: Sources) -> Iterator[Change]:
    line = next((line for line in part.lines if line.id == bare(answer.line_id)), None)
    text = clean(answer.text, line.text if line else "", LONGEST_SUMMARY if part.section == "summary" else LONGEST_LINE)
    if line is None or text is None or any(folded(text) == folded(each.text) for each in part.lines):
        return
    served = sources.served(answer.requirement_ids)
    yield Change(
        id="", kind="reword", section=line.section, line_id=line.id, before=line.text, after=text,
        reason=sources.reason(answer.why, served), requirement_ids=served, evidence=sources.evidence([line.id, *answer.evidence]),
    )  # fmt: skip


def added(answer: Addition, part: Part, sources: Sources) -> Iterator[Change]:
    """A new line needs a statement of the person about this entry; a summary needs none, but there must be none yet."""
    evidence = sources.evidence(answer.evidence)
    summary = part.section == "summary"
    text = clean(answer.text, "", LONGEST_SUMMARY if summary else LONGEST_LINE)
    homes = [sources.facts[each.ref].entry for each in evidence if each.source == "fact"]
    home = "summary" if summary else next((home for home in homes if home in part.holders), "")
    if text is None or not home or (summary and part.lines) or not evidence:
        return
    served = sources.served(answer.requirement_ids)
    reason = sources.reason("relevance", served) if summary else "Says what you told us"
    yield Change(
        id="",
        kind="add",
        section=part.section,
        line_id=home,
        after=text,
        reason=reason,
        requirement_ids=served,
        evidence=evidence,
    )


def ordered(order: list[str], part: Part) -> Iterator[Change]:
    """A new order of the bullets of each entry; ids left out keep their place behind those named."""
    for holder in part.holders:
        lines = [line for line in part.lines if holder in (line.entry, line.section) and ".summary" not in line.id]
        standing = [line.id for line in lines]
        named = [each for each in dict.fromkeys(map(bare, order)) if each in standing]
        items = named + [each for each in standing if each not in named]
        if len(named) > 1 and items != standing:
            before = "\n".join(line.text for line in lines)
            yield Change(
                id="",
                kind="reorder",
                section=part.section,
                line_id=holder,
                before=before,
                items=items,
                reason=REASONS["relevance"],
            )


def in_group(answer: Group, part: Part, task: Task, sources: Sources) -> Iterator[Change]:
    """One change for each renamed and each added keyword, and one for the order, so that each can be refused alone."""
    group = next((group for group in task.resume.skills if group.id == bare(answer.line_id)), None)
    if group is None or not part.holds(group.id):
        return
    before = labelled(group.name, ", ".join(group.keywords))
    everywhere = {folded(keyword) for each in task.resume.skills for keyword in each.keywords}
    standing = {folded(keyword): keyword for keyword in group.keywords}
    served = sources.served(answer.requirement_ids)
    order: list[str] = []
    for keyword in answer.keywords:
        name = clean(keyword.name, "", LONGEST_KEYWORD)
        was = standing.get(folded(keyword.was)) or standing.get(folded(keyword.name))
        if was is not None and was not in order:
            order.append(was)
        if name is None or "," in name or folded(name) in everywhere:
            continue
        if was is not None:
            items = [name if each == was else each for each in group.keywords]
            yield Change(
                id="", kind="reword", section="skills", line_id=group.id, before=before, after=labelled(group.name, ", ".join(items)),
                items=items, reason=sources.reason("term", served), requirement_ids=served, evidence=sources.evidence([group.id]),
            )  # fmt: skip
        elif evidence := sources.evidence(keyword.evidence):
            everywhere.add(folded(name))
            yield Change(
                id="", kind="add", section="skills", line_id=group.id, after=name, items=[name],
                reason="Your resume shows it, your skills do not name it", requirement_ids=served, evidence=evidence,
            )  # fmt: skip
    items = order + [keyword for keyword in group.keywords if keyword not in order]
    if items != group.keywords:
        yield Change(
            id="",
            kind="reorder",
            section="skills",
            line_id=group.id,
            before="\n".join(group.keywords),
            items=items,
            reason=REASONS["relevance"],
        )


def asked_for(task: Task) -> bool:
    return task.instruction is not None and task.instruction.kind != "tailor"


def is_light(change: Change) -> bool:
    """Whether it only changes terms or order: at most a third of the words are new, none is added as a line."""
    old, new = (folded(change.before or "").split(), folded(change.after or "").split())
    fresh = [word for word in new if word not in old]
    return change.kind == "reorder" or (change.kind == "reword" and len(fresh) <= 1 + len(new) / 3)


def clean(text: str, before: str, limit: int) -> str | None:
    """The text in one line without echoed ids and bullets; None when it is no wording that a resume could hold."""
    line = " ".join(visible(ECHO.sub("", text)).split())
    if not line or len(line) > max(limit, 2 * len(before)) or PLACEHOLDER.search(line) or MARKUP.search(line):
        return None
    if any(found.lower() not in before.lower() for pattern in (EMAIL, URL) for found in pattern.findall(line)):
        return None
    return line


def bare(ref: str) -> str:
    return ref.strip().strip("[]").strip()


def folded(text: str) -> str:
    return " ".join(text.casefold().split())


def once(changes: Iterable[Change]) -> list[Change]:
    seen: set[tuple[str, str, str]] = set()
    kept = []
    for change in changes:
        what = folded(change.after or "") if change.kind == "add" or change.section == "skills" else ""
        if (key := (change.kind, change.line_id, what)) not in seen:
            seen.add(key)
            kept.append(change)
    return kept


def was_refused(change: Change, rejected: Iterable[Change]) -> bool:
    return any(
        other.kind == change.kind
        and other.line_id == change.line_id
        and folded(other.after or "") == folded(change.after or "")
        and (other.items or []) == (change.items or [])
        for other in rejected
    )
