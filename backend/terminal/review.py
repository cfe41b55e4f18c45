"""The review: each proposed change is shown, and the person decides. Every decision is sent at once, so none is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from backend.terminal.card import show_change
from backend.terminal.errors import Refused, Stopped, TerminalError
from backend.terminal.keyboard import Keyboard
from backend.terminal.screen import Screen
from backend.terminal.sessions import Session

Change = dict[str, Any]
KEYS = "a accept · r reject · e edit · E editor · A accept all · R reject all · c tell the agent · q stop"
WORDS = {"accept": "a", "reject": "r", "edit": "e", "accept all": "A", "reject all": "R", "stop": "q", "quit": "q"}


def review(
    session: Session, card: dict[str, Any], screen: Screen, keyboard: Keyboard, tell: Callable[[str, str], None]
) -> None:
    """Until every change of the card is decided, or the person tells the agent something. Raises Stopped."""
    Review(session, card, screen, keyboard, tell).hold()


class Review:
    def __init__(
        self,
        session: Session,
        card: dict[str, Any],
        screen: Screen,
        keyboard: Keyboard,
        tell: Callable[[str, str], None],
    ) -> None:
        self.tell_agent = tell
        self.session = session
        self.card = card
        self.screen = screen
        self.keyboard = keyboard
        self.told = False
        self.ended = False

    def hold(self) -> None:
        self.screen.console.print()
        self.screen.say(self.card["question"], "bold")
        changes = self.still_open(self.session.changes())
        count = len(changes)
        while changes and not self.told:
            change = changes[0]
            show_change(self.screen, change, f"Change {count - len(changes) + 1} of {count}")
            self.screen.say(KEYS, "dim", indent=2)
            while not (decided := self.decide(change, changes)) and not self.told:
                pass
            if decided:
                changes = self.still_open(decided)

    def still_open(self, changes: list[Change]) -> list[Change]:
        return [row for row in changes if row["state"] == "proposed" and row["id"] in self.card["change_ids"]]

    def decide(self, change: Change, rest: list[Change]) -> list[Change]:
        """All changes as they are after what the person typed; none when nothing was decided by it."""
        typed = self.keyboard.line()
        if typed is None and self.keyboard.terminal:
            raise Stopped
        self.ended = typed is None
        key, text = split(typed) if typed is not None else ("R", "")
        match key:
            case "a":
                return self.send([change], "accept")
            case "r":
                return self.send([change], "reject")
            case "A":
                return self.send(rest, "accept")
            case "R":
                return self.send(rest, "reject")
            case "e" | "E":
                return self.edit(change, text, editor=key == "E")
            case "c":
                self.tell(change, text)
            case "q":
                raise Stopped
            case _:
                self.screen.say(KEYS, "dim", indent=2)
        return []

    def edit(self, change: Change, text: str, *, editor: bool) -> list[Change]:
        old = change["after"] or change["before"] or ""
        try:
            new = self.keyboard.edited(old) if editor else text or self.asked("The line as you want it:", old)
        except TerminalError as error:
            self.screen.say(error, "yellow")
            return []
        return self.send([change], "edit", new) if new else []

    def tell(self, change: Change, text: str) -> None:
        """The agent hears it at once; the changes still open come back with its answer."""
        words = text or self.asked("Tell the agent, such as “shorten it”, “move Kubernetes up” or “why?”:")
        if words:
            self.tell_agent(words, change["id"])
            self.told = True

    def asked(self, prompt: str, filled: str = "") -> str:
        self.screen.say(prompt, "dim", indent=2)
        return self.keyboard.line(filled) or ""

    def send(self, changes: list[Change], decision: str, text: str = "") -> list[Change]:
        """The changes as they then are. One whose line another change has altered is left out; else it is put again."""
        extra = {"text": text} if text else {}
        try:
            return self.session.decide([{"change_id": row["id"], "decision": decision, **extra} for row in changes])
        except Refused as refused:
            if refused.status not in (400, 409) or (
                self.ended and refused.code != "STALE_CHANGE" and len(changes) == 1
            ):
                raise
            if len(changes) > 1:
                return [self.send([change], decision) for change in changes][-1]
            self.screen.say(refused, "yellow")
            if refused.code == "STALE_CHANGE":
                return self.send(changes, "reject")
            return self.session.changes()


def split(typed: str) -> tuple[str, str]:
    """The key, and the text that follows it on the same line."""
    key = WORDS.get(typed.casefold())
    if key is not None:
        return key, ""
    first, _, text = typed.partition(" ")
    return first, text.strip()
