"""Pages that are pictures of text: which they are, and their words as a recogniser reads them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

import pypdfium2

from agent.errors import ReadError, ScannedFile
from agent.resume.read.pdf_paint import Style
from agent.resume.read.pdf_words import ICON, PageWords, Word
from agent.resume.read.recogniser import Recogniser, SlowScan

DOTS = 300
LARGEST_SIDE = 3600
"""Pixels of the longer side of a page; photographs of pages say that they are metres large."""
USUAL_SIDE, LONG_SIDE = 842.0, 1100.0
"""Points of the longer side of A4, and from where on a page is taken for one of that size."""
LARGEST_PAGES = 10
FEW_WORDS = 12
MOST_OF_PAGE, SOME_OF_PAGE = 0.5, 0.15
TOO_SLOW = "Reading the text in this scan took too long. Upload the original document instead, or fewer pages."
AGREES = 0.7


@dataclass
class Scans:
    """The scanned pages of one file. `unread` are those that stay pictures, `doubts` how sure each word read is, 0 to 1."""

    recogniser: Recogniser | None
    unread: list[int] = field(default_factory=list)
    doubts: dict[str, float] = field(default_factory=dict)
    read: int = 0
    slow: bool = False

    def look(self, page: pypdfium2.PdfPage, words: PageWords, number: int) -> None:
        """Put what the picture of a scanned page says in the place of its words."""
        if not is_scan(words):
            return
        found = self.recognise(page, words) if self.read < LARGEST_PAGES else None
        if not found:
            self.unread.append(number)
            return
        self.read += 1
        seen = {word.text for word in found}
        words.words = found
        words.hidden = [text for text in words.hidden if not shown(text, seen)]

    def recognise(self, page: pypdfium2.PdfPage, words: PageWords) -> list[Word] | None:
        if self.recogniser is None or not self.recogniser.present or self.slow:
            return None
        longest = max(words.width, words.height)
        shrunk = USUAL_SIDE / longest if longest > LONG_SIDE else 1.0
        dots = min(DOTS, LARGEST_SIDE * 72 / max(longest, 1))
        try:
            bitmap = page.render(scale=dots / 72, grayscale=True)
        except pypdfium2.PdfiumError:
            return None
        rows = bytes(bitmap.buffer)
        pixels = b"".join(
            rows[line * bitmap.stride : line * bitmap.stride + bitmap.width] for line in range(bitmap.height)
        )
        try:
            found = self.recogniser.recognise(pixels, bitmap.width, bitmap.height, round(dots / shrunk))
        except SlowScan:
            self.slow = True
            return None
        except ReadError:
            return None
        words.width, words.height = words.width * shrunk, words.height * shrunk
        return [self.word(each, shrunk * 72 / dots) for each in found]

    def word(self, found: list[object], scale: float) -> Word:
        text, left, _top, right, _bottom, base, size, bold, sure = cast(
            "tuple[str, int, int, int, int, float, float, bool, float]", found
        )
        self.doubts[text] = min(self.doubts.get(text, 1.0), sure)
        points = round(size * scale, 1)
        style = Style(points, bold=bold, italic=False, color=0, font="")
        line = base * scale
        return Word(text, left * scale, line - 0.8 * points, right * scale, line + 0.22 * points, line, style)

    def refusal(self) -> ScannedFile:
        """What to tell the person when nothing of the file could be read."""
        return ScannedFile(TOO_SLOW if self.slow else None)


def is_scan(page: PageWords) -> bool:
    """Whether a page is a picture with next to no words of its own, such as a page number."""
    covered = sum(
        max(min(right, page.width) - max(left, 0), 0) * max(min(bottom, page.height) - max(top, 0), 0)
        for left, top, right, bottom in page.pictures
    ) / max(page.width * page.height, 1)
    words = sum(word.text != ICON for word in page.words)
    return covered > (MOST_OF_PAGE if words else SOME_OF_PAGE) and words <= FEW_WORDS


def shown(text: str, seen: set[str]) -> bool:
    """Whether hidden text is what the picture itself shows: the words that a scanner's program lays under it."""
    words = text.split()
    return sum(word in seen for word in words) >= AGREES * len(words)
