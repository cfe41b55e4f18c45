"""Short forms that spell themselves out: NDA and non-disclosure agreement, A/P and accounts payable, i18n and
internationalization, KS2 and Key Stage 2.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from agent.change.language.figures import number_words
from agent.change.language.tokens import Token
from agent.change.lexicon import words

_SHORT = 2
_NUMERONYM = re.compile(r"([a-z])(\d{1,2})([a-z])")
_MIXED = re.compile(r"[A-Z][aofti]{1,2}[A-Z]{1,2}|e[A-Z]{3,4}")
"""Capitals with the small letters of small words between ("VaR", "BoQ"), or after the e of "electronic" ("eMAR")."""
_NUMBERED = re.compile(r"([A-Z]{1,4})(\d{1,2})s?")
_GRADED = re.compile(r"([a-z]{1,4})(\d{1,2})")
_JOINTS = frozenset("/&")
_WORD = 3
_LIST = 4
_ITEMS = 3
_STEM = 3


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
        elif len(token.text) == 1:
            if token.capital and _is_joined(tokens, at):
                yield at, at + 2, token.low + tokens[at + 2].low
        elif bare.isalpha():
            if bare != token.low and bare != bare.capitalize() and _MIXED.fullmatch(bare):
                yield at, at, bare.lower()
        elif numbered := _NUMBERED.fullmatch(token.text):
            yield at, at, f"{numbered[1]}{numbered[2]}".lower()
        elif _NUMERONYM.fullmatch(token.low):
            yield at, at, token.low


def may_spell(initials: Collection[str], form: str) -> bool:
    """Whether words with these initials might spell a short form out."""
    return all(letter in initials for letter in form if letter.isalpha()) or not form.isalpha()


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
    match = None if form.isalpha() else _NUMERONYM.fullmatch(form)
    if match:
        length = int(match[2]) + 2
        yield from (
            (at, at)
            for at, t in enumerate(tokens)
            if len(t.low) == length and t.low[0] == match[1] and t.low[-1] == match[3]
        )
        return
    graded = None if form.isalpha() else _GRADED.fullmatch(form)
    if graded:
        yield from _with_number(tokens, graded[1], int(graded[2]))
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


def _with_number(tokens: Sequence[Token], letters: str, number: int) -> Iterator[tuple[int, int]]:
    """Words before a number that the letters before the same number stand for ("Key Stage 2", "under-12s", "severity one")."""
    for last, token in enumerate(tokens):
        if _value(token) != number:
            continue
        before = [k for k in range(max(last - 2 * len(letters), 0), last) if tokens[k].kind != "mark"]
        named = before[-len(letters) :]
        if len(named) == len(letters) and all(
            tokens[k].kind == "word" and tokens[k].low[0] == letter for k, letter in zip(named, letters, strict=True)
        ):
            if len(letters) > 1 or tokens[named[0]].lemma in words("forms", "shorts", "numbered"):
                yield named[0], last
        else:
            graded = [k for k in before if tokens[k].low not in words("forms", "shorts", "numbered")]
            if graded and len(letters) >= _STEM and tokens[graded[-1]].low.startswith(letters):
                yield graded[-1], last


def _value(token: Token) -> float | None:
    if token.figure is not None:
        return token.figure.value
    return number_words("en").get(token.low) if token.kind == "word" else None


def _spells(tokens: Sequence[Token], worded: Sequence[int], form: str, *, skip: bool) -> int | None:
    """The last of the words whose initials a form is; two letters take two words that say something, and pauses part
    the words of a list only ("maintenance, repair and overhaul").
    """
    letters = iter(form)
    wanted = next(letters)
    previous = None
    small = words("forms", "shorts", "small")
    listed = len(form) >= _LIST
    for at in worded:
        if previous is not None and at - previous > 1:
            parted = {tokens[k].kind for k in range(previous + 1, at)}
            if "stop" in parted:
                return None
            if "pause" in parted and not listed:
                if len(form) != _ITEMS or previous != worded[0]:
                    return None
                listed = True
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
