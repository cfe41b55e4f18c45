"""How long somebody did something: years that follow from the dates of a role, or of all roles if no single one is named."""

from __future__ import annotations

from collections.abc import Iterator

from agent.change import lexicon
from agent.change.book import Book
from agent.change.periods import MONTHS, tenure_fits
from agent.change.quantity import Quantity
from agent.change.reading import Reading, keys_of

_ENDS = 2
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


def _named(reading: Reading, quantity: Quantity, dated: list[int], book: Book) -> frozenset[int]:
    """Of the dated lines those that the names beside a number of years are of; all if it names none of them, or no part."""
    every = frozenset(dated)
    found: set[int] = set()
    clause = reading.marks[quantity.first].clause
    for k in reading.beside(quantity.first):
        token = reading.tokens[k]
        label = token.kind == "number" and k > 0 and reading.tokens[k - 1].kind == "word" and k not in _years(reading)
        name = token.kind in ("word", "name") and token.capital and token.low not in MONTHS and k != 0
        if abs(reading.marks[k].clause - clause) > 1 or not (name or label):
            continue
        keys = keys_of(token) if token.kind == "word" else {token.low}
        here = {n for n in every if any(_is_name(book, n, at, keys) for at in range(len(book.lines[n].reading.tokens)))}
        if here and here != every:
            found |= here
    return frozenset(found) or every


def _is_name(book: Book, number: int, at: int, keys: frozenset[str | int] | set[str]) -> bool:
    token = book.lines[number].reading.tokens[at]
    return token.low in keys and (token.capital or token.kind == "number")


def _years(reading: Reading) -> frozenset[int]:
    return frozenset(q.first for q in reading.quantities if q.figure.kind == "year" or q.unit)
