"""How often something was done: weekly is not daily, and seldom is not regularly."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.language.tokens import Token, low_at
from agent.change.numbers.quantity import ENGLISH, TIME
from agent.change.telling.book import Book, Place
from agent.change.telling.reading import Reading

_WHY = "Your resume and answers do not say how often."
_BETWEEN = 2
_NTH = "month: "
_AFTER = 3
_BARE = frozenset({"day", "week", "month", "year"})
_ALTERNATE = frozenset({"alternate", "alternating", "second"})
_LOOSE = frozenset({"a", "an", "al", "am", "par", "por", "la"})


def find_wrong_frequencies(
    reading: Reading,
    places: Sequence[tuple[Place, ...]],
    covered: Collection[int],
    framing: Collection[int],
    book: Book,
) -> Iterator[Doubt]:
    """Words that say how often, where the lines a sentence rests on do not, or say otherwise."""
    said = {at: period for at, period in reversed(find_frequencies(reading)) if reading.tokens[at].low not in _LOOSE}
    often = lexicon.words("frequencies", "often")
    for at, token in enumerate(reading.tokens):
        if at in framing or (at not in said and token.low not in often):
            continue
        lines = {place.line for k in reading.beside(at) for place in places[k]} or set(range(len(book.lines)))
        lines = {n for n in range(len(book.lines)) if any(book.lines[n].source is book.lines[m].source for m in lines)}
        if token.low in often:
            seldom = [n for n in lines if any("rarely" in mark.limits for mark in book.lines[n].reading.marks)]
            if seldom and len(seldom) == len(lines):
                yield Doubt(at, at, _WHY)
                continue
        if at in said and not _is_routine(reading, at):
            given = {period for n in lines for _, period in find_frequencies(book.lines[n].reading)}
            given |= {q.rate for n in lines for q in book.lines[n].reading.quantities}
            exact = (said[at] in _BARE and at + 1 not in reading.numbers) or said[at].startswith(_NTH)
            if said[at] not in given and (at not in covered or (exact and any(" " in period for period in given))):
                yield Doubt(at, at, _WHY)


@cache
def _periods() -> Mapping[str, str]:
    """Words that say how often, each with the time from one to the next."""
    return {word: period for period, words in lexicon.section("frequencies", "every").items() for word in words}


@lru_cache(maxsize=4096)
def find_frequencies(reading: Reading) -> tuple[tuple[int, str], ...]:
    """Where words say how often something is done, and the time from one to the next."""
    table = _periods()
    days = lexicon.section("frequencies", "parts")
    begins = lexicon.words("frequencies", "each") | lexicon.words("frequencies", "nth_of")
    found = []
    monthly = set[int]()
    for at, token in enumerate(reading.tokens):
        if at in monthly:
            continue
        nth = _nth_day(reading, at) if token.low in begins else ""
        if nth:
            found += [(at, nth), (at, "month")]
            monthly.update(range(at, at + _AFTER))
        elif token.low in _ALTERNATE and at + 1 < len(reading.tokens) and _is_day_or_time(reading.tokens[at + 1]):
            found.append((at, f"other {reading.tokens[at + 1].lemma}"))
            monthly.add(at + 1)
        elif token.low in table:
            found.append((at, table[token.low]))
        elif token.low in lexicon.words("frequencies", "each"):
            following = reading.tokens[at + 1 : at + 1 + _BETWEEN]
            if following and following[0].low in lexicon.words("frequencies", "skipping"):
                skip = "other" if following[0].low in _ALTERNATE else following[0].low
                found.extend((at, f"{skip} {later.lemma}") for later in following[1:])
                continue
            for later in following[: 1 if token.low in _LOOSE else _BETWEEN]:
                if later.lemma in TIME:
                    found.append((at, ENGLISH.get(later.lemma, later.lemma)))
                found.extend(
                    (at, period) for period, words in days.items() if later.low in words or later.lemma in words
                )
        else:
            found.extend(
                (at, period)
                for period, words in days.items()
                if token.low in words and token.low != token.lemma and not _has_length(reading, at)
            )
    return tuple(found)


def _is_day_or_time(token: Token) -> bool:
    parts = lexicon.section("frequencies", "parts")
    return token.lemma in TIME or any(token.low in words or token.lemma in words for words in parts.values())


def _nth_day(reading: Reading, at: int) -> str:
    """As "month: last friday" where "the last Friday of the month" begins, or "every last Friday"; empty elsewhere."""
    tokens, each = reading.tokens, reading.tokens[at].low in lexicon.words("frequencies", "each")
    first = at + each
    nth, day = low_at(tokens, first), low_at(tokens, first + 1)
    if nth not in lexicon.words("frequencies", "nth_of") or (at and not each and _is_each(low_at(tokens, at - 1))):
        return ""
    if day not in lexicon.section("frequencies", "parts")["week"]:
        return ""
    after = [token.lemma for token in tokens[first + 2 : first + 2 + _AFTER]]
    if after[:1] == ["of"] and "month" in after:
        return f"{_NTH}{nth} {day.removesuffix('s')}"
    ends = nth in lexicon.words("frequencies", "nth_ends")
    return f"{_NTH}{nth} {day.removesuffix('s')}" if each and ends and tokens[at].low not in _LOOSE else ""


def _is_each(low: str) -> bool:
    return low in lexicon.words("frequencies", "each")


def _has_length(reading: Reading, at: int) -> bool:
    """As "eight-hour shifts": how long they are, not how often."""
    return low_at(reading.tokens, at - 2) == "-" and reading.tokens[at - 1].lemma in TIME


def _is_routine(reading: Reading, at: int) -> bool:
    """As "daily business": what is usual, not how often."""
    following = reading.tokens[at + 1].low if at + 1 < len(reading.tokens) else ""
    return following in lexicon.words("frequencies", "routine")
