"""Scans made from our own samples: pages drawn as pictures, tilted and grainy where asked, put into a PDF that holds nothing else."""

from __future__ import annotations

import io
import math
import zlib

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from tests.agent.resume.read.pdf_files import HELVETICA, pdf, show, stream

Picture = NDArray[np.uint8]


def picture(file: bytes, dots: int = 200, page: int = 0) -> Picture:
    """A page as grey points, `dots` an inch."""
    with pypdfium2.PdfDocument(file) as document:
        bitmap = document[page].render(scale=dots / 72, grayscale=True)
        return np.array(bitmap.to_numpy(), np.uint8).reshape(bitmap.height, bitmap.width)


def tilted(page: Picture, degrees: float) -> Picture:
    """The page as it lies askew on the glass."""
    height, width = page.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    x, y = x - width / 2, y - height / 2
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    left, top = x * cos + y * sin + width / 2, y * cos - x * sin + height / 2
    outside = (left < 0) | (top < 0) | (left > width - 2) | (top > height - 2)
    column, row = np.clip(left, 0, width - 2).astype(int), np.clip(top, 0, height - 2).astype(int)
    right, below = np.clip(left - column, 0, 1), np.clip(top - row, 0, 1)
    upper = page[row, column] * (1 - right) + page[row, column + 1] * right
    lower = page[row + 1, column] * (1 - right) + page[row + 1, column + 1] * right
    result: Picture = np.where(outside, 255, upper * (1 - below) + lower * below).astype(np.uint8)
    return result


def grainy(page: Picture, grain: float = 8.0) -> Picture:
    """The page a little blurred and pale, with grain and specks of dust."""
    chance = np.random.default_rng(1)
    blurred = sum(np.roll(page.astype(np.float32), by, (0, 1)) for by in ((0, 0), (1, 0), (0, 1), (1, 1))) / 4
    result = blurred * 0.85 + 25 + chance.normal(0, grain, page.shape)
    result[chance.random(page.shape) < 0.0004] = 20
    return np.clip(result, 0, 255).astype(np.uint8)


def scan(*pages: Picture, dots: int = 200, first: bytes = b"", under: list[str] | None = None) -> bytes:
    """A PDF with a picture a page; before them the first page of another file, and `under` the first picture text that is not drawn."""
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 5: HELVETICA}
    for place, page in enumerate(pages):
        number = 10 + 3 * place
        height, width = page.shape
        points = (width * 72 / dots, height * 72 / dots)
        layer = b"\n3 Tr " + show(under) if under is not None and not place else b""
        objects[number] = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %f %f] /Contents %d 0 R" % (
            *points,
            number + 1,
        ) + b" /Resources << /Font << /F1 5 0 R >> /XObject << /Im %d 0 R >> >> >>" % (number + 2)
        objects[number + 1] = stream(b"q %f 0 0 %f 0 0 cm /Im Do Q" % points + layer)
        objects[number + 2] = stream(
            zlib.compress(page.tobytes(), 1),
            b"/Filter /FlateDecode /Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Width %d /Height %d"
            % (width, height),
        )
    kids = b" ".join(b"%d 0 R" % (10 + 3 * place) for place in range(len(pages)))
    objects[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages))
    return joined(first, pdf(objects)) if first else pdf(objects)


def joined(first: bytes, rest: bytes) -> bytes:
    """The first page of one file before the pages of another."""
    file = io.BytesIO()
    with (
        pypdfium2.PdfDocument.new() as whole,
        pypdfium2.PdfDocument(first) as one,
        pypdfium2.PdfDocument(rest) as other,
    ):
        whole.import_pages(one, pages=[0])
        whole.import_pages(other)
        whole.save(file)
    return file.getvalue()
