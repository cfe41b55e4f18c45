"""The line of the file that a doubtful field was read from: found again by what it says, whichever reader it was."""

from __future__ import annotations

import re

from agent.resume.model import Line, Resume, Work
from agent.resume.read.item import place_of
from agent.resume.read.rows import Row

MOST = 40
"""Of how many fields the lines are looked up, the least sure first: a file of nothing but doubts must not take all day."""

NEAR = 2
"""How many rows above or below belong to the same head."""


def note_quotes(resume: Resume, rows: list[Row], texts: list[str]) -> None:
    """Fill in `quotes` for every field in `confidence`, in place; `texts` are the rows' as they stood before anything was taken
    out of them.
    """
    folded = [squeezed(text) for text in texts]
    least_sure = sorted(resume.confidence, key=lambda address: resume.confidence[address])[:MOST]
    for address in least_sure:
        if address in resume.quotes:
            continue
        if address.startswith("unplaced."):
            found = next((line.model_copy(update={"id": ""}) for line in resume.unplaced if line.id == address), None)
        else:
            found = find_quote(wanted_texts(resume, address), rows, texts, folded)
        if found is not None:
            resume.quotes[address] = found


def find_quote(wanted: list[str], rows: list[Row], texts: list[str], folded: list[str]) -> Line | None:
    """The row that holds the first of the wanted texts, the one nearest to the others, with those beside it that hold them."""
    value, *beside = [squeezed(text) for text in wanted] or [""]
    parts = [part for part in (value, *beside) if part]
    if not parts:
        return None
    best: tuple[int, int] | None = None
    for at, text in enumerate(folded):
        if parts[0] not in text and not (len(text) > NEAR and text in parts[0]):
            continue
        near = folded[max(0, at - NEAR) : at + NEAR + 1]
        score = sum(any(part in each for each in near) for part in parts)
        if best is None or score > best[0]:
            best = (score, at)
    if best is None:
        return None
    first = last = best[1]
    while first and last - first < NEAR and any(part in folded[first - 1] for part in parts):
        first -= 1
    while last + 1 < len(rows) and last - first < NEAR and any(part in folded[last + 1] for part in parts):
        last += 1
    return Line(text=" · ".join(texts[first : last + 1]), place=place_of([rows[best[1]]]))


def wanted_texts(resume: Resume, address: str) -> list[str]:
    """The field itself, then what stands with it."""
    holder, _, field = address.rpartition(".")
    if holder == "basics":
        place = resume.basics.location
        value = (place.text if place else "") if field == "location" else getattr(resume.basics, field, "")
        return [value if isinstance(value, str) else ""]
    entry = next((each for each in getattr(resume, holder.split(".")[0], []) if each.id == holder), None)
    if entry is None or not hasattr(entry, field):
        return []
    names = ("position", "employer", "dates") if isinstance(entry, Work) else ("institution", "degree", "dates")
    value = getattr(entry, field, "")
    return [value if isinstance(value, str) else "", *(getattr(entry, name, "") for name in names if name != field)]


def squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
