"""Parts of large and round numbers: "three quarters of a million", "half a dozen", "one and a half million", "medio millar"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from agent.change import lexicon
from agent.change.language.figures import Figure, fractions, number_words, scales
from agent.change.language.lemmas import Language
from agent.change.language.tokens import Token, low_at
from agent.change.numbers.quantity import Quantity

_ONE = frozenset({"a", "an", "one", "un", "une", "una", "uno", "ein", "eine", "einer", "einem", "einen"})
_OF = frozenset({"of", "de", "d", "-", "von"})
_AND = frozenset({"and", "und", "et", "y"})
_HALVES = frozenset({"half", "demi", "demie", "medio", "media"})
_AND_A_HALF = ("einhalb", "einhalbe")
_FEW = 20.0


def read_portion(tokens: Sequence[Token], at: int, language: Language) -> Quantity | None:
    """The number that begins at a token and is part of a round one, or so many and a half of it."""
    token = tokens[at]
    if token.figure is None and token.low not in _openings(language) and not (language == "de" and "halb" in token.low):
        return None
    return (
        _part(tokens, at, language)
        or _and_a_half(tokens, at, language)
        or _german_half(tokens, at, language)
        or _pair(tokens, at, language)
    )


def _scale(tokens: Sequence[Token], at: int, language: Language) -> float:
    low = low_at(tokens, at)
    return number_words(language)[low] if low in scales(language) else 0.0


def _count(tokens: Sequence[Token], at: int, language: Language) -> float:
    """A small number in digits or words, with "a" for one; 0 for anything else."""
    low = low_at(tokens, at)
    if low in _ONE:
        return 1.0
    figure = tokens[at].figure if at < len(tokens) else None
    value = figure.value if figure is not None and figure.kind == "plain" else number_words(language).get(low, 0.0)
    return value if value < _FEW else 0.0


def _part(tokens: Sequence[Token], at: int, language: Language) -> Quantity | None:
    """As "three quarters of a million", "half a dozen", "eine halbe Million", "un demi-million"."""
    count = _count(tokens, at, language)
    k = at + bool(count)
    part = fractions(language).get(low_at(tokens, k), 0.0)
    if not part:
        return None
    k += 1 + (low_at(tokens, k + 1) in _OF)
    k += low_at(tokens, k) in _ONE
    scale = _scale(tokens, k, language)
    return Quantity(at, k, Figure((count or 1.0) * part * scale), words=True) if scale else None


def _and_a_half(tokens: Sequence[Token], at: int, language: Language) -> Quantity | None:
    """As "one and a half million", "a million and a half", "dos millones y medio"."""
    count = _count(tokens, at, language)
    scale = _scale(tokens, at + bool(count), language)
    if not count and not (scale and language == "es"):
        return None
    k = at + bool(count) + bool(scale)
    if low_at(tokens, k) not in _AND:
        return None
    k += 1 + (low_at(tokens, k + 1) in _ONE)
    if low_at(tokens, k) not in _HALVES:
        return None
    k += not scale
    scale = scale or _scale(tokens, k, language)
    return Quantity(at, k, Figure(((count or 1.0) + 0.5) * scale), words=True) if scale else None


def _german_half(tokens: Sequence[Token], at: int, language: Language) -> Quantity | None:
    """As "anderthalb Millionen" and "zweieinhalb Millionen"."""
    scale = _scale(tokens, at + 1, language) if language == "de" else 0.0
    low = low_at(tokens, at)
    if not scale or not low.endswith(("anderthalb", *_AND_A_HALF)):
        return None
    whole = 1.0 if low.startswith("anderthalb") else number_words("de").get(low.split("einhalb")[0], 1.0)
    return Quantity(at, at + 1, Figure((whole + 0.5) * scale), words=True)


def _pair(tokens: Sequence[Token], at: int, language: Language) -> Quantity | None:
    """As "a couple of" and "un par de"."""
    value = _pairs(language).get(low_at(tokens, at + 1), 0.0) if low_at(tokens, at) in _ONE else 0.0
    if low_at(tokens, at + 2) not in _OF - {"-"}:
        return None
    return Quantity(at, at + 2, Figure(value), words=True) if value else None


@cache
def _openings(language: Language) -> frozenset[str]:
    """The words that such a number may begin with."""
    small = (word for word, value in number_words(language).items() if value < _FEW)
    return frozenset().union(_ONE, small, fractions(language), scales(language))


@cache
def _pairs(language: Language) -> Mapping[str, float]:
    """Words that say how many before "of" ("couple")."""
    pairs = (pair.split(":") for pair in lexicon.ordered("numbers", "pairs", language))
    return {word: float(value) for word, value in pairs}
