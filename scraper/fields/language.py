"""The language of a posting: by its text, or what the page declares when the text is too short to tell."""

import re
from functools import lru_cache
from typing import Any

ENOUGH = 60
MOST = 3_000


def read_language(text: str, declared: str = "") -> str:
    """An ISO 639-1 code or ""."""
    plain = " ".join(text.split())[:MOST]
    if len(plain) < ENOUGH:
        found = re.match(r"[a-z]{2}(?![a-z])", declared.strip().lower())
        return found[0] if found else ""
    return str(_identifier().classify(plain)[0])


@lru_cache(maxsize=1)
def _identifier() -> Any:
    import py3langid

    return py3langid
