"""Deeds that a line tells in a clause whose subject is somebody or something else: "a rota that the matron wrote".

Why: such a clause stands under a deed of the person's own, and its words would bear out that the person did both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.claims.refusal import ELSEWHERE
from agent.change.claims.support import is_exact
from agent.change.claims.titles import calls_somebody
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import is_verb_at
from agent.change.telling.people import is_person_word
from agent.change.telling.reading import Reading, keys_of

_LONGEST_SUBJECT = 6
_PHRASAL = 2
_BOUNDS = ("stop", "pause")
_JOINS = frozenset({"and", "or", "&"})


def find_told_in_clauses(reading: Reading, places: Sequence[tuple[Place, ...]], book: Book) -> Iterator[Doubt]:
    """Deeds that an English text claims and the evidence tells in such clauses only."""
    if reading.language != "en" or not any(told_in_clauses(line.reading) for line in book.lines):
        return
    own = told_in_clauses(reading)
    for at, mark in enumerate(reading.marks):
        if mark.verb != at or mark.denied or mark.other or at in own or not _is_claimed(reading, at):
            continue
        said = _said_of(reading, at, places, book)
        exact = [
            place
            for place in said
            if is_exact(reading, at, book, place) and (_is_deed(book, place) or _is_told(book, place))
        ]
        told = [place for place in exact or said if _is_told(book, place)]
        if not told or (not exact and _leaves_a_deed(reading, at, places, told, book)):
            continue
        lines = {book.lines[place.line].source.ref for place in told}
        if _is_done_to_another(reading, at, places, lines, book):
            continue
        mine = [place for place in said if not _is_told(book, place) and _is_deed(book, place)]
        if not any(place in exact or not exact or book.lines[place.line].source.ref not in lines for place in mine):
            yield Doubt(at, at, ELSEWHERE)


def _is_done_to_another(
    reading: Reading, at: int, places: Sequence[tuple[Place, ...]], lines: set[str], book: Book
) -> bool:
    """Whether a text says a deed of things that the evidence has only where nobody else's deed is told."""
    things = [k for k in reading.in_clause(at) if k > at and reading.marks[k].verb == at and places[k]]
    return bool(things) and not any(book.lines[place.line].source.ref in lines for k in things for place in places[k])


def _leaves_a_deed(
    reading: Reading, at: int, places: Sequence[tuple[Place, ...]], told: Sequence[Place], book: Book
) -> bool:
    """Whether a line tells a deed of the person that no other deed of the text says, so that this one may stand for it."""
    said = {
        place
        for k in reading.beside(at)
        if k != at and reading.marks[k].verb == k
        for place in _said_of(reading, k, places, book)
    }
    return any(
        mark.verb == k and not _is_told(book, Place(number, k)) and Place(number, k) not in said
        for number in {place.line for place in told}
        for k, mark in enumerate(book.lines[number].reading.marks)
    )


def _is_told(book: Book, place: Place) -> bool:
    return place.token in told_in_clauses(book.lines[place.line].reading)


def _is_deed(book: Book, place: Place) -> bool:
    """Whether a place is a deed or its noun, not a thing that another deed is done to."""
    line = book.lines[place.line].reading
    return is_verb_at(line.tokens, place.token) or line.marks[place.token].verb in (-1, place.token)


def _said_of(reading: Reading, at: int, places: Sequence[tuple[Place, ...]], book: Book) -> list[Place]:
    """Where the evidence says a deed itself or by another name, though it be so common that it claims nothing."""
    keys, groups = keys_of(reading.tokens[at]), _named_by(reading, at)
    return [
        place
        for place in places[at] or book.index.any_of(keys | groups)
        if is_exact(reading, at, book, place) or groups & _named_by(book.lines[place.line].reading, place.token)
    ]


def _named_by(line: Reading, at: int) -> frozenset[int]:
    """The meanings of a deed alone, or with the particle or two after it ("put in place"), not of what it was done to."""
    short = [phrase for phrase in line.phrases if phrase.first == at and phrase.last - at <= _PHRASAL]
    small = lexicon.words("clausal", "begins", "particles") | {"in", "place", "on", "to"}
    return frozenset(
        group
        for phrase in short
        if all(line.tokens[k].low in small for k in range(at + 1, phrase.last + 1))
        for group in phrase.groups
    )


def _is_claimed(reading: Reading, at: int) -> bool:
    """Whether a verb tells what the person did, not what was done to the thing before it."""
    tokens = reading.tokens
    before, following = tokens[at - 1 : at], tokens[at + 1 : at + 2]
    if following and following[0].low == "by":
        return False
    if not before or before[0].kind == "stop":
        return True
    low = before[0].low
    if before[0].kind == "pause":
        return bool(following) and not _has_gap(reading, at) and following[0].low != "to"
    return low in _JOINS or low.endswith("ly") or low in ("i", "then", "also", "personally")


@lru_cache(maxsize=8192)
def told_in_clauses(line: Reading) -> frozenset[int]:
    """The verbs of an English line, each with the words right after it, that a clause tells of a subject of its own, and
    those that it tells of somebody else in another way.
    """
    if line.language != "en":
        return frozenset()
    told = {k for k, mark in enumerate(line.marks) if mark.other and is_verb_at(line.tokens, k)}
    particles = lexicon.words("clausal", "begins", "particles")
    for deed in _deeds(line):
        told.add(deed)
        told.update(k for k in range(deed + 1, min(deed + 2, len(line.tokens))) if line.tokens[k].low in particles)
    return frozenset(told)


