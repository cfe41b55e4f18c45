"""What the person answered, as a line of the role it belongs to, or as a skill."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from rapidfuzz import fuzz

from agent.change.model import Change, Evidence
from agent.engine.offline.lexicon import say
from agent.engine.offline.proposal import propose_change
from agent.engine.offline.skills import home
from agent.engine.offline.style import restyle, stripped
from agent.engine.offline.vocabulary import fold, hedged, key_of, skill_named, uses
from agent.engine.offline.wanted import cased, wanted
from agent.engine.port import Task
from agent.job.model import Fact, Requirement
from agent.job.tenure import months, span_of
from agent.resume.lines import addresses, find_entry
from agent.resume.model import DATED, Entry, Resume

_SAID_ALREADY = 88
"""Likeness (0 to 100) from which a line says what the answer says."""
_TELLING = 4
"""Words from which an answer tells something beyond yes."""


def answered(task: Task, facts: list[Fact] | None = None) -> list[Change]:
    """A line for each fact that this posting asks about and the resume does not say yet."""
    chosen = facts if facts is not None else [fact for fact in task.facts if _asked(task, fact)]
    changes = []
    for fact in chosen:
        if fact.answer == "no" or not fact.statement.strip():
            continue
        change = _as_line(task, fact) or _as_credential(task, fact) or _as_skill(task, fact)
        if change:
            changes.append(change)
    return changes


def entry_of(resume: Resume, fact: Fact) -> Entry | None:
    """The role the person named: by id, or by the employer's name in what was said."""
    if fact.entry:
        return find_entry(resume, fact.entry)
    said = fold(f"{fact.said} {fact.statement}")
    for section in DATED:
        for entry in getattr(resume, section):
            name = getattr(entry, "employer", "") or getattr(entry, "institution", "") or getattr(entry, "name", "")
            if section in {"work", "volunteer", "projects", "education"} and name and fold(name) in said:
                return entry  # type: ignore[no-any-return]  # every dated section holds entries
    return None


def _asked(task: Task, fact: Fact) -> bool:
    keys = {each.key for each in wanted(task.report)}
    texts = {fold(each.text) for each in task.report.requirements}
    named = {key_of(term) for term in fact.terms} | {use.key for use in uses(fact.statement)}
    return bool(named & keys) or fold(fact.requirement) in texts


def _as_line(task: Task, fact: Fact) -> Change | None:
    entry = entry_of(task.resume, fact)
    told = stripped(fact.said or fact.statement)
    if entry is None or len(told.split()) < _TELLING:
        return None
    section = entry.id.rsplit(".", 1)[0]
    stops = sum(line.text.rstrip().endswith(".") for line in entry.highlights)
    text = restyle(
        fact.said if _is_clear(fact.said) else fact.statement,
        past=_is_over(entry),
        language=task.language,
        full_stop=stops * 2 > len(entry.highlights),
    )
    if not text or _said(task.resume, text):
        return None
    return _change(task, fact, section, entry.id, text)


def _as_credential(task: Task, fact: Fact) -> Change | None:
    """A certificate or licence the person holds, as it was asked for."""
    requirement = _requirement(task, fact)
    if requirement is None or requirement.kind not in {"certificate", "licence"} or hedged(fact.statement):
        return None
    names = [cased(term) for term in fact.terms if uses(fact.statement, term)]
    if not names or _said(task.resume, names[0]):
        return None
    return _change(task, fact, "certificates", "certificates", ", ".join(names))


def _as_skill(task: Task, fact: Fact) -> Change | None:
    if hedged(fact.said) or hedged(fact.statement) or _requirement(task, fact, kinds=("skill", "tool")) is None:
        return None
    terms = [
        cased(term)
        for term in fact.terms
        if uses(fact.statement, term) and (skill_named(term) or len(term.split()) <= 3)
    ]
    lines = [each.text for each in addresses(task.resume) if each.section == "skills"]
    new = [term for term in terms if not any(uses(line, term) for line in lines)]
    if not new:
        return None
    group = home(task.resume, new[0])
    return _change(task, fact, "skills", group.id if group else "skills", ", ".join(new), items=new)


def _change(task: Task, fact: Fact, section: str, line_id: str, text: str, items: list[str] | None = None) -> Change:
    requirement = _requirement(task, fact)
    return propose_change(
        task,
        "add",
        section,
        line_id,
        after=text,
        items=items,
        reason=say(task.language, "answer"),
        requirement_ids=[requirement.id] if requirement else [],
        evidence=[Evidence(source="fact", ref=fact.id, quote=fact.said or fact.statement)],
    )


def _requirement(task: Task, fact: Fact, kinds: tuple[str, ...] = ()) -> Requirement | None:
    keys = {key_of(term) for term in fact.terms}
    for each in task.report.requirements:
        named = {key_of(term) for term in each.terms}
        if (fold(each.text) == fold(fact.requirement) or keys & named) and (not kinds or each.kind in kinds):
            return each
    return None


def _is_clear(said: str) -> bool:
    """Whether the words stand by themselves: no "it" that only the question explains."""
    return bool(said) and not re.search(
        r"^\W*(?:\w+\W+){0,4}(?:it|that|this|them|those|these|das|es|cela|ça|lo|eso)\b", stripped(said), re.IGNORECASE
    )


def _is_over(entry: Entry) -> bool:
    span = span_of(entry, datetime.now(tz=UTC).date())
    return not entry.current and span is not None and span[1] < months(datetime.now(tz=UTC).date())


def _said(resume: Resume, text: str) -> bool:
    return any(
        fuzz.token_set_ratio(fold(each.text), fold(text)) >= _SAID_ALREADY
        for each in addresses(resume)
        if each.kind != "header"
    )
