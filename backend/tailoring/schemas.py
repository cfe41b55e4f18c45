"""The bodies of the tailoring routes, in the contract's words."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Path, Query
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from agent.change.model import Change, Evidence
from agent.resume.correct import Correction
from agent.resume.write.papers import PaperSize
from agent.tailor.clarify import Reading
from agent.tailor.fit import Fit
from agent.tailor.letter import LeftOut


def storable(text: str) -> str:
    """Without the characters that PostgreSQL cannot hold."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode()


Text = Annotated[str, AfterValidator(storable)]
VersionNumber = Annotated[int, Path(ge=0, le=2**31 - 1)]
ExportFormat = Literal["pdf", "docx", "md", "txt", "json"]
ExportMode = Annotated[
    Literal["new", "own", "tracked"],
    Query(
        description="`new`: our layout; `own`: your own Word file with the changes made; `tracked`: there as tracked changes"
    ),
]
LetterFormat = Literal["pdf", "docx", "md", "txt"]
Template = Literal["classic", "modern", "compact"]
PaperChoice = Annotated[PaperSize | None, Query(description="unset: what is usual in the person's country")]
Status = Literal["queued", "running", "waiting_for_input", "stopped", "completed", "failed"]
SESSION = "5f0c6f0e-9b1f-4a39-8a53-2a4c2a9c6c11"
CHANGE = {
    "id": "c1f2",
    "kind": "reword",
    "section": "work",
    "line_id": "work.1.h2",
    "before": "Ran K8s clusters",
    "after": "Ran Kubernetes (K8s) clusters",
    "reason": "The posting says Kubernetes",
    "requirement_ids": ["r3"],
    "evidence": [{"source": "resume", "ref": "work.1.h2", "quote": "Ran K8s clusters"}],
    "score_effect": 2.5,
    "state": "proposed",
    "unsupported": [],
    "by": "engine",
}
INPUT = {
    "input_id": "0b6c0d4e-6a1f-4a3a-8d0c-1f0b1f1f1f1f",
    "kind": "gap",
    "question": 'The posting asks for "Terraform". Have you used it? Tell me where and what you did.',
    "choices": [],
    "change_ids": [],
    "requirement": {"id": "r4", "text": "Terraform", "priority": "preferred"},
}


def example(value: dict[str, Any]) -> ConfigDict:
    return ConfigDict(json_schema_extra={"example": value})


class Created(BaseModel):
    model_config = example({"id": SESSION, "status": "queued", "progress": 0})

    id: UUID
    status: Status
    progress: int = Field(ge=0, le=100)


class Problem(BaseModel):
    code: str
    message: str
    retryable: bool


class Job(BaseModel):
    url: str = ""
    title: str = ""
    company: str = ""
    location: str = ""


class PendingInput(BaseModel):
    model_config = example(INPUT)

    input_id: UUID
    kind: Literal["gap", "clarify", "job_text", "review"]
    question: str
    choices: list[str]
    change_ids: list[str]
    requirement: dict[str, Any] | None = None
    reading: Reading | None = Field(
        default=None, description="of a `clarify` about how the file was read: the field and the line of the file"
    )
    fit: Fit | None = Field(default=None, description="of a `review` of lines to leave out: what was measured")


class MatchedRequirement(BaseModel):
    model_config = ConfigDict(extra="allow")

    id: str
    text: str
    kind: str
    priority: Literal["required", "preferred"]
    label: Literal["met", "partial", "missing"]
    label_before: Literal["met", "partial", "missing"]
    missing: str | None = None
    note: str = ""
    evidence: list[dict[str, Any]] = []


class BeforeAfter(BaseModel):
    before: float
    after: float


class Bands(BaseModel):
    before: str
    after: str


class Match(BaseModel):
    requirements: list[MatchedRequirement]
    score: BeforeAfter
    band: Bands


