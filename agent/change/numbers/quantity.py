"""A number as it stands in a sentence: value, unit, how exactly it is meant, and the time it is counted in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from agent.change.language.figures import Figure
from agent.change.language.tokens import Token

TIME = {"decade": 87660.0, "jahrzehnt": 87660.0, "décennie": 87660.0, "década": 87660.0, "minute": 1 / 60, "min": 1 / 60, "hour": 1.0, "hr": 1.0, "h": 1.0, "minuto": 1 / 60, "minuten": 1 / 60, "std": 1.0, "wk": 168.0, "mo": 730.5, "yrs": 8766.0, "day": 24.0, "week": 168.0, "fortnight": 336.0, "month": 730.5, "quarter": 2191.5, "year": 8766.0, "yr": 8766.0,
        "stunde": 1.0, "tag": 24.0, "woche": 168.0, "monat": 730.5, "jahr": 8766.0, "heure": 1.0, "jour": 24.0, "semaine": 168.0, "mois": 730.5, "an": 8766.0, "année": 8766.0,
        "hora": 1.0, "día": 24.0, "semana": 168.0, "mes": 730.5, "año": 8766.0}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quantity:
    """Tokens `first` to `last` (inclusive) say a number; `bound` is over, least, upto, under, about, nearly or empty.

    `rate` is the time it is counted in ("a day"), `step` whether it is a change ("by 5"), its end ("to 5") or start ("from 5").
    """

    first: int
    last: int
    figure: Figure
    bound: str = ""
    unit: str = ""
    words: bool = False
    rate: str = ""
    step: str = ""

    @property
    def hours(self) -> float:
        """A duration in hours; 0 if the unit is no time."""
        return self.figure.value * TIME.get(self.unit, 0.0)


def is_close(a: float, b: float, share: float) -> bool:
    """Whether two values differ by no more than a share of the larger."""
    return abs(a - b) <= share * max(abs(a), abs(b), 1e-9)


def instead_of(found: Sequence[Quantity], made: Sequence[Quantity]) -> list[Quantity]:
    """The numbers of a text, in order, with those `made` of some of them in their place."""
    kept = [q for q in found if not any(q.first <= other.last and other.first <= q.last for other in made)]
    return sorted([*kept, *made], key=lambda q: q.first)


def with_rate(tokens: Sequence[Token], read: Quantity) -> Quantity:
    """The number with the time it is counted in ("a day") and whether it is a change, an end or a start."""
    rate = ""
    for k in range(read.last + 1, min(read.last + 7, len(tokens))):
        token = tokens[k]
        if token.kind in ("stop", "pause") or token.figure is not None or (token.low in _TIMES and k > read.last + 1):
            break
        if token.low in _ADVERBS:
            rate = _ADVERBS[token.low]
            break
        shifts = k + 1 < len(tokens) and tokens[k + 1].lemma in ("shift", "schicht")
        dated = tokens[k - 1].low in _IN and k + 1 < len(tokens) and tokens[k + 1].figure is not None
        lasting = k >= 2 and tokens[k - 1].low in _ONE and tokens[k - 2].low in _DURING
        counted = k > read.last + 1 and tokens[k - 1].low in _EACH | _IN
        if token.lemma in TIME and counted and not shifts and not dated and not lasting:
            rate = ENGLISH.get(token.lemma, token.lemma)
            break
    before = tokens[read.first - 1].low if read.first else ""
    step = {"um": "by", "auf": "to", "von": "from"}.get(before, before)
    return replace(read, rate=rate, step=step if step in ("by", "to", "from") and read.bound != "upto" else "")


_EACH = frozenset(
    {"a", "an", "per", "each", "every", "pro", "je", "am", "par", "por", "al", "la", "cada", "chaque", "die", "/"}
)
_IN = frozenset({"im"})
_ONE = frozenset({"a", "an"})
_DURING = frozenset({"in", "within", "after", "over", "for", "inside", "under", "than", "of", "about", "nearly"})
_TIMES = frozenset({"times", "fois", "veces"})
_ADVERBS = {
    "daily": "day",
    "nightly": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
    "hourly": "hour",
    "quarterly": "quarter",
    "täglich": "day",
    "wöchentlich": "week",
    "monatlich": "month",
    "jährlich": "year",
    "quotidien": "day",
    "quotidiens": "day",
    "quotidienne": "day",
    "quotidiennes": "day",
    "quotidiennement": "day",
    "hebdomadaire": "week",
    "hebdomadaires": "week",
    "mensuel": "month",
    "mensuels": "month",
    "mensuelle": "month",
    "mensuelles": "month",
    "annuel": "year",
    "annuels": "year",
    "annuelle": "year",
    "annuelles": "year",
    "diario": "day",
    "diarios": "day",
    "diaria": "day",
    "diarias": "day",
    "semanal": "week",
    "semanales": "week",
    "mensual": "month",
    "mensuales": "month",
    "anual": "year",
    "anuales": "year",
}
ENGLISH = {
    "tag": "day", "jour": "day", "día": "day", "woche": "week", "semaine": "week", "semana": "week", "monat": "month", "mois": "month", "mes": "month",
    "jahr": "year", "an": "year", "année": "year", "año": "year", "stunde": "hour", "heure": "hour", "hora": "hour",
    "min": "minute", "minuto": "minute", "minuten": "minute", "h": "hour", "hr": "hour", "std": "hour", "wk": "week", "mo": "month", "yr": "year", "yrs": "year",
}  # fmt: skip
