"""So many times as much: "four times faster", "3x the orders", "twice as many", from what something was and what it became."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from agent.change import lexicon
from agent.change.language.tokens import low_at
from agent.change.numbers.dated import Change, find_changes
from agent.change.numbers.measuring import measure_of
from agent.change.numbers.quantity import Quantity, is_close
from agent.change.telling.book import Book
from agent.change.telling.reading import Reading

_LOOSE = 0.06
_WIDE = 0.25
_REACH = 4
_TWICE = {"twice": 2.0, "thrice": 3.0}


def is_multiple(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number says how many times as much something is ("four times faster", "10x", "a factor of six")."""
    tokens = reading.tokens
    if quantity.figure.kind != "plain" or quantity.unit:
        return False
    if low_at(tokens, quantity.first - 1) == "of" and low_at(tokens, quantity.first - 2) in ("factor", "faktor"):
        return True
    if not quantity.words and tokens[quantity.last].text.endswith("x"):
        return True
    times = lexicon.words("frequencies", "times")
    return low_at(tokens, quantity.last + 1) in times and bool(_direction(reading, quantity.last + 1))


def multiplied(reading: Reading, quantity: Quantity, book: Book, near: Collection[int]) -> Iterator[int]:
    """The lines by which something became so many times as much, or went down to such a part."""
    yield from _lines(quantity.figure.value, quantity.bound, _direction(reading, quantity.last), book, near)


def says_multiple(reading: Reading, at: int, figures: Mapping[int, tuple[int, ...]], book: Book) -> bool:
    """Whether a word belongs to a multiple that is borne out ("times", "faster", "twice as")."""
    low = reading.tokens[at].low
    if low in _TWICE:
        near = {n for q in reading.counts_beside(at) for n in figures.get(q.first, ())} or range(len(book.lines))
        way = _direction(reading, at) if low_at(reading.tokens, at + 1) in ("as", "the") else ""
        return bool(way) and any(True for _ in _lines(_TWICE[low], "", way, book, near))
    words = lexicon.words("frequencies", "times").union(*lexicon.section("measures", "multiple_ways").values())
    return low in words and any(
        q.first in figures and 0 < at - q.last <= _REACH and is_multiple(reading, q) for q in reading.counts_beside(at)
    )


def _lines(value: float, bound: str, way: str, book: Book, near: Collection[int]) -> Iterator[int]:
    for change in find_changes(book, near):
        if any(_says(value, bound, ratio) for ratio in _ratios(book, change, way)):
            yield from change.lines
            return


def _says(value: float, bound: str, ratio: float) -> bool:
    if bound in ("over", "least"):
        return 0 <= ratio - value <= _WIDE * ratio
    return is_close(value, ratio, _LOOSE)


def _ratios(book: Book, change: Change, way: str) -> Iterator[float]:
    """How many times as much something became, by what "faster", "fewer" or "more" make of it."""
    if not change.ratio:
        return
    before, after = (book.lines[n].reading for n in change.lines)
    takes_time = any(
        (measure := measure_of(line, q)) is not None and measure.dimension == "instant"
        for line, q in ((before, change.before), (after, change.after))
    ) or bool(change.before.hours or change.after.hours)
    if way == "down" or (way == "quick" and takes_time):
        yield 1 / change.ratio
    elif way in ("up", "quick"):
        yield change.ratio
    else:
        yield from (change.ratio, 1 / change.ratio)


def _direction(reading: Reading, at: int) -> str:
    """What the words after a multiple say of it: faster ("quick"), less ("down"), more ("up"), or empty."""
    ways = lexicon.section("measures", "multiple_ways")
    for k in range(at + 1, min(at + 1 + _REACH, len(reading.tokens))):
        token = reading.tokens[k]
        if token.kind in ("stop", "pause"):
            break
        way = next((way for way, words in ways.items() if token.low in words), "")
        if way:
            return way
    return ""
