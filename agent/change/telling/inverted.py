"""Sentences whose subject is somebody else and follows its verb: "das macht die Leitung", "lo hacía la supervisora", "c'est lui"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from agent.change import lexicon
from agent.change.language.inflection import find_verbs
from agent.change.language.tokens import Token

_SPANISH = frozenset({"lo", "la", "los", "las"})
_GERMAN = frozenset({"der", "die", "das", "unser", "unsere", "mein", "meine", "ein", "eine", "unserer", "den"})
_ARTICLES = frozenset({"el", "la", "los", "las", "mi", "mis", "un", "una", "otro", "otra", "nuestro", "nuestra"})
_HE = frozenset({"lui", "elle", "eux", "elles"})
_BACK = 6
_OWN = frozenset({"ich", "wir", "mich", "yo", "je", "j", "moi", "nous"})


def find_inverted(tokens: Sequence[Token], clauses: Sequence[int], names_person: Callable[[Token], bool]) -> set[int]:
    """Tokens of clauses that tell what a person named after the verb did."""
    found: set[int] = set()
    for at in range(1, len(tokens) - 1):
        following = tokens[at + 1]
        if following.kind != "word":
            continue
        if _is_french(tokens, at, names_person):
            found |= _clause(tokens, clauses, at) | _clause_before(tokens, clauses, at)
        elif _is_spanish(tokens, at) or (
            at + 2 < len(tokens) and _is_german(tokens, at, _subject(tokens, at), names_person)
        ):
            found |= _clause(tokens, clauses, at)
    return found


def _is_spanish(tokens: Sequence[Token], at: int) -> bool:
    """A pronoun for what was done, the verb, then who did it."""
    before = tokens[at - 1].low
    return (
        before in _SPANISH
        and any(token.low in (before, "el") for token in tokens[max(at - _BACK, 0) : at - 1])
        and bool(find_verbs(tokens[at].text, "es"))
        and tokens[at].low == tokens[at].text
        and (
            (tokens[at + 1].text in _ARTICLES and [token.kind for token in tokens[at + 2 : at + 3]] == ["word"])
            or tokens[at + 1].low in lexicon.words("agency", "departments")
        )
    )


def _subject(tokens: Sequence[Token], at: int) -> int:
    """Where the subject may begin after a verb and words such as "bei uns", "dort immer"."""
    start = at + 1
    while start < min(at + _BACK, len(tokens) - 2) and tokens[start].low in lexicon.words("agency", "between"):
        start += 1
    return start


def _is_german(tokens: Sequence[Token], at: int, subject: int, names_person: Callable[[Token], bool]) -> bool:
    """What was done, the verb, then who did it."""
    return (
        tokens[subject].low in _GERMAN
        and (tokens[at - 1].capital or tokens[at - 1].low in ("das", "dies"))
        and tokens[at].text.islower()
        and tokens[subject + 1].capital
        and (
            names_person(tokens[subject + 1])
            or tokens[subject + 1].low.endswith(tuple(lexicon.words("agency", "heads")))
        )
        and bool(find_verbs(tokens[at].text, "de"))
    )


def _is_french(tokens: Sequence[Token], at: int, names_person: Callable[[Token], bool]) -> bool:
    """As "c'est lui", "c'était le chef"."""
    if tokens[at].low not in ("est", "était") or tokens[at - 1].low != "c":
        return False
    return tokens[at + 1].low in _HE or (at + 2 < len(tokens) and names_person(tokens[at + 2]))


def _clause(tokens: Sequence[Token], clauses: Sequence[int], at: int) -> set[int]:
    """The clause of a token, unless the person is named in it."""
    inside = {k for k in range(len(tokens)) if clauses[k] == clauses[at]}
    return set() if any(tokens[k].low in _OWN for k in inside) else inside


def _clause_before(tokens: Sequence[Token], clauses: Sequence[int], at: int) -> set[int]:
    begin = next((k for k in range(at, -1, -1) if clauses[k] != clauses[at]), -1)
    return _clause(tokens, clauses, begin) if begin >= 0 and tokens[begin].kind != "stop" else set()
