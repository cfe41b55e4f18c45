"""One PDF page as words with box, font and link, those that nobody can see set aside."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass, field

import pypdfium2
from pypdfium2 import raw

from agent.resume.read.characters import BULLETS, INVISIBLE, is_picture, tidy
from agent.resume.read.pdf_paint import Paint, Style, read_style
from agent.resume.read.rows import Box

SMALLEST_SIZE = 2.0
HYPHEN = 2
ICON = "\ue000"
"""Stands for a picture out of an icon font."""
ICON_FONTS = re.compile(
    r"awesome|icon|symbol(?!a)|dingbat|wingding|webding|glyph|emoji|fontello|academicons|marvosym|ifsym|materialdesign",
    re.IGNORECASE,
)
LIGATURES = {11: "ff", 12: "fi", 14: "ffi", 15: "ffl", 27: "ff", 28: "fi", 29: "fl", 30: "ffi", 31: "ffl"}
"""Where fonts of TeX have their ligatures, for files that do not say which letters they are."""
UNMAPPED = {13: "fl", 16: "“", 17: "”", 21: "–", 22: "—", 34: "”", 92: "“", 123: "–"}
"""What else stands there, where pdfium gives the code of another sign; dates are written with the dash."""
LONE = {"ffl": "•"}
"""What a code means that stands alone, in the font of TeX that has the signs."""
SPACES = {32, 10, 13, 9, 0xA0, 0, *range(0x2000, 0x200C)}


@dataclass(slots=True)
class Word:
    """Points from the page's top left corner; `base` is the baseline. `space` tells that a space stands before it.

    `spread` is all the space between its letters, as where a heading is set wide.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    style: Style
    space: bool = True
    link: str = ""
    spread: float = 0.0

    @property
    def size(self) -> float:
        return self.style.size


@dataclass(slots=True)
class PageWords:
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)
    characters: int = 0
    pictures: list[Box] = field(default_factory=list)


class Collector:
    """The characters of a page in the order of the file, put together to words."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.page = page
        self.text = raw.FPDFText_LoadPage(page)
        self.crop = page.get_bbox()
        left, bottom, right, top = self.crop
        self.result = PageWords(right - left, top - bottom)
        self.styles: dict[int, Style] = {}
        self.current: Word | None = None
        self.ended = True
        self.words: list[Word] = []

    def collect(self) -> PageWords:
        text, words = self.text, self.words
        box, origin_x, origin_y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        x0, _, _, y1 = self.crop
        count = raw.FPDFText_CountChars(text)
        self.result.characters = max(count, 0)
        space = True
        current: Word | None = None
        for index in range(count):
            code = raw.FPDFText_GetUnicode(text, index)
            sign = UNMAPPED.get(code) if code in UNMAPPED and self.unmapped(index) else LIGATURES.get(code)
            if code in SPACES and sign is None:
                space, current = True, None
                continue
            raw.FPDFText_GetLooseCharBox(text, index, box)
            raw.FPDFText_GetCharOrigin(text, index, origin_x, origin_y)
            base = y1 - origin_y.value
            left, right = box.left - x0, box.right - x0
            character = "-" if code == HYPHEN else sign or chr(code)
            if (
                current is not None
                and abs(base - current.base) < 1
                and -1.3 * current.size < left - current.right < 0.3 * current.size
                and left >= current.left
            ):
                current.text += character
                current.spread += left - current.right
                current.right = max(right, current.right)
                continue
            style = self.style(index, box.top - box.bottom)
            joined = current is not None and not space and abs(base - current.base) < 0.6 * style.size
            current = Word(character, left, y1 - box.top, right, y1 - box.bottom, base, style, space=not joined)
            words.append(current)
            space = False
        raw.FPDFText_ClosePage(text)
        return self.finish()

    def unmapped(self, index: int) -> bool:
        """Whether the file does not tell which sign a character is."""
        generated = raw.FPDFText_IsGenerated(self.text, index) != 0
        return not generated and bool(raw.FPDFText_HasUnicodeMapError(self.text, index) == 1)

    def style(self, index: int, height: float) -> Style:
        handle = raw.FPDFText_GetTextObject(self.text, index)
        key = ctypes.cast(handle, ctypes.c_void_p).value or 0
        if key not in self.styles:
            self.styles[key] = read_style(handle, height)
        return self.styles[key]

    def finish(self) -> PageWords:
        paint = Paint(self.page, self.crop)
        links = read_links(self.page, self.crop)
        result = self.result
        result.pictures = paint.pictures
        result.dots = paint.dots
        run: list[str] = []
        seen: set[tuple[str, int, int]] = set()
        for word in self.words:
            plain = LONE.get(word.text) or tidy(word.text).strip()
            if not plain or (ICON_FONTS.search(word.style.font) and plain not in BULLETS):
                plain = ICON if len(word.text) < 3 and not self.invisible(word, paint) else ""
            twin = (plain, round(word.left / 2), round(word.base / 2))
            if twin in seen:  # drawn twice for the look of bold
                continue
            seen.add(twin)
            if len(plain) == 1 and is_picture(plain):
                plain = ICON
            word.text = plain
            if not plain:
                continue
            if self.invisible(word, paint) and plain not in BULLETS:
                run.append(word.text)
                continue
            if run:
                result.hidden.append(" ".join(run))
                run = []
            result.words.append(word)
        if run:
            result.hidden.append(" ".join(run))
        for box, address in links:
            attach(result, box, address)
        return result

    def invisible(self, word: Word, paint: Paint) -> bool:
        style = word.style
        middle_x, middle_y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        outside = not (-1 <= middle_x <= self.result.width + 1 and -1 <= middle_y <= self.result.height + 1)
        return outside or style.invisible or style.size < SMALLEST_SIZE or paint.drowns(style.color, middle_x, middle_y)


def read_words(page: pypdfium2.PdfPage) -> PageWords:
    """The words of a page that a person sees, and apart from them what is hidden. Raises pdfium's own error."""
    return Collector(page).collect()


def read_links(page: pypdfium2.PdfPage, crop: tuple[float, float, float, float]) -> list[tuple[Box, str]]:
    """The web and mail addresses that can be clicked, with their boxes."""
    found: list[tuple[Box, str]] = []
    position, link, rect = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    while len(found) < 500 and raw.FPDFLink_Enumerate(page, position, link):
        action = raw.FPDFLink_GetAction(link)
        if not action or not raw.FPDFLink_GetAnnotRect(link, rect):
            continue
        length = raw.FPDFAction_GetURIPath(page.pdf, action, None, 0)
        buffer = ctypes.create_string_buffer(max(length, 1))
        raw.FPDFAction_GetURIPath(page.pdf, action, buffer, length)
        address = INVISIBLE.sub("", buffer.value.decode("utf-8", errors="replace")).strip()
        if address.startswith(("http://", "https://", "mailto:", "tel:", "www.")) and len(address) < 2000:
            bottom, top = sorted((rect.bottom, rect.top))
            found.append(((rect.left - crop[0], crop[3] - top, rect.right - crop[0], crop[3] - bottom), address))
    return found


def attach(result: PageWords, box: Box, address: str) -> None:
    """Give the words under a link its address; one with no words under it (an icon) stands for itself."""
    left, top, right, bottom = box
    hit = False
    for word in result.words:
        if (
            left - 1 <= (word.left + word.right) / 2 <= right + 1
            and top - 1 <= (word.top + word.bottom) / 2 <= bottom + 1
        ):
            word.link = address
            hit = True
    if not hit:
        result.links.append(address)
