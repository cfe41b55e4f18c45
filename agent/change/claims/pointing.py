"""Lines that take up what the line before them told, in other words: "Moved the site to Vue.", "That migration took a week."."""

from __future__ import annotations

from functools import lru_cache

from agent.change import lexicon
from agent.change.claims.titles import calls_somebody
from agent.change.numbers.parts import is_part_of_another
from agent.change.numbers.quantity import TIME
from agent.change.telling.book import Book
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading, gives, keys_of

_FEW = 4
_DEMONSTRATIVE = frozenset({"that", "this", "those", "these"})


def takes_up(earlier: int, later: int, book: Book) -> bool:
    """Whether a line (by number) begins with "that ..." for what the one right before it told, and no other line names it."""
    tokens = book.lines[later].reading.tokens
    if earlier + 1 < later < earlier + _FEW:
        between = (book.lines[n].reading for n in range(earlier + 1, later + 1))
        return all(points_back(line) or _is_done_with_it(line) for line in between)
    if later != earlier + 1 or book.lines[earlier].asked or len(tokens) <= 1:
        return False
    if tokens[0].low not in _DEMONSTRATIVE:
        return _is_done_with_it(book.lines[later].reading) or _is_of_one_root(book, earlier, later)
    if tokens[1].kind != "word" or is_verb_at(tokens, 1):
        return False
    keys = keys_of(tokens[1])
    return not any(keys & gives(line.reading)[1] for n, line in enumerate(book.lines) if n not in (earlier, later))


def _is_of_one_root(book: Book, earlier: int, later: int) -> bool:
    """Whether a line begins with "the" and a noun of a word that the line before it has ("a touring show", "The tour visited")."""
    tokens = book.lines[later].reading.tokens
    if tokens[0].low != "the" or len(tokens) <= _FEW or tokens[1].kind != "word":
        return False
    told = is_verb_at(tokens, 2) or tokens[2].low in lexicon.words("agency", "being")
    return told and any(
        keys_of(tokens[1]) & keys_of(token) for token in book.lines[earlier].reading.tokens if token.kind == "word"
    )


def _is_done_with_it(line: Reading) -> bool:
    """Whether a line begins with people or their number and tells what they did with "it" ("60 nurses attended it")."""
    taken = lexicon.words("attribution", "taken")
    for k, token in enumerate(line.tokens):
        if token.low in taken and k > 1:
            own = line.tokens[k - 2].low in lexicon.words("agency", "person")
            return own or (is_verb_at(line.tokens, k - 1) and _are_people(line, k - 2))
        if token.kind in ("stop", "pause"):
            return False
    return False


def _are_people(line: Reading, at: int) -> bool:
    """Whether a word names people, or is their number ("all 60 nurses", "40")."""
    token = line.tokens[at]
    forms = {token.low, token.lemma}
    people = lexicon.words("agency", "headed") | lexicon.words("agency", "somebody")
    return at in line.numbers or calls_somebody(token) or not forms.isdisjoint(people)


def says_when(reading: Reading, at: int) -> bool:
    """Whether a word before a noun says of when it is ("last year's sale", "the 2020 grants")."""
    token = reading.tokens[at]
    following = reading.tokens[at + 1 : at + 2]
    of_time = token.low.removesuffix("'s") in TIME or token.lemma in TIME
    return (of_time and token.low.endswith("'s")) or (
        token.low in ("last", "this", "next") and bool(following) and following[0].low.removesuffix("'s") in TIME
    )


def with_followers(lines: frozenset[int], book: Book) -> frozenset[int]:
    """Some lines of a short book, with those right after them that go on about the same ("It used to end at 6")."""
    if not 1 < len(book.lines) <= _FEW:
        return lines
    back = lexicon.words("attribution", "back")
    more = {
        n + 1
        for n in lines
        if n + 1 < len(book.lines)
        and not book.lines[n + 1].asked
        and (_first(book, n + 1) in back or takes_up(n, n + 1, book))
    }
    return lines | more if more else lines


@lru_cache(maxsize=4096)
def points_back(reading: Reading) -> bool:
    """Whether a line begins with what stands for something said before, or says "there"."""
    words = [token.low for token in reading.tokens if token.kind == "word"]
    back = lexicon.words("attribution", "back")
    return bool(words) and (
        (reading.language == "en" and "there" in words) or words[0] in back or is_part_of_another(reading)
    )


def _first(book: Book, line: int) -> str:
    tokens = book.lines[line].reading.tokens
    return tokens[0].low if tokens else ""
