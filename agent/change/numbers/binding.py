"""What a number counts, and whether two numbers count the same thing."""

from __future__ import annotations

from agent.change import lexicon
from agent.change.language.compounds import list_parts
from agent.change.numbers.counted import heads, words_after, words_before
from agent.change.numbers.measuring import is_measured_alike, measure_of
from agent.change.numbers.parts import is_part
from agent.change.numbers.quantity import ENGLISH, TIME, Quantity
from agent.change.telling.book import Book
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading, gives, groups_at, keys_of
from agent.change.telling.wordings import share_row

_FEW = 6
_ANYTHING = frozenset(
    {
        "members",
        "people",
        "persons",
        "participants",
        "individuals",
        "items",
        "pieces",
        "ones",
        "stück",
        "personen",
        "unités",
        "pièces",
        "personnes",
        "unidades",
        "piezas",
        "personas",
    }
)


def is_bound(reading: Reading, ours: Quantity, nouns: list[int], other: Reading, theirs: Quantity, near: bool) -> bool:
    """Whether both numbers count the same thing."""
    if ours.figure.kind == "year":
        return True
    if ours.hours and theirs.hours and ours.figure.kind == theirs.figure.kind:
        return True
    if is_measured_alike(reading, ours, other, theirs):
        return _is_of_the_same(reading, ours, other, theirs)
    if _out_of(reading, ours) and _out_of(other, theirs):
        return True
    if _is_turn(reading, ours) and _is_turn(other, theirs):
        return True
    if ours.unit and not theirs.unit:
        if theirs.rate and theirs.rate == ENGLISH.get(ours.unit, ours.unit):
            return False
        return any(ours.unit in (token.lemma, token.low) for token in other.tokens)
    if theirs.unit and not ours.unit and ours.figure.kind == "plain":
        return any(reading.tokens[k].lemma == theirs.unit for k in nouns)
    if near and is_part(reading, ours) and is_part(other, theirs):
        return True
    if is_total(other, theirs) and not (is_total(reading, ours) or _has_its_part(reading, ours, other, theirs)):
        return False
    if _counts_a_team(other, theirs):
        if _counts_a_team(reading, ours):
            return True
        people = lexicon.words("agency", "headed")
        return not nouns or any({reading.tokens[k].low, reading.tokens[k].lemma} & people for k in nouns)
    after = words_after(other, theirs)
    wide = ours.figure.kind in ("money", "percent")
    if wide:
        window = _clause_of(other, theirs)
        nouns = [*nouns, *words_before(reading, ours, 8)]
        nouns = [k for k in nouns if not _moves(reading, k)] or nouns
    else:
        window = after or words_before(other, theirs)
    if not window or not nouns or meet(reading, nouns, other, window):
        return True
    if wide:
        return _both_ends(reading, ours, other, theirs)
    before = words_before(other, theirs)
    if near and not _is_counted(other, after) and before and other.tokens[before[0]].low in _ANYTHING:
        return True
    if near and meet(reading, nouns, other, before) and not _claimed(reading, nouns, other, theirs):
        return True
    return near and (
        not after
        or (bool(nouns) and reading.tokens[nouns[0]].low in _ANYTHING)
        or other.tokens[after[0]].low in _ANYTHING
    )


def _is_of_the_same(reading: Reading, ours: Quantity, other: Reading, theirs: Quantity) -> bool:
    """Whether two measures are of one thing ("2,400 m² of turf"), or one of them does not say of what."""
    said, held = _after_unit(reading, ours), _after_unit(other, theirs)
    return not said or not held or meet(reading, said, other, held)


def _is_turn(reading: Reading, quantity: Quantity) -> bool:
    """As "4 on" and "seven days off"."""
    following = [token.low for token in reading.tokens[quantity.last + 1 : quantity.last + 3]]
    return any(low in ("on", "off") for low in following) and any(
        reading.tokens[k].low == "off" for k in reading.beside(quantity.first)
    )


def _after_unit(reading: Reading, quantity: Quantity) -> list[int]:
    measure = measure_of(reading, quantity)
    words = (k for k in words_after(reading, quantity) if measure is None or k > measure.last)
    return [k for k in words if reading.tokens[k].lemma not in TIME]


def is_moved(reading: Reading, ours: Quantity, book: Book, other: Reading, theirs: Quantity) -> bool:
    """Whether a number of one thing is said of another that the evidence has another number of ("16 floors", "6 lifts": 16 lifts)."""
    if (
        ours.figure.kind != "plain"
        or measure_of(reading, ours)
        or measure_of(other, theirs)
        or (is_part(reading, ours) and is_part(other, theirs))
    ):
        return False
    if len(book.lines) > _FEW:
        return False
    said, held = heads(reading, ours), heads(other, theirs)
    if not said or not held or meet(reading, said, other, words_after(other, theirs)):
        return False
    return any(
        q is not theirs
        and q.figure.kind == "plain"
        and q.figure.value != ours.figure.value
        and not line.reading.marks[q.first].denied
        and bool(first := heads(line.reading, q)[-1:])
        and meet(reading, said[-1:], line.reading, first)
        for line in book.lines
        for q in line.reading.quantities
    )


def _counts_a_team(reading: Reading, quantity: Quantity) -> bool:
    """As "a team of 5 that moved the office": the number counts its people, nothing that follows."""
    before = reading.tokens[max(quantity.first - 2, 0) : quantity.first]
    if len(before) < 2 or before[1].low not in ("of", "von", "de") or before[0].lemma not in _TEAMS:
        return False
    following = quantity.last + 1
    return following >= len(reading.tokens) or (
        is_verb_at(reading.tokens, following) or reading.tokens[following].low in ("that", "which", "who")
    )


