"""Whole fields of work that postings ask years in, and the roles that are in them by their title or employer.

Why apart from the names of skills: "four years in hospitality" says nothing that a waiter's resume says, and "two years
in immigration law" is more than a field, which no title alone shows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from agent.job.lexicon import pattern, table
from agent.job.reading import Role
from agent.job.units import OR
from agent.job.words import content, faint, fold, stem, words


@dataclass(frozen=True)
class Field:
    """Patterns over folded text; `lines` are words of what was done that only that field has."""

    asked: re.Pattern[str]
    titles: re.Pattern[str]
    places: re.Pattern[str]
    lines: re.Pattern[str]


def is_in_field(topic: str, role: Role) -> bool:
    """Whether a topic names whole fields of work and the role is in one of its choices: in each part of "design in retail"."""
    for choice in OR.split(fold(topic)):
        parts = [part for part in IN.split(choice) if content(part)]
        if parts and all(any(is_of_field(field, role) for field in fields_in(part)) for part in parts):
            return True
    return False


def names_field(topic: str) -> bool:
    return any(fields_in(part) for choice in OR.split(fold(topic)) for part in IN.split(choice))


IN = re.compile(r"\b(?:in|within|for|at)\b")


@lru_cache(maxsize=1024)
def fields_in(part: str) -> tuple[Field, ...]:
    """The fields that are all that a part of a topic names."""
    return tuple(field for field in fields() if field.asked.search(part) and not left_of(field, part))


def left_of(field: Field, part: str) -> list[str]:
    """The stems of a topic that the field's own words and words of every workplace do not make up."""
    rest = field.asked.sub(" ", part)
    return [key for key in map(stem, words(rest)) if key not in settings()]


def is_of_field(field: Field, role: Role) -> bool:
    header = fold(role.header.text)
    title, _, rest = header.partition(",")
    if field.titles.search(title) or field.places.search(rest):
        return True
    return any(field.lines.search(fold(clause.text)) for clause in role.clauses)


def is_doer(topic: str, title: str) -> bool:
    """Whether a word of the title is who does what the topic names: a fitter for fitting, an editor for editing."""
    done = {root for word in words(topic) if (root := rooted(word, ("ing",)))}
    doers = {root for word in words(title) if (root := rooted(word, ("er", "or")))}
    others = {stem(word) for word in words(topic) if not rooted(word, ("ing",)) and stem(word) in content(word)}
    return bool(done & doers) and others <= {*map(stem, words(title)), *settings(), *faint()}


def rooted(word: str, endings: tuple[str, ...]) -> str:
    """What stands before one of the endings, doubled letters and a last e cut; "" without such an ending."""
    for ending in endings:
        bare = word.removesuffix(ending)
        if bare != word and len(bare) >= SHORTEST:
            return bare[:-1] if len(bare) > SHORTEST and bare[-1] == bare[-2] else bare
    return ""


SHORTEST = 3


@cache
def settings() -> frozenset[str]:
    """Stems that say how or where work is done and name no field."""
    return frozenset(map(stem, SETTING.split()))


SETTING = (
    "role roles position positions job jobs work working setting settings environment environments industry sector field firm company"
    " busy fast paced high volume commercial professional paid hands full time part recent relevant general similar similarly related"
    " of in an a the as to and with or at for on more than years year experience experienced minimum demonstrated hands-on strong solid good any some other another our"
    " progressive continuous proven practical post qualified world trade practice area business background least least career"
)


@cache
def fields() -> tuple[Field, ...]:
    return tuple(
        Field(
            pattern(tuple(each["asked"])),
            pattern(tuple(each["titles"])),
            pattern(tuple(each.get("places", ["\x00"]))),
            pattern(tuple(each.get("lines", ["\x00"]))),
        )
        for each in table("fields").values()
    )
