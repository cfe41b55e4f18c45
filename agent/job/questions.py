"""What to ask the person: only where an answer could change the resume, the most valuable first."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from agent.job.kinds import PHYSICAL, RIGHT, is_readiness
from agent.job.labels.age import asks_age
from agent.job.lexicon import table
from agent.job.model import Fact, MatchReport, Question, Requirement, RequirementMatch
from agent.job.phrasing import OBTAIN, form_of, is_condition, worded
from agent.job.score import weight_of
from agent.job.topics import key_of, topic_of
from agent.job.words import fold
from agent.resume.model import Resume

PRIVATE = re.compile(
    r"\b(?:drugs?|alcohol|criminal|background|medical|health|credit|fingerprint\w*|polygraph|physical exam\w*|tuberculosis|tb test|führungszeugnis|casier|antecedentes|gesundheitszeugnis|reconocimiento médico|visite médicale|eignungsuntersuchung)\b"
)
"""What the employer has checked of body, debts or record: an answer belongs in no resume and is nobody's business here."""
MADE = re.compile(r"\b(?:conflicts?|references?|record checks?|verif\w+|screening|a physical|questionnaire|barring)\b")
"""What the employer makes by itself: no answer changes it."""
PERSONAL = re.compile(
    r"\b(?:body ?weight|weigh (?:less|under)|pregnan\w*|marital status|married|date of birth|place of birth|körpergewicht|schwangerschaft|familienstand)\b"
)
"""What nobody may be asked when a job is given."""
RENEWED = 0.6
"""Of a check that the resume has but not as late as asked."""
TRAIT, DUTY, PROSE, CHECKED, PLACE, STRAIN, SCHOOLING, SPEAKING, PARTLY = (
    0.3,
    0.45,
    0.25,
    0.1,
    0.15,
    0.2,
    0.15,
    0.3,
    0.6,
)
"""How likely an answer to a question on such a thing changes the resume, beside 1.0 for a skill, a tool or a card."""
UNDER_WAY = frozenset(("exam", "booked", "renew", "expect"))
DATED = 2.0
"""Of what is nearly held: everybody can say when, and a date belongs into a resume."""


def plan_questions(
    report: MatchReport,
    resume: Resume,
    facts: Sequence[Fact],
    asked: Container[str] = (),
    limit: int = 8,
    language: str = "en",
) -> list[Question]:
    """At most `limit` questions on missing and partial requirements, none whose `key` is in `asked` or answered by a fact.

    Worded in `language` where we speak it (en, de, fr, es), else in the resume's.
    """
    spoken = next((each for each in (language, resume.language) if each in table("questions")), "en")
    known = {key_of(fact.requirement) for fact in facts if fact.requirement}
    whole = sum(weight_of(each) for each in report.requirements) or 1.0
    found: list[tuple[float, Question]] = []
    meant = {topic_of(fact.requirement) for fact in facts if fact.requirement}
    for requirement in report.requirements:
        match = report.match_of(requirement.id)
        key = key_of(requirement.text)
        topic = topic_of(requirement.text)
        if (
            match is None
            or not is_open(requirement, match)
            or is_private(requirement, match)
            or key in asked
            or key in known
            or topic in meant
        ):
            continue
        meant.add(topic)
        value = 100 * weight_of(requirement) * (1 - match.credit) / whole
        question = Question(
            key=key,
            text=worded(requirement, match, spoken),
            kind="gap" if match.label == "missing" else "clarify",
            requirement_id=requirement.id,
            choices=list(table("questions")[spoken]["choices"]),
            value=round(value, 2),
        )
        found.append((value * promise(requirement, match), question))
    found.sort(key=lambda each: -each[0])
    return [question for _, question in found[:limit]]


def is_open(requirement: Requirement, match: RequirementMatch) -> bool:
    if match.missing == "denied" and requirement.priority == "required" and is_obtainable(match):
        return True
    if match.missing == "denied":
        return bool(OBTAIN.search(fold(requirement.text))) and any(each.source == "resume" for each in match.evidence)
    if requirement.kind == "degree" and requirement.priority == "preferred" and match.label == "missing":
        return False  # who has a degree writes it; one that is begun is asked for its end
    return match.label != "met"


def is_obtainable(match: RequirementMatch) -> bool:
    """Whether the resume says no to a paper that may still be got: "Crowd management: not held"."""
    told = [fold(each.quote) for each in match.evidence if each.source == "resume"]
    return any(NOT_HELD.search(each) for each in told)


NOT_HELD = re.compile(r"\bnot (?:yet )?(?:held|certified|licensed|registered|qualified)\b")


def promise(requirement: Requirement, match: RequirementMatch) -> float:
    """How likely an answer is to change the resume: a tool is easily told of, a condition of hiring or a trait is not."""
    likely = PARTLY if match.label == "partial" else 1.0
    folded = fold(requirement.text)
    if match.missing == "denied":
        return TRAIT
    if match.label == "partial" and form_of(requirement, match) in UNDER_WAY:
        return DATED
    if is_condition(requirement):
        return CHECKED if match.label == "missing" else likely * RENEWED
    if PHYSICAL.search(folded) and is_readiness(requirement.text):
        return STRAIN
    match requirement.kind:
        case "soft":
            return likely * TRAIT
        case "degree":
            return SCHOOLING
        case "language":
            return likely * SPEAKING
        case "location" if not RIGHT.search(folded):
            return PLACE
        case "responsibility" if not requirement.terms:
            return likely * (PROSE if requirement.text[:1].islower() else DUTY)
        case _:
            return likely


def is_private(requirement: Requirement, match: RequirementMatch) -> bool:
    folded = fold(requirement.text)
    if asks_age(folded) or (PERSONAL.search(folded) and not requirement.terms):
        return True
    if match.label == "partial" and PHYSICAL.search(folded) and is_readiness(requirement.text):
        return True
    return (
        is_condition(requirement) and bool(PRIVATE.search(folded) or MADE.search(folded)) and not CARRIED.search(folded)
    )


CARRIED = re.compile(r"\b(?:cards?|certificates?|clearance|held|hold|current|valid|ausweis|carte|carné|carnet)\b")
"""A paper that a person carries, unlike a check that is made of them."""
