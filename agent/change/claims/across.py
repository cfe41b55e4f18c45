"""Where evidence in another language says what a text says, by the dictionary."""

from __future__ import annotations

from functools import cache, lru_cache

from agent.change import lexicon
from agent.change.language.compounds import split_compound
from agent.change.language.dictionary import rows_of_part
from agent.change.language.phrases import groups_of
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading
from agent.change.telling.wordings import wordings

Found = dict[int, tuple[Place, ...]]


def find_across(reading: Reading, book: Book) -> Found:
    """The tokens of a text that lines in another language say, and where they do."""
    named: dict[int, list[Place]] = {}
    for number, line in enumerate(book.lines):
        if line.reading.language == reading.language or line.asked:
            continue
        for wording in wordings(line.reading):
            places = [Place(number, k) for k in range(wording.first, wording.last + 1)]
            for row in wording.rows:
                named.setdefault(row, []).extend(places)
    if not named:
        return {}
    found: dict[int, dict[Place, None]] = {}
    for wording in wordings(reading):
        if wording.first == wording.last and wording.first in reading.numbers:
            continue
        places = (
            _of_compound(reading.tokens[wording.first].low, named, book)
            if wording.compound
            else [place for row in wording.rows for place in named.get(row, ())]
        )
        for at in range(wording.first, wording.last + 1) if places else ():
            found.setdefault(at, {}).update(dict.fromkeys(places))
    return {at: tuple(places) for at, places in found.items()}


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


def find_wider(reading: Reading, at: int, book: Book) -> tuple[Place, ...]:
    """Where the evidence names a case of the thing that a noun names ("Obst": apples), one of both in another language than English."""
    if reading.tokens[at].kind != "word" or is_verb_at(reading.tokens, at):
        return ()
    if reading.language == "en" and not any(line.reading.language != "en" for line in book.lines):
        return ()
    ours = _nouns_of(reading).get(at)
    if not ours:
        return ()
    return tuple(
        Place(number, k)
        for number, line in enumerate(book.lines)
        if not line.asked and not line.reading.language == reading.language == "en"
        for k, wide in _wide_of(line.reading).items()
        if not ours.isdisjoint(wide)
    )


@lru_cache(maxsize=4096)
def _nouns_of(reading: Reading) -> dict[int, frozenset[str]]:
    """For each token the English nouns that say what it does."""
    if reading.language == "en":
        return {
            k: frozenset((token.lemma,))
            for k, token in enumerate(reading.tokens)
            if token.kind == "word" and token.lemma in lexicon.nouns()
        }
    nouns = _nouns_of_row()
    return {
        wording.first: frozenset().union(*(nouns[row] for row in wording.rows))
        for wording in wordings(reading)
        if wording.first == wording.last and not wording.compound
    }


@lru_cache(maxsize=4096)
def _wide_of(reading: Reading) -> dict[int, frozenset[str]]:
    """For each token the English nouns that may stand for what it says."""
    related = lexicon.related()
    return {
        k: nouns.union(*(related.get(noun, ()) for noun in nouns)) & lexicon.nouns()
        for k, nouns in _nouns_of(reading).items()
    }


@cache
def _nouns_of_row() -> tuple[frozenset[str], ...]:
    nouns = lexicon.nouns()
    return tuple(frozenset(word for word in row[0] if word in nouns) for row in lexicon.translation_rows())
