"""Salaries from schema.org and from the objects of job systems."""

import re
from typing import Any

from scraper.fields.pay import make_salary, read_currency, read_unit
from scraper.fields.pay_text import NUMERAL, TIMES, amount, salary_in
from scraper.posting import Salary
from scraper.text import squash

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
    if re.fullmatch(NUMERAL, text):
        return make_salary(amount(text), amount(text), currency, unit)
    if found := salary_in(text, labelled=True):
        return make_salary(found["min"], found["max"], found["currency"] or currency, found["unit"] or unit)
    return None


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
        if isinstance(each, str) and (found := re.search(rf"({NUMERAL})({TIMES})?", each)) and len(each) < 30:
            return amount(found[1], found[2])
    return None
