"""What a page says of itself in its head, and the names it claims for its job."""

import re
from dataclasses import dataclass, field
from itertools import islice

from scraper.document import Document
from scraper.text import squash, unescape

SEPARATOR = re.compile(r"\s+[-–—|·•»:]+\s+|\s*\|\s*|\s+::\s+|:\s+(?=[A-Z])")
SITE_NOISE = re.compile(
    r"^(?:careers?|jobs?|work|karriere|stellen|join|life|arbeiten|emplois?|empleos?|working) (?:at|with|bei|for|chez|en)\s+|\s+(?:careers?|jobs?|karriere|recruiting|recruitment|hiring|talent|career (?:site|page|portal|center)|job (?:board|portal|openings?)|stellenangebote|jobportal|emploi|empleo)$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Claim:
    """A name the page claims for the job, with the points it has for it."""

    text: str
    points: float
    company: str = ""
    place: str = ""
    heading: bool = False


@dataclass(slots=True)
class Signs:
    """What the page says about itself in its head."""

    titles: list[str] = field(default_factory=list)
    site: str = ""
    text: str = ""
    words: frozenset[str] = frozenset()


def page_titles(document: Document) -> list[str]:
    """og:title, twitter:title and the title element, cleaned, each once."""
    found: list[str] = []
    for key in ("og:title", "twitter:title", "title"):
        found.extend(meta(document, key))
    title = document.root.find(".//head/title")
    title = title if title is not None else document.root.find(".//title")
    if title is not None:
        found.append(title.text or "")
    return list(dict.fromkeys(clean for each in found if 2 < len(clean := squash(unescape(each))) < 300))


def meta(document: Document, key: str) -> list[str]:
    """The contents of the meta elements with this property or name."""
    tags = (tag for tag in document.root.iter("meta") if key in {tag.get("property"), tag.get("name")})
    contents = [squash(unescape(tag.get("content") or "")) for tag in islice(tags, 3)]
    return [content for content in contents if content]
