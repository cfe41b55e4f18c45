"""Durations said in two parts: "an hour and ten", "3 h 10", "two and a half years", "anderthalb Jahre", "un an et demi"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.change.language.figures import Figure, number_words
from agent.change.language.lemmas import Language
from agent.change.language.tokens import Token, low_at
from agent.change.numbers.quantity import TIME, Quantity, instead_of

_HOURS = frozenset({"h", "hr", "hour", "std", "stunde", "heure", "hora"})
_MINUTES = frozenset({"minute", "min", "minuto"})
_ONE = frozenset({"a", "an", "one", "ein", "eine", "einem", "einer", "un", "une", "una"})
_AND = frozenset({"and", "und", "et", "y"})
_HALF = frozenset({"half", "demi", "demie", "medio", "media", "halb", "halbe"})
_AND_A_HALF = re.compile(r"(?P<whole>\w+?)einhalb(?:e[rnsm]?)?")
_WITHIN = frozenset({"within", "inside", "binnen", "innerhalb"})
_BOUNDS = {"over": "over", "than": "over", "under": "under", "nearly": "nearly", "almost": "nearly", "about": "about"}
_SIXTY = 60


def with_durations(tokens: Sequence[Token], found: Sequence[Quantity], language: Language) -> list[Quantity]:
    """The numbers of a text, in order, with those that say one duration in two parts made one."""
    if not any(token.lemma in TIME or token.low in _HALF for token in tokens):
        return list(found)
    merged: list[Quantity] = []
    for at in range(len(tokens)):
        duration = (
            _half_word(tokens, at, language)
            or _in_halves(tokens, found, at)
            or _in_minutes(tokens, found, at)
            or _within_one(tokens, at)
        )
        if duration is not None and not any(duration.first <= other.last for other in merged):
            merged.append(duration)
    return instead_of(found, merged)


def _unit(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lemma if 0 <= at < len(tokens) and tokens[at].lemma in TIME else ""


def _count(tokens: Sequence[Token], found: Sequence[Quantity], at: int) -> Quantity | None:
    """The plain number that begins at a token, "a" and "an" among them."""
    number = next((q for q in found if q.first == at and q.figure.kind == "plain"), None)
    if number is None and low_at(tokens, at) in _ONE:
        return Quantity(at, at, Figure(1.0), words=True)
    return number


def _half_word(tokens: Sequence[Token], at: int, language: Language) -> Quantity | None:
    """German "zweieinhalb Jahre" and "anderthalb Jahre"."""
    if language != "de" or not _unit(tokens, at + 1):
        return None
    match = _AND_A_HALF.fullmatch(tokens[at].low)
    whole = 1.0 if tokens[at].low.startswith(("anderthalb", "eineinhalb")) else None
    if match is not None and whole is None:
        whole = number_words("de").get(match["whole"])
    if whole is None:
        return None
    return Quantity(at, at + 1, Figure(whole + 0.5), unit=_unit(tokens, at + 1), words=True)


def _in_halves(tokens: Sequence[Token], found: Sequence[Quantity], at: int) -> Quantity | None:
    """Such as "two and a half years", "a year and a half", "dos años y medio", "half an hour"."""
    if low_at(tokens, at) in _HALF and low_at(tokens, at + 1) in _ONE and _unit(tokens, at + 2):
        return Quantity(at, at + 2, Figure(0.5), unit=_unit(tokens, at + 2), words=True)
    number = _count(tokens, found, at)
    if number is None:
        return None
    after = number.last + 1
    unit = _unit(tokens, after)
    after += bool(unit)
    if low_at(tokens, after) not in _AND:
        return None
    after += 1 + (low_at(tokens, after + 1) in _ONE)
    if low_at(tokens, after) not in _HALF:
        return None
    last = after if unit or not _unit(tokens, after + 1) else after + 1
    unit = unit or _unit(tokens, last)
    if not unit and low_at(tokens, number.first) in _ONE:
        return None
    return replace(number, last=last, figure=Figure(number.figure.value + 0.5), unit=unit)


def _within_one(tokens: Sequence[Token], at: int) -> Quantity | None:
    """Such as "within a week", which is within seven days, and "over a year"."""
    before = low_at(tokens, at - 1)
    if low_at(tokens, at) not in _ONE or not _unit(tokens, at + 1) or not (before in _WITHIN or before in _BOUNDS):
        return None
    if before == "than" and low_at(tokens, at - 2) not in ("more", "longer"):
        return None
    return Quantity(at, at + 1, Figure(1.0), bound=_BOUNDS.get(before, ""), unit=_unit(tokens, at + 1), words=True)


def _in_minutes(tokens: Sequence[Token], found: Sequence[Quantity], at: int) -> Quantity | None:
    """Such as "an hour and ten", "3 h 10", "2 hours 30 minutes"."""
    number = _count(tokens, found, at)
    if number is None or _unit(tokens, number.last + 1) not in _HOURS:
        return None
    after = number.last + 2
    after += low_at(tokens, after) == "."
    joined = low_at(tokens, after) in _AND
    rest = next((q for q in found if q.first == after + joined), None)
    if rest is None or rest.figure.kind != "plain" or rest.figure.value >= _SIXTY:
        return None
    said = _unit(tokens, rest.last + 1) in _MINUTES
    if not said and (
        (rest.unit and rest.unit not in _MINUTES) or _counts_a_thing(tokens, rest.last + 1, joined=joined)
    ):
        return None
    minutes = number.figure.value * _SIXTY + rest.figure.value
    return replace(number, last=rest.last + said, figure=Figure(minutes), unit="minute")


def _counts_a_thing(tokens: Sequence[Token], at: int, *, joined: bool) -> bool:
    """Whether a number after "an hour and" counts what follows it ("an hour and ten euros")."""
    return joined and at < len(tokens) and tokens[at].kind == "word" and len(tokens[at].low) > len("and")
