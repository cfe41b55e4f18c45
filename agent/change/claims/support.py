"""Where in the evidence the words of a text are said, in the same or in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from agent.change import lexicon
from agent.change.claims.kinds import STRICT, Claim, compound_at, praises
from agent.change.language.acronyms import long_forms, may_spell
from agent.change.language.compounds import split_compound
from agent.change.language.lemmas import find_roots
from agent.change.language.phrases import groups_of
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import Mark, is_verb_at
from agent.change.telling.reading import Reading, joined_words, keys_of

_TAIL = 5
_PAIR = 2
_LEARNER = re.compile(
    r"student|trainee|apprentice|intern|assist|aide|praktik|auszubild|stag|becari|ayudante|lehrling|alumn|volunteer|technician|technicien|techniker|clerk|helper|receptionist|secretary",
    re.IGNORECASE,
)


def find_phrase_support(reading: Reading, book: Book) -> dict[int, tuple[Place, ...]]:
    """Tokens of phrases that the evidence says as a whole, perhaps in other words, and where."""
    found: dict[int, tuple[Place, ...]] = {}
    for phrase in reading.phrases:
        if reading.numbers.issuperset(range(phrase.first, phrase.last + 1)):
            continue
        given = book.index.any_of(phrase.groups)
        if not given:
            continue
        places = _stated(given, book)
        if phrase.first == phrase.last and is_verb_at(reading.tokens, phrase.first):
            places = tuple(place for place in places if _acts(reading, phrase.first, book, place))
        if places and phrase.first == phrase.last and not phrase.skill:
            places = (*places, *_said_itself(reading, phrase.first, book))
        if places:
            for at in range(phrase.first, phrase.last + 1):
                found[at] = (*found.get(at, ()), *places)
    for first, last, joined in joined_words(reading.tokens) if reading.language == "en" else ():
        if last not in found and not book.index.keys.isdisjoint(joined):
            given = _stated(book.index.any_of(frozenset(joined)), book)
            places = tuple(place for place in given if _is_one_word(book, place, joined))
            found.update(dict.fromkeys((first, last), places) if places else {})
    for at, place in _spelled_out(reading, book):
        found[at] = (*found.get(at, ()), place)
    return {at: tuple(dict.fromkeys(places)) for at, places in found.items()}


def _is_one_word(book: Book, place: Place, joined: tuple[str, str]) -> bool:
    """Whether a line has two words of a text as one word."""
    token = book.lines[place.line].reading.tokens[place.token]
    return token.low in joined or token.lemma in joined


def _said_itself(reading: Reading, at: int, book: Book) -> tuple[Place, ...]:
    """Where the evidence says a word itself or one of its family."""
    return _stated(book.index.any_of(keys_of(reading.tokens[at])), book)


def _spelled_out(reading: Reading, book: Book) -> Iterator[tuple[int, Place]]:
    """Tokens that spell out a short form of the evidence, and short forms of what it spells out."""
    initials = {token.low[0] for token in reading.tokens}
    tools = {phrase.first for phrase in reading.phrases if phrase.skill and phrase.first == phrase.last}
    for number, line in enumerate(book.lines):
        for there, _, form in line.reading.shorts:
            for first, last in _spelled(reading, form) if may_spell(initials, form) else ():
                if len(form) > _PAIR or tools.isdisjoint((first, last)):
                    yield from ((at, Place(number, there)) for at in range(first, last + 1))
        for begins, ends, form in reading.shorts:
            for first, last in long_forms(line.reading.tokens, form):
                yield from ((at, Place(number, max(first, last))) for at in range(begins, ends + 1))


def is_spelled_out(reading: Reading, first: int, last: int, book: Book) -> bool:
    """Whether words stand within what a short form of the evidence spells ("Assistant" in what ADON stands for)."""
    initials = {token.low[0] for token in reading.tokens}
    return any(
        begins <= first and last <= ends
        for line in book.lines
        for _, _, form in line.reading.shorts
        if len(form) > _PAIR and not line.asked and may_spell(initials, form)
        for begins, ends in _spelled(reading, form)
    )


@lru_cache(maxsize=8192)
def _spelled(reading: Reading, form: str) -> tuple[tuple[int, int], ...]:
    """First and last token of the words of a text that a short form stands for; asked again for each word that is doubted."""
    return tuple(long_forms(reading.tokens, form))


def find_support(reading: Reading, at: int, book: Book, claim: Claim) -> tuple[Place, ...]:
    token = reading.tokens[at]
    if claim is Claim.PRAISE and (compound := praises(reading).get(at) or compound_at(reading, at)):
        return tuple(
            place
            for key in (token.low,)
            for place in book.index[key]
            if compound in book.lines[place.line].reading.text.lower()
        )
    wanted: set[str | int] = set(keys_of(token))
    if claim in (Claim.NAME, Claim.RANK, Claim.TRADE, Claim.PRAISE, Claim.SKILL):
        wanted = {token.low, token.lemma}
        if claim is Claim.TRADE:
            headed = tuple(place for key in token.roots for place in book.index[key] if _heads(book, place))
            if headed:
                return headed
        if (claim is Claim.TRADE and token.lemma in _doers()) or (claim is Claim.SKILL and token.text.islower()):
            wanted |= token.roots
    elif claim not in STRICT:
        wanted |= lexicon.stands_for().get(token.lemma, frozenset())
    found = book.index.any_of(frozenset(wanted))
    if not found and reading.language == "de" and len(token.low) >= _TAIL:
        found = tuple(
            place
            for key in book.index.keys
            if isinstance(key, str) and key.endswith((token.lemma, token.low))
            for place in book.index[key]
        )
    if not found and reading.language == "de":
        found = _in_parts(token.low, book, exact=claim is Claim.RANK)
    if is_verb_at(reading.tokens, at):
        return tuple(place for place in _stated(found, book) if _acts(reading, at, book, place))
    return found if claim is Claim.PLAIN else _stated(found, book)


def _in_parts(word: str, book: Book, *, exact: bool = False) -> tuple[Place, ...]:
    """Where all parts of a German compound stand on one line of the evidence."""
    for left, right in split_compound(word):
        first = _of_part(left, book)
        if right in lexicon.words("forms", "light_heads", "de") and first:
            return first
        head = _of_part(right, book, exact=exact)
        lines = {place.line for place in head} & {place.line for place in first}
        if lines:
            denied = tuple(place for place in head if place.line in lines and mark_at(book, place).denied)
            return denied or tuple(place for place in (*head, *first) if place.line in lines)
    return ()


def _of_part(part: str, book: Book, *, exact: bool = False) -> tuple[Place, ...]:
    wanted = frozenset({part}) | find_roots(part, "de") | (frozenset() if exact else groups_of(part, "de"))
    return tuple(place for key in wanted for place in book.index[key]) or _in_parts(part, book)


def _acts(reading: Reading, at: int, book: Book, place: Place) -> bool:
    """Whether what stands for a verb is a deed in the evidence, too, not a thing that another verb there governs."""
    line = book.lines[place.line].reading
    mark = line.marks[place.token]
    if keys_of(reading.tokens[at]) & keys_of(line.tokens[place.token]) or line.language != "en":
        return True
    ways = lexicon.section("classes", "direction")
    if mark.denied or mark.other or reading.tokens[at].lemma in ways["down"] | ways["up"]:
        return True
    return line.marks[place.token].verb in (-1, place.token) or is_verb_at(line.tokens, place.token)


def _heads(book: Book, place: Place) -> bool:
    """Whether a word stands in the head of a role that was no training ("Audit Associate" makes an auditor)."""
    line = book.lines[place.line]
    return line.header and not _LEARNER.search(line.source.text)


def _stated(places: tuple[Place, ...], book: Book) -> tuple[Place, ...]:
    """Places of what was said, not merely asked."""
    return tuple(place for place in places if not book.lines[place.line].asked) if book.asks else places


@cache
def _doers() -> frozenset[str]:
    return lexicon.words("titles", "doers", "en")


def is_exact(reading: Reading, at: int, book: Book, place: Place) -> bool:
    """Whether a place holds a word itself or one of its family."""
    return bool(keys_of(reading.tokens[at]) & keys_of(book.lines[place.line].reading.tokens[place.token]))


def exact_lines(reading: Reading, at: int, places: tuple[Place, ...], book: Book) -> set[int]:
    """The lines that hold a word itself or one of its family."""
    keys = keys_of(reading.tokens[at])
    return {place.line for place in places if keys & keys_of(book.lines[place.line].reading.tokens[place.token])}


def mark_at(book: Book, place: Place) -> Mark:
    return book.lines[place.line].reading.marks[place.token]
