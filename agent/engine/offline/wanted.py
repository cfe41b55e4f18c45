"""What the posting asks for by name, and how well each line of the resume answers it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from agent.engine.offline.lexicon import table
from agent.engine.offline.vocabulary import fold, hedged, is_bounded, key_of, skill_named, uses
from agent.engine.port import Task
from agent.job.lexicon import table as job_table
from agent.job.model import MatchReport, Requirement
from agent.resume.lines import Address, addresses

WEIGHTS = {"required": 3.0, "preferred": 1.0}
"""A required thing counts as much as three that are only welcome."""
_NAMED = {"skill", "tool", "certificate", "licence"}
"""Kinds of requirement whose terms are names; of the others only terms that the lexicon knows."""


@dataclass(frozen=True)
class Wanted:
    """A skill or tool of the posting: `term` in the posting's words (`written`: letter by letter), with the requirements that name it."""

    term: str
    key: str
    weight: float
    requirement_ids: tuple[str, ...] = field(default=())
    written: str = ""

    @property
    def required(self) -> bool:
        return self.weight >= WEIGHTS["required"]


def wanted(report: MatchReport) -> list[Wanted]:
    """Each skill once, required ones first, in the posting's order; what the person said no to is left out."""
    found: dict[str, Wanted] = {}
    for requirement in report.requirements:
        match = report.match_of(requirement.id)
        if match and match.missing == "denied":
            continue
        for written in terms_of(requirement):
            key, weight = key_of(written), WEIGHTS[requirement.priority]
            had = found.get(key) or Wanted(cased(written), key, weight, (), written)
            ids = tuple(dict.fromkeys((*had.requirement_ids, requirement.id)))
            found[key] = Wanted(had.term, key, max(had.weight, weight), ids, had.written)
    return sorted(found.values(), key=lambda each: -each.weight)


def terms_of(requirement: Requirement) -> list[str]:
    """The requirement's skills as the posting writes them."""
    there = [use.text for use in uses(requirement.text)]
    keys = {key_of(term) for term in there}
    for term in requirement.terms if requirement.kind in _NAMED else ():
        stands = re.search(rf"(?<!\w){re.escape(term)}(?!\w)", requirement.text, re.IGNORECASE)
        if term.strip() and key_of(term) not in keys:
            there.append(stands.group() if stands else term)
    return list(dict.fromkeys(there))


def cased(term: str) -> str:
    """In the usual capitals: `kubernetes` is written `Kubernetes`, wherever the lexicon has the same word."""
    skill = skill_named(term)
    if skill and fold(skill.name) == fold(term) and term == term.lower():
        return skill.name
    return term


def is_nameable(each: Wanted) -> bool:
    """Whether the term can stand in a list of skills: a known skill, a proper name, or a noun phrase of a few words."""
    split = each.written.split()
    if skill_named(each.term):
        return True
    if fold(each.term) in table("words")["not_skills"]:
        return False
    proper = any(sign.isupper() for word in split[1:] for sign in word) or _loud(each.written)
    phrase = 2 <= len(split) <= 3 and split[0].casefold() not in job_table("wording")["verbs"]
    return len(split) <= 4 and (proper or phrase)


def spoken(each: Wanted, task: Task) -> str:
    """As it is written inside a sentence: `phlebotomy`, but `Kubernetes`; the resume's own capitals decide."""
    texts = [line.text for line in addresses(task.resume) if line.kind != "skills"] + [task.posting.description]
    inside = [
        use.text
        for text in texts
        for use in uses(text, each.term)
        if text[: use.start].strip() and text[: use.start].rstrip(" -–*•")[-1:] not in {".", ":", "!", "?", "\n", ""}
    ]
    same = [text for text in inside if fold(text) in {fold(each.term), f"{fold(each.term)}s"}]
    if same:
        return same[0]
    first, *rest = each.written.split() or [""]
    phrase = bool(rest) and all(word == word.lower() for word in rest)
    doing = not rest and first.endswith("ing") and first.casefold() not in table("words")["everyday"]
    if (each.written == each.written.lower() or phrase or doing) and not _loud(each.term):
        return each.written[:1].lower() + each.written[1:]
    return each.term


def _loud(term: str) -> bool:
    return sum(sign.isupper() for sign in term) > 1


def relevance(address: Address, report: MatchReport, asked: list[Wanted]) -> float:
    """How much of what is asked for this line answers: by name, or as evidence of the match report."""
    named = {use.key for use in uses(address.text) if not hedged(address.text, use)}
    answered: dict[str, float] = {}
    for each in asked:
        if each.key in named or (
            not skill_named(each.term) and not hedged(address.text) and uses(address.text, each.term)
        ):
            answered |= dict.fromkeys(each.requirement_ids, each.weight)
    priority = {requirement.id: requirement.priority for requirement in report.requirements}
    for match in report.matches:
        if (
            match.label != "missing"
            and not is_bounded(address.text)
            and any(each.ref == address.id for each in match.evidence)
        ):
            weight = WEIGHTS[priority.get(match.requirement_id, "preferred")]
            answered.setdefault(match.requirement_id, weight / 2 if match.label == "partial" else weight)
    return sum(answered.values())
