"""What a requirement is about, so that the same thing in other words, or of another posting, is known again."""

from __future__ import annotations

from agent.job.terms import find_names
from agent.job.words import content


def key_of(text: str) -> str:
    """Stable for the same gap, whatever the posting's order and filling words."""
    return "gap:" + "-".join(sorted(content(text)))


def topic_of(text: str) -> frozenset[str]:
    """The known names in a requirement, else its content words; two texts of one topic ask for the same."""
    first: dict[int, str] = {}
    for each in find_names(text):
        first.setdefault(each.start, each.name)
    return frozenset(first.values()) or frozenset(content(text))
