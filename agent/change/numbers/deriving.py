"""A number that two or more of one text give: their sum, difference or share, the length of its list, or so many times as much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from agent.change import lexicon
from agent.change.language.figures import Figure
from agent.change.language.tokens import low_at
from agent.change.language.units import is_unit
from agent.change.numbers.binding import is_bound, meet
from agent.change.numbers.complements import is_left_over, is_of_both
from agent.change.numbers.counted import antecedent, heads, is_label, leaves_noun_out, words_after
from agent.change.numbers.measuring import in_unit_of
from agent.change.numbers.periods import find_periods
from agent.change.numbers.priced import is_bill
from agent.change.numbers.quantity import Quantity, is_close
from agent.change.numbers.spans import find_spans, is_as_often, is_shift, is_span
from agent.change.numbers.sums import may_sum
from agent.change.telling.reading import Reading

_LONGEST_LIST = 12
_MOST = 12
_FEW = 4
_ENDS = 2
_WIDE = 0.25
_HALF_POINT = 0.51
_LOOSE = 0.08
_TIGHT = 0.006


def is_derived(reading: Reading, quantity: Quantity, nouns: list[int], line: Reading) -> bool:
    """Whether a number of a text follows from those of one text of the evidence."""
    value, kind = quantity.figure.value, quantity.figure.kind
    held = list(find_held(line))
    if is_as_often(reading, quantity, line):
        return True
    if quantity.unit and (is_span(quantity, line) or is_shift(reading, quantity, line)):
        return True
    things = [k for k in nouns if not is_unit(reading.tokens[k])]
    if (
        kind == "plain"
        and things
        and not quantity.hours
        and not meet(reading, things, line, list(range(len(line.tokens))))
    ):
        return any(is_close(value, q.figure.value + 1, 0) and _others_follow(line, q) for q in held)
    way = way_of_clause(reading, quantity)
    for one, other in combinations(held, 2):
        pair = [in_unit_of(reading, quantity, line, q) for q in (one, other)]
        if (
            not (quantity.bound and value in (pair[0].figure.value, pair[1].figure.value))
            and _are_comparable(one, other, pair)
            and (pair[0].hours or pair[1].hours or not quantity.hours)
            and pair_gives(quantity, pair[0], pair[1], way)
            and may_sum(reading, quantity, [(line, one), (line, other)])
            and not is_left_over(reading, quantity, line, one, other)
        ):
            return True
    if kind == "plain" and _is_sum(reading, quantity, nouns, line, held):
        return True
    if kind == "percent" and is_of_both(reading, quantity, line, held):
        return True
    if kind == "money" and is_bill(reading, quantity, line, held):
        return True
    if any(is_close(value, q.figure.value + 1, 0) and _others_follow(line, q) for q in held):
        return True
    return (
        kind == "plain"
        and 2 <= value <= _LONGEST_LIST
        and value == int(value)
        and not find_periods(line.text)
        and _list_length(line) == value
    )


def find_held(line: Reading) -> Iterator[Quantity]:
    """The numbers of a line to reckon with: no years and labels; a bare one in the unit of the one before ("took 48 minutes, now 12")."""
    unit = ""
    for q in line.quantities[:_MOST]:
        if q.figure.kind in ("year", "ordinal", "clock") or line.marks[q.first].denied or is_label(line, q):
            continue
        bare = unit and not q.unit and q.figure.kind == "plain" and _is_bare(line, q)
        unit = unit if bare else q.unit
        yield replace(q, unit=unit) if bare else q
    yield from _unwritten_ones(line)
    yield from find_spans(line)


def _unwritten_ones(line: Reading) -> Iterator[Quantity]:
    """As "eine in Husum" in a list of numbers, where the article is one of the things counted."""
    ones = lexicon.words("measures", "since", "ones")
    for at, token in enumerate(line.tokens[:-1]):
        if token.low in ones and at not in line.numbers and line.counts_beside(at):
            listed = low_at(line.tokens, at - 1) in (",", "und", "et", "y")
            if listed and line.tokens[at + 1].low in lexicon.words("agency", "prepositions"):
                yield Quantity(at, at, Figure(1.0), words=True)


def _is_bare(line: Reading, quantity: Quantity) -> bool:
    """Whether nothing is named after a number but a time from which on it was so ("now takes 30 since the change")."""
    following = low_at(line.tokens, quantity.last + 1)
    return not words_after(line, quantity) or following in lexicon.words("measures", "since", "words")


def _are_comparable(one: Quantity, other: Quantity, pair: list[Quantity]) -> bool:
    alike = one.unit == other.unit or (one.hours and other.hours) or pair[0].unit == pair[1].unit
    return bool(alike) and (one.rate == other.rate or not (one.rate and other.rate))


def _is_sum(reading: Reading, quantity: Quantity, nouns: list[int], line: Reading, held: list[Quantity]) -> bool:
    """Whether a number is that of all things of its kind in a line, those among them whose noun is left out."""
    parts = [q for q in held if _is_of_kind(reading, quantity, nouns, line, q)]
    return (
        len(parts) > _ENDS
        and is_close(quantity.figure.value, sum(q.figure.value for q in parts), 1e-6)
        and may_sum(reading, quantity, [(line, q) for q in parts])
    )


def _is_of_kind(reading: Reading, ours: Quantity, nouns: list[int], line: Reading, theirs: Quantity) -> bool:
    """Whether a number of a line counts what ours counts, or nothing is said of what either counts."""
    if theirs.figure.kind != "plain" or theirs.rate != ours.rate:
        return False
    before = line.tokens[theirs.first - 1].low if theirs.first else ""
    if before in lexicon.words("agency", "prepositions") and not words_after(line, theirs):
        return False
    counted = antecedent(line, theirs)
    if counted is None and leaves_noun_out(line, theirs):
        headed = _headed(line, theirs)
        return meet(reading, nouns, line, headed) if headed and nouns else leaves_noun_out(reading, ours)
    return is_bound(reading, ours, heads(reading, ours) or nouns, line, counted or theirs, near=False)


def _headed(line: Reading, quantity: Quantity) -> list[int]:
    """The words before the colon of a list that a number stands in ("Hulls painted: four in May, nine in June")."""
    colon = next((k for k in range(quantity.first) if line.tokens[k].text == ":"), -1)
    return [k for k in range(colon) if line.tokens[k].kind == "word"] if colon > 0 else []


def _others_follow(reading: Reading, quantity: Quantity) -> bool:
    """As "with four others" makes five."""
    words = {token.low for token in reading.tokens[quantity.last + 1 : quantity.last + 3]}
    return bool(words & lexicon.words("measures", "besides", "words"))


def way_of_clause(reading: Reading, quantity: Quantity) -> str:
    """Which way a number is said to have gone: down, up, by some amount, or empty if nothing is said to have changed."""
    mark = reading.marks[quantity.first]
    forms = frozenset().union(
        *(
            {reading.tokens[k].low, reading.tokens[k].lemma}
            for k in reading.beside(quantity.first)
            if reading.marks[k].clause == mark.clause
        )
    )
    down, up = (bool(forms & lexicon.section("classes", "direction")[way]) for way in ("down", "up"))
    if down != up:
        return "down" if down else "up"
    return "by" if quantity.step == "by" else ""


def pair_gives(quantity: Quantity, one: Quantity, other: Quantity, way: str) -> bool:
    """Whether a number follows from two of the evidence: their share, change, difference or sum."""
    if one.unit != other.unit and one.hours and other.hours:
        quantity, one, other = _in_hours(quantity), _in_hours(one), _in_hours(other)
    kind, a, b = quantity.figure.kind, one.figure, other.figure
    if {a.kind, b.kind} == {"plain", "percent"}:
        return kind == "plain" and says(quantity, a.value * b.value / 100)
    if {a.kind, b.kind} == {"money", "percent"}:
        return kind == "money" and says(quantity, a.value * b.value / 100)
    if a.kind != b.kind and min(a.value, b.value) < 1000:
        return False
    high, low = max(a.value, b.value), min(a.value, b.value)
    if (
        kind == "percent"
        and low > 0
        and any(says_share(quantity, share) for share in _shares(quantity, high, low, way))
    ):
        return True
    from_to = {one.step, other.step} & {"from", "to"}
    return kind in (a.kind, b.kind) and (says(quantity, high - low) or (not from_to and says(quantity, high + low)))


def _shares(quantity: Quantity, high: float, low: float, way: str) -> tuple[float, ...]:
    """What the change from one number to another, or their ratio, comes to in percent."""
    change = {"down": 100 * (high - low) / high, "up": 100 * (high - low) / low}
    ratio = {"down": 100 * low / high, "up": 100 * high / low}
    if quantity.step == "to" and way in ratio:
        return (ratio[way],)
    if way:
        return (change[way],) if way in change else tuple(change.values())
    return (*change.values(), *ratio.values())


def _in_hours(quantity: Quantity) -> Quantity:
    return replace(
        quantity, figure=replace(quantity.figure, value=quantity.hours or quantity.figure.value), unit="hour"
    )


def says(quantity: Quantity, exact: float) -> bool:
    """Whether a number says another, rounded or bounded as it is."""
    value = quantity.figure.value
    if quantity.bound in ("over", "least"):
        return 0 <= exact - value <= _LOOSE * exact
    if quantity.bound == "nearly":
        return 0 <= value - exact <= _LOOSE * exact
    return is_close(value, exact, _LOOSE if quantity.bound == "about" else _TIGHT)


def says_share(quantity: Quantity, share: float) -> bool:
    """Whether a percentage says a share, rounded, or bounds it as in "more than half" of 57 %."""
    value = quantity.figure.value
    if quantity.bound in ("over", "least"):
        return 0 <= share - value <= _WIDE * value
    return abs(value - share) <= max(_HALF_POINT, (_LOOSE if quantity.bound in ("about", "nearly") else _TIGHT) * share)


def _list_length(reading: Reading) -> int:
    """How many things a line lists ("Denver, Boise and Reno": 3); 0 if it is no list."""
    best = run = 0
    ended = False
    for token in reading.tokens:
        if token.kind == "stop":
            best, run = max(best, run), 0
        elif token.text == "," and ended:
            best, run, ended = max(best, run), 0, False
        elif token.text == "," or token.low in ("and", "&", "und", "et", "y"):
            ended = token.text != ","
            run += 1
    best = max(best, run)
    return best + 1 if best else 0
