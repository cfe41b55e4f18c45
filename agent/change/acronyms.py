"""Short forms that spell themselves out: NDA and non-disclosure agreement, i18n and internationalization."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.change.tokens import Token

_SHORTEST = 3
_NUMERONYM = re.compile(r"([a-z])(\d{1,2})([a-z])")
_SMALL = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "in",
        "to",
        "a",
        "on",
        "de",
        "la",
        "le",
        "du",
        "et",
        "y",
        "der",
        "die",
        "das",
        "und",
        "für",
    ]
)


def short_forms(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """Where a text has a short form, and the form in lower case without its plural."""
    for at, token in enumerate(tokens):
        if token.kind != "word":
            continue
        bare = token.text.removesuffix("s")
        if len(bare) >= _SHORTEST and bare.isupper() and bare.isalpha():
            yield at, bare.lower()
        elif _NUMERONYM.fullmatch(token.low):
            yield at, token.low


def long_forms(tokens: Sequence[Token], form: str) -> Iterator[tuple[int, int]]:
    """First and last token of the words that a short form stands for."""
    match = _NUMERONYM.fullmatch(form)
    if match:
        length = int(match[2]) + 2
        yield from (
            (at, at)
            for at, t in enumerate(tokens)
            if len(t.low) == length and t.low[0] == match[1] and t.low[-1] == match[3]
        )
        return
    words = [at for at, token in enumerate(tokens) if token.kind == "word"]
    for place, first in enumerate(words):
        for skip in (False, True):
            last = _spells(tokens, words[place:], form, skip=skip)
            if last is not None:
                yield first, last
                break


def _spells(tokens: Sequence[Token], words: Sequence[int], form: str, *, skip: bool) -> int | None:
    letters = iter(form)
    wanted = next(letters)
    previous = None
    for at in words:
        if previous is not None and any(tokens[k].kind in ("stop", "pause") for k in range(previous, at)):
            return None
        if skip and previous is not None and tokens[at].low in _SMALL:
            continue
        if tokens[at].low[0] != wanted or tokens[at].text.isupper():
            return None
        previous = at
        following = next(letters, None)
        if following is None:
            return at
        wanted = following
    return None
