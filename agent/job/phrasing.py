"""How a question is put: in what form, by which words of the posting, and with the step or deed that the resume names."""

from __future__ import annotations

import re

from agent.job.kinds import is_readiness
from agent.job.labels.qualifiers import LATELY
from agent.job.lexicon import pattern, table
from agent.job.limits import has_share, partly
from agent.job.model import Requirement, RequirementKind, RequirementMatch
from agent.job.steps import step_ahead
from agent.job.terms import find_names, proper
from agent.job.units import EXAMPLES
from agent.job.wording import verbs
from agent.job.words import content, fold, sentences, words

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
    (
        "renew",
        re.compile(
            r"\b(?:expired|lapsed?|ran out|run out|ended|inactive|no longer|not renewed|never renewed|not kept up|out of date|overdue|(?:held|valid|certified|licensed|had (?:it|one)) until|surrendered|abgelaufen|périmée?|expirée?|caducad[oa]|vencid[oa])\b"
        ),
    ),
    ("exam", re.compile(r"\b(?:exam|exams|prüfung|examen|registered for|registered to sit|retake|resit)\b")),
    (
        "booked",
        re.compile(
            r"\b(?:booked|signed up|scheduled for|place confirmed|place offered|angemeldet|gebucht|geplant|prévue?|previst[oa]|réservée?|reservad[oa])\b"
        ),
    ),
    (
        "finish",
        re.compile(
            r"\b(?:enrolled|credits?|halfway|half way|midway|begun|modules?|units?|papers?|semesters?|in progress|starts in|started|paused|dropped|(?:first|second|third|final|last) year|years? \w+ of|begonnen|inscrite?|en cours|en curso|matriculad[oa])\b"
        ),
    ),
    (
        "expect",
        re.compile(
            r"\b(?:applied|application|candidate|expected|toward|towards|pending|awaiting|under review|voraussichtlich|beantragt)\b"
        ),
    ),
)
"""What to ask of something begun, by how the resume tells of it; the first that fits."""
COURSES = re.compile(r"\b(?:course|class|training|workshop|refresher|placement|internship|session)$")
AMOUNTS = re.compile(
    r"\b(?:hours|dives|modules?|units?|papers|portfolio|dissertation|thesis|logbook|case study|essay|paperwork|clinicals|supervised practice|semester|term|part|half)$"
)
"""Steps that are finished rather than taken."""
HELD: frozenset[RequirementKind] = frozenset({"certificate", "licence", "degree", "clearance"})
UNDONE = re.compile(
    r"\b(?:have not|haven't|has not|never|not) (?:yet |ever |actually |myself )?(?P<deed>[a-z]{3,})(?: (?:it|one|any|them|the|a|an|my|real|on|for)\b|[.,;)]|$)"
)
"""The very deed that the resume says was not done: "have not written one"."""
SPOKEN = pattern(tuple(name for names in table("languages")["names"].values() for name in names))
CHECK = re.compile(
    r"\b(?:background|record|references|vetting|check|checks|police clearance|test|tests|screen|screening|vaccin\w*|shot|fingerprint\w*|führungszeugnis|\w*impf\w*|casier|antecedentes|physical|vett\w+|medical|health|assessments?|declaration|disclosure|questionnaire|barred|licence check|visite|reconocimiento|eignungs\w*|gesundheits\w*)\b"
)
LONGEST_QUOTE = 110


def worded(requirement: Requirement, match: RequirementMatch, language: str) -> str:
    form = form_of(requirement, match)
    where = employer_in(match) if form == "years" else ""
    form = "besides" if where else form
    told = told_in(requirement, match)
    step = step_ahead(told) or ("course or test" if form == "booked" else "exam")
    asked = quote(requirement, match, form)
    deed = deed_in(told) or usual_deed(requirement, form)
    craft = craft_in(requirement.text)
    return str(table("questions")[language][form]).format(asked=asked, where=where, step=step, deed=deed, craft=craft)


def usual_deed(requirement: Requirement, form: str) -> str:
    """Things are used, deeds done, and matters worked with."""
    first = (words(requirement.text) or [""])[0]
    if requirement.kind == "responsibility" or first in verbs() or first.endswith("ing"):
        return "done"
    return "used" if form == "learn" else "worked with"


