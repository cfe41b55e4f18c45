"""What so many of so many come to: "two classes of 26 and one of 19", "four coaches, 49 seats each", "12 people per table, 8 tables"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, permutations

from agent.change import lexicon
from agent.change.numbers.binding import meet
from agent.change.numbers.counted import words_after
from agent.change.numbers.quantity import TIME, Quantity, is_close
from agent.change.telling.reading import Reading

_EXACT = 1e-6
_ROUNDED = 0.012
_BETWEEN = 3
_REACH = 5
TIMES = frozenset({"of", "x", "×", "with", "à", "de", "zu", "je", "mit", "avec", "con", "times"})


def is_product(reading: Reading, ours: Quantity, line: Reading, counts: Sequence[Quantity]) -> bool:
    """Whether a number is a product of two of a line, or the sum of its products; never if it is said of each."""
    if is_each(reading, ours):
        return False
    totals = (*_products(line, counts), *_each(line, counts), *_of_every(line, counts))
    return any(is_close(ours.figure.value, total, _EXACT) for total in totals)


def is_time_of_several(reading: Reading, ours: Quantity, line: Reading, held: Sequence[Quantity]) -> bool:
    """Whether a length of time is that of several of one length each ("two stays of six months each": a year)."""
    if not ours.hours or is_each(reading, ours):
        return False
    for count, length in permutations(held, 2):
        between = [token.low for token in line.tokens[count.last + 1 : length.first]]
        joined = count.last < length.first and 0 < len(between) <= _BETWEEN + 1 and between[-1] in TIMES
        if count.unit or not length.hours or not (joined or is_each(line, length)):
            continue
        if is_close(ours.hours, count.figure.value * length.hours, _ROUNDED):
            return True
    return False


def is_of_every(reading: Reading, ours: Quantity, line: Reading, counts: Sequence[Quantity]) -> bool:
    """Whether a number is what all of several things have of which a line says what each has."""
    if is_each(reading, ours):
        return False
    return any(is_close(ours.figure.value, total, _EXACT) for total in _of_every(line, counts))


def is_each(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is said of each of several things ("of 600 pages each")."""
    each = lexicon.words("measures", "each", "words")
    for k in range(quantity.last + 1, min(quantity.last + 1 + _REACH, len(reading.tokens))):
        token = reading.tokens[k]
        if token.kind in ("stop", "pause") or token.figure is not None:
            return False
        if token.low in each:
            following = reading.tokens[k + 1] if k + 1 < len(reading.tokens) else None
            return following is None or not (following.lemma in TIME or {following.low, following.lemma} & _parts())
    return False


def is_apportioned(reading: Reading, at: int) -> bool:
    """Whether a word is what each of several things has ("6 aisles, 20 bays each")."""
    return any(q.last == at - 1 and is_each(reading, q) for q in reading.counts_beside(at))


def _products(reading: Reading, counts: Sequence[Quantity]) -> Iterator[float]:
    """What "two classes of 26 and one of 19" comes to: each product, and their sum."""
    products: list[float] = []
    used: set[int] = set()
    for one, other in pairwise(counts):
        between = [token.low for token in reading.tokens[one.last + 1 : other.first]]
        if one.first not in used and 0 < len(between) <= _BETWEEN and between[-1] in TIMES:
            products.append(one.figure.value * other.figure.value)
            used |= {one.first, other.first}
    yield from products
    if len(products) > 1 and len(used) == len(counts):
        yield sum(products)


def _each(reading: Reading, counts: Sequence[Quantity]) -> Iterator[float]:
    """What a number of each, or per thing, comes to for the number of things in the same sentence."""
    for one, other in permutations(counts, 2):
        if reading.marks[one.first].sentence != reading.marks[other.first].sentence or one.unit or other.unit:
            continue
        if is_each(reading, one) or _is_per(reading, one, other) or is_had_by_each(reading, one, other):
            yield one.figure.value * other.figure.value


def _of_every(reading: Reading, counts: Sequence[Quantity]) -> Iterator[float]:
    """What "each course had 12 places" comes to for the number of courses, wherever that is told."""
    each = lexicon.words("measures", "each", "per") | lexicon.words("measures", "each", "words")
    for one, other in permutations(counts, 2):
        mark = reading.marks[one.first]
        if one.unit or other.unit or reading.marks[other.first].sentence == mark.sentence:
            continue
        things = [
            k
            for k in range(1, one.first)
            if reading.tokens[k - 1].low in each and reading.marks[k].sentence == mark.sentence
        ]
        if things and meet(reading, things[-1:], reading, words_after(reading, other)[:_REACH]):
            yield one.figure.value * other.figure.value


def is_had_by_each(reading: Reading, one: Quantity, other: Quantity) -> bool:
    """As 55 in "each of my four routes had 55 stops"."""
    each = lexicon.words("measures", "each", "per") | lexicon.words("measures", "each", "words")
    for k in range(other.first - 1, max(other.first - 1 - _BETWEEN, -1), -1):
        if reading.tokens[k].low in each:
            of = k + 1 < len(reading.tokens) and reading.tokens[k + 1].low in ("of", "von", "de", "des", "der")
            return of and other.last < one.first
    return False


def _is_per(reading: Reading, one: Quantity, other: Quantity) -> bool:
    """Whether a number is said per thing, and the other counts these things."""
    per = lexicon.words("measures", "each", "per")
    for k in range(one.last + 1, min(one.last + 1 + _REACH, len(reading.tokens) - 1)):
        if reading.tokens[k].kind in ("stop", "pause") or reading.tokens[k].figure is not None:
            return False
        if reading.tokens[k].low in per:
            return meet(reading, [k + 1], reading, words_after(reading, other)[:2] or [k + 1])
    return False


@cache
def _parts() -> frozenset[str]:
    """Parts of a day or week, by which a number is counted and not told of each thing."""
    return frozenset().union(*lexicon.section("frequencies", "parts").values())
