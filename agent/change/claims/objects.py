"""What was done to what: two deeds of one line do not change their things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.language.units import is_unit
from agent.change.numbers.measuring import units_of
from agent.change.numbers.products import is_apportioned
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading, keys_of

_WHY = "The evidence says this of something else."
_NEAR = 2
_JOINS = frozenset({"and", "or", "&", "und", "oder", "et", "ou", "y", "e", "o"})


def find_exchanged(aligned: Alignment) -> Iterator[Doubt]:
    """Verbs of a text that the evidence says of other things of the same line than the text does."""
    for verb in range(len(aligned.reading.tokens)):
        if aligned.reading.marks[verb].verb != verb or not is_verb_at(aligned.reading.tokens, verb):
            continue
        objects = list(_objects(aligned.reading, verb))
        if not objects or any(aligned.claims[k] is not Claim.FREE and not aligned.places[k] for k in objects):
            continue
        exact = [
            place
            for place in aligned.places[verb] or _same(aligned.reading, verb, aligned.book)
            if _is_same(aligned.reading, verb, aligned.book, place)
        ]
        if exact and all(_is_of_another(aligned, objects, place) for place in exact):
            yield Doubt(verb, verb, _WHY)


def _objects(reading: Reading, verb: int) -> Iterator[int]:
    """The words right after a verb, up to the first preposition, pause or verb; what a measure is of is one of them."""
    amounts = lexicon.words("wholes", "amounts", "all")
    units = units_of(reading)
    for k in range(verb + 1, len(reading.tokens)):
        token = reading.tokens[k]
        counted = (
            k - 1 in units
            or k - 2 in reading.numbers
            or bool({reading.tokens[k - 1].low, reading.tokens[k - 1].lemma} & amounts)
        )
        if (token.low == "of" and counted) or (token.low in ("de", "d") and k - 1 in reading.numbers):
            continue
        if token.kind in ("stop", "pause") or token.low in lexicon.words("agency", "prepositions"):
            return
        if is_verb_at(reading.tokens, k) or reading.marks[k].clause != reading.marks[verb].clause:
            return
        if (
            token.kind == "word"
            and token.low not in lexicon.words("agency", "determiners")
            and not (k in units or k in reading.numbers or is_unit(token))
        ):
            yield k


def _same(reading: Reading, verb: int, book: Book) -> Sequence[Place]:
    return book.index[reading.tokens[verb].lemma]


def _is_same(reading: Reading, verb: int, book: Book, place: Place) -> bool:
    line = book.lines[place.line].reading
    return line.tokens[place.token].lemma == reading.tokens[verb].lemma and line.marks[place.token].verb == place.token


def _is_of_another(
    aligned: Alignment,
    objects: Sequence[int],
    place: Place,
) -> bool:
    """Whether the line says the verb of other things, and says the text's things with other verbs only."""
    line = aligned.book.lines[place.line].reading
    theirs = [
        k for k in _objects(line, place.token) if line.tokens[k].low not in lexicon.words("classes", "free", "en")
    ]
    if not theirs or line.language != aligned.reading.language:
        return False
    said = frozenset().union(*(keys_of(token) for token in aligned.reading.tokens))
    if any(keys_of(line.tokens[k]) & said for k in theirs):
        return False
    named = [k for k in objects if aligned.claims[k] is not Claim.FREE]
    if not named:
        return False
    for k in named:
        homes = [other for other in aligned.places[k] if other.line == place.line]
        if not any(keys_of(aligned.reading.tokens[k]) & keys_of(line.tokens[other.token]) for other in homes):
            return False
        if len(homes) != len(aligned.places[k]) or not all(
            _is_under_another(line, place.token, other.token) for other in homes
        ):
            return False
    return True


def _is_under_another(line: Reading, verb: int, at: int) -> bool:
    """Whether a word is the thing of another verb that stands apart from this one."""
    other = line.marks[at].verb
    if other == verb and at > verb and at not in set(_objects(line, verb)):
        return not is_apportioned(line, at) and not _is_listed_under(line, verb, at)
    if other < 0 and line.marks[at].clause != line.marks[verb].clause:
        return True
    if other < 0 or other == verb or abs(other - verb) <= _NEAR:
        return False
    return at in set(_objects(line, other))


def _is_listed_under(line: Reading, verb: int, at: int) -> bool:
    """Whether a word is one of several things of a verb ("wrote the notes, the manual and the index")."""
    begins = at
    while begins > verb and line.tokens[begins - 1].kind != "pause" and line.tokens[begins - 1].low not in _JOINS:
        begins -= 1
    if begins <= verb + 1:
        return False
    return not any(
        line.tokens[k].low in lexicon.words("agency", "prepositions") or is_verb_at(line.tokens, k)
        for k in range(begins, at)
    ) and not any(line.tokens[k].low in lexicon.words("agency", "prepositions") for k in range(verb + 1, begins))
