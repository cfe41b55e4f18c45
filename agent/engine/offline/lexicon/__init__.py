"""The offline engine's own words: data files beside this one, each with its source."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
LANGUAGES = ("en", "de", "fr", "es")


@cache
def table(name: str) -> dict[str, Any]:
    """One data file: `words`, `phrases`, `commands` or `replies`."""
    return tomllib.loads((_HERE / f"{name}.toml").read_text(encoding="utf-8"))


def known(language: str) -> str:
    """The language we speak for this one: its own, or English."""
    short = language[:2].casefold()
    return short if short in LANGUAGES else "en"


def say(language: str, key: str, **fields: object) -> str:
    """A sentence of `phrases.toml` in this language, its fields filled in."""
    text: str = table("phrases")[key][known(language)]
    return text.format(**fields)


def reply(language: str, key: str, **fields: object) -> str:
    """A sentence of `replies.toml` in this language, its fields filled in."""
    text: str = table("replies")[key][known(language)]
    return text.format(**fields)


def enumerate_words(language: str, words: list[str]) -> str:
    """`a, b and c`; Spanish y becomes e before an i sound."""
    if len(words) < 2:
        return "".join(words)
    last = words[-1]
    joint = {"en": "and", "de": "und", "fr": "et", "es": "y"}[known(language)]
    if joint == "y" and last.casefold().startswith(("i", "hi")) and not last.casefold().startswith("hie"):
        joint = "e"
    return f"{', '.join(words[:-1])} {joint} {last}"
