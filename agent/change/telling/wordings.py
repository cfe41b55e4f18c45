"""What the words of a reading name in the dictionary of four languages."""

from __future__ import annotations

from functools import lru_cache

from agent.change.language.dictionary import Wording, find_wordings
from agent.change.telling.reading import Reading


@lru_cache(maxsize=4096)
def wordings(reading: Reading) -> tuple[Wording, ...]:
    """Every word and run of words of a text that the dictionary has, in order."""
    return tuple(find_wordings(reading.tokens, reading.language))


@lru_cache(maxsize=4096)
def rows_by_token(reading: Reading) -> dict[int, frozenset[int]]:
    """For each token of a text the rows of the dictionary that it and its neighbours name."""
    found: dict[int, frozenset[int]] = {}
    for wording in wordings(reading):
        for at in range(wording.first, wording.last + 1):
            found[at] = found.get(at, frozenset()) | wording.rows
    return found


def share_row(reading: Reading, at: int, other: Reading, k: int) -> bool:
    """Whether words of two texts in different languages are one row of the dictionary."""
    if reading.language == other.language:
        return False
    ours = rows_by_token(reading).get(at)
    return ours is not None and not ours.isdisjoint(rows_by_token(other).get(k, frozenset()))
