"""Whether a word of a text in another language than the evidence's may be the translation of a word nobody has listed."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache

from agent.change import lexicon
from agent.change.language.compounds import list_parts, split_compound
from agent.change.language.dictionary import rows_of_part
from agent.change.language.lemmas import Language, lemmatise
from agent.change.language.phrases import groups_of
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading, groups_at

_SHORT = 3
_ALIKE = 5
_SHARE = 0.6
_SPREAD = 2
_COMPOUND = 9
_LONGEST = 3


def is_foreign(reading: Reading, book: Book) -> bool:
    """Whether a text is in a language that none of the evidence is in."""
    return bool(book.languages) and reading.language not in book.languages


def may_translate(
    reading: Reading, at: int, doubted: Collection[int], places: Sequence[tuple[Place, ...]], book: Book
) -> bool:
    """Whether the lines that bear out the words beside have one left over that is, or may be, what this word says.

    A word that only ends otherwise in the other language ("intravenous", "intravenosa") is the same word. A noun may be the
    translation of an unlisted word only: what is listed means what its row says or something more general, never a case of it.
    """
    lines = {place.line for k in reading.beside(at) for place in places[k]}
    left = list(_left_over(lines, places, book))
    if any(_is_said(reading, at, book.lines[n].reading, k) for n, k in (*left, *_compounds(lines, book))):
        return True
    if is_verb_at(reading.tokens, at):
        known = bool(groups_at(reading, at))
        return any(not (known and groups_at(book.lines[n].reading, k)) for n, k in left)
    unlisted = sum(not _is_listed(book.lines[n].reading, k, reading.language) for n, k in left)
    unlisted += sum(_is_partly_listed(book.lines[n].reading.tokens[k].low) for n, k in _compounds(lines, book))
    spread = 1 if groups_at(reading, at) else _SPREAD
    waiting = sorted(k for k in doubted if reading.marks[k].sentence == reading.marks[at].sentence)
    if not unlisted or _count_runs(waiting) <= unlisted * spread:
        return unlisted > 0
    untold = [k for k in waiting if not any(_is_said(reading, k, book.lines[n].reading, other) for n, other in left)]
    return _count_runs(untold) <= unlisted * spread


def _count_runs(places: Sequence[int]) -> int:
    """How many things adjoining words name, of which two or three are said by one word of another language ("jumble sale")."""
    runs, first, last = 0, -_LONGEST, -_LONGEST
    for k in places:
        if k != last + 1 or k - first >= _LONGEST:
            runs, first = runs + 1, k
        last = k
    return runs


@lru_cache(maxsize=20_000)
def _is_partly_listed(word: str) -> bool:
    """Whether only one part of a German compound is in the dictionary ("Kieswerk")."""
    known = [bool(rows_of_part(part)) for pair in split_compound(word)[:1] for part in pair]
    return any(known) and not all(known) and not rows_of_part(word)


def _is_said(reading: Reading, at: int, line: Reading, other: int) -> bool:
    return _look_alike(reading.tokens[at].low, line.tokens[other].low) or _says(reading, at, line, other)


def _left_over(lines: Collection[int], places: Sequence[tuple[Place, ...]], book: Book) -> Iterator[tuple[int, int]]:
    """Words of lines (line, token) that bear out nothing of a text."""
    used = {place for found in places for place in found}
    for number in lines:
        line = book.lines[number].reading
        small = lexicon.words("classes", "free", line.language)
        for k, token in enumerate(line.tokens):
            if token.kind != "word" or len(token.low) <= _SHORT or {token.low, token.lemma} & small:
                continue
            if Place(number, k) not in used and not line.marks[k].denied:
                yield number, k


def _compounds(lines: Collection[int], book: Book) -> Iterator[tuple[int, int]]:
    """Long German words, of which a text may say one part with each of its words ("Ruderverein", "rowing club")."""
    for number in lines:
        line = book.lines[number].reading
        if line.language == "de":
            yield from ((number, k) for k, token in enumerate(line.tokens) if len(token.low) >= _COMPOUND)


def _is_listed(line: Reading, at: int, language: Language) -> bool:
    """Whether it is known what a word of the evidence is in the language of the text."""
    token = line.tokens[at]
    if groups_at(line, at):
        return True
    table = _english(language if line.language == "en" else line.language)
    if line.language == "en":
        return any(token.lemma in english for english in table.values())
    if line.language == "de" and any(right in table for _, right in split_compound(token.low)):
        return True
    return bool({token.low, token.lemma} & table.keys())


def _says(reading: Reading, at: int, line: Reading, other: int) -> bool:
    """Whether one word, put into English, is or may stand for the other."""
    if reading.language == line.language:
        return False
    ours, theirs = _in_english(reading, at), _in_english(line, other)
    if any(word in lexicon.related().get(word_of, ()) or word == word_of for word in ours for word_of in theirs):
        return True
    if reading.language != "en":
        return False
    groups = groups_at(line, other)
    near = lexicon.stands_for().get(reading.tokens[at].lemma, ())
    return bool(groups) and any(groups & groups_of(word, "en") for word in near)


def _in_english(reading: Reading, at: int) -> frozenset[str]:
    token = reading.tokens[at]
    if reading.language == "en":
        return frozenset({token.lemma, token.low})
    table = _english(reading.language)
    found = table.get(token.low, frozenset()) | table.get(token.lemma, frozenset())
    if reading.language == "de" and not found:
        return found.union(*(table.get(part, ()) for part in list_parts(token.low)))
    return found


@cache
def _english(language: Language) -> dict[str, frozenset[str]]:
    """The words of a language, in dictionary form too, to what they are in English."""
    found = dict(lexicon.translations(language))
    for word, english in lexicon.translations(language).items():
        lemma = lemmatise(word.capitalize() if language == "de" else word, language)
        found[lemma] = found.get(lemma, frozenset()) | english
    return found


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
