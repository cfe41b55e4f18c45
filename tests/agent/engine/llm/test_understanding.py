"""A chat message becomes an instruction only as far as the message and the session bear it out."""

from __future__ import annotations

from typing import Any

import pytest

from agent.change.model import Change
from agent.engine.llm.engine import LlmEngine
from agent.engine.llm.understanding import ASK, WHICH, WORDS
from agent.engine.port import Conversation, Instruction
from agent.errors import ModelRejected, ModelUnavailable
from agent.resume.model import Resume
from tests.scripted_model import ScriptedModel, answer, empty, invalid_json, lie, refusal, status

OPEN = [
    Change(id=f"c1.{n}", kind="reword", section="work", line_id=f"work.1.h{n}", before="x", after=f"wording {n}")
    for n in (1, 2)
]


@pytest.fixture
def conversation(resume: Resume) -> Conversation:
    return Conversation(resume=resume, changes=OPEN)


async def understood(
    engine: LlmEngine, model: ScriptedModel, conversation: Conversation, message: str, **said: Any
) -> Instruction:
    model.then(answer({"kind": "unknown", "target": "", "text": "", "line_id": "", "change_ids": [], **said}))
    return await engine.understand(message, conversation)


@pytest.mark.parametrize(
    ("message", "said", "expected"),
    [
        (
            "accept c1.2 for me",
            {"kind": "accept", "change_ids": ["c1.2"]},
            Instruction(kind="accept", change_ids=["c1.2"]),
        ),
        ("accept them all", {"kind": "accept"}, Instruction(kind="accept")),
        (
            "I want the letter",
            {"kind": "letter", "line_id": None, "text": None, "change_ids": None},
            Instruction(kind="letter"),
        ),
        ("bitte alle Änderungen annehmen", {"kind": "accept"}, Instruction(kind="accept")),
        (
            "No, drop the first",
            {"kind": "reject", "change_ids": ["[c1.1]"]},
            Instruction(kind="reject", change_ids=["c1.1"]),
        ),
        (
            "why is c1.1 better?",
            {"kind": "why", "change_ids": ["c1.1", "c7"]},
            Instruction(kind="why", change_ids=["c1.1"]),
        ),
        (
            "shorten the carriers line",
            {"kind": "shorten", "target": "carriers line", "line_id": "work.1.h2"},
            Instruction(kind="shorten", target="carriers line", line_id="work.1.h2"),
        ),
        (
            'say "Ran the  cluster" there',
            {"kind": "reword", "text": "Ran the cluster", "line_id": "work.1.h1"},
            Instruction(kind="reword", text="Ran the  cluster", line_id="work.1.h1"),
        ),
        (
            "I used AWS at Tannhof",
            {"kind": "fact", "text": "I used AWS at Tannhof"},
            Instruction(kind="fact", text="I used AWS at Tannhof"),
        ),
        ("now I need the letter", {"kind": "letter"}, Instruction(kind="letter")),
        (
            "remove the summary",
            {"kind": "remove", "line_id": "basics.summary"},
            Instruction(kind="remove", line_id="basics.summary"),
        ),
    ],
)
async def test_what_the_message_bears_out_is_taken_over(
    engine: LlmEngine,
    model: ScriptedModel,
    conversation: Conversation,
    message: str,
    said: dict[str, Any],
    expected: Instruction,
) -> None:
    assert await understood(engine, model, conversation, message, **said) == expected


@pytest.mark.parametrize(
    ("message", "said", "reply"),
    [
        ("why is that better?", {"kind": "accept"}, WHICH),
        ("do not accept this", {"kind": "accept", "change_ids": ["c1.1"]}, WHICH),
        ("accept it", {"kind": "accept"}, WHICH),
        ("tell me about c1.1 first", {"kind": "accept", "change_ids": ["c1.1"]}, WHICH),
        ("accept that one", {"kind": "accept", "change_ids": ["c9.9"]}, WHICH),
        ("accept both c1.1 and c9.9", {"kind": "accept", "change_ids": ["c1.1", "c9.9"]}, WHICH),
        ("make it sound better", {"kind": "reword", "text": "Led a team of 40"}, WORDS),
        ("add something about AWS", {"kind": "add", "text": "Certified AWS Architect"}, WORDS),
        ("hm", {"kind": "unknown"}, ASK),
    ],
)
async def test_doubt_ends_in_asking_back(
    engine: LlmEngine, model: ScriptedModel, conversation: Conversation, message: str, said: dict[str, Any], reply: str
) -> None:
    assert await understood(engine, model, conversation, message, **said) == Instruction(kind="unknown", reply=reply)


