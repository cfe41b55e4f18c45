"""How people write a skill group or a bullet: the text taken apart and put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BULLET = re.compile(r"^\s*(?:[-*•–·▪‣]\s+)+")
_LABEL = re.compile(r"^([^:,;()\n]{1,60}):\s+(?=\S)")


def tidy(text: str) -> str:
    """One line without bullet sign or doubled spaces."""
    return " ".join(_BULLET.sub("", text).split())


def split_lines(text: str) -> list[str]:
    """The lines a person wrote in one text: parted by bullet signs or an empty line; a mere line break is a space."""
    parts = re.split(r"\n\s*\n|\n(?=\s*[-*•–·▪‣]\s+)", text.strip())
    return [tidy(part) for part in parts if tidy(part)]


def same(left: str, right: str) -> bool:
    return " ".join(left.split()) == " ".join(right.split())


def joined(keywords: Sequence[str]) -> str:
    return ", ".join(keywords)


def split_keywords(text: str) -> list[str]:
    """Keywords of a text as a person writes them: parted by commas outside parentheses, semicolons, bullets or new lines."""
    parts, depth, part = [], 0, ""
    for sign in text:
        depth = max(0, depth + (sign in "([") - (sign in ")]"))
        if sign == "\n" or (sign in ",;•|" and not depth):
            depth = 0
            parts.append(part)
            part = ""
        else:
            part += sign
    cleaned = [tidy(each).removesuffix(".") if each.count(".") == 1 else tidy(each) for each in [*parts, part]]
    return list(dict.fromkeys(each for each in cleaned if each))


def split_group(text: str, name: str = "") -> tuple[str, list[str]]:
    """Name and keywords of a skill group written as one text; without a label the group keeps `name`."""
    if name and text.strip().casefold().startswith(f"{name.casefold()}:"):
        return name, split_keywords(text.strip()[len(name) + 1 :])
    name, rest = split_label(text, name)
    return name, split_keywords(rest)


def split_label(text: str, name: str = "") -> tuple[str, str]:
    """The label before the first colon and what follows; without a label, `name` and all of it."""
    label = _LABEL.match(text.strip())
    return (label[1].strip(), text.strip()[label.end() :]) if label else (name, text.strip())
