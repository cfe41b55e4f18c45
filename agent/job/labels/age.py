"""The least age that a posting names: nobody is asked for it, but the years of work may tell that it is reached."""

from __future__ import annotations

import re
from datetime import date

from agent.job.labels.finding import Finding
from agent.job.reading import Reading
from agent.job.tenure import months
from agent.job.words import fold

AGE = re.compile(
    r"\b(?P<age>[1-4]\d|eighteen|twenty-one|achtzehn|dix-huit|dieciocho)\+?\s*(?:years?|jahre|ans|años)?\s*(?:of age|old|or older|or over|and over|alt|révolus|de edad)\b"
    r"|\b(?:aged?|over) (?P<over>1[68]|21)\b|\bminimum age\D{0,12}(?P<least>\d\d)\b|\bof legal (?:drinking )?age\b"
)
WORDED = {"eighteen": 18, "twenty-one": 21, "achtzehn": 18, "dix-huit": 18, "dieciocho": 18}
LEGAL, AT_WORK_FROM = 21, 15


def asks_age(text: str) -> bool:
    return bool(AGE.search(fold(text)))


def label_age(text: str, reading: Reading, today: date) -> Finding:
    """Met where the first role began long enough ago, or a longer life is plain from it; else missing, and never asked."""
    match = AGE.search(fold(text))
    told = next((each for each in match.groups() if each), "") if match else ""
    needed = WORDED.get(told) or (int(told) if told.isdigit() else LEGAL)
    first = min((role.span[0] for role in reading.roles if role.span), default=None)
    if first is not None and months(today) - first >= 12 * (needed - AT_WORK_FROM):
        headers = [role.header for role in reading.roles if role.span and role.span[0] == first]
        return Finding("met", tuple(headers[:1]), wording="other", note="The years of work tell it.")
    return Finding("missing", missing="gap", note="The resume tells no age, and none is asked for.")
