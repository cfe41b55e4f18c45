"""Numbers that a whole resume has with the very thing and on the very line that the rest of their clause rests on.

Why: how a number is bound to its noun is read from the words between them, and a rewrite of a terse line has other words there.
Among thirty lines the one that says most of the clause, and the number with the same thing beside it, is the line meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.claims.refusal import FEW
from agent.change.claims.support import mark_at
from agent.change.numbers.quantity import TIME, Quantity
from agent.change.numbers.settings import is_setting, takes_on
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading, keys_of

_AFTER = 3
_BESIDE = 5
_LEAST = 2
_TIME_AFTER = 6
_WHYS = frozenset(
    {
        "The evidence gives this number for something else.",
        "This number is not in your resume or answers and does not follow from them.",
    }
)


def is_counted_at_home(
    aligned: Alignment,
    doubt: Doubt,
) -> bool:
    """Whether the source that says most of a number's clause has the number with the same thing beside it."""
    if len(aligned.book.lines) <= FEW or doubt.why not in _WHYS:
        return False
    quantity = next((q for q in aligned.reading.counts_beside(doubt.first) if q.first == doubt.first), None)
    if quantity is None or quantity.figure.kind in ("year", "ordinal") or quantity.step == "by":
        return _is_norm(aligned.reading, doubt.first, aligned.book)
    home = _home(aligned, quantity)
    things = _things_after(aligned.reading, quantity, aligned.claims)
    for number, line in enumerate(aligned.book.lines):
        if line.source.ref not in home or line.asked:
            continue
        for other in line.reading.quantities:
            if line.header or (is_setting(line.reading, other) and takes_on(aligned.reading, quantity)):
                continue
            if not _is_like(quantity, other, line.reading) or line.reading.marks[other.first].denied:
                continue
            if line.reading.marks[other.first].other and not aligned.reading.marks[quantity.first].other:
                continue
            if _has_things(things, aligned.places, number, other, aligned.book) and _keeps_times(
                aligned.reading, quantity, line.reading
            ):
                return True
    return False


def _is_norm(reading: Reading, at: int, book: Book) -> bool:
    """Whether a number is the name of a norm or form that the evidence names ("AS 4970")."""
    name = reading.tokens[at - 1] if at else None
    if name is None or not name.text.isupper():
        return False
    return any(
        a.text == name.text and b.text == reading.tokens[at].text
        for line in book.lines
        if not line.asked
        for a, b in zip(line.reading.tokens, line.reading.tokens[1:], strict=False)
    )


def _is_like(ours: Quantity, theirs: Quantity, line: Reading) -> bool:
    if ours.figure.value != theirs.figure.value:
        return False
    if ours.figure.kind == theirs.figure.kind:
        return ours.unit == theirs.unit or not (ours.unit and theirs.unit)
    percent = ours.figure.kind == "percent" and theirs.figure.kind == "plain"
    return percent and any(q.figure.kind == "percent" for q in line.counts_beside(theirs.first))


def _home(
    aligned: Alignment,
    quantity: Quantity,
) -> frozenset[str]:
    """The sources that bear out most of what stands around a number, at least two words or numbers of it."""
    clause = aligned.reading.marks[quantity.first].clause
    votes: Counter[str] = Counter()
    for k in aligned.reading.beside(quantity.first):
        if abs(aligned.reading.marks[k].clause - clause) > 1 or quantity.first <= k <= quantity.last:
            continue
        if aligned.claims[k] is Claim.FREE and k not in aligned.figures:
            continue
        keys = keys_of(aligned.reading.tokens[k])
        lines = set(aligned.figures.get(k, ())) | {
            place.line for place in aligned.places[k] if not mark_at(aligned.book, place).denied
        }
        exact = {
            place.line
            for place in aligned.places[k]
            if keys & keys_of(aligned.book.lines[place.line].reading.tokens[place.token])
        }
        for ref in {aligned.book.lines[line].source.ref for line in lines}:
            votes[ref] += 2
        for ref in {aligned.book.lines[line].source.ref for line in exact}:
            votes[ref] += 1
    most = max(votes.values(), default=0)
    return frozenset(ref for ref, count in votes.items() if count == most >= 2 * _LEAST)


def _things_after(reading: Reading, quantity: Quantity, claims: Sequence[Claim]) -> list[int]:
    """What a number counts: the words right after it that are no verb."""
    found = []
    for k in range(quantity.last + 1, min(quantity.last + 1 + _AFTER, len(reading.tokens))):
        token = reading.tokens[k]
        if token.kind in ("stop", "pause") or k in reading.numbers or is_verb_at(reading.tokens, k):
            break
        if token.low in lexicon.words("agency", "prepositions") or token.lemma in TIME:
            break
        if claims[k] is not Claim.FREE:
            found.append(k)
    return found


def _has_things(
    things: Sequence[int], places: Sequence[tuple[Place, ...]], number: int, other: Quantity, book: Book
) -> bool:
    """Whether one of the things counted stands beside the number in the evidence, if the text names any."""
    if not things:
        return True
    near = range(other.first - _BESIDE, other.last + 1 + _BESIDE)
    taken = {
        k
        for quantity in book.lines[number].reading.quantities
        if quantity is not other
        for k in range(quantity.last + 1, quantity.last + 2)
    }
    return any(
        place.line == number and place.token in near and place.token not in taken for k in things for place in places[k]
    )


def _keeps_times(reading: Reading, quantity: Quantity, line: Reading) -> bool:
    """Whether every time told after a number ("a week") stands on its line, and its line tells no other right after it."""
    told = {
        reading.tokens[k].lemma
        for k in range(quantity.last + 1, min(quantity.last + 1 + _TIME_AFTER, len(reading.tokens)))
        if reading.tokens[k].lemma in TIME
        and reading.marks[k].clause == reading.marks[quantity.first].clause
        and k not in reading.numbers
    }
    held = {token.lemma for token in line.tokens} | {token.low for token in line.tokens}
    return told <= held
