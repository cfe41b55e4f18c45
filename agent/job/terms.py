"""Named skills and tools in text, and which of them stand for which others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from agent.change.lexicon import related, skills
from agent.job.lexicon import files, table
from agent.job.words import faint, generic, inflected, stem, words

LONGEST = 7
CONCEPT_FILES = files("concepts")
LONG_COMPOUND = 10
SHOWN = " (shown)"


@dataclass(frozen=True, slots=True)
class Found:
    """A name found in a text: the words `start` to `end` (exclusive) of `words(text)`."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Names:
    """All known names: `phrases` leads stems to what they name, `signs` to what they only show, `above` a name to all
    that it is a case of.
    """

    phrases: dict[tuple[str, ...], tuple[str, ...]]
    signs: dict[tuple[str, ...], tuple[str, ...]]
    above: dict[str, frozenset[str]]
    starts: frozenset[str]
    sign_starts: frozenset[str]
    circumstances: frozenset[str]
    """When and how something is done, not what: in a longer requirement they are no more than a word of it."""


def find_names(text: str) -> list[Found]:
    """The longest known names in a text, left to right, none inside another."""
    split = words(text)
    keys = [inflected(word) for word in split]
    known = names()
    found: list[Found] = []
    place = 0
    while place < len(keys):
        step = 1
        if keys[place] in known.starts:
            for length in range(min(LONGEST, len(keys) - place), 0, -1):
                meant = known.phrases.get(tuple(keys[place : place + length]))
                if meant and not (
                    length == 1 and (too_common(split[place], text) or is_verb_form(split[place], meant))
                ):
                    found += [Found(name, place, place + length) for name in meant]
                    step = length
                    break
        if step == 1 and not (found and found[-1].start == place):
            found += [Found(name, place, place + 1) for name in compounds(split[place], text)]
        place += step
    return found


def find_signs(text: str) -> list[Found]:
    """The phrases in a text that show something without naming it; they hide no name and no other sign."""
    split = words(text)
    keys = [inflected(word) for word in split]
    known = names()
    return [
        Found(name, place, place + length)
        for place, key in enumerate(keys)
        if key in known.sign_starts
        for length in range(1, min(LONGEST, len(keys) - place) + 1)
        for name in known.signs.get(tuple(keys[place : place + length]), ())
        if not (length == 1 and too_common(split[place], text))
    ]


def find_inner(text: str) -> list[Found]:
    """The names of one or two words wherever they stand, inside longer ones too: an "HR business partner" is in HR."""
    split = words(text)
    keys = [inflected(word) for word in split]
    return [
        Found(name, place, place + length)
        for place, key in enumerate(keys)
        if key in names().starts
        for length in (1, 2)
        for name in names().phrases.get(tuple(keys[place : place + length]), ())
        if not (length == 1 and too_common(split[place], text))
    ]


def compounds(word: str, text: str) -> tuple[str, ...]:
    """Names inside a German compound: "Dreischichtbetrieb" shows "schicht"; only long words written with a capital."""
    if len(word) < LONG_COMPOUND or not word.isalpha() or word.capitalize() not in text:
        return ()
    return next((known for key, known in inside().items() if key in word), ())


@cache
def inside() -> dict[str, tuple[str, ...]]:
    return {str(key): (str(name),) for name, keys in table("names")["compounds"].items() for key in keys}


def too_common(word: str, text: str) -> bool:
    """Names that are also everyday words ("go", "c", "r", "excel", "access") count only as they are written."""
    if len(word) == 1:
        return not re.search(
            rf"(?:^|[,;/(:]\s*|\b(?:in|with|using|and|or|know|mit|en|plus)\s+){word.upper()}(?![\w'+#&])", text
        )
    if word not in table("names")["everyday"] or len(text) <= len(word) + 2:
        return False
    return word.capitalize() not in text and word.upper() not in text


def is_verb_form(word: str, meant: tuple[str, ...]) -> bool:
    """Whether a word only looks like a product's name because its ending was cut: "reacted" is no React."""
    return word.endswith(("ed", "ing")) and all(
        name in products() and not name.endswith(("ed", "ing")) for name in meant
    )


