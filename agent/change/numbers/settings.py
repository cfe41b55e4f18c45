"""Numbers that only describe where somebody worked: "in a hospital with 900 beds" gives nobody 900 beds to run."""

from __future__ import annotations

from agent.change import lexicon
from agent.change.numbers.quantity import Quantity
from agent.change.telling.marks import IMPLIED
from agent.change.telling.reading import Reading

_WITH = frozenset(
    {"with", "of", "mit", "avec", "con", "de", "von", "has", "had", "have", "employs", "employed", "hat", "a", "tiene"}
)
_IN = frozenset(
    {
        "in",
        "at",
        "for",
        "to",
        "of",
        "by",
        "from",
        "bei",
        "im",
        "beim",
        "chez",
        "dans",
        "en",
        "para",
        "der",
        "einer",
        "eines",
    }
)
_ARTICLES = frozenset(
    {"a", "an", "the", "our", "my", "ein", "eine", "einem", "einer", "une", "un", "una", "el", "la", "le"}
)
_REACH = 6
_HEAD = 2


def is_setting(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number tells how large an organisation is that the person worked in, or what all of it does."""
    if _is_of_the_organisation(reading, quantity):
        return True
    at = _organisation(reading, quantity)
    if at is None:
        return False
    k = at - 1
    while k >= max(at - _REACH, 0) and reading.tokens[k].kind == "word":
        if reading.tokens[k].low in _IN:
            return True
        if reading.marks[k].verb == k:
            return False
        k -= 1
    return k < 0 or reading.tokens[k].kind in ("stop", "pause")


def _is_of_the_organisation(reading: Reading, quantity: Quantity) -> bool:
    """As in "Site: 220 people, 31,000 orders a day" and "Acme Labels ($84M revenue, 310 employees), Clerk"."""
    tokens, kinds = reading.tokens, lexicon.words("agency", "employers")
    opening = [token for token in tokens[:_HEAD] if token.kind == "word"]
    if len(tokens) > 1 and tokens[1].text == ":" and opening and {opening[0].low, opening[0].lemma} & kinds:
        return True
    start = reading.text.rfind("(", 0, tokens[quantity.first].start)
    end = reading.text.find(")", tokens[quantity.last].end)
    if start < 0 or end < 0 or ")" in reading.text[start : tokens[quantity.first].start]:
        return False
    inside = {token.low for token in tokens if start < token.start < end}
    return bool(inside & lexicon.words("agency", "sizes"))


def takes_on(reading: Reading, quantity: Quantity) -> bool:
    """Whether a text says of a number that the person did or answered for it."""
    if _organisation(reading, quantity) is not None and is_setting(reading, quantity):
        return False
    if reading.tokens[quantity.last + 1 : quantity.last + 2] and reading.tokens[quantity.last + 1].low == "-":
        return False
    mark = reading.marks[quantity.first]
    before = {token.low for token in reading.tokens[max(quantity.first - _REACH, 0) : quantity.first]}
    return mark.level >= IMPLIED or bool(before & lexicon.words("agency", "answering"))


def _organisation(reading: Reading, quantity: Quantity) -> int | None:
    """The organisation that a number describes: "a company of 400", "a 900-bed hospital"."""
    tokens, kinds = reading.tokens, lexicon.words("agency", "organisations")
    following = tokens[quantity.last + 1 : quantity.last + 4]
    if len(following) == 3 and following[0].low == "-" and following[2].lemma in kinds:
        return quantity.first
    k = quantity.first - 1
    while k >= 0 and tokens[k].kind == "word" and (tokens[k].low in _BOUNDS or tokens[k].low in _ARTICLES - {"a"}):
        k -= 1
    if k < 0 or tokens[k].low not in _WITH:
        return None
    for at in range(k - 1, max(k - 1 - 3, -1), -1):
        if tokens[at].kind != "word":
            return None
        if tokens[at].lemma in kinds or tokens[at].low in kinds:
            return at
    return None


_BOUNDS = frozenset(
    {"over", "about", "around", "some", "nearly", "more", "than", "almost", "rund", "etwa", "environ", "unos", "unas"}
)
