"""Wordings that the gate refused, said again without what it found unsupported: one call a section, all at once."""

from __future__ import annotations

from itertools import groupby

from agent.change.model import Change
from agent.engine.llm.answers import RepairAnswer
from agent.engine.llm.candidates import LONGEST_LINE, LONGEST_SUMMARY, bare, clean, folded
from agent.engine.llm.letter import LONGEST_PARAGRAPH
from agent.engine.llm.parts import titled
from agent.engine.llm.prompts import one_line
from agent.engine.llm.rewriting import for_all
from agent.engine.llm.speech import Speech
from agent.engine.port import Report, Task
from agent.errors import ModelAnswerInvalid, ModelRefused

LONGEST = {"summary": LONGEST_SUMMARY, "letter": LONGEST_PARAGRAPH}


async def repair(speech: Speech, task: Task, blocked: list[Change], report: Report | None) -> list[Change]:
    """The mended ones in the order they came, under their own ids; what cannot be mended is left out.

    The paragraphs of a letter can be mended too, as changes that add to the section `letter`.
    """
    worded = [
        change for change in blocked if change.kind in {"reword", "add"} and change.items is None and change.after
    ]
    sections = [list(group) for _, group in groupby(sorted(worded, key=section_of), key=section_of)]
    if not sections:
        return []

    def title(group: list[Change]) -> str:
        return titled(task.resume, group[0].section)

    try:
        found = await for_all(sections, lambda group: mend(speech, task, group), title, report)
    except (ModelAnswerInvalid, ModelRefused) as error:  # they are shown as blocked, so nothing is lost
        if report is not None:
            await report(f"No wording could be mended. {error}")
        return []
    mended = {change.id: change for changes in found for change in changes}
    return [mended[change.id] for change in blocked if change.id in mended]


def section_of(change: Change) -> str:
    return change.section


async def mend(speech: Speech, task: Task, group: list[Change]) -> list[Change]:
    answer = await speech.ask(
        "repair", {f"change {change.id}": described(change) for change in group}, RepairAnswer, language=task.language
    )
    by_id = {bare(each.id): each.text for each in answer.repairs}
    changes = []
    for change in group:
        limit = LONGEST.get(change.section, LONGEST_LINE)
        text = clean(by_id.get(change.id, ""), change.before or "", limit)
        if text is not None and text != (change.before or "") and not repeats(text, change):
            changes.append(change.model_copy(update={"after": text, "unsupported": [], "state": "proposed"}))
    return changes


def described(change: Change) -> str:
    rows = [f"id: {change.id}", f"before: {one_line(change.before or '')}", f"wording: {one_line(change.after or '')}"]
    rows += [
        f"not supported: {one_line(span.text, 200)} ({one_line(span.why, 200)})" for span in change.unsupported[:20]
    ]
    return "\n".join(rows + [f"evidence [{each.ref}]: {one_line(each.quote)}" for each in change.evidence[:20]])


def repeats(text: str, change: Change) -> bool:
    """Whether it is the refused wording again."""
    return folded(text) == folded(change.after or "")
