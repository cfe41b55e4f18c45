"""Where evidence in another language says what a text says, by the dictionary."""

from __future__ import annotations

from functools import lru_cache

from agent.change.language.compounds import split_compound
from agent.change.language.dictionary import Wording, find_wordings, rows_of_part
from agent.change.language.phrases import groups_of
from agent.change.telling.book import Book, Place
from agent.change.telling.reading import Reading

Found = dict[int, tuple[Place, ...]]


def find_across(reading: Reading, book: Book) -> Found:
    """The tokens of a text that lines in another language say, and where they do."""
    named: dict[int, list[Place]] = {}
    for number, line in enumerate(book.lines):
        if line.reading.language == reading.language or line.asked:
            continue
        for wording in _wordings(line.reading):
            places = [Place(number, k) for k in range(wording.first, wording.last + 1)]
            for row in wording.rows:
                named.setdefault(row, []).extend(places)
    if not named:
        return {}
    found: dict[int, dict[Place, None]] = {}
    for wording in _wordings(reading):
        places = (
            _of_compound(reading.tokens[wording.first].low, named, book)
            if wording.compound
            else [place for row in wording.rows for place in named.get(row, ())]
        )
        for at in range(wording.first, wording.last + 1) if places else ():
            found.setdefault(at, {}).update(dict.fromkeys(places))
    return {at: tuple(places) for at, places in found.items()}


@lru_cache(maxsize=4096)
def _wordings(reading: Reading) -> tuple[Wording, ...]:
    return tuple(find_wordings(reading.tokens, reading.language))


def _of_compound(word: str, named: dict[int, list[Place]], book: Book) -> list[Place]:
    """Where all parts of a German compound are said on one line."""
    for left, right in split_compound(word):
        head, first = _of_part(right, named, book), _of_part(left, named, book)
        lines = {place.line for place in head} & {place.line for place in first}
        if lines:
            return [place for place in (*head, *first) if place.line in lines]
    return []


def _of_part(part: str, named: dict[int, list[Place]], book: Book) -> list[Place]:
    found = [place for row in rows_of_part(part) for place in named.get(row, ())]
    return found or list(book.index.any_of(groups_of(part, "de"))) or _of_compound(part, named, book)
