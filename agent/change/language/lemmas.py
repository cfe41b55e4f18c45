"""Words as dictionary forms and families, in four languages."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

import simplemma

from agent.change.lexicon import related, words

Language = Literal["en", "de", "fr", "es"]

LONGEST_WORD = 60


@lru_cache(maxsize=100_000)
def lemmatise(word: str, language: Language) -> str:
    """The dictionary form of `word`, lower case."""
    if len(word) > LONGEST_WORD:
        return word.lower()
    low = word.lower().replace("’", "'")
    if low.endswith("'s"):
        low = word = low[:-2]
    if language == "de":
        lemma = str(simplemma.lemmatize(word, lang="de")).lower()
        if word[:1].isupper() and simplemma.is_known(word, lang="de"):
            bare = str(simplemma.lemmatize(low, lang="de")).lower()
            return bare if lemma == low and bare != low and low.startswith(bare) else lemma
        return lemma if lemma != word.lower() else str(simplemma.lemmatize(word.lower(), lang="de")).lower()
    lemma = str(simplemma.lemmatize(low, lang=language)).lower()
    return _settle(_past().get(low) or _known(low, lemma)) if language == "en" else lemma


def _known(low: str, lemma: str) -> str:
    """The lemma, or where no dictionary has it the verb or noun that its ending leaves ("developed": not "develope")."""
    known = related()
    if lemma in known or (low in known and not low.endswith(("ed", "ing"))):
        return lemma
    for ending, instead in (("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("es", ""), ("s", "")):
        if low.endswith(ending) and low[: -len(ending)] + instead in known:
            return low[: -len(ending)] + instead
    return lemma


def _settle(lemma: str) -> str:
    """One spelling for British and American words, and for verbs that double their last letter."""
    known = related()
    if len(lemma) > 4 and lemma[-1] == lemma[-2] and lemma not in known and lemma[:-1] in known:
        lemma = lemma[:-1]
    for british, american in _spelling():
        if lemma.endswith(british):
            other = lemma[: -len(british)] + american
            if other in known:
                return other
    return lemma


@lru_cache(maxsize=100_000)
def is_known(word: str, language: Language) -> bool:
    """Whether a dictionary of the language has the word, as it stands or with a capital."""
    return bool(simplemma.is_known(word, lang=language) or simplemma.is_known(word.capitalize(), lang=language))


@lru_cache(maxsize=100_000)
def find_roots(lemma: str, language: Language = "en") -> frozenset[str]:
    """What a family of derived words shares ("coordinate", "coordination"), each after a tilde; none if too little would remain."""
    if len(lemma) > LONGEST_WORD or not lemma.isalpha() or len(lemma) < 4:
        return frozenset()
    found = {lemma}
    for suffix in _endings(language):
        if suffix == "in" and lemma.endswith("ein"):
            continue
        if lemma.endswith(suffix) and len(lemma) - len(suffix) >= _shortest(suffix, language):
            stem = lemma[: -len(suffix)]
            found.add(stem)
            if stem[-1] == stem[-2]:
                found.add(stem[:-1])
    return frozenset("~" + stem for stem in found)


def _shortest(suffix: str, language: Language) -> int:
    """How many letters must remain: fewer where French or Spanish form a noun of a verb ("plier", "pliage")."""
    return 3 if language in ("fr", "es") and suffix in ("er", "ir", "ar", "age", "ado", "ada") else 4


@cache
def _past() -> dict[str, str]:
    return dict(pair.split(":") for pair in words("forms", "past", "en"))


@cache
def _spelling() -> tuple[tuple[str, str], ...]:
    pairs = (pair.split(":") for pair in sorted(words("forms", "spelling", "en")))
    return tuple((british, american) for british, american in pairs)


@cache
def _endings(language: Language) -> tuple[str, ...]:
    return tuple(sorted(words("forms", "endings", language), key=lambda ending: (-len(ending), ending)))
