"""What a reworded line would no longer say: numbers, names and limits that stand nowhere else.

Why beside the gate: the gate refuses what is added; a line can also be made untrue, or poorer, by what it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from agent.change.figures import number_words
from agent.change.lexicon import Skill, section, skills, words

_WORD = re.compile(r"[^\W_](?:[\w+#]|[.&'’/-](?=\w))*[+#%]*")
_NUMBER = re.compile(r"\d[\d.,'’\u202f\u00a0]*")
_BOUNDS = ("progress", "coursework", "basic", "lapsed", "learning", "trial", "failed", "contract")
_SCALES = {"k": 1e3, "m": 1e6, "mio": 1e6, "million": 1e6, "thousand": 1e3}


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
    found: dict[float, str] = {}
    for match in _NUMBER.finditer(text):
        digits = match.group().rstrip(".,'’")
        tail = re.match(r"\s?(k|m|mio|million|thousand)\b", text[match.start() + len(digits) :], re.IGNORECASE)
        for value in _values(digits):
            found.setdefault(value * (_SCALES[tail[1].casefold()] if tail else 1), digits)
            break
    for word in _WORD.findall(text):
        said = _word_values().get(word.casefold())
        if said is not None:
            found.setdefault(said, word)
    return found


def _values(digits: str) -> list[float]:
    """The value of written digits; a group of three after a mark is thousands."""
    plain = re.sub(r"['’\u202f\u00a0]", "", digits)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain):
        return [float(re.sub(r"[.,]", "", plain))]
    plain = plain.replace(",", ".")
    if plain.count(".") > 1:
        plain = plain.replace(".", "")
    return [float(plain)]


@cache
def _word_values() -> dict[str, float]:
    """Number words from two to twelve; one is an article in most of the languages."""
    return {
        word: value
        for language in ("en", "de", "fr", "es")
        for word, value in number_words(language).items()
        if 2 <= value <= 12 and word != "dozen"
    }


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
