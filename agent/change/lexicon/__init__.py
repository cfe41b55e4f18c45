"""Words the gate and the match know: small data files beside this one, each with its source.

Why: what counts as the same thing said otherwise must be readable and correctable without reading code.
"""

from __future__ import annotations

import gc
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

_HERE = Path(__file__).parent
Table = TypeVar("Table")


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill or tool: `aliases` mean the same thing, `broader` are what it is a case of (one step up)."""

    name: str
    aliases: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """Phrases that may stand for each other, and the more general ones that may stand for any of them."""

    phrases: tuple[str, ...]
    broader: tuple[str, ...] = ()


@cache
def skills() -> tuple[Skill, ...]:
    """All skills and tools of `skills.toml`, in file order."""
    rows = _toml("skills.toml")["skill"]
    return tuple(Skill(row["name"], tuple(row.get("aliases", ())), tuple(row.get("broader", ()))) for row in rows)


@cache
def meanings() -> tuple[Meaning, ...]:
    """Groups of `meanings*.txt`: in `a, b | c > d, e` a and b mean the same, c is another case of the more general d and e;
    in `a = b, c` a may stand for b and for c and they for it, b and c not for each other.
    """
    found: list[Meaning] = []
    rows = [
        row for file in sorted(_HERE.glob("meanings*.txt")) for row in file.read_text(encoding="utf-8").splitlines()
    ]
    for line in rows:
        if line.strip() and not line.startswith("#"):
            cases, _, broader = line.partition(">")
            same, _, each = cases.partition("=")
            for case in same.split("|"):
                others: list[tuple[str, ...]] = [(phrase,) for phrase in _comma_list(each)] or [()]
                found.extend(Meaning((*_comma_list(case), *other), _comma_list(broader)) for other in others)
    return tuple(found)


def kept(table: Table) -> Table:
    """A table that stays for good, told to the garbage collector: going through all of them at every collection took a
    third of the gate's time.
    """
    gc.freeze()
    return table


@cache
def related() -> Mapping[str, frozenset[str]]:
    """English words to those that may stand for them in a text: synonyms, hypernyms and derivations (WordNet)."""
    return kept({word: others for word, (_, others) in _wordnet().items()})


@cache
def stands_for() -> Mapping[str, frozenset[str]]:
    """English words to those they may stand for: `related` the other way round."""
    found: dict[str, set[str]] = {}
    for word, others in related().items():
        for other in others:
            found.setdefault(other, set()).add(word)
    return kept({word: frozenset(others) for word, others in found.items()})


@cache
def nouns() -> frozenset[str]:
    """English words that are nouns above all (WordNet)."""
    return frozenset(word for word, (noun, _) in _wordnet().items() if noun)


@cache
def _wordnet() -> Mapping[str, tuple[bool, frozenset[str]]]:
    found = {}
    for line in (_HERE / "wordnet.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            word, noun, others = line.split("\t")
            found[word] = (bool(noun), frozenset(others.split()))
    return found


@cache
def translations(language: str) -> Mapping[str, frozenset[str]]:
    """Words of German, French or Spanish (de, fr, es) to what they are in English; of English (en) every word that has a translation."""
    found: dict[str, set[str]] = {}
    at = ("de", "fr", "es").index(language) if language != "en" else 0
    for english, *others in translation_rows():
        for word in english if language == "en" else others[at]:
            found.setdefault(word, set()).update(english)
    return {word: frozenset(english) for word, english in found.items()}


@cache
def translation_rows() -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Rows of `translations*.txt`: the English, German, French and Spanish names of one thing."""
    return tuple(
        tuple(_comma_list(cell) for cell in line.split("|"))
        for file in sorted(_HERE.glob("translations*.txt"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    )


@cache
def words(file: str, section: str, key: str = "") -> frozenset[str]:
    """A class of words from a data file: `words("classes", "praise", "words")`; separated by commas if any, else spaces."""
    table: Any = _toml(f"{file}.toml")[section]
    text: str = table[key] if key else table
    return frozenset(_comma_list(text) if "," in text else text.split())


@cache
def rows(file: str, key: str, section: str = "") -> tuple[str, ...]:
    """A list of phrases or patterns from a data file, each as it stands there."""
    table: Any = _toml(f"{file}.toml")
    return tuple((table[section] if section else table)[key])


@cache
def ordered(file: str, section: str, key: str) -> tuple[str, ...]:
    """The words of a class in the order of the file."""
    return tuple(str(_toml(f"{file}.toml")[section][key]).split())


@cache
def section(file: str, name: str) -> Mapping[str, frozenset[str]]:
    """Every class of words in one section of a data file, by its key."""
    return {key: words(file, name, key) for key in _toml(f"{file}.toml")[name]}


@cache
def numbers(file: str, section: str) -> Mapping[str, float]:
    """The numbers of one section of a data file, by their names."""
    return {name: float(value) for name, value in _toml(f"{file}.toml")[section].items()}


@cache
def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))


def _comma_list(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.replace("\n", " ").split(",") if part.strip())
