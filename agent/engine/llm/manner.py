"""How an endpoint wants to be asked: which way of structured output and which parameters it takes.

Servers differ. The ladder goes from the strictest way down to plain text; what an endpoint was found to take is
remembered for the life of the process, so that only the first call of all pays for finding out.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any, Literal

from agent.engine.llm.trouble import NotUnderstood

Rung = Literal["json_schema", "json_object_with_schema", "json_object", "text"]
LADDER: tuple[Rung, ...] = ("json_schema", "json_object_with_schema", "json_object", "text")


@dataclass(frozen=True, slots=True)
class Manner:
    rung: Rung = "json_schema"
    limit: Literal["max_tokens", "max_completion_tokens", ""] = "max_tokens"
    temperature: bool = True
    usage: bool = True

    def parameters(self, name: str, schema: dict[str, Any], max_tokens: int) -> dict[str, Any]:
        """The parts of a request that depend on the endpoint."""
        body: dict[str, Any] = {}
        if self.limit:
            body[self.limit] = max_tokens
        if self.temperature:
            body["temperature"] = 0
        if self.usage:
            body["stream_options"] = {"include_usage": True}
        match self.rung:
            case "json_schema":
                body["response_format"] = {
                    "type": "json_schema",
                    "json_schema": {"name": name, "schema": schema, "strict": True},
                }
            case "json_object_with_schema":
                # llama-cpp-python's server refuses json_schema and reads the schema from here; OpenAI refuses this key
                body["response_format"] = {"type": "json_object", "schema": schema}
            case "json_object":
                body["response_format"] = {"type": "json_object"}
            case "text":
                pass
        return body

    def instruction(self, schema: dict[str, Any]) -> str:
        """What the prompt must say besides, where the endpoint does not enforce the shape."""
        if self.rung == "json_schema":
            return ""
        return f"\n\nThe JSON object must fit this JSON Schema:\n{json.dumps(schema, ensure_ascii=False)}"

    def after(self, complaint: NotUnderstood) -> Manner | None:
        """The next manner to try when the endpoint complained; None when nothing is left to change."""
        text = str(complaint).lower()
        if complaint.too_long:  # some count the tokens asked for, others (vLLM) only what there is room for
            return replace(self, limit="") if self.limit else None
        if "max_completion_tokens" in text and self.limit == "max_tokens":
            return replace(self, limit="max_completion_tokens")
        if "max_completion_tokens" in text and self.limit == "max_completion_tokens":
            return replace(self, limit="")
        if "max_tokens" in text and self.limit:
            return replace(self, limit="" if self.limit == "max_completion_tokens" else "max_completion_tokens")
        if "temperature" in text and self.temperature:
            return replace(self, temperature=False)
        if "stream_options" in text and self.usage:
            return replace(self, usage=False)
        if self.rung != "text":
            return replace(self, rung=LADDER[LADDER.index(self.rung) + 1])
        if self.usage or self.temperature or self.limit:
            return Manner("text", "", temperature=False, usage=False)
        return None


_known: dict[tuple[str, str], Manner] = {}


def recall(address: str, model: str) -> Manner:
    return _known.get((address, model), Manner())


def remember(address: str, model: str, manner: Manner) -> None:
    _known[address, model] = manner
