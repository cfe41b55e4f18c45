"""What to ask the person: only where an answer could change the resume, the most valuable first."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from agent.job.kinds import PHYSICAL, RIGHT, is_readiness
from agent.job.labels.age import asks_age
from agent.job.labels.qualifiers import LATELY
from agent.job.lexicon import pattern, table
from agent.job.limits import partly
from agent.job.model import Fact, MatchReport, Question, Requirement, RequirementMatch
from agent.job.score import weight_of
from agent.job.topics import key_of, topic_of
from agent.job.units import EXAMPLES
from agent.job.words import fold
from agent.resume.model import Resume

LEAD = re.compile(
    r"^(?:(?:some|any|strong|solid|good|excellent|proven|prior|previous|sound|working|practical|hands-on|basic|deep|advanced|"
    r"demonstrated|relevant|very)\s+)*(?:experience|knowledge|familiarity|exposure|proficiency|command|understanding|background|competence|comfort|"
    r"skills?|erfahrung(?:en)?|kenntnisse|expérience|connaissances?|maîtrise|bonne maîtrise|experiencia|conocimientos?|manejo|dominio)\s+"
    r"(?:with|in|of|to|using|mit|im|in|von|de la|de l'|des|du|de|d'|en|con)\s*(?=\S)",
    re.IGNORECASE,
)
OBTAIN = re.compile(
    r"\bor (?:be )?(?:able|willing|willingness|ability|in the process|eligible|working)\b.*\b(?:get|obtain|obtaining|acquire|complete|earn)\b"
)
LONG_BRACKET = re.compile(r"\s*\((?:\S+\s+){4,}\S+\)")
STATES = (
    ("exam", re.compile(r"\b(?:exam|exams|prüfung|examen|registered for|registered to sit|applied)\b")),
    (
        "booked",
        re.compile(
            r"\b(?:booked|signed up|scheduled for|place confirmed|place offered|angemeldet|gebucht|geplant|prévue?|previst[oa]|réservée?|reservad[oa])\b"
        ),
    ),
    (
        "renew",
        re.compile(
            r"\b(?:expired|lapsed|ended|inactive|no longer|abgelaufen|périmée?|expirée?|caducad[oa]|vencid[oa])\b"
        ),
    ),
    (
        "finish",
        re.compile(
            r"\b(?:enrolled|expected|in progress|toward|towards|starts in|started|begonnen|voraussichtlich|inscrite?|en cours|en curso|matriculad[oa])\b"
        ),
    ),
)
SPOKEN = pattern(tuple(name for names in table("languages")["names"].values() for name in names))
CHECK = re.compile(
    r"\b(?:background|record|references|vetting|check|checks|police clearance|test|tests|screen|screening|vaccin\w*|shot|fingerprint\w*|führungszeugnis|\w*impf\w*|casier|antecedentes|physical|vett\w+|medical|health|assessments?|declaration|barred|licence check|visite|reconocimiento|eignungs\w*|gesundheits\w*)\b"
)
PRIVATE = re.compile(
    r"\b(?:drugs?|alcohol|criminal|background|medical|health|credit|fingerprint\w*|polygraph|physical exam\w*|tuberculosis|tb test|führungszeugnis|casier|antecedentes|gesundheitszeugnis|reconocimiento médico|visite médicale|eignungsuntersuchung)\b"
)
"""What the employer has checked of body, debts or record: an answer belongs in no resume and is nobody's business here."""
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
LONGEST_QUOTE = 110


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
    if match.missing == "denied":
        return bool(OBTAIN.search(fold(requirement.text))) and any(each.source == "resume" for each in match.evidence)
    return match.label != "met"


def promise(requirement: Requirement, match: RequirementMatch) -> float:
    """How likely an answer is to change the resume: a tool is easily told of, a condition of hiring or a trait is not."""
    likely = PARTLY if match.label == "partial" else 1.0
    folded = fold(requirement.text)
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


def is_condition(requirement: Requirement) -> bool:
    """A check that the employer makes, not something held: nothing to write into a resume."""
    return requirement.kind == "clearance" and bool(CHECK.search(fold(requirement.text)))


def is_private(requirement: Requirement, match: RequirementMatch) -> bool:
    folded = fold(requirement.text)
    if asks_age(folded) or (PERSONAL.search(folded) and not requirement.terms):
        return True
    if match.label == "partial" and PHYSICAL.search(folded) and is_readiness(requirement.text):
        return True
    return is_condition(requirement) and bool(PRIVATE.search(folded)) and not CARRIED.search(folded)


CARRIED = re.compile(r"\b(?:cards?|certificates?|clearance|held|hold|current|valid|ausweis|carte|carné|carnet)\b")
"""A paper that a person carries, unlike a check that is made of them."""


def worded(requirement: Requirement, match: RequirementMatch, language: str) -> str:
    form = form_of(requirement, match)
    where = employer_in(match) if form == "years" else ""
    form = "besides" if where else form
    return str(table("questions")[language][form]).format(asked=quote(requirement, match, form), where=where)


def employer_in(match: RequirementMatch) -> str:
    """The employer of the one role that shows the years, from its header ("Welder, Quayside Ltd, Hull, 2021 - 2023"); else nothing."""
    parts = [part.strip() for part in IN_BRACKETS.sub("", match.evidence[0].quote).split(",")] if match.evidence else []
    named = len(parts) > 2 and len(match.evidence) == 1 and re.fullmatch(r"[A-ZÀ-Ý][^\d|]{2,38}", parts[1])
    return parts[1] if named else ""


IN_BRACKETS = re.compile(r"\s*\([^()]*\)")


def form_of(requirement: Requirement, match: RequirementMatch) -> str:
    folded = fold(requirement.text)
    if OBTAIN.search(folded) and match.label == "missing":
        return "could"
    if match.label == "partial":
        if requirement.kind == "language":
            return "level"
        if requirement.kind == "years":
            return "years"
        if match.lacking:
            return "done" if requirement.kind == "responsibility" else "used"
        if is_condition(requirement) and LATELY.search(folded):
            return "renew"
        told = fold(" ".join(each.quote for each in match.evidence))
        return next(
            (form for form, found in STATES if found.search(told)),
            "learn" if match.evidence and partly(told) else "more",
        )
    if is_readiness(requirement.text) or requirement.kind == "location" or is_condition(requirement):
        return "can"
    match requirement.kind:
        case "language":
            return "speak"
        case "certificate" | "licence" | "degree" | "clearance" | "years" | "soft":
            return "hold"
        case "responsibility":
            return "done"
        case _:
            return "used"


def quote(requirement: Requirement, match: RequirementMatch, form: str) -> str:
    """The posting's words without what only opens them ("Experience with"), short enough to be read aloud."""
    if form in {"speak", "level"} and (spoken := SPOKEN.search(fold(requirement.text))):
        start = fold(requirement.text).index(spoken.group())
        return requirement.text[start : start + len(spoken.group())]
    text = match.lacking or requirement.text
    if form in {"used", "more", "learn", "exam", "renew", "finish"}:
        text = LONG_BRACKET.sub("", LEAD.sub("", text)).strip() or text
    if len(text) > LONGEST_QUOTE:
        text = EXAMPLES.split(text, maxsplit=1)[0]
    return text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
