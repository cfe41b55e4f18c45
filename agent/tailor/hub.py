"""`listen`: the hub of the graph. It hears what the person said in the chat, then says where to go on."""

from __future__ import annotations

from langgraph.runtime import Runtime

from agent.change.model import Change
from agent.engine.port import Conversation, Instruction
from agent.job.model import Fact, Question, Requirement
from agent.resume.lines import find_entry
from agent.resume.model import Resume
from agent.tailor.bench import Bench, language_of, report_now
from agent.tailor.desk import ChatMessage, Decision
from agent.tailor.doubts import MOST, doubts
from agent.tailor.fit import STEM, Fit, worded
from agent.tailor.state import State

PROPOSING = frozenset({"add", "remove", "reword", "move", "shorten", "emphasise", "fact", "tailor"})
"""The instructions that lead to a proposal; the others are carried out or answered at once."""

ROUNDS = 2
"""How often refused changes lead to another proposal in one turn."""


async def listen(state: State, runtime: Runtime[Bench]) -> State:
    bench = runtime.context
    while message := await bench.desk.unheard():
        instruction, undone = await hear(message, state, bench)
        if instruction is not None and instruction.kind == "letter":
            recipient = message.context if message.asks == "letter" else ""
            return {
                "instruction": instruction.model_dump(),
                "letter": {"message_id": message.id, "recipient": recipient},
                "next": "letter",
            }
        if instruction is not None:
            return {"instruction": {**instruction.model_dump(), "message_id": message.id}, "next": "propose"}
        if undone:
            refused = refusals(await bench.desk.changes())
            state = {**state, "refused": refused, "fitted": True}
    return {"refused": state.get("refused", 0), "fitted": state.get("fitted", False), **await choose(state, bench)}


async def hear(message: ChatMessage, state: State, bench: Bench) -> tuple[Instruction | None, bool]:
    """Act on one message; the instruction, if it asks for changes or for a letter, and whether a step was taken back.

    A message that asks for a letter or for changes counts as heard when their turn begins, so that it is not lost with a
    killed worker.
    """
    desk = bench.desk
    if message.asks == "letter":
        return Instruction(kind="letter"), False
    draft = await desk.draft() or await desk.source()
    conversation = Conversation(
        resume=draft,
        report=await report_now(bench, state),
        changes=[change for change in await desk.changes() if change.state != "proposed" or change.id in message.seen],
        facts=await desk.facts(),
        context=message.context,
        language=desk.wishes.language or draft.language or "en",
    )
    instruction = await bench.engine.understand(message.text, conversation)
    key = f"message:{message.id}"
    undone = False
    match instruction.kind:
        case "undo":
            undone = await desk.restore(key=key, change_ids=instruction.change_ids) is not None
            if not undone:
                instruction.reply = "There is nothing to undo, or later changes build on it."
        case "fact" | "add" | "reword" if instruction.text or instruction.kind == "fact":
            said = instruction.text or message.text
            fact = Fact(id="", said=message.text, statement=said, answer="other", entry=entry_of(instruction, draft))
            await desk.keep_fact(fact, key=key)
        case _:
            pass
    if instruction.reply:
        await desk.reply(instruction.reply, key=key)
    if instruction.kind in PROPOSING or instruction.kind == "letter":
        return instruction, undone
    decisions = chosen(instruction, conversation.changes) if instruction.kind in ("accept", "reject") else []
    await desk.decide(decisions, heard=message.id)
    return None, undone


def entry_of(instruction: Instruction, resume: Resume) -> str:
    """The role that an instruction names, by itself or by one of its lines; ids of lines go on from their entry's."""
    entry = find_entry(resume, instruction.line_id) or find_entry(resume, instruction.line_id.rsplit(".", 1)[0])
    return entry.id if entry else ""


def chosen(instruction: Instruction, changes: list[Change]) -> list[Decision]:
    open_ids = [change.id for change in changes if change.state == "proposed"]
    ids = [id_ for id_ in instruction.change_ids if id_ in open_ids] if instruction.change_ids else open_ids
    return [Decision(id_, "accept" if instruction.kind == "accept" else "reject") for id_ in ids]


async def choose(state: State, bench: Bench) -> State:
    """Ask what is still to be asked, then propose, then have it reviewed, then finish."""
    if questions := state.get("questions"):
        return {"next": "ask", "pending": question_card(Question.model_validate(questions[0]), state)}
    if not state.get("proposed"):
        return {"next": "propose"}
    changes = await bench.desk.changes()
    if bench.desk.wishes.review == "each" and state.get("doubted", 0) < MOST:
        draft = await bench.desk.source()
        asking = doubts(changes, state.get("asked") or [], draft.language)
        if asking:
            card = question_card(asking[0], state)
            return {
                "next": "ask",
                "pending": card,
                "questions": [asking[0].model_dump()],
                "doubted": state.get("doubted", 0) + 1,
            }
    open_changes = [change for change in changes if change.state == "proposed"]
    if open_changes:
        if bench.desk.wishes.review == "auto" and any(change.kind != "remove" for change in open_changes):
            return {"next": "apply"}
        offered = Fit.model_validate(state["fit"]) if state.get("fit") else None
        return {
            "next": "review",
            "pending": review_card(open_changes, offered, await language_of(bench)),
            "fitted": False,
        }
    refused = refusals(changes)
    if refused > state.get("refused", 0) and state.get("rounds", 0) < ROUNDS:
        return {"next": "propose", "rounds": state.get("rounds", 0) + 1, "refused": refused}
    if bench.desk.wishes.review == "each" and not state.get("fitted"):
        return {"next": "fit"}
    return {"next": "finish"}


def refusals(changes: list[Change]) -> int:
    """How many changes were refused; a line that is to stay is no refusal of what was proposed."""
    return sum(change.state == "rejected" and not change.id.startswith(STEM) for change in changes)


def question_card(question: Question, state: State) -> dict[str, object]:
    requirements = {row["id"]: Requirement.model_validate(row) for row in state["requirements"]}
    requirement = requirements.get(question.requirement_id or "")
    return {
        "kind": question.kind,
        "question": question.text,
        "choices": question.choices,
        "change_ids": [],
        "requirement": requirement
        and {"id": requirement.id, "text": requirement.text, "priority": requirement.priority},
    }


def review_card(changes: list[Change], offered: Fit | None, language: str) -> dict[str, object]:
    """`offered` is what was measured, where what is open are lines to leave out."""
    if offered is not None and all(change.id.startswith(STEM) for change in changes):
        return {
            "kind": "review",
            "question": worded(offered, len(changes), language),
            "choices": ["Accept all", "Reject all"],
            "change_ids": [change.id for change in changes],
            "requirement": None,
            "fit": offered.model_dump(),
        }
    count = "Here is a change" if len(changes) == 1 else f"Here are {len(changes)} changes, each"
    question = f"{count} with its evidence. Accept, reject or edit: nothing is applied before you say so."
    return {
        "kind": "review",
        "question": question,
        "choices": ["Accept all", "Reject all"],
        "change_ids": [change.id for change in changes],
        "requirement": None,
    }
