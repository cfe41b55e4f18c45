"""The description of a job in the lines of a page: the box that holds it, without what was put around and after it.

trafilatura's main text is asked only when no box is convincing: it knows articles, and it takes its time.
"""

import re
from itertools import accumulate

import trafilatura

from scraper.document import Box, Document, Line
from scraper.draft import Draft
from scraper.render import render
from scraper.text import letters, width
from scraper.words.boilerplate import END, FORM_LINE, SECTION, is_legal
from scraper.words.labels import LABELS

ENOUGH = 250
HIGHEST_CLIMB = 3
LEAST_SECTION = 100
LONG_LINE = 80
ASKED = re.compile(
    r"[*✱?]$|^\*|\((?:optional|required|facultatif|fakultativ|opcional|pflichtfeld|obligatoire|obbligatorio|valinnainen)\)|^(?:choose|select|upload|attach|drag|drop|or drag)\b",
    re.IGNORECASE,
)
LARGEST_FOR_TRAFILATURA = 300_000


def read_readable(document: Document, title: str, markup: str) -> Draft:
    """A draft with only a description, empty when the page has no text that reads like one."""
    lines = document.lines
    mass = [_mass(line) for line in lines]
    best = _hinted_box(document, mass) or _heaviest_box(document, mass)
    chosen = lines[best.start : best.end] if best else lines
    body = _trimmed([line for line in chosen if not line.dropped], title)
    text = render(body)
    confidence = 0.6
    if width(text) < ENOUGH and len(markup) < LARGEST_FOR_TRAFILATURA and sum(mass) > ENOUGH:
        main = _main_text(markup, document)
        if len(main) > 2 * len(text) and not _legal(main):
            text, confidence = main, 0.4
    if _legal(text) or _is_form(body):
        return Draft("readable", 0.0)
    return Draft("readable", confidence, description=text if width(text) >= 80 else "")


def _main_text(markup: str, document: Document) -> str:
    """Trafilatura's text, only the lines of it that a person sees."""
    main = trafilatura.extract(markup, include_comments=False, include_tables=True, fast=True) or ""
    seen = letters(" ".join(line.text for line in document.lines if not line.dropped))
    return "\n".join(line for line in main.split("\n") if letters(line) in seen)


def _mass(line: Line) -> float:
    """How much a line counts towards being the description: long and unlinked text, lists, headings of sections."""
    if line.dropped or is_legal(line.text) or (len(line.text) < 200 and FORM_LINE.search(line.text)):
        return 0.0
    size = max(0, width(line.text) - 2 * line.links)
    if line.level or size < 60:
        if SECTION.search(line.text) and len(line.text) < 80:
            return 80.0
        return size * (0.8 if line.tag in {"li", "p"} else 0.3)
    return float(min(size, 1_200))


def _hinted_box(document: Document, mass: list[float]) -> Box | None:
    """The box its author called the description, when it holds enough of the page's text."""
    sums = list(accumulate(mass, initial=0.0))
    total = sums[-1] or 1.0
    by_element = {box.element: box for box in document.boxes}
    found = [
        by_element[hint.element]
        for hint in document.hints
        if hint.field == "description" and hint.element in by_element
    ]
    best = max(found, key=lambda box: sums[box.end] - sums[box.start], default=None)
    if best is None:
        return None
    share = (sums[best.end] - sums[best.start]) / total
    if share > 0.55 and sums[best.end] - sums[best.start] > ENOUGH:
        return _with_sections(document, best, mass)
    return _common_box(document, found, sums, total)


def _with_sections(document: Document, box: Box, mass: list[float]) -> Box:
    """The box, or one around it that holds more sections of the posting (requirements beside a description)."""
    found = box
    for _ in range(HIGHEST_CLIMB):
        if found.parent < 0:
            break
        around = document.boxes[found.parent]
        beside = [*range(around.start, found.start), *range(found.end, around.end)]
        headed = any(_heads_section(document.lines[at]) for at in beside)
        if headed and sum(mass[at] for at in beside) > LEAST_SECTION:
            box = around
        found = around
    return box


def _heads_section(line: Line) -> bool:
    return (
        not line.dropped
        and (line.level > 1 or len(line.text) < 40)
        and len(line.text) < 80
        and bool(SECTION.search(line.text))
        and not END.match(line.text)
    )


def _common_box(document: Document, boxes: list[Box], sums: list[float], total: float) -> Box | None:
    """Several parts called description: the smallest box around them all, if it adds little else."""
    inside = sum(
        sums[box.end] - sums[box.start]
        for box in boxes
        if not any(box is not other and other.start <= box.start and box.end <= other.end for other in boxes)
    )
    if len(boxes) < 2 or inside < ENOUGH or inside < 0.4 * total:
        return None
    start, end = min(box.start for box in boxes), max(box.end for box in boxes)
    around = [box for box in document.boxes if box.start <= start and end <= box.end]
    return min(around, key=lambda box: box.end - box.start, default=None)


def _heaviest_box(document: Document, mass: list[float]) -> Box | None:
    """The smallest box with most of the text: descending stops where the text spreads over several children."""
    sums = list(accumulate(mass, initial=0.0))
    total = sums[-1]
    if total < 80:
        return None
    heavy = [box for box in document.boxes if sums[box.end] - sums[box.start] >= 0.82 * total]
    return min(heavy, key=lambda box: (box.end - box.start, -document.boxes.index(box)), default=None)


def _trimmed(lines: list[Line], title: str) -> list[Line]:
    """Without the title and facts before the text, and without what comes after it."""
    start = 0
    name = letters(title)
    for at, line in enumerate(lines[:25]):
        if name and letters(line.text) == name:
            start = at + 1
    while start < len(lines) and _is_fact(lines[start]):
        start += 1
    written = 0
    end = len(lines)
    for at in range(start, len(lines)):
        line = lines[at]
        if END.match(line.text) and (written > 400 or (line.level and written > 150)):
            end = at
            break
        written += len(line.text)
    kept = lines[start:end]
    while kept and (kept[-1].level or _is_tail(kept[-1])):
        kept = kept[:-1]
    return kept


def _is_tail(line: Line) -> bool:
    """A linked fact, a remark of the form, or a legal notice, where nothing of the posting follows."""
    text = line.text
    return (
        (_is_fact(line) and line.links > len(text) / 2)
        or is_legal(text)
        or bool(FORM_LINE.search(text) and len(text) < 200)
    )


def _is_fact(line: Line) -> bool:
    """A short line that is a label with its value, a link, or a place: it belongs to the head of the page."""
    text = line.text
    if len(text) > 90 or line.level in {2, 3, 4, 5}:
        return False
    if line.links > len(text) / 2 or line.tag in {"dt", "dd"}:
        return True
    label = letters(re.split(r"[:：]", line.parts[0])[0])
    return label in LABELS and (len(line.parts) > 1 or ":" in text)


def _legal(text: str) -> bool:
    lines = [line for line in text.split("\n") if len(line) > 60]
    return len(lines) > 3 and sum(is_legal(line) for line in lines) > 0.35 * len(lines)


def _is_form(lines: list[Line]) -> bool:
    """Whether the text mostly asks: short lines, marked as required or optional, or ending in a question mark."""
    long = sum(1 for line in lines if len(line.text) > LONG_LINE)
    asked = sum(
        1
        for line in lines
        if not line.level and not SECTION.search(line.text) and (ASKED.search(line.text) or FORM_LINE.search(line.text))
    )
    return bool(lines) and ((asked > 3 and asked > long) or (asked > 1 and long < 3 and asked > 0.1 * len(lines)))
