"""Marks the lines of a page that stand around the posting: navigation, cookies, forms, other jobs, legal texts."""

import re
from itertools import accumulate

from scraper.document import Box, Document, Line
from scraper.words.boilerplate import BOX_KEEP, BOX_NAME, FORM_HEADING, LINE, OTHER_JOBS, ROLES, SECTION, is_legal

AROUND = frozenset(
    {"nav", "footer", "dialog", "menu", "search", "button", "label", "legend", "fieldset", "aside", "figcaption"}
)
MOST_OF_PAGE = 0.6
OUTSIDE = frozenset({"nav", "footer", "dialog", "menu", "search"})
OUTSIDE_ROLES = frozenset({"navigation", "contentinfo", "dialog", "alertdialog", "menu", "menubar", "search"})
OUTSIDE_NAME = re.compile(
    r"cookie|consent|onetrust|footer|navbar|main-?menu|nav-?menu|site-?header|newsletter", re.IGNORECASE
)
MOST_CHOICES = 35
SHORT_CHOICE = 40
LONGEST_HEADING = 120
LEGAL_HEADING = re.compile(
    r"privacy|cookie|datenschutz|confidentialit|privacidad|terms (?:of|and)|gdpr|rgpd|dsgvo|data protection|protección de datos|polityka",
    re.IGNORECASE,
)


def drop_surroundings(document: Document) -> None:
    """Sets `dropped` on every line that is surely no part of a posting; a box that holds most of the page is kept."""
    sizes = list(accumulate((len(line.text) for line in document.lines), initial=0))
    total = sizes[-1] or 1
    for box in document.boxes:
        size = sizes[box.end] - sizes[box.start]
        if size and _around(box, document, size, total):
            outside = (
                box.tag in OUTSIDE or box.element.get("role") in OUTSIDE_ROLES or bool(OUTSIDE_NAME.search(box.name))
            )
            for line in document.lines[box.start : box.end]:
                line.dropped = True
                line.outside = line.outside or outside
    for line in document.lines:
        if not line.dropped and len(line.text) < 100 and LINE.match(line.text):
            line.dropped = True
    _drop_legal(document)
    _drop_choices(document.lines)
    _drop_form_sections(document.lines)
    _drop_other_jobs(document)


def _around(box: Box, document: Document, size: int, total: int) -> bool:
    if box.tag in AROUND:
        return not (box.tag in {"aside", "fieldset", "button", "label"} and size > MOST_OF_PAGE * total)
    if box.tag == "header" and size < 0.3 * total and not _has_title(box, document):
        return True
    if size > MOST_OF_PAGE * total:
        return False
    role = box.element.get("role")
    if role in ROLES and not _has_title(box, document):
        return True
    if box.tag == "form" or (box.controls >= 3 and size < 60 * box.controls):
        return box.controls > 0 and size < 150 * box.controls
    if box.name and (found := BOX_NAME.search(box.name)) and not BOX_KEEP.search(_word_around(box.name, found)):
        return not (_has_title(box, document) or size > 0.4 * total)
    return False


def _has_title(box: Box, document: Document) -> bool:
    return any(line.tag == "h1" for line in document.lines[box.start : box.end])


def _word_around(name: str, found: re.Match[str]) -> str:
    start = name.rfind(" ", 0, found.start()) + 1
    end = name.find(" ", found.end())
    word = name[start : end if end >= 0 else len(name)]
    return word.replace(found[0], "")


def _drop_legal(document: Document) -> None:
    """Drops a run of legal text: from a heading about privacy to the next heading about something else, within its box."""
    lines = document.lines
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if not line.level or len(line.text) >= LONGEST_HEADING or not LEGAL_HEADING.search(line.text):
            continue
        end = _box_end(document, at - 1)
        if not _mostly_legal(lines[at : min(end, at + 12)]):
            continue
        line.dropped = True
        while at < end and not (0 < lines[at].level <= line.level and not LEGAL_HEADING.search(lines[at].text)):
            lines[at].dropped = True
            at += 1


def _box_end(document: Document, at: int) -> int:
    """Where the box ends that a heading at this line stands over: the nearest that holds more than the heading."""
    box = document.lines[at].box
    while box >= 0 and document.boxes[box].end <= at + 2:
        box = document.boxes[box].parent
    return document.boxes[box].end if box >= 0 else len(document.lines)


def _drop_other_jobs(document: Document) -> None:
    """Other jobs under a heading that says so: neither their texts nor their facts are this posting's."""
    for at, line in enumerate(document.lines):
        if len(line.text) < LONGEST_HEADING and OTHER_JOBS.match(line.text):
            for other in document.lines[at : max(at + 1, _box_end(document, at))]:
                other.dropped = other.outside = True


def _drop_form_sections(lines: list[Line]) -> None:
    """Drops what stands under a heading of the application form, to the next heading as high."""
    level = 0
    for line in lines:
        if (
            line.level
            and level
            and (line.level <= level or SECTION.search(line.text))
            and not FORM_HEADING.match(line.text)
        ):
            level = 0
        if line.level and len(line.text) < LONGEST_HEADING and FORM_HEADING.match(line.text):
            level = line.level
        if level:
            line.dropped = True


def _drop_choices(lines: list[Line]) -> None:
    """Drops long runs of very short list items: the countries, languages or dial codes of a form's own menus."""
    start = 0
    for at in range(len(lines) + 1):
        if at < len(lines) and lines[at].tag == "li" and len(lines[at].text) < SHORT_CHOICE:
            continue
        if at - start > MOST_CHOICES:
            for line in lines[start:at]:
                line.dropped = True
        start = at + 1


def _mostly_legal(lines: list[Line]) -> bool:
    long = [line.text for line in lines if len(line.text) > 40]
    return bool(long) and sum(is_legal(text) for text in long) >= 0.3 * len(long)
