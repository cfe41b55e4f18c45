"""What each prompt is answered with. Nothing here is trusted: `candidates`, `requirements` and `understanding` check it."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, model_validator

from agent.engine.llm.shape import Sound
from agent.engine.port import InstructionKind
from agent.job.model import Priority, RequirementKind

Why = Literal["term", "relevance", "clarity", "shorter", "asked"]


class Answer(BaseModel):
    """Read leniently: unknown keys are ignored, missing ones and nulls have defaults, broken items of a list are left out."""

    model_config = ConfigDict(extra="ignore")

    @model_validator(mode="before")
    @classmethod
    def _nothing_is_the_default(cls, data: Any) -> Any:
        return {key: value for key, value in data.items() if value is not None} if isinstance(data, dict) else data


class AskedFor(Answer):
    text: str
    kind: RequirementKind
    priority: Priority = "required"
    terms: Sound[str] = []
    alternatives: bool = False
    years: float | None = None


class RequirementsAnswer(Answer):
    requirements: Sound[AskedFor] = []


class Rewording(Answer):
    line_id: str
    text: str
    why: Why = "clarity"
    requirement_ids: Sound[str] = []
    evidence: Sound[str] = []


class Addition(Answer):
    text: str
    requirement_ids: Sound[str] = []
    evidence: Sound[str] = []


class SummaryAnswer(Answer):
    changes: Sound[Rewording] = []
    additions: Sound[Addition] = []


class RewriteAnswer(SummaryAnswer):
    order: Sound[str] = []


class Keyword(Answer):
    """`was` is the keyword of the group it replaces, empty for a new one."""

    name: str
    was: str = ""
    evidence: Sound[str] = []


class Group(Answer):
    line_id: str
    keywords: Sound[Keyword] = []
    requirement_ids: Sound[str] = []


class SkillsAnswer(Answer):
    groups: Sound[Group] = []


class Mended(Answer):
    id: str
    text: str = ""


class RepairAnswer(Answer):
    repairs: Sound[Mended] = []


class ChatAnswer(Answer):
    kind: InstructionKind = "unknown"
    target: str = ""
    text: str = ""
    line_id: str = ""
    change_ids: Sound[str] = []


class Paragraph(Answer):
    text: str
    evidence: Sound[str] = []


class LetterAnswer(Answer):
    paragraphs: Sound[Paragraph] = []
