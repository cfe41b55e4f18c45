"""Which characters a written file may hold, and when two texts are the same to a reader.

Why: control characters are forbidden in XML and in PDF/A, private-use characters are the icons of some icon font and
mean nothing outside it, and invisible format characters can hide text or turn its direction around.
"""

from __future__ import annotations

import re
import unicodedata

JOINERS = "\u200b\u200c\u200d"
"""Zero-width space, non-joiner and joiner: invisible, but scripts such as Persian, Hindi and Khmer need them."""

_DROPPED = {"Cc", "Cf", "Co", "Cs", "Cn"}
_SAFE = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u203a\u20ac]*")


def clean(text: str) -> str:
    """The text as one line: runs of whitespace become one space, characters that no reader could see are left out."""
    if not _SAFE.fullmatch(text):
        text = "".join(" " if character.isspace() else character for character in text if printable(character))
    return " ".join(text.split())


def printable(character: str) -> bool:
    return character.isspace() or character in JOINERS or unicodedata.category(character) not in _DROPPED


def squeeze(text: str) -> str:
    """What remains of a text when spacing, ligatures and invisible characters are taken away: equal for equal texts."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(character for character in text if visible(character))


def visible(character: str) -> bool:
    return not (
        character.isspace()
        or unicodedata.category(character) in _DROPPED
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )
