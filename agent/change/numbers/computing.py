"""Numbers that the evidence does not say but that follow from it: tenures, sums, differences, shares, lengths of lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from agent.change.numbers.arithmetic import is_worked_out
from agent.change.numbers.balance import is_balanced
from agent.change.numbers.binding import is_bound
from agent.change.numbers.dated import find_changes
from agent.change.numbers.deriving import find_held, is_derived, pair_gives, way_of_clause
from agent.change.numbers.magnitudes import is_of_digits
from agent.change.numbers.measuring import is_converted
from agent.change.numbers.multiples import is_multiple, multiplied
from agent.change.numbers.parts import is_part
from agent.change.numbers.products import is_of_every, is_time_of_several
from agent.change.numbers.quantity import Quantity, is_close
from agent.change.numbers.rates import is_reckoned
from agent.change.numbers.spans import is_span
from agent.change.numbers.sums import may_sum
from agent.change.numbers.tallies import find_tally
from agent.change.numbers.targets import find_target_count
from agent.change.numbers.tenures import find_tenure, is_elliptic, is_length
from agent.change.telling.book import Book
from agent.change.telling.reading import Reading, read

_PARTS = 8
_FEW = 4


def _is_end(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is an end of "from 5% to 4%", which no difference or sum of the two can be."""
    return quantity.step in ("from", "to") and any(
        {quantity.step, other.step} == {"from", "to"} and other.figure.kind == quantity.figure.kind
        for other in reading.counts_beside(quantity.first)
    )


def _has_both_ends(reading: Reading, quantity: Quantity, line: Reading) -> bool:
    """Whether a text of several sentences gives what something was and then what it became."""
    ends = [q.figure for q in reading.counts_beside(quantity.first) if q.step in ("from", "to")]
    held = [q.figure for q in line.quantities if not line.marks[q.first].denied]
    return len(ends) == len(("from", "to")) and any(
        held[k].kind == ends[0].kind
        and [held[k].value, held[k + 1].value] == [end.value for end in ends]
        and held[k + 1].kind == ends[1].kind
        for k in range(len(held) - 1)
    )


def find_sources(
    reading: Reading, quantity: Quantity, nouns: list[int], book: Book, near: frozenset[int]
) -> Iterator[int]:
    """The lines from which a number can be computed; nothing if it cannot."""
    figure = quantity.figure
    if not near and len(book.lines) <= _FEW:
        near = frozenset(n for n, line in enumerate(book.lines) if not line.asked)
    aimed = find_target_count(reading, quantity, book)
    if aimed:
        yield from aimed
        return
    tally = () if _names_a_kind(reading, quantity) else find_tally(reading, quantity, nouns, book, near)
    if tally:
        yield from tally
        return
    for numbers, line in _texts(book, near) if quantity.unit else ():
        if is_time_of_several(reading, quantity, line, list(find_held(line))):
            yield from numbers
            return
    if is_length(quantity) or is_elliptic(reading, quantity):
        tenure = list(find_tenure(reading, quantity, book, near))
        if tenure or quantity.unit:
            yield from tenure
            return
    if figure.kind in ("year", "ordinal", "clock"):
        return
    if is_multiple(reading, quantity):
        yield from multiplied(reading, quantity, book, near)
        return
    if _is_end(reading, quantity):
        for numbers, line in _texts(book, near):
            if is_converted(reading, quantity, line) or _has_both_ends(reading, quantity, line):
                yield from numbers
                return
        return
    if _names_a_kind(reading, quantity):
        for number in sorted(near):
            theirs = book.lines[number].reading
            if (
                is_of_digits(reading, quantity, theirs)
                or is_converted(reading, quantity, theirs)
                or (quantity.unit and is_span(quantity, theirs))
            ):
                yield number
        return
    for numbers, line in _texts(book, near):
        if (
            is_of_digits(reading, quantity, line)
            or is_converted(reading, quantity, line)
            or is_reckoned(reading, quantity, nouns, line)
            or is_balanced(reading, quantity, line)
            or is_derived(reading, quantity, nouns, line)
            or is_worked_out(reading, quantity, nouns, line)
        ):
            yield from numbers
            return
    yield from _joined(reading, quantity, book, near)
    if figure.kind in ("percent", "money"):
        found = tuple(_share(reading, quantity, book, near))
        if found or figure.kind == "percent":
            yield from found
            return
    if figure.value > 1:
        yield from _sum(reading, quantity, nouns, book)


