"""The gate lets in as many as it is wide and loses no turn, whoever gives up."""

from __future__ import annotations

import asyncio

import pytest

from agent.engine.llm.gate import Gate


async def test_no_more_than_its_width_are_inside() -> None:
    gate, most = Gate(3), 0

    async def pass_through() -> None:
        nonlocal most
        async with gate:
            most = max(most, gate.inside)
            await asyncio.sleep(0)

    await asyncio.gather(*(pass_through() for _ in range(20)))
    assert most == 3
    assert (gate.inside, len(gate.waiting)) == (0, 0)


@pytest.mark.parametrize("ticks", range(4))
async def test_one_who_gives_up_passes_the_turn_on(ticks: int) -> None:
    gate = Gate(1)
    entered = []

    async def enter(name: str, leave: asyncio.Event) -> None:
        async with gate:
            entered.append(name)
            await leave.wait()

    first, others = asyncio.Event(), asyncio.Event()
    others.set()
    holder = asyncio.create_task(enter("holder", first))
    await asyncio.sleep(0)
    quitter, last = asyncio.create_task(enter("quitter", others)), asyncio.create_task(enter("last", others))
    await asyncio.sleep(0)
    first.set()
    for _ in range(ticks):
        await asyncio.sleep(0)
    quitter.cancel()
    await asyncio.wait_for(asyncio.gather(holder, last), 1)
    await asyncio.gather(quitter, return_exceptions=True)
    assert "last" in entered
    assert (gate.inside, len(gate.waiting)) == (0, 0)


async def test_a_narrowed_gate_never_closes() -> None:
    gate = Gate(4)
    for _ in range(9):
        gate.narrow()
    assert gate.width == 1
    async with gate:
        pass
