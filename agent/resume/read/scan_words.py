"""The words that Tesseract saw with their size and weight, and the bullets before them, as the picture shows them.

Tesseract tells boxes and letters. The size of type is worked out from how high which letters rise above the baseline,
the weight from how thick the strokes are, both against what is usual on the page, since headings are told by them.
"""

from __future__ import annotations

import itertools
import re
import statistics
from dataclasses import replace

from agent.resume.read.characters import BULLETS
from agent.resume.read.headings import section_of
from agent.resume.read.hocr import Seen, read_lines
from agent.resume.read.ink import Picture, dot_before, filled, stroke

LEAST = 25
"""Words that Tesseract is less sure of, in percent, are specks, lines and pictures."""
APART = 1.4
TALL, CAPITAL = re.compile(r"[bdfhklßþðÀ-Þ]"), re.compile(r"[A-Z0-9it]")
DEEP = re.compile(r"[gjpqyçþ,;()\[\]Q@|/]")
RISE = 0.70
"""How high tall letters rise in ems, in most typefaces; `CAPITALS` and `SMALL` tell what others do, of that."""
DEPTH = 0.23
"""Which part of a word lies below the line when letters do."""
CAPITALS, SMALL = 0.94, 0.67
SAME_SIZE, NEARLY = 0.08, 0.25
BOLDER = 1.24
CHANGE = 1.2
"""What a change of weight within a stretch must be worth: letters times how far their strokes are from the limit."""
RULE = re.compile(r"[_=~.—]{2,}|[_=~.]")
"""What drawn lines are taken for."""
SIGNS = re.compile(r"[^\w\s(\[\"'“‘#$€£&@/\\%~]{1,2}|[eoO0][^\w\s]?|[«»*•]e")
"""What a bullet is taken for."""


def words_of(answer: bytes, picture: Picture) -> list[Seen]:
    """All words, line by line. Raises `UnreadableFile` when the answer is no hOCR."""
    lines = [line for line in read_lines(answer) if line]
    stretches = [stretch for line in lines for stretch in parted(line)]
    stretches = sized(stretches)
    stretches = alike(weighed(stretches, picture))
    return [
        dotted(word)
        for stretch in stretches
        for word in marked(stretch, picture)
        if (word.sure * 100 >= LEAST or word.text in BULLETS) and not RULE.fullmatch(word.text)
    ]


def parted(line: list[Seen]) -> list[list[Seen]]:
    """A line where wide gaps part it: what stands there may be of another size."""
    stretches = [[line[0]]]
    for before, after in itertools.pairwise(line):
        if after.left - before.right > APART * max(word.bottom - word.top for word in (before, after)):
            stretches.append([])
        stretches[-1].append(after)
    return stretches


def sized(stretches: list[list[Seen]]) -> list[list[Seen]]:
    """Each stretch with its size of type in pixels; sizes that are nearly the same are made the same."""
    stretches = [based(stretch) for stretch in stretches]
    found = [rise_of(stretch) for stretch in stretches]
    weights = [sum(len(word.text) for word in stretch) for stretch in stretches]
    common = settled(found, weights)
    return [[replace(word, size=common[place] / RISE) for word in stretch] for place, stretch in enumerate(stretches)]


def based(stretch: list[Seen]) -> list[Seen]:
    """A stretch on the line its letters without descenders stand on; what Tesseract calls the baseline is often their foot."""
    feet = [word.bottom for word in stretch for sign in word.text if sign.isalnum() and not DEEP.search(word.text)]
    if not feet:
        feet = [word.bottom - round(DEPTH * (word.bottom - word.top)) for word in stretch]
    base = float(statistics.median(feet))
    return [replace(word, base=base) for word in stretch]


def rise_of(stretch: list[Seen]) -> float:
    """How high tall letters rise in a stretch: the median by letters."""
    heights: list[float] = []
    for word in stretch:
        letters = sum(sign.isalnum() for sign in word.text)
        if not letters or word.sure < 0.3:
            continue
        up = word.base - word.top
        part = 1.0 if TALL.search(word.text) else CAPITALS if CAPITAL.search(word.text) else SMALL
        heights += [up / part] * letters
    if not heights:
        heights = [0.8 * max(word.bottom - word.top for word in stretch)]
    return max(statistics.median(heights), 4.0)


def settled(sizes: list[float], weights: list[int]) -> list[float]:
    """Sizes drawn to the page's most frequent ones, the weightiest first."""
    left = sorted(range(len(sizes)), key=lambda place: sizes[place])
    result = list(sizes)
    while left:
        middle = max(left, key=lambda place: sum(weights[near] for near in left if same_size(sizes, near, place)))
        members = [place for place in left if same_size(sizes, place, middle)]
        value = statistics.median(sizes[place] for place in members for _ in range(weights[place] or 1))
        for place in members:
            result[place] = value
        left = [place for place in left if place not in members]
    return result


