"""Keeps what bounds a relative, reported or temporal clause to the words of that clause: the main deed stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from agent.change import lexicon
from agent.change.language.tokens import Token
from agent.change.telling.subordinate import Subordinate

_OF_DEEDS: Final = frozenset({"unreal", "learning"})
_OF_STANDING: Final = frozenset({"lapsed", "progress"})
_SO: Final = frozenset({"so"})
_REACH: Final = 7
_WIDE: Final = 20


def keeps_to_clause(kind: str, clause: Subordinate, tokens: Sequence[Token], sentences: Sequence[int]) -> bool:
    """Whether a limit of this kind says nothing of the main deed beside its clause."""
    if clause.personal or kind in _OF_DEEDS:
        return True
    return kind in _OF_STANDING and not _names_paper(clause, tokens, sentences)


def bounded_by(
    kind: str, clause: Subordinate, tokens: Sequence[Token], verbs: Sequence[bool], first: int, last: int
) -> set[int]:
    """What a limit takes back of its clause: the deeds there ("who wanted to borrow books"), all if the person no longer has a thing."""
    if kind in _OF_STANDING and any(
        tokens[k].low in lexicon.words("agency", "person") for k in range(clause.first, last)
    ):
        return set(range(clause.first, clause.end))
    deeds = {k for k in range(clause.first, clause.end) if verbs[k] and not first <= k < last}
    deeds |= {last + 1} if last + 1 < clause.end else {first - 1}
    return deeds


def supposed(tokens: Sequence[Token], subordinates: Mapping[int, Subordinate], at: int) -> set[int]:
    """The deed of a modal in a report ("asked whether I could audit", "drew how it could be mended"), none if it is no report."""
    if tokens[at].low not in lexicon.words("agency", "supposing") or at + 1 >= len(tokens):
        return set()
    clause = subordinates.get(at)
    begins = clause.first if clause else at
    before = {token.low for token in tokens[max(begins - _REACH, 0) : begins]}
    own = tokens[at - 1].low in lexicon.words("agency", "person") if at else False
    of_a_thing = clause is not None and (clause.personal or (clause.relative and not own))
    reported = before & lexicon.words("agency", "reporting") and not of_a_thing
    if not reported or before & _SO:
        return set()
    following = tokens[at + 1].low
    if [token.low for token in tokens[at + 2 : at + 3]] == ["to"] and at + 3 < len(tokens):
        return {at + 3}
    if following in ("be", "have") and at + 2 < len(tokens):
        return {at + 2}
    return {at + 1} if own else set()


def _names_paper(clause: Subordinate, tokens: Sequence[Token], sentences: Sequence[int]) -> bool:
    """Whether the sentence speaks of a paper or course, or of holding one, which the clause may take back."""
    sections = lexicon.section("credentials", "words")
    papers = frozenset().union(*sections.values()) | lexicon.words("credentials", "studies")
    held = lexicon.words("credentials", "held")
    return any(
        tokens[k].low in held or tokens[k].low in papers or tokens[k].lemma in papers
        for k in range(max(clause.first - _WIDE, 0), clause.first)
        if sentences[k] == sentences[clause.first]
    )
