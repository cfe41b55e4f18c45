"""How the scripted model puts its answers on the wire: whole, streamed, cut or as an error."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from tests.scripted_behaviour import Behaviour


async def send(writer: asyncio.StreamWriter, code: int, data: Any, more: str = "") -> None:
    raw = json.dumps(data, ensure_ascii=False).encode()
    writer.write(
        f"HTTP/1.1 {code} Scripted\r\nContent-Type: application/json\r\nContent-Length: {len(raw)}\r\n{more}\r\n".encode()
        + raw
    )
    await writer.drain()


async def fail(writer: asyncio.StreamWriter, behaviour: Behaviour) -> None:
    code = behaviour["status"]
    said = (
        f"response_format of type {behaviour['format']} is not supported"
        if behaviour["do"] == "reject"
        else f"scripted {code}"
    )
    error = behaviour.get("error") or {"message": said, "type": "scripted", "code": None, "param": None}
    more = {"Retry-After": behaviour.get("retry_after"), "Location": behaviour.get("location")}
    headers = "".join(f"{name}: {value}\r\n" for name, value in more.items() if value is not None)
    await send(writer, code, {"error": error}, headers)


COUNTS = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
HEAD = {"id": "chatcmpl-1", "created": 0, "model": "scripted"}


async def complete(writer: asyncio.StreamWriter, text: str, behaviour: Behaviour, *, usage: bool) -> None:
    message = {"role": "assistant", "content": text, "refusal": behaviour.get("refusal")}
    choice = {"index": 0, "message": message, "finish_reason": behaviour.get("finish", "stop"), "logprobs": None}
    await send(
        writer, 200, {**HEAD, "object": "chat.completion", "choices": [choice], **({"usage": COUNTS} if usage else {})}
    )


async def stream(writer: asyncio.StreamWriter, text: str, behaviour: Behaviour, *, usage: bool) -> None:
    writer.write(b"HTTP/1.1 200 Scripted\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
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
