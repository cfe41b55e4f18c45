"""The port behind which an engine thinks: `offline` (rules) or `llm`. It returns candidates; the gate decides.

Everything an engine returns is a proposal. `change.ground` judges each one afterwards, whoever made it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from pydantic import BaseModel, Field

from agent.change.model import Change
from agent.job.model import Fact, MatchReport, Requirement
from agent.resume.model import Resume
from scraper.posting import Posting

Intensity = Literal["light", "standard", "thorough"]
InstructionKind = Literal[
    "accept",
    "reject",
    "undo",
    "add",
    "remove",
    "reword",
    "move",
    "shorten",
    "emphasise",
    "why",
    "status",
    "letter",
    "fact",
    "tailor",
    "unknown",
]
Report = Callable[[str], Awaitable[None]]
"""Tells the person what is going on, in a short sentence ("The model is busy, retrying (2/5)")."""


class Instruction(BaseModel):
    """What a chat message asks for, as an engine understood it.

    `target` is what it names in the person's words, `line_id` and `change_ids` what that was found to be. `text` is the
    wording the person gives ("reword X to TEXT", "add TEXT"), `reply` what to say back, always plain and never a claim.
    `change_ids` empty with accept or reject means all that are open. `add`, `reword` and `fact` carry the person's own
    word: it is kept as a fact before anything is proposed from it.
    """

    kind: InstructionKind
    target: str = ""
    text: str = ""
    line_id: str = ""
    change_ids: list[str] = []
    reply: str = ""


@dataclass(frozen=True)
class Task:
    """All that a proposal may rest on. `rejected` are changes the person refused: never proposed again as they were.

    `language` is the output's, the resume's unless asked otherwise. `turn` distinguishes the ids of changes proposed in
    different turns.
    """

    resume: Resume
    posting: Posting
    report: MatchReport
    facts: list[Fact] = field(default_factory=list)
    instruction: Instruction | None = None
    rejected: list[Change] = field(default_factory=list)
    intensity: Intensity = "standard"
    language: str = "en"
    turn: str = "1"


@dataclass(frozen=True)
class Conversation:
    """What a chat message may refer to. `changes` are all of the session, oldest first, each with its state; `context` is a
    change's id or free text that the message was sent with.
    """

    resume: Resume
    report: MatchReport | None = None
    changes: list[Change] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    context: str = ""
    language: str = "en"


class Usage(BaseModel):
    """Tokens of one model call, as the endpoint counts them."""

    model: str = ""
    prompt: str = Field(default="", description="name and fingerprint of the prompt file")
    input_tokens: int = 0
    output_tokens: int = 0


class Memo(Protocol):
    """Finished model calls, so that none is paid twice. Keys are fingerprints of everything that made the answer."""

    async def recall(self, key: str) -> dict[str, Any] | None: ...

    async def keep(self, key: str, answer: dict[str, Any], usage: Usage) -> None: ...


class Engine(Protocol):
    """Who thinks. Each method may take long, can be cancelled at any await and raises only `agent.errors`."""

    @property
    def name(self) -> Literal["offline", "llm"]: ...

    async def requirements(self, posting: Posting) -> list[Requirement]:
        """What the posting asks for, each quoted."""
        ...

    async def propose(self, task: Task) -> list[Change]:
        """Candidate changes, best first, ids unique within the session, none judged yet."""
        ...

    async def repair(self, task: Task, blocked: list[Change]) -> list[Change]:
        """The same changes without what the gate found unsupported (`blocked[i].unsupported`); those it cannot mend left out."""
        ...

    async def letter(self, task: Task) -> list[str]:
        """The paragraphs of a cover letter between greeting and farewell, none judged yet; empty when nothing can be said."""
        ...

    async def understand(self, message: str, conversation: Conversation) -> Instruction:
        """What a chat message asks for."""
        ...
