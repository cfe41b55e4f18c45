"""What a test can tell the scripted model to do with a request; each behaviour is plain JSON, so that a file can hold it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Self

from tests.scripted_answers import prompt_of

Behaviour = dict[str, Any]


def answer(content: Any = None, **more: Any) -> Behaviour:
    """Answers with `content` (JSON or text), honestly when there is none."""
    return {"do": "answer", "content": content, **more}


def slow(seconds: float, then: Behaviour | None = None) -> Behaviour:
    """Says nothing for a while, then does `then`."""
    return {**(then or answer()), "seconds": seconds}


def status(
    code: int, retry_after: float | str | None = None, error: Any = None, location: str | None = None
) -> Behaviour:
    return {"do": "status", "status": code, "retry_after": retry_after, "error": error, "location": location}


def cut_stream(*, clean: bool = False) -> Behaviour:
    """Breaks off in the middle of an answer; `clean` ends the response properly but the answer not."""
    return {"do": "cut", "clean": clean}


def stream_error(error: Any) -> Behaviour:
    """Tells of an error in the middle of a stream that began well, as gateways do."""
    return {"do": "stream_error", "error": error}


def listing(behaviour: Behaviour) -> Behaviour:
    """A failure kept for the next request for the list of models; in the queue it stands in no other request's way."""
    return {**behaviour, "for": "models"}


def invalid_json() -> Behaviour:
    return answer('{"changes": [{"line_id": "work.1.h1", "text": ')


def refusal() -> Behaviour:
    return {"do": "answer", "refusal": "I cannot help with that."}


def empty() -> Behaviour:
    return answer("")


def content_filter() -> Behaviour:
    """Is stopped by the endpoint's filter after a part of the answer that could be taken for a whole one."""
    return answer('{"paragraphs": [{"text": "I am the best.", "evidence": []}]}', finish="content_filter")


def huge(size: int = 200_000) -> Behaviour:
    return answer("x" * size)


def lie(what: str = "all") -> Behaviour:
    """Invents in every field of every section: employer, number, skill, title, date or all."""
    return {"do": "lie", "what": what}


def obey_injection() -> Behaviour:
    return {"do": "obey"}


def reject_format(kind: str, code: int = 400) -> Behaviour:
    """Refuses a `response_format` of this type (`json_schema`, `json_object`, or `schema`: the extra key)."""
    return {"do": "reject", "format": kind, "status": code}


@dataclass
class Script:
    queue: list[Behaviour] = field(default_factory=list)
    rules: list[dict[str, Any]] = field(default_factory=list)
    models: list[str] = field(default_factory=lambda: ["scripted"])
    usage: bool = True
    stream: bool = True

    @classmethod
    def load(cls, data: dict[str, Any]) -> Self:
        """{"queue": [behaviour…], "rules": [{"prompt"?, "contains"?, "do": behaviour}…], "models"?, "usage"?, "stream"?}"""
        return cls(**data)

    def choose(self, body: dict[str, Any]) -> Behaviour:
        if (next_ := self.take("")) is not None:
            return next_
        told = json.dumps(body, ensure_ascii=False)
        for rule in reversed(self.rules):
            if (
                rule.get("prompt") in {None, prompt_of(body)}
                and rule.get("contains", "") in told
                and not passes(rule["do"], body)
            ):
                return dict(rule["do"])
        return answer()

    def listing(self) -> Behaviour | None:
        return self.take("models")

    def take(self, meant_for: str) -> Behaviour | None:
        place = next((at for at, each in enumerate(self.queue) if each.get("for", "") == meant_for), None)
        return None if place is None else self.queue.pop(place)


def passes(behaviour: Behaviour, body: dict[str, Any]) -> bool:
    """Whether a format's refusal does not concern this request."""
    asked = body.get("response_format") or {}
    return (
        behaviour["do"] == "reject"
        and behaviour["format"] != asked.get("type")
        and not (behaviour["format"] == "schema" and "schema" in asked)
    )
