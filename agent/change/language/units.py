"""Units of measure and of time, and how many base units each is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from agent.change import lexicon
from agent.change.language.tokens import Token
from agent.change.numbers.quantity import TIME

_DIMENSIONS = ("length", "area", "mass", "volume", "instant")


def is_unit(token: Token) -> bool:
    """Whether a word is a unit of time or measure, which counts no thing by itself."""
    return token.lemma in TIME or token.low in _measures() or token.lemma in _measures()


def measure_of(token: Token) -> tuple[str, float] | None:
    """What a unit measures and how many base units it is; None for a word that is no unit."""
    return _measures().get(token.low) or _measures().get(token.lemma)


@cache
def _measures() -> Mapping[str, tuple[str, float]]:
    return {
        unit: (dimension, factor)
        for dimension in _DIMENSIONS
        for unit, factor in lexicon.numbers("measures", dimension).items()
    }
