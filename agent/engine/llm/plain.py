"""Orders so plain that no model is needed: buttons of the client send them, and they must work when the model does not."""

from __future__ import annotations

import re

from agent.engine.port import Conversation, Instruction, InstructionKind

ORDERS: dict[str, InstructionKind] = {
    "accept": "accept",
    "approve": "accept",
    "annehmen": "accept",
    "accepter": "accept",
    "aceptar": "accept",
    "reject": "reject",
    "decline": "reject",
    "ablehnen": "reject",
    "refuser": "reject",
    "rechazar": "reject",
    "undo": "undo",
    "why": "why",
    "status": "status",
}
ALL = frozenset({"all", "everything", "alle", "alles", "tout", "tous", "todo", "todos"})
FILLERS = frozenset({"and", "und", "et", "y", "please", "bitte"})
LETTER = re.compile(r"(please )?(write|draft) (me )?(the|a|my) (cover )?letter( please)?")
WORD = re.compile(r"[\w.-]*\w")


def plain_order(message: str, conversation: Conversation) -> Instruction | None:
    """The instruction when every word of the message is an order, the id of a change or "all"; otherwise None."""
    words = WORD.findall(message.casefold())
    if LETTER.fullmatch(" ".join(words)):
        return Instruction(kind="letter")
    kinds = [ORDERS[word] for word in words if word in ORDERS]
    known = {change.id.casefold(): change.id for change in conversation.changes}
    rest = [word for word in words if word not in ORDERS and word not in FILLERS]
    ids = [known[word] for word in rest if word in known]
    everything = [word for word in rest if word in ALL]
    if len(kinds) != 1 or len(ids) + len(everything) < len(rest) or (ids and everything):
        return None
    return completed(kinds[0], ids, conversation, everything=bool(everything))


def completed(
    kind: InstructionKind, ids: list[str], conversation: Conversation, *, everything: bool
) -> Instruction | None:
    """With nothing named, the change the message came with or the only open one is meant; None when that is unclear."""
    if kind not in {"accept", "reject", "why"}:
        return Instruction(kind=kind, change_ids=ids) if not everything else None
    if not ids and not everything:
        open_ids = [change.id for change in conversation.changes if change.state == "proposed"]
        ids = (
            [conversation.context]
            if conversation.context in {change.id for change in conversation.changes}
            else open_ids
        )
        if len(ids) != 1:
            return None
    return Instruction(kind=kind, change_ids=ids)
