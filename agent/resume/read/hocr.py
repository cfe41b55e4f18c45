"""Tesseract's answer (hOCR): its words with their boxes, how the page's lines fall, and how sure it was."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from agent.errors import UnreadableFile
from agent.resume.read.ink import Pixels

BROKEN_AT = re.compile(r"^([\w.+-]*[a-z\d])(?:\([OQ0a]\)?|[QO]?@|[©®])(?=[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$)")
"""What the sign in a mail address is taken for."""


@dataclass(slots=True, frozen=True)
class Seen:
    """A word as it was recognised, in pixels; `sure` is 0 to 1, `rise` how high its tall letters would stand."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    base: float
    sure: float
    size: float = 0.0
    bold: bool = False

    @property
    def box(self) -> Pixels:
        return (self.left, self.top, self.right, self.bottom)


def slope_of(answer: bytes) -> float:
    """How the lines of a page fall from left to right, in pixels by pixel: the median of those that are long."""
    slopes = [
        float(found[1])
        for line in lines_in(answer)
        if (found := re.search(r"baseline (-?[\d.]+)", line.get("title", ""))) and width_of(line) > 300
    ]
    return statistics.median(slopes) if len(slopes) > 2 else 0.0


def sureness(answer: bytes) -> float:
    """How sure Tesseract is of the page's words on the whole, 0 to 1; 0 for a page with hardly any."""
    sure = [word.sure for line in read_lines(answer) for word in line for _ in word.text]
    return sum(sure) / len(sure) if len(sure) > 20 else 0.0


def text_of(answer: bytes) -> str:
    return " ".join(word.text for line in read_lines(answer) for word in line)


def lies(answer: bytes) -> bool:
    """Whether most words stand on end: the lines run up or down the page."""
    long = [word for line in read_lines(answer) for word in line if len(word.text) > 3]
    return 2 * sum(word.bottom - word.top > word.right - word.left for word in long) > len(long)


def read_lines(answer: bytes) -> Iterator[list[Seen]]:
    for line in lines_in(answer):
        title = line.get("title", "")
        box = numbers(title, "bbox", 4)
        slope, offset = numbers(title, "baseline", 2) or [0.0, 0.0]
        words = []
        for element in line.iter("{*}span"):
            own, text = element.get("title", ""), "".join(element.itertext()).strip()
            place, sure = numbers(own, "bbox", 4), numbers(own, "x_wconf", 1)
            if element.get("class") != "ocrx_word" or not place or not text or not box:
                continue
            left, top, right, bottom = (int(number) for number in place)
            base = box[3] + offset + slope * ((left + right) / 2 - box[0])
            text = BROKEN_AT.sub(r"\1@", text)
            words.append(Seen(text, left, top, right, bottom, base, (sure[0] if sure else 0.0) / 100))
        yield sorted(words, key=lambda word: word.left)


def lines_in(answer: bytes) -> Iterator[etree._Element]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(answer, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableFile from error
    for element in root.iter("{*}span") if root is not None else ():
        if "bbox" in element.get("title", "") and element.get("class", "").startswith("ocr_"):
            yield element


def numbers(title: str, name: str, count: int) -> list[float]:
    found = re.search(rf"{name}((?: -?[\d.]+){{{count}}})", title)
    return [float(number) for number in found[1].split()] if found else []


def width_of(line: etree._Element) -> float:
    box = numbers(line.get("title", ""), "bbox", 4)
    return box[2] - box[0] if box else 0.0
