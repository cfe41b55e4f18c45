"""JobPosting in microdata (itemprop) and in RDFa (property) of a page."""

from typing import Any

import lxml.etree

from scraper.document import Document
from scraper.draft import Draft
from scraper.extract.json_ld import is_job
from scraper.extract.schema import read_schema

MARKUP = frozenset(
    {
        "description",
        "responsibilities",
        "qualifications",
        "skills",
        "jobBenefits",
        "benefits",
        "experienceRequirements",
        "educationRequirements",
        "incentiveCompensation",
    }
)
LINKS = frozenset({"a", "area", "link"})
SOURCES = frozenset({"img", "audio", "video", "source", "embed", "iframe"})
MOST_ITEMS = 40


def read_microdata(document: Document) -> list[Draft]:
    items = document.root.xpath("//*[@itemscope and contains(@itemtype, 'JobPosting')]")
    return [read_schema(_item(each, "itemprop"), "microdata", 0.9) for each in items[:MOST_ITEMS]]


def read_rdfa(document: Document) -> list[Draft]:
    items = [
        each
        for each in document.root.xpath("//*[contains(@typeof, 'JobPosting')]")
        if is_job(each.get("typeof", "").split())
    ]
    return [read_schema(_item(each, "property"), "rdfa", 0.88) for each in items[:MOST_ITEMS]]


def _item(element: Any, attribute: str, depth: int = 0) -> dict[str, Any]:
    item: dict[str, Any] = {}
    stack = list(element)
    while stack:
        each = stack.pop(0)
        if not isinstance(each.tag, str):
            continue
        names = each.get(attribute, "").split()
        nested = "itemscope" in each.attrib if attribute == "itemprop" else "typeof" in each.attrib
        for name in names:
            plain = name.rsplit("/", 1)[-1].rsplit(":", 1)[-1]
            value = _item(each, attribute, depth + 1) if nested and depth < 6 else _value(each, plain)
            if plain in item:
                if plain in MARKUP or plain == "jobLocation":
                    known = item[plain]
                    item[plain] = [*known, value] if isinstance(known, list) else [known, value]
                elif not item[plain]:
                    item[plain] = value
            else:
                item[plain] = value
        if not (nested and names):
            stack = list(each) + stack
    if not item and depth:
        return {"name": " ".join("".join(element.itertext()).split())}
    return item


def _value(element: Any, name: str) -> str:
    if element.get("content") is not None:
        return str(element.get("content"))
    if element.tag == "time" and element.get("datetime"):
        return str(element.get("datetime"))
    if name in MARKUP:
        return str(lxml.etree.tostring(element, encoding="unicode", method="html", with_tail=False))
    text = " ".join("".join(element.itertext()).split())
    if text:
        return text
    if element.tag in LINKS:
        return str(element.get("href", ""))
    return str(element.get("src", "") if element.tag in SOURCES else element.get("value", ""))
