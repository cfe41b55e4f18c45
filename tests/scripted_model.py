"""An OpenAI-compatible server on loopback that does what a test tells it to: answers, stalls, breaks, lies.

In a test:    with ScriptedModel() as model: model.then(status(429, retry_after=1)); ... model.base_url ... model.seen
As a command: python tests/scripted_model.py --port 9000 --script FILE   (FILE: JSON, see `Script.load`)

Besides /v1/chat/completions and /v1/models it serves GET /__requests__ (all that was seen), POST /__script__ (a new
script) and POST /__reset__ (forget everything). A request is served by the first of: the queue (`then`), the newest
matching rule (`always`), the honest default.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.scripted_answers import honest, lying, obeying, prompt_of
from tests.scripted_behaviour import (
    Behaviour,
    Script,
    answer,
    content_filter,
    cut_stream,
    empty,
    huge,
    invalid_json,
    lie,
    listing,
    obey_injection,
    refusal,
    reject_format,
    slow,
    status,
    stream_error,
)

__all__ = [
    "Behaviour",
    "Script",
    "ScriptedModel",
    "Seen",
    "answer",
    "content_filter",
    "cut_stream",
    "empty",
    "huge",
    "invalid_json",
    "lie",
    "listing",
    "obey_injection",
    "refusal",
    "reject_format",
    "slow",
    "status",
    "stream_error",
]


@dataclass
class Seen:
    """One request as the server saw it; times are seconds of the wall clock."""

    path: str
    body: dict[str, Any]
    prompt: str
    at: float
    headers: dict[str, str]
    ended: float | None = None
    closed_by_client: float | None = None
    status: int = 0


class ScriptedModel:
    def __init__(self, script: Script | None = None, port: int = 0) -> None:
        self.script = script or Script()
        self.port = port
        self.seen: list[Seen] = []
        self.open = self.peak = 0
        self.loop = asyncio.new_event_loop()
        self.ready = threading.Event()
        self.thread = threading.Thread(target=self.run, name="scripted-model", daemon=True)

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def calls(self) -> list[Seen]:
        """The requests for an answer, without those for the list of models."""
        return [each for each in self.seen if each.path.endswith("/chat/completions")]

    def then(self, *behaviours: Behaviour) -> None:
        self.script.queue += behaviours

    def always(self, behaviour: Behaviour, *, prompt: str | None = None, contains: str = "") -> None:
        self.script.rules.append({"prompt": prompt, "contains": contains, "do": behaviour})

    def __enter__(self) -> Self:
        self.thread.start()
        if not self.ready.wait(10):
            raise TimeoutError("the scripted model did not start")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Closes every connection and the port; stopping again does nothing."""
        if not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self.done.set)
        self.thread.join(10)

    def run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self.loop) as runner:
            runner.run(self.serve())

    async def serve(self) -> None:
        self.done = asyncio.Event()
        self.handlers: set[asyncio.Task[Any]] = set()
        server = await asyncio.start_server(self.handle, "127.0.0.1", self.port)
        self.port = server.sockets[0].getsockname()[1]
        self.ready.set()
        await self.done.wait()
        server.close()
        for task in self.handlers:
            task.cancel()
        await asyncio.gather(*self.handlers, return_exceptions=True)

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self.handlers.add(task)
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            first, *rows = head.strip().split("\r\n")
            headers = {name.strip().lower(): value.strip() for name, _, value in (row.partition(":") for row in rows)}
            raw = await reader.readexactly(int(headers.get("content-length", 0)))
            method, path, _ = first.split(" ", 2)
            await self.route(method, path, headers, json.loads(raw or b"{}"), reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self.handlers.discard(task)
            writer.close()

    async def route(
        self,
        method: str,
        path: str,
        headers: dict[str, str],
        body: Any,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        if path == "/__requests__":
            await send(
                writer, 200, {"requests": [asdict(each) for each in self.seen], "open": self.open, "peak": self.peak}
            )
        elif path == "/__script__" and method == "POST":
            self.script = Script.load(body)
            await send(writer, 200, {})
        elif path == "/__reset__" and method == "POST":
            self.script, self.seen, self.peak = Script(), [], 0
            await send(writer, 200, {})
        else:
            seen = Seen(path, body, prompt_of(body), time.time(), headers)
            self.seen.append(seen)
            await self.watched(self.reply(method, path, body, seen, writer), seen, reader)

    async def watched(self, work: Any, seen: Seen, reader: asyncio.StreamReader) -> None:
        """Does the work unless the client hangs up first, and notes when it did."""
        self.open += 1
        self.peak = max(self.peak, self.open)
        doing, leaving = asyncio.ensure_future(work), asyncio.ensure_future(reader.read(1))
        try:
            await asyncio.wait({doing, leaving}, return_when=asyncio.FIRST_COMPLETED)
            if not doing.done():
                seen.closed_by_client = time.time()
        finally:
            doing.cancel()
            leaving.cancel()
            await asyncio.gather(doing, leaving, return_exceptions=True)
            self.open -= 1
            seen.ended = time.time()

    async def reply(
        self, method: str, path: str, body: dict[str, Any], seen: Seen, writer: asyncio.StreamWriter
    ) -> None:
        if path.endswith("/models") and method == "GET":
            told = self.script.queue.pop(0) if self.script.queue and self.script.queue[0]["do"] == "status" else None
            listing = {
                "object": "list",
                "data": [
                    {"id": name, "object": "model", "created": 0, "owned_by": "test"} for name in self.script.models
                ],
            }
            await (fail(writer, told, seen) if told else send(writer, 200, listing))
            return
        if not path.endswith("/chat/completions"):
            await fail(writer, status(404), seen)
            return
        behaviour = self.script.choose(body)
        await asyncio.sleep(behaviour.get("seconds", 0))
        content: Any
        match behaviour["do"]:
            case "status" | "reject":
                await fail(writer, behaviour, seen)
                return
            case "lie":
                content = lying(body, behaviour.get("what", "all"))
            case "obey":
                content = obeying(body)
            case _:
                content = behaviour.get("content")
        content = honest(body) if content is None and not behaviour.get("refusal") else content
        text = (
            content if isinstance(content, str) else "" if content is None else json.dumps(content, ensure_ascii=False)
        )
        seen.status = 200
        await (stream if body.get("stream") and self.script.stream else complete)(
            writer, text, behaviour, usage=self.script.usage
        )


async def send(writer: asyncio.StreamWriter, code: int, data: Any, more: str = "") -> None:
    raw = json.dumps(data, ensure_ascii=False).encode()
    writer.write(
        f"HTTP/1.1 {code} Scripted\r\nContent-Type: application/json\r\nContent-Length: {len(raw)}\r\n{more}Connection: close\r\n\r\n".encode()
        + raw
    )
    await writer.drain()


async def fail(writer: asyncio.StreamWriter, behaviour: Behaviour, seen: Seen) -> None:
    seen.status = behaviour["status"]
    said = (
        f"response_format of type {behaviour['format']} is not supported"
        if behaviour["do"] == "reject"
        else f"scripted {seen.status}"
    )
    error = behaviour.get("error") or {"message": said, "type": "scripted", "code": None, "param": None}
    wait = behaviour.get("retry_after")
    await send(writer, seen.status, {"error": error}, "" if wait is None else f"Retry-After: {wait}\r\n")


COUNTS = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
HEAD = {"id": "chatcmpl-1", "created": 0, "model": "scripted"}


async def complete(writer: asyncio.StreamWriter, text: str, behaviour: Behaviour, *, usage: bool) -> None:
    message = {"role": "assistant", "content": text, "refusal": behaviour.get("refusal")}
    choice = {"index": 0, "message": message, "finish_reason": behaviour.get("finish", "stop"), "logprobs": None}
    await send(
        writer, 200, {**HEAD, "object": "chat.completion", "choices": [choice], **({"usage": COUNTS} if usage else {})}
    )


async def stream(writer: asyncio.StreamWriter, text: str, behaviour: Behaviour, *, usage: bool) -> None:
    writer.write(
        b"HTTP/1.1 200 Scripted\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    )
    cut = behaviour["do"] == "cut"
    length = max(40, len(text) // 2) if cut else len(text)
    pieces = ({"content": text[at : at + 40]} for at in range(0, length, 40))
    for delta in [{"refusal": behaviour["refusal"]}] if behaviour.get("refusal") else pieces:
        await event(writer, {"choices": [{"index": 0, "delta": delta, "finish_reason": None}]})
        await asyncio.sleep(behaviour.get("pause", 0))
    if behaviour["do"] == "stream_error":
        await event(writer, {"error": behaviour["error"]})
    if cut and not behaviour.get("clean"):
        writer.transport.abort()
        return
    if not cut:
        await event(writer, {"choices": [{"index": 0, "delta": {}, "finish_reason": behaviour.get("finish", "stop")}]})
        if usage:
            await event(writer, {"choices": [], "usage": COUNTS})
        writer.write(piece(b"data: [DONE]\n\n"))
    writer.write(b"0\r\n\r\n")
    await writer.drain()


async def event(writer: asyncio.StreamWriter, data: dict[str, Any]) -> None:
    raw = json.dumps({**HEAD, "object": "chat.completion.chunk", **data}, ensure_ascii=False)
    writer.write(piece(f"data: {raw}\n\n".encode()))
    await writer.drain()


def piece(raw: bytes) -> bytes:
    return f"{len(raw):x}\r\n".encode() + raw + b"\r\n"


def main() -> None:
    parser = argparse.ArgumentParser(description="A scripted OpenAI-compatible server on 127.0.0.1")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--script", type=Path, help="JSON file, see Script.load")
    options = parser.parse_args()
    script = Script.load(json.loads(options.script.read_text(encoding="utf-8"))) if options.script else Script()
    with ScriptedModel(script, options.port) as model:
        print(model.base_url, flush=True)
        try:
            model.thread.join()
        except KeyboardInterrupt:
            pass


if __name__ == "__main__":
    main()
