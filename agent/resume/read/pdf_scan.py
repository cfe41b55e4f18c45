"""Pages that are pictures, read by the Tesseract program where it is installed."""

from __future__ import annotations

import shutil
import subprocess

import pypdfium2

from agent.errors import ScannedFile, UnreadableFile
from agent.resume.read.pdf_paint import PLAIN, Style
from agent.resume.read.pdf_words import Word

SCALE = 300 / 72
SECONDS = 40
LARGEST_SIDE = 2000


def recognise(page: pypdfium2.PdfPage) -> list[Word]:
    """The words of a page's picture. Raises `ScannedFile` without the program, `UnreadableFile` when it fails."""
    program = shutil.which("tesseract")
    if program is None:
        raise ScannedFile
    if max(page.get_size()) > LARGEST_SIDE:
        raise UnreadableFile
    bitmap = page.render(scale=SCALE, grayscale=True)
    rows = bytes(bitmap.buffer)
    picture = b"".join(
        rows[line * bitmap.stride : line * bitmap.stride + bitmap.width] for line in range(bitmap.height)
    )
    command = [program, "stdin", "stdout", "--dpi", "300", "tsv"]
    try:
        done = subprocess.run(  # noqa: S603 - a program found on the path, its input by pipe
            command,
            input=b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + picture,
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise UnreadableFile from error
    return parse(done.stdout.decode("utf-8", errors="replace"))


def parse(table: str) -> list[Word]:
    """Words out of Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, sureness, text."""
    words: list[Word] = []
    for line in table.splitlines()[1:]:
        cells = line.split("\t")
        if len(cells) < 12 or cells[0] != "5" or not cells[11].strip() or float(cells[10]) < 30:
            continue
        left, top, width, height = (int(cell) / SCALE for cell in cells[6:10])
        style = Style(round(height, 0) or PLAIN.size, bold=False, italic=False, color=0, font="")
        words.append(Word(cells[11].strip(), left, top, left + width, top + height, top + height, style))
    return words
