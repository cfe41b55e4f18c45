"""The life of a run: created, queued, asked, answered, stopped, continued. The one place that changes a status.

Every function here expects a transaction and leaves it to its caller to commit. Whoever changes a run holds its row
lock (`locked`), so of any number of simultaneous answers, stops and finishes one comes first and the others see it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import procrastinate
from sqlalchemy import delete, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from backend.errors import Conflict, NotFound
from backend.models.run import IdempotencyKey, Question, Run
from backend.queue import enqueue, withdraw
from backend.runs.events import report, say

FINAL = frozenset({"stopped", "completed", "failed"})


async def create(db: AsyncSession, *, kind: str, owner_id: UUID, input: dict[str, Any], message: str) -> Run:
    run = Run(kind=kind, owner_id=owner_id, input=input, status="queued")
    db.add(run)
    await db.flush()
    await report(db, run, message)
    await say(db, run, "session_status", {"status": "queued"})
    return run


async def locked(db: AsyncSession, run_id: UUID) -> Run:
    """The run's row, ours until the transaction ends."""
    run = await db.scalar(
        select(Run).where(Run.id == run_id).with_for_update().execution_options(populate_existing=True)
    )
    if run is None:
        raise NotFound
    return run


async def change_status(db: AsyncSession, run: Run, status: str, **extra: Any) -> None:
    run.status = status
    run.updated_at = datetime.now(UTC)
    await say(db, run, "session_status", {"status": status, **extra})


async def queue_again(db: AsyncSession, queue: procrastinate.App, run: Run) -> None:
    """Have a worker go on with the run."""
    run.queued_at = datetime.now(UTC)
    if run.status != "queued":
        await change_status(db, run, "queued")
    await enqueue(queue, db, run.id)


async def stop(db: AsyncSession, queue: procrastinate.App, run_id: UUID) -> Run:
    """End the run here and now. What a worker still does for it is fenced off by the attempt number.

    Raises `Conflict` when the run is over already; stopping twice is the same as once.
    """
    run = await locked(db, run_id)
    if run.status == "stopped":
        return run
    if run.status in FINAL:
        raise Conflict(f"The session is already {run.status}.", "ALREADY_FINISHED")
    run.attempt += 1
    await report(db, run, "Stopped. You can go on from here at any time.")
    await change_status(db, run, "stopped")
    await withdraw(queue, db, run.id)
    return run


async def proceed(db: AsyncSession, queue: procrastinate.App, run_id: UUID) -> Run:
    """Go on from the last checkpoint after a stop or a failure."""
    run = await locked(db, run_id)
    if run.status in ("queued", "running"):
        return run
    if run.status not in ("stopped", "failed"):
        raise Conflict(f"The session is {run.status}; there is nothing to resume.", "NOT_STOPPED")
    run.error = None
    run.failures = 0
    await report(db, run, "Going on where it was.")
    await queue_again(db, queue, run)
    return run


async def fail(db: AsyncSession, run: Run, code: str, message: str, *, retryable: bool) -> None:
    """End the run with what went wrong, said to simple clients too."""
    run.error = {"code": code, "message": message, "retryable": retryable}
    await report(db, run, message, level="error", code=code)
    await say(db, run, "error", dict(run.error))
    await change_status(db, run, "failed", code=code, retryable=retryable)


async def ask(
    db: AsyncSession,
    run: Run,
    *,
    interrupt_id: str,
    kind: str,
    question: str,
    choices: list[str],
    change_ids: list[str],
    requirement: dict[str, Any] | None,
    response_schema: dict[str, Any] | None,
    details: dict[str, Any] | None = None,
) -> Question:
    """Open a question, once per interrupt, and say so. `details` are further fields of its own kind."""
    row = await db.scalar(select(Question).where(Question.run_id == run.id, Question.interrupt_id == interrupt_id))
    if row is None:
        row = Question(
            run_id=run.id,
            interrupt_id=interrupt_id,
            kind=kind,
            question=question,
            choices=choices,
            change_ids=change_ids,
            requirement=requirement,
            details=details,
            response_schema=response_schema,
            state="open",
        )
        db.add(row)
        await db.flush()
        await say(db, run, "human_input_required", question_payload(row), f"ask:{interrupt_id}")
    return row


def question_payload(row: Question) -> dict[str, Any]:
    payload = {
        "input_id": str(row.id),
        "kind": row.kind,
        "question": row.question,
        "choices": row.choices,
        "change_ids": row.change_ids,
        "requirement": row.requirement,
        **(row.details or {}),
    }
    return payload if row.response_schema is None else {**payload, "response_schema": row.response_schema}


async def open_questions(db: AsyncSession, run_id: UUID) -> list[Question]:
    rows = await db.scalars(
        select(Question).where(Question.run_id == run_id, Question.state == "open").order_by(Question.created_at)
    )
    return list(rows)


async def settle(db: AsyncSession, run: Run, question: Question, answer: dict[str, Any]) -> None:
    """Write the one answer of a question. The run's row is locked, so nobody else is answering."""
    if question.state != "open":
        raise Conflict("This question has been answered already.", "ALREADY_ANSWERED")
    question.state = "answered"
    question.answer = answer
    await say(db, run, "human_input_resolved", {"input_id": str(question.id)})


async def set_aside(db: AsyncSession, run: Run, question: Question) -> None:
    """Let the person speak of something else first: the question is withdrawn, and asked again when its turn comes."""
    question.state = "withdrawn"
    question.answer = {"aside": True, "text": ""}
    await say(db, run, "human_input_resolved", {"input_id": str(question.id)})


async def erase(db: AsyncSession, queue: procrastinate.App, run_ids: list[UUID]) -> None:
    """Delete runs with all that hangs on them, checkpoints and jobs included."""
    for run_id in run_ids:
        await withdraw(queue, db, run_id)
    ids = {"ids": [str(run_id) for run_id in run_ids]}
    await db.execute(text("DELETE FROM runs WHERE id = ANY(CAST(:ids AS uuid[]))"), ids)
    for table in ("checkpoints", "checkpoint_blobs", "checkpoint_writes"):
        await db.execute(text(f"DELETE FROM {table} WHERE thread_id = ANY(:ids)"), ids)  # noqa: S608  # fixed names
    for run_id in run_ids:
        await db.execute(delete(IdempotencyKey).where(IdempotencyKey.scope.contains(f":{run_id.hex}:")))
