"""A doubt: words of a text that the evidence does not bear out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubt:
    """Tokens `first` to `last` (inclusive) are not supported."""

    first: int
    last: int
    why: str