def _deeds(line: Reading) -> Iterator[int]:
    tokens = line.tokens
    relatives, times = lexicon.words("clausal", "begins", "relatives"), lexicon.words("clausal", "begins", "times")
    for at, token in enumerate(tokens[:-2]):
        if token.kind != "word":
            continue
        named = token.low in relatives
        if at and (named or token.low in times):
            verb = _verb_of(line, at + 1)
            if verb is not None and not (token.low in times and _is_lapse(line, at, verb)):
                yield verb
                yield from _joined(line, verb) if named else ()
        elif at and _may_take_clause(line, at):
            verb = _verb_of(line, at + 1)
            if verb is not None and _is_done_by_somebody(line, at + 1, verb) and _has_gap(line, verb):
                yield verb
                yield from _joined(line, verb)


def _verb_of(line: Reading, first: int) -> int | None:
    """The verb of which what begins at a token is the subject, if that is not the person."""
    tokens = line.tokens
    if not _opens_subject(line, first):
        return None
    small = lexicon.words("clausal", "subject", "between")
    for k in range(first + 1, min(first + 1 + _LONGEST_SUBJECT, len(tokens))):
        low = tokens[k].low
        if tokens[k].kind in _BOUNDS or low in lexicon.words("clausal", "subject", "stops"):
            return None
        if low in small or low.endswith("ly"):
            continue
        perfect = tokens[k - 1].low in lexicon.words("agency", "having") and low.endswith("ed")
        if perfect or is_verb_at(tokens, k) or low in lexicon.words("agency", "doing"):
            if low.endswith("ing") or low in lexicon.words("agency", "being"):
                return None
            return k if not _is_passive(line, k) else None
    return None


def _opens_subject(line: Reading, at: int) -> bool:
    """Whether a token may begin a subject other than the person and the person's own group."""
    token = line.tokens[at]
    if token.low in lexicon.words("clausal", "subject", "pronouns"):
        return True
    if token.low in ("my", "our") and line.tokens[at + 1].low in lexicon.words("wholes", "groups", "all"):
        return False
    if token.low in lexicon.words("agency", "determiners") or at in line.numbers:
        return True
    if is_verb_at(line.tokens, at) or token.low in lexicon.words("clausal", "subject", "stops"):
        return False
    return token.kind in ("word", "name") and (token.capital or is_person_word(token) or token.low.endswith("s"))


def _is_passive(line: Reading, at: int) -> bool:
    return line.tokens[at - 1].low in lexicon.words("agency", "being")


def _is_lapse(line: Reading, at: int, verb: int) -> bool:
    """Whether a word of time only says when ("after the first week cut costs"), and what follows is the person's."""
    return any(line.tokens[k].lemma in lexicon.words("clausal", "begins", "spells") for k in range(at + 1, verb))


def _may_take_clause(line: Reading, at: int) -> bool:
    """Whether a clause without "that" may follow a token: a thing, and a deed told before it."""
    token = line.tokens[at]
    return (
        token.low not in lexicon.words("clausal", "subject", "stops")
        and token.low not in lexicon.words("agency", "determiners")
        and not is_verb_at(line.tokens, at)
        and at not in line.numbers
        and line.marks[at].verb >= 0
    )


def _is_done_by_somebody(line: Reading, first: int, verb: int) -> bool:
    """Whether a subject is a person or a group."""
    tokens = line.tokens
    if tokens[first].low in lexicon.words("clausal", "subject", "pronouns"):
        return True
    between = range(first + 1, verb) if tokens[first].low in lexicon.words("agency", "determiners") else range(verb)
    return tokens[first].low in lexicon.words("agency", "determiners") and any(
        is_person_word(tokens[k])
        or calls_somebody(tokens[k])
        or tokens[k].low in lexicon.words("agency", "organisations")
        for k in between
    )


def _has_gap(line: Reading, verb: int) -> bool:
    """Whether no thing follows a verb, so that it is told of the thing before its clause."""
    if verb + 1 >= len(line.tokens):
        return True
    following = line.tokens[verb + 1]
    return (
        following.kind in _BOUNDS
        or following.low in _JOINS
        or following.low in lexicon.words("agency", "prepositions")
        or following.low in lexicon.words("clausal", "begins", "particles")
        or following.low.endswith("ly")
    )


def _joined(line: Reading, verb: int) -> Iterator[int]:
    """Further deeds of the same subject, told of the same thing ("wrote and rolled out")."""
    last = verb
    for k in range(verb + 1, len(line.tokens)):
        token = line.tokens[k]
        if token.kind == "stop" or k - last > _LONGEST_SUBJECT or token.low in lexicon.words("agency", "person"):
            return
        after = line.tokens[k - 1]
        if is_verb_at(line.tokens, k) and (after.low in _JOINS or after.kind == "pause"):
            if token.low.endswith("ing") or not _has_gap(line, k):
                return
            last = k
            yield k
