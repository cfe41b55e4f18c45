"""Salaries from schema.org, from the objects of job systems, and from words.

Why so strict with words: a page names many sums that are no salary (funding, a signing bonus, a budget for books), and
an invented salary is worse than none. A sum in running text counts only beside a word of pay or a period of time.
"""

import re
from typing import Any

from scraper.posting import Salary
from scraper.text import squash
from scraper.words.money import CROWNS, CURRENCIES, DOLLARS, NOT_PAY, PAY, PER, UNIT_WORD

UNITS = ("HOUR", "DAY", "WEEK", "MONTH", "YEAR")
_BY_LENGTH = sorted(CURRENCIES, key=len, reverse=True)
_WORDS = "|".join(
    re.escape(sign) for sign in _BY_LENGTH if (sign[0].isascii() and sign[0].isalpha()) or sign[0] in "лгр"
)
_MARKS = "|".join(
    re.escape(sign) for sign in _BY_LENGTH if not ((sign[0].isascii() and sign[0].isalpha()) or sign[0] in "лгр")
)
_SIGN = rf"(?:(?<![^\W\d_])(?:{_WORDS})(?![^\W\d_])|{_MARKS})"
_MONEY = rf"(?:{_SIGN}(?:\s?{_SIGN})?)"
_NUMBER = r"\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?"
_TIMES = r"(?:\s?(?:k|K|tys\.?|thousand|mil|mln|lakhs?|lacs?|lpa|LPA)(?![^\W\d_])|\s?[万萬만])"
_TO = r"(?:-|–|—|−|‑|~|〜|～|/|to|bis(?:\s+zu)?|and|und|et|à|a|e|y|al|až|do|til|till|tot|и|до|through|up to)"
RANGE = re.compile(
    rf"(?P<sign1>{_MONEY})?\s?(?P<low>{_NUMBER})(?P<times1>{_TIMES})?\+?\s?(?P<sign2>{_MONEY})?(?P<per1>\s?(?:/|per|an?)\s?[^\W\d_.]+\.?)?"
    rf"\s*{_TO}\s*(?P<sign3>{_MONEY})?\s?(?P<high>{_NUMBER})(?P<times2>{_TIMES})?\+?(?:\s?(?P<sign4>{_MONEY}))?",
    re.IGNORECASE,
)
ONE = re.compile(
    rf"(?P<sign1>{_MONEY})\s?(?P<low>{_NUMBER})(?P<times1>{_TIMES})?|(?P<low2>{_NUMBER})(?P<times2>{_TIMES})?\s?(?P<sign2>{_MONEY})",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d")
MONEY = re.compile(rf"{_SIGN}|lpa|lakh|[万萬만]", re.IGNORECASE)
MAJOR = frozenset({"USD", "EUR", "GBP", "CAD", "AUD", "CHF", "NZD", "SGD"})
WEAK = frozenset(
    [
        "time",
        "timen",
        "an",
        "ans",
        "ano",
        "any",
        "rok",
        "ay",
        "den",
        "dag",
        "mes",
        "mois",
        "pa",
        "h",
        "ora",
        "hora",
        "mo",
        "mc",
        "pm",
        "hó",
        "óra",
        "an",
        "day",
        "month",
        "year",
        "week",
        "hours",
        "days",
        "years",
        "anni",
        "jahre",
    ]
)
UP_TO = re.compile(r"(?:up to|bis zu|jusqu'à|hasta|até|fino a|tot|do|max\.?)\s*$", re.IGNORECASE)
MINIMUM = (
    "minValue",
    "min",
    "minimum",
    "from",
    "min_value",
    "minAmount",
    "salaryMin",
    "salary_min",
    "minSalary",
    "min_salary",
    "lowEnd",
    "low",
    "rangeStart",
    "lowerBound",
    "start",
    "payMin",
    "pay_min",
    "min_cents",
    "minimumValue",
    "compensationMin",
    "salaryFrom",
    "salary_from",
    "lowerValue",
    "MinSalary",
)
MAXIMUM = (
    "maxValue",
    "max",
    "maximum",
    "to",
    "max_value",
    "maxAmount",
    "salaryMax",
    "salary_max",
    "maxSalary",
    "max_salary",
    "highEnd",
    "high",
    "rangeEnd",
    "upperBound",
    "end",
    "payMax",
    "pay_max",
    "max_cents",
    "maximumValue",
    "compensationMax",
    "salaryTo",
    "salary_to",
    "upperValue",
    "MaxSalary",
)
CURRENCY = (
    "currency",
    "currencyCode",
    "currency_code",
    "salaryCurrency",
    "salary_currency",
    "curr",
    "currency_type",
    "unit",
    "payCurrency",
    "Currency",
)
PERIOD = (
    "unitText",
    "unit",
    "interval",
    "period",
    "payPeriod",
    "pay_period",
    "salaryPeriod",
    "salary_period",
    "frequency",
    "per",
    "timeUnit",
    "salaryType",
    "salary_type",
    "type",
    "unitName",
    "pay_unit",
    "employmentPeriod",
    "payInterval",
    "rate",
)
PERIODS = {
    "HOUR": r"hour|\bhr\b|stund|heure|hora|\bora|uur|godz|\btim|HOUR|\bh\b", "DAY": r"day|dai|\btag|jour|dia|giorn|\bdag|dzie", "WEEK": r"week|woch|sema|settim|tyd",
    "MONTH": r"month|monat|mois|mes\b|mens|maand|mies|måned|månad|měs|\bmo\b", "YEAR": r"year|annu|jahr|\ban\b|année|año|ano\b|anno|jaar|roc|rok|\bår|\byr\b|\bpa\b|p\.a",
}  # fmt: skip


def read_salary(value: Any, currency: str = "", unit: str = "") -> Salary | None:
    """A salary from schema.org's baseSalary or a job system's object; None where no amount is named."""
    if isinstance(value, list):
        return next((found for each in value[:10] if (found := read_salary(each, currency, unit))), None)
    if isinstance(value, dict):
        return _from_object(value, currency, unit)
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return make_salary(float(value), float(value), currency, unit)
    text = squash(str(value))
    if re.fullmatch(_NUMBER, text):
        return make_salary(amount(text), amount(text), currency, unit)
    if found := salary_in(text, labelled=True):
        return make_salary(found["min"], found["max"], found["currency"] or currency, found["unit"] or unit)
    return None


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


def salary_in(text: str, *, labelled: bool = False, country: str = "") -> Salary | None:
    """The first salary in a text. `labelled`: the text is the value of a field called salary, so words may be missing."""
    if not NUMBER.search(text) or not (labelled or MONEY.search(text)):
        return None
    for found in RANGE.finditer(text):
        if salary := _read_range(text, found, labelled=labelled, country=country):
            return salary
    for found in ONE.finditer(text):
        if salary := _read_one(text, found, labelled=labelled, country=country):
            return salary
    return None


def amount(text: str, times: str | None = None) -> float | None:
    """A number in any country's spelling: 1,234.50 and 1.234,50 and 1 234 and 60k."""
    text = re.sub(r"[\s'’\u00a0\u202f]", "", text)
    if re.fullmatch(r"\d{1,3}(?:,\d{2})*,\d{3}(?:\.\d+)?", text) or re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", text):
        text = text.replace(",", "")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        text = text.replace(".", "").replace(",", ".")
    else:
        text = text.replace(",", ".")
    try:
        number = float(text)
    except ValueError:
        return None
    match (times or "").strip().lower().rstrip("."):
        case "k" | "tys" | "thousand" | "mil":
            number *= 1_000
        case "lakh" | "lakhs" | "lac" | "lacs" | "lpa":
            number *= 100_000
        case "万" | "萬" | "만":
            number *= 10_000
        case "mln":
            number *= 1_000_000
    return round(number, 2)


def _from_object(value: dict[str, Any], currency: str, unit: str) -> Salary | None:
    currency = next((code for key in CURRENCY if (code := read_currency(value.get(key)))), currency)
    unit = next((period for key in PERIOD if (period := read_unit(value.get(key)))), unit)
    low, high = (_number(value, keys) for keys in (MINIMUM, MAXIMUM))
    if low is not None or high is not None:
        return make_salary(low, high, currency, unit)
    for key in ("value", "amount", "salary", "baseSalary", "range", "price", "text", "label", "displayText"):
        inner = value.get(key)
        if inner is not None and inner is not value and (found := read_salary(inner, currency, unit)):
            return found
    return None


def _number(value: dict[str, Any], keys: tuple[str, ...]) -> float | None:
    for key in keys:
        each = value.get(key)
        if isinstance(each, dict):
            each = each.get("value", each.get("amount"))
        if isinstance(each, int | float) and not isinstance(each, bool):
            return float(each) / 100 if key.endswith("_cents") else float(each)
        if isinstance(each, str) and (found := re.search(rf"({_NUMBER})({_TIMES})?", each)) and len(each) < 30:
            return amount(found[1], found[2])
    return None


def _read_range(text: str, found: re.Match[str], *, labelled: bool, country: str) -> Salary | None:
    sign = found["sign1"] or found["sign3"] or found["sign2"] or found["sign4"]
    times = found["times2"] or found["times1"]
    low, high = amount(found["low"], found["times1"]), amount(found["high"], found["times2"])
    if low is None or high is None:
        return None
    if not found["times1"] and times and low < high / 100:
        low = amount(found["low"], times) or low
    before, after = text[max(0, found.start() - 90) : found.start()], text[found.end() : found.end() + 60]
    unit = _unit_near(before, after, found["per1"] or "")
    if not sign:
        sign = _currency_after(after) or _currency_before(before)
    if not (sign or (labelled and (unit or low >= 1000))) or _refused(before, after, labelled=labelled):
        return None
    if not labelled and not (unit or PAY.search(before) or (times and low and low >= 10_000)):
        return None
    if times and times.strip().lower().startswith(("la", "lp")):
        return make_salary(low, high, "INR", unit or "YEAR")
    return _made(low, high, sign, unit, country)


def _read_one(text: str, found: re.Match[str], *, labelled: bool, country: str) -> Salary | None:
    low = amount(found["low"] or found["low2"], found["times1"] or found["times2"])
    before, after = text[max(0, found.start() - 60) : found.start()], text[found.end() : found.end() + 40]
    unit = _unit_near(before, after, "")
    if low is None:
        return None
    if _refused(before, after, labelled=labelled):
        return None
    if not labelled and not (unit and (PAY.search(before[-45:] + after[:25]) or _usual(low, unit))):
        return None
    sign = found["sign1"] or found["sign2"]
    if UP_TO.search(before):
        return _made(None, low, sign, unit, country)
    return _made(low, low, sign, unit, country)


def _made(low: float | None, high: float | None, sign: str | None, unit: str, country: str) -> Salary | None:
    code = _code(sign, country)
    largest = high or low or 0
    if unit == "HOUR" and code in MAJOR and (low or largest) >= 1_000:
        unit = ""
    if not unit and code in MAJOR and largest >= 20_000:
        unit = "YEAR"
    if not unit and code in {"USD", "GBP", "CAD", "AUD"} and 7 <= largest <= 150:
        unit = "HOUR"
    if low and high and high > 40 * low:
        return None
    return make_salary(low, high, code, unit)


def _code(sign: str | None, country: str) -> str:
    """The currency of one sign or of two ("USD $"), of which the longer is the clearer."""
    words = sorted((sign or "").casefold().split() or [""], key=len)
    plain = words[-1] if words[-1] in CURRENCIES else (sign or "").casefold()
    if plain == "$":
        return DOLLARS.get(country, "USD")
    if plain in {"kr", "kr."}:
        return CROWNS.get(country, CURRENCIES[plain])
    return CURRENCIES.get(plain, "")


def _usual(low: float, unit: str) -> bool:
    return (unit == "HOUR" and 5 <= low <= 300) or (unit == "YEAR" and 15_000 <= low <= 900_000)


def _unit_near(before: str, after: str, between: str) -> str:
    for text in (between, after[:28]):
        spots = [
            (found.start(), unit)
            for unit, pattern in UNIT_WORD.items()
            if (found := next((each for each in pattern.finditer(text) if not _weak(text, each)), None))
        ]
        close = [
            spot for spot in spots if spot[0] <= 1 or PER.search(text[: spot[0]]) or len(text[: spot[0]].split()) <= 3
        ]
        if close:
            return min(close)[1]
    spots = [
        (found.start(), unit)
        for unit, pattern in UNIT_WORD.items()
        for found in pattern.finditer(before[-60:])
        if len(found[0]) > 3 or found[0].casefold() == "ral" or (len(found[0]) > 1 and ord(found[0][0]) > 0x3000)
    ]
    return max(spots)[1] if spots else ""


def _weak(text: str, found: re.Match[str]) -> bool:
    """Short words that are a period only after "per" or a slash: "full time", Danish "i timen"."""
    at = found.start()
    return found[0].casefold() in WEAK and not (PER.search(text[:at]) or at <= 1)


def _refused(before: str, after: str, *, labelled: bool) -> bool:
    if re.match(
        r"\s?(?:%|percent|million|billion|bn\b|m\b|mm\b|\+?\s?(?:employees|people|customers|users|years|anni|jahre|ans|años))",
        after,
        re.IGNORECASE,
    ):
        return True
    return not labelled and bool(NOT_PAY.search(before[-45:]))


def _currency_after(after: str) -> str:
    found = re.match(rf"\s?(?:brutto|gross|brut|bruts|net|netto|nett)?\s?\(?({_MONEY})", after, re.IGNORECASE)
    return found[1] if found else ""


def _currency_before(before: str) -> str:
    found = re.search(rf"({_MONEY})\)?:?\s*$", before, re.IGNORECASE)
    return found[1] if found else ""
