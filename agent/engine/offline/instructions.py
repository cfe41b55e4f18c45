"""The changes that a chat instruction asks for. What the person words is theirs; the rest is proposed like any change."""

from __future__ import annotations

import re
from collections.abc import Callable

from agent.change.model import Change, Evidence
from agent.change.standing import parts_of
from agent.change.wording import joined, split_keywords, tidy
from agent.engine.offline.answers import answered
from agent.engine.offline.lexicon import say
from agent.engine.offline.order import ordered
from agent.engine.offline.proposal import propose_change
from agent.engine.offline.shorten import shortened
from agent.engine.offline.skills import capital, home
from agent.engine.offline.vocabulary import fold, uses
from agent.engine.port import Instruction, Task
from agent.resume.lines import Address, addresses, find_entry, labelled
from agent.resume.model import SkillGroup


def instructed(task: Task) -> list[Change]:
    """The changes for `task.instruction`; none for a kind that asks for none."""
    asked = task.instruction
    if asked is None:
        return []
    doing: dict[str, Callable[[Task, Instruction], list[Change]]] = {
        "add": _add,
        "remove": _remove,
        "reword": _reword,
        "move": _move,
        "shorten": lambda task, asked: shortened(task, asked.line_id),
        "emphasise": _emphasise,
        "fact": _fact,
    }
    return doing[asked.kind](task, asked) if asked.kind in doing else []


def _add(task: Task, asked: Instruction) -> list[Change]:
    text, into = tidy(asked.text), asked.line_id
    if not text or not into:
        return []
    items = None
    if into == "skills" or _group(task, into):
        group = _group(task, into) or home(task.resume, text)
        into, items = (group.id if group else "skills"), split_keywords(text)
        items = [
            item for item in items if not group or item.casefold() not in {each.casefold() for each in group.keywords}
        ]
        text = joined(items)
        if not items:
            return []
    section = into.split(".", 1)[0] if not into.startswith("other.") else into
    return [_own(task, "add", section, into, after=text, items=items)]


def _remove(task: Task, asked: Instruction) -> list[Change]:
    line, group = _line(task, asked.line_id), _group(task, asked.line_id)
    if line is None:
        return []
    if group and asked.target:
        kept = [keyword for keyword in group.keywords if not _is_named(keyword, asked.target)]
        if kept and len(kept) < len(group.keywords):
            after = labelled(group.name, joined(kept))
            return [_own(task, "reword", "skills", group.id, before=line.text, after=after, items=kept)]
    return [_own(task, "remove", line.section, line.id, before=line.text)]


def _reword(task: Task, asked: Instruction) -> list[Change]:
    line = _line(task, asked.line_id)
    if line is None or not tidy(asked.text):
        return []
    return [_own(task, "reword", line.section, line.id, before=line.text, after=asked.text.strip())]


def _move(task: Task, asked: Instruction) -> list[Change]:
    """Within its list by `up`, `down`, `top`, `bottom`; `text` may also name the entry the line goes to."""
    line = _line(task, asked.line_id)
    holder = asked.line_id if asked.line_id in task.resume.order else ""
    if holder:
        return _reordered(task, "order", "order", holder, asked.text)
    if line is None:
        return []
    if find_entry(task.resume, asked.text) and asked.text != line.entry:
        return [_own(task, "move", line.section, line.id, before=line.text, after=line.text, items=[asked.text])]
    group = _group(task, asked.line_id)
    named = _without_place(asked.target)
    keyword = next((each for each in group.keywords if _is_named(each, named)), "") if group else ""
    if group and keyword:
        return _reordered(task, "skills", group.id, keyword, asked.text)
    within = line.entry if line.kind == "highlight" else "skills" if line.kind == "skills" else line.section
    return _reordered(task, line.section, within, line.id, asked.text)


def _without_place(target: str) -> str:
    return re.split(r"\s+(?:to|up|down|first|last|nach|ganz|en|al?|à)\b", target)[0].strip()


def _reordered(task: Task, section: str, holder: str, part: str, where: str) -> list[Change]:
    parts = parts_of(task.resume, holder)
    order = [each for each, _ in parts]
    if part not in order:
        return []
    place = order.index(part)
    order.remove(part)
    order.insert({"up": max(0, place - 1), "down": place + 1, "top": 0, "bottom": len(order)}.get(where, 0), part)
    texts = dict(parts)
    return [
        _own(
            task,
            "reorder",
            section,
            holder,
            before="\n".join(text for _, text in parts),
            after="\n".join(texts[each] for each in order),
            items=order,
        )
    ]


def _emphasise(task: Task, asked: Instruction) -> list[Change]:
    """Lines that name it come first, and the skills name it where a line shows it."""
    term = asked.target
    changes = ordered(task, term)
    for group in task.resume.skills:
        named = [keyword for keyword in group.keywords if uses(keyword, term)]
        if named and group.keywords[: len(named)] != named and len(group.keywords) > 1:
            order = named + [keyword for keyword in group.keywords if keyword not in named]
            before = labelled(group.name, joined(group.keywords))
            after = labelled(group.name, joined(order))
            changes.append(
                propose_change(
                    task,
                    "reorder",
                    "skills",
                    group.id,
                    before=before,
                    after=after,
                    items=order,
                    reason=say(task.language, "asked"),
                    evidence=[Evidence(source="resume", ref=group.id, quote=before)],
                )
            )
    shown = next((each for each in addresses(task.resume) if each.kind == "highlight" and uses(each.text, term)), None)
    listed = any(uses(each.text, term) for each in addresses(task.resume) if each.section == "skills")
    place = home(task.resume, term)
    if shown and place and not listed and len(term.split()) <= 3:
        changes.append(
            propose_change(
                task,
                "add",
                "skills",
                place.id,
                after=capital(term),
                items=[capital(term)],
                reason=say(task.language, "asked"),
                evidence=[Evidence(source="resume", ref=shown.id, quote=shown.text)],
            )
        )
    return changes


def _fact(task: Task, asked: Instruction) -> list[Change]:
    told = fold(asked.text or asked.target)
    facts = [fact for fact in task.facts if told and (fold(fact.said) == told or fold(fact.statement) == told)]
    return answered(task, facts[-1:])


def _own(task: Task, kind: str, section: str, line_id: str, **parts: object) -> Change:
    return propose_change(task, kind, section, line_id, reason=say(task.language, "asked"), by_person=True, **parts)  # type: ignore[arg-type]  # the keywords are propose_change's own


def _line(task: Task, line_id: str) -> Address | None:
    return next((each for each in addresses(task.resume) if each.id == line_id and each.kind != "header"), None)


def _group(task: Task, line_id: str) -> SkillGroup | None:
    return next((group for group in task.resume.skills if group.id == line_id), None)


def _is_named(keyword: str, target: str) -> bool:
    return (
        fold(keyword) == fold(target)
        or bool(uses(target, keyword))
        or bool(uses(keyword, target) and len(keyword.split()) <= 3)
    )
