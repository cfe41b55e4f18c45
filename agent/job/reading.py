"""A resume and what the person said, as clauses that can show a requirement.

Why clauses: a limit ("local development only") binds what stands beside it and no more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from agent.change.model import Evidence, Source
from agent.job.lexicon import table
from agent.job.limits import Standing, denies, is_of_others, is_unstarted, limits_title
from agent.job.model import Fact
from agent.job.roles import rows_of
from agent.job.splitting import denied_names, split_line
from agent.job.tenure import MONTH, NOW, Months, stages_in
from agent.job.terms import find_inner, find_names, find_signs, names
from agent.job.words import content, fold, joints, stem, words
from agent.resume.model import Resume

DATE_ONLY = re.compile(rf"[\d./() -]*(?:(?:{MONTH})\.?)?[\d./() -]*(?:{NOW})?\.?")
CAPITALS = re.compile(r"(?<!\w)[A-Z][A-Z0-9]{2,}s?(?!\w)")
CAPITALISED = re.compile(r"(?:[A-ZÀ-Ý][\w'’-]*\s+(?:(?:of|for|and|the|&|und|der|de)\s+){0,2}){2,7}[A-ZÀ-Ý][\w'’-]*")
FIRST_PERSON = re.compile(
    r"\b(?:i|my|me|ich|mein\w*|mich|je|mon|ma|mes|yo|mi|mis|voy|toco|juego|colecciono|canto|corro|nado|cuido|salgo)\b|\bj'"
)
MOST_CLAUSES = 1500
LOOSE = frozenset({"other", "summary", "interests"})


@dataclass(frozen=True)
class Clause:
    """Part of a line. `limited`: what it names is there only in part. `above` holds the stems of its entry's header."""

    text: str
    line: str
    ref: str
    source: Source
    entry: str
    section: str
    header: bool
    limited: bool
    above: frozenset[str] = frozenset()
    aside: bool = False
    """Of a life beside work: it shows times, places, languages and cards, but no skill of the trade."""
    own: str = ""
    """The line without what it says of others, where it says such."""
    unbacked: frozenset[str] = frozenset()
    """Names that a later clause of the line denies: "Check the hours for payroll. I don't run payroll."."""

    @cached_property
    def words(self) -> list[str]:
        return words(self.text)

    @cached_property
    def stems(self) -> dict[str, int]:
        found = {stem(word): place for place, word in reversed(list(enumerate(self.words)))}
        for joined, place in joints(self.text).items():
            found.setdefault(stem(joined), place)
        return found

    @cached_property
    def capitals(self) -> dict[str, int]:
        """The stems of words written in capitals, with their places."""
        written = {match.lower() for match in CAPITALS.findall(self.text)}
        return {stem(word): place for place, word in enumerate(self.words) if word in written}

    @cached_property
    def initials(self) -> dict[str, int]:
        """The first letters of every run of capitalised words: "Certified Scrum Master" may be asked for as CSM."""
        found: dict[str, int] = {}
        for match in CAPITALISED.finditer(self.text):
            first = len(words(self.text[: match.start()]))
            named = [(at, word[0].lower()) for at, word in enumerate(match.group().split()) if word[0].isupper()]
            for start in range(len(named) - 2):
                for end in range(start + 3, len(named) + 1):
                    found.setdefault("".join(letter for _, letter in named[start:end]), first + named[start][0])
        return found

    @cached_property
    def first_stems(self) -> frozenset[str]:
        """The stems of the first words, where a headline names the occupation."""
        return frozenset(stem(word) for word in self.words[:3])

    @cached_property
    def names(self) -> dict[str, int]:
        """Every name the clause shows, itself or by a case of it, with the place of its first word."""
        return shown(self.text, title=self.header and self.section != "education")

    def standing(self, at: int) -> Standing:
        if is_unstarted(self.text):
            return "denied"
        if denies(self.text, at):
            return "partial" if self.limited else "denied"
        return "partial" if self.limited else "full"

    def evidence(self) -> Evidence:
        return Evidence(source=self.source, ref=self.ref, quote=self.line)


