"""Shares said in words: "two thirds of", "one in four", "nine out of ten", "jeder zweite", "uno de cada cinco"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from agent.change import lexicon
from agent.change.language.figures import Figure, fractions, number_words
from agent.change.language.lemmas import Language
from agent.change.language.tokens import Token, low_at
from agent.change.language.units import is_unit
from agent.change.numbers.quantity import TIME, Quantity
from agent.change.telling.marks import is_verb_at

_ONE = frozenset({"a", "an", "un", "une", "una", "uno", "ein", "eine", "einem", "einen", "einer", "eines"})
_ALONE = frozenset({"quarter", "third", "media", "medio", "cuarto", "fourth"})
_SURE = frozenset({"half", "third", "drittel", "viertel", "tiers", "tercio"})
_BEFORE_QUARTER = frozenset({"nearly", "almost", "about", "roughly", "by", "to", "under", "over", "than"})
_TEN = 10
_HUNDREDS = 1000
_ROUND = frozenset({100.0, 1000.0})


def read_share(tokens: Sequence[Token], at: int, language: Language) -> Quantity | None:
    """The share in words that begins at a token, as a percentage."""
    if tokens[at].figure is None and tokens[at].low not in _openings(language):
        return None
    return _out_of(tokens, at, language) or _half_a_unit(tokens, at) or _fraction(tokens, at, language)


@cache
def _openings(language: Language) -> frozenset[str]:
    """The words that a share may begin with."""
    small = (word for word, value in number_words(language).items() if value <= _TEN)
    named = lexicon.section("numbers", "small_parts").values()
    each = lexicon.words("numbers", "each_of", language)
    return frozenset().union(_ONE, small, fractions(language), each, *named, {"half", "quarter"})


def _half_a_unit(tokens: Sequence[Token], at: int) -> Quantity | None:
    """As "half-hectare" and "a quarter-mile": part of a unit, no share."""
    part = {"half": 0.5, "quarter": 0.25}.get(low_at(tokens, at), 0.0)
    if part and low_at(tokens, at + 1) == "-" and at + 2 < len(tokens) and is_unit(tokens[at + 2]):
        return Quantity(at, at, Figure(part), words=True)
    return None


def _out_of(tokens: Sequence[Token], at: int, language: Language) -> Quantity | None:
    """As "one in four" and "9 out of 10"; not "two in 2019", "3 in 10 minutes", "rated 9 out of 10"."""
    each = lexicon.words("numbers", "each_of", language)
    part = _small(tokens, at, language)
    if part and not _rates(tokens, at):
        for skip in (0, 1):
            share = _one_in(tokens, at, at + 1 + skip, part, language)
            if share is not None:
                return share
    if low_at(tokens, at) in each:
        nth = lexicon.ordered("numbers", "nth", language)
        word = low_at(tokens, at + 1)
        whole = next((value for value, forms in enumerate(nth, 2) if word in forms.split("|")), 0)
        if whole and _counts_things(tokens, at + 2):
            return Quantity(at, at + 1, Figure(100 / whole, "percent"), words=True)
    return None


def _one_in(tokens: Sequence[Token], at: int, link_at: int, part: float, language: Language) -> Quantity | None:
    """The share of "one in twenty", or with the thing after the part of "one order in twenty"; of few, other parts as well."""
    links = lexicon.words("numbers", "out_of", language)
    for size in (3, 2, 1):
        link = " ".join(token.low for token in tokens[link_at : link_at + size])
        last = link_at + size
        whole = _whole(tokens, last, language) if link in links else 0.0
        most = _HUNDREDS if part == 1 and (link_at == at + 1 or whole <= _TEN) else _TEN if link_at == at + 1 else 0
        if link_at == at + 1 and whole in _ROUND and _ends(tokens, last):
            most = _HUNDREDS
        if 0 < part < whole <= most and _counts_things(tokens, last + 1) and (link_at == at + 1 or _ends(tokens, last)):
            return Quantity(at, last, Figure(100 * part / whole, "percent"), words=True)
    return None


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number counts nothing that follows it ("one order in five came back")."""
    if at + 1 >= len(tokens) or tokens[at + 1].kind in ("stop", "pause"):
        return True
    return is_verb_at(tokens, at + 1) or tokens[at + 1].low in lexicon.words("agency", "prepositions")


