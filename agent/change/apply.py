"""Changes put into a resume: pure, by line id, and only where the line still says what the change was made from.

What an entry is (title, employer, dates, degree) is never touched here: no change can name it. A skill group is edited
keyword by keyword, so that several accepted changes of one group do not shut each other out.

`items` by kind: reorder, the ids (for a skill group the keywords) in their new order, `line_id` `order` standing for the
sections themselves; reword of a skill group, its keywords; add to the skills, the keywords; move, the id of the entry or
section it goes to and, optionally, the id of the line it comes after ("" for the first place).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from agent.change.model import Change, ChangeKind
from agent.change.standing import holding, lines_of, parts_of, text_of
from agent.change.wording import joined, same, split_group, split_keywords, split_label, split_lines, tidy
from agent.errors import ChangeError, StaleChange
from agent.resume.lines import find_entry, labelled
from agent.resume.model import (
    DATED,
    Award,
    Certificate,
    Interest,
    Language,
    Line,
    Project,
    Publication,
    Reference,
    Resume,
    SkillGroup,
)

APPLIED = ("accepted", "edited")
"""The states of a change that takes effect."""
_Named = Language | Interest | Reference


def apply(resume: Resume, changes: Sequence[Change]) -> Resume:
    """The resume with each accepted or edited change put in, in the order given; others are passed over.

    Raises `StaleChange` when a line is gone or no longer says `before`, `ChangeError` when a change may not be made at all.
    """
    draft = resume.model_copy(deep=True)
    for change in changes:
        if change.state in APPLIED:
            _put(draft, change)
    return draft


def edit(change: Change, text: str) -> Change:
    """The change with the person's own wording: an edited removal rewords instead, an edited order is refused."""
    if change.kind in {"reorder", "move"}:
        raise ChangeError("An order cannot be edited as text. Accept or reject it.")
    if not tidy(text):
        raise ChangeError("The text is empty. Reject the change instead.")
    kind = "reword" if change.kind == "remove" else change.kind
    update: dict[str, Any] = {
        "kind": kind,
        "after": text.strip(),
        "items": None,
        "state": "edited",
        "by": "person",
        "unsupported": [],
    }
    return change.model_copy(update=update)


def kind_of(change: Change) -> ChangeKind:
    """The change's kind as it takes effect: a removal for which the person wrote another text rewords."""
    rewritten = change.kind == "remove" and change.state == "edited" and tidy(change.after or "")
    return "reword" if rewritten else change.kind


def _put(draft: Resume, change: Change) -> None:
    own = change.by == "person" or change.state == "edited"
    if change.kind in {"reword", "remove", "move"} and (
        find_entry(draft, change.line_id) or change.line_id == "basics.location"
    ):
        raise ChangeError("Titles, employers, dates and degrees stay as they are in your resume.")
    match kind_of(change):
        case "add":
            _add(draft, change, own=own)
        case "reorder":
            _reorder(draft, change)
        case "move":
            _move(draft, change)
        case "reword":
            if not tidy(change.after or ""):
                raise ChangeError("A change without a text cannot be applied.")
            _reword(draft, change, own=own)
        case "remove":
            _remove(draft, change)


def _reword(draft: Resume, change: Change, *, own: bool) -> None:
    after = tidy(change.after or "")
    holder = holding(draft, change.line_id)
    if holder:
        lines, place = holder
        _check(change, lines[place].text)
        first, *more = split_lines(change.after or "")
        lines[place].text = first
        lines[place].from_person = own
        lines[place + 1 : place + 1] = _further(change, more, own=own)
        return
    for group in draft.skills:
        if group.id == change.line_id:
            _reword_group(group, change)
            return
    if change.line_id == "basics.label" and draft.basics.label:
        if not own:
            raise ChangeError("The title under your name is yours alone to change.")
        _check(change, draft.basics.label)
        draft.basics.label = after
        return
    named: list[_Named] = [*draft.languages, *draft.interests, *draft.references]
    for part in named:
        if part.id == change.line_id:
            _check(change, text_of(draft, change) or "")
            _rewrite(part, change.after or "")
            return
    entry = find_entry(draft, change.line_id.removesuffix(".keywords"))
    if entry and entry.keywords:
        _check(change, joined(entry.keywords))
        entry.keywords = (
            change.items if change.items and change.state != "edited" else split_keywords(change.after or "")
        )
        return
    raise StaleChange


def _reword_group(group: SkillGroup, change: Change) -> None:
    name, keywords = split_group(change.after or "", group.name)
    if change.items and change.state != "edited":
        keywords = list(change.items)
    if not keywords:
        raise ChangeError("A skill group without a skill cannot be kept. Remove it instead.")
    if change.before is None:
        raise StaleChange
    if any(same(change.before, now) for now in (labelled(group.name, joined(group.keywords)), joined(group.keywords))):
        group.keywords = keywords
    else:
        group.keywords = _merge(split_group(change.before, group.name)[1], keywords, group.keywords)
    group.name = name


def _merge(old: list[str], new: list[str], current: list[str]) -> list[str]:
    """The edit from old to new, made on a list that other accepted changes altered meanwhile."""
    if any(keyword not in new and keyword not in current for keyword in old):
        raise StaleChange
    kept = [keyword for keyword in new if keyword in current or keyword not in old]
    return kept + [keyword for keyword in current if keyword not in old and keyword not in kept]


