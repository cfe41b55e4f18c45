"""Move a session on: from where its checkpoint stands to the next question, or to the end."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from langgraph.types import Command, Interrupt

from agent.tailor.bench import Bench
from agent.tailor.graph import build_graph

Answers = Callable[[Sequence[str]], Awaitable[dict[str, dict[str, Any]]]]
"""Which of these interrupts have been answered, and how; each answer is an object."""


@dataclass(frozen=True)
class Asked:
    """The graph waits for the answer to this."""

    interrupt_id: str
    card: dict[str, Any]


def serializer() -> JsonPlusSerializer:
    """Reads back plain data only: no class that a checkpoint names is ever imported."""
    return JsonPlusSerializer(allowed_msgpack_modules=None)


async def advance(
    bench: Bench, saver: BaseCheckpointSaver[str], thread_id: str, answers: Answers, *, new_turn: bool
) -> list[Asked]:
    """Run until the graph asks (what it asks is returned) or has finished (nothing is).

    A finished session starts another turn only if `new_turn`. Answers come from whoever keeps them, also after a crash:
    an answer that LangGraph had taken and lost with its process is given again.
    """
    graph = build_graph(saver)
    config: RunnableConfig = {"configurable": {"thread_id": thread_id}, "recursion_limit": 500}
    state = await graph.aget_state(config)
    given: Any = None
    if state.created_at is None:
        given = {"turn": 1}
    elif state.interrupts:
        known = await answers([waiting.id for waiting in state.interrupts])
        if not known:
            return [asked(waiting) for waiting in state.interrupts]
        given = Command(resume=known)
    elif not state.tasks:  # not `next`: that leaves out a step whose process died between its result and the checkpoint
        if not new_turn:
            return []
        given = {"turn": int(state.values.get("turn", 1)) + 1}
    await graph.ainvoke(given, config, context=bench, durability="sync")
    state = await graph.aget_state(config)
    return [asked(waiting) for waiting in state.interrupts]


def asked(waiting: Interrupt) -> Asked:
    return Asked(waiting.id, dict(waiting.value))
