"""How exactly a number is meant: over, at least, up to, under, about or nearly so many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from agent.change import lexicon
from agent.change.language.tokens import Token
from agent.change.numbers.quantity import Quantity

_REACH = 3
_LONGEST = 5
_CEILINGS = frozenset({"to", "bis", "hasta", "most", "maximum", "jusqu'à"})
_AT = frozenset({"au", "du", "al", "por", "lo"})


def with_bound(tokens: Sequence[Token], read: Quantity) -> Quantity:
    """The number with the bound that the words around it set."""
    if read.figure.kind == "year":
        return read
    bound = _phrase(tokens, read) or ("over" if read.figure.more else "") or _word(tokens, read)
    if read.last + 1 < len(tokens) and tokens[read.last + 1].low == "+":
        bound = "over"
    return replace(read, bound=bound)


def is_bound_word(low: str) -> bool:
    """Whether a word sets a bound on the number after it."""
    return low in _single()


def _phrase(tokens: Sequence[Token], read: Quantity) -> str:
    """The bound of several words before a number ("no more than 80") or after it ("80 or more")."""
    before = [token.low for token in tokens[max(read.first - _LONGEST, 0) : read.first]]
    for size in range(len(before), 1, -1):
        bound = _phrases("before").get(" ".join(before[-size:]), "")
        if bound and before[-size - 1 : -size] != ["-"]:
            return bound
    after = [token.low for token in tokens[read.last + 1 : read.last + 1 + _LONGEST]]
    for size in range(len(after), 0, -1):
        bound = _phrases("after").get(" ".join(after[:size]), "")
        if bound:
            return bound
    return ""


def _word(tokens: Sequence[Token], read: Quantity) -> str:
    bound = ""
    at = read.first - 1
    for _ in range(_REACH):
        if at < 0 or tokens[at].kind in ("stop", "pause"):
            break
        low = tokens[at].low
        said = _single().get(low, "")
        if said and at and low == "over" and tokens[at - 1].lemma in lexicon.words("numbers", "bound_links", "phrasal"):
            break
        if said and not bound:
            bound = said
            if low in ("moins", "menos") and at and tokens[at - 1].low in _AT:
                bound = "least"
            if low in ("bis", "hasta", "à") and at and tokens[at - 1].figure is not None:
                bound = ""
        if not said and low not in lexicon.words("numbers", "bound_links", "words"):
            break
        at -= 1
    if bound == "upto" and tokens[max(read.first - 1, 0)].low not in _CEILINGS:
        return ""
    return bound


@cache
def _single() -> Mapping[str, str]:
    return {word: bound for bound, words in lexicon.section("numbers", "bound").items() for word in words}


@cache
def _phrases(where: str) -> Mapping[str, str]:
    """Phrases before or after a number, with the bound they set."""
    return {
        phrase: bound for bound, phrases in lexicon.section("numbers", f"bound_{where}").items() for phrase in phrases
    }
