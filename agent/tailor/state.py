"""What the graph remembers between steps. The work itself lies on the desk.

The checkpointer writes top-level words and numbers in clear, so texts of the person or the posting stand only within
lists and dicts.
"""

from __future__ import annotations

from typing import Any, Literal, TypedDict

Next = Literal["ask", "propose", "apply", "review", "fit", "letter", "finish"]


class State(TypedDict, total=False):
    """`reading` is where the questions about the file stand: `asking`, the one that is open, `settled`, the addresses
    that are done with, and `left`, how many more may be asked. `questions` are still to be asked, `asked` the keys of
    those that were. `pending` is what the next interrupt says and `answer` what it brought. `instruction` is what a
    chat message was understood to ask. `candidates` wait for the gate. `letter` is what a letter was asked for with.
    `proposed` tells that the first proposal was made, `rounds` how often refused changes led to another, `fit` is
    what was measured of the pages and offered last, and `fitted` tells that the draft was measured as it now is, or
    that the person has just taken a step back, which is not to be answered with an offer. `doubted` how many claims
    the gate refused were asked about.
    """

    turn: int
    next: Next
    reading: dict[str, Any]
    problem: dict[str, Any] | None
    requirements: list[dict[str, Any]]
    questions: list[dict[str, Any]]
    asked: list[str]
    pending: dict[str, Any] | None
    answer: dict[str, Any] | None
    instruction: dict[str, Any] | None
    candidates: list[dict[str, Any]]
    letter: dict[str, Any] | None
    proposed: bool
    fit: dict[str, Any] | None
    fitted: bool
    rounds: int
    doubted: int
    refused: int
