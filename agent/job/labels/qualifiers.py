"""What a requirement must have shown beside its topic: how old a check may be, which grades, which of two contracts, whose boss.

Why after the label: the words of a topic are found by many lines; what tells it from its neighbours is a word or a number.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from agent.job.kinds import NUMBERS
from agent.job.labels.amounts import fallen_short, summed
from agent.job.labels.extent import as_many, both_sides, denied_part
from agent.job.labels.finding import GAP, Finding, Told
from agent.job.labels.handled import deputised, handled
from agent.job.lexicon import pattern, table
from agent.job.limits import partly
from agent.job.model import Requirement
from agent.job.reading import FIRST_PERSON, Clause, Reading
from agent.job.tenure import MONTH, MONTHS, months
from agent.job.units import units_of
from agent.job.wording import verbs
from agent.job.words import fold, stem, words

NUMBER = "|".join(sorted(map(re.escape, NUMBERS), key=len, reverse=True))
LATELY = re.compile(
    r"\b(?:less than|under|younger than|no(?:t| more)? (?:older )?than|within (?:the )?(?:last|past|previous)|in the (?:last|past)|from the last|nicht älter als|(?:datant )?de moins de|de menos de)"
    rf" (?P<number>\d{{1,2}}|{NUMBER}) (?P<unit>weeks?|months?|years?|wochen?|monate?n?|jahre?n?|mois|ans?|meses|años?)\b"
)
CHECKED = re.compile(
    r"\b(?:checks?|certificate|record|clearance|führungszeugnis|casier|extract|vetting|disclosure|dbs|medical|licen[cs]e|tickets?|cards?|certificat\w*|refresh\w*|renewed|training|course)\b"
)
DATED = re.compile(rf"(?:\b(?P<month>{MONTH})\.? )?\b(?P<year>(?:19|20)\d\d)\b")
STEP = re.compile(
    r"\b(?P<noun>grade|year|stage|part|phase|step|band|tier|level|klasse|jahrgangsstufe)s? (?P<first>\d{1,2})(?:\s*(?:-|to|and|&|or|bis|und)\s*(?P<last>\d{1,2}))?\b"
)
RANGED = {"grade", "year", "stage", "klasse", "jahrgangsstufe"}
NUMBERED = {"part", "module", "phase"}
PAIR = re.compile(r"\b([A-Z][A-Z0-9]{1,7}) (?:and|und|et|y) ([A-Z][A-Z0-9]{1,7})\b")
MOSTLY = re.compile(
    r",\s*(?:mostly|mainly|chiefly|primarily|vor allem|überwiegend|surtout|principalement|sobre todo)\s+(.+)$",
    re.IGNORECASE,
)
NEVER_IN_SCOPE = frozenset({"language", "location", "years"})


@dataclass(frozen=True)
class Need:
    """What a requirement that matches `asked` must have `shown`, in its own lines or in any (`anywhere`), or by a role's title."""

    asked: re.Pattern[str]
    shown: re.Pattern[str]
    titled: re.Pattern[str] | None
    anywhere: bool


def qualified(found: Finding, requirement: Requirement, reading: Reading, day: date) -> Finding:
    """The finding, lowered where what qualifies the requirement is not shown; nothing is ever raised."""
    if requirement.kind in NEVER_IN_SCOPE:
        return found
    if found.label == "missing":
        return (
            found
            if found.missing == "denied"
            else summed(numbered(found, requirement.text, reading), requirement.text, reading)
        )
    for lower in RULES:
        found = lower(found, requirement.text, Told(reading, day))
        if found.label == "missing":
            break
    return found


def lately(found: Finding, text: str, told: Told) -> Finding:
    """Partial where a check is older than the posting takes it."""
    folded = fold(text)
    asked = LATELY.search(folded)
    if not asked or not CHECKED.search(folded) or found.label != "met":
        return found
    number = asked.group("number")
    count = float(NUMBERS[number]) if number in NUMBERS else float(number)
    unit = asked.group("unit")
    allowed = count if unit.startswith(("mo", "me")) else count / 4 if unit.startswith("w") else count * 12
    asked_for = {stem(word) for word in words(text)}
    held = [*found.clauses, *(clause for clause in told.reading.clauses if clause.section != "work")]
    most = max((len(asked_for & clause.stems.keys()) for clause in held), default=0)
    nearest = [clause for clause in held if len(asked_for & clause.stems.keys()) == most]
    ages = [age for clause in nearest if (age := age_of(clause.line, text, told.day)) is not None]
    if not ages or min(ages) <= allowed:
        return found
    return replace(found, label="partial", clauses=tuple(nearest[:2]), note="What the resume names is older than this.")