class SessionView(BaseModel):
    model_config = example(
        {
            "id": SESSION,
            "status": "waiting_for_input",
            "progress": 50,
            "step": "match",
            "job": {
                "url": "https://jobs.example.org/1",
                "title": "Backend Engineer",
                "company": "Larkspur",
                "location": "",
            },
            "pending_input": INPUT,
            "match": None,
            "version": 0,
            "pages": 1,
            "template": "classic",
            "created_at": "2026-11-20T09:00:00Z",
            "updated_at": "2026-11-20T09:00:03Z",
            "error": None,
        }
    )

    id: UUID
    status: Status
    progress: int
    step: str
    job: Job
    pending_input: PendingInput | None
    match: Match | None
    version: int
    pages: int | None = Field(description="of the present version, typeset in `template`; null where it cannot be")
    template: str
    created_at: datetime
    updated_at: datetime
    error: Problem | None


class SessionPage(BaseModel):
    items: list[SessionView]
    next_cursor: str | None = Field(description="pass as `cursor` for the next page; null at the end")


class Chat(BaseModel):
    model_config = example({"message": "Yes, two years at Larkspur Freight", "context": INPUT["input_id"]})

    message: Text = Field(min_length=1, max_length=200_000)
    context: Text = Field(
        default="", max_length=2_000, description="the `input_id` answered, a change's id, or free text"
    )


class ChatAnswer(BaseModel):
    """The message as it goes over the WebSocket."""

    model_config = ConfigDict(extra="allow")

    type: Literal["chat_message"]
    role: Literal["user"]
    message: str
    message_id: UUID
    session_id: UUID
    seq: int
    at: datetime


class Stopped(BaseModel):
    status: Literal["stopped"]


class Queued(BaseModel):
    status: Status


class TicketAnswer(BaseModel):
    ticket: str
    expires_in: int = Field(description="seconds")


class Messages(BaseModel):
    items: list[dict[str, Any]]
    last_seq: int


class DecisionIn(BaseModel):
    change_id: Text = Field(max_length=64)
    decision: Literal["accept", "reject", "edit"]
    text: Text | None = Field(default=None, max_length=5_000, description="with `edit`: the wording the person wants")


class Decisions(BaseModel):
    model_config = example({"decisions": [{"change_id": "c1f2", "decision": "accept"}]})

    decisions: list[DecisionIn] = Field(min_length=1, max_length=500)


class Changes(BaseModel):
    model_config = example({"items": [CHANGE]})

    items: list[Change]


class VersionView(BaseModel):
    number: int
    reason: str
    kind: Literal["read", "corrected", "tailored", "restored"]
    by: Literal["person", "agent"]
    change_ids: list[str]
    corrections: list[Correction] = Field(description="what the person set right of how the file was read")
    sha256: str
    pages: int | None = Field(description="typeset in the session's template")
    score: float | None
    created_at: datetime


class Versions(BaseModel):
    items: list[VersionView]


class VersionWhole(VersionView):
    content: str = Field(description="the whole document, Markdown")
    format: Literal["markdown"] = "markdown"


class LetterWish(BaseModel):
    recipient: str = Field(
        default="", max_length=500, description="whom it goes to, in up to a few lines; the employer if left out"
    )


class LetterView(BaseModel):
    """`left_out` and `contradicted` name sentences with what nothing bears out; the latter those that the resume as it is
    now no longer does, so the letter has to be written again. Without `paragraphs`, `note` tells why.
    """

    paragraphs: list[str]
    content: str = Field(description="the whole letter, Markdown; empty without paragraphs")
    format: Literal["markdown"] = "markdown"
    recipient: str
    date: str
    language: str
    left_out: list[LeftOut]
    not_in_resume: list[str] = Field(description="sentences that your answers bear out but the resume does not say")
    contradicted: list[LeftOut] = []
    evidence: list[Evidence]
    note: str
    version: int = Field(description="of the resume that it was written for")
    created_at: datetime


class FactView(BaseModel):
    id: UUID
    said: str
    statement: str
    question: str
    answer: Literal["yes", "no", "other"]
    session_id: UUID | None
    created_at: datetime


class Facts(BaseModel):
    items: list[FactView]
