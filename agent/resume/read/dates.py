"""Dates and ranges of dates as people write them in resumes, in many languages: `03/2019 – heute`, `ene. 2018 - actualidad`.

A date is understood as `YYYY` or `YYYY-MM` (days are read and dropped: no resume turns on them).
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from agent.resume.read.months import MONTH, SEASON, month_number

YEAR = r"(?:18[5-9]\d|19\d\d|20\d\d)"
FREE = r"(?<![\w$€£%.,/+#-])"
DASH = r"(?:\s*(?:--?>|=>|--?|–|—|−|―|~|～|\||→|›|bis(?:\s+zum)?|until|till|through|thru|to|hasta(?:\s+la)?|à|au|jusqu'?(?:à|en|au)|até|fino\s+a|al?|tot|tot\s+en\s+met|t/m|do|до|по|到|至|から)(?=[\s\d(]|\w|$)\s*)"
AND = r"\s+(?:and|und|y|e|et|en|&)\s+"
PRESENT = (
    r"(?:(?:to\s+)?present(?:\s+day)?|currently|current|now|today|ongoing|to\s+date|till\s+date|(?:till|until)\s+now|date(?=\W*$)|in\s+progress|"
    r"heute|jetzt|aktuell|laufend|dato|gegenwart|derzeit|gegenwärtig|andauernd|la\s+actualidad|a\s+la\s+fecha|(?:la\s+)?actualidad|actualmente|actual|presente|la\s+fecha|hoy|en\s+curso|"
    r"aujourd['’]hui|aujourd['’]?hui|présent|actuel(?:lement)?|maintenant|ce\s+jour|en\s+cours|en\s+poste|oggi|attuale|attualmente|ad\s+oggi|in\s+corso|"
    r"atualmente|atual|hoje|o\s+momento|em\s+curso|em\s+andamento|heden|nu|nutid|pågående|nå|nykyinen|nykyhetki|nyt|obecnie|teraz|dziś|současnost|dosud|dnes|halen|günümüz|devam\s+ediyor|"
    r"至今|现在|目前|今|現在|현재|настоящее\s+время|н\.\s?в\.|сейчас|теперішній\s+час|дотепер)"
)
SINCE = r"(?:since|seit|desde|depuis|dal|da|sinds|sedan|siden|с|з|from|(?-i:[Oo]d|[Aa]b|[Vv]on|[Dd]e|[Dd]u|[Vv]an)|vom|as\s+of|starting)"
UNTIL = r"(?:until|till|bis|hasta|jusqu['’]en|jusqu['’]à|até|fino\s+al?|expected|anticipated|expected\s+graduation|graduated|graduating|graduation|class\s+of|voraussichtlich|abgeschlossen|completed|abschluss|conferred)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º|°)?"
DATE = (
    rf"(?:(?P<iy>{YEAR})\s?[-/.]\s?(?P<im>1[0-2]|0?[1-9])(?:[-/.](?:0?[1-9]|[12]\d|3[01]))?(?!\d)(?!\s?[-/.]\d{{1,2}}(?!\d))"
    rf"|(?P<cy>{YEAR})\s?[年년]\s?(?:(?P<cm>1[0-2]|0?[1-9])\s?[月월])?(?:\s?\d{{1,2}}\s?[日일])?"
    rf"|(?:{DAY}\.?\s+(?:de\s+|of\s+)?)?(?P<mn>{MONTH})\.?(?:\s+{DAY})?,?\s*(?:de[l]?\s+|of\s+|[-/]\s?)?(?P<my>{YEAR})(?!\d)"
    rf"|(?P<an>{MONTH})\.?\s*['’](?P<ay>\d\d)(?!\d)"
    rf"|(?P<ym>{YEAR}),?\s+(?P<yn>{MONTH})(?!\w)\.?"
    rf"|(?P<sn>{SEASON})\s*(?:term|semester)?,?\s*(?:de\s+|of\s+)?(?P<sy>{YEAR})(?:/\d\d(?!\d))?"
    rf"|(?:0?[1-9]|[12]\d|3[01])[./](?P<dm>1[0-2]|0?[1-9])[./](?P<dy>{YEAR})"
    rf"|(?P<um>1[0-2]|0?[1-9])/(?:0?[1-9]|[12]\d|3[01])/(?P<uy>{YEAR})"
    rf"|(?P<nm>1[0-2]|0?[1-9])\s?[./-]\s?(?P<ny>{YEAR})"
    rf"|(?P<qy1>[QT][1-4])\s?[/-]?\s?(?P<qy>{YEAR})"
    rf"|(?P<y>{YEAR})(?![\d%]|[.,]\d|\+))"
)  # fmt: skip
SHORT = r"(?P<bm>1[0-2]|0?[1-9])[/.](?P<by>\d\d)(?![\d/.])"
DURATION = re.compile(
    r"\(?\b(?:\d+\s*(?:years?|yrs?|jahre?n?|años?|ans?|anos?|anni|anno|jaar)\.?(?:\s*(?:,|and|und|y|et|e)?\s*\d+\s*(?:months?|mos?|mths?|monate?n?|mes(?:es)?|mois|mesi|mese|maanden)\.?)?"
    r"|\d+\s*(?:months?|mos?|mths?|monate?n?|mes(?:es)?|mois|mesi|mese|maanden)\.?)\)?",
    re.IGNORECASE,
)


def named(pattern: str, prefix: str) -> str:
    return re.sub(r"\(\?P<(\w+)>", rf"(?P<{prefix}\1>", pattern)


MONTH_ONLY = rf"(?P<first>{MONTH})\.?"
RANGE = re.compile(
    rf"(?P<range>{FREE}(?:{SINCE}\s+)?{named(DATE, 'a_')}(?:(?:{DASH}|{AND})(?:{named(DATE, 'b_')}(?!\w)|(?P<present>{PRESENT})(?!\w)|(?P<two>\d\d)(?![\d./-]|\s*%)))(?:\s*\((?:expected|anticipated)\))?)"
    rf"|(?P<months>{FREE}(?:{SINCE}\s+)?{MONTH_ONLY}{DASH}{named(DATE, 'c_')}(?!\w))"
    rf"|(?P<shorts>(?<![\d/.]){named(SHORT, 'd_')}{DASH}(?:{named(SHORT, 'e_')}|(?P<present2>{PRESENT})(?!\w)))"
    rf"|(?P<since>(?<!\w)(?:since|seit|desde|depuis|sinds|sedan|siden|dal|с|as\s+of|starting)\s+{named(DATE, 'f_')}(?!\w))"
    rf"|(?P<open>{FREE}{named(DATE, 'g_')}\s*(?:--?|–|—)\s*(?=$|[)\],;|]|\s{{2,}}))"
    rf"|(?P<until>(?<!\w){UNTIL}:?\s+(?:in\s+|im\s+)?{named(DATE, 'h_')}(?!\w))"
    rf"|(?P<single>{FREE}{named(DATE, 'i_')}(?!\w))",
    re.IGNORECASE,
)  # fmt: skip


LIKELY = re.compile(r"(?:18|19|20)\d\d|['’]\d\d(?!\d)|(?<!\d)[01]?\d[/.]\d\d(?!\d)")


class Span(NamedTuple):
    """A date or range of dates found in a text: where, and what it says. A single date is `end` with `single` set."""

    begin: int
    finish: int
    text: str
    start: str
    end: str
    current: bool
    single: bool
    bare: bool
    """only a year, as it also stands in a sentence"""


@functools.lru_cache(maxsize=8192)
def find_dates(text: str) -> tuple[Span, ...]:
    """All dates and ranges of a line, left to right."""
    if len(text) > 2000 or not LIKELY.search(text):
        return ()
    return tuple(span(found) for found in RANGE.finditer(text))


def has_date(text: str) -> bool:
    return bool(find_dates(text))


def is_date(text: str) -> bool:
    """Whether a text is a date or range and hardly anything else."""
    spans = find_dates(text)
    if not spans:
        return False
    rest = text
    for found in spans:
        rest = rest.replace(found.text, " ")
    rest = DURATION.sub(" ", rest)
    return len(re.sub(r"[\W_]+", "", rest)) <= 2


def span(found: re.Match[str]) -> Span:
    groups = found.groupdict()
    start = end = ""
    current = single = bare = False
    if groups["range"]:
        start = value(groups, "a_")
        if groups["present"]:
            current = True
        elif groups["two"]:
            end = start[:2] + groups["two"]
        else:
            end = value(groups, "b_")
    elif groups["months"]:
        end = value(groups, "c_")
        start = f"{end[:4]}-{month_number(groups['first']):02d}"
    elif groups["shorts"]:
        start, end = short(groups, "d_"), "" if groups["present2"] else short(groups, "e_")
        current = bool(groups["present2"])
    elif groups["since"]:
        start, current = value(groups, "f_"), True
    elif groups["open"]:
        start, current = value(groups, "g_"), True
    elif groups["until"]:
        end, single = value(groups, "h_"), True
    else:
        end, single = value(groups, "i_"), True
        bare = bool(groups["i_y"])
    return Span(found.start(), found.end(), found[0].strip(), start, end, current, single, bare)


def value(groups: dict[str, str | None], prefix: str) -> str:
    """The date of one alternative of `DATE` as YYYY or YYYY-MM."""
    get = {key[len(prefix) :]: text for key, text in groups.items() if text and key.startswith(prefix)}
    for year, month in (("iy", "im"), ("cy", "cm"), ("dy", "dm"), ("uy", "um"), ("ny", "nm")):
        if year in get:
            return f"{get[year]}-{int(get[month]):02d}" if month in get else get[year]
    for year, name in (("my", "mn"), ("ym", "yn")):
        if year in get:
            return f"{get[year]}-{month_number(get[name]):02d}"
    if "ay" in get:
        return f"{century(get['ay'])}-{month_number(get['an']):02d}"
    return get.get("sy") or get.get("qy") or get.get("y") or ""


def short(groups: dict[str, str | None], prefix: str) -> str:
    year, month = groups[f"{prefix}by"] or "", groups[f"{prefix}bm"] or "1"
    return f"{century(year)}-{int(month):02d}"


def century(two: str) -> str:
    return ("19" if int(two) > 60 else "20") + two
