"""The calls of a tailoring session, by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from backend.terminal.client import Client

Answer = dict[str, Any]


class Session:
    def __init__(self, client: Client, session_id: str) -> None:
        self.client = client
        self.id = session_id
        self.path = f"/tailoring-sessions/{session_id}"

    def show(self) -> Answer:
        return dict(self.client.call("GET", self.path).json())

    def say(self, message: str, context: str = "") -> int:
        """The number of the event that the message has become."""
        answer = self.client.call("POST", f"{self.path}/chat", json={"message": message, "context": context})
        return int(answer.json()["seq"])

    def changes(self) -> list[Answer]:
        return list(self.client.call("GET", f"{self.path}/changes").json()["items"])

    def decide(self, decisions: list[Answer]) -> list[Answer]:
        """The changes as they then are. All decisions are carried out or, when it raises Refused, none."""
        answer = self.client.call("POST", f"{self.path}/changes/decisions", json={"decisions": decisions})
        return list(answer.json()["items"])

    def stop(self) -> None:
        self.client.call("POST", f"{self.path}/stop")

    def proceed(self) -> None:
        self.client.call("POST", f"{self.path}/resume")

    def export(self, format: str, look: Mapping[str, str]) -> tuple[bytes, str]:
        """The file and its Content-Disposition; `look` may name its `template` and `paper`."""
        query = {"format": format, **{name: value for name, value in look.items() if value}}
        answer = self.client.call("GET", f"{self.path}/export", params=query)
        return answer.content, answer.headers.get("content-disposition", "")


def create(client: Client, name: str, data: bytes, form: dict[str, str]) -> Session:
    answer = client.call("POST", "/tailoring-sessions/", files={"resume": (name, data)}, data=form)
    return Session(client, str(answer.json()["id"]))
