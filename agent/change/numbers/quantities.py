"""Numbers as they stand in a sentence: value, unit, how exactly they are meant, and what they count."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from agent.change import lexicon
from agent.change.language.figures import ORDINALS, SCALES, Figure, number_words
from agent.change.language.lemmas import Language
from agent.change.language.tokens import Token, low_at
from agent.change.numbers.bounds import is_bound_word, with_bound
from agent.change.numbers.portions import read_portion
from agent.change.numbers.quantity import TIME, Quantity, with_rate
from agent.change.numbers.shares import read_share

_PERCENT = frozenset({"percent", "pct", "prozent", "percentage"})
_PER_CENT = frozenset({("per", "cent"), ("pour", "cent"), ("por", "ciento"), ("per", "cents")})
_LASTS = {"tägig": "tag", "wöchig": "woche", "monatig": "monat", "jährig": "jahr", "stündig": "stunde"}
_HEADED = re.compile(r"(?P<number>\w+?)köpfige?[rnms]?")
_LASTING = re.compile(r"(?P<number>\w+?)(?P<unit>tägig|wöchig|monatig|jährig|stündig)(?:e[rnsm]?)?")
_DOZEN = 12.0
_MOST_POINTS = 100
_ONE = frozenset({"a", "an", "one", "ein", "eine", "einem", "une", "una"})
_HALVES = frozenset({"half", "halbes", "media"})
_DECADES = frozenset({"decade", "jahrzehnt", "décennie", "década"})
_OVER = frozenset({"over", "über"})
_SIGNS = frozenset("$€£")
_THOUSANDS = {"k": 1e3, "tsd": 1e3, "m": 1e6, "mio": 1e6}
_JOINED = {(4.0, 20.0): 80.0} | {(ten, float(unit)): ten + unit for ten in (60.0, 80.0) for unit in range(10, 20)}


def find_quantities(tokens: Sequence[Token], language: Language) -> list[Quantity]:
    """All numbers of a text, written in digits or in words, in order."""
    found: list[Quantity] = []
    at = 0
    while at < len(tokens):
        read = _read(tokens, at, language)
        if read is None:
            at += 1
            continue
        read = _with_unit(tokens, with_bound(tokens, read), language)
        found.append(with_rate(tokens, replace(read, bound="") if _is_span(tokens, read, found) else read))
        at = read.last + 1
    return _with_ranges(tokens, found)


def _is_span(tokens: Sequence[Token], read: Quantity, found: Sequence[Quantity]) -> bool:
    """Whether "over" tells how long something took ("60 episodes over 20 weeks"), not that it was more."""
    following = tokens[read.last + 1].lemma if read.last + 1 < len(tokens) else ""
    timed = read.unit or following in lexicon.words("numbers", "times_counted", "words")
    if read.bound != "over" or low_at(tokens, read.first - 1) not in _OVER or not found:
        return False
    between = tokens[found[-1].last + 1 : read.first - 1]
    if not timed and not (len(between) == 1 and between[0].low.endswith("s") and following.isalpha()):
        return False
    return bool(between) and all(token.kind not in ("stop", "pause") for token in between)


def _with_ranges(tokens: Sequence[Token], found: list[Quantity]) -> list[Quantity]:
    """In "21 to 7 percent" and "40 minutes to six" both ends are of one kind and unit."""
    settled = list(found)
    for k in range(len(settled) - 1):
        a, b = settled[k], settled[k + 1]
        gap = [tokens[i].low for i in range(a.last + 1, b.first)]
        if (
            len(gap) > 4
            or not {"to", "-", "–", "or", "and", "auf", "bis", "à", "a"} & set(gap)
            or any(tokens[i].text == "," for i in range(a.last + 1, b.first))
        ):
            continue
        if a.figure.kind == "plain" and b.figure.kind in ("percent", "money") and len(gap) == 1 and gap != ["and"]:
            settled[k] = replace(a, figure=replace(a.figure, kind=b.figure.kind, currency=b.figure.currency))
        elif b.figure.kind == "plain" and not b.unit and a.figure.kind == "percent" and gap in (["to"], ["-"], ["–"]):
            settled[k + 1] = replace(b, figure=replace(b.figure, kind="percent"))
        elif (
            a.unit
            and not b.unit
            and b.figure.kind == "plain"
            and "to" in gap
            and (b.last + 1 >= len(tokens) or tokens[b.last + 1].kind in ("stop", "pause"))
        ):
            settled[k + 1] = replace(b, unit=a.unit)
        elif b.unit and not a.unit and a.figure.kind == "plain" and (len(gap) == 1 or _reaches_about(gap)):
            settled[k] = replace(a, unit=b.unit)
    return settled


def _reaches_about(gap: Sequence[str]) -> bool:
    """As between 70 and 25 in "from 70 to about 25 minutes"."""
    return len(gap) == 2 and gap[0] in ("to", "auf", "à", "a") and is_bound_word(gap[1])


def _read(tokens: Sequence[Token], at: int, language: Language) -> Quantity | None:
    token = tokens[at]
    if token.kind == "number" and token.figure is not None:
        if _is_month(tokens, at):
            return None
        portion = read_portion(tokens, at, language)
        if portion is not None:
            return _scaled(tokens, portion, language)
        return read_share(tokens, at, language) or _scaled(tokens, Quantity(at, at, token.figure), language)
    if token.kind != "word":
        return None
    portion = read_portion(tokens, at, language)
    if portion is not None:
        return _scaled(tokens, portion, language)
    return (
        _compound(tokens, at, language)
        or read_share(tokens, at, language)
        or _spelled(tokens, at, language)
        or _ordinal(tokens, at)
        or _one_decade(tokens, at)
    )


def _one_decade(tokens: Sequence[Token], at: int) -> Quantity | None:
    """The number in "for a decade" and "half a decade"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or tokens[at].low not in _ONE or following.lemma not in _DECADES or not at:
        return None
    before = tokens[at - 1].low
    if before in _HALVES:
        return Quantity(at - 1, at, Figure(0.5), words=True)
    known = before in lexicon.words("numbers", "before_decade", "words") or is_bound_word(before)
    return Quantity(at, at, Figure(1.0), words=True) if known else None


