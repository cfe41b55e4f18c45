"""What a text says came of a deed, told in a clause of its own: ", which have brought many new readers"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.telling.book import Book
from agent.change.telling.reading import Reading

_WHY = "This effect is not in your resume or answers."
_LEAST = 2


def find_consequences(aligned: Alignment, framing: Collection[int]) -> Iterator[Doubt]:
    """Clauses that begin with "which" or "so" and of which the lines that the main clause rests on say nothing."""
    for at, token in enumerate(aligned.reading.tokens):
        if token.low not in lexicon.words("agency", "which") or not at or at in framing:
            continue
        if aligned.reading.tokens[at - 1].kind != "pause":
            continue
        told = [k for k in aligned.reading.in_clause(at) if k > at]
        words = [k for k in told if aligned.reading.tokens[k].kind == "word" and k not in framing]
        main = [
            k
            for k in aligned.reading.beside(at)
            if k < at and aligned.reading.marks[k].clause >= aligned.reading.marks[at].clause - 1
        ]
        home = {
            aligned.book.lines[place.line].source.ref
            for k in main
            if aligned.claims[k] is not Claim.FREE
            for place in aligned.places[k]
        }
        if len(words) < _LEAST or not home or any(q.first in told for q in aligned.reading.quantities):
            continue
        borne = any(
            aligned.book.lines[place.line].source.ref in home
            for k in words
            if aligned.claims[k] is not Claim.FREE
            for place in aligned.places[k]
        )
        if not borne and not _is_repeated(aligned.reading, words, home, aligned.book):
            yield Doubt(words[0], words[-1], _WHY)


def _is_repeated(reading: Reading, words: Sequence[int], home: Collection[str], book: Book) -> bool:
    """Whether half of the small words of a clause stand in those lines as they are."""
    said = {token.low for line in book.lines if line.source.ref in home for token in line.reading.tokens}
    return 2 * sum(reading.tokens[k].low in said for k in words) >= len(words)
