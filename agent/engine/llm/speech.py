"""One question to the model in our terms: prompt, data blocks in, contact data hidden, a checked answer out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from agent.engine.llm.answers import Answer
from agent.engine.llm.client import ModelClient
from agent.engine.llm.privacy import Contacts, Veil
from agent.engine.llm.prompts import PromptName, fenced, load, visible

A = TypeVar("A", bound=Answer)
ECHO_WORDS = 7


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
        system = prompt.system(language=language, intensity=intensity)
        answer = await self.client.ask(prompt, system, data, shape)
        return shape.model_validate(silenced(veil.show_all(answer.model_dump()), runs(system)))


def silenced(value: Any, told: set[tuple[str, ...]]) -> Any:
    """The value with every string emptied that repeats our own instructions."""
    match value:
        case str():
            return "" if runs(value) & told else value
        case list():
            return [silenced(each, told) for each in value]
        case dict():
            return {key: silenced(each, told) for key, each in value.items()}
        case _:
            return value


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of so many words that two texts share it only when one repeats the other."""
    words = text.casefold().split()
    return {tuple(words[at : at + ECHO_WORDS]) for at in range(len(words) - ECHO_WORDS + 1)}
