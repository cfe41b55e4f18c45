"""Whether a number of a text follows from the evidence: the same number of the same thing, or one that can be computed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from agent.change.book import Book, Line
from agent.change.figures import Figure
from agent.change.periods import tenure_fits
from agent.change.quantities import Quantity
from agent.change.reading import Reading, gives, keys_of

_REACH = 4
_LISTS = 12


@dataclass(frozen=True, slots=True)
class Count:
    """The verdict on a number: the lines it rests on, or why it is refused."""

    lines: tuple[int, ...] = ()
    why: str = ""


def check_quantity(reading: Reading, quantity: Quantity, book: Book, near: frozenset[int]) -> Count:
    """Judge one number; `near` are the lines the words around it come from."""
    exact, moved, denied = [], False, False
    nouns = _nouns(reading, quantity)
    for number, line in enumerate(book.lines):
        for other in line.reading.quantities:
            if not _same(quantity, other):
                continue
            if line.reading.marks[other.first].denied and not reading.marks[quantity.first].denied:
                denied = True
                continue
            if _bound_to(reading, quantity, nouns, line.reading, other, number in near):
                exact.append(number)
                break
            moved = True
    if exact:
        return Count(tuple(exact))
    derived = tuple(_derived(reading, quantity, nouns, book, near))
    if derived:
        return Count(derived)
    if quantity.figure.value <= 1 and quantity.words:
        return Count(tuple(near))
    if denied:
        return Count(why="The evidence denies this.")
    if moved:
        return Count(why="The evidence gives this number for something else.")
    return Count(why="This number is not in your resume or answers and does not follow from them.")


def _same(ours: Quantity, theirs: Quantity) -> bool:
    a, b = ours.figure, theirs.figure
    if ours.hours and theirs.hours and a.kind == b.kind == "plain":
        equal = _close(ours.hours, theirs.hours, 0.005)
    else:
        equal = _close(a.value, b.value, 0.001 if a.kind != "percent" else 0.011)
    if not equal:
        return bool(ours.bound and _stretches(ours, theirs))
    if not _kinds_agree(a, b):
        return False
    return not (
        (ours.bound in ("over", "least") and theirs.bound not in ("over", "least"))
        or (theirs.bound in ("upto", "under", "nearly") and ours.bound not in ("upto", "under", "nearly", "about"))
    )


def _stretches(ours: Quantity, theirs: Quantity) -> bool:
    """As "over 200" of 212, "nearly 300" of 291, "about 70" of 68."""
    a, b = ours.figure, theirs.figure
    if not _kinds_agree(a, b) or a.value <= 0 or a.kind in ("year", "ordinal") or ours.unit != theirs.unit:
        return False
    share = b.value / a.value
    if ours.bound in ("over", "least"):
        return theirs.bound not in ("upto", "under", "nearly") and 1 < share <= 1.25
    if ours.bound == "nearly":
        return 0.9 <= share < 1
    if ours.bound == "about":
        return 0.93 <= share <= 1.07
    return False


def _kinds_agree(a: Figure, b: Figure) -> bool:
    if a.kind == b.kind:
        return not (a.currency and b.currency and a.currency != b.currency)
    return {a.kind, b.kind} in ({"plain", "ordinal"}, {"plain", "year"})


def _close(a: float, b: float, share: float) -> bool:
    return abs(a - b) <= share * max(abs(a), abs(b), 1e-9)


def _nouns(reading: Reading, quantity: Quantity) -> list[int]:
    """The words after a number that say what it counts, or those before it where none follow."""
    return _after(reading, quantity) or _before(reading, quantity)


def _after(reading: Reading, quantity: Quantity) -> list[int]:
    found: list[int] = []
    numbers = {k for q in reading.quantities for k in range(q.first, q.last + 1)}
    for k in range(quantity.last + 1, min(quantity.last + 8, len(reading.tokens))):
        token = reading.tokens[k]
        if (
            token.kind in ("stop", "pause", "number")
            or k in numbers
            or token.low in ("and", "und", "et", "y", "to", "with", "using", "from", "for", "while", "by")
        ):
            break
        if token.kind == "word" and token.low not in _SMALL:
            found.append(k)
        if len(found) == 3:
            break
    return found


def _before(reading: Reading, quantity: Quantity) -> list[int]:
    found: list[int] = []
    for k in range(quantity.first - 1, max(quantity.first - 7, -1), -1):
        token = reading.tokens[k]
        if token.kind == "stop" and token.text != ":":
            break
        if token.kind == "word" and token.low not in _SMALL:
            found.append(k)
        if len(found) == _REACH:
            break
    return found


_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "over",
        "under",
        "about",
        "more",
        "than",
        "up",
        "to",
        "and",
        "or",
        "by",
        "per",
        "each",
        "every",
        "was",
        "were",
        "is",
        "are",
        "our",
        "my",
        "its",
        "with",
        "from",
        "new",
        "other",
        "all",
        "total",
        "der",
        "die",
        "das",
        "ein",
        "eine",
        "von",
        "und",
        "de",
        "la",
        "le",
        "les",
        "des",
        "du",
        "el",
        "los",
        "las",
        "un",
        "una",
    ]
)


def _bound_to(reading: Reading, ours: Quantity, nouns: list[int], other: Reading, theirs: Quantity, near: bool) -> bool:
    """Whether both numbers count the same thing."""
    if ours.figure.kind == "year":
        return True
    keys = gives(other)[0]
    after = _after(other, theirs)
    window = after if after and ours.figure.kind == "plain" else [*after, *_before(other, theirs)]
    if ours.figure.kind in ("money", "percent"):
        window = [k for k in range(len(other.tokens)) if other.marks[k].sentence == other.marks[theirs.first].sentence]
        nouns = [*nouns, *_before(reading, ours)]
    if not window or not nouns:
        return True
    given = frozenset().union(*(keys[k] for k in window))
    for k in nouns:
        token = reading.tokens[k]
        if (
            keys_of(token) & given
            or "=" + token.lemma in given
            or _groups(reading, k) & given
        ):
            return True
    if ours.hours and theirs.hours:
        return True
    if ours.unit or theirs.unit:
        return False
    return near and not after and ours.figure.kind == "plain"


def _groups(reading: Reading, at: int) -> frozenset[int]:
    return frozenset().union(*(phrase.groups for phrase in reading.phrases if phrase.first <= at <= phrase.last))


def _derived(reading: Reading, quantity: Quantity, nouns: list[int], book: Book, near: frozenset[int]) -> Iterator[int]:
    """Lines from which the number can be computed: tenures, sums, differences, shares, lengths of lists."""
    value, kind = quantity.figure.value, quantity.figure.kind
    if quantity.unit in ("year", "month", "yr", "jahr", "an", "année", "año", "monat", "mois", "mes"):
        years = quantity.hours / 8766.0
        dated = [(n, line) for n, line in enumerate(book.lines) if line.periods]
        for n, line in dated:
            if tenure_fits(years, quantity.bound, line.periods):
                yield n
                return
        if tenure_fits(years, quantity.bound, [period for _, line in dated for period in line.periods]):
            yield dated[0][0]
            return
    lines = sorted(near) or range(len(book.lines))
    for n in lines:
        if _follows_in(value, kind, quantity, book.lines[n]):
            yield n
            return
    if kind in ("plain", "money") and value > 1:
        yield from _summed(reading, quantity, nouns, book)


def _follows_in(value: float, kind: str, quantity: Quantity, line: Line) -> bool:
    figures = [q.figure for q in line.reading.quantities if q.figure.kind not in ("year", "ordinal")]
    loose = 0.08 if quantity.bound in ("about", "nearly", "over") else 0.006
    for a, b in combinations(figures, 2):
        if a.kind != b.kind:
            if (
                {a.kind, b.kind} == {"plain", "percent"}
                and kind == "plain"
                and _close(value, a.value * b.value / 100, loose)
            ):
                return True
            continue
        high, low = max(a.value, b.value), min(a.value, b.value)
        if kind == "percent" and high > 0 and low > 0:
            shares = (100 * (high - low) / high, 100 * (high - low) / low, 100 * low / high, 100 * high / low)
            if any(abs(value - share) <= max(0.51, loose * share) for share in shares):
                return True
        if kind == a.kind and (_close(value, high - low, loose) or _close(value, high + low, loose)):
            return True
    if (
        kind == "plain"
        and len(figures) > 2
        and _close(value, sum(f.value for f in figures if f.kind == "plain"), 0.001)
    ):
        return True
    return kind == "plain" and 2 <= value <= _LISTS and value == int(value) and _list_length(line.reading) == value


def _list_length(reading: Reading) -> int:
    """How many things a line lists ("Denver, Boise and Reno": 3); 0 if it is no list."""
    best, run = 0, 0
    for token in reading.tokens:
        if token.kind == "stop":
            best, run = max(best, run), 0
        elif token.text == "," or token.low in ("and", "&", "und", "et", "y"):
            run += 1
    best = max(best, run)
    return best + 1 if best else 0


def _summed(reading: Reading, quantity: Quantity, nouns: list[int], book: Book) -> Iterator[int]:
    parts: list[tuple[int, float]] = []
    for n, line in enumerate(book.lines):
        for other in line.reading.quantities:
            if (
                other.figure.kind == quantity.figure.kind
                and not line.reading.marks[other.first].denied
                and _bound_to(reading, quantity, nouns, line.reading, other, near=False)
            ):
                parts.append((n, other.figure.value))
    parts = parts[:8]
    for size in (2, 3, 4):
        for chosen in combinations(parts, size):
            if _close(sum(value for _, value in chosen), quantity.figure.value, 0.001):
                yield from (n for n, _ in chosen)
                return
