"""How much of a thing: one branch is not all branches, and our depot is not every depot."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.language.figures import ORDINALS
from agent.change.numbers.frequencies import find_frequencies
from agent.change.numbers.quantity import TIME
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading, keys_of

_WHY = "Your resume and answers do not say it reached this far."
_BACK = 3


def find_wider(aligned: Alignment) -> Iterator[Doubt]:
    """Things of which the evidence has one and a text several or all; English only, where the plural is told by an s."""
    if aligned.reading.language != "en":
        return
    wholes = lexicon.words("agency", "wholes")
    for at, token in enumerate(aligned.reading.tokens):
        if (
            token.kind != "word"
            or aligned.claims[at] not in (Claim.PLAIN, Claim.FREE, Claim.TRADE)
            or at in aligned.reading.numbers
        ):
            continue
        before = [k for k in range(max(at - _BACK, 0), at) if aligned.reading.tokens[k].low in wholes]
        many = _is_plural(aligned.reading, at)
        if not (many or before):
            continue
        found = [
            place
            for place in (aligned.places[at] or aligned.book.index[token.lemma])
            if keys_of(token) & keys_of(aligned.book.lines[place.line].reading.tokens[place.token])
        ]
        if found and (
            all(_is_one(aligned.book, place) for place in found)
            or (many and len(set(found)) == 1 and _is_single(aligned.book, found[0]))
        ):
            yield Doubt(before[0] if before else at, at, _WHY)


def find_other_rank(reading: Reading, book: Book) -> Iterator[Doubt]:
    """As "first violin" where the evidence has a second."""
    for at in range(len(reading.tokens) - 1):
        ours = ORDINALS.get(reading.tokens[at].low)
        if ours is None:
            continue
        theirs = {
            ORDINALS.get(book.lines[place.line].reading.tokens[place.token - 1].low)
            for place in book.index[reading.tokens[at + 1].lemma]
            if place.token
        }
        if theirs and None not in theirs and ours not in theirs:
            yield Doubt(at, at, "The evidence gives this number for something else.")


def _is_plural(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    return (
        token.low.endswith("s")
        and not token.low.endswith(("'s", "ss"))
        and token.lemma != token.low
        and token.lemma in lexicon.related()
    )


@cache
def _people() -> frozenset[str]:
    """What people are called by their work, which may be a verb as well ("cook")."""
    return lexicon.words("titles", "trades", "en")


def _is_one(book: Book, place: Place) -> bool:
    """Whether the evidence says a thing of one only: "one branch", "our depot"."""
    line = book.lines[place.line].reading
    token = line.tokens[place.token]
    if line.language != "en" or _is_plural(line, place.token):
        return False
    if token.lemma not in lexicon.nouns() and token.lemma not in _people():
        return False
    ones = lexicon.words("agency", "ones")
    for k in range(place.token - 1, max(place.token - 1 - _BACK, -1), -1):
        if line.tokens[k].kind != "word":
            return False
        if line.tokens[k].low in ones:
            return True
    return False


def _is_single(book: Book, place: Place) -> bool:
    """Whether the evidence says a thing with "a" of one deed or place ("made a website", "the gutters of a school").

    Not what is used ("drove a van": drives vans), nor what came again and again or to several people ("each got a room").
    """
    line = book.lines[place.line].reading
    if (
        line.language != "en"
        or _is_plural(line, place.token)
        or _goes_on(line, place.token)
        or _repeats(line, place.token)
    ):
        return False
    for k in range(place.token - 1, max(place.token - 1 - _BACK, -1), -1):
        if line.tokens[k].low in ("a", "an"):
            return k > 0 and _may_be_one_of(line, k - 1)
        if line.tokens[k].kind != "word" or line.tokens[k].low in lexicon.words("agency", "prepositions"):
            return False
    return False


def _may_be_one_of(line: Reading, at: int) -> bool:
    """Whether the word before "a" is a preposition of place or purpose, or the deed of the clause itself."""
    token = line.tokens[at]
    if token.low in lexicon.words("wholes", "before_one", "all"):
        return True
    return is_verb_at(line.tokens, at) and token.lemma not in lexicon.words("wholes", "using", "all")


def _goes_on(line: Reading, at: int) -> bool:
    """Whether a noun follows, so that the word only describes it ("a school bus")."""
    following = line.tokens[at + 1 : at + 2]
    return bool(following) and (following[0].text == "-" or following[0].lemma in lexicon.nouns())


def _repeats(line: Reading, at: int) -> bool:
    repeating = lexicon.words("wholes", "repeating", "all")
    return (
        line.tokens[at].lemma in TIME
        or bool(find_frequencies(line))
        or any(quantity.rate for quantity in line.quantities)
        or any(line.tokens[k].low in repeating for k in line.beside(at))
    )
