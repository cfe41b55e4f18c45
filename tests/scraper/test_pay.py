"""Sums of money in words: what is a salary, and what only looks like one."""

from typing import Any

import pytest

from scraper.fields.pay_text import amount, salary_in
from scraper.fields.salary import read_salary


def told(low: float | None, high: float | None, currency: str | None, unit: str | None) -> dict[str, Any]:
    return {"min": low, "max": high, "currency": currency, "unit": unit}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Salary: £45,000 to £55,000 per annum", told(45000, 55000, "GBP", "YEAR")),
        ("$22.00 - $40.00 per hour", told(22, 40, "USD", "HOUR")),
        ("$38 to $44 an hour, paid holidays", told(38, 44, "USD", "HOUR")),
        ("Gehalt: ab 3.500 € brutto im Monat", told(3500, 3500, "EUR", "MONTH")),
        ("60.000 € – 75.000 € p.a.", told(60000, 75000, "EUR", "YEAR")),
        ("RAL 30.000-35.000 euro", told(30000, 35000, "EUR", "YEAR")),
        ("Rémunération : 45 à 55 k€ brut annuel", told(45000, 55000, "EUR", "YEAR")),
        ("Salario: 24.000€ - 30.000€ bruto/año", told(24000, 30000, "EUR", "YEAR")),
        ("月給 25万円～35万円", told(250000, 350000, "JPY", "MONTH")),
        ("15 000 - 20 000 zł netto (+ VAT) / mies.", told(15000, 20000, "PLN", "MONTH")),
        ("R$ 5.000,00 a R$ 7.000,00 por mês", told(5000, 7000, "BRL", "MONTH")),
        ("The base salary range is between $140,000 and $180,000 USD annually", told(140000, 180000, "USD", "YEAR")),
        ("€ 2.800 - € 4.200 per maand", told(2800, 4200, "EUR", "MONTH")),
        ("£12.50 per hour", told(12.5, 12.5, "GBP", "HOUR")),
        ("USD 120,000.00/yr - USD 150,000.00/yr", told(120000, 150000, "USD", "YEAR")),
        ("pay: $15.50/hr", told(15.5, 15.5, "USD", "HOUR")),
        ("CHF 78'000 - 92'000 pro Jahr", told(78000, 92000, "CHF", "YEAR")),
        ("от 90 000 до 120 000 ₽ за месяц", told(90000, 120000, "RUB", "MONTH")),
    ],
)
def test_salaries_in_text(text: str, wanted: dict[str, Any]) -> None:
    assert salary_in(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "We raised $20 million to $30 million last year",
        "$1,000 - $2,000 signing bonus",
        "a $500 annual learning stipend",
        "Grow from 10 to 50 people",
        "2-3 years of experience",
        "between 9 am and 5 pm",
        "You renew contracts worth $2M - $3M each",
        "401k with a match of 3 - 5 %",
        "up to £5,000 in relocation support",
        "a home office budget of €1,000 - €1,500",
        "Founded 1998 - 2004 in Ghent",
        "Call 020 7946 0000 - 0100",
        "serving 120,000 - 150,000 customers per month",
    ],
)
def test_other_sums_are_no_salary(text: str) -> None:
    assert salary_in(text) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("12000/12000€ Brut/any", told(12000, 12000, "EUR", "YEAR")),
        ("$150k-$200k+ | Generous Equity", told(150000, 200000, "USD", "YEAR")),
        ("12-18 LPA", told(1200000, 1800000, "INR", "YEAR")),
        ("45k€ - 55k€", told(45000, 55000, "EUR", "YEAR")),
        ("Up to €70k", told(None, 70000, "EUR", "YEAR")),
        ("35 000 – 45 000 Kč", told(35000, 45000, "CZK", None)),
        ("Competitive", None),
        ("negotiable", None),
    ],
)
def test_the_value_of_a_salary_field(text: str, wanted: dict[str, Any] | None) -> None:
    assert salary_in(text, labelled=True) == wanted


def test_one_sign_means_other_money_elsewhere() -> None:
    assert (salary_in("$38.40 per hour", country="au") or {})["currency"] == "AUD"
    assert (salary_in("38 000 - 42 000 kr per måned", country="no") or {})["currency"] == "NOK"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,234.50", 1234.5),
        ("1.234,50", 1234.5),
        ("1 234", 1234),
        ("12,34,567", 1234567),
        ("60", 60),
        ("3.5", 3.5),
        ("90'000", 90000),
    ],
)
def test_numbers_of_all_countries(text: str, number: float) -> None:
    assert amount(text) == number


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (
            {"currency": "USD", "value": {"minValue": "21", "maxValue": "26.50", "unitText": "HOUR"}},
            told(21, 26.5, "USD", "HOUR"),
        ),
        ({"currency": "EUR", "value": {"value": 52000, "unitText": "Jahr"}}, told(52000, 52000, "EUR", "YEAR")),
        ({"min": 100, "max": 50, "currency": "EUR", "interval": "per-day"}, told(50, 100, "EUR", "DAY")),
        ({"from": 8100.0, "to": 9500.0, "currency": "PLN", "period": "Month"}, told(8100, 9500, "PLN", "MONTH")),
        ({"minValue": 0, "maxValue": 0, "currency": "EUR"}, None),
        ({"value": None}, None),
        ([], None),
        (True, None),
        ("£30k - £35k", told(30000, 35000, "GBP", "YEAR")),
    ],
)
def test_salaries_of_data(value: Any, wanted: dict[str, Any] | None) -> None:
    assert read_salary(value) == wanted
