"""A blocked change without the parts that the gate refused, where what is left still says something."""

from __future__ import annotations

from agent.change.model import Change
from agent.change.wording import joined
from agent.engine.port import Task
from agent.job.words import sentences


def mend(_task: Task, blocked: list[Change]) -> list[Change]:
    """Keywords and sentences without an unsupported span, under the change's own id; what has none left is dropped."""
    return [mended for change in blocked if (mended := _mended(change))]


def _mended(change: Change) -> Change | None:
    refused = [span.text for span in change.unsupported]
    if not change.after or not refused or change.kind not in {"add", "reword"}:
        return None
    if change.items:
        items = [item for item in change.items if not any(text in item for text in refused)]
        after = change.after
        for item in change.items:
            if item not in items:
                after = after.replace(f", {item}", "").replace(f"{item}, ", "")
        after = after if change.kind == "reword" else joined(items)
        kept = items if items and len(items) < len(change.items) else None
    else:
        parts = sentences(change.after)
        sound = [part for part in parts if not any(text in part for text in refused)]
        after, kept = " ".join(sound), (None if len(sound) == len(parts) or not sound else [])
    if kept is None or after in {"", change.before}:
        return None
    update = {"after": after, "items": kept or None, "unsupported": [], "state": "proposed"}
    return change.model_copy(update=update)
