"""Which tokens stand in a relative, reported, temporal or conditional clause, beside the main deed of their sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from agent.change import lexicon
from agent.change.language.tokens import Token

_NEAR: Final = 6
_AS: Final = 3
_TAKEN_UP = frozenset({"it", "them", "that", "this", "those"})
_BOUNDS = ("stop", "pause")
_AFTER_COMMA = frozenset({"der", "die", "das", "den", "dem", "was", "que"})
_PERSONAL = frozenset({"who", "whom", "whose", "qui", "quien", "quienes", "deren", "dessen"})
_RELATIVE = frozenset({"which", "that", "que", "der", "die", "das", "den", "dem", "dont", "welche", "welcher"})


@dataclass(slots=True, eq=False)
class Subordinate:
    """A clause under the main deed of its sentence: its first token, and the token after its last."""

    first: Final[int]
    end: Final[int]
    personal: Final[bool]
    relative: Final[bool]


def find_subordinates(
    tokens: Sequence[Token], sentences: Sequence[int], verbs: Sequence[bool]
) -> dict[int, Subordinate]:
    """For each token of a clause that stands under a main deed, that clause; `verbs` tells which tokens look like verbs."""
    found: dict[int, Subordinate] = {}
    beginning = lexicon.words("agency", "subordinating")
    for at, token in enumerate(tokens):
        if token.low not in beginning or not _begins(tokens, at):
            continue
        end = _end(tokens, sentences, verbs, at)
        if not _has_main_deed(sentences, verbs, at, end) or not _has_verb(tokens, verbs, at, end):
            continue
        clause = Subordinate(at, end, token.low in _PERSONAL, _is_relative(tokens, verbs, at))
        found.update((k, clause) for k in range(at, end))
    return found


def _is_relative(tokens: Sequence[Token], verbs: Sequence[bool], at: int) -> bool:
    """Whether a clause tells of the thing named before it, and not what was said or noted ("noted which walls")."""
    reported = at > 0 and verbs[at - 1] and tokens[at - 1].low in lexicon.words("agency", "reporting")
    return tokens[at].low in _RELATIVE and not reported


def _begins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that may begin such a clause does: the German ones that are articles, too, only after a comma."""
    if tokens[at].low in _AFTER_COMMA - {"que"}:
        return at > 0 and tokens[at - 1].text == ","
    return at + 1 < len(tokens) and tokens[at + 1].kind == "word"


def _end(tokens: Sequence[Token], sentences: Sequence[int], verbs: Sequence[bool], at: int) -> int:
    """Where the clause ends: at a pause, before a new verb that is joined on, or before the person said anew."""
    told = False
    for k in range(at + 1, len(tokens)):
        if sentences[k] != sentences[at] or tokens[k].kind in _BOUNDS:
            return k
        if told and tokens[k].low in lexicon.words("agency", "person"):
            return k
        if (
            tokens[k].low in lexicon.words("agency", "conjoining")
            and k + 1 < len(tokens)
            and _tells(tokens, verbs, k + 1)
        ):
            return k
        told = told or _tells(tokens, verbs, k) or tokens[k].low in lexicon.words("agency", "modal")
    return len(tokens)


def _tells(tokens: Sequence[Token], verbs: Sequence[bool], at: int) -> bool:
    return verbs[at] or tokens[at].low in lexicon.words("agency", "person")


def _has_verb(tokens: Sequence[Token], verbs: Sequence[bool], at: int, end: int) -> bool:
    """Whether a clause says something of somebody or something ("before we left"), and is no mere date ("before May")."""
    finite = lexicon.words("agency", "modal") | lexicon.words("agency", "being") | lexicon.words("agency", "having")
    return any(
        tokens[k].low in finite or tokens[k].low.endswith("n't") or (verbs[k] and not tokens[k].low.endswith("ing"))
        for k in range(at + 1, end)
    )


def _has_main_deed(sentences: Sequence[int], verbs: Sequence[bool], at: int, end: int) -> bool:
    """Whether a deed is told in the sentence before the clause, or after one that begins the sentence."""
    k = at - 1
    while k >= 0 and sentences[k] == sentences[at]:
        if verbs[k]:
            return True
        k -= 1
    if k + 1 != at:
        return False
    return any(verbs[k] for k in range(end, len(verbs)) if sentences[k] == sentences[at])


def reported_of_others(
    tokens: Sequence[Token], verbs: Sequence[bool], clause: Subordinate, told: AbstractSet[int]
) -> set[int]:
    """The deeds of a clause that are somebody else's: those `told` of a person named, and those only read or seen done."""
    heading = lexicon.words("verbs", "4") | lexicon.words("verbs", "5")
    before = lexicon.words("agency", "modal") - lexicon.words("agency", "being")
    deeds = {k for k in told if k < clause.end and (verbs[k] or tokens[k - 1].low in before)}
    if any(tokens[k].lemma in heading for k in deeds):
        deeds = {k for k in told if k < clause.end}
    if clause.relative or clause.personal or not clause.first:
        return deeds
    learnt = tokens[clause.first - 1].low in lexicon.words("agency", "perceiving") or (
        clause.first > 1 and tokens[clause.first - 2].low in lexicon.words("agency", "perceiving")
    )
    return deeds | {k for k in range(clause.first, clause.end) if verbs[k]} if learnt else deeds


def spares_things(tokens: Sequence[Token], subordinates: Mapping[int, Subordinate], at: int) -> bool:
    """Whether a denial in a clause under the main deed takes back no more than the deed denied there, not what it was done to.

    So it is of others' doing ("visitors who had never been to the museum"), and where the main deed takes the thing up
    ("when I could not solve a ticket I passed it on").
    """
    clause = subordinates.get(at)
    if clause is None or (
        tokens[at].low not in lexicon.words("agency", "denying_deeds") and "n't" not in tokens[at].low
    ):
        return False
    person = lexicon.words("agency", "person")
    if not any(tokens[k].low in person for k in range(clause.first, at)):
        return True
    after = range(clause.end, min(clause.end + _NEAR, len(tokens)))
    return any(tokens[k].low in person for k in after) and any(tokens[k].low in _TAKEN_UP for k in after)


def deeds_of_persons(tokens: Sequence[Token], verbs: Sequence[bool], clause: Subordinate) -> set[int]:
    """What is told of those a clause with "who" speaks of ("the man who trained the horses"), none where that is the person."""
    before = {token.low for token in tokens[max(clause.first - _NEAR, 0) : clause.first]}
    as_one = clause.first >= _AS and tokens[clause.first - _AS].low == "as"
    if as_one or before & (lexicon.words("agency", "being") | lexicon.words("agency", "singling")):
        return set()
    return {k for k in range(clause.first, clause.end) if verbs[k]}
