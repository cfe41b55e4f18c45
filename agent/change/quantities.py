"""Numbers as they stand in a sentence: value, unit, how exactly they are meant, and what they count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.change.figures import FRACTIONS, ORDINALS, SCALES, Figure, number_words
from agent.change.lemmas import Language
from agent.change.quantity import TIME, Quantity, with_rate
from agent.change.tokens import Token

_PERCENT = frozenset({"percent", "pct", "prozent", "percentage"})
_PER_CENT = frozenset({("per", "cent"), ("pour", "cent"), ("por", "ciento"), ("per", "cents")})
_CURRENCY = {"dollar": "$", "usd": "$", "euro": "€", "eur": "€", "pound": "£", "gbp": "£", "dólar": "$", "libra": "£"}
_BOUND = {
    "over": "over", "more": "over", "above": "over", "exceed": "over", "least": "least", "plus": "over", "beyond": "over", "über": "over", "mehr": "over",
    "plus de": "over", "más": "over", "mindestens": "least", "upwards": "least",
    "to": "", "up": "upto", "under": "under", "below": "under", "bis": "upto", "jusqu'à": "upto", "hasta": "upto", "most": "upto", "maximum": "upto",
    "about": "about",
    "close": "about", "around": "about", "roughly": "about", "approximately": "about", "approx": "about", "circa": "about", "ca": "about", "some": "about", "rund": "about",
    "etwa": "about", "environ": "about", "aproximadamente": "about", "unos": "about", "unas": "about",
    "nearly": "nearly", "almost": "nearly", "fast": "nearly", "presque": "nearly", "casi": "nearly", "près": "nearly", "just": "about", "~": "about", "knapp": "nearly", "c": "about",
    "ungefähr": "about", "zirka": "about", "gut": "over", "höchstens": "upto", "maximal": "upto", "weniger": "under", "unter": "under", "beinahe": "nearly", "oltre": "over",
    "quelque": "about", "quelques": "about", "minimum": "least", "moins": "under",
    "alrededor": "about", "cerca": "about", "máximo": "upto", "mínimo": "least", "menos": "under", "superior": "over",
}  # fmt: skip
_LASTS = {"tägig": "tag", "wöchig": "woche", "monatig": "monat", "jährig": "jahr", "stündig": "stunde"}
_HEADED = re.compile(r"(?P<number>\w+?)köpfige?[rnms]?")
_LASTING = re.compile(r"(?P<number>\w+?)(?P<unit>tägig|wöchig|monatig|jährig|stündig)(?:e[rnsm]?)?")
_DOZEN = 12.0
_JOINED = {(4.0, 20.0): 80.0} | {(ten, float(unit)): ten + unit for ten in (60.0, 80.0) for unit in range(10, 20)}
_CONNECT = frozenset({"than", "de", "of", "to", "als", "que", "at", "a"})


def find_quantities(tokens: Sequence[Token], language: Language) -> list[Quantity]:
    """All numbers of a text, written in digits or in words, in order."""
    found: list[Quantity] = []
    at = 0
    while at < len(tokens):
        read = _read(tokens, at, language)
        if read is None:
            at += 1
            continue
        found.append(with_rate(tokens, _with_unit(tokens, _with_bound(tokens, read), language)))
        at = read.last + 1
    return _with_ranges(tokens, found)


def _with_ranges(tokens: Sequence[Token], found: list[Quantity]) -> list[Quantity]:
    """In "21 to 7 percent" and "40 minutes to six" both ends are of one kind and unit."""
    settled = list(found)
    for k in range(len(settled) - 1):
        a, b = settled[k], settled[k + 1]
        gap = [tokens[i].low for i in range(a.last + 1, b.first)]
        if (
            len(gap) > 4
            or not {"to", "-", "–", "or", "and", "bis", "à", "a"} & set(gap)
            or any(tokens[i].text == "," for i in range(a.last + 1, b.first))
        ):
            continue
        if a.figure.kind == "plain" and b.figure.kind in ("percent", "money") and len(gap) == 1 and gap != ["and"]:
            settled[k] = replace(a, figure=replace(a.figure, kind=b.figure.kind, currency=b.figure.currency))
        elif b.figure.kind == "plain" and a.figure.kind == "percent" and gap in (["to"], ["-"], ["–"]):
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
    return len(gap) == 2 and gap[0] in ("to", "auf", "à", "a") and gap[1] in _BOUND


def _read(tokens: Sequence[Token], at: int, language: Language) -> Quantity | None:
    token = tokens[at]
    if token.kind == "number" and token.figure is not None:
        if _is_month(tokens, at):
            return None
        return _scaled(tokens, Quantity(at, at, token.figure), language)
    if token.kind != "word":
        return None
    return (
        _compound(tokens, at, language)
        or _fraction(tokens, at, language)
        or _spelled(tokens, at, language)
        or _ordinal(tokens, at)
    )


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
    while last + 1 < len(tokens) and words.get(tokens[last + 1].low, 0) in SCALES:
        last += 1
        figure = replace(
            figure, value=figure.value * words[tokens[last].low], kind="money" if figure.currency else "plain"
        )
    nexts = [tokens[k] for k in range(last + 1, min(last + 3, len(tokens)))]
    if nexts and nexts[0].low in _PERCENT:
        last, figure = last + 1, replace(figure, kind="percent")
    elif len(nexts) == 2 and (nexts[0].low, nexts[1].low) in _PER_CENT:
        last, figure = last + 2, replace(figure, kind="percent")
    elif (
        nexts
        and (nexts[0].low in ("points", "prozentpunkte") or (len(nexts) == 2 and nexts[1].low == "points"))
        and figure.kind == "plain"
    ):
        figure = replace(figure, kind="percent")
    elif len(nexts) > 1 and nexts[0].low in ("d", "de") and nexts[1].lemma in _CURRENCY and figure.value >= 1e6:
        last, figure = last + 2, replace(figure, kind="money", currency=_CURRENCY[nexts[1].lemma])
    elif nexts and nexts[0].lemma in _CURRENCY:
        last, figure = last + 1, replace(figure, kind="money", currency=_CURRENCY[nexts[0].lemma])
    return replace(read, last=last, figure=figure)


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


def _fraction(tokens: Sequence[Token], at: int, language: Language) -> Quantity | None:
    parts = FRACTIONS[language]
    words = number_words(language)
    low = tokens[at].low

    def low_at(k: int) -> str:
        return tokens[k].low if 0 <= k < len(tokens) else ""

    skip = 2 if low_at(at + 1) == "-" else 1
    if (low in words or low in ("a", "an", "un", "une", "una", "ein", "einem", "einen")) and low_at(at + skip) in parts:
        part = low_at(at + skip)
        certain = (
            (low in words and words[low] < 10)
            or low_at(at + skip + 1) == "of"
            or part in ("half", "third", "drittel", "viertel", "tiers", "tercio")
        )
        if certain:
            value = (words.get(low, 1) if low in words else 1) * parts[part]
            return Quantity(at, at + skip, Figure(100 * value, "percent"), words=True)
    if low in ("a", "un", "une", "una") and low_at(at + 1) in ("tenth", "fifth", "décimo", "quinto", "dixième"):
        return Quantity(
            at, at + 1, Figure(20.0 if low_at(at + 1) in ("fifth", "quinto") else 10.0, "percent"), words=True
        )
    if low in ("hälfte", "moitié", "mitad") or (low == "half" and language == "en"):
        return Quantity(at, at, Figure(50.0, "percent"), words=True)
    if (
        low in parts
        and low_at(at + 1) in ("of", "der", "des", "de")
        and low not in ("quarter", "third", "media", "medio", "cuarto")
    ):
        return Quantity(at, at, Figure(100 * parts[low], "percent"), words=True)
    if (low == "quarter" and low_at(at - 1) in ("nearly", "almost", "about", "roughly")) or (
        low == "quarter" and low_at(at - 2) in ("nearly", "almost", "by", "about")
    ):
        return Quantity(at, at, Figure(25.0, "percent"), words=True)
    return None


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


def _with_bound(tokens: Sequence[Token], read: Quantity) -> Quantity:
    bound = "over" if read.figure.more else ""
    at = read.first - 1
    for _ in range(3):
        if at < 0 or tokens[at].kind in ("stop", "pause"):
            break
        low = tokens[at].low
        if low in _BOUND and not bound:
            bound = _BOUND[low]
            if low in ("moins", "menos") and at and tokens[at - 1].low in ("au", "du", "al", "por", "lo"):
                bound = "least"
            if low in ("bis", "hasta", "à") and at and tokens[at - 1].figure is not None:
                bound = ""
        if low not in _CONNECT and low not in _BOUND:
            break
        at -= 1
    if bound == "upto" and tokens[max(read.first - 1, 0)].low not in (
        "to",
        "bis",
        "hasta",
        "most",
        "maximum",
        "jusqu'à",
    ):
        bound = ""
    if read.last + 1 < len(tokens) and tokens[read.last + 1].low == "+":
        bound = "over"
    return replace(read, bound=bound)


def _with_unit(tokens: Sequence[Token], read: Quantity, language: Language) -> Quantity:
    at = read.last + 1
    if read.unit or (language != "fr" and at < len(tokens) and tokens[at].low in ("an", "ans")):
        return read
    if at < len(tokens) and tokens[at].low == "-":
        at += 1
    if at < len(tokens) and tokens[at].lemma in TIME:
        return replace(read, unit=tokens[at].lemma)
    if (
        at + 1 < len(tokens)
        and tokens[at].low in ("full", "consecutive", "busy", "short", "long", "straight")
        and tokens[at + 1].lemma in TIME
    ):
        return replace(read, unit=tokens[at + 1].lemma)
    return read
