"""Numbers counted in another time than the evidence counts in: 6 a day, five days a week, are 30 a week."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from agent.change import lexicon
from agent.change.language.figures import number_words
from agent.change.numbers.binding import is_bound
from agent.change.numbers.dated import years_of
from agent.change.numbers.products import is_each
from agent.change.numbers.quantity import ENGLISH, TIME, Quantity, is_close
from agent.change.numbers.spans import find_spans
from agent.change.telling.reading import Reading

_EXACT = 1e-6
_ROUNDED = 0.02
_MOST = 6
_REACH = 7
_TIMES = 3
_ABOUT = frozenset({"about", "nearly"})
_OVER = frozenset({"over", "least"})
# How many of one time another holds, from and to; what is between is said with "about" only.
_HOLDS: dict[tuple[str, str], tuple[float, float]] = {
    ("month", "year"): (12.0, 12.0),
    ("quarter", "year"): (4.0, 4.0),
    ("month", "quarter"): (3.0, 3.0),
    ("week", "year"): (50.0, 52.0),
    ("week", "month"): (4.0, 4.35),
    ("minute", "hour"): (60.0, 60.0),
}


@dataclass(frozen=True, slots=True)
class Occurrence:
    """That something happens `count` times, or on so many of `each` time, in a time `per`."""

    at: int
    count: float
    each: str
    per: str


def is_reckoned(reading: Reading, quantity: Quantity, nouns: list[int], line: Reading) -> bool:
    """Whether a number follows from one that a line counts in another time."""
    rate = rate_of(reading, quantity)
    for held in (*line.quantities[:_MOST], *find_spans(line)):
        if held.figure.kind != quantity.figure.kind or held.figure.kind not in ("plain", "money"):
            continue
        if line.marks[held.first].denied or english(held.unit) != english(quantity.unit):
            continue
        if any(_fits(quantity, held, low, high) for low, high in _reckon(rate, held, line)):
            return is_bound(reading, quantity, nouns, line, held, near=True)
    return False


def rate_of(reading: Reading, quantity: Quantity) -> str:
    """The time that a number is counted in, shifts and nights among days; empty if it is not said."""
    if quantity.rate:
        return english(quantity.rate)
    part = part_of_day(reading, quantity)
    if part:
        return _parts()[part]
    before = reading.tokens[quantity.first - 1].low if quantity.first else ""
    return _adverbs().get(before, "")


def part_of_day(reading: Reading, quantity: Quantity) -> str:
    """The part of a day that a number is counted in ("each morning"), by its word; empty if none is said."""
    parts = _parts()
    for k in range(quantity.last + 2, min(quantity.last + _REACH, len(reading.tokens))):
        token, before = reading.tokens[k], reading.tokens[k - 1]
        if token.kind in ("stop", "pause") or token.figure is not None:
            break
        if before.low in lexicon.words("frequencies", "each") and (token.low in parts or token.lemma in parts):
            return token.lemma if token.lemma in parts else token.low
    return ""


def english(unit: str) -> str:
    """A unit of time by its English name."""
    return ENGLISH.get(unit, unit)


def _reckon(rate: str, held: Quantity, line: Reading) -> Iterator[tuple[float, float]]:
    """What a number of a line comes to in a time, or in all if no time is said: the least and the most of it."""
    value, own = held.figure.value, rate_of(line, held)
    for often in find_occurrences(line):
        if not own and often.each and is_each(line, held):
            own = often.each
        if held.first <= often.at <= held.last or often.per != rate:
            continue
        if line.tokens[often.at].figure is not None and not often.each and not held.unit:
            continue
        each_time = not often.each and (not own or (own == often.per and often.at > held.last))
        if each_time or (own and own == often.each):
            yield value * often.count, value * often.count
    if rate and own:
        low, high = _HOLDS.get((own, rate), (0.0, 0.0))
        if low:
            yield value * low, value * high
        low, high = _HOLDS.get((rate, own), (0.0, 0.0))
        if low:
            yield value / high, value / low
    part = part_of_day(line, held)
    for other in line.quantities[:_MOST]:
        if not rate and part and other is not held and not other.unit and _counts_part(line, other, part):
            yield (value * other.figure.value,) * 2
        artefact = english(other.unit) == other.rate
        if (
            other is held
            or not other.unit
            or (other.rate and not artefact)
            or other.figure.value <= 1
            or other.figure.kind != "plain"
        ):
            continue
        if rate and not own and english(other.unit) == rate:
            yield (value / other.figure.value,) * 2
        elif own and english(other.unit) == own and (not rate or (rate == "day" and own == "hour")):
            yield (value * other.figure.value,) * 2
    if rate and not own and held.first in years_of(line) and len(_years(line)) == 1:
        low, high = _HOLDS.get((rate, "year"), (0.0, 0.0))
        if low:
            yield value / high, value / low


def _counts_part(line: Reading, quantity: Quantity, part: str) -> bool:
    """Whether a number counts the evenings, say, that another is told for each of."""
    token = line.tokens[quantity.last + 1] if quantity.last + 1 < len(line.tokens) else None
    return token is not None and part in (token.low, token.lemma)


def _years(line: Reading) -> set[float]:
    return {q.figure.value for q in line.quantities if q.figure.kind == "year"}


def _fits(ours: Quantity, theirs: Quantity, low: float, high: float) -> bool:
    value = ours.figure.value
    if theirs.bound in ("upto", "under", "nearly") and ours.bound not in ("upto", "under", "nearly", "about"):
        return False
    if ours.bound in _OVER:
        return low * 0.8 <= value <= high and (ours.bound == "least" or value < high or theirs.bound in _OVER)
    if ours.bound in _ABOUT or theirs.bound in ("about", "over", "least"):
        return low * 0.95 <= value <= high * 1.05
    if any(is_close(value, end, _EXACT) for end in (low, high)):
        return True
    return low == high and value != int(low) and is_close(value, low, _ROUNDED) and low != int(low)


@lru_cache(maxsize=4096)
def find_occurrences(reading: Reading) -> tuple[Occurrence, ...]:
    """How often a line says that things happen: "twice a day", "five days a week", "3 times per month"."""
    found = []
    parts = _parts()
    counted = {q.first: q for q in reading.quantities if q.figure.kind == "plain"}
    for at, token in enumerate(reading.tokens):
        quantity = counted.get(at)
        if quantity is not None:
            following = reading.tokens[quantity.last + 1] if quantity.last + 1 < len(reading.tokens) else None
            unit = english(quantity.unit)
            if following is not None and not unit:
                unit = parts.get(following.low, "") or parts.get(following.lemma, "")
            alone = following is not None and following.low in lexicon.words("frequencies", "each") and not unit
            if alone and quantity.rate:
                found.append(Occurrence(at, quantity.figure.value, "", english(quantity.rate)))
                continue
            if unit and quantity.rate and unit != quantity.rate:
                found.append(Occurrence(at, quantity.figure.value, unit, english(quantity.rate)))
                continue
            if following is not None and following.low in lexicon.words("frequencies", "times"):
                found.extend(_per(reading, at, quantity.last + 2, quantity.figure.value))
        elif token.kind == "word":
            found.extend(
                Occurrence(at, span.figure.value, span.unit, span.rate)
                for span in find_spans(reading)
                if span.first == at and span.unit == "day"
            )
            count = _often().get(token.low, 0.0) or _german(token.low)
            if count:
                found.extend(_per(reading, at, at + 1, count))
    return tuple(found)


def _per(reading: Reading, at: int, after: int, count: float) -> Iterator[Occurrence]:
    every = _adverbs()
    for k in range(after, min(after + _TIMES, len(reading.tokens))):
        token = reading.tokens[k]
        if token.kind in ("stop", "pause") or token.figure is not None:
            return
        if token.low in every:
            yield Occurrence(at, count, "", every[token.low])
            return
        if token.lemma in TIME:
            yield Occurrence(at, count, "", english(token.lemma))
            return


def _german(low: str) -> float:
    """As "dreimal"."""
    return number_words("de").get(low.removesuffix("mal"), 0.0) if low.endswith("mal") and len(low) > _TIMES else 0.0


@cache
def _often() -> Mapping[str, float]:
    return lexicon.numbers("frequencies", "often_times")


@cache
def _adverbs() -> Mapping[str, str]:
    """Words that say how often, each with the time that it is counted in."""
    return {word: period for period, words in lexicon.section("frequencies", "every").items() for word in words}


@cache
def _parts() -> Mapping[str, str]:
    """Parts of a time ("night", "Friday"), each with the time that it comes in once."""
    return {word: period for period, words in lexicon.section("frequencies", "parts").items() for word in words}
