"""Whether a number of a text follows from the evidence: the same number of the same thing, or one that can be computed."""

from __future__ import annotations

from dataclasses import dataclass

from agent.change import lexicon
from agent.change.claims.pointing import points_back, with_followers
from agent.change.language.tokens import low_at
from agent.change.numbers.agreeing import agree, same
from agent.change.numbers.binding import has_closer, is_bound, is_moved, is_total, meet
from agent.change.numbers.computing import find_sources
from agent.change.numbers.counted import find_nouns, is_label, words_after, words_before
from agent.change.numbers.frequencies import find_frequencies
from agent.change.numbers.gaps import is_of_each
from agent.change.numbers.measuring import is_measured_alike, is_other_measure
from agent.change.numbers.periods import MONTHS
from agent.change.numbers.products import TIMES, is_each
from agent.change.numbers.quantity import Quantity
from agent.change.numbers.ranks import named_place
from agent.change.numbers.rates import english, rate_of
from agent.change.numbers.settings import is_setting, takes_on
from agent.change.telling.book import Book
from agent.change.telling.reading import Reading

_FEW = 12
_ENDS = 2
_THAN = frozenset({"than", "als", "que"})
_DECADE = 40_000


@dataclass(frozen=True, slots=True)
class Count:
    """The verdict on a number: the lines it rests on, or why it is refused."""

    lines: tuple[int, ...] = ()
    why: str = ""


def check_quantity(reading: Reading, quantity: Quantity, book: Book, near: frozenset[int]) -> Count:
    """Judge one number; `near` are the lines the words around it come from."""
    told, near = near, with_followers(near, book)
    exact: list[int] = []
    moved = denied = others = False
    nouns = find_nouns(reading, quantity)
    for number, line in enumerate(book.lines):
        if line.asked:
            continue
        for other in line.reading.quantities:
            if (
                not agree(reading, quantity, line.reading, other)
                or _counts_things(reading, quantity, line.reading, other)
                or _is_other_measure(reading, quantity, line.reading, other)
                or _is_other_time(reading, quantity, line.reading, other)
                or _is_only_all(reading, quantity, line.reading, other)
                or is_of_each(reading, quantity, line.reading, other)
                or _is_other_rate(reading, quantity, other, number, book)
            ):
                continue
            if line.reading.marks[other.first].denied and not reading.marks[quantity.first].denied:
                denied = True
                continue
            if line.reading.marks[other.first].other and not (
                _tells_of_others(reading, quantity) or is_total(reading, quantity)
            ):
                others = True
                continue
            if (quantity.step == "by" and _is_one_end(line.reading, other)) or _is_gained(
                reading, quantity, line.reading, other
            ):
                moved = True
                continue
            if _is_compared(reading, quantity) and not _is_compared(line.reading, other):
                moved = True
                continue
            if is_label(line.reading, other) and _counts_what_it_names(reading, quantity, line.reading, other):
                moved = True
                continue
            described = is_setting(line.reading, other) and not is_total(reading, quantity)
            if (described and takes_on(reading, quantity)) or is_moved(reading, quantity, book, line.reading, other):
                moved = True
                continue
            if (
                _are_one_place(reading, quantity, line.reading, other)
                or (number in near and _goes_the_same_way(reading, quantity, line.reading, other))
                or (
                    number in near
                    and _is_only(line.reading, other)
                    and (number not in told or points_back(line.reading))
                )
            ) or (
                is_bound(reading, quantity, nouns, line.reading, other, number in near)
                and not has_closer(reading, quantity, line.reading, other)
            ):
                exact.append(number)
                break
            moved = True
    if exact and quantity.figure.kind == "year":
        exact = [
            number for number in exact if _dates(number, near, book) and _month_agrees(reading, quantity, book, number)
        ]
        moved = not exact
    derived = (
        ()
        if others or (exact and quantity.figure.kind != "percent")
        else tuple(find_sources(reading, quantity, nouns, book, near))
    )
    if exact or derived:
        return Count((*exact, *derived))
    if (
        quantity.figure.value <= 1
        and quantity.words
        and not (quantity.bound and quantity.hours)
        and quantity.figure.kind != "ordinal"
        and quantity.hours < _DECADE
        and not _is_one_of_a_longer_time(reading, quantity, book, near)
    ):
        return Count(tuple(near))
    if denied:
        return Count(why="The evidence denies this.")
    if others:
        return Count(why="The evidence says somebody else did this.")
    if moved:
        return Count(why="The evidence gives this number for something else.")
    return Count(why="This number is not in your resume or answers and does not follow from them.")


