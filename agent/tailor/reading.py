"""The nodes of the beginning: the file is read, and what is in doubt of the reading is asked before anything is built on it."""

from __future__ import annotations

from langgraph.runtime import Runtime

from agent.errors import InvalidAnswer
from agent.resume.correct import partner_of
from agent.resume.model import Resume
from agent.tailor.answering import Reply, corrections, understand
from agent.tailor.bench import Bench
from agent.tailor.clarify import MOST, Reading, card, doubted, reading_of
from agent.tailor.nodes import mark
from agent.tailor.state import State


async def read_resume(_state: State, runtime: Runtime[Bench]) -> State:
    desk = runtime.context.desk
    await desk.report("Reading your resume", key=mark(runtime), step="read_resume", progress=5)
    resume = await desk.read_resume()
    await desk.keep_draft(resume, reason="The resume as it was read", key="source")
    if resume.hidden:
        text = "Your file holds text that a person cannot see; it is not used: " + "; ".join(resume.hidden)[:500]
        await desk.report(text, key=f"{mark(runtime)}:hidden", step="read_resume", progress=10, level="warning")
    if resume.unread:
        pages = ", ".join(map(str, resume.unread))
        text = f"These pages of your file are pictures and were not read: {pages}. If they belong to your resume, send a file with their text."
        await desk.report(text, key=f"{mark(runtime)}:unread", step="read_resume", progress=10, level="warning")
    known = await desk.remembered()
    await desk.correct(known, key="remembered")
    settled = {address for each in known for address in (each.address, partner_of(each.address)) if address}
    left = MOST if desk.wishes.review == "each" else 0
    return ask(await desk.source(), {"settled": sorted(settled), "left": left}, desk.wishes.language)


async def take_reading(state: State, runtime: Runtime[Bench]) -> State:
    """Take an answer about the reading: corrected at once, so that all that follows rests on it."""
    desk = runtime.context.desk
    progress, answer = dict(state["reading"]), state.get("answer") or {}
    reading = Reading.model_validate(progress["asking"])
    settled = {*progress["settled"], reading.address, *(line.address for line in reading.further)}
    if answer.get("aside"):
        return ask(await desk.source(), progress, desk.wishes.language, again=reading)
    try:
        reply = Reply("skip", {}) if answer.get("skip_all") else understand(reading, str(answer.get("text", "skip")))
    except InvalidAnswer as error:
        await desk.reply(str(error), key=mark(runtime))
        return ask(await desk.source(), progress, desk.wishes.language, again=reading)
    if reply.kind == "no" and reading.read and not reading.again and reading.field != "unplaced":
        again = reading.model_copy(update={"again": True})
        return ask(await desk.source(), progress, desk.wishes.language, again=again)
    made = corrections(reading, reply)
    await desk.correct(made, key=mark(runtime))
    if reply.kind == "confirm" or len(reply.values) > 1 or any(each.value == reading.beside for each in made):
        settled.add(partner_of(reading.address))
    left = 0 if answer.get("skip_all") else int(progress["left"])
    return ask(await desk.source(), {"settled": sorted(settled - {""}), "left": left}, desk.wishes.language)


def ask(resume: Resume, progress: dict[str, object], language: str, *, again: Reading | None = None) -> State:
    """The next question, or `again` the same, or none."""
    spoken = language or resume.language or "en"
    settled, left = list(progress["settled"]), int(str(progress["left"]))  # type: ignore[call-overload]  # a list of addresses
    if again is not None:
        asking = reading_of(resume, again.address, spoken, again=again.again)
    else:
        open_ones = doubted(resume, settled) if left else []
        if not open_ones:
            return {"reading": {"settled": settled, "left": left, "asking": None}, "pending": None, "answer": None}
        asking = reading_of(resume, open_ones[0], spoken)
        left -= 1
    return {
        "reading": {"settled": settled, "left": left, "asking": asking.model_dump()},
        "pending": card(asking, spoken),
        "answer": None,
    }
