"""A run: one piece of slow work, what it said, what it asked and what the person said to it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, func, text
from sqlalchemy.orm import Mapped, mapped_column

from backend.models.base import Base, Identified, Owned, Timed

STATUSES = ("queued", "running", "waiting_for_input", "stopped", "completed", "failed")


class Run(Identified, Owned, Timed, Base):
    """`attempt` fences: it grows whenever a worker takes the run or a person stops it, and every write of a worker is
    conditional on it. `last_seq` numbers the events under this row's lock. `status` is mirrored by a trigger into
    the table that was asked for with a status of its own (`tailoring_sessions`).
    """

    __tablename__ = "runs"
    __table_args__ = (
        CheckConstraint("status IN ({})".format(", ".join(f"'{status}'" for status in STATUSES)), name="status"),
        Index("ix_runs_unfinished", "status", postgresql_where=text("status IN ('queued', 'running')")),
    )

    kind: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(20), default="queued")
    attempt: Mapped[int] = mapped_column(default=0, server_default="0")
    failures: Mapped[int] = mapped_column(default=0, server_default="0")
    last_seq: Mapped[int] = mapped_column(default=0, server_default="0")
    progress: Mapped[int] = mapped_column(default=0, server_default="0")
    step: Mapped[str] = mapped_column(String(40), default="", server_default="")
    input: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default=text("'{}'"))
    error: Mapped[dict[str, Any] | None]
    queued_at: Mapped[datetime] = mapped_column(server_default=func.current_timestamp())


class OfRun:
    run_id: Mapped[UUID] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"), index=True)


class Event(Base):
    """Something a run said. `key` makes a repeated step say it once; `basic` are the three types every client hears."""

    __tablename__ = "run_events"
    __table_args__ = (UniqueConstraint("run_id", "key", name="uq_run_events_key"),)

    run_id: Mapped[UUID] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str] = mapped_column(String(30))
    payload: Mapped[dict[str, Any]]
    key: Mapped[str | None] = mapped_column(String(200))
    at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())


class Question(Identified, OfRun, Timed, Base):
    """An open question and, once given, its one answer. The row decides who answered, not LangGraph."""

    __tablename__ = "questions"
    __table_args__ = (
        UniqueConstraint("run_id", "interrupt_id"),
        CheckConstraint("state IN ('open', 'answered', 'withdrawn')", name="state"),
    )

    interrupt_id: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(20))
    question: Mapped[str] = mapped_column(Text)
    choices: Mapped[list[Any]] = mapped_column(default=list)
    change_ids: Mapped[list[Any]] = mapped_column(default=list)
    requirement: Mapped[dict[str, Any] | None]
    details: Mapped[dict[str, Any] | None]
    response_schema: Mapped[dict[str, Any] | None]
    state: Mapped[str] = mapped_column(String(10), default="open")
    answer: Mapped[dict[str, Any] | None]


class Message(Identified, OfRun, Base):
    """What the person or the agent said in the chat. `heard` is false until the run has acted on it."""

    __tablename__ = "messages"

    role: Mapped[str] = mapped_column(String(10))
    text: Mapped[str] = mapped_column(Text)
    context: Mapped[str] = mapped_column(Text, default="")
    heard: Mapped[bool] = mapped_column(default=False)
    key: Mapped[str | None] = mapped_column(String(200))
    at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())


class ModelCall(Base):
    """A finished call of a language model: its answer, so that it is never paid twice, and what it used."""

    __tablename__ = "model_calls"

    run_id: Mapped[UUID] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True)
    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    answer: Mapped[dict[str, Any]]
    model: Mapped[str] = mapped_column(String(200), default="")
    prompt: Mapped[str] = mapped_column(String(100), default="")
    input_tokens: Mapped[int] = mapped_column(default=0)
    output_tokens: Mapped[int] = mapped_column(default=0)
    at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())


class Ticket(Base):
    """A one-time pass for a browser's socket; only the hash of it is kept."""

    __tablename__ = "tickets"

    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    run_id: Mapped[UUID] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"), index=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    family_id: Mapped[UUID | None]
    origin: Mapped[str] = mapped_column(Text, default="")
    expires_at: Mapped[datetime]


class IdempotencyKey(Base):
    """The first answer to a POST with this key, given again to the same request."""

    __tablename__ = "idempotency_keys"

    scope: Mapped[str] = mapped_column(String(80), primary_key=True)
    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    fingerprint: Mapped[str] = mapped_column(String(64))
    status: Mapped[int | None]
    body: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())
