"""Words that tell a job title, an employer, a school, a degree: in the languages resumes are written in."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from typing import Any

from agent.resume.read.headings import fold


def load(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def patterns(name: str) -> str:
    """The regular expressions of a lexicon, one a line there, as alternatives."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return "|".join(line for line in lines if line and not line.startswith("#"))


FOLDER = resources.files("agent.resume.read") / "lexicon"
TITLES = frozenset(fold(word) for words in load("titles.toml").values() for word in words.split())
NAMES = load("companies.toml")
COMPANIES = frozenset(fold(word) for word in NAMES["words"].split())
TITLE_SIGNS = re.compile("|".join(NAMES["signs"]["title"]))
COMPANY_SIGNS = re.compile("|".join(NAMES["signs"]["company"]))
SCHOOL_SIGNS = re.compile("|".join(NAMES["signs"]["school"]))
SCHOOLS = re.compile(rf"\b(?:{patterns('schools.txt')})\b|{SCHOOL_SIGNS.pattern}", re.IGNORECASE)
DEGREES = re.compile(
    rf"(?<![\w.])(?:{patterns('degrees.txt')})(?![\w])|学士|硕士|博士|本科|大专|专科|高中|研究生|修士|학사|석사|박사",
    re.IGNORECASE,
)
TOKENS = re.compile(r"[\w.+#&/-]+")


@functools.lru_cache(maxsize=8192)
def title_score(text: str) -> float:
    """How much a text reads like a job title, from 0 to 2."""
    words = [fold(word.strip(".-/")) for part in TOKENS.findall(text) for word in (part, *part.split("/"))]
    hits = sum(is_title(word) or any(piece in TITLES for piece in word.split("-")) for word in dict.fromkeys(words))
    if TITLE_SIGNS.search(text):
        hits += 1
    return min(hits, 2) + (
        0.3
        if hits and re.match(r"(?i)(?:senior|junior|lead|sr\.?|jr\.?|staff|head|vice|deputy|principal|chief)\b", text)
        else 0
    )


@functools.lru_cache(maxsize=8192)
def outer_title(text: str) -> bool:
    """Whether the first or last word is a job's: a name of an employer rarely begins or ends so."""
    words = [fold(word.strip(".-/")) for word in TOKENS.findall(re.sub(r"\(.*?\)", "", text))]
    if words and (words[-1] in COMPANIES and len(words[-1]) <= 5):
        return False
    return bool(words) and any(is_title(word) for word in (words[0], words[-1]))


def is_title(word: str) -> bool:
    """Whether a folded word is a job's: as it stands, in a German compound, or as a woman's."""
    if word in TITLES or (len(word) > 9 and ends_in_title(word)):
        return True
    man = FEMALE.sub("", word)
    return man != word and (man in TITLES or (len(man) > 9 and ends_in_title(man)))


def ends_in_title(word: str) -> bool:
    """German compounds: `Vertriebsmitarbeiterin`, `Fertigungsmechaniker`."""
    return any(word.endswith(end) for end in LONG_ENDS)


FEMALE = re.compile(r"(?<=[a-zäöüß]{4})[*:_/-]?in(?:nen)?$")
LONG_ENDS = tuple(word for word in TITLES if len(word) >= 6 and word.isalpha())


@functools.lru_cache(maxsize=8192)
def company_score(text: str) -> float:
    """How much a text reads like an employer's or school's name, from 0 to 2."""
    words = [fold(word.strip("-/,")) for word in TOKENS.findall(text)]
    if len(words) == 2 and words[-1] == "city":
        return 0.0  # a town as likely as a name
    hits = float(sum(word in COMPANIES or word.strip(".") in COMPANIES for word in words))
    if COMPANY_SIGNS.search(text) or SCHOOL_SIGNS.search(text):
        hits += 1
    if SCHOOLS.search(text):
        hits += 0.5
    if re.fullmatch(r"[\w.-]+\.(?:com|org|net|io|de|es|fr|co|ai|dev|eu|is|app)", text.strip(), re.IGNORECASE):
        hits += 1
    return min(hits, 2)


def has_school(text: str) -> bool:
    return bool(SCHOOLS.search(text))


def find_degree(text: str) -> re.Match[str] | None:
    """The first degree in a text; short ones (`MA`, `BE`) only in capitals."""
    for found in DEGREES.finditer(text):
        plain = re.sub(r"[\s.]", "", found[0])
        if len(plain) > 3 or plain[:1].isupper() or not plain.isascii():
            if len(plain) <= 2 and not plain.isupper():
                continue
            if plain in {"MS", "MA", "BE", "ME", "AS", "AA", "MD", "BS", "BA"} and re.match(
                r"[\s,]*\d", text[found.end() :] or ""
            ):
                return found
            return found
    return None
