"""What a chat message asks for. The model names it; only what the message and the session bear out is taken over.

The person's words become facts and an acceptance changes the resume, so here doubt always ends in asking back.
"""

from __future__ import annotations

import re

from agent.change.model import Change
from agent.engine.llm import blocks
from agent.engine.llm.answers import ChatAnswer
from agent.engine.llm.candidates import bare, folded
from agent.engine.llm.plain import plain_order
from agent.engine.llm.prompts import one_line
from agent.engine.llm.shown import shareable
from agent.engine.llm.speech import Speech
from agent.engine.port import Conversation, Instruction
from agent.errors import ModelAnswerInvalid, ModelRefused

ASK = "I did not understand that. You can accept or reject a change, or ask to add, remove, reword, move, shorten or emphasise something, or ask why."
WHICH = "Which of the proposed changes do you mean?"
WORDS = "Please write the exact words you want to have in your resume."
DECIDES = re.compile(
    r"\b(accept\w*|approve\w*|apply|take|keep|use|yes|ok|okay|agree\w*|good|fine|great|sure|perfect|reject\w*|refuse\w*|decline\w*|discard|drop|no|skip|ignore"
    r"|annehmen|nimm|übernehmen|übernimm|akzeptier\w*|ja|gut|passt|ablehnen|lehne|verwirf|verwerfen|nein"
    r"|accepte\w*|garde\w*|oui|bien|d'accord|rejette\w*|refuse\w*|non|acepta\w*|sí|si|vale|bueno|rechaza\w*)\b",
    re.IGNORECASE,
)
NEGATED = re.compile(r"\b(not|don't|dont|never|no|nicht|kein\w*|nein|ne|pas|non|nunca)\b|n't\b|n’t\b", re.IGNORECASE)
ALL = re.compile(
    r"\b(all|everything|every|both|rest|remaining|alle[sn]?|beide|rest\w*|tou[st]|toutes?|tod[oa]s?)\b", re.IGNORECASE
)
OWN_WORDS = frozenset({"add", "reword", "fact"})
LONGEST_MESSAGE = 8000
MOST_CHANGES = 60


async def understand(speech: Speech, message: str, conversation: Conversation) -> Instruction:
    if (order := plain_order(message, conversation)) is not None:
        return order
    try:
        answer = await speech.ask("chat", shown(message, conversation), ChatAnswer)
    except (ModelAnswerInvalid, ModelRefused):
        return Instruction(kind="unknown", reply=ASK)
    return checked(answer, message, conversation)


def shown(message: str, conversation: Conversation) -> dict[str, str]:
    changes = [described(change) for change in conversation.changes[-MOST_CHANGES:]]
    return {
        "message": message[:LONGEST_MESSAGE],
        "context": one_line(conversation.context),
        "changes": "\n".join(changes),
        "lines": blocks.listed(shareable(conversation.resume)),
    }


def described(change: Change) -> str:
    return f"[{change.id}] ({change.state}, {change.kind} {change.line_id}) {one_line(change.after or change.before or ', '.join(change.items or []), 200)}"


def checked(answer: ChatAnswer, message: str, conversation: Conversation) -> Instruction:
    """The instruction that the answer names, as far as message and session bear it out; otherwise a question back."""
    known = {change.id: change for change in conversation.changes}
    named = [bare(each) for each in answer.change_ids]
    ids = [each for each in dict.fromkeys(named) if each in known]
    if answer.kind in {"accept", "reject"}:
        return decided(answer, message, ids, conversation, stray=len(ids) < len(set(named)))
    lines = {line.id for line in shareable(conversation.resume) if line.kind != "basics"}
    line = bare(answer.line_id)
    text = taken(answer.text, message) if answer.kind in OWN_WORDS else ""
    if answer.kind == "fact" and not text:
        text = message.strip()
    if answer.kind in {"add", "reword"} and answer.text.strip() and not text:
        return Instruction(kind="unknown", reply=WORDS)
    return Instruction(
        kind=answer.kind,
        target=taken(answer.target, message),
        text=text,
        line_id=line if line in lines else "",
        change_ids=ids,
        reply=ASK if answer.kind == "unknown" else "",
    )


def decided(
    answer: ChatAnswer, message: str, ids: list[str], conversation: Conversation, *, stray: bool
) -> Instruction:
    """An acceptance or refusal counts only in the person's own word; of all only when the message says all."""
    open_ids = [change.id for change in conversation.changes if change.state == "proposed"]
    if conversation.context in open_ids and not ids:
        ids = [conversation.context]
    if not ids and len(open_ids) == 1:
        ids = open_ids
    doubtful = stray or not DECIDES.search(message) or (answer.kind == "accept" and NEGATED.search(message))
    if doubtful or (not ids and not ALL.search(message)):
        return Instruction(kind="unknown", reply=WHICH)
    return Instruction(kind=answer.kind, target=taken(answer.target, message), change_ids=ids)


def taken(words: str, message: str) -> str:
    """The words as they stand in the message; empty when they are not the person's own."""
    parts = words.strip().strip("\"“”'").split()
    if not parts or folded(words.strip("\"“”' ")) not in folded(message):
        return ""
    found = re.search(r"\s+".join(map(re.escape, parts)), message, re.IGNORECASE)
    return found.group() if found else ""
