"""Ask a model for an answer of a given shape: memo, ladder, retries, repair.

ask -> memo? -> gate -> one call -> wrong manner? next rung -> trouble? pause, again -> wrong shape? one repair -> memo
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import random
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, TypeVar

from pydantic import ValidationError

from agent.engine.llm import manner
from agent.engine.llm.answers import Answer
from agent.engine.llm.endpoint import Endpoint, Reply
from agent.engine.llm.gate import Gate
from agent.engine.llm.prompts import Prompt
from agent.engine.llm.settings import LlmSettings
from agent.engine.llm.shape import extract, schema_of
from agent.engine.llm.trouble import SAYS, Again, NotUnderstood, given_up
from agent.engine.port import Memo, Report, Usage
from agent.errors import ModelAnswerInvalid, ModelRejected

A = TypeVar("A", bound=Answer)
R = TypeVar("R")
REPEATED = 4000
"""Characters of a wrong answer that are shown to the model again."""
JITTER_S = 0.4
NOTICED_S = 5.0
"""Pauses longer than this are told in seconds."""


class ModelClient:
    """`spent` lists the usage of every call made, the failed ones of wrong shape too; a recalled answer costs none."""

    def __init__(self, settings: LlmSettings, memo: Memo | None = None, report: Report | None = None) -> None:
        self.settings = settings
        self.memo = memo
        self.report = report
        self.endpoint = Endpoint(settings)
        self.gate = Gate(settings.concurrency)
        self.spent: list[Usage] = []
        self.model = settings.model
        self.naming = asyncio.Lock()
        self.told = ""

    async def ask(self, prompt: Prompt, system: str, data: str, shape: type[A]) -> A:
        """The model's answer, validated. Raises a ModelError; cancelling closes the connection and leaves nothing."""
        model = await self.named()
        schema = schema_of(shape)
        key = fingerprint(model, prompt.label, schema, system, data)
        if (known := await self.recall(key, shape)) is not None:
            return known
        usage = Usage(model=model, prompt=prompt.label)
        messages = [{"role": "system", "content": system}, {"role": "user", "content": data}]
        answer, raw = await self.shaped(model, prompt.name, messages, shape, schema, usage)
        if self.memo is not None:
            await self.memo.keep(key, raw, usage)
        return answer

    async def named(self) -> str:
        async with self.naming:
            if not self.model:
                self.model = await self.persist(self.endpoint.first_model)
        return self.model

    async def recall(self, key: str, shape: type[A]) -> A | None:
        raw = await self.memo.recall(key) if self.memo is not None else None
        try:
            return None if raw is None else shape.model_validate(raw)
        except ValidationError:
            return None

    async def shaped(
        self,
        model: str,
        name: str,
        messages: list[dict[str, str]],
        shape: type[A],
        schema: dict[str, Any],
        usage: Usage,
    ) -> tuple[A, dict[str, Any]]:
        """The answer in its shape, after at most one repair; adds what it cost to `usage`."""
        for last in (False, True):
            reply = await self.persist(partial(self.in_some_manner, model, name, messages, schema))
            self.count(reply, usage)
            raw = extract(reply.text, set(shape.model_fields), whole=reply.whole)
            try:
                if raw is None:
                    raise ValueError(f"there is no JSON object with {' or '.join(shape.model_fields)} in it")
                return shape.model_validate(raw), raw
            except ValueError as error:
                if last:
                    raise ModelAnswerInvalid from error
                messages = [*messages, *repair(reply.text, error)]
        raise AssertionError("the second pass returns or raises")

    async def in_some_manner(
        self, model: str, name: str, messages: list[dict[str, str]], schema: dict[str, Any]
    ) -> Reply:
        """One answered call, stepping down the ladder as far as the endpoint makes us."""
        way = manner.recall(self.settings.address, model)
        while True:
            first, *rest = messages
            told = [{**first, "content": first["content"] + way.instruction(schema)}, *rest]
            body = {"model": model, "messages": told, **way.parameters(name, schema, self.settings.max_tokens)}
            try:
                reply = await self.endpoint.call(body)
            except NotUnderstood as complaint:
                lower = way.after(complaint)
                if lower is None:
                    raise
                way = lower
            else:
                manner.remember(self.settings.address, model, way)
                return reply

    async def persist(self, call: Callable[[], Awaitable[R]]) -> R:
        """Call until it works or the retries are used up, pausing as the endpoint asks or ever longer."""
        settings = self.settings
        for retry in range(1, settings.max_retries + 2):
            try:
                async with self.gate:
                    result = await call()
                self.told = ""
                return result
            except NotUnderstood as complaint:
                if complaint.too_long:
                    raise ModelRejected("The text is too long for this model. Use one with a larger context.") from None
                raise ModelRejected(f"The language model's endpoint does not take our requests: {complaint}") from None
            except Again as trouble:
                if trouble.why in {"busy", "cut"}:
                    self.gate.narrow()
                pause = self.pause(retry, trouble.wait)
                if retry > settings.max_retries or pause > settings.retry_after_cap_s:
                    raise given_up(trouble, retry) from trouble
                await self.tell(trouble, retry, pause)
                await asyncio.sleep(pause)
        raise AssertionError("the last retry returns or raises")

    def pause(self, retry: int, asked: float | None) -> float:
        """At least as long as the endpoint asks, and not the same for all that were turned away together."""
        longest = min(self.settings.backoff_cap_s, self.settings.backoff_s * 2 ** (retry - 1))
        own = float(longest * random.uniform(0.5, 1.0))
        return own if asked is None else max(own, asked + random.uniform(0, min(longest, JITTER_S)))

    async def tell(self, trouble: Again, retry: int, pause: float) -> None:
        if self.report is not None:
            when = f" in {pause:.0f} s" if pause > NOTICED_S else ""
            sentence = f"{SAYS[trouble.why]}, retrying{when} ({retry}/{self.settings.max_retries})"
            if sentence != self.told:  # several calls at once meet the same trouble
                self.told = sentence
                await self.report(sentence)

    def count(self, reply: Reply, usage: Usage) -> None:
        usage.input_tokens += reply.input_tokens
        usage.output_tokens += reply.output_tokens
        self.spent.append(
            usage.model_copy(update={"input_tokens": reply.input_tokens, "output_tokens": reply.output_tokens})
        )


def fingerprint(*parts: Any) -> str:
    return hashlib.sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def repair(wrong: str, error: ValueError) -> list[dict[str, str]]:
    what = error.errors()[0]["msg"] if isinstance(error, ValidationError) else str(error)
    return [
        {"role": "assistant", "content": wrong[:REPEATED]},
        {
            "role": "user",
            "content": f"That is not the JSON object asked for: {what}. Answer again, with that JSON object alone.",
        },
    ]
