"""What stands below the last section of a resume and belongs to none: place and day of the signature, consent to keep the data."""

from __future__ import annotations

import re

from agent.resume.read.dates import find_dates
from agent.resume.read.places import place_score
from agent.resume.read.rows import Row

SIGNED = re.compile(
    r"(?P<made>fait\s+à\s+|dated?\s+)?(?P<town>[^\W\d_][\w'’.-]*(?: [\w'’.-]+){0,3}?),\s*(?P<on>den|am|le|il|a|lì|dnia)?\s*",
    re.IGNORECASE,
)
DAY = re.compile(
    r"(?<!\d)\d{1,2}(?:\.|st|nd|rd|th|er|º)?\s+(?:de\s+)?[^\W\d]{3,}\.?\s+(?:de\s+)?\d{4}|(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{4}"
)
CONSENT = re.compile(
    r"(?i)wyrażam\s+zgodę|autorizzo\s+(?:il\s+)?trattamento|ai\s+sensi\s+del|autorizo\s+(?:el\s+)?tratamiento|i\s+(?:hereby\s+)?(?:consent|agree|give\s+(?:my\s+)?consent)\s+to\s+(?:the\s+)?processing|"
    r"ich\s+(?:willige|bin\s+damit\s+einverstanden)|j['’]autorise\s+le\s+traitement|\bD\.\s?Lgs\.|\bGDPR\b|\bDSGVO\b|\bRODO\b|Reg\.\s?UE\s+2016/679"
)


def is_closing(text: str) -> bool:
    """Whether a line is the place and day of a signature, or consents to the processing of the data."""
    if CONSENT.search(text):
        return True
    spans = find_dates(text)
    if (
        len(spans) != 1
        or not spans[0].single
        or not DAY.search(text)
        or len(text) > 48
        or spans[0].finish < len(text.rstrip(" ."))
    ):
        return False
    found = SIGNED.fullmatch(text[: spans[0].begin])
    return found is not None and bool(found["made"] or found["on"] or place_score(found["town"]) >= 0.6)


def take_closing(rows: list[Row]) -> list[Row]:
    """The last rows of a resume that close it, cut off from `rows`."""
    found: list[Row] = []
    while len(rows) > 1 and (not rows[-1].text or is_closing(rows[-1].text)):
        found.insert(0, rows.pop())
    return [row for row in found if row.text]
