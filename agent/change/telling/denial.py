"""What a sentence denies: which of its tokens did not happen, are not had, or were left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal

from agent.change import lexicon
from agent.change.language.runs import Runs
from agent.change.language.tokens import Token
from agent.change.telling.subordinate import Subordinate, spares_things

_Kind = Literal["excluding", "disowned"]


def find_denied(
    tokens: Sequence[Token],
    sentences: Sequence[int],
    verbs: Sequence[bool],
    subordinates: Mapping[int, Subordinate],
) -> list[bool]:
    """For each token whether it is denied; `verbs` tells which look like verbs, `subordinates` which stand under a main deed."""
    denied = [False] * len(tokens)
    if not any(
        token.low in negations() or token.low in _phrases().begins or token.low.endswith("n't") for token in tokens
    ):
        return denied
    active, bounded, sentence = False, False, -1
    ends = near = -1
    sparing = False
    passed = prefixed = -1
    for i, token in enumerate(tokens):
        if (
            sentences[i] != sentence
            or i == ends
            or token.kind == "pause"
            or (i > passed and token.low in lexicon.words("verbs", "contrast") and not (token.low == "yet" and active))
            or (bounded and i > passed + 1 and _tells_anew(tokens, verbs, i))
        ):
            active, bounded, sentence, sparing = False, False, sentences[i], False
        if token.low == "nicht" and _ends_clause(tokens, i):
            _deny_before(tokens, sentences, denied, i, subordinates)
        last, kind = next(_phrases().at(tokens, i), (i, None))
        if kind == "excluding" and not active and not _counts(tokens, last + 1) and not _is_saved(tokens, i):
            active, bounded, passed, sparing = True, True, last, False
            ends = _ends(subordinates, i)
        if kind == "disowned":
            _deny_before(tokens, sentences, denied, i, subordinates)
            denied[i : last + 1] = [True] * (last + 1 - i)
            passed = max(passed, last)
        if i <= passed:
            continue
        if _is_prefix(tokens, i):
            prefixed = i + 2
        elif _negates(tokens, i):
            active, bounded, ends = True, False, _ends(subordinates, i)
            sparing = spares_things(tokens, subordinates, i)
            near = i
            continue
        near = i if active and near == i - 1 and token.low in _lightly() else near
        denied[i] = (active and (not sparing or verbs[i] or i == near + 1)) or i == prefixed
    return denied


def _tells_anew(tokens: Sequence[Token], verbs: Sequence[bool], at: int) -> bool:
    """Whether a verb begins something else, and is not what "to be" before it leads to ("have yet to be certified")."""
    being = lexicon.words("agency", "being")
    return tokens[at].low in being or (verbs[at] and tokens[at - 1].low not in being)


def _ends(subordinates: Mapping[int, Subordinate], at: int) -> int:
    """Where a denial ends at the latest: with the clause under the main deed that it stands in, -1 if it stands in none."""
    clause = subordinates.get(at)
    return clause.end if clause else -1


def _negates(tokens: Sequence[Token], at: int) -> bool:
    return (tokens[at].low in negations() or tokens[at].low.endswith("n't")) and not (
        at + 1 < len(tokens) and tokens[at + 1].low in ("only", "just", "more", "less", "fewer", "later", "longer")
    )


def _is_prefix(tokens: Sequence[Token], at: int) -> bool:
    """Whether a negation is the first part of a word, of which it denies the rest and no more: "non-clinical work"."""
    joined = tokens[at : at + 3]
    return (
        len(joined) > 2
        and joined[0].low in negations()
        and joined[1].low == "-"
        and joined[0].end == joined[1].start
        and joined[1].end == joined[2].start
    )


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number follows: "3 days instead of 10" tells what it was before."""
    return at < len(tokens) and tokens[at].kind == "number"


def _is_saved(tokens: Sequence[Token], at: int) -> bool:
    """As in "helped clients save for retirement": what somebody does, not what is left out."""
    if tokens[at].low != "save" or at < 2:
        return False
    people = tokens[at - 1].low in lexicon.words("agency", "headed") | {"to", "them"}
    return people and tokens[at - 2].low not in lexicon.words("agency", "wholes")


@cache
def _lightly() -> frozenset[str]:
    """What may stand between a denial and the deed it denies."""
    words = lexicon.words("agency", "modal") | lexicon.words("agency", "being") | lexicon.words("agency", "having")
    return words | {"yet", "always", "even", "encore", "todavía"}


@cache
def negations() -> frozenset[str]:
    """The words of every language that deny."""
    return frozenset().union(*lexicon.section("classes", "negation").values())


def _deny_before(
    tokens: Sequence[Token],
    sentences: Sequence[int],
    denied: list[bool],
    at: int,
    subordinates: Mapping[int, Subordinate],
) -> None:
    """Deny what stands before a token in its part of the sentence, or in its clause under the main deed."""
    clause = subordinates.get(at)
    k = at - 1
    while (
        k >= (clause.first if clause else 0)
        and sentences[k] == sentences[at]
        and tokens[k].kind not in ("stop", "pause")
    ):
        if tokens[k].low in lexicon.words("verbs", "joining"):
            return
        denied[k], k = True, k - 1


def _ends_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether a German "nicht" stands at the end of its clause and so denies what comes before."""
    rest = tokens[at + 1 : at + 2]
    return not rest or rest[0].kind in ("stop", "pause")


@cache
def _phrases() -> Runs[_Kind]:
    """Phrases that leave something out."""
    kinds: tuple[_Kind, ...] = ("excluding", "disowned")
    return Runs((phrase.split(), kind) for kind in kinds for phrase in lexicon.words("denial", kind))
