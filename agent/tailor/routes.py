"""Which way the graph goes on."""

from __future__ import annotations

from typing import Literal

from agent.tailor.state import Next, State


def after_begin(state: State) -> Literal["read_resume", "listen"]:
    return "listen" if state.get("requirements") is not None else "read_resume"


def after_reading(state: State) -> Literal["ask_reading", "fetch_posting"]:
    return "ask_reading" if state.get("pending") else "fetch_posting"


def after_posting(state: State) -> Literal["ask_posting", "understand"]:
    return "ask_posting" if state.get("problem") else "understand"


def after_listening(state: State) -> Next:
    return state["next"]


def after_fitting(state: State) -> Literal["ground", "listen"]:
    return "ground" if state.get("candidates") else "listen"


def after_record(state: State) -> Literal["ground", "listen"]:
    return "ground" if state.get("candidates") else "listen"