def same_size(sizes: list[float], one: int, other: int) -> bool:
    return abs(sizes[one] - sizes[other]) <= SAME_SIZE * sizes[other]


def weighed(stretches: list[list[Seen]], picture: Picture) -> list[list[Seen]]:
    """Each word bold or not: a stretch is all of one weight, or changes it once, as after a label."""
    strokes = [[stroke(picture, word.box) / word.size for word in stretch] for stretch in stretches]
    every = sorted(
        weight
        for stretch, weights in zip(stretches, strokes, strict=True)
        for word, weight in zip(stretch, weights, strict=True)
        for _ in word.text
        if weight
    )
    if not every:
        return stretches
    limit = BOLDER * every[len(every) // 3]
    return [
        [replace(word, bold=bold) for word, bold in zip(stretch, bold_words(stretch, weights, limit), strict=True)]
        for stretch, weights in zip(stretches, strokes, strict=True)
    ]


def bold_words(stretch: list[Seen], weights: list[float], limit: float) -> list[bool]:
    """Which of the ways to change weight once at most fits the strokes best; a change must be worth it."""
    worth = [
        sum(sign.isalnum() for sign in word.text) * (weight / limit - 1) if weight else 0.0
        for word, weight in zip(stretch, weights, strict=True)
    ]
    count = len(worth)
    sums = [0.0, *itertools.accumulate(worth)]
    best = max(
        [(0.0, 0, 0), (sums[count], 0, count)]
        + [(sums[cut] - CHANGE, 0, cut) for cut in range(1, count)]
        + [(sums[count] - sums[cut] - CHANGE, cut, count) for cut in range(1, count)],
        key=lambda way: way[0],
    )
    return [best[1] <= place < best[2] for place in range(count)]


def alike(stretches: list[list[Seen]]) -> list[list[Seen]]:
    """The headings of known sections in one size and weight, where they nearly are: the heading of a section that nobody knows is told by it."""
    headings = {
        place: text.isupper()
        for place, stretch in enumerate(stretches)
        if section_of(text := " ".join(word.text for word in stretch))
    }
    for upper in (False, True):
        group = [place for place, form in headings.items() if form == upper]
        if len(group) < 2:
            continue
        size = statistics.median(stretches[place][0].size for place in group)
        near = [place for place in group if abs(stretches[place][0].size - size) < NEARLY * size]
        bold = 2 * sum(stretches[place][0].bold for place in near) >= len(near)
        for place in near:
            stretches[place] = [replace(word, size=size, bold=bold) for word in stretches[place]]
    return stretches


def marked(stretch: list[Seen], picture: Picture) -> list[Seen]:
    """A stretch with the bullet before it as such, whatever letter it was taken for, or not seen at all."""
    first, *rest = stretch
    if rest and SIGNS.fullmatch(first.text) and is_bullet(first, rest[0], picture):
        return [replace(first, text="•", sure=1.0), *rest]
    if first.text[0] in "«»•°¢©®*" and len(first.text) > 2 and first.text[1].isalpha():
        edge = first.left + int(0.5 * first.size)
        return [replace(first, text="•", right=edge), replace(first, text=first.text[1:], left=edge + 1), *rest]
    stretch = [first, *(replace(word, text="•") if is_dot(word, picture) else word for word in rest)]
    dot = dot_before(picture, first.left, first.base, first.size)
    if dot and first.text not in BULLETS:
        return [replace(first, text="•", left=dot[0], top=dot[1], right=dot[2], bottom=dot[3], sure=1.0), *stretch]
    return stretch


def is_dot(word: Seen, picture: Picture) -> bool:
    """Whether a sign between words is the dot that parts them."""
    width, height = word.right - word.left, word.bottom - word.top
    return (
        bool(SIGNS.fullmatch(word.text))
        and max(width, height) < 0.45 * word.size
        and 0.6 < width / max(height, 1) < 1.6
        and word.bottom < word.base - 0.05 * word.size
        and filled(picture, word.box) > 0.55
    )


def is_bullet(sign: Seen, after: Seen, picture: Picture) -> bool:
    """Whether a lone sign is a dot or square with room after it."""
    width, height = sign.right - sign.left, sign.bottom - sign.top
    if after.left - sign.right < 0.2 * after.size or max(width, height) > 0.75 * after.size:
        return False
    if not sign.text.isalnum() and sign.text not in "-–—" and not after.text[0].isdigit():
        return True
    return 0.6 < width / max(height, 1) < 1.6 and filled(picture, sign.box) > 0.55


def dotted(word: Seen) -> Seen:
    """A dash that is as high as it is wide is the dot between two things."""
    width, height = word.right - word.left, word.bottom - word.top
    return replace(word, text="·") if word.text in "-—–" and width < 1.6 * height else word
