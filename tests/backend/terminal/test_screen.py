"""What is shown: differences, blocked words, and nothing that a stranger's text does to the terminal."""

from __future__ import annotations

import io
from typing import Any

import pytest
from rich.text import Text

from backend.terminal.card import differing, show_blocked, show_change
from backend.terminal.conversation import chosen
from backend.terminal.printable import printable
from backend.terminal.review import split
from backend.terminal.screen import Screen
from backend.terminal.story import Story
from backend.terminal.summary import show_end

ATTACK = "\x1b]0;owned\x07\x1b[2J\u202eevil\x9b31m[bold]\r\x08"


class Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


def make_change(**parts: Any) -> dict[str, Any]:
    usual = {
        "id": "c1",
        "kind": "reword",
        "section": "work",
        "before": "Ran K8s",
        "after": "Ran Kubernetes",
        "reason": "The posting says Kubernetes",
        "evidence": [{"source": "resume", "ref": "work.1.h1", "quote": "Ran K8s"}] * 2,
        "score_effect": 2.5,
        "state": "proposed",
        "unsupported": [],
    }
    return {**usual, **parts}


def test_only_the_words_that_differ_stand_out() -> None:
    before, after = differing("Ran K8s clusters.", "Ran Kubernetes clusters.")
    assert marked(before) == ["K8s"]
    assert marked(after) == ["Kubernetes"]
    assert before.plain == "Ran K8s clusters."


def marked(text: Text) -> list[str]:
    return [text.plain[span.start : span.end] for span in text.spans if "bold" in str(span.style)]


@pytest.mark.parametrize("output", [Tty, io.StringIO])
def test_text_of_strangers_cannot_command_the_terminal(
    output: type[io.StringIO], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    quote = {"source": "fact", "ref": "f", "quote": ATTACK}
    span = {"start": 0, "end": 4, "text": ATTACK, "why": ATTACK}
    change = make_change(before=ATTACK, after=f"{ATTACK} x", reason=ATTACK, evidence=[quote], unsupported=[span])
    shown = output()
    screen = Screen(shown)
    show_change(screen, change, "Change 1 of 1")
    show_blocked(screen, change)
    screen.progress(5, ATTACK)
    screen.rest()
    screen.say(ATTACK)
    for sign in ("\x1b]", "\x07", "\x1b[2J\u202e", "\u202e", "\x9b", "\x08"):
        assert sign not in shown.getvalue()
    assert "[bold]" in shown.getvalue()


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_output_is_plain_where_the_person_asks_for_it(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    shown = Tty()
    screen = Screen(shown)
    show_change(screen, make_change(), "Change 1 of 2")
    screen.progress(40, "Matching")
    screen.rest()
    assert shown.getvalue() == (
        "\n-- Change 1 of 2 · Work · score +2.5 --\n- Ran K8s\n+ Ran Kubernetes\n"
        "  Why: The posting says Kubernetes\n  From your resume: “Ran K8s”\n 40 %  Matching\n"
    )


def test_blocked_change_and_the_end_name_what_is_not_supported() -> None:
    span = {"start": 4, "end": 13, "text": "Terraform", "why": "no line says so"}
    blocked = make_change(state="blocked", after="Ran Terraform", unsupported=[span])
    story = Story(again=False)
    story.take({"type": "change_blocked", "seq": 1, "change": blocked})
    rows = [{"text": "gRPC", "label": "missing", "label_before": "missing"}]
    match = {"requirements": rows, "score": {"before": 50, "after": 62.4}, "band": {"before": "fair", "after": "good"}}
    story.take({"type": "match_update", "seq": 2, "match": match})
    shown = io.StringIO()
    show_blocked(Screen(shown), blocked)
    assert "“Terraform”: no line says so" in shown.getvalue()
    show_end(Screen(shown), story, [], ["No DOCX: not yet"])
    end = shown.getvalue().split("Done")[1]
    for said in ("Score 50 (fair) -> 62 (good)", "0 -> 0 of 1", "1 blocked", "“Terraform”", "“gRPC”", "No DOCX"):
        assert said in end


def test_greeting_from_before_an_answer_does_not_put_the_question_again() -> None:
    card = {"type": "human_input_required", "seq": 1, "input_id": "i"}
    waiting = {"type": "session_status", "seq": 2, "status": "waiting_for_input"}
    hello = {"type": "hello", "last_seq": 2, "status": "waiting_for_input", "open_inputs": [card]}
    story = Story(again=False)
    for event in (hello, card, waiting):
        story.take(event)
    assert story.waits_for() == card
    story.told(5)
    story.answered("i")
    story.take(hello)
    assert story.waits_for() is None
    assert not story.up_to_date


def test_what_was_said_before_one_came_back_is_not_shown_again() -> None:
    story = Story(again=True)
    story.take({"type": "hello", "last_seq": 1, "status": "queued", "open_inputs": []})
    assert not story.take({"type": "progress_update", "seq": 1, "message": "old"})
    assert story.take({"type": "progress_update", "seq": 2, "message": "new"})


def test_keys_and_choices() -> None:
    assert split("e New text") == ("e", "New text")
    assert split("Accept all") == ("A", "")
    assert split("a") == ("a", "")
    assert split("A") == ("A", "")
    assert chosen("y", ["Yes", "No", "Skip"]) == "Yes"
    assert chosen("s", ["Senior", "Staff"]) == "s"
    assert chosen("Yes, twice", ["Yes", "No"]) == "Yes, twice"
    assert printable("tab\tline\r\nend") == "tab\tline\nend"
