"""One visit of a person at the terminal: find the server, begin or go on, converse, and leave with the files."""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from uuid import UUID

from backend.config import Settings, load_settings
from backend.terminal import accounts, files, posting, sessions
from backend.terminal.client import Client
from backend.terminal.conversation import Conversation
from backend.terminal.ear import Ear
from backend.terminal.errors import BadUsage, Stopped, TerminalError
from backend.terminal.keyboard import Keyboard
from backend.terminal.place import located
from backend.terminal.screen import Screen
from backend.terminal.sessions import Session
from backend.terminal.summary import show_end

STOPPED = 130
STOP_SECONDS = 5.0


@dataclass(frozen=True)
class Order:
    """What the person wants to begin with."""

    name: str
    data: bytes
    form: dict[str, str]


def make_visit(options: argparse.Namespace) -> Visit:
    """Raises BadUsage, and SettingsError."""
    settings = load_settings()
    if options.session is None:
        if options.file is None or options.job is None:
            raise BadUsage("give RESUME and JOB, or --resume SESSION")
        resume = Path(options.file)
        target = files.read_target(options.out, resume)
        form = {**posting.read_job(options.job), "review": "auto" if options.auto else "each"}
        form |= {name: getattr(options, name) for name in ("language", "intensity") if getattr(options, name)}
        return Visit(settings, options, target, Order(resume.name, posting.read_file(resume), form))
    if options.file is not None or options.auto or options.language or options.intensity:
        raise BadUsage("--resume SESSION goes on as the session was begun; give only -o, --template, --server, --user")
    try:
        options.session = str(UUID(options.session))
    except ValueError:
        raise BadUsage(f"--resume {options.session}: not the id of a session") from None
    return Visit(settings, options, files.read_target(options.out, None), None)


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
        except (KeyboardInterrupt, Stopped):
            return self.stop(client)
        except TerminalError as error:
            raise TerminalError(f"{error}{self.way_back()}") from error
        story = conversation.story
        if story.status == "completed":
            written, missing = files.write_files(session, self.target, self.options.template)
            show_end(self.screen, story, written, missing)
            return 0
        if story.status == "stopped":
            self.screen.line(f"The session was stopped.{self.way_back()}")
            return STOPPED
        trouble = story.error or {}
        raise TerminalError(
            f"{trouble.get('message', 'The session failed.')}{self.way_back() if trouble.get('retryable') else ''}"
        )

    def begin(self, client: Client) -> Session:
        if self.order is not None:
            with unbroken():
                # Were it cut off here, a session could begin whose id nobody knows.
                self.session = sessions.create(client, self.order.name, self.order.data, self.order.form)
            return self.session
        session = Session(client, self.options.session)
        status = session.show()["status"]
        self.session = session
        if status in ("stopped", "failed"):
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
        for name in ("out", "server", "user", "template"):
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


@contextmanager
def unbroken() -> Iterator[None]:
    """Ctrl-C in here takes effect at the end; a second one at once."""
    pressed = False

    def note(_number: int, _frame: FrameType | None) -> None:
        nonlocal pressed
        if pressed:
            raise KeyboardInterrupt
        pressed = True

    before = signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt


@contextmanager
def hangup_is_interrupt() -> Iterator[None]:
    """A closed terminal and a polite kill stop the session as Ctrl-C does."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    names = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = [signal.signal(name, interrupt) for name in names]
    try:
        yield
    finally:
        for name, handler in zip(names, before, strict=True):
            signal.signal(name, handler)
