"""The bullets of a role in the order of what the posting asks for: nothing is dropped, equals stay as they stand."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from agent.change.model import Change, Evidence
from agent.change.wording import joined
from agent.engine.offline.lexicon import say, table
from agent.engine.offline.proposal import propose_change
from agent.engine.offline.vocabulary import key_of, uses
from agent.engine.offline.wanted import Wanted, relevance, wanted
from agent.engine.port import Task
from agent.job.model import MatchReport
from agent.resume.lines import Address, addresses
from agent.resume.model import Entry, Line

_DATED = re.compile(r"^\W*(?:\d{4}|\d{1,2}/\d{2,4}|(?:phase|step|week|year|jahr|année|año)\s*\d)", re.IGNORECASE)
_GAIN = {"light": 3.0, "standard": 2.0, "thorough": 1.0}
"""How much more relevant the new first line must be than the one that stood there."""


_MOST = {"light": 2, "standard": 4, "thorough": 8}
"""In how many entries the lines are put into another order, the first ones first."""


class _Block(NamedTuple):
    """Lines that stay together, with the best relevance among them."""

    lines: list[Line]
    score: float


def ordered(task: Task, emphasis: str = "") -> list[Change]:
    """A reorder for each role whose most relevant bullet does not come first; `emphasis` is what the person wants ahead."""
    asked = [Wanted(emphasis, key_of(emphasis), 9.0, ("",))] if emphasis else wanted(task.report)
    report = MatchReport(requirements=[], matches=[], score=0, band="") if emphasis else task.report
    places = {each.id: each for each in addresses(task.resume)}
    changes = []
    for section in ("work", "volunteer", "projects"):
        for entry in getattr(task.resume, section):
            change = _ordered(
                replace(task, report=report),
                section,
                entry,
                asked,
                places,
                gain=1.0 if emphasis else _GAIN[task.intensity],
            )
            if change:
                changes.append(change)
    return changes[: _MOST[task.intensity]]


def _ordered(
    task: Task, section: str, entry: Entry, asked: list[Wanted], places: dict[str, Address], *, gain: float
) -> Change | None:
    lines = entry.highlights
    if len(lines) < 3 or sum(bool(_DATED.match(line.text)) for line in lines) * 2 >= len(lines):
        return None
    blocks = _blocks(lines, {line.id: relevance(places[line.id], task.report, asked) for line in lines})
    best = sorted(blocks, key=lambda block: -block.score)
    if best[0].score - blocks[0].score < gain:
        return None
    order = [line for block in best for line in block.lines]
    named = list(dict.fromkeys(each.term for block in best[:2] for each in asked if _names(block, each)))
    reason = say(task.language, "order_lines", terms=joined(named)) if named else ""
    if not named:
        reason = say(task.language, "order_lines", terms=_asked_of(task, best[0]))
    return propose_change(
        task,
        "reorder",
        section,
        entry.id,
        before="\n".join(line.text for line in lines),
        after="\n".join(line.text for line in order),
        items=[line.id for line in order],
        reason=reason,
        requirement_ids=[
            each_id for each in asked if _names(best[0], each) for each_id in each.requirement_ids if each_id
        ],
        evidence=[Evidence(source="resume", ref=line.id, quote=line.text) for line in best[0].lines],
    )


def leans(text: str) -> bool:
    """Whether a line opens with a word that points back ("This cut …")."""
    words = "|".join(map(re.escape, table("words")["leaning"]))
    return bool(re.match(rf"(?:{words})\b", text, re.IGNORECASE))


def _blocks(lines: list[Line], scores: dict[str, float]) -> list[_Block]:
    """A line that leans on the one before it ("This cut …") stays behind it."""
    held: list[list[Line]] = []
    for line in lines:
        if held and leans(line.text):
            held[-1].append(line)
        else:
            held.append([line])
    return [_Block(block, max(scores[line.id] for line in block)) for block in held]


def _names(block: _Block, each: Wanted) -> bool:
    return any(uses(line.text, each.term) for line in block.lines)


def _asked_of(task: Task, block: _Block) -> str:
    ids = {line.id for line in block.lines}
    texts = {each.id: each.text for each in task.report.requirements}
    found = [
        texts[match.requirement_id]
        for match in task.report.matches
        if match.requirement_id in texts and any(each.ref in ids for each in match.evidence)
    ]
    return "; ".join(found[:2])
