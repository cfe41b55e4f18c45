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
from tests.scripted_wire import complete, fail, send, stream

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
            early = b""
            while not writer.is_closing():
                head = (early + await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                first, *rows = head.strip().split("\r\n")
                headers = {
                    name.strip().lower(): value.strip() for name, _, value in (row.partition(":") for row in rows)
                }
                raw = await reader.readexactly(int(headers.get("content-length", 0)))
                method, path, _ = first.split(" ", 2)
                early = await self.route(method, path, headers, json.loads(raw or b"{}"), reader, writer)
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
    ) -> bytes:
        """Answers one request; what the client already sent of its next one is returned."""
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
            return await self.watched(self.reply(method, path, body, seen, writer), seen, reader)
        return b""

    async def watched(self, work: Any, seen: Seen, reader: asyncio.StreamReader) -> bytes:
        """Does the work unless the client hangs up first, and notes when it did."""
        self.open += 1
        self.peak = max(self.peak, self.open)
        doing, leaving = asyncio.ensure_future(work), asyncio.ensure_future(reader.read(1))
        try:
            await asyncio.wait({doing, leaving}, return_when=asyncio.FIRST_COMPLETED)
            if not doing.done() or isinstance(doing.exception(), ConnectionError):
                seen.closed_by_client = time.time()
            else:
                doing.result()
        finally:
            doing.cancel()
            leaving.cancel()
            _, early = await asyncio.gather(doing, leaving, return_exceptions=True)
            self.open -= 1
            seen.ended = time.time()
        return early if isinstance(early, bytes) else b""

    async def reply(
        self, method: str, path: str, body: dict[str, Any], seen: Seen, writer: asyncio.StreamWriter
    ) -> None:
        if path.endswith("/models") and method == "GET":
            told = self.script.listing()
            listing = {
                "object": "list",
                "data": [
                    {"id": name, "object": "model", "created": 0, "owned_by": "test"} for name in self.script.models
                ],
            }
            seen.status = told["status"] if told else 200
            await (fail(writer, told) if told else send(writer, 200, listing))
            return
        if not path.endswith("/chat/completions"):
            seen.status = 404
            await fail(writer, status(404))
            return
        behaviour = self.script.choose(body)
        await asyncio.sleep(behaviour.get("seconds", 0))
        content: Any
        match behaviour["do"]:
            case "status" | "reject":
                seen.status = behaviour["status"]
                await fail(writer, behaviour)
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
