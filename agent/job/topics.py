"""What a requirement is about, so that the same thing in other words, or of another posting, is known again."""

from __future__ import annotations

from agent.job.terms import find_names
from agent.job.words import content, faint, generic, stem, words


def key_of(text: str) -> str:
    """Stable for the same gap, whatever the posting's order and filling words."""
    return "gap:" + "-".join(sorted(content(text)))


def topic_of(text: str) -> frozenset[str]:
    """The known names in a requirement, else its content words; two texts of one topic ask for the same.

    Where a name is only a part of what is asked ("refer mortgage enquiries to advisers") its words count as well.
    """
    first: dict[int, str] = {}
    inside: set[int] = set()
    for each in find_names(text):
        first.setdefault(each.start, each.name)
        inside |= set(range(each.start, each.end))
    beside = {stem(word) for place, word in enumerate(words(text)) if place not in inside} - generic() - faint()
    named = frozenset(first.values())
    if named and len(beside) < MANY:
        return named
    return named | frozenset(beside) or frozenset(content(text))


MANY = 2
