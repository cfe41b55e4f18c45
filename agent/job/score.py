"""The score of a match report: published weights, published bands (docs/scoring.md).

Each requirement counts once whatever its words; how often a resume repeats a word changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from agent.job.model import Requirement, RequirementKind, RequirementMatch

PRIORITY_WEIGHT = {"required": 3.0, "preferred": 1.0}
KIND_WEIGHT: dict[RequirementKind, float] = {"responsibility": 0.5, "soft": 0.5, "location": 0.5}
CREDIT = {"met": 1.0, "partial": 0.5, "missing": 0.0}
OTHER_WORDS = 0.9
"""Credit of a requirement that is met in other words than the posting's: a reader sees it, a search may not."""
UNSAID = 0.2
BANDS: tuple[tuple[float, str], ...] = ((85.0, "strong"), (70.0, "good"), (50.0, "fair"), (0.0, "weak"))
Wording = Literal["same", "other"]


def weight_of(requirement: Requirement) -> float:
    return PRIORITY_WEIGHT[requirement.priority] * KIND_WEIGHT.get(requirement.kind, 1.0)


def credit_of(match: RequirementMatch, wording: Wording) -> float:
    if match.label == "met":
        return 1.0 if wording == "same" else OTHER_WORDS
    return UNSAID if match.missing == "unsaid" else CREDIT[match.label]


def score_of(requirements: Sequence[Requirement], matches: Sequence[RequirementMatch]) -> float:
    """0 to 100, one decimal; 0 where nothing is asked."""
    weights = {each.id: weight_of(each) for each in requirements}
    whole = sum(weights.values())
    if not whole:
        return 0.0
    return round(100 * sum(weights[each.requirement_id] * each.credit for each in matches) / whole, 1)


def band_of(score: float) -> str:
    return next(name for least, name in BANDS if score >= least)
