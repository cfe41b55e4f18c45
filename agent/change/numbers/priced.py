"""Sums of money that are worked out: what several listed sums come to, and so many things at such a price each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from agent.change import lexicon
from agent.change.language.tokens import low_at
from agent.change.numbers.binding import meet
from agent.change.numbers.counted import is_label, words_after
from agent.change.numbers.products import is_each
from agent.change.numbers.quantity import TIME, Quantity, is_close
from agent.change.numbers.sums import may_sum
from agent.change.telling.reading import Reading

_EXACT = 1e-6
_SEVERAL = 2
_REACH = 4
_AT = frozenset({"at", "zu", "à", "a", "für", "for"})
_LISTED = frozenset({",", "and", "&", "und", "et", "y"})


def is_bill(reading: Reading, quantity: Quantity, line: Reading, held: Sequence[Quantity]) -> bool:
    """Whether a sum of money is what the sums that a line lists come to, or what its things cost in all."""
    if is_each(reading, quantity) or quantity.rate:
        return False
    sums = [q for q in held if q.figure.kind == "money"]
    if not sums:
        return False
    listed = [q for q in sums if _is_listed(line, q)]
    if len(listed) > _SEVERAL and is_close(quantity.figure.value, sum(q.figure.value for q in listed), _EXACT):
        return may_sum(reading, quantity, [(line, q) for q in listed])
    bills = [*_bills(line, held, sums), *_whole_bill(line, held)]
    return any(is_close(quantity.figure.value, bill, _EXACT) for bill in bills)


def _is_listed(line: Reading, quantity: Quantity) -> bool:
    """Whether a sum stands beside a comma or "and", as in a list."""
    around = (low_at(line.tokens, quantity.first - 1), low_at(line.tokens, quantity.last + 1))
    return bool(_LISTED.intersection(around)) or _is_labelled(line, quantity)


def _is_labelled(line: Reading, quantity: Quantity) -> bool:
    """As "$200 in May, $300 in June": told with where or when, each between commas."""
    for k in range(quantity.last + 1, min(quantity.last + 1 + _REACH, len(line.tokens))):
        if low_at(line.tokens, k) in _LISTED or line.tokens[k].kind == "stop":
            return True
        figure = line.tokens[k].figure
        if figure is not None and figure.kind == "money":
            return False
    return quantity.last + _REACH >= len(line.tokens)


def _bills(line: Reading, held: Sequence[Quantity], sums: Sequence[Quantity]) -> Iterator[float]:
    """What the things of a line come to at the price that it gives for each."""
    counts = [q for q in held if q.figure.kind == "plain" and not q.unit and not is_label(line, q)]
    for price in sums:
        each = is_each(line, price)
        thing = _thing(line, price)
        for count in counts:
            if thing >= 0:
                fits = meet(line, [thing], line, words_after(line, count)[:_REACH])
            else:
                fits = each or (low_at(line.tokens, price.first - 1) in _AT and count.last < price.first)
            if fits and not (price.rate and thing < 0):
                yield price.figure.value * count.figure.value


def _whole_bill(line: Reading, held: Sequence[Quantity]) -> Iterator[float]:
    """What "90 passes at €35 and 40 at €20" come to together."""
    bills = []
    for count, price in pairwise(held):
        if count.figure.kind == "plain" and not count.unit and price.figure.kind == "money":
            between = low_at(line.tokens, price.first - 1)
            if between in _AT and price.first - count.last <= _REACH:
                bills.append(count.figure.value * price.figure.value)
    if len(bills) >= _SEVERAL:
        yield sum(bills)


def _thing(line: Reading, price: Quantity) -> int:
    """Where the thing stands that a price is told of one of ("$5 a ticket", "$40 per head"); -1 where none is."""
    at = price.last + 1
    if low_at(line.tokens, at) not in lexicon.words("frequencies", "each") or at + 1 >= len(line.tokens):
        return -1
    token = line.tokens[at + 1]
    return at + 1 if token.kind == "word" and token.lemma not in TIME else -1
