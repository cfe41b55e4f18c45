"""Values that a page names: by a word before them, or by the name of their element."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Any

from scraper.document import Document, Line
from scraper.fields.employment import read_employment
from scraper.text import letters, squash
from scraper.words.labels import LABELS, LONGEST_LABEL

COLON = re.compile(r"\s*[:：]\s*")
LONGEST_VALUE = 120
NO_VALUE = re.compile(
    r"^(?:n/?a|-+|—|none|not (?:specified|applicable|disclosed)|tbd|tba|various|select\b.*|any|all|yes|no|\*)$",
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


def labelled_title(document: Document) -> str:
    """What the page says after a label like "Job title", or ""."""
    found = (each.value for each in by_words(document.lines) if each.field == "title")
    return next(
        (value for value in found if 3 < len(value) < LONGEST_VALUE and not value.endswith((".", "?", "!"))), ""
    )


def label_of(text: str) -> str:
    """The field a label names, or ""."""
    if len(text) > LONGEST_LABEL + 3:
        return ""
    return LABELS.get(letters(text), "")


def by_words(lines: list[Line]) -> Iterator[Labelled]:
    for at, line in enumerate(lines):
        if line.outside or line.tag in {"label", "legend", "button"} or QUESTION.search(line.text):
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
    if lines[at].level and following.tag == "li" and following.links > len(following.text) / 2:
        return None  # the heading of a menu
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


def by_hints(document: Document) -> Iterator[Labelled]:
    for hint in document.hints:
        line = document.lines[hint.line] if hint.line < len(document.lines) else None
        if hint.field in {"description", "title"} or (
            line is not None and (line.outside or (line.dropped and line.tag != "button"))
        ):
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
