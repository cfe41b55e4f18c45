"""Shorter without losing a fact: wordy phrases go; whole lines go only where nothing in them answers the posting."""

from __future__ import annotations

import re

from agent.change.losing import lost
from agent.change.model import Change, Evidence
from agent.change.telling.reading import read
from agent.engine.offline.lexicon import known, say, table
from agent.engine.offline.order import leans
from agent.engine.offline.proposal import propose_change
from agent.engine.offline.wanted import relevance, wanted
from agent.engine.port import Task
from agent.resume.lines import Address, addresses

_LEAST_KEPT = 3
"""Bullets a role keeps in any case."""
_MOST_REMOVED = 5


def shortened(task: Task, line_id: str = "") -> list[Change]:
    """Rewords of one line, or of the whole resume with the least relevant bullets proposed for removal."""
    lines = [each for each in addresses(task.resume) if each.kind in {"highlight", "summary", "text"}]
    if line_id:
        lines = [each for each in lines if line_id in {each.id, each.entry, each.section}]
    changes = [change for line in lines if (change := _tightened(task, line))]
    single = len(lines) == 1
    removed = [] if single else _least(task, lines, {change.line_id for change in changes})
    return changes + removed


def tighten(text: str, language: str) -> str:
    """The text without its wordy phrases."""
    filler: dict[str, str] = table("words")["filler"][known(language)]
    shorter = text
    for phrase in sorted(filler, key=len, reverse=True):
        short = filler[phrase]

        def put(match: re.Match[str], short: str = short) -> str:
            return short[:1].upper() + short[1:] if match.group()[:1].isupper() else short

        shorter = re.sub(
            rf"(?<!\w){re.escape(phrase)}(?!\w)" if phrase[-1].isalnum() else rf"(?<!\w){re.escape(phrase)}",
            put,
            shorter,
            flags=re.IGNORECASE,
        )
    return shorter[:1].upper() + shorter[1:] if text[:1].isupper() else shorter


def _tightened(task: Task, line: Address) -> Change | None:
    after = tighten(line.text, task.language)
    if after == line.text or lost(line.text, after):
        return None
    return propose_change(
        task,
        "reword",
        line.section,
        line.id,
        before=line.text,
        after=after,
        reason=say(task.language, "shorter"),
        evidence=[Evidence(source="resume", ref=line.id, quote=line.text)],
    )


def _least(task: Task, lines: list[Address], reworded: set[str]) -> list[Change]:
    """Bullets that answer nothing, the oldest roles' first; each role keeps its first lines."""
    asked = wanted(task.report)
    if not task.report.requirements:
        return []
    by_entry: dict[str, list[Address]] = {}
    for line in lines:
        if line.section in {"work", "volunteer", "projects"} and line.kind == "highlight":
            by_entry.setdefault(line.entry, []).append(line)
    idle = [
        line
        for bullets in reversed(list(by_entry.values()))
        for line in sorted(_free(bullets), key=_counts)
        if line.id not in reworded and not relevance(line, task.report, asked)
    ]
    left = {entry: len(bullets) for entry, bullets in by_entry.items()}
    changes: list[Change] = []
    for line in idle:
        if left[line.entry] > _LEAST_KEPT and len(changes) < _MOST_REMOVED:
            left[line.entry] -= 1
            changes.append(
                propose_change(
                    task, "remove", line.section, line.id, before=line.text, reason=say(task.language, "least")
                )
            )
    return changes


def _counts(line: Address) -> bool:
    """Whether the line counts something: such lines go last."""
    return bool(read(line.text).quantities)


def _free(bullets: list[Address]) -> list[Address]:
    """Last first, the bullets on which no other leans and that lean on none: taking one of those out would break the other."""
    leaning = [leans(bullet.text) for bullet in bullets] + [False]
    free = [bullet for place, bullet in enumerate(bullets) if not leaning[place] and not leaning[place + 1]]
    return free[::-1]
