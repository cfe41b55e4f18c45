"""How much of what a requirement asks for one clause of the resume shows, and how it stands behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from agent.job.lexicon import table
from agent.job.limits import Standing
from agent.job.reading import Clause
from agent.job.terms import covers
from agent.job.units import Unit
from agent.job.words import stem


@dataclass(frozen=True, slots=True)
class Shown:
    """How much of some units a clause shows (0 to 1) and how it stands behind them."""

    share: float
    standing: Standing
    clause: Clause | None = None


NOTHING = Shown(0.0, "full")


def show(units: tuple[Unit, ...], clause: Clause) -> Shown:
    """The share of the units that the clause shows; words of its entry's header count for the rest of it a little less."""
    total = sum(unit.weight for unit in units)
    if not total:
        return NOTHING
    gained = 0.0
    standing: Standing = "full"
    solid = False
    for unit in units:
        at = place_of(unit, clause)
        if at is not None:
            gained += unit.weight * (OTHER_VERSION if lacks_version(unit, clause) else 1.0)
            solid = solid or unit.matters
            standing = weaker(standing, standing_of(unit, clause, at)) if unit.matters else standing
        elif unit.key in clause.above:
            gained += unit.weight * 0.8
    plain = not any(unit.matters for unit in units) and gained >= total * 0.99
    return Shown(gained / total, standing, clause) if solid or plain else NOTHING


def standing_of(unit: Unit, clause: Clause, at: int) -> Standing:
    return "denied" if unit.key in clause.unbacked else clause.standing(at)


def lacks_version(unit: Unit, clause: Clause) -> bool:
    """Whether a name is asked for by a version of letters and digits that the clause does not say: S/4HANA of SAP."""
    if unit.key in table("names")["suites"]:
        return False
    if unit.version and unit.version not in clause.stems:
        return True
    versions = [word for word in unit.words if unit.named and len(unit.words) > 1 and VERSION.fullmatch(word)]
    return bool(versions) and not any(word in clause.stems for word in versions)


VERSION = re.compile(r"\d{2,}|[a-z]+[/-]?\d+[a-z]+|\d+[a-z]+/?[a-z]*")
OTHER_VERSION = 0.5


def place_of(unit: Unit, clause: Clause) -> int | None:
    if unit.named:
        found = next((clause.names[key] for key in (unit.key, *unit.also) if key in clause.names), None)
        if found is None:
            keys = (unit.key, *unit.also)
            found = next((at for name, at in clause.names.items() if any(covers(name, key) for key in keys)), None)
        if found is None and len(unit.words) == 1:
            found = clause.capitals.get(unit.words[0])
        if found is None and len(unit.words) > 1 and all(word in clause.stems for word in unit.words):
            found = clause.stems[unit.words[0]]
        return found
    if unit.key in clause.stems:
        return clause.stems[unit.key]
    if unit.joint and unit.joint in clause.stems:
        return clause.stems[unit.joint]
    if " " in unit.key:
        parts = unit.key.split()
        return clause.stems[parts[0]] if all(part in clause.stems for part in parts) else None
    if unit.key in clause.initials:
        return clause.initials[unit.key]
    swapped = next((clause.stems[key] for key in synonyms().get(unit.key, ()) if key in clause.stems), None)
    if swapped is not None:
        return swapped
    if len(unit.key) >= 6:
        return next(
            (
                at
                for key, at in clause.stems.items()
                if unit.key in key or (len(key) >= 6 and len(key) >= 0.7 * len(unit.key) and key in unit.key)
            ),
            None,
        )
    return None


@lru_cache(maxsize=1)
def synonyms() -> dict[str, tuple[str, ...]]:
    """Stems with the stems that stand for them."""
    found: dict[str, set[str]] = {}
    for group in table("synonyms")["groups"]:
        stems_ = {stem(word) for word in group}
        for key in stems_:
            found.setdefault(key, set()).update(stems_ - {key})
    return {key: tuple(sorted(others)) for key, others in found.items()}


ORDER: dict[Standing, int] = {"full": 2, "partial": 1, "denied": 0}


def weaker(one: Standing, other: Standing) -> Standing:
    return one if ORDER[one] <= ORDER[other] else other
