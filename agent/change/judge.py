"""Word by word: is what a sentence claims in the evidence, said of the same role, as far, and without a limit it drops?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from agent.change.book import Book, Place
from agent.change.counting import check_quantity
from agent.change.kinds import STRICT, Claim, classify
from agent.change.reading import IMPLIED, Mark, Reading, keys_of

_ENFORCED = frozenset({"progress", "coursework", "lapsed", "learning", "failed", "basic", "trial"})
_LIMIT_WHY = {
    "progress": "The evidence says it is not completed.",
    "coursework": "The evidence says it was coursework or practice only.",
    "lapsed": "The evidence says it is no longer valid.",
    "learning": "The evidence says you are still learning it.",
    "failed": "The evidence says it did not succeed.",
    "basic": "The evidence says it only to a basic degree.",
    "trial": "The evidence says it was a trial or a plan only.",
}


@dataclass
class Doubt:
    """Tokens `first` to `last` (inclusive) are not supported."""

    first: int
    last: int
    why: str


@dataclass
class Judgement:
    doubts: list[Doubt] = field(default_factory=list)
    lines: Counter[int] = field(default_factory=Counter)


def judge(reading: Reading, book: Book, posting: frozenset[str | int] = frozenset()) -> Judgement:
    """Judge every token of a text against the evidence."""
    result = Judgement()
    claims = classify(reading)
    covered = _phrase_support(reading, book)
    counted = {k for q in reading.quantities for k in range(q.first, q.last + 1)}
    places: list[tuple[Place, ...]] = []
    for at, claim in enumerate(claims):
        found = covered.get(at, ())
        if not found and (claim is not Claim.FREE or at in covered):
            found = _support(reading, at, book, claim)
        places.append(found)
    for at, claim in enumerate(claims):
        if claim is Claim.FREE or at in counted:
            continue
        why = _refusal(reading, at, claim, places[at], book)
        if why:
            result.doubts.append(Doubt(at, at, why))
        else:
            result.lines.update({place.line for place in places[at]})
    result.doubts.extend(_overstated(reading, claims, places, book))
    for quantity in reading.quantities:
        if covered.get(quantity.first):
            continue
        sentence = reading.marks[quantity.first].sentence
        near = frozenset(
            place.line
            for at, found in enumerate(places)
            if reading.marks[at].sentence == sentence and claims[at] is not Claim.FREE
            for place in found
        )
        count = check_quantity(reading, quantity, book, near)
        if count.why:
            result.doubts.append(Doubt(quantity.first, quantity.last, count.why))
        result.lines.update(set(count.lines))
    del posting
    return result


def _phrase_support(reading: Reading, book: Book) -> dict[int, tuple[Place, ...]]:
    """Tokens of phrases that the evidence says as a whole, perhaps in other words, and where."""
    found: dict[int, tuple[Place, ...]] = {}
    for phrase in reading.phrases:
        places = tuple(place for group in phrase.groups for place in book.index.get(group, ()))
        if places:
            for at in range(phrase.first, phrase.last + 1):
                found[at] = (*found.get(at, ()), *places)
    return found


def _support(reading: Reading, at: int, book: Book, claim: Claim) -> tuple[Place, ...]:
    token = reading.tokens[at]
    wanted: set[str | int] = set(keys_of(token.lemma, token.low, token.root))
    if claim in (Claim.NAME, Claim.RANK, Claim.TRADE, Claim.PRAISE, Claim.SKILL):
        wanted = {token.low, token.lemma}
    elif claim not in STRICT:
        wanted.add("=" + token.lemma)
    return tuple(place for key in wanted for place in book.index.get(key, ()))


def _refusal(reading: Reading, at: int, claim: Claim, places: tuple[Place, ...], book: Book) -> str:
    if not places:
        return claim.value
    mark = reading.marks[at]
    if mark.denied:
        return ""
    standing = [place for place in places if not _mark(book, place).denied]
    if not standing:
        return "The evidence denies this."
    limits = [_mark(book, place).limits & _ENFORCED for place in standing]
    if all(kinds and not kinds & mark.limits for kinds in limits) and not _is_limit(reading, at):
        return _LIMIT_WHY[min(limits[0])]
    return ""


def _is_limit(reading: Reading, at: int) -> bool:
    return bool(reading.marks[at].limits)


def _mark(book: Book, place: Place) -> Mark:
    return book.lines[place.line].reading.marks[place.token]


def _overstated(reading: Reading, claims: list[Claim], places: list[tuple[Place, ...]], book: Book) -> list[Doubt]:
    """Verbs that claim more of the doing than the evidence gives for what they govern."""
    governed: dict[int, list[tuple[int, int]]] = {}
    for at, mark in enumerate(reading.marks):
        if mark.verb < 0 or mark.verb == at or claims[at] in (Claim.FREE, Claim.NAME) or not places[at] or mark.denied:
            continue
        level = max(_mark(book, place).level or IMPLIED for place in places[at])
        governed.setdefault(mark.verb, []).append((mark.level, level))
    doubts = []
    for verb, pairs in governed.items():
        if all(said > given for said, given in pairs):
            places_of_verb = places[verb]
            if any((_mark(book, place).level or IMPLIED) >= reading.marks[verb].level for place in places_of_verb):
                continue
            doubts.append(Doubt(verb, verb, "The evidence gives you a smaller part in this."))
    return doubts
