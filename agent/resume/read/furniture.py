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


def drop_furniture(pages: list[list[Row]]) -> None:
    """Empty the rows that are page numbers, and those of later pages that repeat the same text at the same place."""
    seen: set[tuple[str, int]] = set()
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
                or (len(pages) > 1 and key in seen)
            ):
                row.segments = []
            fresh.add(key)
        seen |= fresh
