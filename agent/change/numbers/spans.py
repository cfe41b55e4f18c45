"""Lengths that are told by their ends: "6 am to 2 pm" is eight hours a day, "Monday to Thursday" four days a week."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import combinations, pairwise

from agent.change import lexicon
from agent.change.language.figures import Figure
from agent.change.language.tokens import low_at
from agent.change.numbers.quantity import ENGLISH, Quantity, is_close
from agent.change.telling.reading import Reading

_DAY = 24 * 60
_HOUR = 60.0
_WEEK = 7
_BACK = 3
_EXACT = 1e-6
_TO = frozenset(
    {"to", "-", "–", "—", "till", "until", "through", "bis", "à", "a", "al", "hasta", "and", "und", "y", "et"}
)
_LISTED = frozenset({",", "and", "&", "und", "et", "y"})


@lru_cache(maxsize=4096)
def find_spans(reading: Reading) -> tuple[Quantity, ...]:
    """The hours a day between two times of day and the days a week between two weekdays, as numbers of the line."""
    return (*_between_clocks(reading), *_between_days(reading))


def is_span(quantity: Quantity, line: Reading) -> bool:
    """Whether a number is a length that a line tells by its ends."""
    unit = ENGLISH.get(quantity.unit, quantity.unit)
    return any(span.unit == unit and span.figure.value == quantity.figure.value for span in find_spans(line))


def _between_clocks(reading: Reading) -> Iterator[Quantity]:
    clocks = [q for q in reading.quantities if q.figure.kind == "clock"]
    for one, other in pairwise(clocks):
        link = [token.low for token in reading.tokens[one.last + 1 : other.first]]
        if len(link) == 1 and link[0] in _TO:
            hours = ((other.figure.value - one.figure.value) % _DAY) / _HOUR
            yield Quantity(one.first, other.last, Figure(hours), unit="hour", rate="day")


def _between_days(reading: Reading) -> Iterator[Quantity]:
    """As "Monday to Thursday" and "Tuesdays, Fridays and Sundays"."""
    tokens, days = reading.tokens, _days()
    at = 0
    while at < len(tokens):
        if tokens[at].low not in days:
            at += 1
            continue
        named, last = [days[tokens[at].low]], at
        if low_at(tokens, at + 1) in _TO - _LISTED and low_at(tokens, at + 2) in days:
            last = at + 2
            count = (days[tokens[last].low] - named[0]) % _WEEK + 1
        else:
            while low_at(tokens, last + 1) in _LISTED and low_at(tokens, last + 2) in days:
                last += 2
                named.append(days[tokens[last].low])
            count = len(set(named))
        if count > 1:
            yield Quantity(at, last, Figure(float(count)), unit="day", rate="week")
        at = last + 1


@cache
def _days() -> dict[str, int]:
    """The weekdays, each with its place in the week."""
    rows = (lexicon.ordered("frequencies", "weekdays", language) for language in ("en", "short", "de", "fr", "es"))
    return {form: at for row in rows for at, forms in enumerate(row) for form in forms.split("|")}


def is_as_often(reading: Reading, quantity: Quantity, line: Reading) -> bool:
    """Whether a number says how many times a week something comes of which a line names the days, or how many there are."""
    tokens, at = reading.tokens, quantity.last + 1
    if low_at(tokens, at) not in lexicon.words("frequencies", "times"):
        return False
    if quantity.rate != "week" and low_at(tokens, at + 1) not in lexicon.section("frequencies", "every")["week"]:
        return False
    days = [*find_spans(line), *(q for q in line.quantities if q.rate == "week")]
    return any(span.unit == "day" and span.figure.value == quantity.figure.value for span in days)


def is_shift(reading: Reading, quantity: Quantity, line: Reading) -> bool:
    """Whether a number says how much earlier or later one time of day of a line is than another ("four hours earlier")."""
    way = next((low for k in (1, 2) if (low := low_at(reading.tokens, quantity.last + k)) in _ways()), "")
    clocks = [q for q in line.quantities if q.figure.kind == "clock"] if way and quantity.hours else []
    for one, other in combinations(clocks, 2):
        far = (other.figure.value - one.figure.value + _DAY / 2) % _DAY - _DAY / 2
        if _is_before(line, other) and not _is_before(line, one):
            far = -far
        if is_close(quantity.hours * _HOUR, far * _ways()[way], _EXACT):
            return True
    return False


def _is_before(line: Reading, clock: Quantity) -> bool:
    """Whether a time is the one that held before ("now at 5, instead of at 9")."""
    return any(
        low_at(line.tokens, k) in lexicon.words("clocks", "former", "words")
        for k in range(clock.first - _BACK, clock.first)
    )


@cache
def _ways() -> dict[str, int]:
    """Words that say earlier (-1) or later (1)."""
    return {word: int(way) for word, way in lexicon.numbers("clocks", "ways").items()}
