"""Inflected words of German, French and Spanish: the verbs they may be a form of, and whether they are said as a deed.

Why: a dictionary form alone does not tell that "buchte" is "buchen" or that "encaissé" is "encaisser", and the gate must
know what was done from what it was done to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import simplemma

from agent.change.lexicon import words

_SHORTEST = 3
_INFINITIVE = {"de": ("en", "ern", "eln"), "fr": ("er", "ir", "re"), "es": ("ar", "er", "ir", "ír")}
_PARTICIPLE = re.compile(r"(?P<before>[a-zäöüß]{2,6}?)?ge(?P<stem>[a-zäöüß]{2,})(?:t|et|en)(?:e[nrms]?)?")
_TO = re.compile(r"(?P<before>[a-zäöüß]{2,6})zu(?P<verb>[a-zäöüß]{3,}n)")
_SURE = {
    "de": ("te", "ten", "tet", "end", "ende"),
    "fr": ("é", "ée", "és", "ées", "ait", "aient", "ant", "ai", "i", "it", "u"),
    "es": ("é", "í", "ó", "aba", "ía", "aban", "ían", "ando", "iendo"),
}


@lru_cache(maxsize=100_000)
def find_verbs(word: str, language: str) -> tuple[str, ...]:
    """The verbs `word` may be a form of, likeliest first; none in English, which the lemmatiser reads well enough."""
    if language not in _INFINITIVE:
        return ()
    low = word.lower()
    found = [verb for verb in _candidates(low, language) if _is_verb(verb, language)]
    return tuple(dict.fromkeys(found))


def _candidates(low: str, language: str) -> Iterator[str]:
    if low in _irregular(language):
        yield _irregular(language)[low]
    if language == "de" and low.endswith("te"):
        yield from (low[: -len(ending)] + "en" for ending in ("te", "ete"))
    yield str(simplemma.lemmatize(low, lang=language)).lower()
    if language == "de":
        match = _PARTICIPLE.fullmatch(low)
        if match is not None:
            yield from ((match["before"] or "") + match["stem"] + end for end in ("en", "n"))
        match = _TO.fullmatch(low)
        if match is not None:
            yield match["before"] + match["verb"]
    for ending, instead in _endings(language):
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST:
            stem = low[: -len(ending)]
            yield from (stem + end for end in instead)
            if language == "de" and stem.endswith("e"):
                yield from (stem[:-1] + end for end in instead)


def _is_verb(word: str, language: str) -> bool:
    if len(word) <= _SHORTEST or not word.endswith(_INFINITIVE[language]):
        return False
    if not simplemma.is_known(word, lang=language):
        return False
    return str(simplemma.lemmatize(word, lang=language)).lower() == word


@lru_cache(maxsize=100_000)
def verbs_of_noun(word: str, language: str) -> tuple[str, ...]:
    """The verbs a noun is formed of ("Eingabe": eingeben, "lecture": lire), likeliest first; none if it is no such noun."""
    if language not in _INFINITIVE or (language == "de" and word.islower()):
        return ()
    low = str(simplemma.lemmatize(word, lang=language)).lower() if language == "de" else word.lower()
    found = [low] if language == "de" else []
    for ending, instead in _noun_endings(language):
        if low.endswith(ending):
            found.extend(low[: -len(ending)] + end for end in instead)
            if language == "fr":
                found.extend(low[: -len(ending)].replace("è", "e") + end for end in instead)
    return tuple(dict.fromkeys(verb for verb in found if _is_verb(verb, language)))


@lru_cache(maxsize=100_000)
def is_deed(word: str, language: str, before: str, after: str, *, begins: bool) -> bool:
    """Whether a word between two others is said as a verb; `begins` at the start of a statement."""
    low = word.lower()
    if low in words("classes", "free", language) and low not in words("verbs", "plain_deeds"):
        return False
    verbs = find_verbs(word, language)
    if not verbs or low in words("titles", "trades", language) | words("titles", "ranks", language):
        return False
    if language == "de":
        return _is_german_deed(word, verbs, before, after, begins=begins)
    if before.lower() in words("verbs", "before_things"):
        return False
    if low == verbs[0]:
        return begins or before.lower() in words("verbs", "before_infinitives")
    primary = str(simplemma.lemmatize(low, lang=language)).lower() == verbs[0]
    if language == "es" and low.endswith(("ado", "ada", "ido", "ida", "ados", "adas", "idos", "idas")):
        return begins or before.lower() in words("verbs", "auxiliaries")
    return low.endswith(_SURE[language]) or (begins and (primary or low in _irregular(language)))


def _is_german_deed(word: str, verbs: tuple[str, ...], before: str, after: str, *, begins: bool) -> bool:
    low = word.lower()
    if word[:1].isupper() and not begins:
        return False
    if low == verbs[0]:
        return not word[:1].isupper() and (before == "zu" or after in ("", ",", ".", ";", "und", "sowie"))
    if after[:1].isupper() and re.search(r"(?:t|en|end)e[nrms]?$", low) and _is_attribute(low, before):
        return False
    if word[:1].isupper():
        noun = str(simplemma.lemmatize(word, lang="de"))
        return noun[:1].islower() or low.endswith(("te", "iert")) or low in _irregular("de")
    return True


def _is_attribute(low: str, before: str) -> bool:
    """Whether a participle before a noun describes it ("gebuchte Zeiten"), rather than telling a deed ("buchte Zeiten")."""
    return bool(
        _PARTICIPLE.fullmatch(low) and low.endswith(("e", "en", "er", "es", "em")) and not low.endswith("gen")
    ) or (before.lower() in words("verbs", "before_things"))


@cache
def _noun_endings(language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    pairs = (pair.split(":") for pair in words("forms", "nouns", language))
    return tuple(
        sorted(((ending, tuple(instead.split("|"))) for ending, instead in pairs), key=lambda row: (-len(row[0]), row))
    )


@cache
def _endings(language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    pairs = (pair.split(":") for pair in words("forms", "verb_endings", language))
    return tuple(
        sorted(((ending, tuple(instead.split("|"))) for ending, instead in pairs), key=lambda row: (-len(row[0]), row))
    )


@cache
def _irregular(language: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in words("forms", "past", language))


def is_finite(word: str) -> bool:
    """Whether a German verb form is no participle and no infinitive, so that a particle may be torn from it."""
    low = word.lower()
    match = _PARTICIPLE.fullmatch(low)
    return match is None or low in ("gewann", "gehörte", "gestaltete", "gewährte")


def join_verb(verb: str, particle: str) -> str:
    """The German verb of a particle that stands at the end of its clause ("lernte ... an"), or empty."""
    if not particle:
        return ""
    joined = particle + verb
    known = simplemma.is_known(joined, lang="de") and str(simplemma.lemmatize(joined, lang="de")).lower() == joined
    return joined if particle in words("verbs", "particles") and known else ""
