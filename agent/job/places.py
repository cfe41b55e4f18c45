"""Places in text: cities, states and countries, and whether somebody in one can work in another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from agent.job.lexicon import pattern, table
from agent.job.words import fold

CITY = r"[A-ZÀ-ÖØ-Þ][\w'’.-]+(?:[ -](?:(?:de|del|la|le|les|sur|upon|am|an|der|on|of|the|du|and)[ -])*[A-ZÀ-ÖØ-Þ][\w'’.-]+){0,3}"
WITH_REGION = re.compile(rf"(?<![\w’'-])({CITY}),\s*(?=([A-Z]{{2,3}}\b|{CITY}))")


@dataclass(frozen=True, slots=True)
class Places:
    """Folded names: `cities` as written before a region or known; `states` by full name; `countries` by code."""

    cities: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.cities or self.states or self.countries)


def places_of(text: str) -> Places:
    """The places a short text (a head line, an address) names."""
    cities: set[str] = set()
    states: set[str] = set()
    countries: set[str] = set()
    for match in WITH_REGION.finditer(text):
        region = state_of(match.group(2))
        country = country_of(match.group(2))
        if region or country:
            cities.add(fold(match.group(1)))
            states |= {region} if region else set()
            countries |= {country} if country else set()
    folded = fold(text)
    countries |= {{"US": "us", "USA": "us", "UK": "gb"}[short] for short in re.findall(r"\b(?:US|USA|UK)\b", text)}
    for code, names in table("places")["countries"].items():
        long = tuple(name for name in names if len(name) > 3 or name == "uk")
        if pattern(long).search(folded):
            countries.add(code)
    states |= {name for name in table("places")["states"].values() if pattern((name,)).search(folded)}
    for city in known_cities().findall(folded):
        cities.add(city)
        countries |= city_countries(city)
    if states:
        countries.add("us" if not states & CANADIAN else "ca")
    for area, members in table("places")["areas"].items():
        if pattern((area,)).search(folded):
            countries |= set(members)
    same = table("places")["same"]
    cities = {same.get(city, city) for city in cities}
    return Places(frozenset(cities), frozenset(states), frozenset(countries))


CANADIAN = {
    "ontario",
    "british columbia",
    "alberta",
    "quebec",
    "nova scotia",
    "new brunswick",
    "manitoba",
    "saskatchewan",
}


def reach(home: Places, job: Places, *, remote: bool) -> Literal["there", "near", "elsewhere", "unknown"]:
    """How the home lies to the job: `there` is the same city or an allowed country of a remote job, `near` the same state."""
    if not home or not job:
        return "unknown"
    if home.cities & job.cities:
        return "there"
    if remote:
        if not job.countries and not job.states:
            return "there"
        if home.states and job.states:
            return "there" if home.states & job.states else "elsewhere"
        return "there" if home.countries & job.countries else "elsewhere" if home.countries else "unknown"
    if home.states & job.states:
        return "near"
    if not job.cities and not job.states and home.countries & job.countries:
        return "there"
    if home.countries and job.countries and not home.countries & job.countries:
        return "elsewhere"
    known = bool(known_cities().search(" ".join(home.cities))) and bool(known_cities().search(" ".join(job.cities)))
    return "elsewhere" if known or (home.states and job.states) else "unknown"


def state_of(text: str) -> str:
    folded = fold(text).strip(".")
    states = table("places")["states"]
    if folded in states and text.isupper():
        return str(states[folded])
    return folded if folded in states.values() else ""


def country_of(text: str) -> str:
    folded = fold(text).strip(".")
    return next((code for code, names in table("places")["countries"].items() if folded in names), "")


@cache
def known_cities() -> re.Pattern[str]:
    return pattern(
        tuple(city for cities in table("places")["cities"].values() for city in cities if city not in AMBIGUOUS)
    )


AMBIGUOUS = {
    "reading",
    "bath",
    "nice",
    "tours",
    "essen",
    "hull",
    "derby",
    "lima",
    "palma",
    "angers",
    "york",
    "kiel",
    "cork",
}


@cache
def city_countries(city: str) -> frozenset[str]:
    return frozenset(code for code, cities in table("places")["cities"].items() if city in cities)
