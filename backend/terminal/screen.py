"""What is shown: lines that stay, and a live progress bar below them where the output is a terminal."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn
from rich.table import Table
from rich.text import Text

from backend.terminal.printable import printable


class Screen:
    """Plain lines without colours or cursor movements when the output is no terminal, or where NO_COLOR asks for it."""

    def __init__(self, output: TextIO | None = None) -> None:
        output = output or sys.stdout
        if isinstance(output, io.TextIOWrapper):
            output.reconfigure(errors="replace")  # in a locale without our quotes, question marks
        self.plain = not output.isatty() or bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
        self.console = Console(
            file=output, highlight=False, markup=False, emoji=False, color_system=None if self.plain else "auto"
        )
        self.bar: Progress | None = None
        self.last = ""

    def say(self, text: object, style: str = "", *, indent: int = 0) -> None:
        """A paragraph of text from anywhere."""
        self.row(" " * indent, Text(printable(text), style))

    def row(self, margin: str, text: Text, style: str = "") -> None:
        """A paragraph whose further lines stand under its first; in plain output it stays one line."""
        if self.plain or not margin:
            self.console.print(Text(margin) + text, soft_wrap=self.plain)
            return
        grid = Table.grid(padding=0)
        grid.add_column(no_wrap=True, width=len(margin))
        grid.add_column(overflow="fold")
        grid.add_row(Text(margin, style), text)
        self.console.print(grid)

    def line(self, text: object, style: str = "") -> None:
        """A line to be copied, such as a command: the terminal may fold it, but no end of line is put into it."""
        self.console.print(Text(printable(text), style), soft_wrap=True)

    def heading(self, text: str) -> None:
        if self.plain:
            self.console.print(f"\n-- {printable(text)} --", soft_wrap=True)
        else:
            self.console.print()
            self.console.rule(Text(printable(text), "bold"), align="left", style="dim")

    def progress(self, percent: int, message: str, *, warning: bool = False) -> None:
        """The session is so far, and says what it does."""
        if message and message != self.last:
            self.last = message
            self.row(f"{percent:3} %  ", Text(printable(message), "yellow" if warning else ""), "dim")
        if self.plain:
            return
        if self.bar is None:
            self.bar = Progress(
                SpinnerColumn(),
                BarColumn(bar_width=40),
                TaskProgressColumn(),
                TextColumn("{task.description}", markup=False),
                console=self.console,
                transient=True,
            )
            self.bar.add_task("", total=100)
        self.bar.update(self.bar.task_ids[0], completed=percent, description=printable(message)[:60])
        self.bar.start()

    def rest(self) -> None:
        """Take the bar away: the person is asked something, or the work is over."""
        if self.bar is not None:
            self.bar.stop()
            self.bar = None
