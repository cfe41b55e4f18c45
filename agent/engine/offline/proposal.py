"""How a change of the offline engine is made: its id from what it does, its reason in the person's language."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from agent.change.model import Change, ChangeKind, Evidence
from agent.engine.port import Task


def propose_change(
    task: Task,
    kind: ChangeKind,
    section: str,
    line_id: str,
    *,
    before: str | None = None,
    after: str | None = None,
    items: Sequence[str] | None = None,
    reason: str = "",
    requirement_ids: Iterable[str] = (),
    evidence: Iterable[Evidence] = (),
    by_person: bool = False,
) -> Change:
    """A change with a short id that the same task always gives again."""
    said = "\x1f".join([task.turn, kind, line_id, before or "", after or "", *(items or ())])
    return Change(
        id=f"c{hashlib.sha256(said.encode()).hexdigest()[:10]}",
        kind=kind,
        section=section,
        line_id=line_id,
        before=before,
        after=after,
        items=list(items) if items is not None else None,
        reason=reason,
        requirement_ids=list(dict.fromkeys(requirement_ids)),
        evidence=list(evidence),
        by="person" if by_person else "engine",
    )


def was_refused(task: Task, change: Change) -> bool:
    """Whether the person refused this very change before."""
    return any(
        (each.kind, each.line_id, each.after, each.items) == (change.kind, change.line_id, change.after, change.items)
        for each in task.rejected
    )
