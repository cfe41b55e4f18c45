"""Chat about proposed changes: accept, reject, undo, why, status."""

from __future__ import annotations

from rapidfuzz import fuzz

from agent.change.model import Change
from agent.engine.offline.commands import Command, ordinals, part, quoted
from agent.engine.offline.finding import find_line, find_section
from agent.engine.offline.lexicon import reply
from agent.engine.offline.vocabulary import fold
from agent.engine.port import Conversation, Instruction
from agent.resume.lines import addresses

_OPEN = ("proposed", "blocked")
_TAKEN = ("accepted", "edited")
_ALIKE = 70.0
_LAST_STEP = {"en": "the last step", "de": "der letzte Schritt", "fr": "la dernière étape", "es": "el último paso"}
_MOST_MISSING = 5


def decide(command: Command, conversation: Conversation) -> Instruction:
    """Accept or reject what is named: all, by number among the open changes, or by content."""
    open_changes = [change for change in conversation.changes if change.state == "proposed"]
    if not open_changes:
        return Instruction(kind="unknown", target=command.rest, reply=reply(command.language, "no_changes"))
    chosen, choices = _chosen(command.rest, open_changes, conversation)
    if choices or (not chosen and command.rest and not part("all", command.rest)):
        named = "; ".join(choices or [f"{place}. {_shown(each)}" for place, each in enumerate(open_changes, 1)][:8])
        return Instruction(
            kind="unknown", target=command.rest, reply=reply(command.language, "which_change", choices=named)
        )
    key = "accepted" if command.kind == "accept" else "rejected"
    ids = [] if len(chosen) == len(open_changes) and part("all", command.rest) else [each.id for each in chosen]
    kind = "accept" if command.kind == "accept" else "reject"
    return Instruction(kind=kind, target=command.rest, change_ids=ids, reply=reply(command.language, key))


def undo(command: Command, conversation: Conversation) -> Instruction:
    """The named changes; without a name the last step, whatever it was (`change_ids` empty)."""
    taken = [change for change in conversation.changes if change.state in _TAKEN]
    if not taken:
        return Instruction(kind="unknown", target=command.rest, reply=reply(command.language, "nothing_to_undo"))
    if part("all", command.rest) and not part("except", command.rest):
        chosen = taken
    else:
        named = (
            conversation.context in {change.id for change in taken}
            or ordinals(command.rest)
            or len(command.rest.split()) > 2
        )
        chosen = _chosen(command.rest, taken, conversation)[0] if named else []
    said = "; ".join(_shown(each) for each in chosen[:3]) or _LAST_STEP.get(command.language, _LAST_STEP["en"])
    ids = [each.id for each in chosen]
    return Instruction(
        kind="undo", target=command.rest, change_ids=ids, reply=reply(command.language, "undone", text=said)
    )


def explain(command: Command, conversation: Conversation) -> Instruction:
    """The reason and the evidence of the change that is meant; of a line that no change touches, just that."""
    chosen, _ = _chosen(command.rest, conversation.changes, conversation)
    wanting = "" if chosen else _requirement(command.rest, conversation)
    if wanting:
        return Instruction(kind="why", target=command.rest, reply=wanting)
    if not chosen and conversation.changes and len(_content(command.rest).split()) <= 1:
        chosen = conversation.changes[-1:]
    if chosen:
        change = chosen[0]
        return Instruction(
            kind="why",
            target=command.rest,
            line_id=change.line_id,
            change_ids=[change.id],
            reply=_because(change, command.language),
        )
    found = find_line(command.rest, conversation.resume)
    line = next((each for each in addresses(conversation.resume) if each.id == found.id), None)
    if line is None:
        return Instruction(
            kind="why", target=command.rest, reply=reply(command.language, "no_line", target=command.rest)
        )
    return Instruction(
        kind="why", target=command.rest, line_id=line.id, reply=reply(command.language, "why_line", line=line.text)
    )


def _requirement(rest: str, conversation: Conversation) -> str:
    """What the match says of the requirement that a text names; empty where it names none."""
    if conversation.report is None:
        return ""
    said = f" {fold(_content(rest))} "
    for each in conversation.report.requirements:
        names = [fold(term) for term in each.terms] + [fold(each.text)]
        match = conversation.report.match_of(each.id)
        if match and any(name and f" {name} " in said for name in names):
            return f"“{each.text}”: {match.note or match.label}"
    return ""


