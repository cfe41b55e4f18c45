"""Names in a text: words with capitals, and what joins them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from agent.change import lexicon
from agent.change.claims.titles import calls_somebody, titles
from agent.change.telling.book import Book
from agent.change.telling.reading import Reading, keys_of

INSIDE = frozenset({"&", "of", "and", "the", "de", "del", "der", "des", "la", "le", "-", "'", ".", "l", "d", "y", "et"})
"""Small words that may stand in a name."""
_AT = frozenset({"at", "bei", "beim", "chez"})


@lru_cache(maxsize=4096)
def name_runs(reading: Reading) -> tuple[tuple[int, int], ...]:
    """First and last token of every name: words with capitals, and what joins them."""
    return tuple(_find_runs(reading))


def _find_runs(reading: Reading) -> Iterator[tuple[int, int]]:
    at, tokens = 0, reading.tokens
    while at < len(tokens):
        if not names(reading, at):
            at += 1
            continue
        last = at
        while last + 1 < len(tokens) and (names(reading, last + 1) or _joins(reading, last + 1)):
            last += 1
        while not names(reading, last):
            last -= 1
        yield at, last
        at = last + 1


def names(reading: Reading, at: int) -> bool:
    """Whether a word is part of a name, not a title or the plain beginning of a sentence."""
    token = reading.tokens[at]
    if token.kind != "word" or not token.capital or token.low in _small() or _begins_plainly(reading, at):
        return False
    return token.lemma not in titles() or _ends_name(reading, at)


def _begins_plainly(reading: Reading, at: int) -> bool:
    """Whether a capital is only that of a sentence's first word ("Stonemason with")."""
    tokens = reading.tokens
    alone = at + 1 >= len(tokens) or not tokens[at + 1].capital
    begins = (at == 0 or tokens[at - 1].kind == "stop") and alone
    plain = tokens[at].low in lexicon.related() or tokens[at].low.endswith(("al", "ic", "ary", "ive"))
    return begins and (plain or calls_somebody(tokens[at]))


def _ends_name(reading: Reading, at: int) -> bool:
    """Whether a title word in the plural is part of a firm's name ("Ridley Builders")."""
    token, before = reading.tokens[at], reading.tokens[at - 1 : at]
    return (
        bool(at and before[0].capital and before[0].kind == "word")
        and token.low != token.lemma
        and token.low[-1] == "s"
    )


def _joins(reading: Reading, at: int) -> bool:
    return reading.tokens[at].low in INSIDE - {"and", "the", "y", "et"}


@cache
def _small() -> frozenset[str]:
    return (
        lexicon.words("agency", "determiners")
        | lexicon.words("classes", "limit", "contract")
        | {"i", "we", "at", "in", "depuis", "seit", "desde", "since", "chez", "bei", "en", "als", "comme", "como"}
    )


def is_said_at_another(reading: Reading, run: tuple[int, int], book: Book) -> bool:
    """Whether the evidence has the word before "at X" of a text before "at Y" only ("student at", "porter at")."""
    said = _before_at(reading, run[0])
    if not said:
        return False
    found = False
    for line in book.lines:
        for first, last in name_runs(line.reading):
            if said & _before_at(line.reading, first):
                if line.reading.tokens[last].low == reading.tokens[run[1]].low:
                    return False
                found = True
    return found


def _before_at(reading: Reading, first: int) -> frozenset[str | int]:
    """What the word before "at", "at the" before a name may be found by."""
    k = first - 1
    while k > 0 and reading.tokens[k].low in lexicon.words("agency", "determiners"):
        k -= 1
    return keys_of(reading.tokens[k - 1]) if k > 0 and reading.tokens[k].low in _AT else frozenset()


def works_freely(line: Reading) -> bool:
    """Whether a line tells of work on one's own account or for nothing."""
    return any(token.low in lexicon.words("agency", "free_lance") for token in line.tokens)
