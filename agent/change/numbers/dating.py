"""Whether a span of time in a text is one the evidence gives, or several that follow one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.numbers.dated import years_of
from agent.change.numbers.periods import MONTHS, Period, comes_again, ended_in, find_periods
from agent.change.numbers.quantity import Quantity
from agent.change.telling.book import NOW, Book, Line
from agent.change.telling.reading import Reading, keys_of

_WHY = "The evidence does not give this span of time."
_GAP = 3
_ENDS = 2
_LONG = 400
_BETWEEN = frozenset({"between", "zwischen", "entre"})
_AND = frozenset({"and", "und", "et", "y"})
_TO = frozenset({"–", "—", "-", "to", "bis", "à", "a", "until", "till"})


def find_wrong_periods(reading: Reading, book: Book) -> Iterator[tuple[int, int, str]]:
    """Tokens (first, last) of spans of time that no role of the evidence has."""
    known = [period for line in book.lines for period in line.periods]
    yield from _still_said(reading, book, known)
    ours = [period for period in find_periods(reading.text) if period.end is not None]
    compares = any(q.figure.kind != "year" for q in reading.quantities)
    listed = _are_listed(ours, book)
    if not ours or (not known and not listed and (compares or not _are_of_two_times(ours, book))):
        return
    for period in ours:
        if any(_covers(other, period) for other in known) or any(
            _covers(*each) for each in _joined_of(reading, book, period)
        ):
            continue
        years = [q for q in reading.quantities if q.figure.kind == "year"]
        ends = {(period.start - 1) // 12, ((period.end or period.start) - 1) // 12}
        tokens = [q.first for q in years if int(q.figure.value) in ends]
        if tokens:
            yield min(tokens), max(tokens), _WHY


def _are_of_two_times(ours: Sequence[Period], book: Book) -> bool:
    """Whether a span begins and ends with years of two places of the evidence, none of which tells of a start or an end."""
    told = [
        (line, {int(q.figure.value) for q in line.reading.quantities if q.figure.kind == "year"}) for line in book.lines
    ]
    for period in ours:
        start, end = (period.start - 1) // 12, ((period.end or 0) - 1) // 12
        ends = [line for line, years in told if {start, end} & years]
        alone = start != end and not any({start, end} <= years for _, years in told)
        words = {token.low for line in ends for token in line.reading.tokens}
        if (
            alone
            and len({line.source.ref for line in ends}) > 1
            and not words & lexicon.words("measures", "span_ends", "words")
        ):
            return True
    return False


def _are_listed(ours: Sequence[Period], book: Book) -> bool:
    """Whether a span begins and ends with two years that a line lists as two times ("seasons 2014 and 2017")."""
    for line in book.lines if ours else ():
        again = comes_again(line.source.text)
        if again and not line.periods and any((p.start // 12, ((p.end or 0) - 1) // 12) == again for p in ours):
            return True
        years = [q for q in line.reading.quantities if q.figure.kind == "year"]
        for one, other in pairwise(years):
            between = [token.low for token in line.reading.tokens[one.last + 1 : other.first]]
            apart = between in (["and"], [","], [",", "and"], ["&"], ["und"], ["et"], ["y"])
            before = line.reading.tokens[one.first - 1].low if one.first else ""
            if not apart or before in _BETWEEN or other.figure.value - one.figure.value <= 1:
                continue
            ends = (one.figure.value, other.figure.value)
            if any((p.start - 1) // 12 == ends[0] and ((p.end or 0) - 1) // 12 == ends[1] for p in ours):
                return True
    return False


def _joined_of(reading: Reading, book: Book, said: Period) -> Iterator[tuple[Period, Period]]:
    """Spans that follow one another, of lines of which the text names more than their dates, each beside the span said."""
    keys = frozenset().union(*(keys_of(token) for token in reading.tokens if token.kind == "word"))
    named = [line for line in book.lines if line.periods and _is_named(line, keys)]
    return ((joined, said) for joined in _joined([period for line in named for period in line.periods]))


def _is_named(line: Line, keys: frozenset[str | int]) -> bool:
    """Whether a text has a word of a dated line, if it holds more than the dates."""
    small = lexicon.words("classes", "free", line.reading.language)
    told = [token for token in line.reading.tokens if token.kind == "word" and token.low not in small | MONTHS.keys()]
    if not told:
        return True
    return any(keys & keys_of(token) for token in told)


def start_of_range(reading: Reading, quantity: Quantity) -> Quantity:
    """The year that a span of time begins with, for the year that it ends with; any other number for itself."""
    if quantity.figure.kind != "year" or quantity.first <= _ENDS:
        return quantity
    link = reading.tokens[quantity.first - 1].low
    between = reading.tokens[quantity.first - 1 - _ENDS].low in _BETWEEN and link in _AND
    if link not in _TO and not between:
        return quantity
    before = (q for q in reading.counts_beside(quantity.first) if q.figure.kind == "year" and q.last < quantity.first)
    return next((q for q in before if q.last == quantity.first - _ENDS), quantity)


def ranged_years(reading: Reading) -> frozenset[int]:
    """Where the years stand that begin or end a span of time."""
    years = [q for q in reading.quantities if q.figure.kind == "year"]
    if years and find_periods(reading.text):
        return frozenset(q.first for q in years)
    starts = [(q, start_of_range(reading, q)) for q in years]
    return frozenset(k for q, start in starts if start is not q for k in (q.first, start.first))


def _still_said(reading: Reading, book: Book, known: list[Period]) -> Iterator[tuple[int, int, str]]:
    """Years since which a text says that something lasts, where the evidence tells its end."""
    for period in find_periods(reading.text):
        if period.end is not None:
            continue
        year = (period.start - 1) // 12
        alike = [other for other in known if (other.start - 1) // 12 == year]
        if not alike and any(_only_ended(line, year) for line in book.lines):
            yield from ((q.first, q.last, _WHY) for q in reading.quantities if q.figure.value == year)
            continue
        ended = [other for line in book.lines for other in _ended_beside(line) if (other.start - 1) // 12 == year]
        alike = ended if ended and len(alike) <= len(ended) else alike
        alone = any(q.figure.value == year for line in book.lines if not line.periods for q in line.reading.quantities)
        if alike and not alone and all(other.end is not None for other in alike):
            still = [k for k, token in enumerate(reading.tokens) if token.low in NOW]
            said = [(k, k) for k in still] or [(q.first, q.last) for q in reading.quantities if q.figure.value == year]
            yield from ((first, last, _WHY) for first, last in said)


def _only_ended(line: Line, year: int) -> bool:
    """Whether a line tells of a year only that something ended in it ("until the yard closed in 2013")."""
    return not line.periods and year in ended_in(line.reading.text)


def _ended_beside(line: Line) -> list[Period]:
    """The spans of a line that last, as what is said beside it ends them ("since 2019; the office closed in 2021")."""
    told = "" if line.header or len(line.source.text) > _LONG else line.source.text
    began = [period for period in line.periods if period.end is None] if told != line.reading.text else []
    return [
        whole
        for period in began
        for whole in find_periods(told)
        if whole.end is not None and whole.start == period.start
    ]


def _covers(known: Period, said: Period) -> bool:
    """Whether a span lies within a known one, by its years at least where only those are told."""
    start, end = known.start, known.end
    if said.coarse or known.coarse:
        return (said.start - 1) // 12 >= (start - 1) // 12 and (
            end is None or ((said.end or 0) - 1) // 12 <= (end - 1) // 12
        )
    return said.start >= start and (end is None or (said.end or 0) <= end)


def _joined(periods: list[Period]) -> list[Period]:
    """Spans that follow one another without a break, as one."""
    found = []
    ordered = sorted(set(periods), key=lambda p: p.start)
    for i, first in enumerate(ordered):
        end = first.end
        for following in ordered[i + 1 :]:
            if end is None or following.start > end + (_GAP if not following.coarse else 12):
                break
            end = following.end if following.end is None else max(end, following.end)
            found.append(Period(first.start, end, first.coarse or following.coarse))
    return found


def find_misdated(reading: Reading, figures: dict[int, tuple[int, ...]], book: Book) -> list[Doubt]:
    """Numbers said with a year that the evidence has with another year."""
    found = []
    for year in (q for q in reading.quantities if q.figure.kind == "year" and q.first in figures):
        for other in reading.counts_beside(year.first):
            if (
                other.figure.kind == "year"
                or other.first not in figures
                or years_of(reading).get(other.first, year.figure.value) != year.figure.value
                or reading.marks[other.first].clause != reading.marks[year.first].clause
            ):
                continue
            lines = set(figures[other.first])
            dated = {n for n in lines if any(q.figure.kind == "year" for q in book.lines[n].reading.quantities)}
            if lines == dated and not lines & set(figures[year.first]):
                found.append(Doubt(other.first, other.last, "The evidence gives this number for another year."))
    return found