def _is_compared(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number says how many more or fewer than another there were."""
    following = low_at(reading.tokens, quantity.last + 1)
    if not any(following in words for words in lexicon.section("measures", "comparing").values()):
        return False
    return any(reading.tokens[k].low in _THAN for k in reading.beside(quantity.last) if k > quantity.last)


def _are_one_place(reading: Reading, ours: Quantity, line: Reading, theirs: Quantity) -> bool:
    """Whether two ordinals are a place in a contest ("came second of 90", "2nd out of 90")."""
    if ours.figure.kind != "ordinal" or theirs.figure.kind != "ordinal":
        return False
    return named_place(reading, ours.first) == named_place(line, theirs.first) > 0


def _is_gained(reading: Reading, ours: Quantity, line: Reading, theirs: Quantity) -> bool:
    """Whether a number is said to have been added or lost of what the evidence tells the start or the end of."""
    before = reading.tokens[ours.first - 1].low if ours.first else ""
    if theirs.step not in ("from", "to") or before not in lexicon.words("measures", "gaining", "words"):
        return False
    return {"from", "to"} <= {q.step for q in line.counts_beside(theirs.first) if q.figure.kind == theirs.figure.kind}


def _is_one_of_a_longer_time(reading: Reading, quantity: Quantity, book: Book, near: frozenset[int]) -> bool:
    """Whether a text says "one year" where the lines it rests on tell another length of time."""
    if not quantity.hours or quantity.rate or reading.tokens[quantity.first].low != "one":
        return False
    lines = near or (range(len(book.lines)) if len(book.lines) <= _ENDS else ())
    return any(q.hours and not q.rate for n in lines for q in book.lines[n].reading.quantities)


def _is_only(line: Reading, quantity: Quantity) -> bool:
    """Whether a line gives one sum of money, share or length of time, which then is that of what it goes on about."""
    alike = [
        q for q in line.quantities if q.figure.kind == quantity.figure.kind and bool(q.unit) == bool(quantity.unit)
    ]
    return len(alike) == 1 and (quantity.figure.kind in ("money", "percent") or bool(quantity.hours))


def _counts_what_it_names(reading: Reading, quantity: Quantity, line: Reading, other: Quantity) -> bool:
    """Whether a text says so many of what a line names by that number ("wards 3, 5 and 7": seven wards)."""
    if is_label(reading, quantity):
        return False
    return any(meet(reading, [k], line, words_before(line, other)) for k in words_after(reading, quantity)[:1])


def _goes_the_same_way(reading: Reading, ours: Quantity, line: Reading, theirs: Quantity) -> bool:
    """Whether a number is an end of "from 212 to 340" and the line gives both ends in that order."""
    if ours.step not in ("from", "to"):
        return False
    ends = [
        q for q in reading.counts_beside(ours.first) if q.step in ("from", "to") and q.figure.kind == ours.figure.kind
    ]
    if len(ends) != len(("from", "to")) or [q.step for q in ends] != ["from", "to"]:
        return False
    held = [q for q in line.quantities if same(ends[0], q) or same(ends[1], q)]
    return len(held) == len(ends) and theirs in held and same(ends[0], held[0]) and same(ends[1], held[1])


def _is_one_end(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is the start or the end of a change rather than the change ("3 h before, 2 h after")."""
    if quantity.step == "by":
        return False
    return any(
        other is not quantity and other.unit == quantity.unit and other.figure.kind == quantity.figure.kind
        for other in reading.counts_beside(quantity.first)
        if other.unit or other.figure.kind != "plain" or is_measured_alike(reading, quantity, reading, other)
    )


def _counts_things(reading: Reading, quantity: Quantity, line: Reading, other: Quantity) -> bool:
    """Whether a sum of money is held against a number of things."""
    if quantity.figure.kind != "money" or other.figure.kind != "plain":
        return False
    return bool(words_after(line, other)) and not is_measured_alike(reading, quantity, line, other)


def _is_other_measure(reading: Reading, quantity: Quantity, line: Reading, other: Quantity) -> bool:
    """Whether two numbers are in different units, of which only those of time are the same to the last digit."""
    return is_other_measure(reading, quantity, line, other) and not (quantity.hours and other.hours)


def _is_other_time(reading: Reading, quantity: Quantity, line: Reading, other: Quantity) -> bool:
    """Whether a text says on weekdays what a line says at weekends, and says something else on weekdays."""
    ours, theirs = _time_after(reading, quantity), _time_after(line, other)
    return bool(ours and theirs and ours != theirs) and any(token.lemma == ours for token in line.tokens)


def _time_after(reading: Reading, quantity: Quantity) -> str:
    """The part of a day or week that is told after a number and before the next; empty if none is."""
    parts = lexicon.section("frequencies", "parts")
    for k in range(quantity.last + 1, min(quantity.last + 1 + _FEW, len(reading.tokens))):
        token = reading.tokens[k]
        if token.kind == "stop" or k in reading.numbers:
            return ""
        if any(token.low in words or token.lemma in words for words in parts.values()):
            return token.lemma
    return ""


def _is_only_all(reading: Reading, quantity: Quantity, line: Reading, other: Quantity) -> bool:
    """Whether a text says of each of several things what the evidence says of them all."""
    if quantity.figure.kind != "plain" or other.unit or not is_each(reading, quantity):
        return False
    if len(reading.counts_beside(quantity.first)) < _ENDS or len(line.counts_beside(other.first)) < _ENDS:
        return False
    each = lexicon.words("measures", "each", "words") | lexicon.words("measures", "each", "per")
    before = line.tokens[other.first - 1].low if other.first else ""
    return before not in TIMES and not any(line.tokens[k].low in each for k in line.beside(other.first))


def _is_other_rate(reading: Reading, quantity: Quantity, other: Quantity, number: int, book: Book) -> bool:
    """Whether a text counts by a time that the evidence counts by nowhere near, but gives another time."""
    rate = rate_of(reading, quantity)
    if not rate or quantity.unit or other.unit or rate_of(book.lines[number].reading, other):
        return False
    lines = [line.reading for line in book.lines if line.source is book.lines[number].source]
    rates = {english(period) for line in lines for _, period in find_frequencies(line)}
    rates |= {
        english(each)
        for line in lines
        for q in line.quantities
        for each in (rate_of(line, q), q.unit if q.figure.value == 1 else "")
    }
    return rate not in rates


def _tells_of_others(reading: Reading, quantity: Quantity) -> bool:
    """Whether the sentence of a number itself names somebody else's doing."""
    return any(reading.marks[k].other for k in reading.beside(quantity.first))


def _dates(number: int, near: frozenset[int], book: Book) -> bool:
    """Whether a year on one line can be said of what the others tell: it is on one of them, or heads their role."""
    line = book.lines[number]
    if not near or any(line.source is book.lines[n].source for n in near):
        return True
    return (
        bool(line.entry)
        and any(book.lines[n].entry == line.entry for n in near)
        and (line.header or bool(line.periods))
    )


def _month_agrees(reading: Reading, quantity: Quantity, book: Book, number: int) -> bool:
    """Whether the month before a year is the month the evidence has before it."""
    month = _month_before(reading, quantity)
    if not month:
        return True
    line = book.lines[number]
    months = {
        m for q in line.reading.quantities if q.figure == quantity.figure and (m := _month_before(line.reading, q))
    }
    bounds = {12 * int(quantity.figure.value) + month} & {
        point for period in line.periods for point in (period.start, period.end)
    }
    return month in months or bool(bounds) or (not months and not line.periods)


def _month_before(reading: Reading, quantity: Quantity) -> int:
    for k in range(quantity.first - 1, max(quantity.first - 3, -1), -1):
        token = reading.tokens[k]
        if token.kind in ("stop", "pause"):
            return 0
        if token.low in MONTHS:
            return MONTHS[token.low]
    return 0
