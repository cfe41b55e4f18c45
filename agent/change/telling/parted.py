"""Verbs of two words with their thing between them: "called the autumn tour off" says what "called off the autumn tour" does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from agent.change import lexicon
from agent.change.language.phrases import find_phrases
from agent.change.language.tokens import Token, tokenise
from agent.change.telling.marks import Mark

_REACH = 7
_BETWEEN = 2


def find_parted(tokens: Sequence[Token], marks: Sequence[Mark]) -> Iterator[tuple[tuple[int, int], frozenset[int]]]:
    """The verb and the particle of each English verb of two words that are parted, with its meanings."""
    particles = lexicon.words("verbs", "parted")
    for at in range(_BETWEEN, len(tokens)):
        if tokens[at].low not in particles or not _ends_there(tokens, at):
            continue
        verb = _verb_before(marks, at)
        if verb >= 0:
            groups = _meanings(tokens[verb].lemma, tokens[at].low)
            if groups:
                yield (verb, at), groups


def _ends_there(tokens: Sequence[Token], at: int) -> bool:
    """Whether a particle has no thing after it, so that it is no preposition ("up the stairs")."""
    if at + 1 == len(tokens) or tokens[at + 1].kind in ("stop", "pause"):
        return True
    low = tokens[at + 1].low
    return low in lexicon.words("verbs", "after_parted") or low in lexicon.words("verbs", "joining")


def _verb_before(marks: Sequence[Mark], at: int) -> int:
    """The verb that a particle belongs to: the nearest before it in its clause, with something between."""
    for k in range(at - 1, max(at - _REACH, 0) - 1, -1):
        if marks[k].clause != marks[at].clause or marks[k].sentence != marks[at].sentence:
            return -1
        if marks[k].verb == k:
            return k if at - k >= _BETWEEN else -1
    return -1


@lru_cache(maxsize=20_000)
def _meanings(verb: str, particle: str) -> frozenset[int]:
    tokens = tokenise(f"{verb} {particle}", "en")
    return frozenset(
        group
        for phrase in find_phrases(tokens, "en")
        if (phrase.first, phrase.last) == (0, 1) and not phrase.skill
        for group in phrase.groups
    )
