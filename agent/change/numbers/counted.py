"""What a number counts: the words after it, or before it, or what the number before it counts."""

from __future__ import annotations

from agent.change import lexicon
from agent.change.numbers.quantity import TIME, Quantity
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading

_REACH = 4
_EITHER = frozenset({"or", "oder", "ou", "o", "bis"})
_WITH = frozenset({"with", "mit", "avec", "con"})
_ENDS = frozenset(
    [
        "to",
        "with",
        "using",
        "from",
        "for",
        "while",
        "by",
        "who",
        "which",
        "during",
        "im",
        "am",
        "auf",
        "seit",
        "ab",
        "mit",
        "für",
        "bei",
        "avec",
        "pour",
        "chez",
        "con",
        "para",
    ]
)
_ANDS = frozenset({"and", "und", "et", "y"})


def find_nouns(reading: Reading, quantity: Quantity) -> list[int]:
    """The words after a number that say what it counts, or those before it where none follow."""
    return words_after(reading, quantity) or words_before(reading, quantity)


def heads(reading: Reading, quantity: Quantity) -> list[int]:
    """The words right after a number that say what it counts, up to a preposition ("36 students" of "36 students in 3 houses")."""
    found = words_after(reading, quantity)
    between = {reading.tokens[k].low for k in range(quantity.last + 1, found[0])} if found else set()
    if between & lexicon.words("agency", "prepositions"):
        return []
    return [k for i, k in enumerate(found) if k - i == found[0]]


def words_after(reading: Reading, quantity: Quantity) -> list[int]:
    """The words that follow a number and may be what it counts; in "3-, 4- and 5-axis" those of the last."""
    tail = [token.low for token in reading.tokens[quantity.last + 1 : quantity.last + 3]]
    if len(tail) > 1 and tail[0] == "-" and tail[1] in (",", "and", "und", "et", "y", "or"):
        following = next((q for q in reading.counts_beside(quantity.first) if q.first > quantity.last), None)
        if following is not None:
            return words_after(reading, following)
    if tail and tail[0] in _EITHER:
        following = next((q for q in reading.counts_beside(quantity.first) if q.first == quantity.last + 2), None)
        if following is not None:
            return words_after(reading, following)
    found: list[int] = []
    numbers = reading.numbers
    for k in range(quantity.last + 1, min(quantity.last + 8, len(reading.tokens))):
        token = reading.tokens[k]
        if (
            token.kind in ("stop", "pause", "number")
            or k in numbers
            or (token.low in _ENDS and not (token.low in _WITH and k == quantity.last + 1))
            or (token.low in _ANDS and is_verb_at(reading.tokens, k + 1))
        ):
            break
        if token.kind == "word" and token.low not in lexicon.words("agency", "uncounted") and token.low not in _WITH:
            if not found and k > quantity.last + 1 and _tells_when(reading, k):
                break
            found.append(k)
        if len(found) == _REACH:
            break
    return found


def _tells_when(reading: Reading, at: int) -> bool:
    """As "at weekends" after a number that counts what the one before it counts."""
    if reading.tokens[at - 1].low not in ("at", "on", "in", "each", "every", "am", "le", "los", "por"):
        return False
    parts = lexicon.section("frequencies", "parts")
    token = reading.tokens[at]
    return any(token.low in words or token.lemma in words for words in parts.values())


def words_before(reading: Reading, quantity: Quantity, reach: int = _REACH) -> list[int]:
    found: list[int] = []
    for k in range(quantity.first - 1, max(quantity.first - 3 - reach, -1), -1):
        token = reading.tokens[k]
        if token.kind == "stop" and token.text != ":":
            break
        if token.kind == "word" and token.low not in lexicon.words("agency", "uncounted"):
            found.append(k)
        if len(found) == reach:
            break
    return found


def is_label(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number names one of a kind ("Year 8", "route 14") and counts nothing."""
    before = reading.tokens[quantity.first - 1] if quantity.first else None
    if before is None or quantity.words or quantity.figure.kind != "plain" or quantity.unit:
        return False
    labels = lexicon.words("measures", "labels", "words")
    listed = before.low in (",", "and", "&", "und", "et", "y") and not words_after(reading, quantity)
    if listed:
        earlier = next((q for q in reading.counts_beside(quantity.first) if q.last == quantity.first - 2), None)
        return earlier is not None and is_label(reading, earlier)
    return bool({before.low, before.lemma} & labels) or (
        before.capital and before.low in lexicon.words("measures", "labels", "capital")
    )


def leaves_noun_out(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number leaves out what it counts, since a number before it has said it ("two shops in Leeds, one in York")."""
    if quantity.figure.kind != "plain" or quantity.unit:
        return False
    prepositions, after = lexicon.words("agency", "prepositions"), quantity.last + 1
    if quantity.first and reading.tokens[quantity.first - 1].low in prepositions - {"to", "from"}:
        return False
    following = reading.tokens[after] if after < len(reading.tokens) else None
    timed = bool(quantity.rate) and all(reading.tokens[k].lemma in TIME for k in words_after(reading, quantity))
    return (
        following is None
        or timed
        or following.kind in ("stop", "pause")
        or following.low in prepositions
        or following.low in _ANDS
        or is_verb_at(reading.tokens, after)
    )


def antecedent(reading: Reading, quantity: Quantity) -> Quantity | None:
    """The number before an elliptic one that says what both count; None where none does."""
    if not leaves_noun_out(reading, quantity):
        return None
    before = [q for q in reading.counts_beside(quantity.first) if q.last < quantity.first]
    counts = (q for q in reversed(before) if q.figure.kind == "plain" and not is_label(reading, q))
    return next((q for q in counts if not leaves_noun_out(reading, q) and (q.unit or words_after(reading, q))), None)
