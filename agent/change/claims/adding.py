"""Deeds and things put beside what the evidence says, where it leaves no word of its own for them.

Why: a plain word may stand for one of the evidence in many ways, and each way looks at that word alone. A sentence that says
every deed of its lines and one more has added it: "washed, dried and clipped" is not "washed and dried" in other words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim, classify
from agent.change.claims.refusal import FEW
from agent.change.claims.support import is_exact
from agent.change.language.tokens import Token
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading, groups_at, keys_of

_AT_HOME = 2
_NEAR = 4
_NEXT = 2
_NOWHERE = Place(-1, -1)


def find_added(
    aligned: Alignment,
    covered: Collection[int],
    framing: Collection[int],
) -> Iterator[Doubt]:
    """Plain words of an English text that add to what the lines of their sentence say in full."""
    if aligned.reading.language != "en" or len(aligned.book.lines) > FEW:
        return
    for sentence in sorted({mark.sentence for mark in aligned.reading.marks}):
        first = next(at for at, mark in enumerate(aligned.reading.marks) if mark.sentence == sentence)
        said = [k for k in aligned.reading.beside(first) if aligned.claims[k] is not Claim.FREE]
        loose = [
            k
            for k in said
            if aligned.claims[k] is Claim.PLAIN
            and k not in aligned.reading.numbers
            and not aligned.reading.marks[k].denied
            if k not in covered
            and k not in framing
            and not any(_same(aligned.reading, k, aligned.book, at) for at in aligned.places[k])
        ]
        loose += [
            k
            for k in aligned.reading.beside(first)
            if k not in framing and _is_small_deed(aligned.reading, k, aligned.claims, covered, aligned.book)
        ]
        home = _home(said, aligned.places, aligned.book) if loose else set()
        if not home or any(aligned.book.lines[line].reading.language != "en" for line in home):
            continue
        deeds = {place for line in home for place in _deeds(aligned.book, line)}
        whole = not _has_things_left(said, aligned.places, home, aligned.book)
        for at in loose:
            if not (_is_listed(aligned.reading, at) or (whole and not aligned.places[at])) or _deeds_left(
                aligned.reading, at, deeds, aligned.book
            ):
                continue
            if deeds or not (is_verb_at(aligned.reading.tokens, at) or at == first):
                yield Doubt(at, at, Claim.PLAIN.value)


def find_doubled(reading: Reading, places: Sequence[tuple[Place, ...]], book: Book) -> Iterator[Doubt]:
    """Deeds put beside one that the evidence has itself, of which it has no other word ("wrote and documented", "wrote")."""
    if reading.language != "en" or len(book.lines) > FEW:
        return
    for at in range(_NEXT, len(reading.tokens)):
        if reading.tokens[at - 1].low not in _JOINS or not is_verb_at(reading.tokens, at) or reading.marks[at].denied:
            continue
        if reading.tokens[at].lemma in lexicon.words("verbs", "slight"):
            continue
        before = next((k for k in range(at - 2, max(at - 2 - _NEAR, -1), -1) if is_verb_at(reading.tokens, k)), -1)
        if before < 0 or any(is_exact(reading, at, book, place) for place in places[at]):
            continue
        own = {place for place in _said_of(reading, before, places, book) if is_exact(reading, before, book, place)}
        mine = {place for place in _said_of(reading, at, places, book) if is_verb_at(_line(book, place), place.token)}
        if own and mine and mine <= own and reading.marks[before].sentence == reading.marks[at].sentence:
            deeds = {place for found in own for place in _deeds(book, found.line)}
            if not _deeds_left(reading, at, deeds, book):
                yield Doubt(at, at, Claim.PLAIN.value)


def _line(book: Book, place: Place) -> Sequence[Token]:
    return book.lines[place.line].reading.tokens


def _said_of(reading: Reading, at: int, places: Sequence[tuple[Place, ...]], book: Book) -> Iterator[Place]:
    """Where the evidence says a deed, though it be so common that it claims nothing."""
    if places[at]:
        yield from places[at]
        return
    for key in (*keys_of(reading.tokens[at]), *groups_at(reading, at)):
        yield from book.index[key]


def find_borrowed(
    aligned: Alignment,
    framing: Collection[int],
) -> Iterator[Doubt]:
    """Where or for what something was done, told by a word that rests on nothing but what other words say already."""
    if aligned.reading.language != "en" or len(aligned.book.lines) > FEW:
        return
    for at, claim in enumerate(aligned.claims):
        if (
            claim is not Claim.PLAIN
            or not aligned.places[at]
            or at in framing
            or at in aligned.reading.numbers
            or aligned.reading.marks[at].denied
        ):
            continue
        if is_verb_at(aligned.reading.tokens, at) or any(
            _same(aligned.reading, at, aligned.book, place) for place in aligned.places[at]
        ):
            continue
        said = [k for k in aligned.reading.beside(at) if k != at and aligned.places[k]]
        if _names_the_kind(aligned.reading, at, aligned.places):
            continue
        if not _is_told_beside(aligned.reading, at) or not all(
            any(is_exact(aligned.reading, k, aligned.book, place) for k in said) for place in aligned.places[at]
        ):
            continue
        home = _home(said, aligned.places, aligned.book)
        deeds = {place for line in home for place in _deeds(aligned.book, line)}
        if (
            home
            and not _has_things_left(said, aligned.places, home, aligned.book)
            and not _deeds_left(aligned.reading, at, deeds, aligned.book)
        ):
            yield Doubt(at, at, Claim.PLAIN.value)


def _names_the_kind(reading: Reading, at: int, places: Sequence[tuple[Place, ...]]) -> bool:
    """Whether a word right after a name only says what that is ("Excel spreadsheets", "A320 aircraft")."""
    before = at - 1
    if before < 0 or reading.tokens[before].kind != "word" or reading.marks[before].verb == before:
        return False
    return set(places[at]) <= set(places[before])


def _is_told_beside(reading: Reading, at: int) -> bool:
    """Whether a word follows a preposition of place or purpose, or is the thing of a verb that says nothing itself."""
    for k in range(at - 1, max(at - 1 - _NEAR, -1), -1):
        token = reading.tokens[k]
        if token.kind != "word":
            return False
        if token.low in lexicon.words("wholes", "beside", "all"):
            return True
        if reading.marks[k].verb == k or token.low == "of":
            return _is_listed(reading, k) and k > 0
    return False


def _has_things_left(
    said: Sequence[int], places: Sequence[tuple[Place, ...]], home: Collection[int], book: Book
) -> bool:
    """Whether the lines have a word, no deed, that no word of the text stands on."""
    taken = {place for k in said for place in places[k]}
    return any(
        Place(line, k) not in taken
        for line in home
        for k, claim in enumerate(classify(book.lines[line].reading))
        if claim is not Claim.FREE and k not in book.lines[line].reading.numbers
    )


def _home(said: Sequence[int], places: Sequence[tuple[Place, ...]], book: Book) -> set[int]:
    """The lines that bear out at least two words of a sentence."""
    votes = Counter(source for k in said for source in {book.lines[place.line].source.ref for place in places[k]})
    return {n for n, line in enumerate(book.lines) if votes[line.source.ref] >= _AT_HOME}


def _deeds_left(reading: Reading, at: int, deeds: Collection[Place], book: Book) -> set[Place]:
    """The deeds of the evidence that no other deed of the text says, where each says one."""
    left = set(deeds)
    others = [k for k in reading.beside(at) if k != at and is_verb_at(reading.tokens, k)]
    for same in (is_exact, _same):
        for k in others:
            left.discard(next((place for place in sorted(left, key=_order) if same(reading, k, book, place)), _NOWHERE))
    return left


def _order(place: Place) -> tuple[int, int]:
    return place.line, place.token


def _is_small_deed(reading: Reading, at: int, claims: Sequence[Claim], covered: Collection[int], book: Book) -> bool:
    """Whether a common verb that is a deed of its own in a list ("weighed, bagged and delivered") is nowhere in the evidence."""
    token = reading.tokens[at]
    if claims[at] is not Claim.FREE or token.lemma not in lexicon.words("wholes", "deeds", "all") or at in covered:
        return False
    before, after = reading.tokens[at - 1 : at], reading.tokens[at + 1 : at + 2]
    joined = bool(at and (before[0].low in _JOINS)) or bool(after and after[0].low in _JOINS)
    return joined and is_verb_at(reading.tokens, at) and not any(book.index[key] for key in keys_of(token))


_JOINS = frozenset({"and", ",", "&", "or"})


def _is_listed(reading: Reading, at: int) -> bool:
    """Whether a verb stands in a list of deeds, not before a thing that it describes ("replaced failed motors")."""
    if not is_verb_at(reading.tokens, at):
        return False
    before = reading.tokens[at - 1] if at else None
    return (
        before is None
        or before.kind == "pause"
        or before.low in lexicon.words("verbs", "joining")
        or before.low.endswith("ly")
    )


def _same(reading: Reading, at: int, book: Book, place: Place) -> bool:
    """Whether a deed is one of the evidence, or another name for it."""
    other = book.lines[place.line].reading
    return is_exact(reading, at, book, place) or bool(groups_at(reading, at) & groups_at(other, place.token))


def _deeds(book: Book, line: int) -> Iterator[Place]:
    """What a line says was done, by whomever."""
    other = book.lines[line].reading
    for k, token in enumerate(other.tokens):
        if token.kind != "word" or token.low in lexicon.words("agency", "being"):
            continue
        follows = k > 0 and other.tokens[k - 1].low in lexicon.words("verbs", "before_verbs")
        if is_verb_at(other.tokens, k) or (follows and token.lemma not in lexicon.nouns()):
            yield Place(line, k)


def is_listed_beside(reading: Reading, at: int, places: Sequence[tuple[Place, ...]]) -> bool:
    """Whether a word that is no deed is put beside one of its kind that is borne out ("primary and secondary schools")."""
    if reading.language != "en" or at < _NEXT or reading.tokens[at - 1].low not in lexicon.words("verbs", "joining"):
        return False
    before = at - _NEXT
    return (
        bool(places[before])
        and not is_verb_at(reading.tokens, at)
        and not is_verb_at(reading.tokens, before)
        and reading.tokens[before].low not in lexicon.nouns()
    )
