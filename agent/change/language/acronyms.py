"""Short forms that spell themselves out: NDA and non-disclosure agreement, A/P and accounts payable, i18n and internationalization."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.change.language.tokens import Token
from agent.change.lexicon import words

_SHORT = 2
_NUMERONYM = re.compile(r"([a-z])(\d{1,2})([a-z])")
_JOINTS = frozenset("/&")
_WORD = 3
_LIST = 4


def short_forms(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """First and last token of each short form of a text, and the form in lower case without its plural."""
    for at, token in enumerate(tokens):
        if token.kind != "word":
            continue
        bare = token.text.removesuffix("s")
        if (
            len(bare) >= _SHORT
            and bare.isupper()
            and bare.isalpha()
            and bare.lower() not in words("forms", "shorts", "none")
        ):
            yield at, at, bare.lower()
        elif _NUMERONYM.fullmatch(token.low):
            yield at, at, token.low
        elif len(token.text) == 1 and token.capital and _is_joined(tokens, at):
            yield at, at + 2, token.low + tokens[at + 2].low


def _is_joined(tokens: Sequence[Token], at: int) -> bool:
    """Whether two capitals stand together, parted by a stroke or an ampersand ("A/P", "F&B")."""
    return (
        at + 2 < len(tokens)
        and tokens[at + 1].text in _JOINTS
        and len(tokens[at + 2].text) == 1
        and tokens[at + 2].capital
        and tokens[at].end == tokens[at + 1].start
        and tokens[at + 1].end == tokens[at + 2].start
    )


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
    worded = [at for at, token in enumerate(tokens) if token.kind == "word"]
    for place, first in enumerate(worded):
        if tokens[first].low[0] != form[0]:
            continue
        for skip in (False, True):
            last = _spells(tokens, worded[place:], form, skip=skip)
            if last is not None:
                yield first, last
                break


def _spells(tokens: Sequence[Token], worded: Sequence[int], form: str, *, skip: bool) -> int | None:
    """The last of the words whose initials a form is; two letters take two words that say something."""
    letters = iter(form)
    wanted = next(letters)
    previous = None
    small = words("forms", "shorts", "small")
    parting = ("stop",) if len(form) >= _LIST else ("stop", "pause")
    for at in worded:
        if previous is not None and any(tokens[k].kind in parting for k in range(previous, at)):
            return None
        if skip and previous is not None and tokens[at].low in small:
            continue
        if tokens[at].low[0] != wanted or tokens[at].text.isupper():
            return None
        if len(form) == _SHORT and (len(tokens[at].low) < _WORD or tokens[at].low in words("classes", "free", "en")):
            return None
        previous = at
        following = next(letters, None)
        if following is None:
            return at
        wanted = following
    return None
