"""How many calls run at the same time: fewer when the endpoint shows that it cannot keep up.

Why it narrows: llama-cpp-python's server breaks off one answer when the next request comes, and a small hosted
account answers 429; both work when asked one after the other.
"""

from __future__ import annotations

import asyncio
from collections import deque
from types import TracebackType


class Gate:
    def __init__(self, width: int) -> None:
        self.width = width
        self.inside = 0
        self.waiting: deque[asyncio.Future[None]] = deque()

    def narrow(self) -> None:
        self.width = max(1, self.width // 2)

    async def __aenter__(self) -> None:
        while self.inside >= self.width:
            turn = asyncio.get_running_loop().create_future()
            self.waiting.append(turn)
            try:
                await turn
            except asyncio.CancelledError:
                if turn.done() and not turn.cancelled():
                    self.wake()
                raise
            finally:
                if turn in self.waiting:
                    self.waiting.remove(turn)
        self.inside += 1

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.inside -= 1
        self.wake()

    def wake(self) -> None:
        while self.waiting and self.inside < self.width:
            turn = self.waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
