"""The words of questions about the reading and about pages: data files beside this one."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


@cache
def table(name: str) -> dict[str, Any]:
    """The whole of `name`.toml."""
    return tomllib.loads((_HERE / f"{name}.toml").read_text(encoding="utf-8"))


def spoken(language: str) -> dict[str, str]:
    """The words of questions in this language, or in English where we do not speak it."""
    return of(language, table("reading")["ask"])


def measured(language: str) -> dict[str, str]:
    """The words of what is told about pages, in this language or in English."""
    return of(language, table("fit"))


def of(language: str, tables: dict[str, dict[str, str]]) -> dict[str, str]:
    return tables.get(language[:2].casefold(), tables["en"])
