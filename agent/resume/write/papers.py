"""The paper a resume is set on: what the person asks for, else what is usual where they live."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple, get_args

import phonenumbers

from agent.resume.model import Basics, Location

PaperSize = Literal["a4", "letter"]
PAPERS: tuple[PaperSize, ...] = get_args(PaperSize)
AMERICAN_PHONE = re.compile(r"(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}")
"""A number as it is written where the North American plan holds, without the country."""
AMERICAN_POST = re.compile(r"\b[A-Z]{2},? (?:\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d)\b")
"""A state with the postal code behind it."""


class Sheet(NamedTuple):
    """A paper by typst's name, with its sides in centimetres."""

    name: str
    width: float
    height: float


SHEETS: dict[PaperSize, Sheet] = {"a4": Sheet("a4", 21.0, 29.7), "letter": Sheet("us-letter", 21.59, 27.94)}


def paper_of(basics: Basics) -> PaperSize:
    """The usual paper of the person's country, told by their address, else by their telephone number; A4 where neither tells."""
    place = basics.location or Location()
    country = place.country_code.upper() or country_called(basics.phone)
    if country:
        return "letter" if country in table()["letter"] else "a4"
    region = place.region.strip(" .")
    american = region.upper() in table()["states"] or region in table()["names"] or AMERICAN_POST.search(place.text)
    return "letter" if american or AMERICAN_PHONE.fullmatch(basics.phone.strip()) else "a4"


def country_called(phone: str) -> str:
    """The country of a number written with its code; empty for others."""
    try:
        number = phonenumbers.parse(phone, None)
    except phonenumbers.NumberParseException:
        return ""
    return phonenumbers.region_code_for_number(number) or ("US" if number.country_code == 1 else "")


@cache
def table() -> dict[str, frozenset[str]]:
    text = files(__package__).joinpath("papers.toml").read_text("utf-8")
    return {key: frozenset(values) for key, values in tomllib.loads(text).items()}
