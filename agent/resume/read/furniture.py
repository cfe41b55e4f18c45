"""Page numbers and running heads: what stands at the edge of every page and is no part of the resume."""

from __future__ import annotations

import re

from agent.resume.read.rows import Row

PAGE_NUMBER = re.compile(
    r"(?:page|seite|página|pagina|pág\.?|p\.|s\.|第)?\s*[-–—|]?\s*\d{1,3}\s*(?:页|頁)?\s*(?:(?:/|of|von|de|di|sur|van|共)\s*\d{1,3}\s*页?)?\s*[-–—|]?",
    re.IGNORECASE,
)
NAMED_NUMBER = re.compile(
    r"(.{3,50}?)\s*[-–—|•·,]?\s*(?:page|seite|página|pagina)?\s*\d{1,3}\s*(?:/|of|von|de|di|sur)\s*\d{1,3}",
    re.IGNORECASE,
)

LAST_NUMBER = re.compile(
    r".{0,160}\b(?:page|seite|página|pagina|pág\.?)\s*\d{1,3}\s*(?:/|of|von|de|di|sur)\s*\d{1,3}\b.{0,80}|(?:page|seite|página)\s*\d{1,3}\s*[-–—|·]\s*.{3,60}",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]{2,}")


def drop_furniture(pages: list[list[Row]]) -> None:
    """Empty the rows that are page numbers, and those of later pages that repeat the same text at the same place."""
    seen: set[tuple[str, int]] = set()
    head, name = first_words(pages)
    for rows in pages:
        if not rows:
            continue
        ordered = sorted(rows, key=lambda row: row.top)
        edges = [*ordered[:2], *ordered[-2:]]
        fresh: set[tuple[str, int]] = set()
        for row in edges:
            text = row.text
            key = (re.sub(r"\d+", "0", text), round(row.top / 4))
            if (
                PAGE_NUMBER.fullmatch(text)
                or (NAMED_NUMBER.fullmatch(text) and row is ordered[-1])
                or (LAST_NUMBER.fullmatch(text) and row in ordered[-2:])
                or (len(pages) > 1 and key in seen)
                or (rows is not pages[0] and row is ordered[0] and is_running_head(text, head, name))
            ):
                row.segments = []
            fresh.add(key)
        seen |= fresh


def first_words(pages: list[list[Row]]) -> tuple[set[str], set[str]]:
    """The words at the top of the first page, and those of its largest line there: the name."""
    top = sorted(pages[0], key=lambda row: row.top)[:8] if pages else []
    largest = max(top, key=lambda row: row.size, default=None)
    words = {word.lower() for row in top for word in WORD.findall(row.text)}
    return words, {word.lower() for word in WORD.findall(largest.text)} if largest else set()


def is_running_head(text: str, head: set[str], name: set[str]) -> bool:
    """Whether a line at the top of a later page only says again whose resume this is."""
    words = {word.lower() for word in WORD.findall(text)} - {"page", "seite", "página"}
    return len(words & name) > 1 and words <= head
