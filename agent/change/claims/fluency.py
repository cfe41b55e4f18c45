"""How well a language is spoken: the level the evidence gives that very language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.telling.book import Book
from agent.change.telling.reading import Reading

_WHY = "The evidence gives this language another level."
_FAR = 5


def find_wrong_fluency(reading: Reading, book: Book) -> Iterator[Doubt]:
    """Levels of a language that are above what the evidence says of it."""
    said = _levels(reading)
    if not said:
        return
    given: dict[str, int] = {}
    for line in book.lines:
        for language, _, height in _levels(line.reading):
            given[language] = max(height, given.get(language, 0))
    for language, at, height in said:
        if language in given and height > given[language] and not reading.marks[at].denied:
            yield Doubt(at, at, _WHY)


@lru_cache(maxsize=4096)
def _levels(reading: Reading) -> tuple[tuple[str, int, int], ...]:
    """The languages of a text with the nearest level said of each, where it stands and how high it is."""
    names, heights = _names(), _heights()
    tongues = [(at, names[token.low]) for at, token in enumerate(reading.tokens) if token.low in names]
    levels = [(at, heights[token.low]) for at, token in enumerate(reading.tokens) if token.low in heights]
    found = []
    for at, height in levels:
        near = [
            (abs(k - at), k < at, k, name)
            for k, name in tongues
            if abs(k - at) <= _FAR and reading.marks[k].sentence == reading.marks[at].sentence
        ]
        if near:
            found.append((_nearest(reading, near, at), at, height))
    return tuple(found)


def _nearest(reading: Reading, near: list[tuple[int, bool, int, str]], at: int) -> str:
    """The language a level belongs to: the nearest without a comma between, the one before it if a colon or bracket joins them."""

    def apart(k: int) -> int:
        between = reading.tokens[min(k, at) + 1 : max(k, at)]
        return sum(token.text in ",;/|" or token.low in ("and", "und", "et", "y") for token in between)

    return min((apart(k), distance, name) for distance, _, k, name in near)[2]


@cache
def _names() -> dict[str, str]:
    """Every name of a language to its English one."""
    found = {}
    for meaning in lexicon.meanings():
        if set(meaning.broader) & {"language"}:
            found.update(dict.fromkeys(meaning.phrases, meaning.phrases[0]))
    return found


@cache
def _heights() -> dict[str, int]:
    levels = lexicon.section("frequencies", "fluency")
    return {word: int(height) for height, words in levels.items() for word in words}
