"""What goes wrong at the terminal; each message is one line for the person.

TerminalError           exit status 1
├── BadUsage            the command line is wrong: exit status 2
├── Refused             the server said no; `status` and `code` are its own
└── Unreachable         no server answers
Stopped                 the person wants to leave: the session is stopped, exit status 130
"""

from __future__ import annotations


class TerminalError(Exception):
    """It does not work; the message says why and what to do."""


class BadUsage(TerminalError):
    """The command line is wrong."""


class Unreachable(TerminalError):
    """No server answers."""


class Refused(TerminalError):
    """The server's answer is an error."""

    def __init__(self, message: str, *, status: int, code: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code


class Stopped(Exception):
    """The person wants to leave."""
