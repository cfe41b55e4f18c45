"""What words mean, by the gate's lexicon: forms of one word, its cases by WordNet, and groups of phrases of one meaning.

Why not the gate's own reading: its dictionaries of word forms take a second each to load, and nearness needs no such care.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from agent.change import lexicon
from agent.job.words import stem, words

LANGUAGES = ("en", "de", "fr", "es")
LONGEST = 5
SLOTS = "+"
PLAIN = re.compile(r"[a-z]+(?: [a-z]+)*")
REACH = 8
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
    """Each word asked for with the meanings that it, or a phrase with it, may be told by."""
    return found_in(text, phrases().asked)


@lru_cache(maxsize=16384)
def hinted_in(text: str) -> dict[str, frozenset[int]]:
    """Each word asked for with the meanings that are cases of it: much is "managed", so one word hints and no more."""
    return found_in(text, phrases().hinted)


@lru_cache(maxsize=16384)
def all_groups(text: str) -> frozenset[int]:
    """The meanings that a text tells, by its phrases and by its scenes."""
    return frozenset(chain.from_iterable(found_in(text, phrases().told).values())) | scenes_in(text)


def found_in(text: str, known: Index) -> dict[str, frozenset[int]]:
    split = words(text)
    keys = [key_of(word) for word in split]
    found: dict[str, frozenset[int]] = {}
    for start, key in enumerate(keys):
        for end in range(start + 1, min(start + known.longest.get(key, 0), len(keys)) + 1):
            groups = known.groups.get(tuple(keys[start:end]))
            for word in split[start:end] if groups else ():
                found[word] = found.get(word, frozenset()) | groups  # type: ignore[operator]
    return found


@dataclass(frozen=True, slots=True)
class Index:
    """Phrases by the stems of their words, with their meanings, and how long the longest phrase is that a stem begins."""

    groups: dict[tuple[str, ...], frozenset[int]]
    longest: dict[str, int]


@dataclass(frozen=True, slots=True)
class Phrases:
    """What may be said (`told`) for what may be asked (`asked`): of `a, b > c` a and b are told, and all three asked; where
    c is one word it is only `hinted`.
    """

    told: Index
    asked: Index
    hinted: Index


@cache
def phrases() -> Phrases:
    told: dict[tuple[str, ...], set[int]] = {}
    asked: dict[tuple[str, ...], set[int]] = {}
    hinted: dict[tuple[str, ...], set[int]] = {}
    for number, meaning in enumerate(lexicon.meanings()):
        for phrase in meaning.phrases:
            if SLOTS not in phrase and (key := phrase_key(phrase)):
                told.setdefault(key, set()).add(number)
                asked.setdefault(key, set()).add(number)
        for phrase in meaning.broader:
            if key := phrase_key(phrase):
                (hinted if len(key) == 1 else asked).setdefault(key, set()).add(number)
    return Phrases(indexed(told), indexed(asked), indexed(hinted))


def indexed(found: dict[tuple[str, ...], set[int]]) -> Index:
    longest: dict[str, int] = {}
    for key in found:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return Index({key: frozenset(groups) for key, groups in found.items()}, longest)


def phrase_key(phrase: str) -> tuple[str, ...]:
    """The stems of a phrase of at most five words, else nothing."""
    split = phrase.split() if PLAIN.fullmatch(phrase) else words(phrase)
    return tuple(map(key_of, split)) if len(split) <= LONGEST else ()


@dataclass(frozen=True, slots=True)
class Scene:
    """Words that tell a deed together, whatever stands between them: each slot is filled by one of its words."""

    slots: tuple[frozenset[str], ...]
    group: int


@lru_cache(maxsize=16384)
def scenes_in(text: str) -> frozenset[int]:
    """The meanings of the scenes that a text tells: "rang each of the patients" is "ring + patient"."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words(text)):
        for form in {word, base(word)}:
            places.setdefault(form, []).append(at)
    begun = {id(scene): scene for form in places for scene in scenes().get(form, ())}
    return frozenset(scene.group for scene in begun.values() if is_told(scene, places))


def is_told(scene: Scene, places: dict[str, list[int]]) -> bool:
    spots = [sorted({at for form in slot & places.keys() for at in places[form]}) for slot in scene.slots]
    return all(spots) and any(is_placed([start], spots[1:]) for start in spots[0])


def is_placed(placed: list[int], rest: list[list[int]]) -> bool:
    """Whether each slot has a word of its own near the one before it, no earlier than the first."""
    for slot in rest:
        near = [at for at in slot if at not in placed and abs(at - placed[-1]) <= REACH and at >= placed[0]]
        if not near:
            return False
        placed = [*placed, min(near, key=lambda at: (abs(at - placed[-1]), at))]
    return True


@cache
def scenes() -> dict[str, tuple[Scene, ...]]:
    """The scenes by the words of their first slots."""
    found: dict[str, list[Scene]] = {}
    for number, meaning in enumerate(lexicon.meanings()):
        for phrase in meaning.phrases:
            if SLOTS in phrase:
                scene = Scene(tuple(slot_words(slot) for slot in phrase.split(SLOTS)), number)
                for word in scene.slots[0]:
                    found.setdefault(word, []).append(scene)
    return {word: tuple(scenes_) for word, scenes_ in found.items()}


@cache
def slot_words(slot: str) -> frozenset[str]:
    found: set[str] = set()
    for word in slot.strip().lower().split("/"):
        found |= lexicon.words("scenes", "words", word[1:]) if word.startswith("@") else {word}
    return frozenset(found | {base(word) for word in found})


@lru_cache(maxsize=65536)
def key_of(word: str) -> str:
    return stem(irregular().get(word, word))


@cache
def irregular() -> dict[str, str]:
    """Forms of verbs that no ending tells: led, gefahren."""
    return dict(pair.split(":") for language in LANGUAGES for pair in lexicon.words("forms", "past", language))
