"""Things that nobody counted but that the evidence names one by one: two routes, three schools, four employers, two years."""

from __future__ import annotations

from collections.abc import Collection

from agent.change import lexicon
from agent.change.numbers.binding import meet
from agent.change.numbers.dated import years_of
from agent.change.numbers.periods import MONTHS
from agent.change.numbers.quantity import Quantity
from agent.change.numbers.rates import english
from agent.change.telling.book import Book, Line
from agent.change.telling.reading import Reading

_FEW = 12
_LEAST = 2
_NOUNS = 3
_LABEL = 3
_HEADERS = 24


def find_tally(
    reading: Reading, quantity: Quantity, nouns: list[int], book: Book, near: Collection[int]
) -> tuple[int, ...]:
    """The lines that name as many different things as a text counts; empty if they name more or fewer."""
    value = quantity.figure.value
    if quantity.figure.kind != "plain" or not _LEAST <= value <= _FEW or value != int(value):
        return ()
    if quantity.unit:
        told = {"year": _told_years, "month": _told_months}.get(english(quantity.unit))
        return told(quantity, book, near) if told else ()
    counted = [k for k in nouns[:_NOUNS] if k > quantity.last]
    if not counted:
        return ()
    if _is_any(reading, counted, "posts"):
        return _headers(book, near, int(value), apart=False)
    if _is_any(reading, counted, "employers"):
        return _headers(book, near, int(value), apart=True)
    for k in counted:
        found = _labels(reading, k, book)
        if len(found) == value:
            return tuple(sorted(set(found.values())))
    if _is_any(reading, counted, "places"):
        headers = _headers(book, near, int(value), apart=True)
        if headers and all(_may_be(reading, counted, book.lines[n]) for n in headers):
            return headers
    return ()


def _is_any(reading: Reading, words: Collection[int], key: str) -> bool:
    named = lexicon.words("measures", "tallied", key)
    return any({reading.tokens[k].low, reading.tokens[k].lemma} & named for k in words)


def _told_years(quantity: Quantity, book: Book, near: Collection[int]) -> tuple[int, ...]:
    """Lines that give figures for so many years, one after the other."""
    years: dict[int, int] = {}
    for n in sorted(near):
        line = book.lines[n].reading
        own = set(years_of(line).values())
        if len(own) == quantity.figure.value == max(own) - min(own) + 1:
            return (n,)
        years.update(dict.fromkeys(own, n))
    if len(years) == quantity.figure.value == max(years) - min(years) + 1:
        return tuple(sorted(set(years.values())))
    return ()


def _told_months(quantity: Quantity, book: Book, near: Collection[int]) -> tuple[int, ...]:
    """A line that gives figures for so many months by their names."""
    for n in sorted(near):
        line = book.lines[n]
        named = {MONTHS[token.low] for token in line.reading.tokens if token.low in MONTHS and token.capital}
        figures = [q for q in line.reading.quantities if q.figure.kind in ("plain", "money", "percent")]
        if not line.periods and len(figures) >= len(named) == quantity.figure.value:
            return (n,)
    return ()


def _labels(reading: Reading, at: int, book: Book) -> dict[str, int]:
    """The names and numbers that the evidence gives things of one kind ("route 14", "Lowfield School"), with their lines."""
    found: dict[str, int] = {}
    for n, line in enumerate(book.lines):
        theirs = line.reading
        if line.asked:
            continue
        for k, token in enumerate(theirs.tokens):
            if token.kind == "word" and not theirs.marks[k].denied and meet(reading, [at], theirs, [k]):
                label = _label(theirs, k)
                if label:
                    found.setdefault(label, n)
    return found


def _label(reading: Reading, at: int) -> str:
    """What tells one thing from others of its kind: a number or letter after it, or the name before it."""
    tokens = reading.tokens
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and (
        following.kind == "number"
        or (len(following.text) == 1 and following.text.isupper())
        or _is_name(reading, at + 1)
    ):
        return following.low
    names = []
    k = at - 1
    while k >= max(at - _LABEL, 0) and tokens[k].kind == "word" and tokens[k].capital and tokens[at].capital:
        names.append(tokens[k].low)
        k -= 1
    return " ".join(reversed(names))


def _is_name(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    return token.kind == "word" and token.capital and reading.tokens[at - 1].capital and token.low not in MONTHS


def _headers(book: Book, near: Collection[int], value: int, *, apart: bool) -> tuple[int, ...]:
    """The lines that date a post each, if they are so many; with `apart` all of different names."""
    dated = [n for n, line in enumerate(book.lines) if line.periods][:_HEADERS]
    for chosen in ([n for n in dated if n in near], dated):
        if len(chosen) != value:
            continue
        names = [_names(book.lines[n]) for n in chosen]
        if not apart or (all(names) and not any(a & b for i, a in enumerate(names) for b in names[i + 1 :])):
            return tuple(chosen)
    return ()


def _names(line: Line) -> frozenset[str]:
    """The names in a line that dates a post: capitals within it that are no month, no title and no kind of place."""
    tokens = line.reading.tokens
    plain = lexicon.words("agency", "organisations") | lexicon.words("titles", "trades", line.reading.language)
    plain |= lexicon.words("titles", "ranks", line.reading.language)
    return frozenset(
        token.low
        for k, token in enumerate(tokens)
        if k
        and token.kind == "word"
        and token.capital
        and token.low not in MONTHS
        and token.low not in lexicon.words("measures", "tallied", "titled")
        and not {token.low, token.lemma} & plain
    )


def _may_be(reading: Reading, nouns: list[int], line: Line) -> bool:
    """Whether a post may have been at a place of the kind said: the line says so, or names no other kind."""
    theirs = line.reading
    kinds = [
        k
        for k, token in enumerate(theirs.tokens)
        if {token.low, token.lemma} & lexicon.words("measures", "tallied", "places")
        and not (token.capital and k + 1 < len(theirs.tokens) and theirs.tokens[k + 1].capital)
    ]
    return not kinds or meet(reading, nouns, theirs, kinds)
