"""What is known of a session, folded from its events. What was said before this terminal came is known, not shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

FINAL = frozenset({"completed", "failed", "stopped"})

Event = dict[str, Any]


@dataclass
class Story:
    again: bool
    """Whether the person comes back to a session: then what it said so far is not shown again."""
    status: str = ""
    progress: int = 0
    open_inputs: dict[str, Event] = field(default_factory=dict)
    answered_inputs: set[str] = field(default_factory=set)
    changes: dict[str, Event] = field(default_factory=dict)
    match: Event | None = None
    error: Event | None = None
    pages: list[int] = field(default_factory=list)
    """Of each version that could be typeset, the first one first."""
    seq: int = 0
    said_before: int = 0
    known: int = 0
    """The last event's number of which the server told; until then the story is not up to date."""
    greeted: bool = False

    @property
    def up_to_date(self) -> bool:
        return self.greeted and self.seq >= self.known

    def take(self, event: Event) -> bool:
        """Whether the event is news."""
        if "seq" in event:
            self.seq = event["seq"]
        match event["type"]:
            case "hello":
                self.greet(event)
            case "session_status":
                self.status = event["status"]
                if self.status != "failed":
                    self.error = None
            case "progress_update":
                self.progress = event.get("progress", self.progress)
            case "human_input_required":
                self.open_inputs[event["input_id"]] = event
            case "human_input_resolved":
                self.open_inputs.pop(event["input_id"], None)
            case "change_proposed" | "change_blocked":
                self.changes[event["change"]["id"]] = event["change"]
            case "change_decided":
                self.changes.get(event["change_id"], {})["state"] = event["state"]
            case "resume_update" if event.get("pages"):
                self.pages.append(event["pages"])
            case "match_update":
                self.match = event["match"]
            case "error":
                self.error = event
            case _:
                pass
        return self.seq > self.said_before

    def greet(self, event: Event) -> None:
        if self.again and not self.greeted:
            self.said_before = event["last_seq"]
        self.greeted = True
        self.known = max(self.known, event["last_seq"])
        if event["last_seq"] == self.known == self.seq:
            self.status = event["status"]
            self.open_inputs = {card["input_id"]: card for card in event["open_inputs"]}

    def told(self, seq: int) -> None:
        """The server has taken what the person said, as event `seq`. A greeting from before that is out of date."""
        self.known = max(self.known, seq)

    def answered(self, input_id: str) -> None:
        """The server has taken the answer; its own word for it is still on the way."""
        self.answered_inputs.add(input_id)

    def waits_for(self) -> Event | None:
        """The question to be put to the person now."""
        if self.up_to_date and self.status == "waiting_for_input":
            return next((card for id_, card in self.open_inputs.items() if id_ not in self.answered_inputs), None)
        return None

    def is_over(self) -> bool:
        return self.up_to_date and self.status in FINAL

    def left_out(self) -> list[str]:
        """What was wanted in the resume and refused, since nothing supports it."""
        spans = [
            span["text"].strip(" ,.;:")
            for change in self.changes.values()
            if change["state"] == "blocked"
            for span in change["unsupported"]
        ]
        return list(dict.fromkeys(span for span in spans if span))

    def unmet(self) -> list[str]:
        """What the posting asks for and the resume still does not show."""
        return [row["text"] for row in (self.match or {}).get("requirements", []) if row["label"] == "missing"]
