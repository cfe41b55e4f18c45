"""One visit of a person at the terminal: find the server, begin or go on, converse, and leave with the files."""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import sys
from pathlib import Path

from backend.config import Settings, load_settings
from backend.terminal import accounts, files, sessions
from backend.terminal.client import Client
from backend.terminal.conversation import Conversation
from backend.terminal.ear import Ear
from backend.terminal.errors import Stopped, TerminalError
from backend.terminal.interrupts import hangup_is_interrupt, unbroken
from backend.terminal.keyboard import Keyboard
from backend.terminal.order import Order, read_order
from backend.terminal.place import located
from backend.terminal.screen import Screen
from backend.terminal.sessions import Session
from backend.terminal.story import Story
from backend.terminal.summary import show_end

STOPPED = 130
STOP_SECONDS = 5.0


def make_visit(options: argparse.Namespace) -> Visit:
    """Raises BadUsage, and SettingsError."""
    settings = load_settings()
    order = read_order(options)
    target = files.read_target(options.out, Path(options.file) if order else None)
    return Visit(settings, options, target, order)


class Visit:
    def __init__(
        self, settings: Settings, options: argparse.Namespace, target: files.Target, order: Order | None
    ) -> None:
        self.settings = settings
        self.options = options
        self.target = target
        self.order = order
        self.screen = Screen()
        self.keyboard = Keyboard(self.screen)
        self.session: Session | None = None

    def hold(self) -> int:
        """The exit status. Raises TerminalError."""
        log = self.settings.data_dir / accounts.FOLDER / "server.log"
        with hangup_is_interrupt():
            try:
                with located(self.settings, self.options.server, log, self.starting) as place:
                    client = Client(place.url, alive=place.alive, notice=self.notice)
                    try:
                        self.enter(client, place.name)
                        return self.converse(client)
                    finally:
                        accounts.leave(client)
                        client.close()
            except KeyboardInterrupt:
                return STOPPED
            except TerminalError as error:
                raise TerminalError(f"{error}{self.way_back()}") from error
            finally:
                self.screen.rest()

    def starting(self, url: str) -> None:
        self.screen.progress(0, f"No server answers at {url}; starting one")

    def notice(self, message: str) -> None:
        self.screen.say(message, "yellow")

    def enter(self, client: Client, server: str) -> None:
        if self.options.user:
            self.screen.rest()
            accounts.enter_as(client, self.options.user)
        else:
            accounts.enter(client, accounts.Accounts(self.settings.data_dir), server)

    def converse(self, client: Client) -> int:
        try:
            session = self.begin(client)
            conversation = Conversation(session, self.screen, self.keyboard, again=self.order is None)
            with Ear(client, session.id) as ear:
                conversation.go_on(ear)
                while conversation.story.status == "completed" and self.wants_more(conversation):
                    conversation.go_on(ear)
            return self.conclude(session, conversation.story)
        except (KeyboardInterrupt, Stopped):
            return self.stop(client)

    def conclude(self, session: Session, story: Story) -> int:
        if story.status == "completed":
            written, missing = files.write_files(
                session, self.target, {name: getattr(self.options, name) for name in ("template", "paper")}
            )
            show_end(self.screen, story, written, missing)
            return 0
        if story.status == "stopped":
            self.screen.line(f"The session was stopped.{self.way_back()}")
            return STOPPED
        raise TerminalError((story.error or {}).get("message", "The session failed."))

    def begin(self, client: Client) -> Session:
        if self.order is not None:
            with unbroken():
                # Were it cut off here, a session could begin whose id nobody knows.
                self.session = sessions.create(client, self.order.name, self.order.data, self.order.form)
            return self.session
        session = Session(client, self.options.session)
        shown = session.show()
        self.session = session
        job = " at ".join(filter(None, [shown["job"]["title"], shown["job"]["company"]]))
        self.screen.progress(shown["progress"], f"Going on with {job or 'the session'}")
        if shown["status"] in ("stopped", "failed"):
            session.proceed()
        return session

    def wants_more(self, conversation: Conversation) -> bool:
        """At a terminal, the person may tell the agent more; that begins another turn."""
        if not self.keyboard.terminal or self.options.auto:
            return False
        self.screen.console.print()
        self.screen.say("Anything else? Tell the agent, or press Enter to have the files written.", "bold")
        text = self.keyboard.line()
        if not text:
            return False
        conversation.tell(text)
        return True

    def stop(self, client: Client) -> int:
        self.screen.rest()
        self.screen.console.print()
        if self.session is None:
            self.screen.say("Stopped; no session was begun.")
            return STOPPED
        client.patience = STOP_SECONDS
        said = "Stopped."
        try:
            self.session.stop()
        except TerminalError as error:
            said = f"{error}"
        except KeyboardInterrupt:
            said = "Left without waiting for the server."
        self.screen.line(f"{said}{self.way_back()}")
        return STOPPED

    def way_back(self) -> str:
        if self.session is None:
            return ""
        command = [*this_program(), "tailor", "--resume", self.session.id]
        for name in ("out", "server", "user", "template", "paper"):
            if value := getattr(self.options, name):
                command += [f"--{name}", value]
        return f" Go on with: {shlex.join(command)}"


def this_program() -> list[str]:
    """How the person called it: by `python` where that is this interpreter, else by its path."""
    found = shutil.which("python")
    if found and Path(found).absolute() == Path(sys.executable).absolute():
        return ["python", "-m", "backend"]
    path = os.path.relpath(sys.executable)
    return [sys.executable if path.startswith("..") else path, "-m", "backend"]
