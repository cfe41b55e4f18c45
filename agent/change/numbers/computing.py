"""Numbers that the evidence does not say but that follow from it: tenures, sums, differences, shares, lengths of lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from agent.change import lexicon
from agent.change.language.units import is_unit
from agent.change.numbers.arithmetic import is_worked_out
from agent.change.numbers.balance import is_balanced
from agent.change.numbers.binding import is_bound, meet
from agent.change.numbers.dated import find_changes
from agent.change.numbers.magnitudes import is_of_digits
from agent.change.numbers.measuring import is_converted
from agent.change.numbers.quantity import Quantity, is_close
from agent.change.numbers.rates import is_reckoned
from agent.change.numbers.sums import may_sum
from agent.change.numbers.tallies import find_tally
from agent.change.numbers.tenures import find_tenure, is_elliptic, is_length
from agent.change.telling.book import Book, Line
from agent.change.telling.reading import Reading

_LONGEST_LIST = 12
_PARTS = 8
_ENDS = 2
_WIDE = 0.25
_HALF_POINT = 0.51
_LOOSE = 0.08
_TIGHT = 0.006


def _is_end(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is an end of "from 5% to 4%", which no difference or sum of the two can be."""
    return quantity.step in ("from", "to") and any(
        {quantity.step, other.step} == {"from", "to"} and other.figure.kind == quantity.figure.kind
        for other in reading.counts_beside(quantity.first)
    )


def find_sources(
    reading: Reading, quantity: Quantity, nouns: list[int], book: Book, near: frozenset[int]
) -> Iterator[int]:
    """The lines from which a number can be computed; nothing if it cannot."""
    figure = quantity.figure
    tally = () if _names_a_kind(reading, quantity) else find_tally(reading, quantity, nouns, book, near)
    if tally:
        yield from tally
        return
    if is_length(quantity) or is_elliptic(reading, quantity):
        tenure = list(find_tenure(reading, quantity, book, near))
        if tenure or quantity.unit:
            yield from tenure
            return
    if figure.kind in ("year", "ordinal", "clock"):
        return
    if _is_end(reading, quantity):
        yield from (n for n in sorted(near) if is_converted(reading, quantity, book.lines[n].reading))
        return
    if _names_a_kind(reading, quantity):
        for number in sorted(near):
            line = book.lines[number]
            if is_of_digits(reading, quantity, line.reading) or is_converted(reading, quantity, line.reading):
                yield number
        return
    for number in sorted(near):
        line = book.lines[number]
        if (
            is_of_digits(reading, quantity, line.reading)
            or is_converted(reading, quantity, line.reading)
            or is_reckoned(reading, quantity, nouns, line.reading)
            or is_balanced(reading, quantity, line.reading)
            or _follows(reading, quantity, nouns, line)
            or is_worked_out(reading, quantity, nouns, line)
        ):
            yield number
            return
    if figure.kind in ("percent", "money"):
        found = tuple(_share(reading, quantity, book, near))
        if found or figure.kind == "percent":
            yield from found
            return
    if figure.value > 1:
        yield from _sum(reading, quantity, nouns, book)


def _names_a_kind(reading: Reading, quantity: Quantity) -> bool:
    """As "5-axis" and "10-key" are names, not counts."""
    following = reading.tokens[quantity.last + 1 : quantity.last + 2]
    return bool(following) and following[0].low == "-" and not quantity.words


def _follows(reading: Reading, quantity: Quantity, nouns: list[int], line: Line) -> bool:
    value, kind = quantity.figure.value, quantity.figure.kind
    held = [
        q
        for q in line.reading.quantities
        if q.figure.kind not in ("year", "ordinal") and not line.reading.marks[q.first].denied
    ]
    every = list(range(len(line.reading.tokens)))
    things = [k for k in nouns if not is_unit(reading.tokens[k])]
    if kind == "plain" and things and not meet(reading, things, line.reading, every):
        return any(is_close(value, q.figure.value + 1, 0) and _others_follow(line.reading, q) for q in held)
    for one, other in combinations(held, 2):
        if (
            (one.unit == other.unit or (one.hours and other.hours))
            and (one.rate == other.rate or not (one.rate and other.rate))
            and _pair_gives(quantity, one, other, _way(reading, quantity))
            and may_sum(reading, quantity, [(line.reading, one), (line.reading, other)])
        ):
            return True
    plain = [
        q for q in held if q.figure.kind == "plain" and is_bound(reading, quantity, nouns, line.reading, q, near=False)
    ]
    if kind == "plain" and len(plain) > _ENDS and is_close(value, sum(q.figure.value for q in plain), 1e-6):
        return may_sum(reading, quantity, [(line.reading, q) for q in plain])
    if any(is_close(value, q.figure.value + 1, 0) and _others_follow(line.reading, q) for q in held):
        return True
    return (
        kind == "plain"
        and 2 <= value <= _LONGEST_LIST
        and value == int(value)
        and not line.periods
        and _list_length(line.reading) == value
    )


def _others_follow(reading: Reading, quantity: Quantity) -> bool:
    """As "with four others" makes five."""
    words = [token.low for token in reading.tokens[quantity.last + 1 : quantity.last + 3]]
    return bool(
        {"others", "other", "colleagues", "autres", "collègues", "compañeros", "kollegen", "weiteren"} & set(words)
    )


