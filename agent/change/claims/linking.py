"""Whether two lines of evidence speak of the same thing, so that one statement may be made of both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from agent.change import lexicon
from agent.change.claims.pointing import points_back, says_when, takes_up
from agent.change.claims.titles import calls_somebody, titles
from agent.change.language.lemmas import Language
from agent.change.numbers.periods import MONTHS
from agent.change.numbers.quantity import TIME
from agent.change.telling.book import Book, Line, question_of
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading, gives, keys_of

_SHORT = 2
_BACK = 4
_FORE = 3


@dataclass(frozen=True, slots=True)
class _Thing:
    """A thing that a line names: its noun, what stands before that, and whether it was spoken of before."""

    at: int
    keys: frozenset[str | int]
    meanings: frozenset[str | int]
    before: frozenset[str | int]
    after: Mapping[str, str]
    definite: bool
    subject: bool
    telling: bool
    verbs: frozenset[str]


def speak_of_one(first: int, second: int, book: Book) -> bool:
    """Whether two lines of the book (by number) are about one thing: a shared noun, name or number, or "it", "there"."""
    if book.lines[first].source is book.lines[second].source:
        return True
    if takes_up(first, second, book) or takes_up(second, first, book):
        return True
    return any(
        _are_linked(one, other)
        for one in _with_question(book.lines[first], book)
        for other in _with_question(book.lines[second], book)
    )


def _with_question(line: Line, book: Book) -> Iterator[Line]:
    """A line, and the question that it answers."""
    yield line
    if question_of(line.source.text):
        yield from (other for other in book.lines if other.source is line.source and other is not line)


def _are_linked(one: Line, other: Line) -> bool:
    if one.entry and other.entry and one.entry != other.entry:
        return False
    if one.entry and one.entry == other.entry and (one.header or other.header):
        return True
    if points_back(one.reading) or points_back(other.reading):
        return True
    return (
        _shares_thing(one.reading, other.reading)
        or _shares_count(one.reading, other.reading)
        or _names_deed(one.reading, other.reading)
        or _names_deed(other.reading, one.reading)
    )


def _names_deed(one: Reading, other: Reading) -> bool:
    """Whether a line speaks of what another tells as a deed ("migrated the mail", "did the migration in a day")."""
    told = frozenset().union(*(keys_of(token) for at, token in enumerate(one.tokens) if one.marks[at].verb == at))
    return any(thing.definite and thing.keys & told for thing in _things(other))


def is_head_of_role(line: Line) -> bool:
    """Whether a line names a role and tells no deed ("Night porter, Hotel Iris, 2016-2018")."""
    if line.header:
        return True
    dated = bool(line.periods) and line.reading.tokens[0].capital
    return not _tells_deed(line.reading) and (dated or bool(_titles_of(line.reading)))


def are_of_other_roles(first: Line, second: Line) -> bool:
    """Whether two lines each begin with a title, and not with the same."""
    one, other = _titles_of(first.reading), _titles_of(second.reading)
    return bool(one) and bool(other) and not one & other


def are_other_posts(first: Line, second: Line) -> bool:
    """Whether two lines each name a title, a year and a name, and share no year and no name ("Inn Zur Post: day cook, 2014")."""
    one, other = _post_of(first.reading), _post_of(second.reading)
    return bool(one and other) and not one & other


@lru_cache(maxsize=4096)
def _post_of(reading: Reading) -> frozenset[str]:
    """The years and names of a line that says where somebody was what and when; empty if it tells deeds."""
    years = {str(int(q.figure.value)) for q in reading.quantities if q.figure.kind == "year"}
    names = {token.low for k, token in enumerate(reading.tokens) if k and token.capital and token.low not in MONTHS}
    titled = any(calls_somebody(token) for token in reading.tokens)
    return frozenset(years | names) if years and names and titled and not _tells_deed(reading) else frozenset()


@lru_cache(maxsize=4096)
def _tells_deed(reading: Reading) -> bool:
    return any(
        is_verb_at(reading.tokens, at)
        and not (at and reading.tokens[at - 1].low in lexicon.words("agency", "determiners"))
        for at in range(len(reading.tokens))
    )


@lru_cache(maxsize=4096)
def _titles_of(reading: Reading) -> frozenset[str]:
    """The title words with which a line begins."""
    found = set()
    for at, token in enumerate(reading.tokens):
        if token.kind in ("pause", "stop", "number") or is_verb_at(reading.tokens, at):
            break
        if token.low in lexicon.words("agency", "prepositions") or token.low in lexicon.words("agency", "person"):
            break
        ends = at + 1 == len(reading.tokens) or reading.tokens[at + 1].kind == "pause"
        ends = ends or reading.tokens[at + 1].low in lexicon.words("agency", "prepositions")
        if token.kind == "word" and (
            token.lemma in titles() or token.low in titles() or (ends and calls_somebody(token))
        ):
            found.add(token.lemma)
    return frozenset(found)


def _shares_count(one: Reading, other: Reading) -> bool:
    """Whether both lines count as many: "trained 9 operators", "all 9 passed"."""
    said = {q.figure.value for q in one.quantities if _counts(one, q.first)}
    return any(
        q.figure.value in said and _is_definite(other, q.first) for q in other.quantities if _counts(other, q.first)
    )


def _counts(reading: Reading, first: int) -> bool:
    quantity = next(q for q in reading.quantities if q.first == first)
    return quantity.figure.kind == "plain" and quantity.unit not in TIME


def _is_definite(reading: Reading, at: int) -> bool:
    return any(
        reading.tokens[k].low in lexicon.words("attribution", "definite") for k in range(max(at - _SHORT, 0), at)
    )


def _shares_thing(one: Reading, other: Reading) -> bool:
    theirs = _things(other)
    return any(_is_same(ours, each) for ours in _things(one) for each in theirs)


def _is_same(one: _Thing, other: _Thing) -> bool:
    if one.before and other.before and not one.before & other.before:
        return False
    if any(one.after[k] != other.after[k] for k in one.after.keys() & other.after.keys()):
        return False
    told = one.subject or other.subject
    if one.keys & other.keys:
        sure = one.definite or other.definite or bool(one.verbs & other.verbs) or bool(one.before & other.before)
        return told or (sure and one.telling and other.telling)
    return told and bool(one.meanings & other.meanings)


@lru_cache(maxsize=4096)
def _things(reading: Reading) -> tuple[_Thing, ...]:
    return tuple(_find_things(reading))


def _find_things(reading: Reading) -> Iterator[_Thing]:
    given = gives(reading)[0]
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        if not _is_noun(reading, at):
            continue
        name = _is_name(reading, at)
        if not name and at + 1 < len(tokens) and _is_noun(reading, at + 1) and not _may_be_told(reading, at):
            continue
        before: set[str | int] = set()
        start = at
        while start and (_qualifies(reading, start - 1) or tokens[start - 1].low == "-") and at - start < _BACK:
            start -= 1
            before |= (
                keys_of(tokens[start]) if tokens[start].kind == "word" and not says_when(reading, start) else set()
            )
        definite = _is_definite(reading, start) or name or says_when(reading, start)
        opening = all(tokens[k].low in lexicon.words("attribution", "definite") for k in range(start))
        telling = not {token.low, token.lemma} & lexicon.words("attribution", "untelling")
        verb = reading.marks[at].verb
        yield _Thing(
            at,
            keys_of(token),
            given[at],
            frozenset() if name else frozenset(before),
            {} if name else dict(_complement(reading, at)),
            definite,
            (start > 0 or says_when(reading, start)) and opening and _is_subject(reading, at),
            telling,
            _alike(tokens[verb].lemma) if verb >= 0 else frozenset(),
        )


def _complement(reading: Reading, at: int) -> Iterator[tuple[str, str]]:
    """The preposition right after a noun, and the noun that it joins ("payroll for a bakery")."""
    if at + 1 >= len(reading.tokens) or reading.tokens[at + 1].low not in lexicon.words("agency", "prepositions"):
        return
    for k in range(at + 2, min(at + 2 + _BACK, len(reading.tokens))):
        if reading.tokens[k].kind in ("stop", "pause") or k in reading.numbers:
            return
        if _is_noun(reading, k) and not (k + 1 < len(reading.tokens) and _is_noun(reading, k + 1)):
            yield reading.tokens[at + 1].low, reading.tokens[k].lemma
            return


def _is_name(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    if not token.capital or reading.language == "de":
        return False
    begins = at == 0 or reading.tokens[at - 1].kind == "stop"
    return not begins or (reading.language == "en" and token.low not in lexicon.related())


def _may_be_told(reading: Reading, at: int) -> bool:
    """Whether a noun with which a line begins may be what the next word tells of ("The module runs")."""
    following = reading.tokens[at + 1].low
    return following.endswith("s") and any(
        reading.tokens[k].low in lexicon.words("attribution", "definite") for k in range(min(at, _BACK))
    )


@lru_cache(maxsize=20_000)
def _alike(verb: str) -> frozenset[str]:
    """A verb and those that may stand for it."""
    return frozenset({verb}) | lexicon.related().get(verb, frozenset())


def _is_subject(reading: Reading, at: int) -> bool:
    """Whether a verb follows the noun within its clause."""
    return any(
        is_verb_at(reading.tokens, k)
        or reading.tokens[k].low in lexicon.words("agency", "being")
        or reading.tokens[k].low.endswith("s")
        for k in range(at + 1, min(at + 1 + _FORE, len(reading.tokens)))
    )


def _is_told(reading: Reading, at: int) -> bool:
    """Whether a small word is a thing: one a verb after it tells of ("The count covered") or of a kind ("bird count")."""
    token, before = reading.tokens[at], reading.tokens[at - 1 : at]
    if token.low not in lexicon.related():
        return False
    if _is_definite(reading, at) and is_verb_at(reading.tokens, at + 1):
        return True
    kind = bool(before) and before[0].low in lexicon.nouns() and before[0].low not in _free(reading.language)
    following = reading.tokens[at + 1 : at + 2]
    return kind and (
        not following or following[0].kind != "word" or following[0].low in lexicon.words("agency", "prepositions")
    )


def _qualifies(reading: Reading, at: int) -> bool:
    """Whether a word may say of which kind the noun after it is ("walking tours")."""
    token = reading.tokens[at]
    return (
        token.kind == "word"
        and token.low not in _free(reading.language)
        and at not in reading.numbers
        and reading.marks[at].verb != at
    )


@lru_cache(maxsize=100_000)
def _is_noun(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    return (
        token.kind in ("word", "name")
        and len(token.low) > _SHORT
        and (token.low not in _free(reading.language) or _is_told(reading, at))
        and token.lemma not in TIME
        and at not in reading.numbers
        and not is_verb_at(reading.tokens, at)
        and reading.marks[at].verb != at
    )


@cache
def _free(language: Language) -> frozenset[str]:
    """Small words."""
    return lexicon.words("classes", "free", language) | lexicon.words("agency", "prepositions")