async def test_a_fact_is_the_persons_message_never_the_models_words(
    engine: LlmEngine, model: ScriptedModel, conversation: Conversation
) -> None:
    found = await understood(engine, model, conversation, " I once used AWS ", kind="fact", text="Ten years of AWS")
    assert found == Instruction(kind="fact", text="I once used AWS")


async def test_the_change_a_message_came_with_is_the_one_meant(
    engine: LlmEngine, model: ScriptedModel, resume: Resume
) -> None:
    here = Conversation(resume=resume, changes=OPEN, context="c1.2")
    assert (await understood(engine, model, here, "yes, take it", kind="accept")).change_ids == ["c1.2"]


@pytest.mark.parametrize("line_id", ["work.1", "basics.label", "basics.email", "../../etc/passwd", "work.44.h1"])
async def test_lines_that_may_not_be_edited_are_not_named(
    engine: LlmEngine, model: ScriptedModel, conversation: Conversation, line_id: str
) -> None:
    found = await understood(engine, model, conversation, "remove it", kind="remove", line_id=line_id)
    assert found.line_id in {"", "work.1"}
    assert line_id == "work.1" or not found.line_id


@pytest.mark.parametrize("trouble", [invalid_json(), refusal(), empty(), answer({"kind": "format_disk"})])
async def test_a_model_without_an_answer_means_asking(
    engine: LlmEngine, model: ScriptedModel, conversation: Conversation, trouble: Any
) -> None:
    model.always(trouble)
    assert await engine.understand("tidy up", conversation) == Instruction(kind="unknown", reply=ASK)


async def test_a_model_out_of_reach_is_an_error(
    engine: LlmEngine, model: ScriptedModel, conversation: Conversation
) -> None:
    model.always(status(401))
    with pytest.raises(ModelRejected):
        await engine.understand("tidy up", conversation)
    model.always(status(500))
    with pytest.raises(ModelUnavailable):
        await engine.understand("tidy up again", conversation)


async def test_a_liar_decides_nothing(engine: LlmEngine, model: ScriptedModel, conversation: Conversation) -> None:
    model.always(lie())
    assert (await engine.understand("what about the first line?", conversation)).kind == "unknown"


async def test_a_message_of_20_kb_is_no_trouble(
    engine: LlmEngine, model: ScriptedModel, conversation: Conversation
) -> None:
    found = await understood(engine, model, conversation, "I worked. " * 2000, kind="fact")
    assert found.kind == "fact"
    assert len(model.calls[0].body["messages"][1]["content"]) < 12_000


@pytest.mark.parametrize(
    ("message", "context", "expected"),
    [
        ("Accept all", "", Instruction(kind="accept")),
        ("Reject all.", "", Instruction(kind="reject")),
        ("accept C1.1 and c1.2", "", Instruction(kind="accept", change_ids=["c1.1", "c1.2"])),
        ("reject", "c1.2", Instruction(kind="reject", change_ids=["c1.2"])),
        ("why c1.1?", "", Instruction(kind="why", change_ids=["c1.1"])),
        ("undo", "", Instruction(kind="undo")),
        ("Please write the cover letter", "", Instruction(kind="letter")),
    ],
)
async def test_a_plain_order_needs_no_model(
    engine: LlmEngine, model: ScriptedModel, resume: Resume, message: str, context: str, expected: Instruction
) -> None:
    model.always(status(401))
    assert await engine.understand(message, Conversation(resume=resume, changes=OPEN, context=context)) == expected
    assert not model.calls


@pytest.mark.parametrize(
    "message",
    ["accept", "accept all but c1.1", "do not accept all", "accept c9.9", "accept or reject", "accept all c1.1", ""],
)
async def test_what_is_not_quite_plain_goes_to_the_model(
    engine: LlmEngine, model: ScriptedModel, conversation: Conversation, message: str
) -> None:
    found = await understood(engine, model, conversation, message)
    assert found.kind == "unknown"
    assert len(model.calls) == 1
