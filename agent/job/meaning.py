"""How near two texts are in meaning, by static word vectors that come with an installed package; nothing is fetched.

Why so small a part: vectors tell that two texts speak of the same matter, never that one proves the other. They only
support labels of duties, traits and fields of work, beside words that are really there.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]


def nearness(one: str, other: str) -> float:
    """Cosine of two texts, -1 to 1."""
    return float(vector(one) @ vector(other))


def nearnesses(text: str, others: Sequence[str]) -> list[float]:
    """The cosine of the text with each of the others."""
    if not others:
        return []
    return [float(each) for each in np.stack([vector(other) for other in others]) @ vector(text)]


@lru_cache(maxsize=8192)
def vector(text: str) -> Vector:
    if not text.strip():
        return np.zeros(256, dtype=np.float32)
    return np.asarray(model().embed([text[:2000]], norm=True)[0], dtype=np.float32)


@cache
def model() -> Any:
    from wordllama import WordLlama

    spec = find_spec("wordllama")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("wordllama")
    return WordLlama.load(cache_dir=Path(spec.submodule_search_locations[0]), disable_download=True)