_TEAMS = frozenset({"team", "crew", "group", "squad", "party", "équipe", "equipo", "gruppe", "groupe", "grupo"})


def _is_counted(reading: Reading, words: list[int]) -> bool:
    """Whether words after a number may be what it counts, not how long that took."""
    return any(reading.tokens[k].lemma not in TIME for k in words)


def _moves(reading: Reading, at: int) -> bool:
    """Whether a word says only that something rose or fell."""
    ways = lexicon.section("classes", "direction")
    token = reading.tokens[at]
    return bool({token.lemma, token.low} & (ways["down"] | ways["up"]))


def _both_ends(reading: Reading, ours: Quantity, other: Reading, theirs: Quantity) -> bool:
    """Whether the other number of a "from ... to ..." is in both."""
    said = {
        q.figure.value for q in reading.counts_beside(ours.first) if q is not ours and q.figure.kind == ours.figure.kind
    }
    return any(
        q is not theirs and q.figure.kind == theirs.figure.kind and q.figure.value in said and reading is not other
        for q in other.quantities
    )


def has_closer(reading: Reading, ours: Quantity, other: Reading, theirs: Quantity) -> bool:
    """Whether another number of the line is said with more of the words that ours is said with."""
    rivals = [
        q
        for q in other.quantities
        if q is not theirs
        and q.figure.kind == theirs.figure.kind
        and q.figure.kind in ("percent", "money")
        and other.marks[q.first].clause != other.marks[theirs.first].clause
        and q.figure.value != ours.figure.value
    ]
    if not rivals:
        return False
    values = {q.figure.value for q in reading.counts_beside(ours.first)}
    said = [
        k
        for k in reading.beside(ours.first)
        if reading.marks[k].clause == reading.marks[ours.first].clause and reading.tokens[k].kind == "word"
    ]
    own = _shared(reading, said, other, theirs)
    return any(q.figure.value not in values and _shared(reading, said, other, q) > own for q in rivals)


def _shared(reading: Reading, said: list[int], other: Reading, theirs: Quantity) -> int:
    """How many of some words stand in the clause of a number."""
    mark = other.marks[theirs.first]
    keys = frozenset().union(
        *(keys_of(other.tokens[k]) for k in other.beside(theirs.first) if other.marks[k].clause == mark.clause)
    )
    return sum(bool(keys_of(reading.tokens[k]) & keys) for k in said)


def is_total(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is the whole of which another is a part ("5 of the 20 chapters", "one of our 14 shops")."""
    for k in range(quantity.first - 1, max(quantity.first - 5, -1), -1):
        token = reading.tokens[k]
        if token.low == "of":
            return k > 0 and (
                reading.tokens[k - 1].low in ("one", "some", "part", "most", "half", "out") or k - 1 in reading.numbers
            )
        if token.low in _OF_THE and k - 1 in reading.numbers:
            return any(q.last == k - 1 and q.figure.kind in ("percent", "plain") for q in reading.counts_beside(k))
        if token.kind in ("stop", "pause") or k in reading.numbers:
            return False
    return False


_OF_THE = frozenset({"der", "von", "aller", "des", "de", "del"})


def _has_its_part(reading: Reading, ours: Quantity, other: Reading, theirs: Quantity) -> bool:
    """Whether the part of a whole is told right before it here as well ("11 wins in 14 games" of "11 of our 14 games")."""
    told = [q for q in other.counts_beside(theirs.first) if q.last < theirs.first]
    said = [q for q in reading.counts_beside(ours.first) if q.last < ours.first]
    if told and any(
        q.figure.kind == "percent" and abs(q.figure.value - 100 * told[-1].figure.value / theirs.figure.value) < 1
        for q in reading.counts_beside(ours.first)
    ):
        return True
    return bool(told and said) and told[-1].figure.value == said[-1].figure.value


def _out_of(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is what another is out of ("4.6 of 5")."""
    at = quantity.first - 1
    if at < 1 or reading.tokens[at].low not in ("of", "/", "von", "sur", "de", "sobre"):
        return False
    return any(q.last in (at - 1, at - 2) for q in reading.counts_beside(quantity.first))


def meet(reading: Reading, nouns: list[int], other: Reading, window: list[int]) -> bool:
    keys = gives(other)[0]
    given = frozenset().union(*(keys[k] for k in window))
    return any(
        keys_of(reading.tokens[k]) & given
        or (reading.language == "de" and list_parts(reading.tokens[k].low) & given)
        or lexicon.stands_for().get(reading.tokens[k].lemma, frozenset()) & given
        or groups_at(reading, k) & given
        or any(share_row(reading, k, other, at) for at in window)
        for k in nouns
    )


def _claimed(reading: Reading, nouns: list[int], other: Reading, theirs: Quantity) -> bool:
    """Whether the thing counted has another number of its own in that line."""
    return any(
        quantity is not theirs
        and quantity.figure.kind == "plain"
        and meet(reading, nouns, other, words_after(other, quantity))
        for quantity in other.quantities
    )


def _clause_of(reading: Reading, quantity: Quantity) -> list[int]:
    """The words of the clause a number stands in; of the whole sentence if it holds no other such number."""
    mark = reading.marks[quantity.first]
    rivals = [
        q for q in reading.counts_beside(quantity.first) if q is not quantity and q.figure.kind == quantity.figure.kind
    ]
    apart = any(reading.marks[q.first].clause != mark.clause for q in rivals)
    return [k for k in reading.beside(quantity.first) if not apart or reading.marks[k].clause == mark.clause]
