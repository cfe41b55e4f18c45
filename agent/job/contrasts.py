"""Fields of a trade that exclude each other: residential work is no commercial work, adults are no children."""

from __future__ import annotations

import re
from functools import cache

from agent.job.lexicon import pattern, table
from agent.job.words import fold


def contrary(asked: str, said: str) -> bool:
    """Whether a text speaks only of the other side of what is asked for ("adult patients only" where children are)."""
    wanted, told = fold(asked), fold(said)
    for one, other in sides():
        for mine, its in ((one, other), (other, one)):
            if mine.search(wanted) and not its.search(wanted) and its.search(told) and not mine.search(told):
                return True
    return False


@cache
def sides() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((pattern(tuple(one)), pattern(tuple(other))) for one, other in table("contrasts")["pairs"])