def _way(reading: Reading, quantity: Quantity) -> str:
    """Which way a number is said to have gone: down, up, by some amount, or empty if nothing is said to have changed."""
    mark = reading.marks[quantity.first]
    forms = frozenset().union(
        *(
            {reading.tokens[k].low, reading.tokens[k].lemma}
            for k in reading.beside(quantity.first)
            if reading.marks[k].clause == mark.clause
        )
    )
    down, up = (bool(forms & lexicon.section("classes", "direction")[way]) for way in ("down", "up"))
    if down != up:
        return "down" if down else "up"
    return "by" if quantity.step == "by" else ""


def _pair_gives(quantity: Quantity, one: Quantity, other: Quantity, way: str) -> bool:
    """Whether a number follows from two of the evidence: their share, change, difference or sum."""
    if one.unit != other.unit and one.hours and other.hours:
        quantity, one, other = _in_hours(quantity), _in_hours(one), _in_hours(other)
    kind, a, b = quantity.figure.kind, one.figure, other.figure
    if {a.kind, b.kind} == {"plain", "percent"}:
        return kind == "plain" and _says(quantity, a.value * b.value / 100)
    if a.kind != b.kind and min(a.value, b.value) < 1000:
        return False
    high, low = max(a.value, b.value), min(a.value, b.value)
    if kind == "percent" and low > 0:
        change = {"down": (100 * (high - low) / high,), "up": (100 * (high - low) / low,)}
        both = (*change["down"], *change["up"])
        shares = change.get(way, both if way else (*both, 100 * low / high, 100 * high / low))
        if any(_says_share(quantity, share) for share in shares):
            return True
    from_to = {one.step, other.step} & {"from", "to"}
    return kind in (a.kind, b.kind) and (_says(quantity, high - low) or (not from_to and _says(quantity, high + low)))


def _in_hours(quantity: Quantity) -> Quantity:
    return replace(
        quantity, figure=replace(quantity.figure, value=quantity.hours or quantity.figure.value), unit="hour"
    )


def _says(quantity: Quantity, exact: float) -> bool:
    """Whether a number says another, rounded or bounded as it is."""
    value = quantity.figure.value
    if quantity.bound in ("over", "least"):
        return 0 <= exact - value <= _LOOSE * exact
    if quantity.bound == "nearly":
        return 0 <= value - exact <= _LOOSE * exact
    return is_close(value, exact, _LOOSE if quantity.bound == "about" else _TIGHT)


def _says_share(quantity: Quantity, share: float) -> bool:
    """Whether a percentage says a share, rounded, or bounds it as in "more than half" of 57 %."""
    value = quantity.figure.value
    if quantity.bound in ("over", "least"):
        return 0 <= share - value <= _WIDE * value
    return abs(value - share) <= max(_HALF_POINT, (_LOOSE if quantity.bound in ("about", "nearly") else _TIGHT) * share)


def _list_length(reading: Reading) -> int:
    """How many things a line lists ("Denver, Boise and Reno": 3); 0 if it is no list."""
    best = run = 0
    for token in reading.tokens:
        if token.kind == "stop":
            best, run = max(best, run), 0
        elif token.text == "," or token.low in ("and", "&", "und", "et", "y"):
            run += 1
    best = max(best, run)
    return best + 1 if best else 0


def _share(reading: Reading, quantity: Quantity, book: Book, near: frozenset[int]) -> Iterator[int]:
    """What figures that stand on two lines give: a percentage, or of sums in one place what is left or comes to.

    Where something is said to have changed, it must be one thing in two years.
    """
    way = _way(reading, quantity)
    sources = {book.lines[n].source.ref for n in near}
    if way and quantity.figure.kind == "percent":
        for change in find_changes(book, near):
            if len(set(change.lines)) > 1 and _pair_gives(quantity, change.before, change.after, way):
                yield from change.lines
                return
    figures = [
        (n, q)
        for n, line in enumerate(book.lines)
        if line.source.ref in sources
        for q in line.reading.quantities
        if q.figure.kind in ("money", "plain") and q.figure.value >= 2 and not line.reading.marks[q.first].denied
    ]
    for (m, a), (n, b) in combinations(figures[:_PARTS], 2):
        together = quantity.figure.kind == "percent" or book.lines[m].source is book.lines[n].source
        if m != n and together and a.figure.kind == b.figure.kind and _pair_gives(quantity, a, b, way):
            yield from (m, n)
            return


def _sum(reading: Reading, quantity: Quantity, nouns: list[int], book: Book) -> Iterator[int]:
    parts = [
        (number, other)
        for number, line in enumerate(book.lines)
        for other in line.reading.quantities
        if other.figure.kind == quantity.figure.kind
        and not line.reading.marks[other.first].denied
        and is_bound(reading, quantity, nouns, line.reading, other, near=False)
    ][:_PARTS]
    for size in (2, 3, 4):
        for chosen in combinations(parts, size):
            if is_close(sum(q.figure.value for _, q in chosen), quantity.figure.value, 1e-6) and may_sum(
                reading, quantity, [(book.lines[number].reading, q) for number, q in chosen]
            ):
                yield from (number for number, _ in chosen)
                return
