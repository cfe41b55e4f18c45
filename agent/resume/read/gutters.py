"""The white strips of a page, and what they part: two columns, or labels (headings, dates) from what they belong to."""

from __future__ import annotations

import itertools
import math
import re
from dataclasses import dataclass
from typing import Literal

from agent.resume.read.contacts import find_email, find_phone
from agent.resume.read.dates import has_date, is_date
from agent.resume.read.headings import section_of
from agent.resume.read.names import is_label
from agent.resume.read.page_rows import group_lines
from agent.resume.read.pdf_words import ICON, Word

STEP = 1.0
FEWEST_LINES = 4
NARROWEST = 5.0


@dataclass(slots=True)
class Stretch:
    """Words of a line that stand together."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    base: float
    size: float
    bold: bool
    color: int


@dataclass(slots=True)
class Gutter:
    x: float
    top: float
    bottom: float
    kind: Literal["columns", "labels"]
    lines: int
    headed: bool = False
    """a heading of a section stands on either side"""


def stretches_of(words: list[Word], space: float = 1.0) -> list[Stretch]:
    """Words up to `space` ems apart put together."""
    found: list[Stretch] = []
    for line in group_lines(words):
        start = 0
        for place in range(1, len(line) + 1):
            if place < len(line) and line[place].left - line[place - 1].right <= space * max(
                line[place].size, line[place - 1].size
            ):
                continue
            run = line[start:place]
            text = "".join((" " if word.space else "") + word.text for word in run).replace(ICON, " ").strip()
            first = max(run, key=lambda word: word.size)
            found.append(
                Stretch(
                    text,
                    run[0].left,
                    max(word.right for word in run),
                    min(word.top for word in run),
                    max(word.bottom for word in run),
                    run[0].base,
                    first.size,
                    all(word.style.bold for word in run),
                    first.style.color,
                ),
            )
            start = place
    return found


def find_gutter(stretches: list[Stretch], height: float, only: str = "") -> Gutter | None:
    """The strip that parts most lines, if what it parts are columns or labels."""
    if len(stretches) < 2 * FEWEST_LINES:
        return None
    stretches = sorted(stretches, key=lambda s: s.base)
    candidates: list[tuple[float, float, float, float]] = []
    for x in sorted({STEP * math.ceil((s.right + NARROWEST / 2 + 0.1) / STEP) for s in stretches}):
        candidates.extend(runs_at(stretches, x))
    candidates.sort(reverse=True)
    tried: list[tuple[float, float, float]] = []
    for _, x, top, bottom in candidates:
        if any(abs(x - other) < 25 and abs(top - up) < 40 and abs(bottom - down) < 40 for other, up, down in tried):
            continue
        tried.append((x, top, bottom))
        gutter = judge(stretches, x, top, bottom, height)
        if gutter is not None and (only in {"", gutter.kind} or (only == "headed" and gutter.headed)):
            return gutter
        if len(tried) >= 8:
            break
    return None


def runs_at(stretches: list[Stretch], x: float) -> list[tuple[float, float, float, float]]:
    """The runs of lines (sorted by height) that do not cross x, as (weight, x, top, bottom), with text on both sides."""
    margin = NARROWEST / 2
    crossing = [place for place, s in enumerate(stretches) if s.left - margin < x < s.right + margin]
    found = []
    for before, after in itertools.pairwise([-1, *crossing, len(stretches)]):
        if after - before <= 2 * FEWEST_LINES:
            continue
        inside = stretches[before + 1 : after]
        on_left = sum(s.right <= x for s in inside)
        fewest = min(on_left, len(inside) - on_left)
        if fewest >= 2:
            top, bottom = inside[0].base, inside[-1].base
            found.append(((bottom - top) * min(fewest, 12), x, top - 0.5, bottom + 0.5))
    return found


def judge(stretches: list[Stretch], x: float, top: float, bottom: float, height: float) -> Gutter | None:
    inside = [s for s in stretches if top <= s.base <= bottom]
    left, right = [s for s in inside if s.right <= x], [s for s in inside if s.left >= x]
    headings_left, headings_right = headings(left), headings(right)
    tall = bottom - top > 0.2 * height
    largest = max((s.size for s in [*headings_left, *headings_right]), default=0.0)
    headings_left, headings_right = (
        [s for s in found if s.size > 0.75 * largest] for found in (headings_left, headings_right)
    )
    labelled = (all_beside(headings_left, right) or dates_rows(left, right)) and sum(
        beside(s, right) or bool(section_of(s.text)) for s in left
    ) > 0.85 * len(left)
    filled = min(len(left), len(right)) >= FEWEST_LINES
    if stray_dates(left, right, headings_right):
        return None
    if (
        headings_left
        and headings_right
        and tall
        and filled
        and (not labelled or (alike(headings_left, headings_right) and not dates_rows(left, right)))
    ):
        return Gutter(x, top, bottom, "columns", len(inside), headed=True)
    if contacts(left) and headings_right and not dates_rows(left, right):
        return Gutter(x, top, bottom, "columns", len(inside), headed=True)
    if labels(left, right):
        top = max([top, *(s.base + 0.5 for s in contact_lines(left, inside))])
        return Gutter(x, top, bottom, "labels", len(left))
    narrow, wide = (left, right) if text_size(left) < text_size(right) else (right, left)
    first = min((s.base for s in headings(wide)), default=top)
    narrow = [s for s in narrow if s.base >= first - s.size]
    dated = [s for s in narrow if is_date(s.text)]
    if narrow and narrow[0] in left and len(dated) > 1 and all(beside(s, right) for s in dated):
        return None  # dates at the left of what they date
    alone = sum(not beside(s, wide) for s in narrow)
    if tall and len(narrow) >= FEWEST_LINES and alone > 0.5 * len(narrow) and not mostly_dates(narrow):
        return Gutter(x, top, bottom, "columns", len(inside))
    return None


def headings(side: list[Stretch]) -> list[Stretch]:
    """The stretches that read and look like headings of sections."""
    if not side:
        return []
    sizes = sorted(s.size for s in side)
    usual = sizes[len(sizes) // 2]
    colors = [s.color for s in side]
    plain = max(set(colors), key=colors.count)
    found = [
        s
        for s in side
        if section_of(s.text) and (s.size > usual + 0.4 or s.bold or s.text.isupper() or s.color != plain)
    ]
    large = [s for s in found if s.size > usual + 0.8 or s.text.isupper()]
    return large or found


def beside(stretch: Stretch, others: list[Stretch]) -> bool:
    return any(abs(stretch.base - other.base) < 0.3 * stretch.size for other in others)


def all_beside(found: list[Stretch], others: list[Stretch]) -> bool:
    return all(beside(s, others) for s in found) and len(found) > 1


def dates_rows(left: list[Stretch], right: list[Stretch]) -> bool:
    """Whether the left side dates what stands beside it."""
    dates = [s for s in left if is_date(s.text)]
    return len(dates) > 1 and all(beside(s, right) for s in dates)


def stray_dates(left: list[Stretch], right: list[Stretch], headings_right: list[Stretch]) -> list[Stretch]:
    """The dates on the right side that belong to a line of the left one: they begin where no heading of the right side does."""
    if not headings_right or not any(section_of(s.text) for s in left):
        return []
    edges = [s.left for s in headings_right]
    return [
        s
        for s in right
        if is_date(s.text)
        and beside(s, left)
        and (s.left < min(edges) - ALIGNED or s.left > max(edges) + FAR_IN)
        and not any(other is not s and other.left < s.left and beside(s, [other]) for other in right)
    ]


FAR_IN = 60.0
"""Points from the edge of a column to a date at the right end of a line that crosses it."""
ALIGNED = 6.0
"""Points by which what stands in one column may begin apart."""


def paired_gutter(stretches: list[Stretch]) -> Gutter | None:
    """Two columns under two headings side by side, however low: down to where a line crosses or a date belongs to the left."""
    stretches = sorted(stretches, key=lambda s: s.base)
    found = sorted(headings(stretches), key=lambda s: (s.base, s.left))
    for one, other in itertools.pairwise(found):
        if not beside(one, [other]) or (round(one.size), one.bold, one.color) != (
            round(other.size),
            other.bold,
            other.color,
        ):
            continue
        x = other.left - NARROWEST / 2
        below = [s for s in stretches if s.base > one.base - 0.5]
        end = next((s.base for s in below if s.left < x - 0.1 < s.right), math.inf)
        inside = [s for s in below if s.base < end - 0.5]
        left, right = [s for s in inside if s.right <= x], [s for s in inside if s.left >= x]
        strays = stray_dates(
            left, right, [s for s in right if section_of(s.text) and abs(s.left - other.left) < ALIGNED]
        )
        if strays or end < math.inf:
            limit = min([end, *(s.base - 0.5 for s in strays)])
            last = [s.base for s in headings(left) if one.base < s.base < limit]
            limit = max(last) - 0.5 if last else limit
            left, right = [s for s in left if s.base < limit], [s for s in right if s.base < limit]
        if min(len(left), len(right)) > 1 and not dates_rows(left, right):
            bottom = max(s.base for s in [*left, *right]) + 0.5
            return Gutter(x, one.base - 0.5, bottom, "columns", len(left) + len(right), headed=True)
    return None


def alike(one: list[Stretch], other: list[Stretch]) -> bool:
    """Whether the headings of both sides look the same, and there are several on each."""
    looks = [{(round(s.size), s.bold, s.color) for s in found} for found in (one, other)]
    return len(one) > 1 and len(other) > 1 and looks[0] == looks[1]


def contact_lines(left: list[Stretch], inside: list[Stretch]) -> list[Stretch]:
    """The stretches above the first label that belong to lines of contacts in the head."""
    above = list(itertools.takewhile(lambda s: not (section_of(s.text) or is_date(s.text) or is_label(s.text)), left))
    last = above[-1].base if above else 0.0
    return above if any(s.base <= last and (find_email(s.text) or find_phone(s.text)) for s in inside) else []


def contacts(side: list[Stretch]) -> bool:
    """Whether a side holds the contacts and nothing else."""
    found = sum(bool(find_email(s.text) or find_phone(s.text)) for s in side)
    return (
        found >= min(2, len(side))
        and len(side) >= FEWEST_LINES - 1
        and all(len(s.text) < 40 and not has_date(s.text) for s in side)
    )


def text_size(side: list[Stretch]) -> int:
    return sum(len(s.text) for s in side)


def mostly_dates(side: list[Stretch]) -> bool:
    return sum(has_date(s.text) or bool(re.fullmatch(r"[\w ,./-]{0,24}", s.text)) for s in side) > 0.7 * len(
        side
    ) and any(has_date(s.text) for s in side)


def labels(left: list[Stretch], right: list[Stretch]) -> bool:
    """Whether the left side only names what stands on the right: section headings, dates or skill groups."""
    if len(left) < 3 or len(left) > len(right) or text_size(left) > 0.35 * text_size(right):
        return False
    found = sum(bool(section_of(s.text)) or has_date(s.text) for s in left)
    if found >= max(2, 0.4 * len(left)):
        return True
    return sum(beside(s, right) for s in left) > 0.8 * len(left) and found >= 2
