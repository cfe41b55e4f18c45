"""Whether a word of a text in another language than the evidence's may be the translation of a word nobody has listed."""

from __future__ import annotations

from collections.abc import Sequence

from agent.change import lexicon
from agent.change.book import Book, Place
from agent.change.reading import Reading, groups_at

_SHORT = 3


def may_translate(reading: Reading, at: int, places: Sequence[tuple[Place, ...]], book: Book) -> bool:
    """Whether a line that bears out words beside has one left over that is or may be what this word says.

    Where the lexicon knows both, it would have told that they mean the same.
    """
    used = {place for found in places for place in found}
    lines = {place.line for k in reading.beside(at) for place in places[k]}
    known = bool(groups_at(reading, at))
    for number in lines:
        line = book.lines[number].reading
        small = lexicon.words("classes", "free", line.language)
        for k, token in enumerate(line.tokens):
            spare = token.kind == "word" and len(token.low) > _SHORT and not {token.low, token.lemma} & small
            if spare and Place(number, k) not in used and not (known and groups_at(line, k)):
                return True
    return False
