"""What the person types: a line with editing at a terminal, or the next line of what is piped in."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from types import ModuleType

from backend.terminal.errors import TerminalError
from backend.terminal.screen import Screen

readline: ModuleType | None
try:
    import readline
except ImportError:  # Windows has none; lines are then typed anew
    readline = None

PROMPT = "> "


class Keyboard:
    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.terminal = sys.stdin is not None and sys.stdin.isatty()
        if readline is not None and self.terminal:
            readline.set_auto_history(False)

    def line(self, filled: str = "") -> str | None:
        """One line without its end, stripped; None when there will be no more. `filled` stands there to be edited."""
        self.screen.rest()
        if not self.terminal:
            return self.piped_line()
        if readline is not None:
            readline.set_startup_hook(lambda: readline.insert_text(filled) if filled else None)
        try:
            return readable(input(PROMPT)).strip()
        except EOFError:
            self.screen.console.print()
            return None
        finally:
            if readline is not None:
                readline.set_startup_hook(None)

    def piped_line(self) -> str | None:
        read = sys.stdin.readline() if sys.stdin is not None else ""
        if not read:
            return None
        line = readable(read).strip()
        self.screen.say(f"{PROMPT}{line}")
        return line

    def page(self) -> str | None:
        """Several lines, until one that holds only a dot, or the end; None when there was nothing."""
        lines: list[str] = []
        while (line := self.line()) is not None and line != ".":
            lines.append(line)
        return "\n".join(lines).strip() or None

    def edited(self, text: str) -> str:
        """The text after the person had it in their editor. Raises TerminalError when there is none."""
        self.screen.rest()
        editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
        with tempfile.TemporaryDirectory(prefix="bespoke-") as folder:
            path = Path(folder) / "line.txt"
            path.write_text(text + "\n", "utf-8")
            try:
                subprocess.run([*shlex.split(editor), str(path)], check=True)  # noqa: S603  # the person's own editor
            except (OSError, ValueError, subprocess.CalledProcessError) as error:
                raise TerminalError(f"The editor {editor} did not work; set EDITOR, or use e.") from error
            return " ".join(path.read_text("utf-8", errors="replace").split())


def readable(text: str) -> str:
    """Bytes that are no UTF-8 become question marks; JSON cannot hold them."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
