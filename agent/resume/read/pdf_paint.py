"""How text of a PDF page looks, and whether it can be seen against what lies below it."""

from __future__ import annotations

import ctypes
import functools
import math
import re
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from agent.resume.read.rows import Box

BOLD = re.compile(r"bold|black|heavy|semi|demi|medium(?!.*ital)|(?<![a-z])bx|cmbx|sfbx|-?bd(?![a-z])", re.IGNORECASE)
MEDIUM = re.compile(r"medium", re.IGNORECASE)
ITALIC = re.compile(r"ital|oblique|slant|cmti|sfti|[a-z]-?it(?![a-z])", re.IGNORECASE)
WHITE = 0xFFFFFF
CLOSE = 20
INVISIBLE_MODES = {raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP}
LARGEST_OBJECTS = 20_000


@dataclass(slots=True, frozen=True)
class Style:
    size: float
    bold: bool
    italic: bool
    color: int
    font: str
    invisible: bool = False


PLAIN = Style(10.0, bold=False, italic=False, color=0, font="")


def read_style(handle: object, height: float) -> Style:
    """The look of a text object; `height` of its characters' boxes tells the size where its matrix does not."""
    if not handle:
        return Style(height / 1.2, bold=False, italic=False, color=0, font="")
    size, matrix = ctypes.c_float(), raw.FS_MATRIX()
    raw.FPDFTextObj_GetFontSize(handle, size)
    raw.FPDFPageObj_GetMatrix(handle, matrix)
    points = size.value * math.hypot(matrix.c, matrix.d)
    if height and not 0.6 < height / max(points, 0.01) < 2.2:
        points = height / 1.2
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha)
    font = raw.FPDFTextObj_GetFont(handle)
    name, weight = font_name(font), raw.FPDFFont_GetWeight(font) if font else 400
    mode = raw.FPDFTextObj_GetTextRenderMode(handle)
    return Style(
        round(points, 1),
        bold=bool(BOLD.search(name)) or (weight >= 600 and "light" not in name.lower()),
        italic=bool(ITALIC.search(name)),
        color=(red.value << 16) + (green.value << 8) + blue.value,
        font=name,
        invisible=mode in INVISIBLE_MODES or (alpha.value == 0 and mode == raw.FPDF_TEXTRENDERMODE_FILL),
    )


def font_name(font: object) -> str:
    if not font:
        return ""
    length = raw.FPDFFont_GetBaseFontName(font, None, 0)
    if not 0 < length < 500:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFFont_GetBaseFontName(font, buffer, length)
    return shorten(buffer.value)


@functools.lru_cache(maxsize=256)
def shorten(name: bytes) -> str:
    """A font's name without the six letters that mark a subset."""
    return re.sub(r"^[A-Z]{6}\+", "", name.decode("utf-8", errors="replace"))


class Paint:
    """The filled areas and pictures of a page, in the order they are drawn."""

    def __init__(self, page: pypdfium2.PdfPage, crop: Box) -> None:
        self.areas: list[tuple[Box, int | None]] = []
        self.pictures: list[Box] = []
        self.dots: list[Box] = []
        self.crop = crop
        self.collect(page, raw.FPDFPage_CountObjects(page), raw.FPDFPage_GetObject)

    def collect(self, owner: object, count: int, get: object, depth: int = 0) -> None:
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        for index in range(min(count, LARGEST_OBJECTS)):
            handle = get(owner, index)  # type: ignore[operator]  # a function of pdfium
            kind = raw.FPDFPageObj_GetType(handle)
            if kind == raw.FPDF_PAGEOBJ_TEXT or not raw.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
                continue
            box = (
                left.value - self.crop[0],
                self.crop[3] - top.value,
                right.value - self.crop[0],
                self.crop[3] - bottom.value,
            )
            if kind == raw.FPDF_PAGEOBJ_IMAGE:
                self.pictures.append(box)
                self.areas.append((box, None))
            elif kind == raw.FPDF_PAGEOBJ_SHADING:
                self.areas.append((box, None))
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < 4:
                self.collect(handle, raw.FPDFFormObj_CountObjects(handle), raw.FPDFFormObj_GetObject, depth + 1)
                self.areas.append((box, None))
            elif kind == raw.FPDF_PAGEOBJ_PATH and is_dot(box):
                self.dots.append(box)
            elif kind == raw.FPDF_PAGEOBJ_PATH and box[2] - box[0] > 4 and box[3] - box[1] > 4:
                self.fill(handle, box)

    def fill(self, handle: object, box: Box) -> None:
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(handle, mode, stroke)
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        if mode.value and raw.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha) and alpha.value > 100:
            self.areas.append((box, (red.value << 16) + (green.value << 8) + blue.value))

    def drowns(self, color: int, x: float, y: float) -> bool:
        """Whether text of a color has the color of what lies below the point; a picture below leaves it visible."""
        below: int | None = WHITE
        if distance(color, WHITE) > CLOSE and not self.areas:
            return False
        for (left, top, right, bottom), fill in self.areas:
            if left <= x <= right and top <= y <= bottom:
                below = fill
        return below is not None and distance(color, below) <= CLOSE


def is_dot(box: Box) -> bool:
    """Whether a drawing is small and about square: what programs draw as the bullet of a list."""
    width, height = box[2] - box[0], box[3] - box[1]
    return 1 < width < 6.5 and 1 < height < 6.5 and 0.6 < width / height < 1.7


def distance(one: int, other: int) -> int:
    return max(abs((one >> shift & 255) - (other >> shift & 255)) for shift in (16, 8, 0))
