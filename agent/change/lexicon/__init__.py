"""Words the gate and the match know: small data files beside this one, each with its source.

Why: what counts as the same thing said otherwise must be readable and correctable without reading code.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill or tool: `aliases` mean the same thing, `broader` are what it is a case of (one step up)."""

    name: str
    aliases: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()


@cache
def skills() -> tuple[Skill, ...]:
    """All skills and tools of `skills.toml`, in file order."""
    rows = tomllib.loads((_HERE / "skills.toml").read_text(encoding="utf-8"))["skill"]
    return tuple(Skill(row["name"], tuple(row.get("aliases", ())), tuple(row.get("broader", ()))) for row in rows)