def age_of(line: str, text: str, day: date) -> int | None:
    """Months since the date in the sentence of the line that shares most with the text; None without one."""
    asked = {stem(word) for word in words(text)}
    parts = sorted(re.split(r"(?<=[.;])\s", line), key=lambda part: -len(asked & {stem(word) for word in words(part)}))
    dates = list(DATED.finditer(fold(parts[0])))
    if not dates:
        return None
    latest = max(
        12 * int(each.group("year")) + (MONTHS[each.group("month")] - 1 if each.group("month") else 11)
        for each in dates
    )
    return max(months(day) - latest, 0)


def stepped(found: Finding, text: str, told: Told) -> Finding:
    """Of a range of grades or years taught those that the resume names must reach into it."""
    asked = STEP.search(fold(text))
    if not asked or asked.group("noun") not in RANGED:
        return found
    wanted = steps(asked)
    named = [
        (steps(match), clause)
        for clause in told.reading.clauses
        for match in STEP.finditer(fold(clause.text))
        if match.group("noun") == asked.group("noun")
    ]
    if not named:
        return found
    shown = wanted & set[int]().union(*(each for each, _ in named))
    if not shown:
        return replace(GAP, missing="unsaid", clauses=(named[0][1],))
    return found if shown == wanted else replace(found, label="partial", note="Only a part of this is shown.")


def numbered(found: Finding, text: str, reading: Reading) -> Finding:
    """A part of a course told by its number in a list ("Leadership Part 1 (2020), Part 2 (2022)") is that part of that course."""
    asked = STEP.search(fold(text))
    if not asked or asked.group("noun") not in NUMBERED:
        return found
    topic = {unit.key for unit in units_of(STEP.sub(" ", text)) if unit.matters and not unit.named} | {
        stem(word) for word in words(STEP.sub(" ", fold(text)))
    }
    for clause in reading.clauses:
        told = STEP.search(fold(clause.text))
        if told and told.group("noun") == asked.group("noun") and steps(told) & steps(asked):
            line = {stem(word) for word in words(clause.line)}
            if len(topic & line) >= 2 and clause.section != "work":
                begun = clause.limited and bool(partly(clause.text))
                return Finding("partial" if begun else "met", (clause,), wording="other")
    return found


def steps(match: re.Match[str]) -> set[int]:
    first = int(match.group("first"))
    return set(range(first, int(match.group("last") or first) + 1))


def paired(found: Finding, text: str, told: Told) -> Finding:
    """Of two names in capitals ("JBCC and NEC") both must be shown and none denied."""
    if (words(text) or [""])[0] in verbs():
        return found
    for match in PAIR.finditer(text):
        held = [stands(name, told.reading) for name in match.groups()]
        if held.count(True) == 1:
            lacking = match.group(held.index(False) + 1)
            return replace(found, label="partial", lacking=lacking, note="Only a part of this is shown.")
    return found


def stands(name: str, reading: Reading) -> bool:
    keys = {unit.key for unit in units_of(name)} | {stem(name.lower())}
    for clause in reading.clauses:
        at = next((place for place in (place_in(clause, key) for key in keys) if place is not None), None)
        if at is not None and clause.standing(at) == "full":
            return True
    return False


def place_in(clause: Clause, key: str) -> int | None:
    return clause.stems.get(key, clause.names.get(key))


def mostly(found: Finding, text: str, told: Told) -> Finding:
    """What is "mostly" for cold stores is there in part where no line names one."""
    tail = MOSTLY.search(text)
    if not tail or found.label != "met":
        return found
    units = [unit for unit in units_of(tail.group(1)) if unit.matters]
    names = {name for clause in told.reading.clauses for name in clause.names}
    if not units or any(unit.key in (names if unit.named else told.reading.stems) for unit in units):
        return found
    return replace(found, label="partial", lacking=tail.group(1).strip(" ."), note="Only a part of this is shown.")


