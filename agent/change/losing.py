"""What a reworded line would no longer say: numbers, names and limits that stand nowhere else.

Why beside the gate: the gate refuses what is added; a line can also be made untrue, or poorer, by what it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from agent.change.lexicon import Skill, section, skills, words
from agent.change.telling.reading import read

_WORD = re.compile(r"[^\W_](?:[\w+#]|[.&'’/-](?=\w))*[+#%]*")
_BOUNDS = ("progress", "coursework", "basic", "lapsed", "learning", "trial", "failed", "contract")


def lost(before: str, after: str, kept: Iterable[str] = ()) -> list[str]:
    """What of `before` neither `after` nor the lines `kept` say, in the words of `before`."""
    rest = " \n ".join([after, *kept])
    numbers = _numbers(rest)
    gone = [text for value, text in _numbers(before).items() if value not in numbers]
    gone += [name for name in _names(before) if not stands(name, rest)]
    after_bounds = _bounds(rest)
    gone += [word for name, word in _bounds(before).items() if name not in after_bounds]
    return list(dict.fromkeys(gone))


def _numbers(text: str) -> dict[float, str]:
    """Each number of the text by its value, however it is written; one is an article in most of the languages."""
    reading = read(text)
    found: dict[float, str] = {}
    for quantity in reading.quantities:
        if quantity.figure.value != 1 or not quantity.words:
            start, end = reading.tokens[quantity.first].start, reading.tokens[quantity.last].end
            found.setdefault(quantity.figure.value, text[start:end])
    return found


def _names(text: str) -> list[str]:
    """Words that name: with a capital inside a sentence, with a digit among letters, or all capitals."""
    german = bool(re.search(r"\b(?:und|der|die|das|mit|für|von)\b", text))
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        opens = not text[: match.start()].strip() or re.search(r"[.!?:•]\s*$", text[: match.start()])
        coded = any(sign.isdigit() for sign in word) and any(sign.isalpha() for sign in word)
        loud = len(word) > 1 and sum(sign.isupper() for sign in word) > 1
        if coded or loud or (word[:1].isupper() and not opens and not german and word.casefold() not in _free()):
            found.append(word)
    return found


@cache
def _free() -> frozenset[str]:
    return words("classes", "free", "en")


def stands(name: str, text: str) -> bool:
    """Whether the text names it, perhaps by another of its names."""
    there = _folded(text)
    forms = _forms().get(_fold(name), frozenset({_fold(name)}))
    parts = [_fold(part) for part in re.split(r"[-/]", name) if part]
    return any(f" {form} " in there for form in forms) or (
        len(parts) > 1 and all(f" {part} " in there for part in parts)
    )


@cache
def _forms() -> dict[str, frozenset[str]]:
    """Each way to write a skill to all of its ways."""

    def ways(skill: Skill) -> frozenset[str]:
        return frozenset(_fold(form) for form in (skill.name, *skill.aliases))

    return {form: ways(skill) for skill in skills() for form in ways(skill)}


def _folded(text: str) -> str:
    found = [_fold(word) for word in _WORD.findall(text)]
    split = [part for word in found for part in word.split()]
    return f" {' '.join(found)} {' '.join(split)} "


def _fold(word: str) -> str:
    return " ".join(re.sub(r"[-/]", " ", word.casefold().removesuffix("'s").removesuffix("’s")).split())


def _bounds(text: str) -> dict[str, str]:
    folded = f" {' '.join(_fold(word) for word in _WORD.findall(text))} "
    classes = section("classes", "limit")
    return {name: word for name in _BOUNDS for word in sorted(classes.get(name, ())) if f" {_fold(word)} " in folded}
