"""What a posting asks for, each requirement quoted from it."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.job.headline import places_asked, shift_asked
from agent.job.kinds import RIGHT, kind_of, years_in
from agent.job.lexicon import cue
from agent.job.model import Priority, Requirement
from agent.job.sections import Statement, statements
from agent.job.taking import UNSPONSORED, is_asked, is_asking_part, priority_of, resolve
from agent.job.terms import find_names
from agent.job.wording import CHOICE, obliged, parts_of_item, parts_of_sentence, pieces
from agent.job.words import content, fold, visible, words
from scraper.posting import Posting

MOST_REQUIREMENTS = 80
WISH = re.compile(
    r",\s+(?:ideally|preferably|idealerweise|vorzugsweise|idéalement|de préférence|idealmente|preferiblemente)\s+([^,;()]+)$",
    re.IGNORECASE,
)
MOST_WORDS = 45


def read_requirements(posting: Posting) -> list[Requirement]:
    """The requirements of a posting in its own order, ids r1, r2, …; an empty posting has none.

    At most 80 are kept; a statement over 45 words is prose that asks for nothing in particular.
    """
    told = resolve(statements(posting.description))
    found: list[Requirement] = places_asked(posting, told)
    seen = {tuple(content(each.text)) for each in found}
    for statement in told:
        duty = is_duty(statement)
        cut = parts_of_item if statement.listed else parts_of_sentence
        pieces_ = [(piece, part) for piece in asking(statement) for part in cut(visible(piece), duty=duty)]
        for piece, part in pieces_:
            part = obliged(part) if cue("condition").search(fold(piece)) else part  # noqa: PLW2901 - the part itself is cut
            key = tuple(content(part) or (words(part) if years_in(part) else []))
            if not key or key in seen or len(words(part)) > MOST_WORDS or not is_asking_part(part):
                continue
            seen.add(key)
            found.append(requirement(part, statement.heading, priority_of(part, statement), duty=duty))
            wish = WISH.search(part)
            if wish and tuple(content(wish.group(1))) not in seen and content(wish.group(1)):
                found.append(requirement(wish.group(1), statement.heading, "preferred", duty=False))
            if len(found) >= MOST_REQUIREMENTS:
                break
    found = [*said_once(found), *shift_asked(posting, found)]
    return [each.model_copy(update={"id": f"r{place}"}) for place, each in enumerate(found[:MOST_REQUIREMENTS], 1)]


def said_once(found: list[Requirement]) -> list[Requirement]:
    """Without "sponsorship is not available" where the right to work is asked for by name."""
    named = any(RIGHT.search(fold(each.text)) and not UNSPONSORED.search(fold(each.text)) for each in found)
    return [each for each in found if not (named and UNSPONSORED.search(fold(each.text)))]


def is_duty(statement: Statement) -> bool:
    """Whether the statement tells what will be done rather than what the person has."""
    if statement.kind == "duties":
        return True
    folded = fold(statement.text)
    return statement.kind == "prose" and bool(cue("duty").search(folded)) and not cue("preferred").search(folded)


def asking(statement: Statement) -> list[str]:
    """The pieces of a statement that ask: of "We deploy daily, so you must write tests" the second."""
    return [piece for piece in pieces(statement.text) if is_asked(replace(statement, text=piece))]


def requirement(text: str, heading: str, priority: Priority, *, duty: bool) -> Requirement:
    named = find_names(text)
    split = words(text)
    terms = list(dict.fromkeys(" ".join(split[each.start : each.end]) for each in named))
    return Requirement(
        id="",
        text=text,
        kind=kind_of(text, duty=duty, named=bool(terms)),
        priority=priority,
        terms=terms,
        alternatives=len(terms) > 1 and bool(CHOICE.search(text)),
        years=years_in(text),
        section=heading,
    )
