"""Whose a number is: "own spend 6.4 million (department: 19 million)" is no 19 million of the person's own.

Why: a line that sets the person's figure beside that of all the others has both numbers, and each word that a text says with
the wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.numbers.quantity import Quantity
from agent.change.telling.book import Book, Line, question_of
from agent.change.telling.reading import Reading, read

_WHY = "The evidence gives this number for something else."
_PART_WHY = "The evidence says this only of a part."
_OWN, _ALL = "own", "all"
_TAIL = 8
_NEAR = 3
_BACK = 3
_SEVERAL = 2
_LONGEST = 12
_THEIRS = frozenset(
    {"his", "her", "their", "my", "our", "ihrer", "seiner", "meiner", "su", "sa", "son", "mon", "ma", "mi"}
)
_OF = frozenset({"of", "von", "de"})
_LARGE = 1000


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a line between its pauses: its tokens, whose it is, and whether it is put in brackets."""

    tokens: range
    whose: str
    counted: bool
    bracketed: bool
    begins: bool


def find_misowned(reading: Reading, figures: Mapping[int, tuple[int, ...]], book: Book) -> Iterator[Doubt]:
    """Numbers of all that a text says of the person, those of the person that it says of all, and wholes of which a part was theirs."""
    for quantity in reading.quantities:
        found = figures.get(quantity.first) or _with(quantity, book)
        lines = [_whole(book.lines[n]) for n in found if not question_of(book.lines[n].source.text)]
        if not lines or quantity.figure.kind == "year":
            continue
        held = [whose for line in lines for whose in _held(line, quantity)]
        if (held and all(whose == _ALL for whose in held) and not _says(reading, quantity, _ALL, clause=False)) or (
            held and all(whose == _ALL for whose in held) and _says(reading, quantity, _OWN, clause=True)
        ):
            yield Doubt(quantity.first, quantity.last, _WHY)
        elif held and all(whose == _OWN for whose in held):
            yield from _widened(reading, quantity, lines)
        elif all(_is_partly(line, quantity) for line in lines) and not _owns_to_part(reading, quantity):
            verb = reading.marks[quantity.first].verb
            first = verb if 0 <= verb < quantity.first and quantity.first - verb <= _NEAR else quantity.first
            yield Doubt(first, quantity.last, _PART_WHY)


def _with(quantity: Quantity, book: Book) -> list[int]:
    """The lines that have a number, whatever of."""
    value = quantity.figure.value
    return [n for n, line in enumerate(book.lines) if any(q.figure.value == value for q in line.reading.quantities)]


def _whole(line: Line) -> Reading:
    """All of what a line says, of which a piece may stand by itself."""
    same = line.reading.text == line.source.text
    return line.reading if same else read(line.source.text, line.reading.language)


def _held(line: Reading, ours: Quantity) -> Iterator[str]:
    """Whose a line says that a number is, where it sets it beside one of somebody else; empty where it does not."""
    owners = _owners(line)
    for theirs in line.quantities if _ALL in owners.values() else ():
        if theirs.figure.value != ours.figure.value or theirs.first not in owners:
            continue
        mine = owners[theirs.first]
        rivals = [owners[q.first] for q in line.quantities if q.first in owners and _are_alike(q, theirs)]
        sums = theirs.figure.kind in ("money", "percent")
        yield mine if any(each != mine and (sums or (each and mine)) for each in rivals) else ""


