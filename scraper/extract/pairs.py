"""A job object as pairs of roles and values, its inner objects laid open."""

import re
from collections.abc import Iterator
from typing import Any

from scraper.text import letters
from scraper.words.keys import OTHERS, ROLES

DEEPEST = 3
MOST_VALUES = 600
LOCALE = re.compile(r"^[a-z]{2}(?:[-_][A-Za-z]{2})?$")
Pair = tuple[str, str, Any, int]


def unwrapped(value: Any) -> Any:
    """The text in {"rendered": "…"} or {"en": "…", "de": "…"}; any other value as it is."""
    if not isinstance(value, dict) or not 0 < len(value) <= 6:
        return value
    for key in ("rendered", "html", "markdown", "plain"):
        if isinstance(value.get(key), str):
            return value[key]
    if all(isinstance(each, str) and LOCALE.match(str(key)) for key, each in value.items()):
        return next((value[key] for key in value if str(key).lower().startswith("en")), next(iter(value.values())))
    return value


def pairs_of(node: dict[str, Any], deepest: int = DEEPEST) -> Iterator[Pair]:
    """(role, key, value, depth) of the object and the objects inside it, outer ones first; lists of objects stay whole."""
    level = [(node, 0)]
    count = 0
    while level:
        each, depth = level.pop(0)
        for key, wrapped in each.items():
            value = unwrapped(wrapped)
            count += 1
            if count > MOST_VALUES:
                return
            plain = letters(str(key))
            role = ROLES.get(plain, "")
            yield role, str(key), value, depth
            if (
                isinstance(value, dict)
                and depth + 1 < deepest
                and plain not in OTHERS
                and role not in {"company", "location", "salary"}
            ):
                level.append((value, depth + 1))
