"""Under which heading a line of evidence stands: what is listed as a certificate is held, what is listed as a degree was studied."""

from __future__ import annotations

from functools import cache, lru_cache

from agent.change import lexicon
from agent.change.telling.book import Book

_LONGEST = 40
_STORED = {"certificates": "papers", "education": "studies", "work": "roles", "volunteer": "roles"}


def section_of(book: Book, line: int) -> str:
    """`papers` (certificates, licences, courses), `studies`, or empty for lines under other headings or none."""
    return _sections(book)[line]


@lru_cache(maxsize=64)
def _sections_of(texts: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    found: list[str] = []
    current = ""
    for text, section in texts:
        heading = text.strip(" :.-–•*").lower()
        if section:
            current = _STORED.get(section.split(".")[0], "")
        elif len(heading) <= _LONGEST and heading in _headings():
            current = _headings()[heading]
        elif text.lower().startswith("question:") or _is_heading(text):
            current = ""
        found.append(current)
    return tuple(found)


def _is_heading(text: str) -> bool:
    return text.isupper() and len(text) <= _LONGEST and not any(letter.isdigit() for letter in text)


def _sections(book: Book) -> tuple[str, ...]:
    return _sections_of(tuple((line.source.text, line.source.section) for line in book.lines))


@cache
def _headings() -> dict[str, str]:
    """Each heading in lower case with the kind of its section."""
    return {heading: kind for kind, headings in lexicon.section("granting", "headings").items() for heading in headings}
