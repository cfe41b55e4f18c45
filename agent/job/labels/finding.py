"""What a label is before it is scored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from agent.job.model import Label
from agent.job.reading import Clause, Reading
from agent.job.score import Wording

Missing = Literal["unsaid", "gap", "denied"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A label with the clauses that show it; `wording` tells whether they use the posting's own words."""

    label: Label
    clauses: tuple[Clause, ...] = ()
    missing: Missing | None = None
    wording: Wording = "same"
    note: str = ""
    lacking: str = ""


GAP = Finding("missing", missing="gap", note="Nothing in the resume shows this.")


@dataclass(frozen=True)
class Told:
    """What is known of the person, and the day of the judgement."""

    reading: Reading
    day: date
