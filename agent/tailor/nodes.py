"""The nodes: a few lines each, the work lies elsewhere.

`mark` names a node's place in the run; it is the same when the node runs again after a kill, so what a node lays on the
desk under it happens once.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from langgraph.runtime import Runtime
from langgraph.types import interrupt

from agent.change.apply import APPLIED
from agent.change.model import Change
from agent.errors import InvalidAnswer, ModelAnswerInvalid, ModelRefused
from agent.job.facts import read_answer
from agent.job.model import Question, Requirement
from agent.job.questions import plan_questions
from agent.pace import off_the_loop
from agent.tailor.bench import Bench, language_of, make_task, report_now
from agent.tailor.desk import Decision
from agent.tailor.doubts import anew
from agent.tailor.fit import counted, grown, measure, offer
from agent.tailor.hub import refusals
from agent.tailor.letter import compose
from agent.tailor.proving import prove
from agent.tailor.state import State
from scraper.errors import ScrapeError
from scraper.posting import Posting


def mark(runtime: Runtime[Bench]) -> str:
    assert runtime.execution_info is not None
    return runtime.execution_info.task_id


async def begin(_state: State, runtime: Runtime[Bench]) -> State:
    return {
        "rounds": 0,
        "refused": refusals(await runtime.context.desk.changes()),
        "fit": None,
        "fitted": False,
        "doubted": 0,
        "problem": None,
        "pending": None,
        "answer": None,
        "instruction": None,
    }


async def fetch_posting(_state: State, runtime: Runtime[Bench]) -> State:
    desk = runtime.context.desk
    if desk.wishes.job_text:
        return await take(runtime, Posting.from_text(desk.wishes.job_text, desk.wishes.job_url), pasted=True)
    await desk.report("Reading the job posting", key=mark(runtime), step="fetch_posting", progress=15)
    try:
        posting = await desk.fetch_posting()
    except ScrapeError as error:
        return problem(f"{error} Please paste the text of the job posting.", error.code)
    return await take(runtime, posting)


async def take_posting(state: State, runtime: Runtime[Bench]) -> State:
    answer = state.get("answer") or {}
    posting = Posting.from_text(str(answer.get("text", "")), runtime.context.desk.wishes.job_url)
    return await take(runtime, posting, pasted=True)


async def take(runtime: Runtime[Bench], posting: Posting, *, pasted: bool = False) -> State:
    """Keep the posting, or say what the page is instead. What the person pasted is taken at their word."""
    desk = runtime.context.desk
    if not posting.description.strip() or (posting.kind != "posting" and not pasted):
        said = {
            "listing": "This page is a list of jobs, not one posting.",
            "apply_page": "This page is an application form without the posting's text.",
            "login": "This page asks for a login.",
            "captcha": "This page asks to prove that a person is reading.",
            "consent": "This page asks for consent to cookies before it shows anything.",
            "expired": "This posting is no longer open.",
        }.get(posting.kind, "No job posting was found on this page.")
        hint = f" {posting.hint}" if posting.hint else ""
        return problem(f"{said}{hint} Please paste the text of the job posting.", f"PAGE_IS_{posting.kind.upper()}")
    await desk.keep_posting(posting, key=mark(runtime))
    if posting.hidden:
        text = "The posting holds text that a person cannot see; it is not used."
        await desk.report(text, key=f"{mark(runtime)}:hidden", step="fetch_posting", progress=20, level="warning")
    return {"problem": None, "pending": None}


def problem(question: str, code: str) -> State:
    return {
        "problem": {"code": code},
        "pending": {"kind": "job_text", "question": question, "choices": [], "change_ids": [], "requirement": None},
    }


async def interrupt_for_answer(state: State) -> State:
    return {"answer": interrupt(state["pending"]), "pending": None}


async def understand(_state: State, runtime: Runtime[Bench]) -> State:
    desk, engine = runtime.context.desk, runtime.context.engine
    await desk.report("Understanding what the job asks for", key=mark(runtime), step="understand", progress=30)
    posting = await desk.posting()
    assert posting is not None
    requirements = await engine.requirements(posting)
    return {"requirements": [requirement.model_dump() for requirement in requirements]}


async def match_resume(state: State, runtime: Runtime[Bench]) -> State:
    desk = runtime.context.desk
    await desk.report("Matching your resume with the job", key=mark(runtime), step="match", progress=45)
    report = await report_now(runtime.context, state)
    await desk.keep_match(report, before=True, key=f"{mark(runtime)}:match")
    met = sum(found.label == "met" for found in report.matches)
    text = f"Your resume shows {met} of the {len(report.matches)} things the job asks for."
    if not report.matches:
        text = "No requirement was recognised in this posting; only your own instructions can guide the changes."
    await desk.report(text, key=f"{mark(runtime)}:said", step="match", progress=50)
    if desk.wishes.review == "auto":
        return {"questions": [], "asked": []}
    resume = await desk.source()
    questions = await off_the_loop(plan_questions, report, resume, await desk.facts(), language=resume.language or "en")
    return {"questions": [question.model_dump() for question in questions], "asked": []}


async def record(state: State, runtime: Runtime[Bench]) -> State:
    """Turn an answer into a fact and strike the question. "Skip all" strikes them all."""
    desk = runtime.context.desk
    questions = [Question.model_validate(row) for row in state["questions"]]
    question, rest = questions[0], questions[1:]
    answer = state.get("answer") or {}
    if answer.get("aside"):
        return {"candidates": [], "answer": None}
    said = "skip" if answer.get("skip_all") else str(answer.get("text", ""))
    if answer.get("skip_all"):
        rest = []
    requirements = {row["id"]: Requirement.model_validate(row) for row in state["requirements"]}
    requirement = requirements.get(question.requirement_id or "")
    try:
        fact = read_answer(question, said, await desk.source(), requirement)
    except InvalidAnswer as error:
        await desk.reply(str(error), key=mark(runtime))
        fact = None
    candidates: list[dict[str, Any]] = []
    if fact is not None:
        await desk.keep_fact(fact, key=question.key)
        again = anew(question, await desk.changes()) if fact.answer != "no" else None
        candidates = [again.model_dump()] if again else []
    return {
        "candidates": candidates,
        "questions": [row.model_dump() for row in rest],
        "asked": [*(state.get("asked") or []), question.key],
        "answer": None,
    }


async def propose(state: State, runtime: Runtime[Bench]) -> State:
    desk = runtime.context.desk
    if heard := (state.get("instruction") or {}).get("message_id"):
        await desk.hear(heard)
    await desk.report("Looking for what would help", key=mark(runtime), step="propose", progress=60)
    task = await make_task(runtime.context, state, await report_now(runtime.context, state))
    candidates = await runtime.context.engine.propose(task)
    return {"candidates": [change.model_dump() for change in candidates], "proposed": True}


async def ground(state: State, runtime: Runtime[Bench]) -> State:
    """Hold every candidate against the evidence; mend what can be mended; show the rest as blocked."""
    desk, engine = runtime.context.desk, runtime.context.engine
    await desk.report("Checking every change against your evidence", key=mark(runtime), step="ground", progress=75)
    task = await make_task(runtime.context, state, await report_now(runtime.context, state))
    candidates = [Change.model_validate(row) for row in state["candidates"]]
    await desk.propose(await prove(candidates, await desk.changes(), task, engine))
    return {"candidates": [], "instruction": None}


async def apply_all(_state: State, runtime: Runtime[Bench]) -> State:
    """With `review=auto`: what the evidence supports is applied without asking, but nothing is taken away so."""
    desk = runtime.context.desk
    await desk.report("Applying what your evidence supports", key=mark(runtime), step="apply", progress=90)
    open_changes = [change for change in await desk.changes() if change.state == "proposed"]
    await desk.decide([Decision(change.id, "accept") for change in open_changes if change.kind != "remove"])
    return {}


async def fit_pages(state: State, runtime: Runtime[Bench]) -> State:
    """Measure the pages; where the resume has grown by one, look for what to leave out, which the person then decides."""
    desk = runtime.context.desk
    changes = await desk.changes()
    done: State = {"fitted": True, "fit": None, "candidates": []}
    if not any(change.state in APPLIED for change in changes) or is_declined(state.get("fit"), changes):
        return done
    source, draft = await desk.source(), await desk.draft()
    assert draft is not None
    report = await report_now(runtime.context, state)
    facts, template = await desk.facts(), desk.wishes.template
    language = await language_of(runtime.context)
    found = await off_the_loop(offer, source, draft, report, changes, facts, template, language)
    if found is None:
        return done
    await desk.report("Measuring how many pages it fills", key=mark(runtime), step="fit", progress=90)
    cuts = [change.model_dump() for change in found.cuts]
    shown = {**found.fit.model_dump(), "cuts": [change.id for change in found.cuts]}
    return {"fitted": False, "fit": shown, "candidates": cuts}


def is_declined(fit: dict[str, Any] | None, changes: list[Change]) -> bool:
    """Whether the person was offered lines to leave out and wants none of them gone."""
    offered = set(fit["cuts"]) if fit else set()
    return bool(offered) and not any(change.id in offered and change.state in APPLIED for change in changes)


async def write_letter(state: State, runtime: Runtime[Bench]) -> State:
    """Write the letter, leave out what the evidence does not bear out, and say what that was."""
    desk, engine = runtime.context.desk, runtime.context.engine
    await desk.report("Writing your letter", key=mark(runtime), step="letter", progress=85)
    wish = state.get("letter") or {}
    task = await make_task(runtime.context, state, await report_now(runtime.context, state))
    recipient, today = str(wish.get("recipient", "")), datetime.now(UTC).date()
    try:
        drafts = await engine.letter(task)
    except (ModelAnswerInvalid, ModelRefused) as error:
        told = f"No letter was written. {error}"
    else:
        letter = await compose(drafts, task, engine.repair, recipient=recipient, today=today)
        await desk.keep_letter(letter, key=mark(runtime))
        told = letter.told()
    await desk.reply(told, key=f"{mark(runtime)}:told")
    await desk.hear(str(wish["message_id"]))
    return {"letter": None, "instruction": None}


async def finish(state: State, runtime: Runtime[Bench]) -> State:
    desk = runtime.context.desk
    report = await report_now(runtime.context, state)
    await desk.keep_match(report, before=False, key=f"{mark(runtime)}:match")
    taken = sum(change.state in ("accepted", "edited") for change in await desk.changes())
    source, draft = await desk.source(), await desk.draft()
    fit = await off_the_loop(measure, source, draft or source, desk.wishes.template)
    if fit is not None and fit.grown:
        await desk.report(
            grown(fit, await language_of(runtime.context)),
            key=f"{mark(runtime)}:fit",
            step="finish",
            progress=95,
            level="warning",
        )
    fills = f", {counted(fit.pages, 'en')}" if fit is not None else ""
    text = f"Finished: {taken} change{'s' * (taken != 1)} made, score {report.score:.0f} of 100{fills}."
    await desk.report(text, key=mark(runtime), step="finish", progress=100)
    return {"pending": None, "answer": None}
