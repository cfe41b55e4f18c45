"""Which rows go on in the next: the wrapped lines of a paragraph or bullet, the halves of an address or a date."""

from __future__ import annotations

import re

from agent.resume.read.contacts import EMAIL, TLDS, URL
from agent.resume.read.dates import DURATION, PRESENT, find_dates, is_date
from agent.resume.read.item import Item
from agent.resume.read.joining import wide
from agent.resume.read.places import place_score
from agent.resume.read.rows import Row
from agent.resume.read.words import company_score, find_degree, has_school, title_score

SENTENCE = 85
"""Characters from which a line is one of a paragraph."""
LEAST_INDENT = 4
LONG = 50
"""Characters of a line that a statement may go on from."""
HANGING = frozenset(
    [
        "de",
        "del",
        "of",
        "the",
        "and",
        "&",
        "für",
        "der",
        "des",
        "und",
        "y",
        "e",
        "et",
        "la",
        "las",
        "los",
        "le",
        "les",
        "du",
        "di",
        "da",
        "do",
        "en",
        "of",
        "zum",
        "zur",
        "van",
        "von",
        "for",
        "with",
        "mit",
        "con",
        "per",
        "pour",
    ]
)
MOST_LIKELY_EDGE = 3
LABELLED = re.compile(r"[^\s:][^:]{1,40}:\s")
PRESENT_ONLY = re.compile(rf"\W*{PRESENT}\W*", re.IGNORECASE)


def goes_on(item: Item, row: Row, limits: dict[tuple[int, int], list[float]]) -> bool:
    """Whether a row is the wrapped rest of the item before it."""
    last, first = item.rows[-1], item.rows[0]
    if not row.text or row.whole or row.level:
        return False
    if (
        row.page == last.page
        and row.top - last.top >= 0
        and row.gap < 0.7
        and (parts_date(last, row) or opens_bracket(item, row))
    ):
        return True
    if row.bullet or row.level or not row.segments or any(part.apart for part in row.segments):
        return False
    if EMAIL.fullmatch(last.text) and not MAIL_CUT.fullmatch(last.text) and URL.fullmatch(row.text):
        return False  # the person's site below the whole mail address
    if first.bullet and row.text.startswith("(") and row.page == last.page and row.gap < 0.6:
        return True
    if is_date(row.text) and (not first.bullet or row.left < first.left - 3 or not find_dates(row.text)[0].bare):
        return False
    if not first.bullet and is_date(last.text):
        return False
    if LABELLED.match(row.text) and LABELLED.match(item.text):
        return False
    same_page = row.page == last.page
    if same_page and (row.gap > 0.85 or row.top < last.top):
        return False
    if not same_page and (row.column != last.column or not (first.bullet or len(item.text) > SENTENCE)):
        return False
    begins = find_dates(row.text)
    if not first.bullet and begins and begins[0].begin <= 2:
        return False
    ends = find_dates(last.text)
    if (
        not first.bullet
        and len(item.rows) < 3
        and ends
        and ends[-1].finish >= len(last.text.rstrip(" )]"))
        and not (ends[-1].bare and len(last.text) > 60)
    ):
        return False
    if is_hung(item) and abs(row.left - first.left) < 3:
        return False
    start, end = row.segments[0], last.segments[-1]
    if broken_address(last, row):
        return True
    if abs(start.size - end.size) > 0.8 and last.size:
        return False
    hanging = (
        abs(row.left - first.left) < 7
        or abs(row.left - text_left(first)) < 3
        or (len(item.rows) > 1 and abs(row.left - item.rows[1].left) < 3)
        or hangs(item, row, limits)
    )
    if (
        first.bullet
        and not hanging
        and row.left < first.left - 7
        and not (first.sign - 2 < row.left and row.text[:1].islower())
    ):
        return False
    if last.segments[-1].apart and not trailing_duration(last) and not labelled(last):
        return False
    if text_ends(item.text) and row.left < first.left - 3:
        return False
    if last.bold and not start.bold and not row.text[:1].islower() and not first.bullet:
        return False
    if start.bold and not end.bold and row.text[:1].isupper():
        return False
    if start.bold != end.bold and len(row.segments) == 1 and row.bold and not wrapped(last, row, limits):
        return False
    if item.text.endswith("-") and item.text[-2:-1].isalpha() and row.text[:1].isalpha():
        return True
    if (
        hanging_word(item.text)
        and row.gap < 0.7
        and (abs(row.left - first.left) < 7 or abs(row.left - text_left(first)) < 3)
    ):
        return True
    if not first.bullet and not (end.bold and start.bold) and begins_anew(last, row):
        return False
    lower = row.text[:1].islower() or (
        item.text.endswith((",", " and", " &", " or", " und", " y", " et", " of", " the", "(", "/"))
        and row.text[:1].isalnum()
    )
    if first.bullet and hanging and row.text[:1].islower():
        return True
    if centred(item.rows, row) and lower:
        return True
    hanging = hanging or (first.bullet and abs(row.left - first.sign) < 2)
    if not hanging and not centred(item.rows, row):
        return False
    if last.paragraph is not None and not first.bullet and not lower and len(last.text) < 60:
        return False  # plain text: a short line before one that begins anew
    return wrapped(last, row, limits) or (lower and row.gap < 0.6 and len(item.text) > 40)


def hangs(item: Item, row: Row, limits: dict[tuple[int, int], list[float]]) -> bool:
    """Whether a row is set in below a full line without a bullet: statements that only their indentation parts."""
    first, last = item.first, item.rows[-1]
    return (
        not first.bullet
        and len(item.rows) == 1
        and LEAST_INDENT < row.left - first.left < 3 * max(row.size, 1)
        and len(last.text) > LONG
        and not (row.bold or last.bold)
        and not any(span.begin <= 2 or span.finish >= len(last.text) - 2 for span in find_dates(last.text))
        and row.gap < 0.5
        and wrapped(last, row, limits)
    )


