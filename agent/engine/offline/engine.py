"""The engine that needs no model and no network: rules over the resume, the posting and what the person said.

Same input, same output. Everything it proposes is built from words that stand in the resume or an answer.
"""

from __future__ import annotations

import asyncio
from typing import Literal

from agent.change.model import Change
from agent.engine.offline.chat import understand
from agent.engine.offline.mending import mend
from agent.engine.offline.proposing import propose
from agent.engine.port import Conversation, Instruction, Task
from agent.job.model import Requirement
from agent.job.requirements import read_requirements
from scraper.posting import Posting


class OfflineEngine:
    """`port.Engine` by rules; each method works off the event loop and holds no state."""

    name: Literal["offline", "llm"] = "offline"

    async def requirements(self, posting: Posting) -> list[Requirement]:
        return await asyncio.to_thread(read_requirements, posting)

    async def propose(self, task: Task) -> list[Change]:
        return await asyncio.to_thread(propose, task)

    async def repair(self, task: Task, blocked: list[Change]) -> list[Change]:
        return await asyncio.to_thread(mend, task, blocked)

    async def understand(self, message: str, conversation: Conversation) -> Instruction:
        return await asyncio.to_thread(understand, message, conversation)