def _remove(draft: Resume, change: Change) -> None:
    _check(change, text_of(draft, change))
    holder = holding(draft, change.line_id)
    if holder:
        del holder[0][holder[1]]
        return
    for section in ("skills", "languages", "interests", "references"):
        parts: list[_Named | SkillGroup] = getattr(draft, section)
        for place, part in enumerate(parts):
            if part.id == change.line_id:
                del parts[place]
                return
    entry = find_entry(draft, change.line_id.removesuffix(".keywords"))
    if not entry:
        raise ChangeError("This line cannot be removed.")
    entry.keywords = []


def _add(draft: Resume, change: Change, *, own: bool) -> None:
    text = tidy(change.after or "") or ", ".join(change.items or [])
    if not text:
        raise ChangeError("A change without a text cannot be applied.")
    lines = lines_of(draft, change.line_id)
    if lines is not None:
        if any(line.id == change.id for line in lines):
            raise StaleChange("This line was added already.")
        first, *more = split_lines(change.after or text)
        lines += [Line(id=change.id, text=first, from_person=own), *_further(change, more, own=own)]
        _show(draft, change.line_id)
        return
    for group in draft.skills:
        if group.id == change.line_id:
            given = (
                change.items
                if change.items and change.state != "edited"
                else split_group(change.after or "", group.name)[1]
            )
            group.keywords += [keyword for keyword in given if keyword not in group.keywords]
            return
    part = _part(change)
    if part is None:
        raise StaleChange
    getattr(draft, change.line_id).append(part)
    _show(draft, change.line_id)


def _further(change: Change, texts: list[str], *, own: bool) -> list[Line]:
    """The lines beyond the first of a text that holds several, with ids made from the change's."""
    return [Line(id=f"{change.id}.{place}", text=text, from_person=own) for place, text in enumerate(texts, 2)]


def _part(change: Change) -> object | None:
    """The new part of a section, made from the text; roles and degrees are never made by a change."""
    text = change.after or ", ".join(change.items or [])
    match change.line_id:
        case "skills":
            name, keywords = split_group(text)
            return SkillGroup(id=change.id, name=name, keywords=list(change.items or keywords))
        case "languages" | "interests" | "references":
            kinds: dict[str, type[_Named]] = {"languages": Language, "interests": Interest, "references": Reference}
            part = kinds[change.line_id](id=change.id)
            _rewrite(part, text)
            return part
        case "certificates":
            return Certificate(id=change.id, name=tidy(text))
        case "projects":
            return Project(id=change.id, name=tidy(text))
        case "awards":
            return Award(id=change.id, title=tidy(text))
        case "publications":
            return Publication(id=change.id, name=tidy(text))
        case "work" | "volunteer" | "education":
            raise ChangeError(
                "A role or degree cannot be added by a change. Add it to your resume and upload it again."
            )
        case _:
            return None


def _rewrite(part: _Named, text: str) -> None:
    match part:
        case Language():
            found = re.fullmatch(r"(.+?)\s*(?:\((.+)\)|[:,–-]\s+(.+))", tidy(text))
            part.language = found[1] if found else tidy(text)
            part.fluency = (found[2] or found[3]) if found else ""
        case Interest():
            part.name, part.keywords = split_group(text, "")
            if not part.name and len(part.keywords) == 1:
                part.name, part.keywords = part.keywords[0], []
        case Reference():
            part.name, part.text = split_label(tidy(text), part.name)


def _reorder(draft: Resume, change: Change) -> None:
    items = list(change.items or [])
    standing = [part for part, _ in parts_of(draft, change.line_id)]
    kept = [item for item in items if item in standing]
    if not standing or len(set(kept)) < min(2, len(items)) or len(set(items)) != len(items):
        raise StaleChange

    def place(part: str) -> int:
        return items.index(part) if part in items else len(items)

    for group in draft.skills:
        if group.id == change.line_id:
            group.keywords.sort(key=place)
            return
    if change.line_id == "order":
        draft.order.sort(key=place)
        return
    lines = lines_of(draft, change.line_id)
    held = lines if lines is not None else getattr(draft, change.line_id)
    held.sort(key=lambda part: place(part.id))


def _move(draft: Resume, change: Change) -> None:
    holder = holding(draft, change.line_id)
    target = lines_of(draft, change.items[0]) if change.items else None
    if not holder or target is None:
        raise StaleChange
    lines, place = holder
    _check(change, lines[place].text)
    line = lines.pop(place)
    previous = change.items[1] if change.items and len(change.items) > 1 else None
    ids = [each.id for each in target]
    target.insert(0 if previous == "" else ids.index(previous) + 1 if previous in ids else len(ids), line)
    _show(draft, (change.items or [""])[0])


def _check(change: Change, text: str | None) -> None:
    if text is None or change.before is None or not same(change.before, text):
        raise StaleChange


def _show(resume: Resume, section: str) -> None:
    """A section that had nothing before gets its place in the order, or it would never be written."""
    sections = {"summary", "skills", "languages", "interests", "references", *DATED}
    if section in sections and resume.order and section not in resume.order:
        resume.order.insert(0 if section == "summary" else len(resume.order), section)
