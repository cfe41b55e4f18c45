"""A thing that is somebody else's, for which the person did something smaller ("samples for the geologist's estimate")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.claims.titles import calls_somebody
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import IMPLIED, is_verb_at
from agent.change.telling.reading import Reading, keys_of

_WHY = "The evidence says that this was somebody else's."
_BACK = 5
_BESIDE = 4


def find_possessed(aligned: Alignment) -> Iterator[Doubt]:
    """Things a text says the person made, where the evidence has them only as another's, behind "for" or "of"."""
    if any(token.low.endswith(("'s", "s'")) for token in aligned.reading.tokens) or not any(
        "'" in line.reading.text or "’" in line.reading.text for line in aligned.book.lines
    ):
        return
    for verb, mark in enumerate(aligned.reading.marks):
        if not is_verb_at(aligned.reading.tokens, verb) or mark.level < IMPLIED or aligned.claims[verb] is Claim.FREE:
            continue
        things = [
            at for at in _objects(aligned.reading, verb) if aligned.places[at] and aligned.claims[at] is not Claim.FREE
        ]
        if things and _is_anothers(aligned.reading, things[-1], aligned.places[things[-1]], aligned.book):
            yield Doubt(verb, verb, _WHY)


def _objects(reading: Reading, verb: int) -> Iterator[int]:
    """The words right after a verb, up to a preposition."""
    for at in range(verb + 1, min(verb + 1 + _BESIDE, len(reading.tokens))):
        token = reading.tokens[at]
        if token.kind != "word" or token.low in lexicon.words("agency", "prepositions"):
            return
        yield at


def _is_anothers(reading: Reading, at: int, places: Sequence[Place], book: Book) -> bool:
    said = [p for p in places if keys_of(reading.tokens[at]) & keys_of(book.lines[p.line].reading.tokens[p.token])]
    return bool(said) and all(_has_owner(book.lines[place.line].reading, place.token) for place in said)


def _has_owner(line: Reading, at: int) -> bool:
    """Whether "for the geologist's" stands before a word, in its own part of the line."""
    owner = next(
        (
            k
            for k in range(at - 1, max(at - 1 - _BACK, -1), -1)
            if line.tokens[k].low.endswith(("'s", "s'")) and line.marks[k].clause == line.marks[at].clause
        ),
        None,
    )
    if owner is None:
        return False
    named = line.tokens[owner].low.removesuffix("'").removesuffix("s").removesuffix("'")
    person = named in lexicon.words("agency", "somebody") or line.tokens[owner].lemma in lexicon.words(
        "agency", "somebody"
    )
    before = range(max(owner - _BESIDE, 0), owner)
    return (person or calls_somebody(line.tokens[owner]) or named.endswith(("er", "or", "ist", "ant"))) and any(
        line.tokens[k].low in ("for", "of", "to", "on", "at", "in", "with") for k in before
    )
