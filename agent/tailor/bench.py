"""What every node has at hand: the desk with the session's things, and the engine that thinks."""

from __future__ import annotations

from dataclasses import dataclass

from agent.engine.port import Engine, Task
from agent.job.match import match
from agent.job.model import MatchReport, Requirement
from agent.pace import off_the_loop
from agent.tailor.desk import Desk
from agent.tailor.state import State


@dataclass(frozen=True)
class Bench:
    desk: Desk
    engine: Engine


async def report_now(bench: Bench, state: State) -> MatchReport:
    """How the draft meets the posting as things stand."""
    requirements = [Requirement.model_validate(row) for row in state.get("requirements") or []]
    draft = await bench.desk.draft() or await bench.desk.source()
    return await off_the_loop(match, requirements, draft, await bench.desk.facts())


async def language_of(bench: Bench) -> str:
    """What the session is held in: as the person wished, else as the resume is written."""
    return bench.desk.wishes.language or (await bench.desk.source()).language or "en"


async def make_task(bench: Bench, state: State, report: MatchReport) -> Task:
    """Everything a proposal may rest on, as things stand."""
    from agent.engine.port import Instruction

    desk = bench.desk
    draft = await desk.draft() or await desk.source()
    posting = await desk.posting()
    assert posting is not None
    instruction = state.get("instruction")
    changes = await desk.changes()
    return Task(
        resume=draft,
        posting=posting,
        report=report,
        facts=await desk.facts(),
        instruction=Instruction.model_validate(instruction) if instruction else None,
        rejected=[change for change in changes if change.state in ("rejected", "blocked")],
        intensity=desk.wishes.intensity,
        language=desk.wishes.language or draft.language or "en",
        turn=f"{state.get('turn', 1)}.{state.get('rounds', 0)}.{len(changes)}",
    )