def is_hung(item: Item) -> bool:
    """Whether the further rows of an item without a bullet are set in below its first."""
    rows = item.rows
    return (
        not rows[0].bullet and len(rows) > 1 and rows[1].left > rows[0].left + LEAST_INDENT and len(rows[0].text) > LONG
    )


def parts_date(last: Row, row: Row) -> bool:
    """Whether a date or range of dates begins at the end of one line and ends in the next."""
    before = last.text
    whole = f"{before} {'– ' if row.bullet else ''}{row.text}"
    return any(
        not span.single and span.begin < len(before) < span.finish - 1 for span in find_dates(whole)
    ) and not is_date(before)


def opens_bracket(item: Item, row: Row) -> bool:
    """Whether a bracket opened in a line is closed in the next."""
    return item.text.count("(") > item.text.count(")") and ")" in row.text and len(item.rows) < 6 and not row.bullet


def begins_anew(last: Row, row: Row) -> bool:
    """Whether a line is a place, or an employer below a title, rather than the rest of the line above."""
    if has_school(row.text) and find_degree(last.text):
        return True
    return place_score(row.text) >= 0.8 or (
        title_score(last.text) >= 1 and company_score(row.text.partition(",")[0]) >= 1
    )


def hanging_word(text: str) -> bool:
    """Whether a line ends with a word that cannot be the last: `Universidad de`, `Head of`."""
    return text.rpartition(" ")[2].lower() in HANGING


MAIL_CUT = re.compile(rf"[\w.+-]+@(?:[\w-]*|[\w.-]*[.-]|[\w.-]+\.(?!(?:{TLDS})$)[a-z]{{1,6}})", re.IGNORECASE)
MAIL_END = re.compile(r"[\w-]*\.?[a-zA-Z-]{2,}(?:\.[a-zA-Z]{2,})?")


CUT_URL = re.compile(r"[\w.-]+\.[a-z]{2,}/\S*-|www\.\S+-")
BRACKETED = re.compile(r"[\w./-]+(?:\s*\([^()]{2,20}\))?")
"""The rest of an address, and in brackets what it is."""


def broken_address(last: Row, row: Row) -> bool:
    """Whether a web or mail address is cut at the end of a narrow column."""
    if CUT_URL.fullmatch(last.text) and BRACKETED.fullmatch(row.text) and row.gap < 0.5:
        return True
    if " " in last.text or " " in row.text or row.gap > 0.5:
        return False
    link = last.segments[-1].link
    if MAIL_CUT.fullmatch(last.text) and MAIL_END.fullmatch(row.text):
        return True
    return last.text.endswith(("/", "@")) or (
        bool(link) and link == row.segments[0].link and ("@" in last.text or "/" in last.text or "." in last.text)
    )


def centred(rows: list[Row], row: Row) -> bool:
    return abs((rows[-1].left + rows[-1].right) - (row.left + row.right)) < 3 and rows[-1].right - rows[-1].left > 60


def wrapped(last: Row, row: Row, limits: dict[tuple[int, int], list[float]]) -> bool:
    """Whether the row's first word would not have fit on the line before it."""
    named = labelled(last)
    plain = last.segments if named else [part for part in last.segments if not part.apart or part is last.segments[0]]
    right = plain[-1].right
    limit = max(row.right, *limits.get((last.column, last.page), [0.0]))
    word = row.text.split()[0] if not wide(row.text) else row.text[:2]
    width = len(word) * max(row.segments[0].size, 1) * (1.0 if wide(word) else 0.66 if word.isupper() else 0.46)
    if trailing_duration(last) or len(plain) < len(last.segments):
        limit = min(limit, last.segments[-1].left - 4)
    if len(last.text) < 8:
        return False
    if last.reach and right + width > last.reach:
        return True
    if last.reach and limit < last.reach - 30 and support(limits, last) < MOST_LIKELY_EDGE:
        return False
    left = text_left(last)
    return limit - left > 0.5 * (last.reach - left) and right + width > limit and len(last.text) > 12


def support(limits: dict[tuple[int, int], list[float]], row: Row) -> int:
    """How many lines of a section end near its right limit: with few, that limit is but its longest line."""
    rights = limits.get((row.column, row.page), [])
    limit = max(rights, default=0.0)
    return sum(right > limit - 0.15 * (limit - text_left(row)) for right in rights)


def labelled(row: Row) -> bool:
    """Whether a row is a label and its text, with nothing apart at its end."""
    return text_left(row) != row.left and len(row.segments) > 1 and all(not part.apart for part in row.segments[2:])


def text_left(row: Row) -> float:
    """Where a row's text begins, a label before it left out."""
    labelled = len(row.segments) > 1 and (row.style == "label" or is_date(row.segments[0].text))
    return row.segments[1].left if labelled else row.left


def trailing_duration(row: Row) -> bool:
    return len(row.segments) > 1 and row.segments[-1].apart and bool(DURATION.fullmatch(row.segments[-1].text.strip()))


def text_ends(text: str) -> bool:
    return text.endswith((".", "!", "?", "。", ";"))


def closes_range(item: Item, row: Row) -> bool:
    """Whether a line is but the second half of a range whose first half stood alone: `Mar 2021` and below `Present`."""
    before, text = find_dates(item.text), row.text
    if len(before) != 1 or not before[0].single or not is_date(item.text) or row.column != item.first.column:
        return False
    after = find_dates(text)
    if len(text) > 24:
        return False
    return bool(PRESENT_ONLY.fullmatch(text)) or (
        len(after) == 1 and after[0].single and is_date(text) and after[0].end >= before[0].end
    )