def _are_alike(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers may be of one kind: sums of money may leave out what of ("6.4 million euros; department 19 million")."""
    kinds = {one.figure.kind, other.figure.kind}
    large = min(one.figure.value, other.figure.value) >= _LARGE
    return "year" not in kinds and (len(kinds) == 1 or (kinds == {"money", "plain"} and large))


@lru_cache(maxsize=8192)
def _owners(line: Reading) -> Mapping[int, str]:
    """For each number of a line, by its first token, whose it is."""
    if len(line.quantities) < _SEVERAL:
        return {}
    parts = list(_parts(line))
    found = {}
    for quantity in line.quantities:
        if quantity.figure.kind == "year" or _counts_group(line, quantity):
            continue
        here = next(n for n, part in enumerate(parts) if quantity.first in part.tokens)
        found[quantity.first] = _whose(parts, here)
    return found


def _counts_group(line: Reading, quantity: Quantity) -> bool:
    """As "a crew of three": how many the group are."""
    before = [token.low for token in line.tokens[max(quantity.first - 2, 0) : quantity.first]]
    return len(before) == _SEVERAL and before[0] in lexicon.words("holders", "whose", "all") and before[1] in _OF


def _whose(parts: list[_Part], here: int) -> str:
    if parts[here].whose:
        return parts[here].whose
    for after in parts[here + 1 :]:
        if after.begins:
            break
        if after.bracketed and not after.counted and after.whose:
            return after.whose
        if after.whose:
            break
    for before in range(here, -1, -1):
        if parts[before].whose:
            return parts[before].whose
        if parts[before].begins:
            break
    return ""


def _parts(line: Reading) -> Iterator[_Part]:
    start, depth, begins = 0, 0, True
    for at in range(len(line.tokens) + 1):
        ended = at == len(line.tokens)
        text = "" if ended else line.tokens[at].text
        if not ended and line.tokens[at].kind != "stop" and text not in ("(", ")", ","):
            continue
        tokens = range(start, at)
        if tokens:
            yield _Part(tokens, _label(line, tokens), _is_counted(line, tokens), depth > 0, begins)
            begins = False
        depth = max(0, depth + (text == "(") - (text == ")"))
        begins = begins or (not ended and line.tokens[at].kind == "stop")
        start = at + 1


def _is_counted(line: Reading, tokens: range) -> bool:
    return any(q.first in tokens and q.figure.kind != "year" for q in line.quantities)


def _label(line: Reading, tokens: range) -> str:
    words = {word for k in tokens for word in (line.tokens[k].low, line.tokens[k].lemma)}
    if len(tokens) > _LONGEST:
        return ""
    if words & lexicon.words("holders", "whose", "own"):
        return _OWN
    return _ALL if words & lexicon.words("holders", "whose", "all") else ""


def _says(reading: Reading, quantity: Quantity, whose: str, *, clause: bool) -> bool:
    """Whether a text says of a number that it is the person's own, or that of all."""
    mark = reading.marks[quantity.first]
    return any(
        reading.tokens[k].low in lexicon.words("holders", "whose", whose)
        for k in reading.beside(quantity.first)
        if not clause or reading.marks[k].clause == mark.clause
    )


def _widened(reading: Reading, quantity: Quantity, lines: list[Reading]) -> Iterator[Doubt]:
    """Words of a text that say of all what is the person's own number ("across the bakery")."""
    if any(reading.tokens[k].low in lexicon.words("holders", "whose", "own") for k in reading.beside(quantity.first)):
        return
    values = {q.figure.value for q in reading.counts_beside(quantity.first)}
    for line in lines:
        owners = _owners(line)
        rivals = [q for q in line.quantities if owners.get(q.first) == _ALL]
        if any(q.figure.value in values for q in rivals):
            return
        theirs = {line.tokens[k].lemma for q in rivals for k in line.beside(q.first)}
        theirs &= lexicon.words("holders", "whose", "all")
        for k in reading.in_clause(quantity.first):
            if k and reading.tokens[k - 1].low in _THEIRS:
                continue
            if reading.tokens[k].lemma in theirs or reading.tokens[k].low in lexicon.words("holders", "whose", "wide"):
                yield Doubt(_phrase_before(reading, k), k, _WHY)
                return


def _phrase_before(reading: Reading, at: int) -> int:
    """Where the preposition and article before a word begin."""
    first = at
    while first and at - first < _BACK and reading.tokens[first - 1].low in _small():
        first -= 1
    return first


def _is_partly(line: Reading, ours: Quantity) -> bool:
    """Whether a line says of its first number that a part of it was the person's ("46 installed, about half of them by me")."""
    counted = [q for q in line.quantities if q.figure.kind not in ("year", "percent")]
    theirs = next((q for q in counted if q.figure.value == ours.figure.value), None)
    if theirs is None or any(
        line.marks[q.first].sentence == line.marks[theirs.first].sentence for q in counted[: counted.index(theirs)]
    ):
        return False
    tail = [token.low for k, token in enumerate(line.tokens) if k in line.beside(theirs.first) and k > theirs.last]
    share = next((n for n, low in enumerate(tail) if low in lexicon.words("holders", "part", "shares")), None)
    if share is None:
        return False
    return bool(set(tail[max(share - _NEAR, 0) : share + _TAIL]) & lexicon.words("holders", "part", "own"))


def _owns_to_part(reading: Reading, quantity: Quantity) -> bool:
    words = {reading.tokens[k].low for k in reading.beside(quantity.first)}
    beside = lexicon.words("holders", "beside", "words") | lexicon.words("holders", "beside", "with")
    groups = lexicon.words("holders", "whose", "all") | {"we", "our", "us", "among", "between"}
    return bool(words & (lexicon.words("holders", "part", "shares") | beside | groups))


def _small() -> frozenset[str]:
    return (
        lexicon.words("agency", "determiners")
        | lexicon.words("agency", "prepositions")
        | {"across", "throughout", "whole", "entire"}
    )
