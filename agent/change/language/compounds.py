"""German words made of words: "Lieferantenkommunikation" says supplier and communication.

Why: a compound in the evidence bears out each of its parts, and one in a text is borne out where all of its parts are.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import simplemma

from agent.change.language.lemmas import LONGEST_WORD
from agent.change.lexicon import words

_LEFT = 3
_RIGHT = 3
_MOST = 3
_JOINTS = ("", "s", "n", "en", "es", "er", "e")


@lru_cache(maxsize=100_000)
def split_compound(word: str) -> tuple[tuple[str, str], ...]:
    """The ways to part a German word in two known ones, each a dictionary form in lower case; likeliest first."""
    low = word.lower()
    if not low.isalpha() or not _LEFT + _RIGHT < len(low) <= LONGEST_WORD:
        return ()
    found = [(left, right) for at in range(_LEFT, len(low) - _RIGHT + 1) for left, right in _parts(low, at)]
    found.sort(key=lambda pair: -min(len(pair[0]), len(pair[1])))
    return tuple(dict.fromkeys(found))[:_MOST]


def _parts(low: str, at: int) -> Iterator[tuple[str, str]]:
    left, right = low[:at], low[at:]
    if right in words("forms", "no_heads", "de") or left in words("forms", "no_starts", "de"):
        return
    if min(len(left), len(right)) <= _LEFT and not {left, right} & words("forms", "short_parts", "de"):
        return
    head = _noun(right)
    first = _first(left)
    if head and first:
        yield first, head


def _noun(right: str) -> str:
    """The dictionary form of what a compound is, or empty if it is no word."""
    noun = right.capitalize()
    if not simplemma.is_known(noun, lang="de") and not simplemma.is_known(right, lang="de"):
        return ""
    lemma = str(simplemma.lemmatize(noun, lang="de"))
    return lemma.lower()


def _first(left: str) -> str:
    """The dictionary form of what comes before, without the letter that joins it, or empty."""
    for joint in _JOINTS:
        if joint and not left.endswith(joint):
            continue
        stem = left[: len(left) - len(joint)]
        if len(stem) >= _LEFT and simplemma.is_known(stem.capitalize(), lang="de"):
            lemma = str(simplemma.lemmatize(stem.capitalize(), lang="de")).lower()
            return stem if joint and lemma != stem and len(lemma) < _LEFT else lemma
    return left + "en" if simplemma.is_known(left + "en", lang="de") else ""


@lru_cache(maxsize=100_000)
def list_parts(word: str) -> frozenset[str]:
    """All parts of a compound at any depth, in dictionary form."""
    found: set[str] = set()
    for pair in split_compound(word):
        for part in pair:
            found.add(part)
            deeper = split_compound(part)[:1]
            found |= {inner for inners in deeper for inner in inners if min(map(len, inners)) > _LEFT}
    return frozenset(found)
