"""Years of experience in something, from the dates of the roles that show it."""

from __future__ import annotations

import re

from agent.job.contrasts import contrary
from agent.job.kinds import SPAN, years_in
from agent.job.labels.fields import is_doer, is_in_field, names_field
from agent.job.labels.finding import GAP, Finding
from agent.job.lexicon import pattern, table
from agent.job.meaning import nearness
from agent.job.model import Requirement
from agent.job.reading import Clause, Reading, Role
from agent.job.showing import show
from agent.job.tenure import Months, total
from agent.job.units import EXAMPLES, OR, WEIGHT_WORD, Unit, units_of
from agent.job.words import content, faint, fold, generic, stems

SLACK_MONTHS = 1
NEAR_TITLE = 0.5
SHARE = 0.5
MANAGING = pattern(tuple(table("managing")["titles"]))
MANAGED = re.compile(
    pattern(tuple(table("managing")["done"])).pattern
    + r"|\b(?:led|lead|supervised?|managed?|oversaw|directed?|headed)\s+(?:an?\s+)?(?:(?:team|crew|group|staff|brigade)\s+of\s+)?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\b"
)


def label_years(requirement: Requirement, reading: Reading) -> Finding:
    """Met when the months of the roles in the topic reach what is asked, partial when there are some."""
    topics = topics_of(requirement.text)
    found = label_topics(requirement, reading, topics)
    if found.label != "met" and any(unit.words for units in topics for unit in units):
        wider = label_topics(requirement, reading, opened(topics))
        return wider if found.label == "missing" or wider.label == "met" else found
    return found


def opened(topics: tuple[tuple[Unit, ...], ...]) -> tuple[tuple[Unit, ...], ...]:
    """Known names taken for their words: who sold has years of sales, whatever a posting calls it."""
    return tuple(
        tuple(
            Unit(word, named=False, weight=WEIGHT_WORD)
            for unit in units
            for word in (unit.words or (unit.key,))
            if word not in generic() | faint()
        )
        for units in topics
    )


def label_topics(requirement: Requirement, reading: Reading, topics: tuple[tuple[Unit, ...], ...]) -> Finding:
    needed = round((requirement.years or 0) * 12) - SLACK_MONTHS
    topic = topic_of_years(requirement.text)
    manages = all(MANAGING.search(part) for part in OR.split(fold(requirement.text)))
    named = (
        frozenset(
            key
            for clause in reading.clauses
            if not clause.entry and strong(topics) and in_topic(topics, clause)
            for key in clause.first_stems
        )
        - generic()
        - faint()
    )
    roles = [
        role
        for role in reading.roles
        if not contrary(requirement.text, told_of(role))
        and (
            (is_in(topics, role, manages=manages) and (strong(topics) or not names_field(topic)))
            or (not manages and named & set(content(first_part(role.header.text))))
            or (not manages and in_field(topic, role))
        )
    ]
    have = total(span for role in roles if (span := span_of_topic(role, requirement.text)))
    shown = [role.header for role in roles]
    told = [
        clause for clause in reading.clauses if (years_in(clause.text) or 0) * 12 >= needed and in_topic(topics, clause)
    ]
    note = f"{have // 12} years {have % 12} months by the dates of these roles." if have else ""
    if have >= needed or told:
        return Finding(
            "met", tuple(dict.fromkeys([*shown, *told]))[:4], wording="other" if not shown else "same", note=note
        )
    if shown:
        return Finding("partial", tuple(dict.fromkeys(shown))[:4], note=note)
    hints = [clause for clause in reading.clauses if strong(topics) and in_topic(topics, clause, share=0.6)]
    hints += [clause for clause in reading.clauses if manages and MANAGED.search(fold(clause.text))]
    hints += [role.header for role in reading.roles if manages and MANAGING.search(fold(role.header.text))]
    if hints:
        return Finding("partial", tuple(hints[:2]), note="Shown, but no role with dates tells for how long.")
    return GAP


def span_of_topic(role: Role, text: str) -> Months | None:
    """The months of a role, of one told in stages only those of the stages that the topic names."""
    wanted = set(content(text))
    stages = [(wanted & set(content(said.rsplit(",", maxsplit=1)[-1])), span) for said, span in role.stages]
    named = [span for shared, span in stages if shared]
    if len(stages) < MANY_STAGES or not named or len(named) == len(stages):
        return role.span
    return (min(first for first, _ in named), max(last for _, last in named))


MANY_STAGES = 2


def told_of(role: Role) -> str:
    return " . ".join((role.header.line, *(clause.text for clause in role.clauses)))


def first_part(header: str) -> str:
    """The title of a header: "Electrician" of "Electrician, Quayside Ltd, Bristol, May 2019 - Present"."""
    return header.split(",", maxsplit=1)[0]


WITHIN = re.compile(
    r",\s+(?:at least|of which|including|with|(?:one|two|three|four|five|some|most|all)(?: years)? of (?:them|which|that)|davon|dont|de los cuales)\b"
)
"""Where a part of the years is asked for something narrower, what stands before counts for all of them."""


QUALIFIED = re.compile(r"\b(?:post|pre)[- ]?(?:qualif\w+|registration|graduat\w+)\b")
"""Counts the years from a date of one's own, and names no field."""


def topics_of(text: str) -> tuple[tuple[Unit, ...], ...]:
    """What the years are asked in, each alternative of its own: "email or lifecycle marketing"."""
    found = [units_of(part) for part in OR.split(topic_of_years(text))]
    kept = [units for units in found if units]
    return tuple(kept)


def topic_of_years(text: str) -> str:
    """What follows the length of time, without examples and what is asked for in a part of it only."""
    rest = QUALIFIED.sub(" ", SPAN.sub(lambda match: match.group("rest"), fold(text)))
    return WITHIN.split(EXAMPLES.split(rest, maxsplit=1)[0], maxsplit=1)[0]


def in_field(topic: str, role: Role) -> bool:
    """Whether the topic is a whole field of work that the role's title or employer stands for, or what its doer does."""
    return is_in_field(topic, role) or is_doer(topic, first_part(role.header.text))


def strong(topics: tuple[tuple[Unit, ...], ...]) -> bool:
    return any(unit.matters for units in topics for unit in units)


def in_topic(topics: tuple[tuple[Unit, ...], ...], clause: Clause, share: float = SHARE) -> bool:
    return not topics or any(show(units, clause).share >= share for units in topics)


def is_titled(topics: tuple[tuple[Unit, ...], ...], header: Clause) -> bool:
    """Whether a title shares two words of the topic, however little each says: a product designer designs products."""
    title = set(stems(first_part(header.text)))
    return any(len({unit.key for unit in units if not unit.named} & title) >= ALIKE for units in topics)


ALIKE = 2


def is_in(topics: tuple[tuple[Unit, ...], ...], role: Role, *, manages: bool) -> bool:
    """Whether a role is in the topic: by its title, by what was done in it, or by a title near in meaning."""
    if manages and not MANAGING.search(fold(role.header.text)):
        return False
    if not strong(topics):
        return True
    if (
        is_titled(topics, role.header)
        or in_topic(topics, role.header)
        or any(in_topic(topics, clause) for clause in role.clauses)
    ):
        return True
    return any(nearness(" ".join(unit.key for unit in units), fold(role.header.text)) >= NEAR_TITLE for units in topics)
