"""Skills, tools, duties and all that is shown by words: how much of what is asked do the lines show?"""

from __future__ import annotations

import re

from agent.job.labels.finding import GAP, Finding
from agent.job.limits import Standing
from agent.job.meaning import nearest
from agent.job.reading import Clause, Reading
from agent.job.score import Wording
from agent.job.units import EXAMPLES, NOTHING, OR, ORDER, Asked, Shown, Unit, asked_of, show, units_of
from agent.job.words import content, faint, fold

MEMBER = re.compile(r"(?:(?!,\s|\s(?:and|und|et|y)\s|[()]).)+", re.IGNORECASE)
AND_FIRST = re.compile(r"^(?:and|und|et|y)\s+", re.IGNORECASE)
BACKING: dict[Standing, float] = {"full": 1.0, "partial": 0.8, "denied": 0.7}
SHORTEST_LINE = 4
MET, MET_PLAIN, PARTIAL = 0.7, 0.55, 0.5
"""Shares of what is asked; plain words alone are rarer in two texts by chance than one known name is."""
NEAR_MET, NEAR_PARTIAL, NEAR_UNSAID = 0.45, 0.38, 0.33


def label_words(text: str, reading: Reading, *, near: bool) -> Finding:
    """The label of a requirement's words; `near` lets nearness in meaning raise it (duties, traits, fields of work)."""
    asked = asked_of(text)
    shown = best_of(asked, reading)
    if shown.clause and shown.share >= PARTIAL:
        if shown.standing == "denied":
            return Finding("missing", (shown.clause,), "denied", note="The resume says so itself.")
        clauses = tuple(dict.fromkeys([shown.clause, *supports(asked, reading)]))[:3]
        if shown.share < (MET if any(unit.named for unit in asked.core) else MET_PLAIN):
            return Finding("partial", clauses, note="Only a part of this is shown.", lacking=lacking(text, reading))
        if shown.standing == "partial":
            return Finding("partial", clauses, note="The resume limits this itself.")
        return Finding("met", clauses, wording=wording(asked, reading))
    return denied_head(text, reading) or (label_near(text, reading) if near else unsaid(text, reading))


def best_of(asked: Asked, reading: Reading) -> Shown:
    options = [strongest(units, reading) for units in asked.choices]
    named = [unit for unit in asked.core if unit.matters]
    if not asked.choices or (asked.core and len(named) <= 2):
        options.append(across(asked.core, reading))
    options += [strongest((unit,), reading) for unit in asked.examples if unit.named]
    options += [strongest((unit,), reading) for unit in asked.used]
    options += [
        Shown(1.0, clause.standing(clause.capitals[unit.key]), clause)
        for unit in asked.short
        for clause in reading.clauses
        if unit.key in clause.capitals
    ]
    return max(
        options,
        key=lambda each: (ORDER[each.standing] > 0, round(each.share, 2) >= MET, ORDER[each.standing], each.share),
        default=NOTHING,
    )


def strongest(units: tuple[Unit, ...], reading: Reading) -> Shown:
    """The clause that shows most of the units, one that stands fully behind them before one that does not."""
    best = NOTHING
    for clause in reading.clauses:
        shown = show(units, clause)
        if rank(shown) > rank(best):
            best = shown
    return best


def rank(shown: Shown) -> tuple[bool, float, int]:
    """A clause that stands behind less counts as if it showed less, so that only a much closer one is preferred."""
    return (shown.share >= PARTIAL, round(shown.share * BACKING[shown.standing], 3), ORDER[shown.standing])


def across(units: tuple[Unit, ...], reading: Reading) -> Shown:
    """As `strongest`, but where all the names are known each may be shown by a clause of its own."""
    one = strongest(units, reading)
    named = [unit for unit in units if unit.named]
    if len(named) < 2 or one.share >= 0.99:
        return one
    each = [strongest((unit,), reading) for unit in named]
    total = sum(unit.weight for unit in units)
    rest = sum(unit.weight for unit in units if not unit.named)
    gained = sum(
        unit.weight for unit, shown in zip(named, each, strict=True) if shown.share > 0 and shown.standing != "denied"
    )
    share = (gained + rest * gained / max(sum(unit.weight for unit in named), 1)) / total
    if share <= one.share:
        return one
    backed = [shown for shown in each if shown.clause and shown.standing != "denied"]
    standing: Standing = min((shown.standing for shown in backed), key=ORDER.__getitem__, default="full")
    return Shown(share, standing, backed[0].clause if backed else None)


def supports(asked: Asked, reading: Reading) -> list[Clause]:
    """Further clauses that show a part of what is asked fully."""
    units = [
        unit
        for unit in (*asked.core, *asked.examples, *(unit for choice in asked.choices for unit in choice))
        if unit.matters
    ]
    found = []
    for unit in units:
        shown = strongest((unit,), reading)
        if shown.clause and shown.standing != "denied":
            found.append(shown.clause)
    return found


def wording(asked: Asked, reading: Reading) -> Wording:
    """Whether the posting's own words stand in the resume (any of the alternatives)."""
    groups = asked.choices or (asked.core,)
    text = reading.text
    plain = [{key for clause in reading.clauses for key in clause.stems}]
    for units in groups:
        if all(unit.key in text if unit.named else unit.key in plain[0] for unit in units if unit.matters):
            return "same"
    return "other"


def lacking(text: str, reading: Reading) -> str:
    """The members of an enumeration that nothing shows, quoted from the first to the last."""
    members = [match for match in MEMBER.finditer(text) if units_of(match.group())]
    if len(members) < 2 or OR.search(text):
        return ""
    bare = [each for each in members if strongest(units_of(each.group()), reading).share < PARTIAL]
    if not bare or len(bare) == len(members) or "(" in text:
        return ""
    return AND_FIRST.sub("", text[bare[0].start() : bare[-1].end()].strip())


def denied_head(text: str, reading: Reading) -> Finding | None:
    """A clause that denies the whole class of what is asked: "no endorsements" where a hazmat endorsement is asked for."""
    heads = [key for key in content(EXAMPLES.split(text, maxsplit=1)[0]) if key not in faint()]
    if len(heads) < 2:
        return None
    for clause in reading.clauses:
        at = clause.stems.get(heads[-1])
        if at is not None and len(clause.words) <= 6 and clause.standing(at) == "denied":
            return Finding("missing", (clause,), "denied", note="The resume says so itself.")
    return None


def label_near(text: str, reading: Reading) -> Finding:
    """A label by nearness in meaning of a whole line; a duty is told in other words more often than not."""
    line, score = nearest_line(text, reading)
    if line is None or score < NEAR_UNSAID:
        return GAP
    if score >= NEAR_MET and not any(unit.named for unit in asked_of(text).core):
        return Finding("met", (line,), wording="other", note="Said in other words.")
    if score >= NEAR_PARTIAL:
        return Finding("partial", (line,), note="Something near to this is there.")
    return Finding("missing", (line,), "unsaid", note="Something near to this is there, but not this.")


def unsaid(text: str, reading: Reading) -> Finding:
    line, score = nearest_line(text, reading)
    if line is not None and score >= NEAR_MET:
        return Finding("missing", (line,), "unsaid", note="Something near to this is there, but not this.")
    return GAP


def nearest_line(text: str, reading: Reading) -> tuple[Clause | None, float]:
    lines = {clause.line: clause for clause in reading.clauses if not clause.header and not clause.limited}
    kept = [clause for line, clause in lines.items() if len(line.split()) >= SHORTEST_LINE]
    best, score = nearest(fold(text), [fold(clause.line) for clause in kept])
    return (kept[best], score) if best >= 0 else (None, 0.0)
