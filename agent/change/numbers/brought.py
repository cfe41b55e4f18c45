"""Words that arithmetic brings: "in total", "finishing 6,000 under budget", "a 75 % success rate"; a margin turned round is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.language.tokens import low_at
from agent.change.numbers.binding import meet
from agent.change.numbers.counted import words_before
from agent.change.numbers.deriving import find_held
from agent.change.numbers.quantity import Quantity, is_close
from agent.change.telling.book import Book
from agent.change.telling.reading import Reading, read

_CONTRARY = {"success": "failure", "failure": "success"}
_EXACT = 1e-6
_ROUNDED = 0.012
_REACH = 4
_NEAR = 3
_WHY = "By the figures of your resume it was the other way."


def says_operation(reading: Reading, at: int, figures: Mapping[int, tuple[int, ...]], book: Book) -> bool:
    """Whether a word only tells how a number that is borne out was worked out."""
    kinds = [kind for kind, words in lexicon.section("measures", "brought").items() if reading.tokens[at].low in words]
    if not kinds:
        return False
    clause = reading.marks[at].clause
    counts = [
        q
        for q in reading.counts_beside(at)
        if q.first in figures and q.figure.kind != "year" and abs(reading.marks[q.first].clause - clause) <= 1
    ]
    worked_out = [q for q in counts if not _is_told(q, figures[q.first], book)]
    if "sum" in kinds and counts:
        return True
    if "spread" in kinds and len(counts) > 1:
        return True
    if "margin" in kinds and any(_margin(reading, q) for q in worked_out):
        return True
    if "pattern" in kinds:
        shift = any(at - _NEAR <= q.last < at and q.unit for q in worked_out)
        return (low_at(reading.tokens, at - 1) == "off" and bool(counts)) or shift
    shares = [q for q in worked_out if q.figure.kind == "percent" and abs(at - q.last) <= _REACH]
    if "verb" in kinds:
        return any(q.first > at for q in shares)
    return any(kind in _CONTRARY and _are_so(kind, q, figures, book) for kind in kinds for q in shares)


def find_wrong_margins(reading: Reading, figures: Mapping[int, tuple[int, ...]], book: Book) -> Iterator[Doubt]:
    """Differences said to be above what the evidence tells them to be below, or the other way."""
    for quantity in reading.quantities:
        side = _margin(reading, quantity) if quantity.first in figures else 0
        lines = figures.get(quantity.first, ())
        if not side or not lines or _is_told(quantity, lines, book):
            continue
        after = range(quantity.last + 1, min(quantity.last + 1 + 2 * _REACH, len(reading.tokens)))
        aims = [k for k in after if reading.tokens[k].low in lexicon.words("measures", "aims", "words")]
        line = _together(lines, book)
        held = list(find_held(line))
        base = next((q for q in held if aims and meet(reading, aims[:1], line, words_before(line, q)[:_NEAR])), None)
        if base is None:
            continue
        others = [
            q.figure.value
            for q in held
            if q is not base and is_close(abs(q.figure.value - base.figure.value), quantity.figure.value, _EXACT)
        ]
        if others and all((value > base.figure.value) != (side > 0) for value in others):
            yield Doubt(quantity.first, quantity.last, _WHY)


def find_wrong_outcomes(reading: Reading, figures: Mapping[int, tuple[int, ...]], book: Book) -> Iterator[Doubt]:
    """Shares called a failure where the evidence tells of success, and the other way."""
    kinds = lexicon.section("measures", "brought")
    for quantity in reading.quantities:
        if quantity.figure.kind != "percent" or quantity.first not in figures:
            continue
        for k in range(quantity.last + 1, min(quantity.last + 1 + _REACH, len(reading.tokens))):
            kind = next((kind for kind in _CONTRARY if reading.tokens[k].low in kinds[kind]), "")
            if kind and _are_so(_CONTRARY[kind], quantity, figures, book):
                yield Doubt(k, k, _WHY)


def _together(lines: tuple[int, ...], book: Book) -> Reading:
    readings = [book.lines[n].reading for n in sorted(set(lines))]
    return read("\n".join(line.text for line in readings), readings[0].language)


def _is_told(quantity: Quantity, lines: tuple[int, ...], book: Book) -> bool:
    """Whether a line gives a number itself."""
    return any(
        q.figure.kind == quantity.figure.kind and is_close(q.figure.value, quantity.figure.value, _EXACT)
        for n in lines
        for q in book.lines[n].reading.quantities
    )


def _margin(reading: Reading, quantity: Quantity) -> int:
    """1 where a number is said to be so much above something ("over budget"), -1 where below, 0 where neither."""
    for k in range(quantity.last + 1, min(quantity.last + _REACH, len(reading.tokens))):
        low = reading.tokens[k].low
        if low in lexicon.words("measures", "margin_sides", "below"):
            return -1
        if low in lexicon.words("measures", "margin_sides", "above"):
            return 1
    return 0


def _are_so(kind: str, quantity: Quantity, figures: Mapping[int, tuple[int, ...]], book: Book) -> bool:
    """Whether the lines of a share tell of success (or failure) of its part, and not of the contrary."""
    told = lexicon.section("measures", "outcomes")
    line = _together(figures[quantity.first], book)
    words = _told_of(line, range(len(line.tokens)))
    if words & told[_CONTRARY[kind]]:
        parts = [near for near in _parts_of(line, quantity) if near & (told[kind] | told[_CONTRARY[kind]])]
        return bool(parts) and all(near & told[kind] and not near & told[_CONTRARY[kind]] for near in parts)
    return bool(words & told[kind])


def _parts_of(line: Reading, share: Quantity) -> Iterator[set[str]]:
    """The words told of each number of a line that is such a share of another: those after it, before the next number."""
    held = list(find_held(line))
    for k, part in enumerate(held):
        if any(is_close(100 * part.figure.value, share.figure.value * whole.figure.value, _ROUNDED) for whole in held):
            end = next((q.first for q in held[k + 1 :] if q.first > part.last), len(line.tokens))
            yield _told_of(line, range(part.last + 1, end))


def _told_of(line: Reading, at: range) -> set[str]:
    return {form for k in at for form in (line.tokens[k].low, line.tokens[k].lemma)}
