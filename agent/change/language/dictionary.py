"""The dictionary of four languages: which of its rows the words of a text name, so that two texts may be laid side by side.

Why: a row is one thing in four languages; a text says what evidence in another language says where both name one row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from agent.change import lexicon
from agent.change.language.compounds import list_parts
from agent.change.language.inflection import find_verbs, verbs_of_noun
from agent.change.language.lemmas import Language, lemmatise
from agent.change.language.tokens import Token, tokenise

_FEMININE: dict[Language, tuple[tuple[str, str], ...]] = {
    "en": (),
    "de": (("innen", ""), ("in", ""), ("ärztin", "arzt"), ("köchin", "koch"), ("frau", "mann")),
    "fr": (
        ("trices", "teur"),
        ("trice", "teur"),
        ("euses", "eur"),
        ("euse", "eur"),
        ("ières", "ier"),
        ("ière", "ier"),
        ("iennes", "ien"),
        ("ienne", "ien"),
        ("ées", "é"),
        ("ée", "é"),
        ("es", ""),
        ("e", ""),
    ),
    "es": (("oras", "or"), ("ora", "or"), ("as", "o"), ("a", "o"), ("os", "o"), ("es", ""), ("s", "")),
}
"""Endings of nouns and adjectives for women and things, and of many, with the ending a dictionary has instead."""


_STEM = 2


@dataclass(frozen=True, slots=True)
class Wording:
    """Tokens `first` to `last` (inclusive) say what the `rows` of the dictionary say; only in part if it is a `compound`."""

    first: Final[int]
    last: Final[int]
    rows: Final[frozenset[int]]
    compound: Final[bool] = False


def find_wordings(tokens: Sequence[Token], language: Language) -> Iterator[Wording]:
    """What the words of a text name in the dictionary, alone and with those that follow."""
    table = _table(language)
    words = [k for k, token in enumerate(tokens) if token.kind in ("word", "number")]
    for place, at in enumerate(words):
        here = forms_of(tokens[at], language)
        found: set[int] = set()
        for form in here:
            for rest, rows in table.get(form, ()):
                if not rest:
                    found |= rows
                    continue
                span = words[place + 1 : place + 1 + len(rest)]
                if len(span) == len(rest) and _follow(tokens, at, span, rest, language):
                    yield Wording(at, span[-1], rows)
        if found:
            yield Wording(at, at, frozenset(found))
        elif language == "de":
            rows = frozenset(row for part in list_parts(tokens[at].low) for row in rows_of_part(part))
            if rows:
                yield Wording(at, at, rows, compound=True)


def _follow(tokens: Sequence[Token], at: int, span: Sequence[int], rest: Sequence[str], language: Language) -> bool:
    """Whether the words of a span are those of a phrase, with nothing that parts them."""
    if any(tokens[k].kind in ("stop", "pause") for k in range(at, span[-1])):
        return False
    return all(word in forms_of(tokens[k], language) for k, word in zip(span, rest, strict=True))


def forms_of(token: Token, language: Language) -> tuple[str, ...]:
    """What a word may stand as in the dictionary."""
    if language == "en" and token.low.endswith("s") and token.text[:-1].isupper():
        return (token.low, token.low[:-1])
    if language == "en" or token.kind != "word":
        return (token.low,) if token.low == token.lemma else (token.low, token.lemma)
    return _forms(token.text, token.lemma, language)


@lru_cache(maxsize=50_000)
def _forms(text: str, lemma: str, language: Language) -> tuple[str, ...]:
    low = text.lower()
    found = [low, lemma, *find_verbs(text, language), *verbs_of_noun(text, language)]
    known = _table(language)
    for word in (low, lemma):
        for ending, instead in _FEMININE[language]:
            if word.endswith(ending) and len(word) - len(ending) > _STEM and word[: -len(ending)] + instead in known:
                found.append(word[: -len(ending)] + instead)
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=50_000)
def rows_of_part(part: str) -> frozenset[int]:
    """The rows that a part of a German compound names."""
    table = _table("de")
    forms = (part, *verbs_of_noun(part.capitalize(), "de"))
    return frozenset(row for form in forms for rest, rows in table.get(form, ()) if not rest for row in rows)


@cache
def _table(language: Language) -> dict[str, tuple[tuple[tuple[str, ...], frozenset[int]], ...]]:
    """The rows by their first word; with each the words that follow it."""
    at = ("en", "de", "fr", "es").index(language)
    merged: dict[tuple[str, ...], set[int]] = {}
    for number, row in enumerate(lexicon.translation_rows()):
        for phrase in row[at]:
            tokens = [token for token in tokenise(phrase, "en") if token.kind in ("word", "number")]
            if language == "fr":
                tokens = [token for token in tokenise(phrase, "fr") if token.kind in ("word", "number")]
            for words in {tuple(token.low for token in tokens), tuple(_lemma(token, language) for token in tokens)}:
                if words:
                    merged.setdefault(words, set()).add(number)
    found: dict[str, list[tuple[tuple[str, ...], frozenset[int]]]] = {}
    for words, rows in merged.items():
        found.setdefault(words[0], []).append((words[1:], frozenset(rows)))
    return lexicon.kept({first: tuple(each) for first, each in found.items()})


def _lemma(token: Token, language: Language) -> str:
    if token.kind != "word":
        return token.low
    return lemmatise(token.low.capitalize() if language == "de" else token.low, language)
