"""The words of questions about the reading: a data file beside this one."""

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
    asking: dict[str, dict[str, str]] = table("reading")["ask"]
    return asking.get(language[:2].casefold(), asking["en"])