def _whole(tokens: Sequence[Token], at: int, language: Language) -> float:
    """A round number, in digits or in words, that a share may be of."""
    small = _small(tokens, at, language)
    if small or not 0 <= at < len(tokens):
        return small
    figure = tokens[at].figure
    value = (
        figure.value
        if figure is not None and figure.kind == "plain"
        else number_words(language).get(low_at(tokens, at), 0.0)
    )
    return value if value <= _HUNDREDS and not value % 5 else 0.0


def _small(tokens: Sequence[Token], at: int, language: Language) -> float:
    """A whole number up to ten, in digits or in words; 0 for anything else."""
    if not 0 <= at < len(tokens):
        return 0.0
    token = tokens[at]
    if token.figure is not None:
        figure = token.figure
        return figure.value if figure.kind == "plain" and figure.value <= _TEN and token.text.isdigit() else 0.0
    value = 1.0 if token.low in _ONE - {"a", "an"} else number_words(language).get(token.low, 0.0)
    return value if value <= _TEN else 0.0


def _counts_things(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows is no time, as after "one in ten minutes", and no number."""
    after = at + (low_at(tokens, at) == "-")
    if after >= len(tokens):
        return True
    token = tokens[after]
    return not (
        token.lemma in TIME or token.figure is not None or token.low in lexicon.section("frequencies", "parts")["week"]
    )


def _rates(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number is a mark that somebody gave ("rated 9 out of 10")."""
    ratings = lexicon.words("numbers", "ratings", "words")
    return any({token.low, token.lemma} & ratings for token in tokens[max(at - 4, 0) : at])


def _fraction(tokens: Sequence[Token], at: int, language: Language) -> Quantity | None:
    parts = fractions(language)
    words = number_words(language)
    low, following = tokens[at].low, low_at(tokens, at + 1)
    skip = 2 if following == "-" else 1
    part = low_at(tokens, at + skip)
    certain = (low in words and words[low] < _TEN) or low_at(tokens, at + skip + 1) == "of" or part in _SURE
    if part in parts and (words.get(low, 1.0) * parts[part] >= 1 or _is_of_a_year(tokens, at + skip + 1)):
        return None
    if (low in words or low in _ONE) and part in parts and certain and not _half_a_unit(tokens, at + skip):
        return _percent(at, at + skip, words.get(low, 1.0) * parts[part])
    if low in _ONE and following in lexicon.words("numbers", "small_parts", "fifth"):
        return _percent(at, at + 1, 0.2)
    if low in _ONE and following in lexicon.words("numbers", "small_parts", "tenth"):
        return _percent(at, at + 1, 0.1)
    if low in lexicon.words("numbers", "small_parts", "half") or (low == "half" and language == "en"):
        return _percent(at, at, 0.5)
    if (
        low in parts
        and following in ("of", "der", "des", "de")
        and low not in _ALONE
        and not _is_of_a_year(tokens, at + 1)
    ):
        return _percent(at, at, parts[low])
    if low == "quarter" and low_at(tokens, at - 1) in _BEFORE_QUARTER - {"by", "to"}:
        return _percent(at, at, 0.25)
    if low in _ONE and following == "quarter" and low_at(tokens, at - 1) in _BEFORE_QUARTER:
        return _percent(at, at + 1, 0.25)
    return None


def _is_of_a_year(tokens: Sequence[Token], at: int) -> bool:
    """As after "three quarters": of 2021, which are times and no share."""
    figure = tokens[at + 1].figure if low_at(tokens, at) == "of" and at + 1 < len(tokens) else None
    return figure is not None and figure.kind == "year"


def _percent(first: int, last: int, share: float) -> Quantity:
    return Quantity(first, last, Figure(100 * share, "percent"), words=True)
