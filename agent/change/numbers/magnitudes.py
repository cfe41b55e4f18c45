"""How large a number is without saying it: "hundreds of trees", "dozens of farms", "a six-figure budget"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from agent.change import lexicon
from agent.change.numbers.binding import meet
from agent.change.numbers.counted import words_after
from agent.change.numbers.quantity import Quantity
from agent.change.telling.book import Book
from agent.change.telling.reading import Reading

_TWO = 2.0
_NEXT = 20.0
_NOUNS = 4
_DIGITS = range(4, 10)


def find_magnitudes(reading: Reading, book: Book) -> Iterator[int]:
    """Words such as "hundreds" for which the evidence has a number of that size of the same thing."""
    for at, token in enumerate(reading.tokens):
        scale = _scales().get(token.low, 0.0)
        if not scale or at in reading.numbers:
            continue
        nouns = [
            k for k in range(at + 1, min(at + 1 + _NOUNS, len(reading.tokens))) if reading.tokens[k].kind == "word"
        ]
        for line in book.lines:
            for q in line.reading.quantities:
                if (
                    q.figure.kind in ("plain", "money")
                    and not line.reading.marks[q.first].denied
                    and _TWO * scale <= q.figure.value < _NEXT * scale
                    and meet(reading, nouns, line.reading, words_after(line.reading, q) or [q.first])
                ):
                    yield at
                    break


def is_of_digits(reading: Reading, quantity: Quantity, line: Reading) -> bool:
    """Whether a number only says how many digits another has ("six-figure"), and the line has such a number."""
    value = quantity.figure.value
    tail = [token.low for token in reading.tokens[quantity.last + 1 : quantity.last + 3] if token.text != "-"]
    if value not in _DIGITS or not tail or tail[0] not in lexicon.words("measures", "digits", "words"):
        return False
    least = 10 ** (value - 1)
    return any(q.figure.kind in ("money", "plain") and least <= q.figure.value < 10 * least for q in line.quantities)


@cache
def _scales() -> Mapping[str, float]:
    """Words for tens, hundreds and thousands of something, each with its size."""
    return {
        word: lexicon.numbers("measures", "scale_values")[name]
        for name, words in lexicon.section("measures", "scale").items()
        for word in words
    }
