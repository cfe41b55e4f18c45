"""Fields that a page names in words ("Location: Berlin", a term and its definition) or in the names of its elements."""

import re
from collections.abc import Callable
from itertools import islice

from scraper.document import Document
from scraper.draft import Draft
from scraper.extract.labelled import LONGEST_VALUE, NO_VALUE, POSTED, Labelled, by_hints, by_words
from scraper.fields.dates import read_age, read_date
from scraper.fields.employment import read_employment
from scraper.fields.pay_text import salary_in
from scraper.fields.place import clean_place, read_remote
from scraper.text import letters, squash
from scraper.words.boilerplate import LINE

SOCIAL = frozenset(
    [
        "facebook",
        "twitter",
        "x",
        "linkedin",
        "xing",
        "instagram",
        "youtube",
        "whatsapp",
        "telegram",
        "tiktok",
        "email",
        "share",
        "logo",
    ]
)
WORK_MODES = re.compile(
    r"\b(?:on[\s-]?site|in[\s-]office|in[\s-]person|hybrid\w*|vor ort|présentiel|presencial|h[ií]brid[oa]|stacjonarn\w+|hybrydow\w+)\b",
    re.IGNORECASE,
)


def read_labels(document: Document, fetched: str = "", country: str = "", language: str = "", title: str = "") -> Draft:
    """A draft of all labelled fields; the first plausible value of each counts."""
    words = list(by_words(document.lines))
    aside = [each for each in words if document.lines[each.line].dropped]
    found = (
        [each for each in words if each not in aside]
        + sorted(by_hints(document), key=_distance(document, title))
        + aside
    )
    found = [each for each in found if each.field not in _repeated(found, len(document.lines))]
    draft = Draft("label", 0.72)
    draft.company = next((each.value for each in found if each.field == "company" and _is_name(each.value)), "")
    draft.locations = _locations(found)
    draft.employment_type = _employment(found)
    month_first = _month_first(country, language)
    draft.date_posted = _date(found, "posted", fetched, month_first=month_first)
    draft.date_posted = draft.date_posted or _time_element(document)
    draft.valid_through = _date(found, "until", "", month_first=month_first)
    draft.salary = next(
        (
            pay
            for each in found
            if each.field == "salary" and (pay := salary_in(each.value, labelled=True, country=country))
        ),
        None,
    )
    draft.remote = next(
        (told for each in found if each.field == "remote" and (told := _remote(each.value)) is not None), None
    )
    return draft


def _repeated(found: list[Labelled], length: int) -> set[str]:
    """Fields named again and again with other values, and only late on the page: the facts of a list of other jobs."""
    fields: dict[str, list[Labelled]] = {}
    for each in found:
        if each.by == "label":
            fields.setdefault(each.field, []).append(each)
    return {
        name
        for name, values in fields.items()
        if name in {"company", "salary", "location"}
        and len({each.value for each in values}) > 2
        and (name == "company" or min(each.line for each in values) > 0.6 * length)
    }


def _distance(document: Document, title: str) -> Callable[[Labelled], int]:
    """How far a value stands from the title: menus and other jobs use the same names for their elements."""
    name = letters(title)
    at = next(
        (number for number, line in enumerate(document.lines) if name and letters(line.text) == name and line.level), 0
    )
    return lambda each: each.line - at if each.line >= at else 2 * (at - each.line)


def _employment(found: list[Labelled]) -> str:
    """All labelled values together: the kind of contract and the hours often stand apart."""
    for by in ("label", "hint"):
        if kind := read_employment([each.value for each in found if each.field == "employment" and each.by == by]):
            return kind
    return ""


def _locations(found: list[Labelled]) -> list[str]:
    for by in ("label", "hint"):
        places = [
            place for each in found if each.field == "location" and each.by == by and (place := _place(each.value))
        ]
        if places:
            return _split(places[0])
        parts = [
            next(
                (place for each in found if each.field == field and each.by == by and (place := _place(each.value))), ""
            )
            for field in ("city", "region", "country")
        ]
        if parts[0] or (parts[1] and parts[2]):
            return [", ".join(dict.fromkeys(part for part in parts if part))]
    return []


def _split(text: str) -> list[str]:
    return [part for part in (clean_place(each) for each in re.split(r"\s*(?:;|\||•|\n| / )\s*", text)) if part][:12]


def _place(text: str) -> str:
    place = clean_place(text)
    if not WORK_MODES.sub("", place).strip(" -–/,()"):
        return ""
    if (
        NO_VALUE.match(place)
        or len(place) > LONGEST_VALUE
        or not any(char.isalpha() for char in place)
        or place.endswith((".", "?", "!"))
    ):
        return ""
    return (
        ""
        if len(place.split()) > 14 or (read_employment(place) and not read_remote(place) and "," not in place)
        else place
    )


def _is_name(text: str) -> bool:
    if letters(text) in SOCIAL or LINE.match(text):
        return False
    return (
        1 < len(text) < 90
        and any(char.isalpha() for char in text)
        and not NO_VALUE.match(text)
        and not text.endswith((".", "?", "!", ":"))
    ) or bool(re.fullmatch(r"[\w&' -]{2,60} (?:Inc|Ltd|Co|Corp|S\.A|GmbH & Co)\.", text))


def _remote(text: str) -> bool | None:
    if re.match(r"^(?:yes|ja|oui|s[ií]|sim|tak)\b", text, re.IGNORECASE):
        return True
    if re.match(r"^(?:no|nein|non|não|nie|nee)\b", text, re.IGNORECASE):
        return False
    return read_remote(text)


def _date(found: list[Labelled], field: str, fetched: str, *, month_first: bool | None) -> str:
    for each in found:
        if each.field == field and (
            date := read_date(each.value, month_first=month_first) or read_age(each.value, fetched)
        ):
            return date
    return ""


def _time_element(document: Document) -> str:
    """The date of a time element that stands after a word like "published"."""
    if document.root is None:
        return ""
    for element in islice(document.root.iter("time"), 6):
        parent = element.getparent()
        around = squash(" ".join(parent.itertext())) if parent is not None else ""
        if len(around) < LONGEST_VALUE and POSTED.match(around) and (date := read_date(element.get("datetime"))):
            return date
    return ""


def _month_first(country: str, language: str) -> bool | None:
    if country in {"us", "ph"} or language == "en-us":
        return True
    return False if country or (language and not language.startswith("en")) else None
