"""The draft and its versions: how a decision becomes a new version, at once and checked, in the caller's transaction.

Whoever calls holds the row lock of the run. A request and the worker go through the same functions, so a change is
applied once, whoever carries it out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from agent.change.apply import apply
from agent.change.invariant import check
from agent.change.model import Change
from agent.errors import ChangeError, StaleChange
from agent.job.match import match
from agent.job.model import MatchReport
from agent.pace import off_the_loop
from agent.resume.model import Resume
from agent.resume.write.markdown import to_markdown
from agent.tailor.desk import Decision
from agent.tailor.fit import pages_of
from backend.errors import Conflict, Invalid
from backend.models.run import Run
from backend.models.tailoring import ProposedChange, TailoringSession, Version
from backend.runs.events import say
from backend.tailoring import sources
from backend.tailoring.facts import facts_of, keep_edit

LONGEST_EDIT = 5_000
VersionKind = Literal["read", "corrected", "tailored", "restored"]


async def session_of(db: AsyncSession, run: Run) -> TailoringSession:
    session = await db.get_one(TailoringSession, run.id)
    await db.refresh(session)
    return session


async def current(db: AsyncSession, session: TailoringSession) -> Resume | None:
    row = await db.get(Version, (session.id, session.version))
    return Resume.model_validate(row.resume) if row else None


async def change_rows(db: AsyncSession, session: TailoringSession) -> list[ProposedChange]:
    rows = await db.scalars(
        select(ProposedChange).where(ProposedChange.session_id == session.id).order_by(ProposedChange.position)
    )
    return list(rows)


def to_change(row: ProposedChange) -> Change:
    return Change.model_validate({**row.payload, "state": row.state})


async def keep_version(
    db: AsyncSession,
    run: Run,
    session: TailoringSession,
    resume: Resume,
    *,
    reason: str,
    change_ids: Sequence[str] = (),
    in_effect: Sequence[str] | None = None,
    base: int | None = None,
    kind: VersionKind = "tailored",
    by: str = "person",
    corrections: Sequence[dict[str, Any]] | None = None,
    key: str | None = None,
) -> Version:
    """Store the next version and show it. All that is true of the source must be in it, or it is not stored.

    `change_ids` come into effect with it beside those of the version before; `in_effect` are all, where some were taken back.
    `corrections` are all that are in effect; those of the version before, if left out.
    """
    newest = await db.scalar(select(func.max(Version.number)).where(Version.session_id == session.id))
    number = 0 if newest is None else newest + 1
    before = await db.get(Version, (session.id, session.version)) if number else None
    effective = [*(before.change_ids if before else []), *change_ids] if in_effect is None else list(in_effect)
    if corrections is None:
        corrections = before.corrections if before else []
    if number > 0:
        accepted = [to_change(row) for row in await change_rows(db, session) if row.state in ("accepted", "edited")]
        await off_the_loop(check, await sources.source_with(db, session, corrections), resume, accepted)
    content = to_markdown(resume)
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    version = Version(
        session_id=session.id,
        number=number,
        resume=resume.model_dump(mode="json"),
        sha256=sha256,
        reason=reason,
        kind=kind,
        by=by,
        change_ids=effective,
        corrections=list(corrections),
        base=base,
        pages=await off_the_loop(pages_of, resume, session.template),
    )
    db.add(version)
    session.version = number
    payload = {
        "content": content,
        "version": number,
        "format": "markdown",
        "sha256": sha256,
        "reason": reason,
        "kind": kind,
        "by": by,
        "pages": version.pages,
    }
    await say(db, run, "resume_update", payload, key)
    await refresh_match(db, run, session, resume, version)
    return version


async def refresh_match(
    db: AsyncSession, run: Run, session: TailoringSession, resume: Resume, version: Version
) -> None:
    """Score the new version right away, so that each accepted change shows what it did."""
    known = session.match_after or session.match_before
    if known is None:
        return
    requirements = MatchReport.model_validate(known).requirements
    report = await off_the_loop(match, requirements, resume, await facts_of(db, session))
    version.score = report.score
    await keep_match(db, run, session, report, before=False)


async def keep_match(
    db: AsyncSession, run: Run, session: TailoringSession, report: MatchReport, *, before: bool, key: str | None = None
) -> None:
    payload = report.model_dump(mode="json")
    if before:
        session.match_before = payload
    session.match_after = payload
    await say(db, run, "match_update", {"match": match_payload(session)}, key)


def match_payload(session: TailoringSession) -> dict[str, Any]:
    """The match as the contract has it: each requirement with its label and evidence, before and after."""
    assert session.match_before is not None
    before, after = (MatchReport.model_validate(half) for half in (session.match_before, session.match_after))
    rows = []
    for requirement in after.requirements:
        then, now = before.match_of(requirement.id), after.match_of(requirement.id)
        rows.append(
            {
                **requirement.model_dump(mode="json"),
                "label": now.label if now else "missing",
                "label_before": then.label if then else "missing",
                "missing": now.missing if now else None,
                "note": now.note if now else "",
                "evidence": [row.model_dump(mode="json") for row in now.evidence] if now else [],
            }
        )
    return {
        "requirements": rows,
        "score": {"before": before.score, "after": after.score},
        "band": {"before": before.band, "after": after.band},
    }


async def decide(
    db: AsyncSession, run: Run, session: TailoringSession, decisions: Sequence[Decision], *, by: str = "person"
) -> list[Change]:
    """Carry out decisions, all or none; accepted and edited changes make one new version. The changes as they now are.

    Raises Invalid for an unknown change or an empty edit, Conflict for one that is decided already or whose line is no
    longer what it was.
    """
    rows = {row.id: row for row in await change_rows(db, session)}
    applied: list[Change] = []
    seen: set[str] = set()
    for decision in decisions:
        row = rows.get(decision.change_id)
        if row is None:
            raise Invalid(f"There is no change {decision.change_id} in this session.", "UNKNOWN_CHANGE")
        if row.id in seen:
            raise Invalid(f"Change {row.id} is decided twice in one request.", "DECIDED_TWICE")
        seen.add(row.id)
        allowed = ("proposed", "blocked") if decision.decision != "accept" else ("proposed",)
        if row.state not in allowed:
            code = "CHANGE_BLOCKED" if row.state == "blocked" else "ALREADY_DECIDED"
            raise Conflict(f"Change {row.id} is {row.state} and cannot be decided so.", code)
        change = decided(to_change(row), decision)
        row.state, row.payload, row.decided_at = change.state, change.model_dump(mode="json"), datetime.now(UTC)
        await say(db, run, "change_decided", {"change_id": row.id, "state": change.state, "by": by})
        if change.state in ("accepted", "edited"):
            applied.append(change)
        if change.state == "edited":
            await keep_edit(db, session, change)
    await db.flush()
    if applied:
        draft = await current(db, session)
        assert draft is not None
        try:
            result = await off_the_loop(apply, draft, applied)
        except StaleChange as error:
            raise Conflict(str(error), error.code) from error
        await db.flush()
        reason = applied[0].reason if len(applied) == 1 else f"{len(applied)} changes"
        ids = [change.id for change in applied]
        await keep_version(db, run, session, result, reason=reason, change_ids=ids, by=by)
    return [to_change(row) for row in await change_rows(db, session)]


async def decide_each(
    db: AsyncSession, run: Run, session: TailoringSession, decisions: Sequence[Decision], *, by: str
) -> None:
    """Carry out decisions the agent was told to make as a whole: a change that no longer fits its line, or with which
    something true would be lost, is blocked and no error, since the ones before it may have changed that line.
    """
    original = await sources.source(db, session)
    taken = [to_change(row) for row in await change_rows(db, session) if row.state in ("accepted", "edited")]
    draft = await current(db, session)
    assert draft is not None
    fitting: list[Decision] = []
    rows = {row.id: row for row in await change_rows(db, session)}
    for decision in decisions:
        row = rows[decision.change_id]
        if decision.decision != "reject":
            change = decided(to_change(row), decision)
            try:
                draft = await off_the_loop(apply, draft, [change])
                await off_the_loop(check, original, draft, [*taken, change])
            except ChangeError:
                row.state = "blocked"
                blocked = {"change": to_change(row).model_dump(mode="json"), "unsupported": []}
                await say(db, run, "change_blocked", blocked)
                continue
            taken.append(change)
        fitting.append(decision)
    await db.flush()
    await decide(db, run, session, fitting, by=by)


def decided(change: Change, decision: Decision) -> Change:
    if decision.decision == "reject":
        return change.model_copy(update={"state": "rejected"})
    if decision.decision == "accept":
        return change.model_copy(update={"state": "accepted"})
    text = (decision.text or "").strip()
    if not text or len(text) > LONGEST_EDIT:
        raise Invalid(f"An edit needs a text of 1 to {LONGEST_EDIT} characters.", "INVALID_EDIT")
    if change.kind not in ("reword", "add"):
        raise Invalid("Only a change that words a line can be edited; accept or reject this one.", "NOT_EDITABLE")
    return change.model_copy(
        update={"state": "edited", "after": text, "items": None, "by": "person", "unsupported": []}
    )
