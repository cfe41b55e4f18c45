"""Edits in one line or in the person's editor, and changes that no longer fit."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest

from backend.terminal.errors import Refused
from backend.terminal.keyboard import Keyboard
from backend.terminal.review import review
from backend.terminal.screen import Screen
from backend.terminal.sessions import Session
from tests.backend.terminal.conftest import Pipe
from tests.backend.terminal.test_screen import make_change
from tests.story.server import Server


@pytest.mark.parametrize("key", ["e Python, GitLab pipelines", "E"])
def test_person_edits_a_change(
    pipe: Pipe, shared_server: Server, folder: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    editor = folder.parent / "editor.py"
    editor.write_text("import pathlib, sys; pathlib.Path(sys.argv[1]).write_text('Python,\\nGitLab pipelines\\n')")
    monkeypatch.setenv("VISUAL", f"'{sys.executable}' '{editor}'")
    piped = pipe("mara.pdf", "job.txt", "-o", "mara.md", typed=f"skip all\n{key}\n")
    assert piped.status == 0, piped.errors
    [session] = piped.desk.sessions(shared_server.url)
    assert session["changes"][0]["state"] == "edited"
    assert session["changes"][0]["after"] == "Python, GitLab pipelines"
    assert "GitLab pipelines" in (folder / "mara.md").read_text()


class Stale(Session):
    """A session in which a change no longer fits its line. Which one does is the engine's secret, so it is played."""

    def __init__(self, *stale: str) -> None:
        self.stale = stale
        self.rows = [make_change(id=id_) for id_ in ("c1", "c2", "c3")]

    def changes(self) -> list[dict[str, Any]]:
        return self.rows

    def decide(self, decisions: list[dict[str, Any]]) -> list[dict[str, Any]]:
        wanted = {row["change_id"]: row["decision"] for row in decisions}
        if any(id_ in self.stale for id_, decision in wanted.items() if decision != "reject"):
            raise Refused("The line has changed.", status=409, code="STALE_CHANGE")
        states = {"accept": "accepted", "reject": "rejected"}
        self.rows = [{**row, "state": states[wanted[row["id"]]]} if row["id"] in wanted else row for row in self.rows]
        return self.rows


@pytest.mark.parametrize("typed", ["A\n", "a\na\na\n"])
def test_change_that_no_longer_fits_is_left_out_and_the_others_are_made(
    typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    session = Stale("c2")
    shown = io.StringIO()
    screen = Screen(shown)
    card = {"question": "Here are 3 changes", "change_ids": ["c1", "c2", "c3"]}
    review(session, card, screen, Keyboard(screen), lambda _text, _context: None)
    assert [row["state"] for row in session.rows] == ["accepted", "rejected", "accepted"]
    assert "The line has changed." in shown.getvalue()
