"""How long somebody did something: years that follow from the dates of a role, or of all roles if no single one is named."""

from __future__ import annotations

from collections.abc import Iterator

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.claims.names import name_runs
from agent.change.numbers.periods import MONTHS, tenure_fits
from agent.change.numbers.quantity import Quantity
from agent.change.telling.book import Book, Place
from agent.change.telling.reading import Reading, keys_of

_NOT_THERE = "The evidence does not give this time for it."
_YEARS = frozenset(["year", "jahr", "an", "année", "año"])
_ONE = frozenset(["a", "one", "ein", "einem", "un", "une"])
_BOUNDS = {
    "over": "over",
    "than": "over",
    "for": "",
    "nearly": "nearly",
    "almost": "nearly",
    "about": "about",
    "full": "",
    "über": "over",
    "seit": "",
    "pendant": "",
    "durante": "",
}
_ENDS = 2
_REACH = 4
_TITLE = 5
_YEAR = 8766.0
_LENGTHS = frozenset(
    [
        "decade",
        "jahrzehnt",
        "décennie",
        "década",
        "year",
        "yr",
        "yrs",
        "month",
        "mo",
        "jahr",
        "monat",
        "an",
        "année",
        "mois",
        "año",
        "mes",
    ]
)


def is_length(quantity: Quantity) -> bool:
    """Whether a number counts years or months."""
    return quantity.unit in _LENGTHS


def is_elliptic(reading: Reading, quantity: Quantity) -> bool:
    """A second number of years in a sentence that has named the unit before ("nine years there, six of them as lead")."""
    if quantity.unit or quantity.figure.kind != "plain":
        return False
    before = [q for q in reading.counts_beside(quantity.first) if q.last < quantity.first]
    following = reading.tokens[quantity.last + 1 : quantity.last + 3]
    small = lexicon.words("measures", "elliptic", "words")
    return any(is_length(q) for q in before) and bool(following) and following[0].low in small


def find_tenure(reading: Reading, quantity: Quantity, book: Book, near: frozenset[int]) -> Iterator[int]:
    """The lines by whose dates somebody did something for so many years; nothing if the dates give other lengths."""
    years = (quantity.hours or quantity.figure.value * _YEAR) / _YEAR
    dated = [(number, line) for number, line in enumerate(book.lines) if line.periods]
    entries = {book.lines[number].entry for number in near} - {""}
    named = _named(reading, quantity, [number for number, _ in dated], book)
    named = _titled(reading, quantity, named, book)
    for number, line in dated:
        if number not in named:
            continue
        if tenure_fits(years, quantity.bound, line.periods) and (
            not entries or line.entry in entries or not line.entry
        ):
            yield number
            return
    for number in sorted(near):
        source = book.lines[number].source
        told = sorted(
            {
                q.figure.value
                for line in book.lines
                if line.source is source
                for q in line.reading.quantities
                if q.figure.kind == "year"
            }
        )
        if len(told) == _ENDS and told[1] - told[0] == years:
            yield number
            return
    if tenure_fits(years, quantity.bound, [period for n, line in dated if n in named for period in line.periods]):
        yield from (n for n, _ in dated if n in named)


def _titled(reading: Reading, quantity: Quantity, named: frozenset[int], book: Book) -> frozenset[int]:
    """Of dated lines those with all words of the title after "years as a …", if any line has them all."""
    title = frozenset[str]()
    for k in range(quantity.last + 1, min(quantity.last + _TITLE, len(reading.tokens))):
        if reading.tokens[k].low in lexicon.words("measures", "elliptic", "titled"):
            end = next((j for j in range(k + 1, len(reading.tokens)) if reading.tokens[j].kind != "word"), None)
            small = lexicon.words("classes", "free", reading.language)
            title = frozenset(token.lemma for token in reading.tokens[k + 1 : end] if token.low not in small)
            break
    whole = {n for n in named if title <= {token.lemma for token in book.lines[n].reading.tokens}}
    return frozenset(whole) if title and whole else named


