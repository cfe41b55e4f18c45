"""Numbers of the evidence in the order of time: what something was before and what it became."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from agent.change import lexicon
from agent.change.numbers.counted import words_after, words_before
from agent.change.numbers.periods import MONTHS
from agent.change.numbers.quantity import TIME, Quantity
from agent.change.telling.book import Book
from agent.change.telling.reading import Reading

_MOST = 8
_EARLIER = frozenset({"from", "instead", "statt", "before", "von", "de", "desde"})
_IN_PLACE_OF = (
    ["rather", "than"],
    ["instead", "of"],
    ["anstelle", "von"],
    ["plutôt", "que"],
    ["lieu", "de"],
    ["vez", "de"],
)


@dataclass(frozen=True, slots=True)
class Change:
    """What something was and what it became, and the lines of the book that say so."""

    before: Quantity
    after: Quantity
    lines: tuple[int, ...]

    @property
    def values(self) -> tuple[float, float]:
        """Before and after; both in hours if they are lengths of time."""
        if self.before.hours and self.after.hours:
            return self.before.hours, self.after.hours
        return self.before.figure.value, self.after.figure.value

    @property
    def ratio(self) -> float:
        """How many times as much it became; 0 where nothing was before."""
        before, after = self.values
        return after / before if before else 0.0


@lru_cache(maxsize=4096)
def years_of(reading: Reading) -> dict[int, int]:
    """The year of each number of a line, by its first token; numbers whose year is not told are left out."""
    found: dict[int, int] = {}
    sentences = {reading.marks[q.first].sentence for q in reading.quantities}
    for sentence in sentences:
        here = [q for q in reading.quantities if reading.marks[q.first].sentence == sentence]
        years = [q for q in here if q.figure.kind == "year"]
        counts = [q for q in here if q.figure.kind not in ("year", "ordinal")]
        if not years or not counts:
            continue
        leads = years[0].first < counts[0].first
        for q in counts:
            beside = [y for y in years if (y.first < q.first if leads else y.first > q.first)]
            nearest = (beside[-1] if leads else beside[0]) if beside else years[0] if len(years) == 1 else None
            if nearest is not None:
                found[q.first] = int(nearest.figure.value)
    return found


def find_changes(book: Book, lines: Collection[int]) -> list[Change]:
    """What changed by the numbers of some lines and of what stands beside them; the same thing on two lines only if both are dated."""
    sources = {book.lines[n].source.ref for n in lines}
    held = [
        (n, q)
        for n, line in enumerate(book.lines)
        if line.source.ref in sources
        for q in line.reading.quantities
        if q.figure.kind not in ("year", "ordinal")
        and (not line.reading.marks[q.first].denied or _is_replaced(line.reading, q))
    ][:_MOST]
    found = []
    for i, (m, a) in enumerate(held):
        for n, b in held[i + 1 :]:
            change = _change(book, m, a, n, b)
            if change is not None:
                found.append(change)
    return found


def _change(book: Book, m: int, a: Quantity, n: int, b: Quantity) -> Change | None:
    one, other = book.lines[m], book.lines[n]
    if a.figure.kind != b.figure.kind and "plain" not in (a.figure.kind, b.figure.kind):
        return None
    year, later = _moment(one.reading, a), _moment(other.reading, b)
    apart = one.source is not other.source
    dated = bool(year and later and year != later)
    if apart and not (dated and a.figure.kind == b.figure.kind and a.unit == b.unit and _same_thing(book, m, a, n, b)):
        return None
    turned = year > later if dated else not apart and _is_earlier(other.reading, b) and not _is_earlier(one.reading, a)
    if turned:
        return Change(b, a, (n, m))
    return Change(a, b, (m, n))


def _moment(reading: Reading, quantity: Quantity) -> int:
    """When a number was so, in months where the month is told, else the year's first; 0 if neither is."""
    year = years_of(reading).get(quantity.first, 0)
    if not year:
        return 0
    at = next((q.first for q in reading.quantities if q.figure.kind == "year" and q.figure.value == year), 0)
    month = MONTHS.get(reading.tokens[at - 1].low, 0) if at else 0
    return 12 * year + month


def _is_earlier(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is said to be what was before, as in "45, down from 60"."""
    before = reading.tokens[quantity.first - 1].low if quantity.first else ""
    return quantity.step == "from" or before in _EARLIER or _is_replaced(reading, quantity)


def _is_replaced(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is denied only because another came in its place ("rather than two")."""
    return [token.low for token in reading.tokens[max(quantity.first - 2, 0) : quantity.first]] in _IN_PLACE_OF


def _same_thing(book: Book, m: int, a: Quantity, n: int, b: Quantity) -> bool:
    """Whether the words around two numbers of two lines tell of the same thing."""
    one, other = book.lines[m].reading, book.lines[n].reading
    mine, theirs = set(_around(one, a)), set(_around(other, b))
    shared = {one.tokens[k].lemma for k in mine} & {other.tokens[k].lemma for k in theirs}
    alone = len(mine) - len(shared), len(theirs) - len(shared)
    return bool(shared) and min(alone) <= len(shared)


def _around(reading: Reading, quantity: Quantity) -> Iterator[int]:
    free = lexicon.words("classes", "free", reading.language)
    for k in (*words_before(reading, quantity), *words_after(reading, quantity)):
        token = reading.tokens[k]
        if token.low not in free and k not in reading.numbers and token.lemma not in TIME:
            yield k
