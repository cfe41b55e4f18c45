"""Words on the same baseline become a row; within it, words of one look a segment, and what stands far off is `apart`."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import replace

from agent.resume.read.characters import BULLETS, is_bullet
from agent.resume.read.pdf_words import ICON, Word
from agent.resume.read.rows import Row, Segment

APART = 1.6
"""How many ems of nothing make two parts of a row two things."""
WIDE = 0.6
"""Ems between the members of a row of words (`HTML  CSS  SQL`) that no comma parts; more than a blank."""
JUSTIFIED = 0.85
"""Ems that the blanks of a justified line do not pass."""
SAME_BASE = 0.35
TRACKED = 0.04
"""Ems between the letters of a word from which it is set wide."""


def group_lines(words: Iterable[Word]) -> list[list[Word]]:
    """Words by baseline, top to bottom, each line left to right. Superscripts stay with their line."""
    lines: list[list[Word]] = []
    bases: list[float] = []
    sizes: list[float] = []
    for word in sorted(words, key=lambda word: (word.base, word.left)):
        home = -1
        for place in range(len(lines) - 1, max(len(lines) - 6, -1), -1):
            if abs(word.base - bases[place]) <= SAME_BASE * min(word.size, sizes[place]) or superscript(
                word, lines[place], bases[place], sizes[place]
            ):
                home = place
                break
        if home < 0:
            lines.append([word])
            bases.append(word.base)
            sizes.append(word.size)
        else:
            lines[home].append(word)
            if word.size > sizes[home]:
                sizes[home], bases[home] = word.size, word.base
    lines = merge_beside(lines)
    for line in lines:
        line.sort(key=lambda word: word.left)
    return lines


def merge_beside(lines: list[list[Word]]) -> list[list[Word]]:
    """Lines side by side whose baselines differ a little (a date in smaller type at the right) are one."""
    result: list[list[Word]] = []
    for line in lines:
        last = result[-1] if result else None
        if (
            last is not None
            and level(last, line)
            and not any(a.left < b.right and b.left < a.right for a in last for b in line)
        ):
            last.extend(line)
        else:
            result.append(line)
    return result


def level(one: list[Word], other: list[Word]) -> bool:
    tops, bottoms = (
        (min(w.top for w in one), min(w.top for w in other)),
        (max(w.bottom for w in one), max(w.bottom for w in other)),
    )
    heights = (bottoms[0] - tops[0], bottoms[1] - tops[1])
    return min(bottoms) - max(tops) > 0.6 * min(heights) and max(heights) < 1.7 * min(heights)


def superscript(word: Word, line: list[Word], base: float, size: float) -> bool:
    """Whether a small word is raised beside the line's words (`2nd` with a raised `nd`), or the line beside the word."""
    small, large = min(word.size, size), max(word.size, size)
    raised = (base - word.base) if word.size < size else (word.base - base)
    if not 0.4 * large < small < 0.85 * large or not 0.1 * large < raised < 0.6 * large:
        return False
    return any(
        abs(word.left - other.right) < 0.15 * large or abs(other.left - word.right) < 0.15 * large for other in line
    )