def tell_status(command: Command, conversation: Conversation) -> Instruction:
    counts = {
        state: sum(change.state == state for change in conversation.changes)
        for state in ("proposed", "rejected", "blocked")
    }
    accepted = sum(change.state in _TAKEN for change in conversation.changes)
    score = ""
    if conversation.report:
        score = reply(
            command.language, "score", score=f"{conversation.report.score:.0f}", band=conversation.report.band
        )
        texts = {each.id: each.text for each in conversation.report.requirements}
        missing = [texts[each.requirement_id] for each in conversation.report.matches if each.label == "missing"]
        if missing:
            score += reply(command.language, "missing", requirements="; ".join(missing[:_MOST_MISSING]))
    said = reply(
        command.language,
        "standing",
        open=counts["proposed"],
        accepted=accepted,
        rejected=counts["rejected"],
        blocked=counts["blocked"],
        score=score,
    )
    return Instruction(kind="status", reply=said)


def single_open(conversation: Conversation) -> str:
    """The one change a bare yes or no can mean: that of the context, or the only open one."""
    open_ids = [change.id for change in conversation.changes if change.state == "proposed"]
    if conversation.context in open_ids:
        return conversation.context
    return open_ids[0] if len(open_ids) == 1 else ""


def _chosen(rest: str, changes: list[Change], conversation: Conversation) -> tuple[list[Change], list[str]]:
    """The changes a text names; where it fits several equally well, none, and what to ask."""
    spared = part("except", rest)
    if spared and part("all", rest[: spared.start()]):
        left, choices = _chosen(rest[spared.end() :], changes, conversation)
        return [each for each in changes if each not in left] if left else [], choices
    numbers = [number for number in ordinals(rest) if abs(number) <= len(changes) and number]
    if numbers and not quoted(rest):
        return [changes[number - 1 if number > 0 else number] for number in numbers], []
    if part("all", rest) and len(fold(rest).split()) <= 4:
        section = find_section(rest, conversation.resume)
        return [each for each in changes if not section or each.section == section], []
    if not _content(rest):
        held = [each for each in changes if each.id == conversation.context]
        return held or (changes if not rest and not conversation.context else []), []
    return _by_content(rest, changes, conversation)


def _by_content(rest: str, changes: list[Change], conversation: Conversation) -> tuple[list[Change], list[str]]:
    section = find_section(rest, conversation.resume)
    within = [each for each in changes if each.section == section] if section else []
    words = (quoted(rest) or [_content(rest)])[0]
    if within and len(_content(rest).split()) <= 2:
        return within, []
    said = fold(words)
    holding = [each for each in changes if said and said in fold(f"{each.before or ''} {each.after or ''}")]
    if not holding:
        scored = [
            (fuzz.token_set_ratio(said, fold(f"{each.before or ''} {each.after or ''}")), each) for each in changes
        ]
        best = max((score for score, _ in scored), default=0.0)
        holding = [each for score, each in scored if best >= _ALIKE and best - score < 3]
    if len(holding) > 1 and not part("all", rest):
        telling = [each for each in holding if said in fold(each.after or "") and said not in fold(each.before or "")]
        if len(telling) == 1:
            return telling, []
        return [], [_shown(each) for each in holding[:4]]
    return holding, []


def _content(rest: str) -> str:
    """What is left of a text without the words that only point."""
    text = part("change", rest)
    kept = rest[: text.start()] + rest[text.end() :] if text else rest
    small = [
        "the",
        "this",
        "that",
        "it",
        "one",
        "about",
        "with",
        "on",
        "for",
        "to",
        "of",
        "did",
        "you",
        "why",
        "was",
        "is",
        "are",
        "my",
        "a",
        "an",
        "change",
        "want",
        "der",
        "die",
        "das",
        "den",
        "le",
        "la",
        "les",
        "el",
        "los",
        "las",
        "de",
        "sur",
    ]
    return " ".join(word for word in kept.split() if fold(word.strip(".,!?")) not in small)


def _because(change: Change, language: str) -> str:
    if change.by == "person" or change.state == "edited":
        return reply(language, "because_own")
    quotes = ", ".join(f"“{each.quote}”" for each in change.evidence[:3])
    said = reply(language, "because", reason=change.reason, evidence=quotes) if quotes else change.reason
    if change.state == "blocked" and change.unsupported:
        span = change.unsupported[0]
        said += " " + reply(language, "because_blocked", why=f"“{span.text}”: {span.why}")
    return said


def _shown(change: Change) -> str:
    text = (change.after or change.before or "").splitlines()[0]
    return f"“{text if len(text) <= 60 else text[:57] + '…'}”"
