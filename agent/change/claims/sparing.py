"""Doubts from a limit, a denial or another's deed that do not reach the word they fall on.

Why: what a line limits or denies is often less than all it says ("four steps instead of eleven", "never failed one", "a rule for
devices that are enrolled"), and a text may name what others did beside the person's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.doers import doers_of
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.claims.naming import is_another_name
from agent.change.claims.refusal import ELSEWHERE, FEW
from agent.change.claims.support import exact_lines, mark_at
from agent.change.telling.book import Book, Line, Place
from agent.change.telling.denial import negations
from agent.change.telling.reading import Reading
from agent.change.telling.sections import section_of

_DENIED = "The evidence denies this."
_UNFINISHED = frozenset({"The evidence says it is not completed.", "The evidence says it is no longer valid."})
_FAILED = "The evidence says it did not succeed."
_AT_HOME = 2
_NEAR = 4


def drop_distant(
    aligned: Alignment,
) -> list[tuple[Place, ...]]:
    """The places of each word without those that say another word, denied, limited or of somebody else, on a line its clause does not rest on."""
    if len(aligned.book.lines) <= FEW:
        return list(aligned.places)
    return [
        found
        if aligned.claims[at] is Claim.FREE or not found or not all(_is_bounded(aligned.book, place) for place in found)
        else _near(aligned, at)
        for at, found in enumerate(aligned.places)
    ]


def _is_bounded(book: Book, place: Place) -> bool:
    mark = mark_at(book, place)
    return (
        mark.denied
        or mark.other
        or bool(mark.limits & {"progress", "lapsed", "trial", "unreal", "failed", "coursework"})
    )


def _near(
    aligned: Alignment,
    at: int,
) -> tuple[Place, ...]:
    exact = exact_lines(aligned.reading, at, aligned.places[at], aligned.book)
    votes: Counter[int] = Counter()
    for k in aligned.reading.beside(at):
        if k != at and aligned.claims[k] is not Claim.FREE:
            votes.update({place.line for place in aligned.places[k]} | set(aligned.figures.get(k, ())))
    return tuple(place for place in aligned.places[at] if place.line in exact or votes[place.line] >= _AT_HOME)


def is_spared(aligned: Alignment, doubt: Doubt) -> bool:
    """Whether what speaks against a word does not reach it."""
    at = doubt.first
    if is_another_name(aligned.reading, doubt, aligned.places, aligned.book):
        return True
    if doubt.why == Claim.PLAIN.value and aligned.reading.tokens[at].low in lexicon.words("bounds", "former", "free"):
        following = range(at + 1, min(at + _NEAR, len(aligned.places)))
        return any(mark_at(aligned.book, place).denied for k in following for place in aligned.places[k])
    if doubt.why == _DENIED:
        return _is_former(aligned.reading, at, aligned.places, aligned.book) or _is_beyond_denial(
            aligned.reading, at, aligned.places, aligned.book
        )
    if doubt.why in _UNFINISHED and aligned.claims[at] is not Claim.CREDENTIAL:
        return any(_is_no_paper(aligned.book, place) for place in aligned.places[at])
    if doubt.why == _FAILED:
        return any(_never_failed(aligned.book.lines[place.line]) for place in aligned.places[at])
    if doubt.why == ELSEWHERE:
        return _tells_their_deed(aligned.reading, at, aligned.places, aligned.book) or _is_size_of_place(
            aligned.reading, at, aligned.places, aligned.book
        )
    if doubt.why == Claim.OUTCOME.value:
        return _is_raised_by(aligned.reading, at) or _is_got(aligned.reading, at, aligned.places, aligned.book)
    return False


def _is_former(reading: Reading, at: int, places: Sequence[tuple[Place, ...]], book: Book) -> bool:
    """Whether a text tells as what was before what the evidence has something else "instead of"."""
    before = {reading.tokens[k].low for k in range(max(at - _NEAR, 0), at)}
    if not before & lexicon.words("bounds", "former", "said"):
        return False
    return any(
        lexicon.words("bounds", "former", "told")
        & {book.lines[place.line].reading.tokens[k].low for k in range(max(place.token - _NEAR, 0), place.token)}
        for place in _said_at(reading, at, places, book)
    )


def _said_at(reading: Reading, at: int, places: Sequence[tuple[Place, ...]], book: Book) -> list[Place]:
    """Where a word or a number stands in the evidence."""
    values = {quantity.figure.value for quantity in reading.counts_beside(at) if quantity.first == at}
    return list(places[at]) or [
        Place(number, quantity.first)
        for number, line in enumerate(book.lines)
        for quantity in line.reading.quantities
        if quantity.figure.value in values
    ]


def _is_beyond_denial(reading: Reading, at: int, places: Sequence[tuple[Place, ...]], book: Book) -> bool:
    """Whether a denial is of the thing before a word only, or the text tells it as well ("free of discrepancies at the audit")."""
    for place in _said_at(reading, at, places, book):
        line = book.lines[place.line].reading
        no = next((k for k in range(place.token, -1, -1) if line.tokens[k].low in negations()), None)
        if no is None:
            continue
        thing = next((k for k in range(no + 1, len(line.tokens)) if line.tokens[k].low not in _small(reading)), no)
        if place.token == thing:
            if _is_free_of(reading, at):
                return True
            continue
        told = [k for k in reading.beside(at) if k != at and any(p == Place(place.line, thing) for p in places[k])]
        if any(reading.marks[k].denied or _is_free_of(reading, k) for k in told):
            return True
        lacked = {line.tokens[thing].low, line.tokens[thing].lemma} & lexicon.words("bounds", "former", "lacked")
        without = not lacked and line.tokens[no].low in lexicon.words("bounds", "former", "without")
        if without and any(
            line.tokens[k].low in lexicon.words("agency", "prepositions") for k in range(thing + 1, place.token)
        ):
            return True
    return False


def _is_free_of(reading: Reading, at: int) -> bool:
    before = {reading.tokens[k].low for k in range(max(at - _NEAR, 0), at)}
    return bool(before & lexicon.words("bounds", "former", "free"))


def _is_no_paper(book: Book, place: Place) -> bool:
    """Whether a word of papers ("enrolled", "withdrawn", "applied for", "expired") is said of something else on a line."""
    line = book.lines[place.line]
    lows = {token.low for token in line.reading.tokens}
    if not lows & lexicon.words("bounds", "former", "papers") or section_of(book, place.line):
        return False
    if lows & _credentials() or {token.lemma for token in line.reading.tokens} & _credentials():
        return False
    asked = lows & lexicon.words("bounds", "former", "asked")
    return not asked or bool(lows & lexicon.words("bounds", "former", "got"))


def _never_failed(line: Line) -> bool:
    tokens = line.reading.tokens
    return any(
        tokens[k].low in negations()
        and any(
            tokens[j].low in lexicon.words("bounds", "former", "failing") for j in (k + 1, k + 2) if j < len(tokens)
        )
        for k in range(len(tokens))
    )


def _tells_their_deed(reading: Reading, at: int, places: Sequence[tuple[Place, ...]], book: Book) -> bool:
    """Whether the text gives the deed to whom the evidence gives it ("the team redesigned it after my tests")."""
    sources = {book.lines[place.line].source.ref for place in _said_at(reading, at, places, book)}
    doers = doers_of(reading)
    for k in reading.beside(at):
        for place in places[k]:
            line = book.lines[place.line]
            if line.source.ref not in sources or k == at:
                continue
            if (reading.marks[k].other and mark_at(book, place).other) or (
                k in doers and place.token in doers_of(line.reading)
            ):
                return True
    return any(_has_another_subject(book, place) for place in places[at])


def _is_size_of_place(reading: Reading, at: int, places: Sequence[tuple[Place, ...]], book: Book) -> bool:
    """Whether a size before a place ("a 24-bed ward") is what a line tells that place to have ("The ward has 24 beds")."""
    near = range(max(at - 1, 0), min(at + _NEAR + 2, len(reading.tokens)))
    if not any(reading.tokens[k].text == "-" for k in near[:_NEAR]):
        return False
    return any(
        place.token + 1 < len(tokens) and tokens[place.token + 1].low in lexicon.words("bounds", "begun", "sized")
        for k in near
        for place in places[k]
        for tokens in (book.lines[place.line].reading.tokens,)
    )


def _has_another_subject(book: Book, place: Place) -> bool:
    """Whether a thing listed first was not what somebody else did ("preparing the records, the audit was held by the owner")."""
    line = book.lines[place.line].reading
    by = next((k for k, token in enumerate(line.tokens) if token.low in ("by", "von", "par", "por")), None)
    if by is None or line.marks[by].clause <= line.marks[place.token].clause:
        return False
    begins = by
    while begins and line.marks[begins - 1].clause == line.marks[by].clause and line.tokens[begins - 1].kind != "pause":
        begins -= 1
    low = line.tokens[begins].low
    return low in lexicon.words("agency", "determiners") or low.startswith("l'")


def _is_raised_by(reading: Reading, at: int) -> bool:
    """As in "issues raised by an audit": found, not made more."""
    following = reading.tokens[at + 1].low if at + 1 < len(reading.tokens) else ""
    return (
        at > 0
        and reading.tokens[at].low in lexicon.words("bounds", "raised", "verbs")
        and reading.tokens[at - 1].lemma in lexicon.words("bounds", "raised", "things")
        and following in lexicon.words("agency", "prepositions")
    )


def _is_got(reading: Reading, at: int, places: Sequence[tuple[Place, ...]], book: Book) -> bool:
    """Whether "won", "secured" is said of money or work that its line says was got."""
    if reading.tokens[at].low not in lexicon.words("bounds", "raised", "won"):
        return False
    return any(
        reading.tokens[k].lemma in lexicon.words("bounds", "raised", "prizes")
        and any(
            {token.low for token in book.lines[place.line].reading.tokens} & lexicon.words("bounds", "former", "got")
            and not mark_at(book, place).denied
            for place in places[k]
        )
        for k in range(at + 1, min(at + 1 + _NEAR + 1, len(reading.tokens)))
    )


@cache
def _credentials() -> frozenset[str]:
    return frozenset().union(*lexicon.section("credentials", "words").values()) | lexicon.words(
        "granting", "attaining", "things"
    )


def _small(reading: Reading) -> frozenset[str]:
    return lexicon.words("classes", "free", reading.language)
