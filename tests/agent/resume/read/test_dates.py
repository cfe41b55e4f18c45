"""Dates as people write them."""

from __future__ import annotations

import pytest

from agent.resume.read.dates import find_dates, has_date, is_date

RANGES = {
    "03/2019 – heute": ("2019-03", "", True),
    "seit 2020": ("2020", "", True),
    "ab 01/2021 bis 12/2022": ("2021-01", "2022-12", False),
    "ene. 2018 - actualidad": ("2018-01", "", True),
    "de enero de 2018 a marzo de 2020": ("2018-01", "2020-03", False),
    "depuis septembre 2019": ("2019-09", "", True),
    "mars 2018 à aujourd'hui": ("2018-03", "", True),
    "avr. 2015 – oct. 2017": ("2015-04", "2017-10", False),
    "gennaio 2017 - in corso": ("2017-01", "", True),
    "jan. 2019 – heden": ("2019-01", "", True),
    "set. 2016 até jul. 2018": ("2016-09", "2018-07", False),
    "2018–": ("2018", "", True),
    "2019 — now": ("2019", "", True),
    "Sept 2018 – May 2023": ("2018-09", "2023-05", False),
    "May '18 - Jun '20": ("2018-05", "2020-06", False),
    "Jan – Mar 2020": ("2020-01", "2020-03", False),
    "2011 – 14": ("2011", "2014", False),
    "2021-03-01 to Present": ("2021-03", "", True),
    "01.03.2019 – 31.12.2020": ("2019-03", "2020-12", False),
    "03/19 - 04/21": ("2019-03", "2021-04", False),
    "2019.03-2020.06": ("2019-03", "2020-06", False),
    "2020年3月 - 至今": ("2020-03", "", True),
    "Okt. 2019 bis heute": ("2019-10", "", True),
    "Juli 2012 – Ongoing": ("2012-07", "", True),
    "Summer 2012 and 2013": ("2012", "2013", False),
    "1998 - 2003": ("1998", "2003", False),
}
SINGLE = {
    "Summer 2016": "2016",
    "May 2020": "2020-05",
    "2011 / 11": "2011-11",
    "Expected May 2027": "2027-05",
    "WS 2014/15": "2014",
    "12 March 2015": "2015-03",
    "Q3 2021": "2021",
}
NONE = [
    "Raised revenue by 2000%",
    "a team of 12",
    "$2,019 saved",
    "version 3.11",
    "ISO 9001",
    "call 555-2019-11",
    "24/7 support",
    "C++17",
]


@pytest.mark.parametrize("text", RANGES)
def test_ranges(text: str) -> None:
    [span] = find_dates(text)
    assert (span.start, span.end, span.current) == RANGES[text]
    assert not span.single


@pytest.mark.parametrize("text", SINGLE)
def test_single_dates(text: str) -> None:
    [span] = find_dates(text)
    assert span.single
    assert span.end == SINGLE[text]


@pytest.mark.parametrize("text", NONE)
def test_no_dates(text: str) -> None:
    assert not has_date(text)


def test_a_date_line_is_nothing_else() -> None:
    assert is_date("Mar 2019 - Present (3 years 2 months)")
    assert is_date("[ 2018 – 2020 ]")
    assert not is_date("Baker, 2018 - 2020")
