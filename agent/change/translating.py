"""Whether a word of a text in another language than the evidence's may be the translation of a word nobody has listed."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from agent.change import lexicon
from agent.change.book import Book, Place
from agent.change.marks import is_verb_at
from agent.change.reading import Reading, groups_at
from agent.change.tokens import Token

_SHORT = 3
_ALIKE = 5
_SHARE = 0.6
_SPREAD = 2


def may_translate(
    reading: Reading, at: int, doubted: Collection[int], places: Sequence[tuple[Place, ...]], book: Book
) -> bool:
    """Whether the lines that bear out the words beside have one left over that is, or may be, what this word says.

    Where the lexicon knows both, it would have told that they mean the same. A word that only ends otherwise in the other
    language ("intravenous", "intravenosa") is the same word.
    """
    lines = {place.line for k in reading.beside(at) for place in places[k]}
    left = list(_left_over(lines, places, book))
    if any(_look_alike(reading.tokens[at].low, token.low) for token, _ in left):
        return True
    known = bool(groups_at(reading, at))
    waiting = sum(reading.marks[k].sentence == reading.marks[at].sentence for k in doubted)
    unlisted = sum(not (known and listed) for _, listed in left)
    return unlisted > 0 and (is_verb_at(reading.tokens, at) or unlisted * _SPREAD >= waiting)


def _left_over(lines: Collection[int], places: Sequence[tuple[Place, ...]], book: Book) -> Iterator[tuple[Token, bool]]:
    """Words of lines that bear out nothing of a text, each with whether the lexicon knows it."""
    used = {place for found in places for place in found}
    for number in lines:
        line = book.lines[number].reading
        small = lexicon.words("classes", "free", line.language)
        for k, token in enumerate(line.tokens):
            if token.kind != "word" or len(token.low) <= _SHORT or {token.low, token.lemma} & small:
                continue
            if Place(number, k) not in used and not line.marks[k].denied:
                yield token, bool(groups_at(line, k))


@lru_cache(maxsize=20_000)
def _look_alike(word: str, other: str) -> bool:
    """Whether two words of different languages begin alike for the most part."""
    one, two = _plain(word), _plain(other)
    shared = 0
    while shared < min(len(one), len(two)) and one[shared] == two[shared]:
        shared += 1
    return shared >= _ALIKE and shared >= _SHARE * min(len(one), len(two))


@lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    """A word without accents and doubled letters."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", word.lower()) if letter.isalpha())
    return "".join(letter for k, letter in enumerate(bare) if k == 0 or bare[k - 1] != letter)