def _is_month(tokens: Sequence[Token], at: int) -> bool:
    """The 05 of 05/2024."""
    following = tokens[at + 1 : at + 3]
    return (
        len(following) == 2
        and following[0].text in "/."
        and following[1].figure is not None
        and following[1].figure.kind == "year"
        and tokens[at].end == following[0].start
    )


def _scaled(tokens: Sequence[Token], read: Quantity, language: Language) -> Quantity:
    words = number_words(language)
    last, figure = read.last, read.figure
    while (scale := _scale_at(tokens, last + 1, words)) in SCALES:
        last += 1
        figure = replace(figure, value=figure.value * scale, kind="money" if figure.currency else "plain")
    last += (
        last > read.last and last + 2 < len(tokens) and tokens[last + 1].text == "." and tokens[last + 2].text in _SIGNS
    )
    nexts = [tokens[k] for k in range(last + 1, min(last + 3, len(tokens)))]
    if nexts and nexts[0].low in _PERCENT:
        last, figure = last + 1, replace(figure, kind="percent")
    elif len(nexts) == 2 and (nexts[0].low, nexts[1].low) in _PER_CENT:
        last, figure = last + 2, replace(figure, kind="percent")
    elif nexts and nexts[0].low in lexicon.words("numbers", "full_time", "words") and figure.value < 1:
        figure = replace(figure, value=100 * figure.value, kind="percent")
    elif (
        nexts
        and (nexts[0].low in ("points", "prozentpunkte") or (len(nexts) == 2 and nexts[1].low == "points"))
        and figure.kind == "plain"
        and figure.value <= _MOST_POINTS
    ):
        figure = replace(figure, kind="percent")
    elif len(nexts) > 1 and nexts[0].low in ("d", "de") and nexts[1].lemma in _currencies() and figure.value >= 1e3:
        last, figure = last + 2, _money(figure, _currencies()[nexts[1].lemma])
    elif len(nexts) > 1 and nexts[0].low in _THOUSANDS and nexts[1].text in "$€£":
        last, figure = last + 2, _money(figure, nexts[1].text, _THOUSANDS[nexts[0].low])
    elif nexts and nexts[0].lemma in _currencies():
        last, figure = last + 1, _money(figure, _currencies()[nexts[0].lemma])
    elif nexts and nexts[0].text in _SIGNS and figure.kind == "plain":
        last, figure = last + 1, _money(figure, nexts[0].text)
    elif read.first and not read.words and figure.kind == "plain" and tokens[read.first - 1].low in _codes():
        read = replace(read, first=read.first - 1)
        figure = _money(figure, _codes()[tokens[read.first].low])
    return replace(read, last=last, figure=figure)


