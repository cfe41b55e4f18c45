"""The engine that needs no model and no network: rules over the resume, the posting and what the person said.

Same input, same output. Everything it proposes is built from words that stand in the resume or an answer.
"""

from __future__ import annotations

from typing import Literal

from agent.change.model import Change
from agent.engine.offline.chat import understand
from agent.engine.offline.letter import write_letter
from agent.engine.offline.mending import mend
from agent.engine.offline.proposing import propose
from agent.engine.port import Conversation, Instruction, Task
from agent.job.model import Requirement
from agent.job.requirements import read_requirements
from agent.pace import off_the_loop
from scraper.posting import Posting


class OfflineEngine:
    """`port.Engine` by rules; each method works off the event loop and holds no state."""

    name: Literal["offline", "llm"] = "offline"

    async def requirements(self, posting: Posting) -> list[Requirement]:
        return await off_the_loop(read_requirements, posting)

    async def propose(self, task: Task) -> list[Change]:
        return await off_the_loop(propose, task)

    async def repair(self, task: Task, blocked: list[Change]) -> list[Change]:
        return await off_the_loop(mend, task, blocked)

    async def letter(self, task: Task) -> list[str]:
        return await off_the_loop(write_letter, task)

    async def understand(self, message: str, conversation: Conversation) -> Instruction:
        return await off_the_loop(understand, message, conversation)
