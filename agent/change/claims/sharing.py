"""Deeds of a group that the person was one of: "part of the crew that rebuilt the bridge" is not "rebuilt the bridge"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.claims.support import mark_at
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import IMPLIED, is_verb_at
from agent.change.telling.reading import Reading

_WHY = "The evidence gives you a smaller part in this."
_BACK = 7
_NEAR = 3


def find_taken_alone(
    reading: Reading, claims: Sequence[Claim], places: Sequence[tuple[Place, ...]], book: Book
) -> Iterator[Doubt]:
    """Deeds that a text claims for the person and the evidence says of a group only, of which the text does not speak."""
    yield from _find_answering(reading, claims, places, book)
    if reading.language != "en" or any(token.low in _sharing() for token in reading.tokens):
        return
    for at, mark in enumerate(reading.marks):
        if mark.verb != at or mark.level < IMPLIED or mark.denied or mark.other or claims[at] is Claim.FREE:
            continue
        governed = [k for k in reading.beside(at) if reading.marks[k].verb == at and claims[k] is not Claim.FREE]
        things = [k for k in governed if k != at] or [at]
        stated = [place for k in things for place in places[k]]
        if stated and all(place.token in _shared(book.lines[place.line].reading) for place in stated):
            yield Doubt(at, at, _WHY)


def _find_answering(
    reading: Reading, claims: Sequence[Claim], places: Sequence[tuple[Place, ...]], book: Book
) -> Iterator[Doubt]:
    """Words like "responsible for" said of things that the evidence says the person helped with only."""
    for at, token in enumerate(reading.tokens):
        if token.low not in lexicon.words("agency", "answering") or reading.marks[at].denied or reading.marks[at].level:
            continue
        things = [
            k
            for k in reading.beside(at)
            if k > at and reading.marks[k].clause == reading.marks[at].clause and claims[k] is not Claim.FREE
        ]
        if any(reading.marks[k].level for k in things):
            continue
        given = [mark_at(book, place).level for k in things for place in places[k]]
        if given and all(0 < level < IMPLIED for level in given):
            yield Doubt(at, at, _WHY)


def _sharing() -> frozenset[str]:
    return lexicon.words("wholes", "sharing", "all")


@lru_cache(maxsize=20_000)
def _shared(line: Reading) -> frozenset[int]:
    """What a line says that a group did which the person belonged to, from the deed to the end of its sentence."""
    if line.language != "en":
        return frozenset()
    found: set[int] = set()
    for at, token in enumerate(line.tokens):
        if token.low not in lexicon.words("wholes", "groups", "all") or not _belongs(line, at):
            continue
        deed = next((k for k in range(at + 1, min(at + 1 + _NEAR, len(line.tokens))) if is_verb_at(line.tokens, k)), -1)
        between = {other.low for other in line.tokens[at + 1 : max(deed, 0)]}
        if deed > 0 and between <= {"that", "which", "who", "has", "had", "have", "then", "later"}:
            found |= {k for k in line.beside(at) if k >= deed and line.marks[k].clause <= line.marks[deed].clause}
    return frozenset(found)


def _belongs(line: Reading, at: int) -> bool:
    """Whether what stands before a group makes the person one of it, not its leader."""
    before = [token.low for token in line.tokens[max(at - _BACK, 0) : at]]
    if any(word in lexicon.words("wholes", "leading", "all") for word in before):
        return False
    return bool(set(before) & lexicon.words("wholes", "belonging", "all"))
