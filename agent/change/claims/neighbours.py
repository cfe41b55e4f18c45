"""What the evidence tells of something beside the person ("the fair was voted best in the county"), told of the person's own thing.

Why: each word of "the county's best jam, sold at a fair" stands in the evidence, and it was the fair that was the best.
What a line says of a neighbour may be said of that neighbour only, so the text must name it beside the words it borrows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.claims.refusal import FEW
from agent.change.claims.subjects import Telling, find_telling, heads_not, organisations
from agent.change.claims.titles import calls_somebody
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading, keys_of

_WHY = "The evidence says this of something else."
_LONGEST = 8
_NEAR = 3
_RELATIVE = frozenset({"which", "that", "whose", "who"})
_SEEDS = frozenset({Claim.PRAISE, Claim.OUTCOME})


@dataclass(frozen=True, slots=True)
class _Borrowing:
    reading: Reading
    claims: Sequence[Claim]
    places: Sequence[tuple[Place, ...]]
    figures: Mapping[int, tuple[int, ...]]
    book: Book
    tellings: Mapping[int, Telling]


def find_borrowed_honours(
    aligned: Alignment,
) -> Iterator[Doubt]:
    """Praise, effects and numbers of an English text that only lines about a neighbour hold, and that it says of something else."""
    if aligned.reading.language != "en" or not 1 < len(aligned.book.lines) <= FEW:
        return
    tellings = {
        n: told for n, line in enumerate(aligned.book.lines) if not line.asked and (told := find_telling(line.reading))
    }
    tellings = {n: told for n, told in tellings.items() if _is_beside(aligned.book, n, told)}
    if not tellings:
        return
    borrowing = _Borrowing(aligned.reading, aligned.claims, aligned.places, aligned.figures, aligned.book, tellings)
    borrowed = {at: lines for at in range(len(aligned.claims)) if (lines := _borrowed_from(borrowing, at))}
    for at in sorted(borrowed):
        if not _is_seed(borrowing, at, borrowed[at]) or aligned.reading.marks[at].denied:
            continue
        if not any(_is_named_beside(borrowing, at, line, borrowed) for line in borrowed[at]):
            last = next((q.last for q in aligned.reading.counts_beside(at) if q.first == at), at)
            yield Doubt(at, last, _WHY)


def _is_beside(book: Book, number: int, told: Telling) -> bool:
    """Whether a subject is beside the person: known as such, or named on other lines behind a preposition or another noun only."""
    line = book.lines[number].reading
    keys = keys_of(line.tokens[told.head])
    named = [
        (other.reading, k)
        for n, other in enumerate(book.lines)
        if n != number
        for k, token in enumerate(other.reading.tokens)
        if keys & keys_of(token)
    ]
    if not named:
        group = line.tokens[told.head].low in lexicon.words("wholes", "groups", "all")
        return told.body and not (group and line.tokens[0].low == "the" and told.head == 1)
    return all(_is_peripheral(other, k) for other, k in named)


def _is_peripheral(line: Reading, at: int) -> bool:
    """Whether a noun stands behind a preposition in its line, so that it is not what the deed was done to."""
    for k in range(at - 1, max(at - _LONGEST, -1), -1):
        token = line.tokens[k]
        if token.low in lexicon.words("agency", "prepositions"):
            return True
        if token.kind in ("pause", "stop") or line.marks[at].verb == k:
            return False
    return False


def _borrowed_from(borrowing: _Borrowing, at: int) -> frozenset[int]:
    """The lines about neighbours that alone bear out a token by what they tell, empty if another line does too."""
    reading, book, tellings = borrowing.reading, borrowing.book, borrowing.tellings
    if at in borrowing.figures:
        lines = frozenset(borrowing.figures[at])
        return lines if lines and lines <= tellings.keys() else frozenset()
    if reading.tokens[at].kind != "word" or at in reading.numbers:
        return frozenset()
    places = borrowing.places[at] or tuple(place for key in keys_of(reading.tokens[at]) for place in book.index[key])
    if borrowing.claims[at] is Claim.FREE and reading.tokens[at].low not in lexicon.words("neighbours", "honours"):
        return frozenset()
    if places and all(p.line in tellings and p.token >= tellings[p.line].told for p in places):
        return frozenset(p.line for p in places)
    return frozenset()


def _is_seed(borrowing: _Borrowing, at: int, lines: Collection[int]) -> bool:
    """Whether a borrowed token is praise, an honour or a crowd; of a neighbour that stands by itself any effect, deed or number."""
    reading = borrowing.reading
    token = reading.tokens[at]
    honours = lexicon.words("neighbours", "honours")
    if token.low in honours or borrowing.claims[at] is Claim.PRAISE:
        return True
    if at in borrowing.figures:
        quantity = next((q for q in reading.counts_beside(at) if q.first == at), None)
        if quantity is None or quantity.figure.kind == "year":
            return False
        crowd = {
            word
            for k in range(quantity.last + 1, min(quantity.last + 1 + _NEAR, len(reading.tokens)))
            for word in (reading.tokens[k].low, reading.tokens[k].lemma)
        } & lexicon.words("neighbours", "crowds")
        return bool(crowd) or any(borrowing.tellings[n].body for n in lines)
    if not any(borrowing.tellings[n].body for n in lines):
        return False
    return borrowing.claims[at] in _SEEDS or is_verb_at(reading.tokens, at)


def _is_named_beside(borrowing: _Borrowing, at: int, line: int, borrowed: Mapping[int, frozenset[int]]) -> bool:
    """Whether the noun before or after a borrowed token is the neighbour that its line tells of."""
    reading = borrowing.reading
    members = reading.beside(at)
    before = [k for k in members if k < at and _is_noun(borrowing, k, borrowed)]
    after = [k for k in members if k > at and _is_noun(borrowing, k, borrowed)]
    if before and (_names(borrowing, before[-1], line) or _leads_on(borrowing, before[-1], line)):
        return True
    run: list[int] = []
    for k in after:
        if not run and any(_touches(reading, j) for j in range(at + 1, k)):
            return False
        if run and any(not _may_stand_inside(reading, j, borrowed) for j in range(run[-1] + 1, k)):
            break
        run.append(k)
    return bool(run) and _names(borrowing, run[-1], line)


def _touches(reading: Reading, at: int) -> bool:
    """Whether a preposition parts what is told from a neighbour that it is not told of ("served 9,000 guests at the airport")."""
    low = reading.tokens[at].low
    return low in lexicon.words("agency", "prepositions") and low not in ("of", "by", "with")


def _may_stand_inside(reading: Reading, at: int, borrowed: Collection[int]) -> bool:
    return reading.tokens[at].text == "-" or at in borrowed


def _is_noun(borrowing: _Borrowing, at: int, borrowed: Collection[int]) -> bool:
    """Whether a word of a text may be what something is told of: not borrowed itself, no verb, no title of the person."""
    reading, token = borrowing.reading, borrowing.reading.tokens[at]
    if token.kind not in ("word", "name") or at in reading.numbers or is_verb_at(reading.tokens, at):
        return False
    if at in borrowed or token.low in lexicon.words("agency", "prepositions"):
        return False
    if calls_somebody(token) and not any(_names(borrowing, at, line) for line in borrowing.tellings):
        return False
    return borrowing.claims[at] is not Claim.FREE or any(_names(borrowing, at, line) for line in borrowing.tellings)


def _names(borrowing: _Borrowing, at: int, line: int) -> bool:
    """Whether a word of a text is the neighbour of a line, with what makes it another one than the person's."""
    reading, book = borrowing.reading, borrowing.book
    telling, theirs = borrowing.tellings[line], book.lines[line].reading
    head = keys_of(theirs.tokens[telling.head])
    same = bool(keys_of(reading.tokens[at]) & head) or any(
        head & keys_of(book.lines[place.line].reading.tokens[place.token])
        or (place.line == line and place.token == telling.head)
        for place in borrowing.places[at]
    )
    if not same:
        owned = reading.tokens[at].capital and any(
            keys_of(reading.tokens[at]) & keys_of(theirs.tokens[k]) for k in telling.which
        )
        return owned and theirs.tokens[telling.head].capital
    if _is_of_another_kind(borrowing, at, line):
        return False
    others = {theirs.tokens[k].low for k in telling.which} & _others()
    return not others or bool({token.low for token in reading.tokens} & (others | {"another", "other"}))


