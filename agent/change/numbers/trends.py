"""Words that say which way or how much something changed, against the numbers of the evidence: fell, grew, doubled, fewer than."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.claims.refusal import FEW
from agent.change.language.figures import number_words
from agent.change.numbers.dated import Change, find_changes
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading, gives, groups_at, keys_of

_LEAST = 2
_LOOSE = 0.12
_MORE = 1.6
_WHY_MULTIPLE = "The numbers of your resume do not give this multiple."
_WHY_WAY = "By the numbers of your resume it went the other way."
_FOLD = re.compile(r"(?P<number>[^\W\d_]+?|\d+)(?:fold|fach\w*)")
_NO_DEED = frozenset({"as", "-", "up", "als", "comme", "como"})


def borne_out(
    aligned: Alignment,
    at: int,
) -> bool:
    """Whether numbers of the evidence went the way a verb of effect says ("fell", from 8% to 6%)."""
    way = way_of(aligned.reading, at)
    if not way:
        return False
    lines = _resting(aligned.reading, at, aligned.claims, aligned.places, aligned.figures)
    changes = find_changes(aligned.book, lines) if lines else []
    multiple = _multiple_at(aligned.reading, at)
    if multiple:
        return any(_is_multiple(aligned.reading, at, change, multiple) for change in changes)
    return any(
        went(change) == way and _is_of_its_object(aligned.reading, at, aligned.figures, change, aligned.book)
        for change in changes
    )


def _is_of_its_object(
    reading: Reading, at: int, figures: Mapping[int, tuple[int, ...]], change: Change, book: Book
) -> bool:
    """Whether a change that no number beside the verb tells is one of the thing named after it; a short book is of one thing."""
    if len(book.lines) <= FEW or any(k > at and reading.marks[k].verb == at for k in figures):
        return True
    skipped = lexicon.words("agency", "determiners")
    following = next((k for k in reading.beside(at) if k > at and reading.tokens[k].low not in skipped), None)
    if following is None or reading.tokens[following].lemma not in lexicon.nouns():
        return True
    keys = keys_of(reading.tokens[following]) | groups_at(reading, following)
    return any(not keys.isdisjoint(given) for n in change.lines for given in gives(book.lines[n].reading)[0])


def way_of(reading: Reading, at: int) -> str:
    """Which way a word says that something went: down, up, or empty."""
    token, ways = reading.tokens[at], _ways()
    return ways.get(token.lemma, "") or ways.get(token.low, "")


def went(change: Change) -> str:
    """Which way the numbers of the evidence went."""
    before, after = change.values
    return "up" if after > before else "down" if after < before else ""


def find_wrong_trends(
    aligned: Alignment,
) -> Iterator[Doubt]:
    """Multiples ("tripled") that the numbers do not give, and comparisons turned round ("400 fewer than")."""
    for at in range(len(aligned.reading.tokens)):
        multiple = _multiple_at(aligned.reading, at)
        if multiple and not _says_multiple(aligned.book, multiple):
            lines = _resting(aligned.reading, at, aligned.claims, aligned.places, aligned.figures) or set(
                range(len(aligned.book.lines))
            )
            if not any(
                _is_multiple(aligned.reading, at, change, multiple) for change in find_changes(aligned.book, lines)
            ):
                yield Doubt(at, at, _WHY_MULTIPLE)
    yield from _turned(aligned.reading, aligned.figures, aligned.book)


def _resting(
    reading: Reading,
    at: int,
    claims: Sequence[Claim],
    places: Sequence[tuple[Place, ...]],
    figures: Mapping[int, tuple[int, ...]],
) -> set[int]:
    """The lines that the words and numbers around a word rest on."""
    marks = reading.marks
    votes: dict[int, int] = {}
    for k in reading.beside(at):
        if abs(marks[k].clause - marks[at].clause) > 1:
            continue
        same = marks[k].clause == marks[at].clause
        for line in {place.line for place in places[k]} if same and claims[k] is not Claim.FREE else ():
            votes[line] = votes.get(line, 0) + 1
        for line in figures.get(k, ()):
            votes[line] = votes.get(line, 0) + 2
    return {line for line, count in votes.items() if count >= _LEAST} or (set(votes) if len(votes) > 1 else set())


def _multiple_at(reading: Reading, at: int) -> float:
    """The multiple that a word says ("doubled": 2, "halved": 0.5, "fourfold": 4); 0 if it says none."""
    token = reading.tokens[at]
    known = token.lemma in _multiples() or token.low in _multiples()
    if token.kind != "word" or not (known or token.low.endswith("fold") or "fach" in token.low):
        return 0.0
    following = reading.tokens[at + 1].low if at + 1 < len(reading.tokens) else ""
    value = _multiples().get(token.lemma, 0.0) or _multiples().get(token.low, 0.0)
    if value:
        deed = is_verb_at(reading.tokens, at) or token.low.endswith(("ing", "ung", "ée", "é", "ado", "ada", "t"))
        bare = reading.language == "en" and token.low == token.lemma and following in ("the", "our", "its", "their")
        named = (
            at and (reading.tokens[at - 1].kind == "word") and token.low == token.lemma and _may_be_told(reading, at)
        )
        return value if (deed or bare or named) and following not in _NO_DEED else 0.0
    match = _FOLD.fullmatch(token.low) if token.low.endswith("fold") or "fach" in token.low else None
    if match is None:
        return 0.0
    number = match["number"]
    return float(number) if number.isdigit() else number_words(reading.language).get(number, 0.0)


def _may_be_told(reading: Reading, at: int) -> bool:
    """As "saw membership triple": a verb after what it is said of, with nothing of its own behind it."""
    following = reading.tokens[at + 1] if at + 1 < len(reading.tokens) else None
    links = lexicon.words("measures", "multiple_links", "words")
    return following is None or following.kind in ("stop", "pause") or following.low in links


def _says_multiple(book: Book, multiple: float) -> bool:
    """Whether the evidence itself says a multiple, in whatever word."""
    return any(
        _multiples().get(token.lemma) == multiple
        or _multiples().get(token.low) == multiple
        or _folds(token.low, multiple)
        for line in book.lines
        for token in line.reading.tokens
    ) or (multiple == 1 / 2 and any(q.figure.value == 50 for line in book.lines for q in line.reading.quantities))


def _folds(low: str, multiple: float) -> bool:
    return low.endswith("fold") and number_words("en").get(low.removesuffix("fold")) == multiple


def _is_multiple(reading: Reading, at: int, change: Change, multiple: float) -> bool:
    """Whether a change is the multiple said, or about it, or bounded by it as in "more than doubled"."""
    ratio = change.ratio
    if not ratio:
        return False
    before = reading.tokens[at - 1].low if at else ""
    earlier = reading.tokens[at - 2].low if at > 1 else ""
    if before in ("than", "als", "que") or earlier in ("plus", "más", "mehr"):
        return multiple < ratio <= _MORE * multiple if multiple > 1 else ratio < multiple
    return abs(ratio - multiple) <= _LOOSE * multiple


def _turned(reading: Reading, figures: Mapping[int, tuple[int, ...]], book: Book) -> Iterator[Doubt]:
    """As "400 fewer in 2017 than in 2016" where it was more."""
    ways = lexicon.section("measures", "comparing")
    for quantity in reading.quantities:
        if quantity.first not in figures or quantity.last + 1 >= len(reading.tokens):
            continue
        at = quantity.last + 1
        way = next((way for way, words in ways.items() if reading.tokens[at].low in words), "")
        beside = reading.beside(at)
        than = next((k for k in beside if k > at and reading.tokens[k].low in ("than", "als", "que")), None)
        if not way or than is None:
            continue
        changes = [
            change
            for change in find_changes(book, figures[quantity.first])
            if abs(change.after.figure.value - change.before.figure.value) == quantity.figure.value
        ]
        years = [q for q in reading.counts_beside(at) if q.figure.kind == "year"]
        first = [int(q.figure.value) for q in years if q.first < than]
        second = [int(q.figure.value) for q in years if q.first > than]
        back = bool(first and second and first[0] < second[0])
        if changes and not any((went(change) == way) != back for change in changes):
            yield Doubt(at, at, _WHY_WAY)


@cache
def _ways() -> Mapping[str, str]:
    tables = (lexicon.section("classes", "direction"), lexicon.section("measures", "trend"))
    return {word: way for table in tables for way, words in table.items() for word in words}


@cache
def _multiples() -> Mapping[str, float]:
    """Words of multiples, each with how many times."""
    return {
        word: lexicon.numbers("measures", "multiple_values")[name]
        for name, words in lexicon.section("measures", "multiple").items()
        for word in words
    }
