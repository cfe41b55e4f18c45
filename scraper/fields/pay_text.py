"""A salary in words: sums, signs and periods as people write them.

Why so strict: a page names many sums that are no salary (funding, a signing bonus, a budget for books), and an invented
salary is worse than none. A sum in running text counts only beside a word of pay or a period of time.
"""

import re
from itertools import islice

from scraper.fields.pay import make_salary
from scraper.posting import Salary
from scraper.words.money import CROWNS, CURRENCIES, DOLLARS, NOT_PAY, PAY, PER, UNIT_WORD

_BY_LENGTH = sorted(CURRENCIES, key=len, reverse=True)
_WORDS = "|".join(
    re.escape(sign) for sign in _BY_LENGTH if (sign[0].isascii() and sign[0].isalpha()) or sign[0] in "лгр"
)
_MARKS = "|".join(
    re.escape(sign) for sign in _BY_LENGTH if not ((sign[0].isascii() and sign[0].isalpha()) or sign[0] in "лгр")
)
_SIGN = rf"(?:(?<![^\W\d_])(?:{_WORDS})(?![^\W\d_])|{_MARKS})"
_MONEY = rf"(?:{_SIGN}(?:\s?{_SIGN})?)"
NUMERAL = r"\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?"
TIMES = r"(?:\s?(?:k|K|tys\.?|thousand|mil|mln|lakhs?|lacs?|lpa|LPA)(?![^\W\d_])|\s?[万萬만])"
_TO = r"(?:-|–|—|−|‑|~|〜|～|/|to|bis(?:\s+zu)?|and|und|et|à|a|e|y|al|až|do|til|till|tot|и|до|through|up to)"
RANGE = re.compile(
    rf"(?P<sign1>{_MONEY})?\s?(?P<low>{NUMERAL})(?P<times1>{TIMES})?\+?\s?(?P<sign2>{_MONEY})?(?P<per1>\s?(?:/|per|an?)\s?[^\W\d_.]+\.?)?"
    rf"\s*{_TO}\s*(?P<sign3>{_MONEY})?\s?(?P<high>{NUMERAL})(?P<times2>{TIMES})?\+?(?:\s?(?P<sign4>{_MONEY}))?",
    re.IGNORECASE,
)
ONE = re.compile(
    rf"(?P<sign1>{_MONEY})\s?(?P<low>{NUMERAL})(?P<times1>{TIMES})?|(?P<low2>{NUMERAL})(?P<times2>{TIMES})?\s?(?P<sign2>{_MONEY})",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d")
MONEY = re.compile(rf"{_SIGN}|lpa|lakh|[万萬만]", re.IGNORECASE)
MAJOR = frozenset({"USD", "EUR", "GBP", "CAD", "AUD", "CHF", "NZD", "SGD"})
_WEAK = "time timen an ans ano any rok ay den dag mes mois h ora hora mo mc hó óra an day month year week hours days years anni jahre"
WEAK = frozenset(_WEAK.split())
LONGEST_TEXT = 5_000
MOST_SUMS = 20
UP_TO = re.compile(r"(?:up to|bis zu|jusqu'à|hasta|até|fino a|tot|do|max\.?)\s*$", re.IGNORECASE)


def salary_in(text: str, *, labelled: bool = False, headed: bool = False, country: str = "") -> Salary | None:
    """The first salary in a text. `labelled`: the text is the value of a field called salary, so words may be missing;
    `headed`: it stands in the few lines under the title, so a range that is usual for a year needs none.
    """
    text = text[:LONGEST_TEXT]
    if not NUMBER.search(text) or not (labelled or MONEY.search(text)):
        return None
    for found in islice(RANGE.finditer(text), MOST_SUMS):
        if salary := _read_range(text, found, labelled=labelled, headed=headed, country=country):
            return salary
    for found in islice(ONE.finditer(text), MOST_SUMS):
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


def _read_range(text: str, found: re.Match[str], *, labelled: bool, headed: bool, country: str) -> Salary | None:
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
    if not labelled and not (
        unit or PAY.search(before) or (times and low and low >= 10_000) or (headed and 15_000 <= low <= high <= 4 * low)
    ):
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
    return found[0].casefold() in WEAK and not (PER.search(text[:at]) or text[max(0, at - 1) : at] == "/")


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
