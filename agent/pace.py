"""Work that is slow on the processor, off the event loop, and never so much at once that the loop starves.

Python runs one thread at a time. Each busy one makes the event loop wait for its turn, so two are enough: more would finish
no sooner and everybody else would wait.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

COLLECTION = (20_000, 20, 20)
"""After how many objects, collections of the young and of the middle generation the garbage collector runs."""

BUSY = 2
_threads = ThreadPoolExecutor(BUSY, thread_name_prefix="busy")


async def off_the_loop(function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
    """Run work that is slow on the processor in a thread. It must have no effect beyond its result: a stopped run
    does not wait for it.
    """
    return await asyncio.get_running_loop().run_in_executor(_threads, partial(function, *args, **kwargs))


def calm_collector() -> None:
    """Let this process collect garbage more seldom: what is read of a text lives long, and going through it again and again
    took a fifth of the gate's time. For whoever owns the process.
    """
    gc.set_threshold(*COLLECTION)
