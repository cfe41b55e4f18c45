"""Numbers that stand without what they count: "two were shortlisted", "a team of five", "27 so far"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.kinds import Claim, classify
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading

_SEVERAL = 2
_US = frozenset({"us", "them", "these", "those", "which", "whom", "uns", "ihnen", "nous", "eux", "nosotros", "ellos"})


def is_bare_count(
    aligned: Alignment,
    at: int,
) -> bool:
    """Whether a number without its noun is that of the very line the rest of its clause rests on, or a line gives it bare."""
    value = next((q.figure.value for q in aligned.reading.counts_beside(at) if q.first == at), None)
    if value is None:
        return False
    clause = aligned.reading.marks[at].clause
    near = [k for k in aligned.reading.beside(at) if k != at and aligned.reading.marks[k].clause == clause]
    votes = Counter(
        ref for k in near for ref in _sources(k, aligned.claims, aligned.places, aligned.figures, aligned.book)
    )
    least = _SEVERAL if _is_bare(aligned.reading, at) else 1 if votes else _SEVERAL
    for number, line in enumerate(aligned.book.lines):
        if votes[line.source.ref] < least or line.asked:
            continue
        if any(q.figure.value == value for q in line.reading.quantities) and (
            _is_bare(aligned.reading, at) or _says_nothing_else(aligned.book, number)
        ):
            return True
    return False


def _sources(
    k: int,
    claims: Sequence[Claim],
    places: Sequence[tuple[Place, ...]],
    figures: Mapping[int, tuple[int, ...]],
    book: Book,
) -> set[str]:
    said = {place.line for place in places[k]} if claims[k] is not Claim.FREE else set()
    return {book.lines[line].source.ref for line in said | set(figures.get(k, ()))}


def _is_bare(reading: Reading, at: int) -> bool:
    """Whether the text names no thing after a number."""
    tokens = reading.tokens
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.kind in ("stop", "pause"):
        return at > 1 and tokens[at - 1].low in ("of", "aus", "de", "von")
    if following.low in lexicon.words("agency", "being"):
        return True
    return following.low in ("of", "von", "d", "de") and at + 2 < len(tokens) and tokens[at + 2].low in _US


def _says_nothing_else(book: Book, number: int) -> bool:
    """As in "27 so far": a statement of a number alone."""
    line = book.lines[number].reading
    return all(
        claim is Claim.FREE or at in line.numbers or line.tokens[at].low in ("so", "far")
        for at, claim in enumerate(classify(line))
    ) and not any(is_verb_at(line.tokens, at) for at in range(len(line.tokens)))
