"""A change: one proposed edit with its reason and evidence; and what the gate says of a text."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Source = Literal["resume", "fact"]
ChangeState = Literal["proposed", "accepted", "rejected", "edited", "blocked"]
ChangeKind = Literal["reword", "add", "remove", "reorder", "move"]


class EvidenceLine(BaseModel):
    """One thing the gate may rely on: a line of the resume or a fact of the person."""

    model_config = ConfigDict(frozen=True)

    ref: str = Field(description="the line's or the fact's id")
    text: str
    source: Source = "resume"
    entry: str = Field(default="", description="id of the role, degree or project it belongs to; empty: of the person")
    section: str = ""


class Evidence(BaseModel):
    """A citation shown to the person."""

    source: Source
    ref: str
    quote: str


class Span(BaseModel):
    """Characters `start` to `end` (exclusive) of the judged text that the evidence does not support, and why."""

    start: int
    end: int
    text: str
    why: str


class Verdict(BaseModel):
    """What the gate says. `unsure` counts as unsupported until the person confirms it."""

    verdict: Literal["supported", "unsupported", "unsure"]
    spans: list[Span] = []
    evidence: list[Evidence] = []

    @property
    def supported(self) -> bool:
        return self.verdict == "supported"


class Change(BaseModel):
    """One proposed edit of one line.

    `kind` says what `line_id` names: the line itself (reword, remove), the entry or section it goes into (add), or the
    entry, section or skill group whose parts get a new order (reorder; `items` then holds the ids, for a skill group the
    keywords). `before` null adds a line, `after` null removes one. `items` of a skill group's reword are its keywords.
    """

    id: str
    kind: ChangeKind
    section: str
    line_id: str
    before: str | None = None
    after: str | None = None
    items: list[str] | None = None
    reason: str = ""
    requirement_ids: list[str] = []
    evidence: list[Evidence] = []
    score_effect: float = 0.0
    state: ChangeState = "proposed"
    unsupported: list[Span] = []
    by: Literal["engine", "person"] = "engine"


class Fact(BaseModel):
    """What the person said, citable for ever. `answer` no is a fact too: then the thing is never claimed nor asked again.

    `entry` is the role it belongs to where the person named one; `statement` is what may be cited as evidence
    (empty for a no).
    """

    id: str
    question: str = ""
    said: str
    statement: str = ""
    answer: Literal["yes", "no", "other"] = "other"
    requirement: str = ""
    terms: list[str] = []
    entry: str = ""
