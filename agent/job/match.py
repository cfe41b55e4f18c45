"""The match report: each requirement met, partial or missing, with the lines that show it, and a score.

Why cached by text: it is asked again after every accepted change, when one line of a hundred is new.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from agent.job.kinds import is_readiness, years_in
from agent.job.labels.age import asks_age, label_age
from agent.job.labels.degree import ROMAN, field_words, label_degree, level_in
from agent.job.labels.driving import asks_driving, label_driving
from agent.job.labels.finding import GAP, Finding
from agent.job.labels.held import label_held
from agent.job.labels.people import label_people
from agent.job.labels.place import label_place
from agent.job.labels.qualifiers import qualified
from agent.job.labels.ready import asks_readiness, label_ready
from agent.job.labels.spoken import label_language
from agent.job.labels.studies import alternatives_of, both, label_begun
from agent.job.labels.wordy import label_words
from agent.job.labels.years import label_years
from agent.job.limits import partly
from agent.job.model import Fact, MatchReport, Requirement, RequirementMatch
from agent.job.reading import Clause, Reading, read_lines
from agent.job.score import band_of, credit_of, score_of
from agent.job.topics import topic_of
from agent.job.units import asked_of
from agent.job.words import content, fold
from agent.resume.model import Resume

RANK = {"missing": 0, "partial": 1, "met": 2}


def match(
    requirements: Sequence[Requirement], resume: Resume, facts: Sequence[Fact] = (), today: date | None = None
) -> MatchReport:
    """Labels every requirement; the same input gives the same report (years run to `today`, by default the current day)."""
    day = today or datetime.now(UTC).date()
    reading = read_lines(resume, facts, day)
    matches = [match_one(each, reading, facts, day) for each in requirements]
    score = score_of(requirements, matches)
    return MatchReport(
        requirements=list(requirements), matches=matches, score=score, band=band_of(score), language=resume.language
    )


def match_one(requirement: Requirement, reading: Reading, facts: Sequence[Fact], day: date) -> RequirementMatch:
    finding = told(requirement, reading, facts)
    if finding is None:
        finding = refused(requirement, reading) or qualified(find(requirement, reading, day), requirement, reading, day)
        finding = accepted(studied(unfinished(finding, requirement), requirement, reading), requirement)
    evidence = [clause.evidence() for clause in finding.clauses]
    kept = list({(each.ref, each.quote): each for each in evidence}.values())
    found = RequirementMatch(
        requirement_id=requirement.id,
        label=finding.label,
        missing=(finding.missing or "gap") if finding.label == "missing" else None,
        evidence=kept,
        lacking=finding.lacking,
        note=finding.note,
    )
    return found.model_copy(update={"credit": credit_of(found, finding.wording)})


def accepted(found: Finding, requirement: Requirement) -> Finding:
    """What is only begun meets a posting that takes it so: "CPA or CPA candidate", "or the ability to obtain it"."""
    able = found.label != "met" and ABLE.search(fold(requirement.text))
    if able and any(UNHINDERED.search(fold(clause.line)) for clause in found.clauses):
        return replace(found, label="met", missing=None, wording="other", note="Nothing stands against it.")
    if found.label != "partial" or requirement.kind == "degree" or found.lacking:
        return found
    if TAKES_COURSE.search(fold(requirement.text)) and any(map(is_course, found.clauses)):
        return replace(found, label="met")
    if not TAKES_BEGUN.search(fold(requirement.text)):
        return found
    begun = any(partly(clause.line) for clause in found.clauses)
    return replace(found, label="met", lacking="") if begun else found


def is_course(clause: Clause) -> bool:
    """Whether only that it was a course limits the clause, and the course is over."""
    said = fold(clause.text)
    return clause.limited and bool(COURSE.search(said)) and not partly(COURSE.sub(" ", said))


DEGREE = re.compile(r"\b(?:degree|bachelor\S*|master\S*|b\.?sc|m\.?sc|ph\.?d|doctorate|hochschulabschluss|studium)\b")
"""What no card shows."""
TAKES_COURSE = re.compile(
    r"\b(?:training|course|workshop|schulung|lehrgang|kurs|curso)\b(?! (?:others|staff|new|the|your))"
)
COURSE = re.compile(
    r"\b(?:(?:\d+|one|two|three|four|five|half)[- ](?:day|hour|week|evening)s?|an? |short |online |eintägige\w*|zweitägige\w*)[- ]?(?:course|workshop|training|class|seminar|webinar)s?\b|\b(?:course|workshop|training)\b"
)
ABLE = re.compile(r"\b(?:able|ability|eligible|willing\w*) (?:to|for)\b")
UNHINDERED = re.compile(
    r"\b(?:nothing (?:that |which )?would (?:stop|prevent|hinder)|nothing (?:stands )?against|no reason not|would pass|eligible|could get one|can get one|clean record)\b"
)
TAKES_BEGUN_DEGREE = re.compile(
    r"\b(?:or (?:currently )?enrolled|in progress|working towards?|studying|pursuing|student|willing\w*|obtain\w*|ability to)\b"
)
TAKES_BEGUN = re.compile(
    r"\bor\b[^,;]{0,40}\b(?:candidate|candidacy|in progress|progress towards?|working towards?|studying|enrolled|obtain\w*|ability to|able to|willing\w*|eligible|acquire|in training)\b"
    r"|\boder\b[^,;]{0,40}\b(?:in vorbereitung|anwärter\w*|bereitschaft|begonnen)\b|\bou en cours\b|\bo en curso\b"
)


def find(requirement: Requirement, reading: Reading, day: date) -> Finding:
    if asks_age(requirement.text):
        return label_age(requirement.text, reading, day)
    if asks_driving(requirement.text) and (driving := label_driving(requirement.text, reading)):
        return driving
    if requirement.kind in {"years", "degree"} and (choices := alternatives_of(requirement.text)):
        return max((label_both(*each, requirement, reading) for each in choices), key=lambda each: RANK[each.label])
    match requirement.kind:
        case "years":
            return label_years(requirement, reading)
        case "degree":
            return best(label_degree(requirement, reading), requirement, reading)
        case "language":
            return label_language(requirement, reading)
        case "location":
            return label_place(requirement, reading)
        case "certificate" | "licence" | "clearance":
            return graded(label_held(requirement, reading), requirement)
        case "responsibility" if is_readiness(requirement.text) and asks_readiness(requirement.text):
            return label_ready(requirement.text, reading)
        case _:
            shown = label_people(requirement.text, reading) or label_words(requirement.text, reading.at_work)
            return beside(shown, requirement, reading)


def refused(requirement: Requirement, reading: Reading) -> Finding | None:
    """What a line names and says no to, "Site Supervisor: no", is missing, or there in part by something near on that line."""
    asked = set(content(requirement.text))
    for clause in reading.clauses:
        said = REFUSED.fullmatch(fold(clause.text))
        if not said or not asked or not asked <= set(content(said.group("name"))):
            continue
        near = [
            other
            for other in reading.clauses
            if other.line == clause.line
            and other is not clause
            and len(asked & set(content(other.text))) * 2 >= len(asked)
        ]
        if near and not any(REFUSED.fullmatch(fold(each.text)) for each in near):
            return Finding("partial", (near[0], clause), note="The resume says no to this and names something near.")
        return Finding("missing", (clause,), "denied", note="The resume says so itself.")
    return None


REFUSED = re.compile(
    r"(?P<name>[^:?]{2,70})[:?] ?(?:no|none|never|not yet|nope|not held|not done|not used|not so far|no,? never|none so far|never yet|nein|keine?|non|aucune?|jamais|ninguna?|nunca)\.?"
)


def graded(found: Finding, requirement: Requirement) -> Finding:
    """Of certificates counted in Roman numbers a lower one is another: Certificate III is no Certificate V."""
    asked = level_in(fold(requirement.text)) if ROMAN.search(fold(requirement.text)) else 0
    held = max((level_in(fold(clause.line)) for clause in found.clauses), default=0)
    return replace(GAP, missing="unsaid", clauses=found.clauses[:1]) if 0 < held < asked else found


def label_both(degree: str, years: str, requirement: Requirement, reading: Reading) -> Finding:
    """A degree and, where some are asked for, the years that go with it."""
    held = label_degree(requirement.model_copy(update={"text": degree}), reading)
    if not years:
        return held
    asked = requirement.model_copy(update={"text": years, "years": years_in(years)})
    return both(held, label_years(asked, reading))


def unfinished(found: Finding, requirement: Requirement) -> Finding:
    """A card or degree is no more than begun where each line that names it says so."""
    if found.label != "met" or requirement.kind not in {"certificate", "licence", "degree"} or not found.clauses:
        return found
    folded = fold(requirement.text)
    if TAKES_COURSE.search(folded) or TAKES_BEGUN_DEGREE.search(folded):
        return found
    limited = all(clause.limited for clause in found.clauses)
    return replace(found, label="partial", note="The resume limits this itself.") if limited else found


def studied(found: Finding, requirement: Requirement, reading: Reading) -> Finding:
    """A qualification is there in part where a study of its field is begun."""
    if found.label != "missing" or found.missing == "denied" or requirement.kind != "certificate":
        return found
    if not QUALIFICATION.search(fold(requirement.text)):
        return found
    return label_begun(field_words(fold(requirement.text)), reading) or found


QUALIFICATION = re.compile(r"\b(?:postgraduate|qualification|diploma|degree|graduate certificate)\b")


def beside(found: Finding, requirement: Requirement, reading: Reading) -> Finding:
    """What nothing at work shows is there in part where a life beside work shows it in the posting's own words."""
    if found.label != "missing" or found.missing == "denied" or not any(clause.aside for clause in reading.clauses):
        return found
    asides = replace(reading, clauses=tuple(clause for clause in reading.clauses if clause.aside))
    told = label_words(requirement.text, asides, like=False)
    if told.label != "met":
        return found
    return (
        told if OWNED.match(fold(requirement.text)) else replace(told, label="partial", note="Shown beside work only.")
    )


