"""What words mean, by the gate's lexicon: forms of one word, its cases by WordNet, and groups of phrases of one meaning.

Why not the gate's own reading: its dictionaries of word forms take a second each to load, and nearness needs no such care.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import chain

from agent.change import lexicon
from agent.job.words import stem, words

LANGUAGES = ("en", "de", "fr", "es")
LONGEST = 5
ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("es", "e"),
    ("s", ""),
    ("ing", ""),
    ("ing", "e"),
    ("ed", ""),
    ("ed", "e"),
)


@lru_cache(maxsize=65536)
def base(word: str) -> str:
    """The word without its endings of number and tense, as the dictionary has it; one that it does not know as it is."""
    if word in irregular():
        return irregular()[word]
    known = lexicon.related()
    if word in known and not word.endswith(("ed", "ing")):
        return word
    for ending, instead in ENDINGS:
        if word.endswith(ending):
            cut = word[: -len(ending)] + instead
            if cut in known:
                return cut
            if not instead and len(cut) > 3 and cut[-1] == cut[-2] and cut[:-1] in known:
                return cut[:-1]
    return word


@lru_cache(maxsize=65536)
def is_case(said: str, asked: str) -> bool:
    """Whether the English word `said` is a synonym, a case or a derived form of `asked`."""
    return base(asked) in lexicon.related().get(base(said), frozenset())


@lru_cache(maxsize=16384)
def groups_in(text: str) -> dict[str, frozenset[int]]:
    """Each word with the groups of one meaning that it, or a phrase with it, belongs to."""
    split = words(text)
    keys = [key_of(word) for word in split]
    known = phrases()
    found: dict[str, frozenset[int]] = {}
    for start, key in enumerate(keys):
        for end in range(start + 1, min(start + known.get((key,), (0, frozenset()))[0], len(keys)) + 1):
            _, groups = known.get(tuple(keys[start:end]), (0, frozenset()))
            for word in split[start:end] if groups else ():
                found[word] = found.get(word, frozenset()) | groups
    return found


@lru_cache(maxsize=16384)
def all_groups(text: str) -> frozenset[int]:
    return frozenset(chain.from_iterable(groups_in(text).values()))


@cache
def phrases() -> dict[tuple[str, ...], tuple[int, frozenset[int]]]:
    """Phrases by the stems of their words, with their groups; under a first word also how long its longest phrase is."""
    groups: dict[tuple[str, ...], set[int]] = {}
    longest: dict[str, int] = {}
    for number, meaning in enumerate(lexicon.meanings()):
        for phrase in meaning.phrases:
            key = tuple(key_of(word) for word in words(phrase))
            if 0 < len(key) <= LONGEST:
                groups.setdefault(key, set()).add(number)
                longest[key[0]] = max(longest.get(key[0], 0), len(key))
    firsts = {(first,): (length, frozenset[int]()) for first, length in longest.items()}
    return firsts | {key: (longest[key[0]] if len(key) == 1 else 0, frozenset(found)) for key, found in groups.items()}


@lru_cache(maxsize=65536)
def key_of(word: str) -> str:
    return stem(irregular().get(word, word))


@cache
def irregular() -> dict[str, str]:
    """Forms of verbs that no ending tells: led, gefahren."""
    return dict(pair.split(":") for language in LANGUAGES for pair in lexicon.words("forms", "past", language))
