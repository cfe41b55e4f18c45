"""Two lines of a paragraph as one: blanks, hyphens at a line's end, addresses cut in two."""

from __future__ import annotations

import re

KEPT_HYPHENS = frozenset(
    re.split(
        r"\s+",
        """self cross multi non co well high low end real full in on off long short object data test user client open cloud
        pre post re semi anti inter e first second third two three four five one large small decision customer cost time
        event state business award role rule risk best day hands step world team problem project service solution mid
        front back part peer point production quality result side site software system task tech top value vendor web""",
    ),
)
"""Words that keep their hyphen before the next one: `self-paced`."""


def wide(text: str) -> bool:
    """Whether a text is written in the square signs of East Asia, which wrap anywhere."""
    return any("\u3040" <= sign <= "\u9fff" for sign in text[:3])


ADDRESS = re.compile(r"(?:https?://|www\.|[\w-]+\.[a-z]{2,}/)\S*-|\S+@\S+-")
"""A web or mail address cut after a hyphen, which belongs to it."""


def join(text: str, more: str) -> str:
    """Two lines of a paragraph as one, a hyphen at the line's end undone where it only parted a word."""
    if ADDRESS.fullmatch(text) and " " not in more.partition(" (")[0]:
        return text + more
    if text.endswith("-") and text[-2:-1].isalpha() and more[:1].isupper():
        return text + more
    if text.endswith("-") and more[:1].islower():
        stem = re.split(r"[\s(/]", text[:-1])[-1].lower()
        if (
            stem in KEPT_HYPHENS
            or "-" in stem
            or not stem.isalpha()
            or more.split(maxsplit=1)[0] in {"und", "and", "or", "oder", "bis", "to", "y", "et", "o"}
        ):
            spaced = more.split(maxsplit=1)[0] in {"und", "and", "or", "oder", "bis", "to", "y", "et", "o"}
            return f"{text} {more}" if spaced else text + more
        return text[:-1] + more
    if (text.endswith(("/", "@")) and " " not in text and " " not in more) or (
        re.fullmatch(r"\S+@\S*|https?://\S+|[\w.-]+\.[a-z]{2,}/\S*", text) and re.fullmatch(r"[\w./-]+", more)
    ):
        return text + more
    if text and more and wide(text[-1]) and wide(more):
        return text + more
    return f"{text} {more}"
