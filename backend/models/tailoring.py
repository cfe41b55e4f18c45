"""A tailoring session: its documents, changes and versions, and what the person has told us."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from backend.models.base import Base, Identified, Owned, Timed


class TailoringSession(Timed, Base):
    """One resume tailored for one job; its id is its run's. `user_id` is the owner. `confirmed` are the fields of the file that
    the person said were read rightly, as the agent's `Correction`s; `template` is what its pages are counted in.
    """

    __tablename__ = "tailoring_sessions"

    id: Mapped[UUID] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    workspace_id: Mapped[UUID | None] = mapped_column(default=None)
    status: Mapped[str] = mapped_column(String(20), default="queued")
    resume_path: Mapped[str | None] = mapped_column(String(255))
    resume_name: Mapped[str] = mapped_column(String(255), default="")
    job_url: Mapped[str] = mapped_column(Text, default="")
    review: Mapped[str] = mapped_column(String(10), default="each")
    intensity: Mapped[str] = mapped_column(String(10), default="standard")
    language: Mapped[str] = mapped_column(String(10), default="")
    version: Mapped[int] = mapped_column(default=0)
    template: Mapped[str] = mapped_column(String(10), default="classic")
    confirmed: Mapped[list[Any]] = mapped_column(default=list)
    match_before: Mapped[dict[str, Any] | None]
    match_after: Mapped[dict[str, Any] | None]


class Posting(Base):
    """The job of a session as it was read or pasted."""

    __tablename__ = "postings"

    session_id: Mapped[UUID] = mapped_column(ForeignKey("tailoring_sessions.id", ondelete="CASCADE"), primary_key=True)
    text: Mapped[str] = mapped_column(Text, default="")
    posting: Mapped[dict[str, Any] | None]


class Upload(Identified, Owned, Base):
    """A file of a person, kept once by what it contains."""

    __tablename__ = "uploads"
    __table_args__ = (UniqueConstraint("owner_id", "sha256"),)

    sha256: Mapped[str] = mapped_column(String(64), index=True)
    format: Mapped[str] = mapped_column(String(10))
    size: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(server_default=func.current_timestamp())


class Version(Base):
    """One state of the resume. Number 0 is the file as read; nothing is ever changed in place. `change_ids` are the changes
    in effect and `corrections` what the person has set right of the reading, oldest first: number 0 with these is what the
    version is measured by. `kind` and `by` tell where it comes from; `base` is the version that was restored to make it.
    """

    __tablename__ = "versions"
    __table_args__ = (
        CheckConstraint("kind IN ('read', 'corrected', 'tailored', 'restored')", name="kind"),
        CheckConstraint("by IN ('person', 'agent')", name="by"),
    )

    session_id: Mapped[UUID] = mapped_column(ForeignKey("tailoring_sessions.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    resume: Mapped[dict[str, Any]]
    sha256: Mapped[str] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(Text, default="")
    kind: Mapped[str] = mapped_column(String(10), default="tailored")
    by: Mapped[str] = mapped_column(String(10), default="person")
    change_ids: Mapped[list[Any]] = mapped_column(default=list)
    corrections: Mapped[list[Any]] = mapped_column(default=list)
    base: Mapped[int | None]
    pages: Mapped[int | None]
    score: Mapped[float | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())


class ProposedChange(Base):
    """A change and what the person decided. `payload` is the agent's `Change`; `state` is the truth about it."""

    __tablename__ = "changes"
    __table_args__ = (
        CheckConstraint("state IN ('proposed', 'accepted', 'rejected', 'edited', 'blocked')", name="state"),
    )

    session_id: Mapped[UUID] = mapped_column(ForeignKey("tailoring_sessions.id", ondelete="CASCADE"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    state: Mapped[str] = mapped_column(String(10))
    payload: Mapped[dict[str, Any]]
    decided_at: Mapped[datetime | None]


class Letter(Base):
    """The cover letter of a session, the newest one. `payload` is the agent's `CoverLetter`, `version` the one of the resume
    that it was written for.
    """

    __tablename__ = "letters"

    session_id: Mapped[UUID] = mapped_column(ForeignKey("tailoring_sessions.id", ondelete="CASCADE"), primary_key=True)
    payload: Mapped[dict[str, Any]]
    version: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())


class Fact(Identified, Owned, Base):
    """What a person said, citable for ever and in all their sessions. `payload` is the agent's `Fact`."""

    __tablename__ = "facts"
    __table_args__ = (UniqueConstraint("owner_id", "key"),)

    key: Mapped[str] = mapped_column(String(200))
    session_id: Mapped[UUID | None] = mapped_column(ForeignKey("tailoring_sessions.id", ondelete="SET NULL"))
    payload: Mapped[dict[str, Any]]
    created_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())
