"""The engine that asks a language model. It proposes; the gate decides what of it is true."""

from __future__ import annotations

from typing import Literal

from agent.change.model import Change
from agent.engine.llm import letter, repairing, requirements, rewriting, understanding
from agent.engine.llm.client import ModelClient
from agent.engine.llm.privacy import Contacts
from agent.engine.llm.settings import LlmSettings
from agent.engine.llm.speech import Speech
from agent.engine.port import Conversation, Instruction, Memo, Report, Task, Usage
from agent.job.model import Requirement
from agent.resume.lines import addresses
from agent.resume.model import Resume
from scraper.posting import Posting


class LlmEngine:
    """An `agent.engine.port.Engine`. `memo` keeps finished calls, `report` hears of retries and of parts left out."""

    name: Literal["llm"] = "llm"

    def __init__(self, settings: LlmSettings, memo: Memo | None = None, report: Report | None = None) -> None:
        self.client = ModelClient(settings, memo, report)
        self.report = report

    @property
    def spent(self) -> list[Usage]:
        """The usage of each call made so far."""
        return list(self.client.spent)

    async def requirements(self, posting: Posting) -> list[Requirement]:
        return await requirements.read(Speech(self.client, Contacts()), posting, self.report)

    async def propose(self, task: Task) -> list[Change]:
        return await rewriting.propose(self.speech(task.resume, task.posting), task, self.report)

    async def repair(self, task: Task, blocked: list[Change]) -> list[Change]:
        return await repairing.repair(self.speech(task.resume, task.posting), task, blocked, self.report)

    async def understand(self, message: str, conversation: Conversation) -> Instruction:
        return await understanding.understand(self.speech(conversation.resume), message, conversation)

    async def letter(self, task: Task) -> list[str]:
        """The paragraphs of a cover letter, without address, salutation and closing. Raises a ModelError."""
        return await letter.write(self.speech(task.resume, task.posting), task)

    def speech(self, resume: Resume, posting: Posting | None = None) -> Speech:
        texts = [line.text for line in addresses(resume)] + ([posting.title, posting.description] if posting else [])
        return Speech(self.client, Contacts(resume, texts))
