"""Which words name a person or a group of people."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from agent.change import lexicon
from agent.change.language.tokens import Token

_REACH = 4


def is_somebody(tokens: Sequence[Token], at: int) -> bool:
    """Whether a person or group is named from this token on ("by our analyst", "by the group's partner")."""
    if at >= len(tokens):
        return False
    if tokens[at].low in ("hand", "phone", "email", "mail", "me", "myself"):
        return False
    if tokens[at].low in ("a", "an", "another", "our", "my") and any(
        _is_doer(token) for token in tokens[at + 1 : at + 1 + _REACH]
    ):
        return True
    return names_somebody(tokens, at, at + 5) and (
        tokens[at].low in lexicon.words("agency", "determiners") or is_person_word(tokens[at]) or tokens[at].capital
    )


def _is_doer(token: Token) -> bool:
    """Whether a word ends as nouns for somebody do ("brewer")."""
    return len(token.low) > _REACH and token.low.endswith(("er", "or", "ist", "ian", "ant", "man", "woman"))


def names_somebody(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a word for a person stands from `first` on before `last`, and no number or stop before it."""
    for k in range(max(first, 0), min(last, len(tokens))):
        if tokens[k].kind in ("stop", "number"):
            return False
        if is_person_word(tokens[k]):
            return True
    return False


def is_person_word(token: Token) -> bool:
    """Whether a word stands for a person or group, or names a trade or rank."""
    return (
        token.low in lexicon.words("agency", "somebody")
        or token.lemma in lexicon.words("agency", "somebody")
        or token.lemma in titles()
        or token.low in ("ceo", "cfo", "cto", "qc", "hr")
    )


@cache
def titles() -> frozenset[str]:
    """Trades and ranks, but those that are verbs or things as well."""
    return frozenset().union(
        *lexicon.section("titles", "trades").values(), *lexicon.section("titles", "ranks").values()
    ) - {"lead", "leader", "leitung", "responsable", "guide", "second", "commercial", "server"}
