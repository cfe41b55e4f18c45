"""Units of measure and of time, and how many base units each is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from agent.change import lexicon
from agent.change.language.tokens import Token
from agent.change.numbers.quantity import TIME

_DIMENSIONS = (
    "length",
    "area",
    "mass",
    "volume",
    "instant",
    "data",
    "transfer",
    "power",
    "energy",
    "speed",
    "typing",
    "turning",
    "frames",
    "heartbeat",
    "concentration",
    "frequency",
    "voltage",
    "pressure",
    "loudness",
    "resolution",
    "temperature",
)


@dataclass(frozen=True, slots=True)
class Measure:
    """What a unit measures and how many base units it is, counted from `zero`; it ends with the token `last`."""

    dimension: str
    factor: float
    zero: float
    last: int

    def in_base(self, value: float) -> float:
        """So many of the unit in base units."""
        return value * self.factor + self.zero


def is_unit(token: Token) -> bool:
    """Whether a word is a unit of time or measure, which counts no thing by itself."""
    return token.lemma in TIME or token.low in _words() or token.lemma in _words()


def measure_at(tokens: Sequence[Token], at: int) -> Measure | None:
    """The unit that begins at a token, the longest one ("km/h", "square metres"); None where none does."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    for words, dimension, factor, zero in (
        *_measures().get(token.low, ()),
        *(_measures().get(token.lemma, ()) if token.lemma != token.low else ()),
    ):
        last = at + len(words) - 1
        if last < len(tokens) and all(
            word in (tokens[at + k].low, tokens[at + k].lemma) for k, word in enumerate(words)
        ):
            return Measure(dimension, factor, zero, last)
    return None


@cache
def _words() -> frozenset[str]:
    """The units of one word."""
    return frozenset(rows[0] for every in _measures().values() for rows, *_ in every if len(rows) == 1)


@cache
def _measures() -> Mapping[str, tuple[tuple[tuple[str, ...], str, float, float], ...]]:
    """Units by their first word, the longest first: their words, what they measure, how many base units, from where."""
    found: dict[str, list[tuple[tuple[str, ...], str, float, float]]] = {}
    zeros = lexicon.numbers("measures", "temperature_zero")
    for dimension in _DIMENSIONS:
        for unit, factor in lexicon.numbers("measures", dimension).items():
            words = tuple(unit.split())
            found.setdefault(words[0], []).append((words, dimension, factor, zeros.get(unit, 0.0)))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}
