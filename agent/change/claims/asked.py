"""Names that only a question says, of an answer that tells what was done with them ("Niagara? I read the alarms.")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from agent.change.claims.alignment import Alignment
from agent.change.claims.kinds import Claim
from agent.change.language.languages import guess_language
from agent.change.telling.book import Book, Place, question_of
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading, keys_of, read

_NAMED = frozenset({Claim.NAME, Claim.SKILL})
_LEAST = 2


def is_asked_of(
    aligned: Alignment,
    at: int,
) -> bool:
    """Whether a name stands in a question, and its clause says of it what the answer says: a deed or a number of the
    answer and at least two of its words, none of them denied or somebody else's there.
    """
    if aligned.claims[at] not in _NAMED:
        return False
    clause = aligned.reading.marks[at].clause
    near = [k for k in aligned.reading.beside(at) if k != at and abs(aligned.reading.marks[k].clause - clause) <= 1]
    keys = keys_of(aligned.reading.tokens[at])
    for ref, question in _questions(aligned.book):
        if not any(keys & keys_of(token) for token in question.tokens):
            continue
        deeds, said = False, 0
        for k in near:
            lines = list(_answered(k, aligned.places, aligned.figures, aligned.claims, ref, aligned.book))
            said += bool(lines)
            deeds = deeds or bool(
                lines
                and (
                    k in aligned.figures
                    or is_verb_at(aligned.reading.tokens, k)
                    or _is_deed(k, aligned.places, aligned.book)
                )
            )
        if said >= _LEAST and deeds:
            return True
    return False


def is_asked(reading: Reading, at: int, book: Book) -> bool:
    """Whether a word stands in a question of the evidence."""
    keys = keys_of(reading.tokens[at])
    return any(keys & keys_of(token) for _, question in _questions(book) for token in question.tokens)


def _answered(
    k: int,
    places: Sequence[tuple[Place, ...]],
    figures: Mapping[int, tuple[int, ...]],
    claims: Sequence[Claim],
    ref: str,
    book: Book,
) -> Iterator[int]:
    """The lines of an answer that say a token of the text as done by the person."""
    for number in figures.get(k, ()):
        if book.lines[number].source.ref == ref and not book.lines[number].asked:
            yield number
    for place in places[k] if claims[k] is not Claim.FREE else ():
        line, mark = book.lines[place.line], book.lines[place.line].reading.marks[place.token]
        if line.source.ref == ref and not line.asked and not mark.denied and not mark.other:
            yield place.line


def _is_deed(k: int, places: Sequence[tuple[Place, ...]], book: Book) -> bool:
    return any(is_verb_at(book.lines[place.line].reading.tokens, place.token) for place in places[k])


@lru_cache(maxsize=64)
def _questions_of(refs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, Reading], ...]:
    return tuple(
        (ref, read(question, None, guess_language(text))) for ref, text in refs if (question := question_of(text))
    )


def _questions(book: Book) -> tuple[tuple[str, Reading], ...]:
    """Each question of the evidence with the reference of its line."""
    return _questions_of(tuple({line.source.ref: line.source.text for line in book.lines}.items()))