def _scale_at(tokens: Sequence[Token], at: int, words: Mapping[str, float]) -> float:
    """The value of a number word after a number, "dozens" among them; 0 for any other word."""
    low = low_at(tokens, at)
    return words.get(low, 0.0) or (words.get(low[:-1], 0.0) if low.endswith("s") else 0.0)


def _money(figure: Figure, currency: str, scale: float = 1.0) -> Figure:
    return replace(figure, value=figure.value * scale, kind="money", currency=currency)


@cache
def _currencies() -> Mapping[str, str]:
    """Names of currencies, each with its sign."""
    return {name: sign for sign, names in lexicon.section("numbers", "currency").items() for name in names}


@cache
def _codes() -> Mapping[str, str]:
    """The codes that stand before a sum ("EUR 300")."""
    return {code: _currencies()[code] for code in lexicon.words("numbers", "currency_codes", "words")}


def _spelled(tokens: Sequence[Token], at: int, language: Language) -> Quantity | None:
    words = number_words(language)
    if tokens[at].low not in words:
        return None
    total, current, last = 0.0, 0.0, at
    k = at
    while k < len(tokens):
        low = tokens[k].low
        if low in words and (value := words[low]) in SCALES and value != _DOZEN:
            current = (current or 1) * value
            if value >= 1000:
                total, current = total + current, 0.0
            last = k
        elif low in words:
            value = words[low]
            if (current and current % 100 == 0 and value < 100) or (
                current and current % 10 == 0 and current % 100 and value < 10
            ):
                current += value
            elif language == "fr" and k and tokens[k - 1].low == "-" and (current, value) in _JOINED:
                current = _JOINED[current, value]
            elif current and value in SCALES:
                current *= value
            elif (current and total == 0) or k > last + 2 or current:
                break
            else:
                current = value
            last = k
        elif not (
            low in ("and", "-", "y", "et", "a")
            and k == last + 1
            and k + 1 < len(tokens)
            and _continues(tokens, k, words, current)
        ):
            break
        k += 1
    value = total + current
    read = Quantity(at, last, Figure(value), words=True)
    return _scaled(tokens, read, language)


def _continues(tokens: Sequence[Token], k: int, words: dict[str, float], current: float) -> bool:
    following = words.get(tokens[k + 1].low)
    if following is None:
        return False
    if tokens[k].low in ("and", "et", "y"):
        return current >= 100 if tokens[k].low == "and" else current >= 20 and following < 20
    return tokens[k].low == "-"


def _compound(tokens: Sequence[Token], at: int, language: Language) -> Quantity | None:
    """German "dreitägig", "sechsmonatig": a number and its unit in one word."""
    if language != "de":
        return None
    headed = _HEADED.fullmatch(tokens[at].low)
    if headed is not None and headed["number"] in number_words("de"):
        return Quantity(at, at, Figure(float(number_words("de")[headed["number"]])), words=True)
    match = _LASTING.fullmatch(tokens[at].low)
    value = number_words("de").get("eins" if match and match["number"] == "ein" else match["number"], 0) if match else 0
    if match is None or not value:
        return None
    return Quantity(at, at, Figure(float(value)), unit=_LASTS[match["unit"]], words=True)


_PLACES = frozenset({"place", "prize", "rank"})
_RANKED = frozenset({"came", "placed", "finished", "ranked"})


def _ordinal(tokens: Sequence[Token], at: int) -> Quantity | None:
    value = ORDINALS.get(tokens[at].low)
    if value is None or (tokens[at].low == "second" and at and tokens[at - 1].low == "per"):
        return None
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if value == 1 and not (following in _PLACES or (at and tokens[at - 1].low in _RANKED)):
        return None
    return Quantity(at, at, Figure(float(value), "ordinal"), words=True)


def _with_unit(tokens: Sequence[Token], read: Quantity, language: Language) -> Quantity:
    at = read.last + 1
    if read.unit or (language != "fr" and at < len(tokens) and tokens[at].low in ("an", "ans")):
        return read
    if at < len(tokens) and tokens[at].low == "-":
        at += 1
    named = at + 1 < len(tokens) and tokens[at].capital and tokens[at + 1].figure is not None
    if at < len(tokens) and tokens[at].lemma in TIME and not named:
        return replace(read, unit=tokens[at].lemma)
    if (
        at + 1 < len(tokens)
        and tokens[at].low in lexicon.words("numbers", "before_time", "words")
        and tokens[at + 1].lemma in TIME
    ):
        return replace(read, unit=tokens[at + 1].lemma)
    return read