OWNED = re.compile(r"(?:your |an? )?(?:own|personal|reliable)\b")
"""What is owned is so at work and beside it."""


def best(found: Finding, requirement: Requirement, reading: Reading) -> Finding:
    """The better of a degree's label and that of its words, where a line of schooling says the very words."""
    if found.label == "met" or found.missing == "unsaid" or ROMAN.search(fold(requirement.text)):
        return found
    if not (requirement.terms or asked_of(requirement.text).short):
        return found
    sections = {"education"} if DEGREE.search(fold(requirement.text)) else {"education", "certificates"}
    schooled = tuple(clause for clause in reading.clauses if clause.section in sections)
    worded = label_words(requirement.text, replace(reading, clauses=schooled), like=False)
    if RANK[worded.label] <= RANK[found.label] or (found.clauses and all(partly(each.line) for each in worded.clauses)):
        return found
    return worded


def told(requirement: Requirement, reading: Reading, facts: Sequence[Fact]) -> Finding | None:
    """What the person answered about this very thing settles it: a no, or a yes with the answer as evidence."""
    topic = topic_of(requirement.text)
    answers = [fact for fact in facts if fact.requirement and topic_of(fact.requirement) == topic]
    if any(fact.answer == "no" for fact in answers):
        return Finding("missing", missing="denied", note="You said no to this.")
    yes = [fact.id for fact in answers if fact.answer == "yes"]
    clauses = tuple(clause for clause in reading.clauses if clause.source == "fact" and clause.ref in yes)
    if not clauses:
        return None
    stated = [years for clause in clauses if (years := years_in(clause.text)) is not None]
    if all(clause.limited for clause in clauses) or (requirement.years and stated and max(stated) < requirement.years):
        return Finding("partial", clauses[:2], note="You limited this yourself.")
    return Finding("met", tuple(clause for clause in clauses if not clause.limited)[:2], note="You told us so.")
