"""Cards, certificates, licences, clearances and checks: what is held, is held by its own name on a line of its own."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.job.kinds import CLEARANCE
from agent.job.labels.finding import GAP, Finding
from agent.job.labels.qualifiers import LATELY
from agent.job.labels.wordy import label_words
from agent.job.lexicon import pattern, table
from agent.job.limits import has_share, partly
from agent.job.model import Requirement
from agent.job.reading import Clause, Reading
from agent.job.units import written_names
from agent.job.words import content, fold, stem, words

CLASS = re.compile(
    r"\b(?:certif\w*|licen[cs]\w*|registered|registration|regist\w*|card|ticket|permit\w*|chartered|accredit\w*|qualified|diploma|credential\w*|clearance|commission"
    r"|zertifi\w*|\w*schein|führerschein|zugelassen|zulassung|approbation|anerkannt\w*|habilit\w*|permis|diplôm\w*|titulaire|carn[eé]t?|colegiad[oa]|acredit\w*|licencia|título)\b"
)


def label_held(requirement: Requirement, reading: Reading) -> Finding:
    """Met by a line that holds it, partial by one that says it is begun, lapsed or half done, else missing."""
    requirement = requirement.model_copy(update={"text": undated(requirement.text)})
    folded = fold(requirement.text)
    if vaccine_pattern("words").search(folded) and not re.search(r"\btraining\b", folded):
        return label_vaccination(folded, reading)
    clauses = (*reading.clauses, *joined(reading))
    kept = tuple(lapsing(clause) for clause in clauses if may_hold(clause, requirement.text))
    held = replace(reading, clauses=kept)
    found = label_words(requirement.text, held, like=False)
    if found.label == "met" and all(is_unnamed_at_work(clause) for clause in found.clauses):
        apart = tuple(clause for clause in kept if clause.section not in {"work", "volunteer"})
        said = label_words(requirement.text, replace(reading, clauses=apart), like=False)
        found = said if said.label == "partial" else found
    bare = " ".join(CLASS.sub(" ", folded).split())
    if found.label == "missing" and found.missing != "denied" and bare != folded and content(bare):
        apart = tuple(clause for clause in kept if clause.section not in {"work", "volunteer"})
        found = label_words(bare, replace(reading, clauses=apart), like=False)
    if found.label == "partial" and found.note.startswith("Only a part") and not found.lacking:
        return replace(GAP, missing="unsaid", clauses=found.clauses[:1])
    if requirement.kind == "clearance" and found.lacking and not CLEARANCE.search(fold(found.lacking)):
        return replace(found, label="met", lacking="")
    return found


def is_unnamed_at_work(clause: Clause) -> bool:
    """Whether a line of work names the thing and no card for it: what the list of cards says of it comes first."""
    return clause.section in {"work", "volunteer"} and not CLASS.search(fold(clause.line))


def undated(text: str) -> str:
    """The text without how late it must be: another card that was "refreshed" lately is not this one."""
    kept = AGED.sub("", text).strip(" ,;(")
    return kept if content(kept) else text


AGED = re.compile(
    r",?\s*\(?(?:(?:refreshed|renewed|issued|dated|obtained|completed|taken|done)\s+)?" + LATELY.pattern + r"(?: old)?",
    re.IGNORECASE,
)


def joined(reading: Reading) -> tuple[Clause, ...]:
    """Short lines read as a list once more as a whole: "Plumber's licence, Queensland, unrestricted, current"."""
    parts: dict[tuple[str, str], list[Clause]] = {}
    for clause in reading.clauses:
        if clause.section not in {"work", "volunteer"}:
            parts.setdefault((clause.ref, clause.line), []).append(clause)
    return tuple(
        replace(each[0], text=line, limited=any(clause.limited for clause in each))
        for (_, line), each in parts.items()
        if len(each) > 1 and len(words(line)) <= LONGEST_CARD
    )


LONGEST_CARD = 14
ENTERED = re.compile(r"^(?:fully )?(?:registered|chartered|licensed)\b")
"""Entered in a register after the degree, which alone shows none of it."""


def lapsing(clause: Clause) -> Clause:
    """Of what is held, "applied", "ended" and "pending" limit it in a line of work too, where they are deeds else."""
    short = ";" not in clause.line and len(words(clause.line)) <= LONGEST_CARD * 2
    schooling = short and (clause.section == "education" or has_share(fold(clause.line))) and partly(clause.line)
    return replace(clause, limited=True) if not clause.limited and (schooling or partly(clause.text)) else clause


def may_hold(clause: Clause, text: str) -> bool:
    """Work shows no card unless it names one: a dental assistant is not a certified one."""
    if clause.section == "education" and ENTERED.search(fold(text)):
        return bool(CLASS.search(fold(clause.line)))
    if clause.section not in {"work", "volunteer"}:
        return True
    return bool(CLASS.search(fold(clause.line))) or any(
        word in clause.capitals for word in map(stem, written_names(text))
    )


def label_vaccination(folded: str, reading: Reading) -> Finding:
    """A line that tells of having it, of the very illness where the posting names one."""
    wanted = {match.group() for match in vaccine_pattern("illnesses").finditer(folded)}
    for clause in reading.clauses:
        said = fold(clause.text)
        match = vaccine_pattern("words").search(said)
        if not match or clause.section == "work":
            continue
        named = {each.group() for each in vaccine_pattern("illnesses").finditer(said)}
        if wanted and not any(one in other or other in one for one in wanted for other in named):
            continue
        if clause.standing(len(said[: match.start()].split())) == "full":
            return Finding("met", (clause,))
    return GAP


def vaccine_pattern(key: str) -> re.Pattern[str]:
    return pattern(tuple(table("ready")["vaccination"][key]))
