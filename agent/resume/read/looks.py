"""How headings look: the looks of known ones tell which other lines are headings."""

from __future__ import annotations

import collections
import itertools
from dataclasses import replace

from agent.resume.read.dates import has_date
from agent.resume.read.headings import section_of, section_within
from agent.resume.read.rows import Row

LONGEST_HEADING = 48
MOST_WORDS = 6
DATED = {"work", "volunteer", "education", "projects", "certificates", "awards", "publications"}
Look = tuple[int, int, bool, bool, int]


def shared_looks(rows: list[Row], looks: dict[Look, int]) -> set[Look]:
    """The looks of headings that the names of entries have as well: right below such a heading stands another."""
    return {
        look_of(row)
        for row, after in itertools.pairwise(row for row in rows if row.segments)
        if look_of(row) in looks
        and look_of(after) == look_of(row)
        and section_of(row.text) in DATED
        and not section_of(after.text)
    }


def first_part(row: Row) -> Row:
    return replace(row, segments=[row.segments[0]], bullet=False, inner=False, style="")


def look_of(row: Row) -> Look:
    first = row.segments[0]
    letters = [sign for sign in row.text if sign.isalpha()]
    upper = (
        bool(letters)
        and all(sign.isupper() or not sign.islower() for sign in letters)
        and any(sign.isupper() for sign in letters)
    )
    return (row.level, round(first.size * 2), row.bold, upper, first.color)


def body_look(rows: list[Row]) -> Look:
    weights: collections.Counter[Look] = collections.Counter()
    for row in rows:
        if row.style == "label" and len(row.segments) > 1:
            weights[look_of(first_part(row))] += len(row.segments[0].text)
            weights[look_of(replace(row, segments=row.segments[1:]))] += len(row.text) - len(row.segments[0].text)
        elif row.segments:
            weights[look_of(row)] += len(row.text)
    return weights.most_common(1)[0][0] if weights else (0, 0, False, False, 0)


def could_be_heading(row: Row) -> bool:
    text = row.text
    if not 1 < len(text) <= LONGEST_HEADING or (row.bullet and not row.level):
        return False
    if len(text.split()) > MOST_WORDS and not section_of(text):
        return False
    if text.endswith((".", ",", ";")) or (text[:1].islower() and not row.level and not row.bold):
        return False
    sizes = [part.size for part in row.segments if part.text.strip()]
    if sizes and max(sizes) > min(sizes) + 2.5 and not text.isupper():
        return False
    return not any(part.apart for part in row.segments) and not has_date(text) and any(sign.isalpha() for sign in text)


def heading_looks(rows: list[Row]) -> dict[Look, int]:
    """The looks of known headings, each with its number; those that look like body text only when no other is there."""
    plain = body_look(rows)
    counts: collections.Counter[Look] = collections.Counter()
    seen: set[str] = set()
    for row in rows:
        if row.segments and could_be_heading(row):
            key = section_of(row.text)
            if key:
                counts[look_of(row)] += 1 if key in seen else 2
                seen.add(key)
    distinct = {look: count for look, count in counts.items() if look != plain}
    if not distinct or max(distinct.values()) < 2:
        return dict(counts)
    return distinct


def dominant_looks(rows: list[Row], looks: dict[Look, int]) -> dict[int, Look]:
    """How headings look in each column, and under -1 in the whole file."""
    if not looks:
        return {}
    counts: dict[int, collections.Counter[Look]] = {}
    for row in rows:
        if row.segments and could_be_heading(row) and look_of(row) in looks and section_of(row.text):
            counts.setdefault(row.column, collections.Counter())[look_of(row)] += 1
    found = {
        column: max(count, key=lambda look: (count[look], looks[look], look[1], look[2]))
        for column, count in counts.items()
        if sum(count.values()) > 1
    }
    found[-1] = max(looks, key=lambda item: (looks[item], item[1], item[2]))
    return found


def heading_key(row: Row, looks: dict[Look, int], dominant: dict[int, Look], around: list[Row]) -> str:
    """The section a row heads: a known one, `other` when it only looks like a heading, empty when it is none."""
    if not row.segments or not could_be_heading(row) or not looks:
        return ""
    look, key = look_of(row), section_of(row.text)
    usual = dominant.get(row.column, dominant[-1])
    if key:
        return "" if weaker(look, usual) and weaker(look, dominant[-1]) else key
    if look != usual or (looks.get(look, 0) < 4 and not row.level) or look == body_like(around, row):
        return ""
    if row is around[-1] and not row.level:
        return ""  # the last line of all heads nothing
    within = section_within(row.text)
    if within and len(row.text.split()) <= 4 and larger(row, around):
        return within  # `Kitchen experience`
    dated = any(has_date(near.text) and not near.bullet for near in neighbours(row, around))
    return "" if dated or crowded(row, dominant) else within or "other"


def neighbours(row: Row, around: list[Row]) -> list[Row]:
    """The line before a row and those after it, up to the next that looks like the row itself."""
    place = next(place for place, near in enumerate(around) if near is row)
    after = list(
        itertools.takewhile(lambda near: not near.segments or look_of(near) != look_of(row), around[place + 1 :])
    )
    if row.level or row.size > min((near.size for near in after), default=0.0) + 0.6:
        after = after[:1]
    apart = row.paragraph is not None and row.gap >= 1  # a blank line of a text parts it from what is above
    return [near for near in [*([] if apart else around[:place]), *after] if near.column == row.column]


def larger(row: Row, around: list[Row]) -> bool:
    """Whether a line is larger than the one below it."""
    place = next(place for place, near in enumerate(around) if near is row)
    after = next((near for near in around[place + 1 :] if near.segments), None)
    return after is not None and after.column == row.column and row.size > after.size + 0.6


def body_like(around: list[Row], row: Row) -> Look | None:
    after = next((near for near in around if near is not row and around.index(near) > around.index(row)), None)
    return look_of(after) if after is not None and after.segments else None


def crowded(row: Row, dominant: dict[int, Look]) -> bool:
    return bool(row.bullet) or -1 not in dominant


def weaker(look: Look, than: Look) -> bool:
    return (
        look[1] < than[1] - 1
        or (than[2] and not look[2] and look[1] <= than[1])
        or (than[0] > 0 and (look[0] == 0 or look[0] > than[0]))
    )
