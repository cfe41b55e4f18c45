"""The person's own Word file with only the accepted changes made: clean, or as tracked changes to accept one by one."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from datetime import UTC, datetime
from typing import Literal, Protocol

from agent.errors import ExportError
from agent.resume.model import Resume
from agent.resume.write.word.blocks import plan_blocks
from agent.resume.write.word.chart import chart
from agent.resume.write.word.draft import Draft
from agent.resume.write.word.lines import plan_lines
from agent.resume.write.word.lists import plan_lists
from agent.resume.write.word.marks import Marker, highest_id
from agent.resume.write.word.package import WordFile
from agent.resume.write.word.pen import write
from agent.resume.write.word.sheet import Sheet, twins

Mode = Literal["clean", "tracked"]


class Edited(Protocol):
    """What is needed of a change (`agent.change.model.Change`) to name it."""

    @property
    def id(self) -> str: ...
    @property
    def line_id(self) -> str: ...
    @property
    def before(self) -> str | None: ...
    @property
    def after(self) -> str | None: ...


class UnlocatedChanges(ExportError):
    """Some changes have no clear place in your Word file.

    `data` is the file with all others made, `changes` are those that are not in it, `ids` the lines they concern.
    """

    code = "UNLOCATED_CHANGES"

    def __init__(self, data: bytes, changes: Sequence[Edited], ids: Sequence[str]) -> None:
        named = [(change.after or change.before or change.line_id)[:60] for change in changes] or list(ids)
        super().__init__(f"These changes have no clear place in your Word file: “{'”, “'.join(named)}”.")
        self.data, self.changes, self.ids = data, list(changes), list(ids)


def edit_docx(
    original: bytes,
    source: Resume,
    result: Resume,
    changes: Sequence[Edited],
    mode: Mode,
    *,
    date: datetime | None = None,
) -> bytes:
    """The file with what differs between `source` (as read from it) and `result` (the accepted changes applied).

    `changes` only serve to name what has no place; `date` (now, unless given) is that of the tracked changes. Slow, not
    for an event loop. Raises `UnlocatedChanges`, which carries the file with the others made, and `ExportError`.
    """
    file = WordFile(original)
    sheet = Sheet(file)
    pairs = [pair for root in file.roots.values() for pair in twins(root)]
    draft = Draft(sheet, chart(sheet, source))
    plan_scalars(draft, source, result)
    plan_lines(draft, source, result)
    plan_lists(draft, source, result)
    plan_blocks(draft, source, result)
    moment = (date or datetime.now(UTC)).astimezone(UTC)
    write(sheet, Marker(mode == "tracked", moment, highest_id(list(file.roots.values()))))
    for box, older in pairs:
        older[:] = [deepcopy(child) for child in box]
    data = file.save()
    if draft.missed:
        raise UnlocatedChanges(data, [each for each in changes if concerns(each, draft.missed)], sorted(draft.missed))
    return data


def plan_scalars(draft: Draft, source: Resume, result: Resume) -> None:
    """The title under the name, the one text of the head that a change may touch."""
    if source.basics.label != result.basics.label:
        spans = draft.chart.lines.get("basics.label", [])
        if spans and result.basics.label:
            draft.rewrite(spans, result.basics.label)
        elif spans:
            draft.erase(spans)
        else:
            draft.missed.add("basics.label")


def concerns(change: Edited, missed: set[str]) -> bool:
    return change.id in missed or change.line_id in missed
