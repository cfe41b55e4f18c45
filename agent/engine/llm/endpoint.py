"""One call over the wire, streamed, so that cancelling it closes the connection at once and silence is noticed.

No connection outlives its call (keep-alive is off): there is nothing to close afterwards, whoever cancels what.
"""

from __future__ import annotations

import asyncio
import ipaddress
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx2
import openai
from openai import AsyncOpenAI, AsyncStream
from openai.types.chat import ChatCompletion, ChatCompletionChunk

from agent.engine.llm.settings import LlmSettings
from agent.engine.llm.trouble import Again, sort
from agent.errors import ModelAnswerInvalid, ModelRefused, ModelRejected, ModelUnavailable

CONNECT_S = 10.0
KEY = re.compile(r"[!-~]*")
OVERHEAD = 40
"""Bytes on the wire for one of the answer, at most: a token comes wrapped in some 200 bytes of JSON."""


@dataclass(frozen=True, slots=True)
class Reply:
    """`whole` is false when the model ran into its token limit."""

    text: str
    whole: bool = True
    input_tokens: int = 0
    output_tokens: int = 0


class Endpoint:
    """Raises ModelRejected when address or key can never work."""

    def __init__(self, settings: LlmSettings) -> None:
        if not is_address(settings.address):
            raise ModelRejected("The language model's address must start with http:// or https:// and name a host.")
        if not KEY.fullmatch(settings.api_key.get_secret_value()):
            raise ModelRejected("The language model's key holds characters that no key has.")
        self.settings = settings
        self.sdk = AsyncOpenAI(
            api_key=settings.api_key.get_secret_value() or "none",
            base_url=settings.address,
            max_retries=0,
            http_client=http_client(settings),
        )
        # only BESPOKE_* settings count, not what the SDK finds in the environment
        self.sdk.organization = self.sdk.project = None
        self.sdk._custom_headers = {}  # noqa: SLF001  # there is no public way to leave OPENAI_CUSTOM_HEADERS out
        # without this the SDK starts a thread to find out the operating system, and tells it to the endpoint
        self.sdk._platform = "Unknown"  # noqa: SLF001

    async def first_model(self) -> str:
        """The first model the endpoint lists. Raises Again, NotUnderstood or a ModelError."""
        try:
            async with asyncio.timeout(self.settings.timeout_s):
                page = await self.sdk.models.list()
        except TimeoutError:
            raise Again("silent") from None
        except openai.APIError as error:
            raise sort(error) from error
        if not page.data:
            raise ModelRejected("The language model's endpoint lists no model: name one.")
        return page.data[0].id

    async def call(self, body: dict[str, Any]) -> Reply:
        """Raises Again, NotUnderstood or a ModelError."""
        try:
            async with asyncio.timeout(self.settings.total_s):
                stream = await self.sdk.chat.completions.create(**body, stream=True)
                async with stream:
                    return await self.listen(stream)
        except TimeoutError:
            raise ModelUnavailable(
                f"The language model took longer than {self.settings.total_s:.0f} s for one answer."
            ) from None
        except openai.APIError as error:
            raise sort(error) from error
        except (httpx2.RequestError, ValueError) as error:
            raise Again("cut", detail=type(error).__name__) from error

    async def listen(self, stream: AsyncStream[ChatCompletionChunk]) -> Reply:
        if stream.response.headers.get("content-type", "").startswith("application/json"):
            answer = ChatCompletion.model_validate_json(await stream.response.aread())
            choice = answer.choices[0] if answer.choices else None
            text = (choice.message.content or "") if choice else ""
            refused = bool(choice and choice.message.refusal)
            return self.judge(text, choice.finish_reason if choice else None, answer.usage, refused=refused)
        pieces: list[str] = []
        size, finish, usage, refused = 0, None, None, False
        async for chunk in stream:
            usage = chunk.usage or usage
            for choice_ in chunk.choices[:1]:
                finish = choice_.finish_reason or finish
                if choice_.delta is None:  # some servers end with a choice without one
                    continue
                piece = choice_.delta.content or ""
                refused = refused or bool(choice_.delta.refusal)
                size += len(piece.encode())
                pieces.append(piece)
            if size > self.settings.max_answer_bytes:
                raise ModelAnswerInvalid("The language model's answer was far too long.")
        return self.judge("".join(pieces), finish, usage, refused=refused)

    def judge(self, text: str, finish: str | None, usage: Any, *, refused: bool) -> Reply:
        if len(text.encode()) > self.settings.max_answer_bytes:
            raise ModelAnswerInvalid("The language model's answer was far too long.")
        if refused or finish == "content_filter":
            raise ModelRefused
        if finish is None and not text.rstrip().endswith("}"):
            raise Again("cut")
        if not text.strip():
            if finish == "length":
                raise ModelAnswerInvalid("The language model used up its tokens before it answered.")
            raise ModelRefused("The language model gave an empty answer.")
        spent = (getattr(usage, "prompt_tokens", 0) or 0, getattr(usage, "completion_tokens", 0) or 0)
        return Reply(text, finish != "length", *spent)


def http_client(settings: LlmSettings) -> httpx2.AsyncClient:
    return httpx2.AsyncClient(
        timeout=httpx2.Timeout(settings.timeout_s, connect=min(CONNECT_S, settings.timeout_s)),
        limits=httpx2.Limits(max_keepalive_connections=0),
        # a redirect would carry a resume to a place nobody named
        follow_redirects=False,
        headers={"Accept-Encoding": "identity"},
        event_hooks={"response": [Bounded(settings.max_answer_bytes * OVERHEAD).bind]},
        trust_env=not loopback(settings.address),
        # without TLS there are no certificates to load, which takes longer than all else here
        verify=not settings.address.startswith("http://"),
    )


def is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def loopback(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Bounded:
    """Stops a response of more than `limit` bytes, whatever it says of itself."""

    def __init__(self, limit: int) -> None:
        self.limit = limit

    async def bind(self, response: httpx2.Response) -> None:
        response.stream = BoundedStream(response.stream, self.limit)


class BoundedStream(httpx2.AsyncByteStream):
    def __init__(self, stream: Any, limit: int) -> None:
        self.stream = stream
        self.left = limit

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self.stream:
            self.left -= len(piece)
            if self.left < 0:
                raise ModelAnswerInvalid("The language model's answer was far too long.")
            yield piece

    async def aclose(self) -> None:
        await self.stream.aclose()
