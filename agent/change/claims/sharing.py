"""Deeds of a group that the person was one of: "part of the crew that rebuilt the bridge" is not "rebuilt the bridge"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.claims.support import mark_at
from agent.change.claims.titles import calls_somebody
from agent.change.language.tokens import Token
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import IMPLIED, is_verb_at
from agent.change.telling.reading import Reading, keys_of

_WHY = "The evidence gives you a smaller part in this."
_BACK = 7
_NEAR = 3
_STEM = 4


def find_taken_alone(aligned: Alignment) -> Iterator[Doubt]:
    """Deeds that a text claims for the person and the evidence says of a group only, of which the text does not speak."""
    yield from _find_answering(aligned)
    yield from _find_witnessed(aligned)
    yield from _find_unaided(aligned.reading, aligned.places, aligned.book)
    if aligned.reading.language != "en" or any(token.low in _sharing() for token in aligned.reading.tokens):
        return
    for at, mark in enumerate(aligned.reading.marks):
        if mark.verb != at or mark.level < IMPLIED or mark.denied or mark.other or aligned.claims[at] is Claim.FREE:
            continue
        governed = [
            k
            for k in aligned.reading.beside(at)
            if aligned.reading.marks[k].verb == at and aligned.claims[k] is not Claim.FREE
        ]
        things = [k for k in governed if k != at] or [at]
        stated = [place for k in things for place in aligned.places[k]]
        if stated and all(place.token in _shared(aligned.book.lines[place.line].reading) for place in stated):
            yield Doubt(at, at, _WHY)


def _find_answering(aligned: Alignment) -> Iterator[Doubt]:
    """Words like "responsible for" said of things that the evidence says the person helped with only."""
    for at, token in enumerate(aligned.reading.tokens):
        if (
            token.low not in lexicon.words("agency", "answering")
            or aligned.reading.marks[at].denied
            or aligned.reading.marks[at].level
        ):
            continue
        things = [k for k in aligned.reading.in_clause(at) if k > at and aligned.claims[k] is not Claim.FREE]
        if any(aligned.reading.marks[k].level for k in things):
            continue
        given = [mark_at(aligned.book, place).level for k in things for place in aligned.places[k]]
        if given and all(0 < level < IMPLIED for level in given):
            yield Doubt(at, at, _WHY)


def _find_unaided(reading: Reading, places: Sequence[tuple[Place, ...]], book: Book) -> Iterator[Doubt]:
    """Words like "independently" where a line that the sentence rests on tells of supervision."""
    for at, token in enumerate(reading.tokens):
        if token.low not in lexicon.words("witnessing", "unaided") or reading.marks[at].denied:
            continue
        home = {place.line for k in reading.beside(at) for place in places[k]}
        lines = [book.lines[line].reading for line in home]
        if any(other.low in lexicon.words("witnessing", "guided") for line in lines for other in line.tokens):
            yield Doubt(at, at, _WHY)


def _find_witnessed(aligned: Alignment) -> Iterator[Doubt]:
    """Deeds that a text claims and the evidence tells of others only, as the time at which something else was done."""
    if aligned.reading.language != "en" or any(
        token.low in lexicon.words("witnessing", "owning") or token.low in lexicon.words("wholes", "groups", "all")
        for token in aligned.reading.tokens
    ):
        return
    for at, mark in enumerate(aligned.reading.marks):
        if not is_verb_at(aligned.reading.tokens, at) or mark.denied or mark.other:
            continue
        if at and (
            aligned.reading.tokens[at - 1].low in lexicon.words("agency", "being")
            or _acts(aligned.reading.tokens[at - 1])
        ):
            continue
        things = [
            k
            for k in aligned.reading.beside(at)
            if k >= at
            and aligned.reading.marks[k].clause == mark.clause
            and aligned.places[k]
            and aligned.claims[k] is not Claim.FREE
        ]
        stated = [place for k in things for place in aligned.places[k]]
        if not stated or not all(_is_witnessed(aligned.book, place) for place in stated):
            continue
        deeds = {
            place
            for k in things
            for place in aligned.places[k]
            if _is_that_deed(aligned.reading, k, aligned.book, place)
        }
        sources = {aligned.book.lines[place.line].source.ref for place in stated}
        if deeds and not any(
            aligned.book.lines[place.line].source.ref in sources
            for place in _elsewhere(aligned.places[at], aligned.book)
        ):
            yield Doubt(at, at, _WHY)


def _is_that_deed(reading: Reading, at: int, book: Book, place: Place) -> bool:
    """Whether a word of a text is the very deed that a line tells of others."""
    line = book.lines[place.line].reading
    ours, theirs = reading.tokens[at], line.tokens[place.token]
    alike = bool(keys_of(ours) & keys_of(theirs)) or ours.low[:_STEM] == theirs.low[:_STEM]
    return alike and place.token in _witnessed(line)[1]


def _is_witnessed(book: Book, place: Place) -> bool:
    return place.token in _witnessed(book.lines[place.line].reading)[0]


def _elsewhere(places: Sequence[Place], book: Book) -> Iterator[Place]:
    return (place for place in places if not _is_witnessed(book, place))


@lru_cache(maxsize=20_000)
def _witnessed(line: Reading) -> tuple[frozenset[int], frozenset[int]]:
    """What a line tells of others as the time of something ("when the offices were re-cabled"), and the deeds in it."""
    if line.language != "en":
        return frozenset(), frozenset()
    found: set[int] = set()
    deeds: set[int] = set()
    for at, token in enumerate(line.tokens):
        if token.low not in lexicon.words("witnessing", "times") and not _is_meanwhile(line, at):
            continue
        clause = [k for k in line.beside(at) if k > at and line.marks[k].clause == line.marks[at].clause]
        deed = next((k for k in clause if _is_deed_of_others(line, at, k)), None)
        if deed is not None:
            found.update(clause)
            deeds.add(deed)
    return frozenset(found), frozenset(deeds)


def _is_meanwhile(line: Reading, at: int) -> bool:
    """As in "as the clinic was being inspected", not "as a porter"."""
    following = line.tokens[at + 1 : at + 2]
    return (
        line.tokens[at].low == "as"
        and bool(following)
        and following[0].low in ("the", "our", "their", "they", "she", "he")
    )


def _is_deed_of_others(line: Reading, time: int, at: int) -> bool:
    """Whether a verb tells what others did then: to something ("while they priced the merger") or unnamed ("was rebuilt")."""
    being = lexicon.words("agency", "being")
    if not is_verb_at(line.tokens, at) or line.tokens[at].low in being:
        return False
    joined = at - 2 if line.tokens[at - 1].text == "-" else at
    between = [line.tokens[k].low for k in range(time + 1, joined)]
    if not between or any(word in lexicon.words("witnessing", "person") for word in between):
        return False
    if between[-1] in being:
        return len(between) > 1 and not line.tokens[at].low.endswith("ing")
    if between[0] not in lexicon.words("agency", "determiners") and between[0] not in lexicon.words(
        "witnessing", "they"
    ):
        return False
    following = line.tokens[at + 1 : at + 2]
    acted = between[-1] in lexicon.words("witnessing", "they") or _acts(line.tokens[at - 1])
    return (
        acted
        and bool(following)
        and following[0].kind == "word"
        and following[0].low not in lexicon.words("agency", "prepositions")
    )


def _acts(token: Token) -> bool:
    """Whether a word names people or an organisation."""
    forms = {token.low, token.lemma}
    return calls_somebody(token) or any(
        not forms.isdisjoint(lexicon.words("agency", kind)) for kind in ("somebody", "organisations", "headed")
    )


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
    near = [word for word in before[-_NEAR:] if word in lexicon.words("agency", "prepositions")]
    if near and near[-1] in lexicon.words("witnessing", "beside"):
        return True
    if any(word in lexicon.words("wholes", "leading", "all") for word in before):
        return False
    return bool(set(before) & lexicon.words("wholes", "belonging", "all"))
