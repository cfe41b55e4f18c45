"""What the evidence says of a part ("30 bridges, 8 of them by boat") and a text of the whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.language.tokens import low_at
from agent.change.numbers.counted import antecedent
from agent.change.numbers.quantity import Quantity, is_close
from agent.change.telling.book import Book
from agent.change.telling.reading import Reading, keys_of, read

_EXACT = 1e-6
_LONGEST = 4
_APART = 2
_OF = frozenset({"of", "von", "sur", "de", "among"})
_THOSE = frozenset({"them", "these", "those", "which", "whom"})
_WHY = "The evidence says this of a part of them only."


def find_parts_as_wholes(reading: Reading, figures: Mapping[int, tuple[int, ...]], book: Book) -> Iterator[Doubt]:
    """Numbers of a whole, said with what the evidence says of a part of it and without the number of the part."""
    for quantity in reading.quantities:
        for line in {_with_its_part(n, book) for n in figures.get(quantity.first, ())}:
            for whole, part, words in find_parts(line):
                beside = reading.counts_beside(quantity.first)
                if not _is(quantity, whole) or any(_says_part(q, part, whole) for q in beside):
                    continue
                every = _every(reading, quantity, line)
                if every:
                    yield Doubt(every[0], every[-1], _WHY)
                    continue
                said = _said_with(reading, quantity, line, words)
                if said:
                    yield Doubt(quantity.first, max(quantity.last, *said), _WHY)


def _with_its_part(number: int, book: Book) -> Reading:
    """A line, with the one after it in the same place that tells of a part of what it counts."""
    line, following = book.lines[number], book.lines[number + 1] if number + 1 < len(book.lines) else None
    if following is None or following.source is not line.source or not is_part_of_another(following.reading):
        return line.reading
    return read(f"{line.reading.text}\n{following.reading.text}", line.reading.language)


def _shared_out(reading: Reading) -> Iterator[tuple[Quantity, Quantity, tuple[int, ...]]]:
    """As "half the staff of 32 speak Welsh": the share comes before the whole, and what is told is told of the share."""
    for part, whole in pairwise(reading.quantities):
        if part.figure.kind != "percent" or whole.figure.kind != "plain" or whole.unit or not part.words:
            continue
        mark = reading.marks[whole.first]
        if whole.first - part.last > _LONGEST or mark.sentence != reading.marks[part.first].sentence:
            continue
        following = [k for k in reading.beside(whole.last) if k > whole.last and reading.marks[k].clause == mark.clause]
        told = tuple(k for k in following if reading.tokens[k].kind == "word" and _is_telling(reading, k))
        joined = low_at(reading.tokens, whole.last + 1) in lexicon.words("agency", "prepositions")
        counts = low_at(reading.tokens, whole.first - 1) in _OF
        if told and counts and not joined:
            yield whole, part, told


@lru_cache(maxsize=4096)
def find_parts(reading: Reading) -> tuple[tuple[Quantity, Quantity, tuple[int, ...]], ...]:
    """Each whole of a line with its part and the words that are said of the part alone."""
    found = list(_shared_out(reading))
    for k, part in enumerate(reading.quantities):
        if part.figure.kind not in ("plain", "percent") or not k:
            continue
        links = lexicon.words("measures", "part_links", "words")
        tail = [token.low for token in reading.tokens[part.last + 1 : part.last + 1 + _LONGEST]]
        size = next((size for size in range(len(tail), 0, -1) if " ".join(tail[:size]) in links), 0)
        before = reading.tokens[part.first - 1].low
        fronted = _is_fronted(reading, part)
        if not size and before not in ("davon", "darunter", "dont") and not fronted:
            continue
        whole = next((q for q in reversed(reading.quantities[:k]) if q.figure.kind != "year"), part)
        mark = reading.marks[part.last]
        words = [
            at
            for at in reading.beside(part.last)
            if at > part.last + size
            and reading.marks[at].clause == mark.clause
            and reading.tokens[at].kind == "word"
            and (_is_telling(reading, at) or reading.tokens[at - 1].low in ("by", "per", "von", "à", "a"))
        ]
        if whole.last < mark.verb < part.first and (not fronted or mark.verb == part.first - 1):
            words.append(mark.verb)
        near = mark.sentence - reading.marks[whole.first].sentence <= _APART
        if words and whole is not part and near and whole.figure.kind == "plain":
            found.append((whole, part, tuple(words)))
    return tuple(found)


def is_part(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is said to be a part of one before it ("8 of them", "of which I drove two", "four of those nine")."""
    links = lexicon.words("measures", "part_links", "words")
    tail = [token.low for token in reading.tokens[quantity.last + 1 : quantity.last + 1 + _LONGEST]]
    if any(" ".join(tail[:size]) in links for size in range(1, len(tail) + 1)):
        return True
    if (
        tail[:1] == ["of"]
        and antecedent(reading, quantity) is None
        and any(quantity.last + 1 < q.first <= quantity.last + _LONGEST for q in reading.counts_beside(quantity.first))
    ):
        return True
    before = [q.last for q in reading.counts_beside(quantity.first) if q.last < quantity.first]
    start = max(before, default=reading.beside(quantity.first)[0] - 1) + 1
    if _is_fronted(reading, quantity):
        return True
    between = f" {' '.join(token.low for token in reading.tokens[start : quantity.first])} "
    return any(f" {link} " in between for link in links)


