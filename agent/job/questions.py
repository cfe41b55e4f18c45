"""What to ask the person: only where an answer could change the resume, the most valuable first."""

from __future__ import annotations

from collections.abc import Container, Sequence

from agent.job.model import Fact, MatchReport, Question, Requirement, RequirementMatch
from agent.job.score import weight_of
from agent.job.words import content
from agent.resume.model import Resume

CHOICES = {
    "en": ["Yes", "No", "Skip"],
    "de": ["Ja", "Nein", "Überspringen"],
    "fr": ["Oui", "Non", "Passer"],
    "es": ["Sí", "No", "Omitir"],
}


def plan_questions(
    report: MatchReport,
    resume: Resume,
    facts: Sequence[Fact],
    asked: Container[str] = (),
    limit: int = 7,
    language: str = "en",
) -> list[Question]:
    """At most `limit` questions on missing and partial requirements, none whose `key` is in `asked` or answered by a fact."""
    spoken = language if language in CHOICES else resume.language
    known = {key_of(fact.requirement) for fact in facts if fact.requirement}
    whole = sum(weight_of(each) for each in report.requirements) or 1.0
    found: list[Question] = []
    for requirement in report.requirements:
        match = report.match_of(requirement.id)
        key = key_of(requirement.text)
        if match is None or match.label == "met" or match.missing == "denied" or key in asked or key in known:
            continue
        value = round(100 * weight_of(requirement) * (1 - match.credit) / whole, 2)
        found.append(ask(requirement, match, key, value, spoken))
    return sorted(found, key=lambda each: -each.value)[:limit]


def key_of(text: str) -> str:
    """Stable for the same gap, whatever the posting's order."""
    return "gap:" + "-".join(sorted(content(text)))


def ask(requirement: Requirement, match: RequirementMatch, key: str, value: float, language: str) -> Question:
    text = f"“{requirement.text}”: do you have this? If so, tell me where and what you did."
    return Question(
        key=key,
        text=text,
        kind="gap" if match.label == "missing" else "clarify",
        requirement_id=requirement.id,
        choices=CHOICES.get(language, CHOICES["en"]),
        value=value,
    )
