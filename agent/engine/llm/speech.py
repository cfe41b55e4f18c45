"""One question to the model in our terms: prompt, data blocks in, contact data hidden, a checked answer out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from agent.engine.llm.answers import Answer
from agent.engine.llm.client import ModelClient
from agent.engine.llm.privacy import Contacts, Veil
from agent.engine.llm.prompts import PromptName, fenced, load, visible

A = TypeVar("A", bound=Answer)


class Speech:
    def __init__(self, client: ModelClient, contacts: Contacts) -> None:
        self.client = client
        self.contacts = contacts

    async def ask(
        self,
        name: PromptName,
        blocks: Mapping[str, str],
        shape: type[A],
        *,
        language: str = "en",
        intensity: str = "standard",
    ) -> A:
        """The answer with the contact data back in it. Raises a ModelError."""
        prompt = load(name)
        veil = Veil(self.contacts)
        data = fenced({title: veil.hide(visible(text)) for title, text in blocks.items()})
        answer = await self.client.ask(prompt, prompt.system(language=language, intensity=intensity), data, shape)
        return shape.model_validate(veil.show_all(answer.model_dump()))
