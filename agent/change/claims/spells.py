"""Times told of several posts together or one after the other: what all of them took is not the time of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.claims.titles import calls_somebody
from agent.change.numbers.periods import Period, find_periods
from agent.change.numbers.quantity import Quantity
from agent.change.numbers.tenures import is_length
from agent.change.telling.book import Book
from agent.change.telling.reading import Reading, keys_of, read

_WHY = "The evidence does not give this time for it."
_SEVERAL = 2
_PART = re.compile(
    r"[;,]\s+(?:and\s+|und\s+|et\s+|y\s+)?(?:then\s+|dann\s+|davor\s+|danach\s+|puis\s+|luego\s+)?|\.\s+|\s+then\s+"
)


@dataclass(frozen=True, slots=True)
class _Spell:
    """A post with its time: the words that name it, and the period."""

    words: frozenset[str]
    period: Period


def find_misspent(reading: Reading, book: Book) -> Iterator[Doubt]:
    """Lengths and spans of time that the evidence gives for several posts and a text for one of them."""
    yield from _find_totals(reading, book)
    yield from _find_joined(reading, book)


def _find_totals(reading: Reading, book: Book) -> Iterator[Doubt]:
    """As "eight years: five as a waiter, three as a chef" told as "chef for eight years"."""
    for line in book.lines:
        total, parts = _parts_of(line.reading)
        if total is None:
            continue
        for said in reading.quantities:
            if not is_length(said) or said.figure.value != total.figure.value or said.unit != total.unit:
                continue
            words = _keys(reading, [k for k in reading.beside(said.first) if k not in reading.numbers])
            named = [bool(words & own) for own in _own_words(line.reading, parts)]
            if named.count(True) == 1:
                yield Doubt(said.first, said.last, _WHY)


@lru_cache(maxsize=4096)
def _parts_of(line: Reading) -> tuple[Quantity | None, tuple[Quantity, ...]]:
    """The length of time with which a line begins and the smaller ones that it is made of, if it tells them."""
    if len(line.quantities) <= _SEVERAL:
        return None, ()
    total, *rest = line.quantities
    if not is_length(total):
        return None, ()
    colon = next(
        (k for k, token in enumerate(line.tokens) if token.text in (":", "–", "—", "(") and k > total.last), -1
    )
    parts = tuple(q for q in rest if q.first > colon and q.figure.kind == "plain")
    if colon < 0 or len(parts) < _SEVERAL or sum(q.figure.value for q in parts) != total.figure.value:
        return None, ()
    return total, parts


def _own_words(line: Reading, parts: tuple[Quantity, ...]) -> list[frozenset[str | int]]:
    """For each part the words that are told of it and of no other."""
    ends = [q.first for q in parts[1:]] + [len(line.tokens)]
    told = [_keys(line, range(q.last + 1, end)) for q, end in zip(parts, ends, strict=True)]
    return [keys.difference(*(other for k, other in enumerate(told) if k != at)) for at, keys in enumerate(told)]


def _keys(reading: Reading, tokens: range | list[int]) -> frozenset[str | int]:
    small = lexicon.words("classes", "free", reading.language)
    return frozenset().union(
        *(
            keys_of(reading.tokens[k])
            for k in tokens
            if reading.tokens[k].kind == "word" and reading.tokens[k].low not in small
        )
    )


def _find_joined(reading: Reading, book: Book) -> Iterator[Doubt]:
    """As "waiter 2010-2012, head waiter 2012-2014" told as "head waiter, 2010-2014"."""
    said = [period for period in find_periods(reading.text) if period.end is not None]
    if len(said) != 1:
        return
    spells = [spell for line in book.lines for spell in _spells(line.source.text)]
    start = [spell for spell in spells if spell.period.start == said[0].start]
    end = [spell for spell in spells if spell.period.end == said[0].end]
    if not start or not end or any(spell in end for spell in start):
        return
    words = frozenset(token.lemma for token in reading.tokens if token.kind == "word")
    if any(_tells_of_one(words, first.words, last.words) for first in start for last in end):
        years = [q for q in reading.quantities if q.figure.kind == "year"]
        if years:
            yield Doubt(years[0].first, years[-1].last, _WHY)


def _tells_of_one(said: frozenset[str], first: frozenset[str], last: frozenset[str]) -> bool:
    """Whether a text names only one of two posts, or only the one whose title holds the other's."""
    if first == last:
        return False
    return (first <= said) != (last <= said) or (last <= said and (first < last or last < first))


@lru_cache(maxsize=4096)
def _spells(text: str) -> tuple[_Spell, ...]:
    """The posts of a line that tells several, each with its own span of time."""
    found = []
    for part in _PART.split(text):
        periods = find_periods(part)
        if len(periods) != 1 or periods[0].end is None:
            continue
        reading = read(part)
        at = next((k for k, token in enumerate(reading.tokens) if calls_somebody(token)), None)
        if at is None:
            continue
        while at + 1 < len(reading.tokens) and calls_somebody(reading.tokens[at + 1]):
            at += 1
        begins = next((k for k in range(at, -1, -1) if reading.tokens[k].kind != "word"), -1) + 1
        words = frozenset(token.lemma for token in reading.tokens[begins : at + 1])
        found.append(_Spell(words, periods[0]))
    return tuple(found)