@lru_cache(maxsize=8192)
def shown(text: str, *, title: bool = False) -> dict[str, int]:
    """The names in a text; of a job's `title` none by a word for those who learn: an apprentice has led none."""
    found: dict[str, int] = {}
    split = words(text) if title else []
    learners = frozenset(table("managing")["learners"]) if title else frozenset()
    inner = find_inner(text) if title else []
    for each in (*find_names(text), *find_signs(text), *inner):
        if title and all(word in learners for word in split[each.start : each.end]):
            continue
        for name in (each.name, *names().above.get(each.name, ())):
            found.setdefault(name, each.start)
    return found


@dataclass(frozen=True)
class Role:
    """A role with its months, its header and what was done in it."""

    entry: str
    header: Clause
    span: Months | None
    clauses: tuple[Clause, ...]
    stages: tuple[tuple[str, Months], ...] = ()
    """Of a header with several ranges of dates, each with the words before it."""


@dataclass(frozen=True)
class Reading:
    """All clauses of a resume and of the facts that say yes, and its roles."""

    clauses: tuple[Clause, ...]
    roles: tuple[Role, ...]
    resume: Resume

    @cached_property
    def at_work(self) -> Reading:
        """Without what is told of a life beside work, unless it tells itself how far it goes ("shadowed the head gardener")."""
        return replace(self, clauses=tuple(clause for clause in self.clauses if clause.limited or not clause.aside))

    @cached_property
    def remembered(self) -> dict[Any, Any]:
        return {}  # what was found in these clauses already, by what was looked for

    @cached_property
    def text(self) -> str:
        return fold(" \n ".join(clause.text for clause in self.clauses))

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(key for clause in self.clauses for key in clause.stems)


def read_lines(resume: Resume, facts: Sequence[Fact], today: date) -> Reading:
    headers: dict[str, Clause] = {}
    spans: dict[str, Months | None] = {}
    clauses: list[Clause] = []
    for row in rows_of(resume, today):
        limited = limits_title(row.title)
        listed = not row.header and row.section in {"skills", "certificates", "languages"}
        role = row.header and row.section in {"work", "volunteer"}
        above = frozenset(content(headers[row.entry].line)) if row.entry in headers and not row.header else frozenset()
        done = row.section in {"work", "volunteer"}
        whole = split_line(row.text, listed=listed, done=done)
        parts = tuple(part for part in whole if not ((done or row.section in LOOSE) and is_of_others(part[0])))
        own = "; ".join(text for text, _ in parts) if len(parts) < len(whole) else row.text
        unbacked = denied_names(parts)
        for text, partial in parts:
            if DATE_ONLY.fullmatch(fold(text)):
                continue
            clause = Clause(
                text,
                row.text,
                row.ref,
                "resume",
                row.entry,
                row.section,
                row.header,
                (partial and not role) or limited,
                above,
                row.section in {"other", "interests"} and bool(headers) and is_aside(text),
                own,
                unbacked,
            )
            clauses.append(clause)
        if row.header and row.entry and row.section in {"work", "volunteer"}:
            headers[row.entry] = Clause(
                row.text, row.text, row.ref, "resume", row.entry, row.section, header=True, limited=False
            )
            spans[row.entry] = row.span
    for fact in facts:
        if fact.answer != "no":
            told = fact.statement or fact.said
            for text, partial in split_line(told, listed=False, done=True):
                clauses.append(Clause(text, told, fact.id, "fact", fact.entry, "facts", header=False, limited=partial))
    kept = tuple(clauses[:MOST_CLAUSES])
    roles = tuple(
        Role(
            entry,
            header,
            spans[entry],
            tuple(clause for clause in kept if clause.entry == entry),
            tuple(stages_in(header.text, today)),
        )
        for entry, header in headers.items()
    )
    return Reading(kept, roles, resume)


def is_aside(text: str) -> bool:
    """Whether a line below the roles chats: in the first person."""
    return bool(FIRST_PERSON.search(fold(text)))
