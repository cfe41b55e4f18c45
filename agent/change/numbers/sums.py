"""Whether a sum may be said as a text says it: not of one year, month, morning, or of one of the things that were added."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from agent.change import lexicon
from agent.change.numbers.binding import meet
from agent.change.numbers.counted import heads, words_after
from agent.change.numbers.dated import years_of
from agent.change.numbers.parts import is_part
from agent.change.numbers.periods import MONTHS
from agent.change.numbers.products import is_each
from agent.change.numbers.quantity import TIME, Quantity, is_close
from agent.change.numbers.rates import part_of_day, rate_of
from agent.change.telling.reading import Reading, keys_of

_EXACT = 1e-6
_SEVERAL = 2
_OF = frozenset({"of", "von", "aus", "de", "d"})
_ELLIPTIC = frozenset({"one", "ones", "other"})
_ACROSS = frozenset({"across", "throughout", "over", "between", "among"})
_ANDS = frozenset({"and", "und", "et", "y"})


def may_sum(reading: Reading, quantity: Quantity, parts: Sequence[tuple[Reading, Quantity]]) -> bool:
    """Whether numbers may be said as one; true as well where it is not their sum."""
    if not is_close(quantity.figure.value, sum(q.figure.value for _, q in parts), _EXACT):
        return True
    if any(is_part(line, q) for line, q in parts):
        return False
    rate = rate_of(reading, quantity)
    if rate and any(rate_of(line, q) != rate for line, q in parts):
        return False
    part = part_of_day(reading, quantity)
    if part and any(part_of_day(line, q) not in ("", part) for line, q in parts):
        return False
    if is_each(reading, quantity) or _is_of_one(reading, quantity, parts) or _is_of_others(reading, quantity, parts):
        return False
    if _is_at_one(reading, quantity, parts):
        return False
    return _is_of_all_years(reading, quantity, parts) and _is_of_all_months(reading, quantity, parts)


def _is_of_all_years(reading: Reading, quantity: Quantity, parts: Sequence[tuple[Reading, Quantity]]) -> bool:
    clause = reading.marks[quantity.first].clause
    said = {
        q.figure.value
        for q in reading.counts_beside(quantity.first)
        if q.figure.kind == "year" and reading.marks[q.first].clause == clause
    }
    years = {years_of(line).get(q.first, 0) for line, q in parts} - {0}
    return len(said) != 1 or years <= said


def _is_of_all_months(reading: Reading, quantity: Quantity, parts: Sequence[tuple[Reading, Quantity]]) -> bool:
    clause = reading.marks[quantity.first].clause
    said = {
        MONTHS[reading.tokens[k].low]
        for k in reading.beside(quantity.first)
        if reading.tokens[k].low in MONTHS and reading.tokens[k].capital and reading.marks[k].clause == clause
    }
    told = {MONTHS[token.low] for line, _ in parts for token in line.tokens if token.low in MONTHS and token.capital}
    return len(said) != 1 or len(told) < _SEVERAL or not said < told


def _is_of_one(reading: Reading, quantity: Quantity, parts: Sequence[tuple[Reading, Quantity]]) -> bool:
    """Whether a sum is said of one of the groups that it is the sum of ("a choir of 31" of a choir of 22 and a band of 9)."""
    head = _head(reading, quantity)
    if head < 0:
        return quantity.figure.kind == "plain" and _counts_one(reading, quantity, parts)
    heads = [(line, _head(line, q)) for line, q in parts]
    if any(k < 0 for _, k in heads):
        return False
    met = [meet(reading, [head], line, [k]) for line, k in heads]
    return any(met) and not all(met)


def _counts_one(reading: Reading, quantity: Quantity, parts: Sequence[tuple[Reading, Quantity]]) -> bool:
    """Whether a sum counts what only some of its parts count ("21 juniors" of 12 juniors and 9 seniors)."""
    ours = _things(reading, quantity)[:1]
    theirs = [(line, things) for line, q in parts if (things := _things(line, q)[:1])]
    if not ours or len(theirs) != len(parts):
        return False
    met = [meet(reading, ours, line, things) for line, things in theirs]
    every = all(meet(reading, _things(reading, quantity), line, things) for line, things in theirs)
    return any(met) and not every


def _is_at_one(reading: Reading, quantity: Quantity, parts: Sequence[tuple[Reading, Quantity]]) -> bool:
    """Whether a sum is said with where or when only one of its parts was ("12 flats in the north block and 9 in the south")."""
    said = [k for k in reading.beside(quantity.first) if k > quantity.last]
    prepositions = lexicon.words("agency", "prepositions") | _ACROSS
    named = heads(reading, quantity)
    end = next((k for k in named if reading.tokens[k].low in prepositions), len(reading.tokens))
    ours = {k for k in named if k < end}
    words = [k for k in said if k not in ours and reading.tokens[k].kind == "word"]
    if not words or len(parts) < _SEVERAL:
        return False
    told = [_where(line, q) for line, q in parts]
    return any(
        _names_one(reading, words, [(line, each[link]) for (line, _), each in zip(parts, told, strict=True)])
        for link in frozenset.intersection(*(frozenset(each) for each in told))
    )


def _names_one(reading: Reading, words: Sequence[int], places: Sequence[tuple[Reading, list[int]]]) -> bool:
    """Whether a text names one of the places where its parts were, and none of the others."""
    elliptic = any(line.tokens[k].low in _ELLIPTIC for line, found in places for k in found)
    keys = [frozenset().union(*(keys_of(line.tokens[k]) for k in found)) for line, found in places]
    met = 0
    for n, (line, found) in enumerate(places):
        others = frozenset().union(*(each for m, each in enumerate(keys) if m != n))
        own = [k for k in found[: 1 if elliptic else None] if not keys_of(line.tokens[k]) & others]
        if not own:
            return False
        given = frozenset().union(*(keys_of(line.tokens[k]) for k in own))
        met += any(keys_of(reading.tokens[k]) & given for k in words)
    return met == 1


def _where(line: Reading, quantity: Quantity) -> dict[str, list[int]]:
    """The words after each preposition that follows a number in its clause ("in": "north block"), of several the last."""
    prepositions = lexicon.words("agency", "prepositions") - _OF
    small = lexicon.words("classes", "free", line.language) - _days()
    found: dict[str, list[int]] = {}
    link = ""
    for k in range(quantity.last + 1, len(line.tokens)):
        token = line.tokens[k]
        if link and token.low in _ELLIPTIC:
            found[link].append(k)
            break
        if token.kind in ("stop", "pause") or k in line.numbers or (link and token.low in _ANDS):
            break
        if token.low in prepositions:
            link = token.low
            found[link] = []
        elif link and token.kind == "word" and token.low not in small:
            found[link].append(k)
    return found


@cache
def _days() -> frozenset[str]:
    return lexicon.section("frequencies", "parts")["week"]


def _is_of_others(reading: Reading, quantity: Quantity, parts: Sequence[tuple[Reading, Quantity]]) -> bool:
    """Whether a sum is said of things that the lines count apart from its parts ("two camps", 35 and 42 children: 77 camps)."""
    ours = heads(reading, quantity)[-1:]
    if quantity.figure.kind != "plain" or not ours:
        return False
    if any(meet(reading, ours, line, words_after(line, q)) for line, q in parts):
        return False
    return any(
        other.figure.kind == "plain"
        and not any(line is each and other is q for each, q in parts)
        and bool(theirs := heads(line, other)[-1:])
        and meet(reading, ours, line, theirs)
        for line in {id(line): line for line, _ in parts}.values()
        for other in line.quantities
    )


def _things(reading: Reading, quantity: Quantity) -> list[int]:
    """What a number counts, as it follows it; no times, and no place where it counts what another number counts."""
    following = reading.tokens[quantity.last + 1].low if quantity.last + 1 < len(reading.tokens) else ""
    if following in lexicon.words("agency", "prepositions") and following not in _OF:
        return []
    parts = lexicon.section("frequencies", "parts")
    return [
        k
        for k in words_after(reading, quantity)
        if reading.tokens[k].lemma not in TIME
        and not any(reading.tokens[k].low in words or reading.tokens[k].lemma in words for words in parts.values())
    ]


def _head(reading: Reading, quantity: Quantity) -> int:
    """The group that a number is the size of ("a choir of 22"), or -1."""
    at = quantity.first - 1
    if at < 1 or reading.tokens[at].low not in _OF or reading.tokens[at - 1].kind != "word":
        return -1
    return -1 if reading.tokens[at - 1].low in lexicon.words("classes", "free", reading.language) else at - 1
