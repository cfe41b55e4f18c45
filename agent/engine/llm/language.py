"""Whether a text is in the language it was asked for. In doubt it is: names and terms belong to no language."""

from __future__ import annotations

SHORTEST = 60
"""Characters below which a guess is worth nothing."""
CLEAR = 40.0
"""How much more likely (natural logarithm) another language must be; a line of terms differs by less."""


def speaks(text: str, code: str) -> bool:
    import py3langid  # loads its model on first use

    if len(text) < SHORTEST:
        return True
    scores = dict(py3langid.rank(text))
    wanted = scores.get(code.split("-", maxsplit=1)[0].lower())
    return wanted is None or max(scores.values()) - wanted < CLEAR