def find_misbound(reading: Reading, book: Book) -> Iterator[Doubt]:
    """Years and lengths of time that the evidence gives for the trade as a whole, or for no role, put to one employer."""
    lengths = [q for q in reading.quantities if is_length(q) or q.figure.kind == "year"]
    runs = name_runs(reading) if lengths else ()
    for q in lengths:
        mark = reading.marks[q.first]
        beside = [
            (first, last)
            for first, last in runs
            if reading.marks[first].sentence == mark.sentence
            and reading.tokens[first].low not in MONTHS
            and not (first == 0 or reading.tokens[first - 1].kind == "stop")
        ]
        if len(beside) == 1 and reading.marks[beside[0][0]].clause == mark.clause:
            low = reading.tokens[beside[0][1]].low
            places = [
                place for place in book.index[low] if book.lines[place.line].reading.tokens[place.token].low == low
            ]
            if places and all(_has_its_own(q, book, place) for place in places):
                yield Doubt(q.first, q.last, _NOT_THERE)
    yield from _never_a_year(reading, book)


def _has_its_own(quantity: Quantity, book: Book, place: Place) -> bool:
    """Whether the part of a line with a name has a shorter time or later start of its own, and another part the one meant."""
    source = book.lines[place.line].source
    lines = [line.reading for line in book.lines if line.source is source]
    line = book.lines[place.line].reading
    clause = line.marks[place.token].clause
    part = [token.low for k, token in enumerate(line.tokens) if line.marks[k].clause == clause]
    year = quantity.figure.kind == "year"
    told = [
        (q.figure.value, each is line and each.marks[q.first].clause == clause)
        for each in lines
        for q in each.quantities
        if (q.figure.kind == "year" if year else is_length(q) or (not q.unit and q.figure.kind == "plain"))
    ]
    own = [value for value, here in told if here]
    value = quantity.figure.value
    if not own or not any(other == value and not here for other, here in told):
        return False
    if year:
        return value < min(own) and not set(part) & lexicon.words("measures", "elliptic", "leaving")
    return value > max(own) and any(is_length(q) and q.figure.value == value for each in lines for q in each.quantities)


def _never_a_year(reading: Reading, book: Book) -> Iterator[Doubt]:
    """As "over a year" of what lasted some months."""
    tokens = reading.tokens
    for at in range(2, len(tokens)):
        if tokens[at].lemma not in _YEARS or tokens[at - 1].low not in _ONE:
            continue
        bound = _BOUNDS.get(tokens[at - 2].low)
        dated = [line for line in book.lines if line.periods]
        if (
            bound is None
            or not dated
            or any(token.lemma in _YEARS for line in book.lines for token in line.reading.tokens)
        ):
            continue
        if not tenure_fits(1.0, bound, [period for line in dated for period in line.periods]):
            yield Doubt(at - 1, at, _NOT_THERE)


def _named(reading: Reading, quantity: Quantity, dated: list[int], book: Book) -> frozenset[int]:
    """Of the dated lines those that the names beside a number of years are of; all if it names none of them, or no part."""
    every = frozenset(dated)
    found: set[int] = set()
    clause = reading.marks[quantity.first].clause
    in_all = _counts_experience(reading, quantity)
    for k in reading.beside(quantity.first):
        token = reading.tokens[k]
        if in_all and not (
            reading.marks[k].clause == clause
            and reading.tokens[k - 1].low in lexicon.words("measures", "elliptic", "at")
        ):
            continue
        label = token.kind == "number" and k > 0 and reading.tokens[k - 1].kind == "word" and k not in _years(reading)
        name = token.kind in ("word", "name") and token.capital and token.low not in MONTHS and k != 0
        if abs(reading.marks[k].clause - clause) > 1 or not (name or label):
            continue
        keys = keys_of(token) if token.kind == "word" else {token.low}
        here = {n for n in every if any(_is_name(book, n, at, keys) for at in range(len(book.lines[n].reading.tokens)))}
        if here and here != every:
            found |= here
    return frozenset(found) or every


def _counts_experience(reading: Reading, quantity: Quantity) -> bool:
    """Whether years are those of all roles ("with nine years of experience, currently at …")."""
    following = reading.tokens[quantity.last + 1 : quantity.last + 1 + _REACH]
    return any(token.low in lexicon.words("measures", "elliptic", "experience") for token in following)


def _is_name(book: Book, number: int, at: int, keys: frozenset[str | int] | set[str]) -> bool:
    token = book.lines[number].reading.tokens[at]
    return token.low in keys and (token.capital or token.kind == "number")


def _years(reading: Reading) -> frozenset[int]:
    return frozenset(q.first for q in reading.quantities if q.figure.kind == "year" or q.unit)