def _is_of_another_kind(borrowing: _Borrowing, at: int, line: int) -> bool:
    """Whether the word before a noun makes it another than the neighbour's ("puzzle game", "racing game")."""
    reading, telling = borrowing.reading, borrowing.tellings[line]
    theirs = borrowing.book.lines[line].reading
    kinds = [
        theirs.tokens[k]
        for k in telling.which
        if theirs.tokens[k].low not in heads_not() and not theirs.tokens[k].low.endswith(("'s", "s'"))
    ]
    before = at - 1
    if not kinds or before < 0 or not borrowing.places[before] or borrowing.claims[before] is Claim.FREE:
        return False
    if is_verb_at(reading.tokens, before) or reading.tokens[before].kind != "word":
        return False
    said = frozenset().union(*(keys_of(token) for token in reading.tokens))
    elsewhere = all(place.line != line for place in borrowing.places[before])
    return elsewhere and not any(keys_of(kind) & said for kind in kinds)


def _leads_on(borrowing: _Borrowing, at: int, line: int) -> bool:
    """Whether a relative clause about a named employer follows ("at Halm, which doubled its sales")."""
    reading, telling = borrowing.reading, borrowing.tellings[line]
    following = [token.low for token in reading.tokens[at + 1 : at + 1 + _NEAR]]
    employer = borrowing.book.lines[line].reading.tokens[telling.head]
    return (
        reading.tokens[at].capital
        and bool(set(following) & (_RELATIVE - {"who"}))
        and bool({employer.low, employer.lemma} & organisations())
    )


@cache
def _others() -> frozenset[str]:
    """Words that make a neighbour another one than the person's."""
    return lexicon.words("neighbours", "other") | lexicon.words("neighbours", "beside")
