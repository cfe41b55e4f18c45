"""What the evidence says failed or was lacking, where the text says so too: "had no manual, so I wrote one" wrote a manual."""

from __future__ import annotations

from collections.abc import Sequence

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.claims.support import mark_at
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading

_FAILED = "The evidence says it did not succeed."
_DENIED = "The evidence denies this."
_NEAR = 2


def is_owned_up(reading: Reading, doubt: Doubt, places: Sequence[tuple[Place, ...]], book: Book) -> bool:
    """Whether a text keeps the failure that its word is doubted for, or names what was made because there was none."""
    if doubt.why == _FAILED:
        return _tells_failure(reading, doubt.first)
    if doubt.why == _DENIED:
        return any(_is_made_then(book, place) for place in places[doubt.first])
    return False


def _tells_failure(reading: Reading, at: int) -> bool:
    """Whether the clause of a word speaks of what failed ("overnight failures", "pump breakdowns")."""
    failing = lexicon.words("carrying", "lacking", "failures")
    return any(reading.tokens[k].lemma in failing for k in reading.in_clause(at))


def _is_made_then(book: Book, place: Place) -> bool:
    """Whether one of what was lacking was made after that ("there was no rota, so I drew one up")."""
    line, thing = book.lines[place.line].reading, place.token
    if not mark_at(book, place).denied:
        return False
    for k in range(thing + 1, len(line.tokens)):
        made = line.tokens[k]
        if made.low not in lexicon.words("carrying", "deeds", "making") or not is_verb_at(line.tokens, k):
            continue
        mark = line.marks[k]
        if mark.sentence != line.marks[thing].sentence or mark.denied or mark.other:
            continue
        after = {token.low for token in line.tokens[k + 1 : k + 1 + _NEAR]}
        return bool(after & lexicon.words("carrying", "lacking", "one"))
    return False
