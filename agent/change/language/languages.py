"""Which of the four languages a text is in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from agent.change.language.lemmas import Language, is_known, lemmatise
from agent.change.lexicon import related, section

_SHORT = 3
_FEW = 3
_SEVERAL = 2
_CLOSE = 2.0
_ENOUGH = 4
_BRACKETS = re.compile(r"\([^()]*\)")
_KNOWN: tuple[Language, ...] = ("en", "de", "fr", "es")
_MARKED: dict[Language, frozenset[str]] = {
    "de": frozenset("äöüß"),
    "fr": frozenset("èêçàâîôûœ"),
    "es": frozenset("ñáíóú¿¡"),
}


@lru_cache(maxsize=4096)
def guess_language(text: str, default: Language = "en") -> Language:
    """The likeliest of the four languages by small words, letters with marks and known English words; else `default`."""
    low = _without_loans(text[:2000].lower())
    words = re.findall(r"[^\W\d_]+", low)
    guides = section("forms", "guides")
    points: dict[Language, float] = {language: sum(word in guides[language] for word in words) for language in _KNOWN}
    for language, letters in _MARKED.items():
        points[language] += 1.5 * sum(letter in low for letter in letters)
    long = [word for word in words if len(word) > _SHORT]
    if len(long) <= _FEW and not any(points.values()):
        if default != "en" and len(long) >= _SEVERAL and _known_in_english(long) == 1:
            return default if all(is_known(word, default) for word in long) else "en"
        return default  # a name such as "Kubernetes" tells nothing, and asking every dictionary takes seconds to load
    if long:
        points["en"] += 3 * (_known_in_english(long[:60]) - 0.5)
    points[default] += 0.5
    others = [points[language] for language in _KNOWN[1:]]
    if max(others) > points["en"] and sorted(others)[-2] >= max(others) - _CLOSE:
        for language in _KNOWN[1:]:
            points[language] += 3 * sum(is_known(word, language) for word in long[:60]) / max(len(long[:60]), 1)
    return max(points, key=lambda language: (points[language], language == "en"))


def _without_loans(low: str) -> str:
    """A text without the words of other languages that an English one may hold, and without what it adds in brackets."""
    bare = _BRACKETS.sub(" ", low)
    low = bare if len(bare.split()) >= _ENOUGH else low
    if low.isascii():
        return low
    return " ".join(word for word in low.split() if word.strip(".,;:()") not in section("forms", "guides")["loans"])


def _known_in_english(words: Sequence[str]) -> float:
    """The share of words (at least one) that are English."""
    return sum(word in related() or lemmatise(word, "en") in related() for word in words) / len(words)