def told_in(requirement: Requirement, match: RequirementMatch) -> str:
    """Of the evidence the sentences that share most words with what is asked for."""
    asked = set(content(requirement.text))
    found = [each for evidence in match.evidence for each in sentences(evidence.quote)]
    most = max((len(asked & set(content(each))) for each in found), default=0)
    return fold(" ".join(each for each in found if len(asked & set(content(each))) == most))


def deed_in(told: str) -> str:
    """What the resume says was not done yet, as a participle; "" where it names none."""
    for found in UNDONE.finditer(told):
        deed = found.group("deed")
        if deed in table("participles")["words"] or (deed.endswith("ed") and deed not in table("participles")["idle"]):
            return deed
    return ""


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
    if match.missing == "denied":
        return "obtain"
    if match.label == "partial":
        return form_of_part(requirement, match)
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
            return "able" if craft_in(requirement.text) else "used"


def form_of_part(requirement: Requirement, match: RequirementMatch) -> str:
    """How to ask on from what is there: when a step is taken or finished, whether it is renewed, how far it has come."""
    if requirement.kind == "language":
        return "level"
    if requirement.kind == "years":
        return "years"
    if match.lacking:
        return "done" if requirement.kind == "responsibility" else "used"
    if is_condition(requirement) and LATELY.search(fold(requirement.text)):
        return "renew"
    told = told_in(requirement, match)
    held = requirement.kind in HELD or bool(LETTERS.search(requirement.text))
    step = step_ahead(told)
    if step and COURSES.search(step):
        return "booked" if held else practised(requirement)
    state = next((form for form, found in STATES if found.search(told)), "")
    if step and held and state != "renew":
        return "finish" if AMOUNTS.search(step) else "exam"
    if held and has_share(told):
        return "finish"
    if state and (held or state == "renew") and (requirement.kind in HELD or state in {"exam", "renew"}):
        return state
    if requirement.kind in HELD:
        return "expect" if partly(told) else "more"
    if state == "finish" and requirement.kind != "responsibility":
        return practised(requirement)
    return practised(requirement) if match.evidence and partly(told) else "more"


LETTERS = re.compile(r"\b[A-Z]{3,}\b")
"""How certificates are named for short, among them those that no word calls one: CCNP."""


def practised(requirement: Requirement) -> str:
    """A product is used in projects, all else is done on the job."""
    return "learn" if any(each.name in proper() for each in find_names(requirement.text)) else "practise"


def craft_in(text: str) -> str:
    """The verb of a craft that is all a requirement names: "weld" of "Welding"."""
    split = words(LEAD.sub("", text))
    bare = split[0].removesuffix("ing") if len(split) == 1 and split[0].endswith("ing") else ""
    return next((each for each in (bare, f"{bare}e", bare[:-1]) if len(each) > 2 and each in verbs()), "")


def quote(requirement: Requirement, match: RequirementMatch, form: str) -> str:
    """The posting's words without what only opens them ("Experience with"), short enough to be read aloud."""
    if form in {"speak", "level"} and (spoken := SPOKEN.search(fold(requirement.text))):
        start = fold(requirement.text).index(spoken.group())
        return requirement.text[start : start + len(spoken.group())]
    text = match.lacking if is_enough(match.lacking) else requirement.text
    if form in {"used", "more", "learn", "practise", "exam", "renew", "finish", "expect", "booked"}:
        text = LONG_BRACKET.sub("", LEAD.sub("", text)).strip() or text
    if len(text) > LONGEST_QUOTE:
        text = EXAMPLES.split(text, maxsplit=1)[0]
    return text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def is_enough(lacking: str) -> bool:
    """Whether what lacks says by itself what is asked about: a name or two words do, "cost" or "temperatures" does not."""
    return bool(find_names(lacking)) or len(content(lacking)) > 1 or bool(re.search(r"[A-Z]{2}", lacking))


def is_condition(requirement: Requirement) -> bool:
    """A check that the employer makes, not something held: nothing to write into a resume."""
    return requirement.kind == "clearance" and bool(CHECK.search(fold(requirement.text)))