def telling(found: Finding, text: str, told: Told) -> Finding:
    """A word that makes the thing another one ("ammonia plant") must stand in the resume."""
    folded = fold(text)
    if re.search(r"\b(?:or|oder|ou|o)\b", folded):
        return found
    for word, shown in table("needs")["telling"].items():
        if re.search(rf"\b{word}\b", folded) and not pattern(tuple(shown)).search(told.reading.text):
            return replace(GAP, missing="unsaid", clauses=found.clauses[:1])
    return found


def counted(found: Finding, text: str, told: Told) -> Finding:
    """A number that makes the thing another one ("five-axis", "four-star", "3-phase") must be said, in words or figures."""
    for number, thing in COUNTED.findall(fold(text)):
        if OR_MORE.search(fold(text)) or SPELLS.fullmatch(thing):
            continue
        spelled = {number, *(word for word, value in NUMBERS.items() if value == NUMBERS.get(number))}
        spelled |= {f"{value:g}" for word, value in NUMBERS.items() if word == number}
        spelled |= {word for word, value in NUMBERS.items() if f"{value:g}" == number}
        if not re.search(
            rf"\b(?:{'|'.join(map(re.escape, sorted(spelled)))})[ -]?{re.escape(thing)}", told.reading.text
        ):
            return replace(GAP, missing="unsaid", clauses=found.clauses[:1])
    return found


COUNTED = re.compile(r"\b(\d|two|three|four|five|six|seven|eight)-([a-z]{3,})\b")
OR_MORE = re.compile(r"\b(?:or more|at least|up to|plus|minimum)\b")
SPELLS = re.compile(
    r"(?:days?|weeks?|weekly|months?|monthly|years?|yearly|hours?|minutes?|shifts?|man|persons?|people|member|figure|part|way|point|piece|digit|fold|times?|courses?|stage|storey|story|bed|bedroom|rooms?|handed)"
)
"""What such a number measures instead."""


def needed(found: Finding, text: str, told: Told) -> Finding:
    """Lowered to what the lines that show a need are: full, limited or beside work, or none at all."""
    folded = fold(text)
    for need in needs():
        if not need.asked.search(folded):
            continue
        showing = [clause for clause in told.reading.clauses if is_shown(need, clause)] if need.anywhere else []
        if not need.anywhere and any(need.shown.search(fold(clause.line)) for clause in found.clauses):
            return found
        if not showing and not need.anywhere and (other := near_by(need, text, told.reading)):
            return replace(found, label="partial", clauses=(other,), note="Only a part of this is shown.")
        if not showing:
            return replace(GAP, missing="unsaid", clauses=found.clauses[:1])
        full = [
            clause for clause in showing if not (clause.limited or is_beside(clause) or partly(clause.text, done=True))
        ]
        if not full and found.label == "met":
            return replace(found, label="partial", clauses=tuple(showing[:2]), note="The resume limits this itself.")
    return found


def near_by(need: Need, text: str, reading: Reading) -> Clause | None:
    """A line of work that does what is needed to something of what is asked about."""
    units = [unit for unit in units_of(text) if unit.matters and not need.asked.search(unit.key)]
    for clause in reading.clauses:
        done = clause.section == "work" and not clause.header and is_shown(need, clause)
        if done and any(unit.key in (clause.names if unit.named else clause.stems) for unit in units):
            return clause
    return None


def is_beside(clause: Clause) -> bool:
    """Whether a line tells of a life beside work; one that stands below the schools chats in the first person."""
    return clause.aside or (
        clause.section not in {"work", "summary", "facts"} and bool(FIRST_PERSON.search(fold(clause.text)))
    )


def is_shown(need: Need, clause: Clause) -> bool:
    folded = fold(clause.text)
    if clause.header and clause.section in {"work", "volunteer"}:
        return bool(need.titled and need.titled.search(folded))
    match = need.shown.search(folded)
    return match is not None and clause.standing(len(words(folded[: match.start()]))) != "denied"


@cache
def needs() -> tuple[Need, ...]:
    return tuple(
        Need(
            re.compile("|".join(each["asked"])),
            re.compile("|".join(each["shown"])),
            re.compile("|".join(each["titled"])) if "titled" in each else None,
            each["where"] == "resume",
        )
        for each in table("needs")["need"]
    )


RULES: tuple[Callable[[Finding, str, Told], Finding], ...] = (
    lately,
    stepped,
    paired,
    fallen_short,
    mostly,
    telling,
    handled,
    deputised,
    denied_part,
    both_sides,
    as_many,
    counted,
    needed,
)
