"""How many without a number: a handful is not hundreds."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.telling.book import Book, Place
from agent.change.telling.reading import Reading

_WHY = "The evidence does not give this number."


def find_unsaid_crowds(
    reading: Reading, places: Sequence[tuple[Place, ...]], framing: Collection[int], book: Book
) -> Iterator[Doubt]:
    """Words like "hundreds" or "countless" where the lines a sentence rests on say nothing like it and no such number."""
    least = lexicon.numbers("wholes", "crowds")
    for at, token in enumerate(reading.tokens):
        if token.low not in least or at in framing or reading.marks[at].denied:
            continue
        if at and (at - 1 in reading.numbers or reading.tokens[at - 1].low in ("a", "one", "per")):
            continue
        sources = {book.lines[place.line].source.ref for k in reading.beside(at) for place in places[k]}
        home = [line.reading for line in book.lines if not sources or line.source.ref in sources]
        said = {other.low for line in home for other in line.tokens}
        alike = any(least.get(word, 0) >= least[token.low] for word in said)
        if not alike and not any(q.figure.value >= least[token.low] for line in home for q in line.quantities):
            yield Doubt(at, at, _WHY)
