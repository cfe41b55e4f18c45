"""Shares of a part and of what is left: "lost 6 of 40" keeps 85 % and loses 15 %; "46 for, 4 against" is 92 % for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agent.change import lexicon
from agent.change.language.tokens import low_at
from agent.change.numbers.parts import is_part
from agent.change.numbers.quantity import Quantity, is_close
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading, keys_of

_ROUNDED = 0.012
_REACH = 6
_OF = frozenset({"of", "von", "sur", "de"})


def is_left_over(reading: Reading, quantity: Quantity, line: Reading, one: Quantity, other: Quantity) -> bool:
    """Whether a percentage is that of the rest of a whole, though the text says of it what the line says of the part."""
    part, whole = sorted((one, other), key=lambda q: q.figure.value)
    if quantity.figure.kind != "percent" or not _is_part_of(line, part, whole):
        return False
    if is_close(quantity.figure.value, 100 * part.figure.value / whole.figure.value, _ROUNDED):
        return False
    verbs = [k for k in _verbs(line, part) if k > part.last or part.first < whole.first]
    told = frozenset().union(*(keys_of(line.tokens[k]) for k in verbs))
    return any(keys_of(reading.tokens[k]) & told for k in _verbs(reading, quantity))


def is_of_both(reading: Reading, quantity: Quantity, line: Reading, held: Sequence[Quantity]) -> bool:
    """Whether a percentage is the share of one of two numbers that make the whole ("won 12, lost 3", "46 for, 4 against")."""
    counts = [q for q in held if q.figure.kind == "plain" and not q.unit]
    if len(counts) != len(("won", "lost")):
        return False
    one, other = counts
    sides = _side(line, one), _side(line, other)
    if not all(sides) or sides[0] == sides[1]:
        return False
    whole = one.figure.value + other.figure.value
    failing = _says(reading, quantity, "failure")
    wanted = one if (sides[0] == "failure") == failing else other
    return bool(whole) and is_close(quantity.figure.value, 100 * wanted.figure.value / whole, _ROUNDED)


def _is_part_of(line: Reading, part: Quantity, whole: Quantity) -> bool:
    if is_part(line, part):
        return True
    between = [low_at(line.tokens, k) for k in range(part.last + 1, whole.first)]
    return 0 < len(between) <= _REACH and bool(_OF.intersection(between))


def _verbs(reading: Reading, quantity: Quantity) -> Iterator[int]:
    """The verbs that tell something of a number: the one that governs it, and those after it in its clause."""
    mark = reading.marks[quantity.first]
    if mark.verb >= 0:
        yield mark.verb
    for k in range(quantity.last + 1, len(reading.tokens)):
        if reading.marks[k].clause != mark.clause or reading.tokens[k].kind == "stop":
            return
        if is_verb_at(reading.tokens, k) or reading.marks[k].verb == k:
            yield k


def _side(line: Reading, quantity: Quantity) -> str:
    """Whether a number is one of success or of failure by the words right before it and after it, before the next pause."""
    told = lexicon.section("measures", "outcomes")
    sides = lexicon.section("measures", "sides")
    after = []
    for k in range(quantity.last + 1, min(quantity.last + 1 + _REACH, len(line.tokens))):
        if line.tokens[k].kind in ("stop", "pause") or k in line.numbers:
            break
        after.append(line.tokens[k])
    near = [*line.tokens[max(quantity.first - 1, 0) : quantity.first], *after]
    for token in near:
        for side in ("success", "failure"):
            if {token.low, token.lemma} & (told[side] | sides[side]):
                return side
    return ""


def _says(reading: Reading, quantity: Quantity, side: str) -> bool:
    """Whether a text says of a share that it is one of failure."""
    words = lexicon.section("measures", "outcomes")[side] | lexicon.section("measures", "brought")[side]
    return any({reading.tokens[k].low, reading.tokens[k].lemma} & words for k in reading.in_clause(quantity.first))
