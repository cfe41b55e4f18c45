"""Results held against a target: "quota 40 a quarter; 50, 44, 38, 61" was exceeded in three of four quarters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.language.tokens import low_at
from agent.change.numbers.quantity import Quantity, is_close
from agent.change.telling.book import Book
from agent.change.telling.reading import Reading

_BEFORE = 5
_AFTER = 3
_LEAST = 2
_MOST = 24
_EXACT = 1e-6
_UNDER = frozenset({"under", "upto", "nearly"})
_LISTED = frozenset({",", "and", "&", ";", ":", "und", "et", "y", "(", ")"})
_WHY = "By the figures of your resume it was not so each time."


@dataclass(frozen=True, slots=True)
class Record:
    """How many results were above a target, how many right on it, and how many there are; with their lines."""

    above: int
    even: int
    all: int
    lines: tuple[int, ...]

    def count(self, way: str) -> int:
        """How often the target was exceeded ("above"), reached ("met") or not ("missed")."""
        met = self.above + self.even
        return {"above": self.above, "met": met}.get(way, self.all - met)


def find_target_count(reading: Reading, quantity: Quantity, book: Book) -> tuple[int, ...]:
    """The lines by which a target was reached so often, or was to be ("in three of four quarters"); empty if they do not say so."""
    at, way = _claim(reading, quantity.first)
    if not way or quantity.figure.kind != "plain" or quantity.first < at:
        return ()
    for record in _records(book):
        if quantity.figure.value == record.all and _is_whole(reading, quantity, at, record, way):
            return record.lines
        if quantity.figure.value == record.count(way) and not _is_out_of(reading, quantity):
            return record.lines
    return ()


def says_target(reading: Reading, at: int, figures: Mapping[int, tuple[int, ...]], book: Book) -> bool:
    """Whether a word such as "beat" or "missed" tells how often a target was reached, by a number that is borne out."""
    way = _ways().get(reading.tokens[at].low, "")
    if not way or _claim(reading, at) != (at, way):
        return False
    return any(
        q.first in figures and q.first > at and find_target_count(reading, q, book)
        for q in reading.counts_beside(at)
        if q.figure.kind == "plain"
    )


def find_wrong_targets(reading: Reading, book: Book) -> Iterator[Doubt]:
    """As "exceeded the quota every quarter" where the figures say that it was not always."""
    for at, token in enumerate(reading.tokens):
        way = _ways().get(token.low, "")
        if not way or _claim(reading, at) != (at, way):
            continue
        for record in _records(book):
            every = next((k for k in reading.beside(at) if k > at and _says_every(reading, k)), -1)
            if every > 0 and record.count(way) != record.all:
                yield Doubt(every, every, _WHY)


def _claim(reading: Reading, at: int) -> tuple[int, str]:
    """The verb of a sentence that says of a target that it was reached, and how; -1 and empty if none does."""
    beside = reading.beside(at)
    aims = lexicon.words("measures", "aims", "words")
    verbs = [k for k in beside if reading.tokens[k].low in _ways()]
    if not verbs or not any({reading.tokens[k].low, reading.tokens[k].lemma} & aims for k in beside if k > verbs[0]):
        return -1, ""
    verb = max((k for k in verbs if k <= at), default=verbs[0])
    return verb, _ways()[reading.tokens[verb].low]


def _is_whole(reading: Reading, quantity: Quantity, verb: int, record: Record, way: str) -> bool:
    """Whether a number is that of all results, with the part before it, or of all of which the target was reached."""
    if record.count(way) == record.all:
        return True
    said = [q for q in reading.counts_beside(quantity.first) if verb < q.first < quantity.first]
    return _is_out_of(reading, quantity) and any(q.figure.value == record.count(way) for q in said)


def _is_out_of(reading: Reading, quantity: Quantity) -> bool:
    """As four in "three of four" and "three out of the four"."""
    small = {"the", "its", "all", "our"}
    at = quantity.first - 1
    at -= low_at(reading.tokens, at) in small
    return low_at(reading.tokens, at) in ("of", "von", "sur", "de") and any(
        q.last < at and at - q.last <= _AFTER for q in reading.counts_beside(quantity.first)
    )


def _says_every(reading: Reading, at: int) -> bool:
    return reading.tokens[at].low in lexicon.words("targets", "every", "words")


def _records(book: Book) -> tuple[Record, ...]:
    """The targets of the evidence that several results are told beside."""
    found = []
    for n, line in enumerate(book.lines):
        target = None if line.asked else _target(line.reading)
        if target is None:
            continue
        for m, other in enumerate(book.lines):
            results = [q for q in _results(other.reading) if (m, q.first) != (n, target.first)]
            kinds = {q.figure.kind for q in results}
            if len(results) >= _LEAST and kinds == {target.figure.kind}:
                values = [q.figure.value for q in results]
                way = -1 if target.bound in _UNDER else 1
                above = sum(way * value > way * target.figure.value for value in values)
                even = sum(is_close(value, target.figure.value, _EXACT) for value in values)
                found.append(Record(above, even, len(values), tuple(sorted({n, m}))))
    return tuple(found)


@lru_cache(maxsize=4096)
def _target(reading: Reading) -> Quantity | None:
    """The number that a line names as a target ("a quota of 40", "target: 500", "12-sale goal")."""
    aims = lexicon.words("measures", "aims", "words")
    if not any(token.low in aims or token.lemma in aims for token in reading.tokens):
        return None
    for q in reading.quantities[:_MOST]:
        if q.figure.kind not in ("plain", "money", "percent") or reading.marks[q.first].denied:
            continue
        near = reading.tokens[max(q.first - _BEFORE, 0) : q.last + 1 + _AFTER]
        if any(token.low in aims or token.lemma in aims for token in near):
            return q
    return None


@lru_cache(maxsize=4096)
def _results(reading: Reading) -> tuple[Quantity, ...]:
    """The numbers of a line that it lists one after the other, a target apart."""
    target = _target(reading)
    held = [
        q
        for q in reading.quantities[:_MOST]
        if q is not target and q.figure.kind not in ("year", "ordinal", "clock") and not reading.marks[q.first].denied
    ]
    return tuple(
        q
        for q in held
        if _LISTED.intersection((low_at(reading.tokens, q.first - 1), low_at(reading.tokens, q.last + 1)))
    )


@cache
def _ways() -> Mapping[str, str]:
    """Verbs of reaching a target, each with how it was reached."""
    return {word: way for way, words in lexicon.section("targets", "ways").items() for word in words}