@cache
def products() -> frozenset[str]:
    """The skills that are proper names."""
    return frozenset(skill.name.lower() for skill in skills() if skill.name[:1].isupper() and " " not in skill.name)


@cache
def proper() -> frozenset[str]:
    """The skills that are tools and makes, which nothing else shows: written as such, or no word of the dictionary."""
    return frozenset(skill.name.lower() for skill in skills() if is_proper(skill.name))


def is_proper(name: str) -> bool:
    split = name.split()
    if INNER.search(name):
        return True
    if not all(word[:1].isupper() or word[:1].isdigit() for word in split):
        return False
    low = name.lower()
    return len(split) > 1 or low in table("names")["everyday"] or (low not in related() and not low.endswith("ing"))


INNER = re.compile(r"[a-z][A-Z]|[A-Z]{2}")


def covers(shown: str, asked: str) -> bool:
    """Whether having the name `shown` is having `asked`: the same or a case of it, never the other way round."""
    return shown == asked or asked in names().above.get(shown, frozenset())


@cache
def concepts() -> tuple[dict[str, Any], ...]:
    """All concepts of the lexicon; one that stands in several files has the phrases of all."""
    joined: dict[str, dict[str, Any]] = {}
    for concept in (each for file in CONCEPT_FILES for each in table(file)["concept"]):
        known = joined.setdefault(concept["name"], {"name": concept["name"]})
        for key in ("says", "shown_by", "broader"):
            known[key] = [*known.get(key, []), *concept.get(key, [])]
        known["circumstance"] = known.get("circumstance", False) or concept.get("circumstance", False)
    return tuple(joined.values())


@cache
def names() -> Names:
    phrases: dict[tuple[str, ...], set[str]] = {}
    signs: dict[tuple[str, ...], set[str]] = {}
    direct: dict[str, set[str]] = {}
    for skill in skills():
        name = skill.name.lower()
        for phrase in (skill.name, *skill.aliases):
            say(phrases, phrase, name)
        direct.setdefault(name, set()).update(each.lower() for each in skill.broader)
        for each in skill.broader:
            say(phrases, each, each.lower())
    for concept in concepts():
        name = str(concept["name"]).lower()
        for phrase in (concept["name"], *concept["says"]):
            say(phrases, phrase, name)
        for phrase in concept["shown_by"]:
            say(signs, phrase, name)
        direct.setdefault(name, set()).update(str(each).lower() for each in concept["broader"])
    join_synonyms(phrases, direct)
    return Names(
        {key: tuple(sorted(found, key=partial(rank_name, key))) for key, found in phrases.items()},
        {key: tuple(sorted(found)) for key, found in signs.items()},
        {name: frozenset(closure(name, direct)) for name in direct},
        frozenset(key[0] for key in phrases),
        frozenset(key[0] for key in signs),
        frozenset(each["name"].lower() for each in concepts() if each["circumstance"]),
    )


def say(phrases: dict[tuple[str, ...], set[str]], phrase: str, name: str) -> None:
    key = tuple(inflected(word) for word in words(phrase))
    if key and len(key) <= LONGEST and not (len(key) == 1 and stem(words(phrase)[0]) in generic() | faint()):
        phrases.setdefault(key, set()).add(name)


def join_synonyms(phrases: dict[tuple[str, ...], set[str]], direct: dict[str, set[str]]) -> None:
    """Where one name stands among another's phrases it is a case of that other, never the other way round."""
    for key, found in phrases.items():
        own = {name for name in found if name_key(name) == key}
        for name in own:
            direct.setdefault(name, set()).update(found - own)


def rank_name(key: tuple[str, ...], name: str) -> tuple[bool, str]:
    """A name before the names that only have it among their phrases."""
    return name_key(name) != key, name


def name_key(name: str) -> tuple[str, ...]:
    return tuple(inflected(word) for word in words(name))


def closure(name: str, direct: dict[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [name]
    while waiting:
        for above in direct.get(waiting.pop(), ()):
            if above not in reached:
                reached.add(above)
                waiting.append(above)
    return reached - {name}
