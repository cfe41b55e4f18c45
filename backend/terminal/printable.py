"""Text from elsewhere, made harmless for a terminal.

Why: a posting or a resume may hold escape sequences, which could repaint the screen, or marks that turn the direction
of writing, which could make a change look like another one.
"""

from __future__ import annotations

import re

DANGEROUS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def printable(text: object) -> str:
    """The text without control characters, except for tabs and ends of line."""
    return DANGEROUS.sub("", str(text).replace("\r\n", "\n").replace("\r", "\n"))
