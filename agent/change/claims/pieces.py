"""Parts of a thing: the cover of a book is not the book, and two of the four walls are not the walls."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.language.tokens import Token
from agent.change.telling.book import Book, Place
from agent.change.telling.reading import Reading, keys_of

_WHY = "Your resume and answers do not say it reached this far."
_NEAR = 4
_SHARES = (
    "some",
    "most",
    "half",
    "part",
    "few",
    "several",
    "many",
    "one",
    "any",
    "couple",
    "third",
    "quarter",
    "number",
)
_DEEDS = ("ing", "tion", "sion", "ment", "ance", "ence", "al", "ery", "ure")
_ARTICLES = frozenset({"the", "our", "its", "their", "my"})


def find_dropped_parts(aligned: Alignment) -> Iterator[Doubt]:
    """Things that a text says were worked on whole, and the evidence in part: "the sports page of a paper" is not the paper."""
    if aligned.reading.language != "en":
        return
    yield from _find_dropped_shares(aligned)
    words = frozenset().union(*(keys_of(token) for token in aligned.reading.tokens))
    for at, claim in enumerate(aligned.claims):
        if (
            claim is not Claim.PLAIN
            or not aligned.places[at]
            or aligned.reading.marks[at].denied
            or not _is_worked_on(aligned.reading, at)
        ):
            continue
        found = [
            place for place in aligned.places[at] if keys_of(aligned.reading.tokens[at]) & _keys_at(aligned.book, place)
        ]
        parts = [
            Place(place.line, k)
            for place in found
            for k in _part_before(aligned.book.lines[place.line].reading, place.token)
        ]
        if not found or len(parts) != len(found):
            continue
        said = {place for k, given in enumerate(aligned.places) if k != at for place in given}
        if not any(part in said or _keys_at(aligned.book, part) & words for part in parts):
            yield Doubt(at, at, _WHY)


def _find_dropped_shares(aligned: Alignment) -> Iterator[Doubt]:
    """Things told with "the" as if it were all of them, where the evidence has some ("two of the four walls": "the walls")."""
    for at, claim in enumerate(aligned.claims):
        if (
            claim is Claim.FREE
            or not aligned.places[at]
            or not aligned.reading.tokens[at].low.endswith("s")
            or not _is_definite(aligned.reading, at)
        ):
            continue
        found = [
            place for place in aligned.places[at] if keys_of(aligned.reading.tokens[at]) & _keys_at(aligned.book, place)
        ]
        if found and all(_is_share(aligned.book.lines[place.line].reading, place.token) for place in found):
            yield Doubt(at, at, _WHY)


def _is_definite(reading: Reading, at: int) -> bool:
    """Whether "the" or "our" stands before a thing, and no number or share."""
    before = range(max(at - _NEAR, 0), at)
    if any(k in reading.numbers or reading.tokens[k].low in ("of", *_SHARES) for k in before):
        return False
    return any(reading.tokens[k].low in _ARTICLES for k in before)


def _is_share(line: Reading, at: int) -> bool:
    """As "two of the four walls", "some of our letters"."""
    for k in range(at - 1, max(at - 2 - _NEAR, 0), -1):
        if line.tokens[k].low == "of":
            articled = any(token.low in _ARTICLES for token in line.tokens[k + 1 : at])
            return articled and (k - 1 in line.numbers or line.tokens[k - 1].low in _SHARES)
        if line.tokens[k].kind != "word" and k not in line.numbers and line.tokens[k].text != "-":
            return False
    return False


def _keys_at(book: Book, place: Place) -> frozenset[str | int]:
    return keys_of(book.lines[place.line].reading.tokens[place.token])


def _is_worked_on(reading: Reading, at: int) -> bool:
    """Whether a word is the thing of its verb, or of such a thing: nothing but "of" stands between them."""
    verb = reading.marks[at].verb
    following = reading.tokens[at + 1 : at + 2]
    if not 0 <= verb < at or (following and following[0].kind == "word" and following[0].low not in ends()):
        return False
    between = reading.tokens[verb + 1 : at]
    return all(
        token.text == "-" or (token.kind == "word" and (token.low == "of" or token.low not in _stops()))
        for token in between
    )


@cache
def _stops() -> frozenset[str]:
    return ends() - lexicon.words("wholes", "determined", "all")


def _part_before(line: Reading, at: int) -> tuple[int, ...]:
    """Where a line names a part of which a word is the whole ("the cover of a book", "one hall at the club")."""
    determined = False
    for k in range(at - 1, max(at - 1 - _NEAR, 0), -1):
        low = line.tokens[k].low
        if line.tokens[k].kind != "word" and low != "-":
            break
        if low in ("of", "in", "at"):
            part = line.tokens[k - 1]
            known = part.low in _parts() and (determined or part.low not in lexicon.words("wholes", "amounts", "all"))
            named = determined and low == "of" and part.kind == "word" and _is_thing(part)
            return (k - 1,) if known or named else ()
        if low == "for" and determined:
            return (k - 1,) if line.tokens[k - 1].low in lexicon.words("wholes", "contributions", "all") else ()
        determined = determined or low in lexicon.words("wholes", "determined", "all")
        if low in _stops():
            break
    return ()


@cache
def _parts() -> frozenset[str]:
    """Words for a part of a thing or of an employer."""
    return lexicon.words("wholes", "pieces", "all") | lexicon.words("wholes", "parts", "all")


def _is_thing(token: Token) -> bool:
    """Whether a word names a thing, not a deed, a measure or a crowd of the like ("repair of", "cups of", "a team of")."""
    return (
        token.lemma in lexicon.related()
        and not token.low.endswith(_DEEDS)
        and not {token.low, token.lemma} & lexicon.words("wholes", "amounts", "all")
    )


@cache
def ends() -> frozenset[str]:
    """The words that end what a word is said of."""
    return (
        lexicon.words("agency", "prepositions")
        | lexicon.words("verbs", "joining")
        | lexicon.words("wholes", "ends", "all")
    )
