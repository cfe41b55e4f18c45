"""Numbers: digits in their many spellings and number words of four languages, as values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from agent.change.lexicon import ordered

FigureKind = Literal["plain", "money", "percent", "year", "ordinal", "clock"]
_SCALE = {"k": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "bn": 1e9, "b": 1e9}
_PARTS = re.compile(
    r"(?P<currency>[$€£¥])?\s?(?P<digits>\.?\d[\d.,'’\u00a0\u202f]*)\s?(?P<percent>%|‰)?(?P<scale>k|K|m|M|bn|B|mn|MM)?(?P<tail>[a-zºª]*)\+?\s?(?P<after>[$€£])?"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a text: its value and what kind of number it is."""

    value: float
    kind: FigureKind = "plain"
    currency: str = ""
    more: bool = False


def read_figure(piece: str, language: str) -> Figure:
    """The value of a number written in digits, as in `$4.2M`, `1.200,50 €`, `45%`, `2019`, `3rd`."""
    match = _PARTS.match(re.sub(r"(?<=\d) (?=\d{3})", "\u202f", piece))
    if match is None:
        return Figure(0.0)
    digits = match["digits"].rstrip(".,'’")
    value = _decimal(digits, language)
    if match["scale"]:
        value *= _SCALE[match["scale"].lower()]
    kind: FigureKind = "plain"
    currency = match["currency"] or match["after"] or ""
    if currency:
        kind = "money"
    elif match["percent"]:
        kind = "percent"
    elif match["tail"] in {"st", "nd", "rd", "th", "er", "º", "ª"}:
        kind = "ordinal"
    elif re.fullmatch(r"(19[5-9]\d|20[0-4]\d)", piece):
        kind = "year"
    return Figure(value, kind, currency, "+" in piece)


def _decimal(digits: str, language: str) -> float:
    digits = re.sub(r"['’\u00a0\u202f]", "", digits)
    thousands, point = (",", ".") if language == "en" else (".", ",")
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits) and not (language == "en" and "." in digits):
        return float(re.sub(r"[.,]", "", digits))
    if thousands in digits and point not in digits and not re.fullmatch(rf"\d{{1,3}}(\{thousands}\d{{3}})+", digits):
        thousands, point = point, thousands
    cleaned = digits.replace(thousands, "").replace(point, ".")
    return float(cleaned) if cleaned.count(".") <= 1 else float(cleaned.replace(".", ""))


@cache
def number_words(language: str) -> dict[str, float]:
    """Number words of a language that are one word; scales ("hundred") among them."""
    small = ordered("numbers", "small", language)
    tens = ordered("numbers", "tens", language)
    pairs = (pair.split(":") for pair in ordered("numbers", "scales", language))
    found: dict[str, float] = {word: float(value) for value, word in enumerate(small)}
    for step, word in enumerate(tens):
        found[word] = 30 + 10 * step
    found.update({word: float(value) for word, value in pairs})
    if language == "de":
        units = small[:10]
        found |= {
            f"{'ein' if u == 1 else units[u]}und{t}": 10 * k + u
            for k, t in enumerate(["zwanzig", *tens], 2)
            for u in range(1, 10)
        }
        found |= {
            f"{'ein' if u == 1 else units[u]}{s}": u * v
            for s, v in (("hundert", 100), ("tausend", 1000))
            for u in range(1, 10)
        }
        tens_of = {w: v for w, v in found.items() if v < 100} | {"ein": 1.0}
        hundreds = {f"{u}hundert": 100 * v for u, v in [*tens_of.items(), ("", 1.0)] if 1 <= v < 10}
        found |= {f"{h}{t}": a + b for h, a in hundreds.items() for t, b in tens_of.items() if b}
        found |= {f"{w}tausend": 1000 * v for w, v in (tens_of | hundreds).items() if v}
        found |= {"beide": 2.0, "beiden": 2.0}
    if language == "es":
        found |= {
            f"veinti{w}": 20 + k
            for k, w in enumerate(["uno", "dós", "trés", "cuatro", "cinco", "séis", "siete", "ocho", "nueve"], 1)
        }
    return found


SCALES = frozenset({12.0, 100.0, 1e3, 1e6, 1e9})


@cache
def fractions(language: str) -> dict[str, float]:
    """Words for a part of one ("quarter") with how much of it they are."""
    pairs = (pair.split(":") for pair in ordered("numbers", "fractions", language))
    return {word: 1 / float(parts) for word, parts in pairs}


@cache
def scales(language: str) -> frozenset[str]:
    """Words for large and round numbers ("million", "dozen")."""
    return frozenset(pair.split(":")[0] for pair in ordered("numbers", "scales", language))


ORDINALS: dict[str, int] = {
    word: value
    for value, words in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 1
    )
    for word in (words,)
}
