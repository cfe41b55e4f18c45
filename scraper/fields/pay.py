"""A salary made of its parts, none of amounts nobody earns."""

import re
from typing import Any

from scraper.posting import Salary
from scraper.words.money import CURRENCIES

UNITS = ("HOUR", "DAY", "WEEK", "MONTH", "YEAR")
PERIODS = {
    "HOUR": r"hour|\bhr\b|stund|heure|hora|\bora|uur|godz|\btim|HOUR|\bh\b", "DAY": r"day|dai|\btag|jour|dia|giorn|\bdag|dzie", "WEEK": r"week|woch|sema|settim|tyd",
    "MONTH": r"month|monat|mois|mes\b|mens|maand|mies|måned|månad|měs|\bmo\b", "YEAR": r"year|annu|jahr|\ban\b|année|año|ano\b|anno|jaar|roc|rok|\bår|\byr\b|\bpa\b|p\.a",
}  # fmt: skip


def make_salary(low: float | None, high: float | None, currency: str | None, unit: str | None) -> Salary | None:
    """None for amounts nobody earns: zero, or one that stands for a missing value."""
    low = low if low and low > 1 else None
    high = high if high and high > 1 else None
    if low is None and high is None:
        return None
    if low is not None and high is not None and low > high:
        low, high = high, low
    return {"min": low, "max": high, "currency": read_currency(currency) or None, "unit": read_unit(unit) or None}


def read_currency(value: Any) -> str:
    if isinstance(value, dict):
        value = next((value[key] for key in ("code", "id", "name", "value") if isinstance(value.get(key), str)), "")
    text = str(value or "").strip()
    if re.fullmatch(r"[A-Z]{3}", text):
        return text
    return CURRENCIES.get(text.casefold(), "")


def read_unit(value: Any) -> str:
    if isinstance(value, dict):
        value = next((value[key] for key in ("name", "label", "value", "id") if isinstance(value.get(key), str)), "")
    text = str(value or "").strip()
    if text.upper() in UNITS:
        return text.upper()
    return next((unit for unit, words in PERIODS.items() if re.search(words, text, re.IGNORECASE)), "")
