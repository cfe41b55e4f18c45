"""Words by which postings and resumes are read: small data files beside this one, each with its source."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


@cache
def table(name: str) -> dict[str, Any]:
    """The whole of `name`.toml."""
    return tomllib.loads((_HERE / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def files(folder: str) -> tuple[str, ...]:
    """The names for `table` of all files of a folder, sorted."""
    return tuple(f"{folder}/{path.stem}" for path in sorted((_HERE / folder).glob("*.toml")))


@cache
def cue(name: str) -> re.Pattern[str]:
    """A pattern that finds any phrase of one table of `cues.toml` in folded text."""
    return pattern(tuple(table("cues")[name]["phrases"]))


@cache
def pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of the phrases on word bounds; in a phrase `.*` stands for up to six words, `^` and `$` for the ends."""
    ordered = sorted(set(phrases), key=len, reverse=True)
    return re.compile("|".join(bounded(phrase) for phrase in ordered))


def bounded(phrase: str) -> str:
    start, end = phrase.startswith("^"), phrase.endswith("$")
    body = phrase.removeprefix("^").removesuffix("$")
    parts = [re.escape(part.replace("\\?", "?").strip()).replace(r"\ ", r"\s+") for part in body.split(".*")]
    text = r"(?:\s+[^\s.;!?]+){0,6}?\s*".join(parts)
    return (r"^" if start else r"(?<![\w'])") + text + ("$" if end else r"(?!\w)")