def _is_fronted(reading: Reading, quantity: Quantity) -> bool:
    """As 41 in "of the 50 appeals I wrote, 41 were granted": the whole was named first."""
    beside = reading.beside(quantity.first)
    start = beside[0] + (low_at(reading.tokens, beside[0]) == "out")
    if low_at(reading.tokens, start) not in _OF or start >= quantity.first:
        return False
    first = next((q for q in reading.counts_beside(quantity.first) if q.first > start), None)
    return (
        first is not None and first is not quantity and first.first <= start + _APART and first.figure.kind == "plain"
    )


def is_part_of_another(reading: Reading) -> bool:
    """Whether the first number of a line is a part of what another line counts ("Five of them were granted")."""
    first = next((q for q in reading.quantities if q.figure.kind != "year"), None)
    if first is None or first.first > 1 or not is_part(reading, first):
        return False
    return low_at(reading.tokens, first.last + 1) != "of" or low_at(reading.tokens, first.last + 2) in _THOSE


def _says_part(ours: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether a text tells the part itself: its number, a percentage, or how many that is of the whole."""
    if ours.figure.kind == "percent" or _is(ours, part):
        return True
    share = part.figure.value if part.figure.kind == "percent" else 0.0
    return bool(share) and is_close(ours.figure.value, share * whole.figure.value / 100, _EXACT)


def _is(ours: Quantity, theirs: Quantity) -> bool:
    return ours.figure.kind == theirs.figure.kind and is_close(ours.figure.value, theirs.figure.value, _EXACT)


def _every(reading: Reading, quantity: Quantity, line: Reading) -> list[int]:
    """The words of a clause after a number that say something of all of them, where the line says nothing of all."""
    wholes = lexicon.words("measures", "part_links", "wholes")
    if any(token.low in wholes for token in line.tokens):
        return []
    first = next(
        (k for k in reading.beside(quantity.first) if k > quantity.last and reading.tokens[k].low in wholes), None
    )
    if first is None:
        return []
    clause = reading.marks[first].clause
    return [
        k
        for k in reading.beside(first)
        if k >= first and reading.marks[k].clause == clause and reading.tokens[k].kind == "word"
    ]


def _said_with(reading: Reading, quantity: Quantity, line: Reading, words: tuple[int, ...]) -> list[int]:
    """The words of a text in the clause of a number that the evidence says of a part and nowhere else in that line."""
    keys = frozenset().union(*(keys_of(line.tokens[k]) for k in words))
    others = frozenset().union(
        *(keys_of(token) for k, token in enumerate(line.tokens) if k not in words and token.kind == "word")
    )
    clause = reading.marks[quantity.first].clause
    return [
        k
        for k in reading.beside(quantity.first)
        if k not in reading.numbers
        and reading.marks[k].clause == clause
        and reading.tokens[k].kind == "word"
        and (_is_telling(reading, k) or reading.tokens[k - 1].low in ("by", "per", "von", "à", "a"))
        and keys_of(reading.tokens[k]) & keys
        and not keys_of(reading.tokens[k]) & others
    ]


def _is_telling(reading: Reading, at: int) -> bool:
    return reading.tokens[at].low not in lexicon.words("classes", "free", reading.language)