def usual_blanks(lines: list[list[Word]]) -> dict[str, float]:
    """How wide a blank is in each font, in ems (under "" in any): 0.25 in most, 0.6 where all letters are equally wide."""
    found: dict[str, list[float]] = {}
    for line in lines:
        for before, after in itertools.pairwise(line):
            gap = (after.left - before.right) / max(after.size, 1)
            if before.style.font == after.style.font and 0.1 < gap < 1.5:
                found.setdefault(after.style.font, []).append(gap)
    usual = {font: sorted(gaps)[len(gaps) // 3] for font, gaps in found.items() if len(gaps) > 4}
    every = sorted(gap for gaps in found.values() for gap in gaps)
    usual[""] = every[len(every) // 3] if every else 0.0
    return usual


def make_row(line: list[Word], page: int, blanks: dict[str, float] | None = None) -> Row | None:
    """A row out of the words of one line; a picture parts what stands beside it, none when there are only pictures."""
    row = Row([], page=page, top=min(word.top for word in line), bottom=max(word.bottom for word in line))
    line = close_up(line)
    stretched = stretch_of(line)
    previous: Word | None = None
    parted = False
    for place, word in enumerate(line):
        if word.text == ICON:
            parted = bool(row.segments)
            row.icon = row.icon or not row.segments
            continue
        if not row.segments and not row.bullet and is_row_bullet(word, line[place + 1 :]):
            row.bullet, row.sign = True, word.left
            previous = word
            continue
        gap = word.left - previous.right if previous else 0.0
        size = max(word.size, previous.size) if previous else word.size
        apart = bool(row.segments) and (parted or gap > APART * size)
        space = bool(previous) and (word.space or gap > 0.12 * size)
        last = row.segments[-1] if row.segments else None
        if last and not apart and same_look(last, word):
            last.text += (
                "  "
                if gap > max(WIDE, 1.6 * (blanks.get(word.style.font, blanks[""]) if blanks else 0.0), stretched) * size
                else " "
                if space
                else ""
            ) + word.text
            last.right = max(last.right, word.right)
        else:
            if last and space and not apart:
                last.text += " "
            style = word.style
            row.segments.append(
                Segment(
                    word.text,
                    word.left,
                    word.right,
                    style.size,
                    style.bold,
                    style.italic,
                    style.color,
                    apart,
                    word.link,
                )
            )
        previous, parted = word, False
    return row if row.segments else None


def stretch_of(line: list[Word]) -> float:
    """Ems up to which blanks are but those of a justified line, set wide all alike; 0 in others, as rows of single words."""
    if not any(word.text.endswith((",", ".", ";")) for word in line):
        return 0.0
    gaps = sorted((after.left - before.right) / max(after.size, 1) for before, after in itertools.pairwise(line))
    usual = gaps[len(gaps) // 3] if gaps else 0.0
    return 1.25 * usual if usual < JUSTIFIED else 0.0


def close_up(line: list[Word]) -> list[Word]:
    """Letters set wide (`S K I L L S`, `FORM AT I O N`) put together to words."""
    result: list[Word] = []
    start = 0
    while start < len(line):
        end = start + 1
        while end < len(line) and line[end].text != ICON and same_style(line[start], line[end]):
            end += 1
        result.extend(closed(line[start:end]))
        start = end
    return result


def closed(run: list[Word]) -> list[Word]:
    """Words of one look, joined where no more than the usual space between their letters is between them."""
    gaps = [after.left - before.right for before, after in itertools.pairwise(run)]
    limit = closest(run, gaps)
    if not limit:
        return run
    result = [run[0]]
    for gap, word in zip(gaps, run[1:], strict=True):
        last = result[-1]
        if gap <= limit and not is_bullet(last.text) and last.link == word.link:
            result[-1] = replace(
                last, text=last.text + word.text, right=word.right, spread=last.spread + gap + word.spread
            )
        else:
            result.append(word)
    return result


def closest(run: list[Word], gaps: list[float]) -> float:
    """Up to which space words belong together in type that is set wide; 0 where it is not."""
    size, letters = run[0].size, sum(len(word.text) for word in run)
    inner = letters - len(run)
    lone = sum(len(word.text) == 1 and word.text.isalpha() for word in run)
    if not gaps or letters < 4:
        return 0.0
    if lone >= 4 and lone >= 0.8 * len(run):
        return 1.6 * max(sorted(gaps)[len(gaps) // 3], 0.1 * size) + 0.5
    tracking = sum(word.spread for word in run) / inner if inner >= 2 else 0.0
    return 1.6 * tracking + 0.06 * size if tracking > TRACKED * size else 0.0


def same_style(one: Word, other: Word) -> bool:
    return one.style.font == other.style.font and abs(one.size - other.size) < 4


def is_row_bullet(word: Word, rest: list[Word]) -> bool:
    """Whether the first word of a line is the sign of a list item: a bullet, or the `o` of Word's second level."""
    if not rest:
        return False
    gap = rest[0].left - word.right
    if is_bullet(word.text):
        return word.text not in "-–—*·+" or gap > 0.1 * word.size
    return (
        word.text in {"o", "¾", "Ø", "§", "ü", "n", "q", "l"}
        and gap > 0.4 * word.size
        and word.style.font != rest[0].style.font
    )


def same_look(segment: Segment, word: Word) -> bool:
    style = word.style
    if segment.link != word.link or abs(segment.size - style.size) > 0.6:
        return False
    if all(sign in BULLETS or not sign.isalnum() for sign in word.text):
        return True
    return segment.bold == style.bold and segment.italic == style.italic and segment.color == style.color
