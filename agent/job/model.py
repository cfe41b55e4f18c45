"""What a posting asks for, how the resume meets it, and what to ask the person."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from agent.change.model import Evidence, Fact

__all__ = [
    "Evidence",
    "Fact",
    "Label",
    "MatchReport",
    "Priority",
    "Question",
    "Requirement",
    "RequirementKind",
    "RequirementMatch",
]

Priority = Literal["required", "preferred"]
Label = Literal["met", "partial", "missing"]
RequirementKind = Literal[
    "skill",
    "tool",
    "years",
    "degree",
    "certificate",
    "licence",
    "language",
    "clearance",
    "location",
    "responsibility",
    "soft",
]


class Requirement(BaseModel):
    """One thing the posting asks for. `text` is a quote of the posting; `terms` are its skills or tools, any one of
    which will do when `alternatives` is true ("Python or Go") and all of which count otherwise.
    """

    id: str
    text: str
    kind: RequirementKind
    priority: Priority = "required"
    terms: list[str] = []
    alternatives: bool = False
    years: float | None = None
    section: str = Field(default="", description="the posting's own heading it stands under")


class RequirementMatch(BaseModel):
    """How the resume meets one requirement. A missing one is `unsaid` (evidence is there, the words are not) or a
    `gap` (ask); `denied` when the person said no.
    """

    requirement_id: str
    label: Label
    missing: Literal["unsaid", "gap", "denied"] | None = None
    evidence: list[Evidence] = []
    credit: float = Field(default=0.0, description="the share of its weight that it adds to the score, 0 to 1")
    lacking: str = Field(default="", description="of a partial match, the posting's words that nothing shows")
    note: str = Field(default="", description="why, in plain words")


class MatchReport(BaseModel):
    """`score` is 0..100 by the published weights; `band` its published name."""

    requirements: list[Requirement]
    matches: list[RequirementMatch]
    score: float
    band: str
    language: str = ""

    def match_of(self, requirement_id: str) -> RequirementMatch | None:
        return next((m for m in self.matches if m.requirement_id == requirement_id), None)


class Question(BaseModel):
    """One thing to ask. `key` is stable for the same gap, so that nothing is asked twice."""

    key: str
    text: str
    kind: Literal["gap", "clarify"] = "gap"
    requirement_id: str | None = None
    choices: list[str] = []
    value: float = Field(default=0.0, description="what an answer could add to the score")
