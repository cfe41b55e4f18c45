"""Fields that a page names in words ("Location: Berlin", a term and its definition) or in the names of its elements."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile
from typing import Any

from scraper.document import Document, Line
from scraper.draft import Draft
from scraper.fields.dates import read_age, read_date
from scraper.fields.employment import read_employment
from scraper.fields.place import clean_place, read_remote
from scraper.fields.salary import salary_in
from scraper.text import letters, squash
from scraper.words.boilerplate import LINE
from scraper.words.labels import LABELS, LONGEST_LABEL

COLON = re.compile(r"\s*[:：]\s*")
LONGEST_VALUE = 120
NO_VALUE = re.compile(
    r"^(?:n/?a|-+|—|none|not (?:specified|applicable|disclosed)|tbd|tba|various|select\b.*|any|all|yes|no|\*)$",
    re.IGNORECASE,
)
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
POSTED = re.compile(
    r"^(?:job )?(?:posted|published|listed|added|advertised|date posted|veröffentlicht|online seit|erschienen|publiée?|mise? en ligne|publicad[oa]|publicat|pubblicat[oa]|geplaatst|opublikowan[oae]|dodan[oae]|publicerad|publiceret|publisert|julkaistu|zveřejněno|опубликован\w+|размещен\w+)\b(?: on| at| am| le| el| em| il| op| den| dnia)?[:\s]+(.{3,60})",
    re.IGNORECASE,
)
QUESTION = re.compile(r"\?\s*\*?$|\*$|✱$")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value and how it was named: "label" by a visible word, "hint" by its element's name."""

    field: str
    value: str
    by: str
    line: int


def read_labels(document: Document, fetched: str = "", country: str = "", language: str = "") -> Draft:
    """A draft of all labelled fields; the first plausible value of each counts."""
    found = list(_by_words(document.lines)) + list(_by_hints(document))
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


def labelled_title(document: Document) -> str:
    """What the page says after a label like "Job title", or ""."""
    found = (each.value for each in _by_words(document.lines) if each.field == "title")
    return next(
        (value for value in found if 3 < len(value) < LONGEST_VALUE and not value.endswith((".", "?", "!"))), ""
    )


def label_of(text: str) -> str:
    """The field a label names, or ""."""
    if len(text) > LONGEST_LABEL + 3:
        return ""
    return LABELS.get(letters(text), "")


def _by_words(lines: list[Line]) -> Iterator[Labelled]:
    for at, line in enumerate(lines):
        if line.tag in {"label", "legend", "button"} or QUESTION.search(line.text):
            continue
        colon = COLON.search(line.text, 0, LONGEST_LABEL)
        if colon and (field := label_of(line.text[: colon.start()])):
            if rest := line.text[colon.end() :]:
                yield Labelled(field, _first_value(rest), "label", at)
            elif (value := _next_value(lines, at, field)) is not None:
                yield Labelled(field, value, "label", at)
            continue
        if len(line.parts) > 1 and (field := label_of(line.parts[0].rstrip(" :："))):
            value_parts = takewhile(lambda part: not label_of(part.rstrip(" :：")), line.parts[1:])
            yield Labelled(field, squash(" ".join(value_parts)).lstrip(": "), "label", at)
            yield from _pairs(line.parts)
            continue
        if len(line.text) < LONGEST_VALUE and (posted := POSTED.match(line.text)):
            yield Labelled("posted", posted[1], "label", at)
        if (
            (field := label_of(line.text))
            and (line.level or line.tag in {"dt", "th", "td", "p", "div", "li", "caption"})
            and (value := _next_value(lines, at, field)) is not None
        ):
            yield Labelled(field, value, "label", at)


def _pairs(parts: list[str]) -> Iterator[Labelled]:
    for label, value in pairwise(parts):
        if (field := label_of(label.rstrip(" :："))) and not label_of(value):
            yield Labelled(field, value, "label", 0)


def _first_value(text: str) -> str:
    """The first of two fields on one line: of "Berlin | Salary: 40 k" it is Berlin."""
    first = re.split(r"\s+[|•·]\s+(?=[^|•·]{2,30}:)", text)[0]
    return first if len(first) < 300 else first[:300]


def _next_value(lines: list[Line], at: int, field: str) -> str | None:
    if at + 1 >= len(lines):
        return None
    following = lines[at + 1]
    if (
        (following.level and not lines[at].level)
        or _other_label(following, field)
        or following.tag in {"label", "button"}
    ):
        return None
    values = [following.text]
    if following.tag in {"li", "dd"}:
        for more in lines[at + 2 : at + 8]:
            if (
                more.tag != following.tag
                or more.box == following.box
                or len(more.text) > 60
                or _other_label(more, field)
            ):
                break
            values.append(more.text)
    value = "; ".join(values) if all(len(each) < 60 for each in values) else values[0]
    return value if len(value) <= LONGEST_VALUE * 2 else None


def _other_label(line: Line, field: str) -> bool:
    """Whether the line is a label itself; "Contract" after "Employment type" is a value though it labels elsewhere."""
    named = label_of(line.text) or label_of(line.parts[0].rstrip(" :："))
    return bool(named) and not (named == field == "employment" and len(line.parts) == 1 and read_employment(line.text))


def _by_hints(document: Document) -> Iterator[Labelled]:
    for hint in document.hints:
        line = document.lines[hint.line] if hint.line < len(document.lines) else None
        if hint.field in {"description", "title"} or (line is not None and line.dropped and line.tag != "button"):
            continue
        value = _hinted_text(hint.element)
        if (
            hint.field == "company"
            and value
            and len(pieces := _pieces(hint.element)) > 1
            and not label_of(pieces[0].rstrip(" :："))
        ):
            value = pieces[0]  # "Acme <a>About us</a>" and "Acme 4.1 120 reviews" name Acme
        if value:
            yield Labelled(hint.field, value, "hint", hint.line)


def _hinted_text(element: Any) -> str:
    text = _text(element)
    for _ in range(2):  # an icon names the field of the text beside it
        if text or element is None:
            break
        tail = squash(getattr(element, "tail", "") or "")
        following = element.getnext()
        text = tail or (_text(following) if following is not None and isinstance(following.tag, str) else "")
        element = element.getparent()
    head, *rest = COLON.split(text, maxsplit=1)
    if rest and label_of(head):
        text = rest[0]
    return "" if len(text) > LONGEST_VALUE or NO_VALUE.match(text) or label_of(text) else text


def _text(element: Any) -> str:
    pieces = _pieces(element)
    label = label_of(pieces[0].rstrip(" :：")) if len(pieces) > 1 else ""
    return ", ".join(pieces[1:]) if label else " ".join(pieces)


def _pieces(element: Any) -> list[str]:
    return [
        piece
        for each in element.xpath(".//text()[not(parent::script or parent::style)]")[:12]
        if (piece := squash(str(each)))
    ]


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
