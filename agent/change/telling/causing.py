"""What the person saw others do, let them do, or had done by them."""

from __future__ import annotations

from collections.abc import Sequence

from agent.change import lexicon
from agent.change.language.tokens import Token
from agent.change.telling.people import is_person_word

_REACH = 4
SEEN = frozenset(["watched", "saw", "observed", "heard", "let", "had", "asked", "got"])
_CAUSED_TO = frozenset({"got", "asked"})
_AFTER_NOUNS = frozenset(
    [
        "of",
        "in",
        "with",
        "for",
        "at",
        "to",
        "and",
        "or",
        "on",
        "from",
        "about",
        "by",
        "who",
        "that",
        "as",
        "if",
        "whether",
        "how",
        "what",
        "when",
        "where",
        "why",
        "which",
        "before",
        "after",
        "because",
        "until",
    ]
)


def seen_doing(tokens: Sequence[Token], clauses: Sequence[int], verbs: Sequence[bool], at: int) -> set[int]:
    """As "watched the fitter set up the press": from the other's deed on, if somebody is named before it."""
    for k in range(at + 1, min(at + _REACH + 2, len(tokens) - 1)):
        if clauses[k] != clauses[at] or tokens[k].kind != "word" or verbs[k]:
            return set()
        deed = tokens[k + 1]
        if tokens[at].low == "let" and deed.low == "know":
            return set()
        if is_person_word(tokens[k]) and deed.kind == "word" and deed.low not in _AFTER_NOUNS:
            return {k + 1} if tokens[at].low in lexicon.words("agency", "causing") else rest_of(clauses, k + 1)
        if is_person_word(tokens[k]) and tokens[at].low in _CAUSED_TO and deed.low == "to" and k + 2 < len(tokens):
            return {k + 2}
    return set()


def had_done(tokens: Sequence[Token], clauses: Sequence[int], at: int) -> set[int]:
    """As "ließ den Elektriker die Lampen montieren", "demandé au menuisier de réparer": the deed somebody else was to do."""
    who = next((k for k in range(at + 1, min(at + _REACH, len(tokens))) if is_person_word(tokens[k])), 0)
    if not who:
        return set()
    rest = [k for k in rest_of(clauses, at) if k > who and tokens[k].kind == "word"]
    if tokens[at].low in ("ließ", "ließen"):
        return {max(rest)} if rest else set()
    return {k for k in rest if tokens[k - 1].low in ("de", "d", "à", "que", "zu")}


def rest_of(clauses: Sequence[int], at: int) -> set[int]:
    """The tokens from here to the end of the clause."""
    end = at
    while end < len(clauses) and clauses[end] == clauses[at]:
        end += 1
    return set(range(at, end))
