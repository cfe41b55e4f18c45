"""Events in, words on the screen and answers out, until the session is over."""

from __future__ import annotations

from rich.text import Text

from backend.terminal.card import show_blocked
from backend.terminal.ear import Ear, Event
from backend.terminal.errors import Refused, Stopped, TerminalError
from backend.terminal.keyboard import Keyboard
from backend.terminal.printable import printable
from backend.terminal.review import review
from backend.terminal.screen import Screen
from backend.terminal.sessions import Session
from backend.terminal.story import Story
from backend.terminal.summary import show_match

SKIP, SKIP_ALL = "skip", "skip all"
ANSWERED_ELSEWHERE = frozenset({"ALREADY_ANSWERED", "ALREADY_DECIDED"})


class Conversation:
    """Where input is piped in and ends, what is still asked is skipped and what is still proposed is rejected: nothing
    is claimed that nobody said yes to. At a terminal, the end of input (Ctrl-D) stops the session.
    """

    def __init__(self, session: Session, screen: Screen, keyboard: Keyboard, *, again: bool = False) -> None:
        self.session = session
        self.screen = screen
        self.keyboard = keyboard
        self.story = Story(again)
        self.replied = ""
        self.matched = again

    def go_on(self, ear: Ear) -> None:
        """Until the session has completed, failed or been stopped. Raises Stopped when the person wants to leave."""
        while not self.story.is_over():
            event = ear.next()
            if self.story.take(event):
                self.show(event)
            if card := self.story.waits_for():
                self.screen.rest()
                self.answer(card)
        self.screen.rest()

    def tell(self, text: str, context: str = "") -> None:
        self.story.told(self.session.say(text, context))

    def show(self, event: Event) -> None:
        match event["type"]:
            case "progress_update" if event["message"] != self.replied and event.get("level") != "error":
                warning = event.get("level") == "warning"
                self.screen.progress(self.story.progress, event["message"], warning=warning)
            case "chat_message" if event["role"] == "agent":
                self.replied = event["message"]
                self.screen.row("Agent: ", Text(printable(event["message"])), "bold cyan")
            case "change_blocked":
                show_blocked(self.screen, event["change"])
            case "match_update" if not self.matched:
                self.matched = True
                show_match(self.screen, event["match"])
            case "connection_lost":
                self.screen.progress(self.story.progress, "The connection is lost; trying again …", warning=True)
            case _:
                pass

    def answer(self, card: Event) -> None:
        try:
            if card["kind"] == "review":
                review(self.session, card, self.screen, self.keyboard, self.tell)
            elif card["kind"] == "job_text":
                self.hand_in_posting(card)
            else:
                self.answer_question(card)
        except Refused as refused:
            if refused.code not in ANSWERED_ELSEWHERE:
                raise
            self.screen.say(refused, "yellow")
        self.story.answered(card["input_id"])

    def answer_question(self, card: Event) -> None:
        self.show_question(card)
        choices = [str(choice) for choice in card["choices"]]
        own = "write what is right" if card.get("reading") else "in your own words"
        hint = "Answer in your own words; " if not choices else f"{' / '.join(choices)}, or {own}; "
        self.screen.say(f"{hint}Enter skips, “{SKIP_ALL}” skips the rest, q stops.", "dim", indent=2)
        while True:
            typed = self.keyboard.line()
            if typed is None:
                if self.keyboard.terminal:
                    raise Stopped
                typed = SKIP_ALL
            if typed == "q":
                raise Stopped
            if self.accepted(chosen(typed, choices) or SKIP, card):
                return

    def hand_in_posting(self, card: Event) -> None:
        self.show_question(card)
        self.screen.say("Paste it here and end with a line that holds only a dot; q alone stops.", "dim", indent=2)
        while True:
            text = self.keyboard.page()
            if text == "q" or (text is None and self.keyboard.terminal):
                raise Stopped
            if text is None:
                raise TerminalError("The posting could not be read, and its text was not given.")
            if self.accepted(text, card):
                return

    def show_question(self, card: Event) -> None:
        self.screen.console.print()
        required = (card.get("requirement") or {}).get("priority")
        reading = card.get("reading") or {}
        question = Text(printable(reading.get("ask") or card["question"]), "bold")
        self.screen.row("? ", question.append(f"  ({required})", "dim not bold") if required else question, "cyan bold")
        if quote := reading.get("quote"):
            page = f", page {reading['page']}" if reading.get("page") else ""
            self.screen.row(f"  In your file{page}: ", Text(f"“{printable(quote)}”", "dim"), "dim")

    def accepted(self, text: str, card: Event) -> bool:
        """Whether the answer fits; if not, the server says why and the question stays open."""
        try:
            self.tell(text, card["input_id"])
        except Refused as refused:
            if refused.status != 400:
                raise
            self.screen.say(refused, "yellow")
            return False
        return True


def chosen(typed: str, choices: list[str]) -> str:
    """A choice for its initial, if it is the only one; otherwise what was typed."""
    found = [choice for choice in choices if len(typed) == 1 and choice.casefold().startswith(typed.casefold())]
    return found[0] if len(found) == 1 else typed