def _texts(book: Book, near: frozenset[int]) -> Iterator[tuple[tuple[int, ...], Reading]]:
    """The texts whose numbers may be put together, with their lines: each sentence, then all that stand in one place."""
    for number in sorted(near):
        yield (number,), book.lines[number].reading
    for source in dict.fromkeys(book.lines[number].source for number in sorted(near)):
        numbers = tuple(n for n, line in enumerate(book.lines) if line.source is source and not line.asked)
        if len(numbers) > 1:
            yield numbers, _together(book, numbers)


def _together(book: Book, numbers: Sequence[int]) -> Reading:
    """Several lines read as one text."""
    lines = [book.lines[n].reading for n in numbers]
    return read("\n".join(line.text for line in lines), lines[0].language)


def _joined(reading: Reading, quantity: Quantity, book: Book, near: frozenset[int]) -> Iterator[int]:
    """The lines of several places of which one says how many each thing of another has, or which part of them."""
    sources = list(dict.fromkeys(book.lines[number].source for number in sorted(near)))
    if not 1 < len(sources) <= _FEW or quantity.figure.kind != "plain":
        return
    numbers = tuple(n for n, line in enumerate(book.lines) if line.source in sources and not line.asked)
    line = _together(book, numbers)
    held = list(find_held(line))
    shares = [q for q in held if q.figure.kind == "percent" and is_part(line, q)]
    counts = [q for q in held if q.figure.kind == "plain"]
    if is_of_every(reading, quantity, line, counts) or any(
        pair_gives(quantity, share, count, "") for share in shares for count in counts if count.last < share.first
    ):
        yield from numbers


def _names_a_kind(reading: Reading, quantity: Quantity) -> bool:
    """As "5-axis" and "10-key" are names, not counts."""
    following = reading.tokens[quantity.last + 1 : quantity.last + 2]
    return bool(following) and following[0].low == "-" and not quantity.words


def _share(reading: Reading, quantity: Quantity, book: Book, near: frozenset[int]) -> Iterator[int]:
    """What figures that stand on two lines give: a percentage, or of sums in one place what is left or comes to.

    Where something is said to have changed, it must be one thing in two years.
    """
    way = way_of_clause(reading, quantity)
    sources = {book.lines[n].source.ref for n in near}
    if way and quantity.figure.kind == "percent":
        for change in find_changes(book, near):
            if len(set(change.lines)) > 1 and pair_gives(quantity, change.before, change.after, way):
                yield from change.lines
                return
    figures = [
        (n, q)
        for n, line in enumerate(book.lines)
        if line.source.ref in sources
        for q in line.reading.quantities
        if q.figure.kind in ("money", "plain") and q.figure.value >= 2 and not line.reading.marks[q.first].denied
    ]
    for (m, a), (n, b) in combinations(figures[:_PARTS], 2):
        together = quantity.figure.kind == "percent" or book.lines[m].source is book.lines[n].source
        if m != n and together and a.figure.kind == b.figure.kind and pair_gives(quantity, a, b, way):
            yield from (m, n)
            return


def _sum(reading: Reading, quantity: Quantity, nouns: list[int], book: Book) -> Iterator[int]:
    parts = [
        (number, other)
        for number, line in enumerate(book.lines)
        for other in line.reading.quantities
        if other.figure.kind == quantity.figure.kind
        and not line.reading.marks[other.first].denied
        and is_bound(reading, quantity, nouns, line.reading, other, near=False)
    ][:_PARTS]
    for size in (2, 3, 4):
        for chosen in combinations(parts, size):
            if is_close(sum(q.figure.value for _, q in chosen), quantity.figure.value, 1e-6) and may_sum(
                reading, quantity, [(book.lines[number].reading, q) for number, q in chosen]
            ):
                yield from (number for number, _ in chosen)
                return
