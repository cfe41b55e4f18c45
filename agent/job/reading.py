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
from agent.job.limits import Standing, denies, denies_circumstance, is_unstarted, limits_title, partly
from agent.job.model import Fact
from agent.job.roles import rows_of
from agent.job.tenure import MONTH, NOW, Months
from agent.job.terms import find_names, find_signs, names
from agent.job.words import content, fold, sentences, stem, words
from agent.resume.model import Resume

TURN = re.compile(r";\s+|\s+[-–—]\s+|,?\s+(?:but|although|though|aber|mais|pero)\s+", re.IGNORECASE)
ITEM = re.compile(r"\s*[,;|·•]\s*(?![^()]*\))")
AFTERTHOUGHT = re.compile(r"^(?:no|not|nothing|none|never|nur|noch|keine?|nicht|pas|jamais|nada|no)\b", re.IGNORECASE)
HEADED = re.compile(r"(?P<head>[^:.;]{2,70}):\s+(?P<rest>\S.*)$")
BRACKETS = re.compile(r"\([^()]*\)")
NAMING = re.compile(
    rf"\b(?!(?:{MONTH}|hours?|stunden|heures|horas|days?|tage|jours|días)\b)[^\W\d_]{{3,}}", re.IGNORECASE
)
"""A word that names something, as dates and lengths do not."""
DATE_ONLY = re.compile(rf"[\d./() -]*(?:(?:{MONTH})\.?)?[\d./() -]*(?:{NOW})?\.?")
CAPITALS = re.compile(r"(?<!\w)[A-Z][A-Z0-9]{2,}s?(?!\w)")
CAPITALISED = re.compile(r"(?:[A-ZÀ-Ý][\w'’-]*\s+(?:(?:of|for|and|the|&|und|der|de)\s+){0,2}){2,7}[A-ZÀ-Ý][\w'’-]*")
FIRST_PERSON = re.compile(
    r"\b(?:i|my|me|ich|mein\w*|mich|je|mon|ma|mes|yo|mi|mis|voy|toco|juego|colecciono|canto|corro|nado|cuido|salgo)\b|\bj'"
)
MOST_CLAUSES = 1500
SHORT_REST, SHORT_AFTER = 12, 6


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

    @cached_property
    def words(self) -> list[str]:
        return words(self.text)

    @cached_property
    def stems(self) -> dict[str, int]:
        return {stem(word): place for place, word in reversed(list(enumerate(self.words)))}

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
    for each in (*find_names(text), *find_signs(text)):
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
        for text, partial in split_line(row.text, listed=listed, done=done):
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
        Role(entry, header, spans[entry], tuple(clause for clause in kept if clause.entry == entry))
        for entry, header in headers.items()
    )
    return Reading(kept, roles, resume)


def is_aside(text: str) -> bool:
    """Whether a line below the roles chats: in the first person."""
    return bool(FIRST_PERSON.search(fold(text)))


@lru_cache(maxsize=4096)
def split_line(text: str, *, listed: bool, done: bool = False) -> tuple[tuple[str, bool], ...]:
    """The clauses of a line, each with whether it is limited: "Docker (local development only)" limits Docker alone.

    `listed` where the line is a list, `done` where it tells of work. What stands before a colon is limited by all that
    follows: "CDA: first part passed; second part to come".
    """
    head = HEADED.match(text)
    if head and is_unstarted(head.group("rest")) and len(head.group("rest").split()) <= SHORT_REST:
        return ((text, False),)
    found = split_rest(text, listed=listed, done=done)
    if head and found and limits_head(head.group("rest"), done=done):
        return ((found[0][0], True), *found[1:])
    return found


def limits_head(rest: str, *, done: bool) -> bool:
    """Whether a part of what follows a colon limits what stands before it, and not a thing of its own in a list."""
    for place, part in enumerate(re.split(r"[;.]\s+", BRACKETS.sub("", rest))):
        items = part.split(", ")
        if partly(items[0], done=done) and (place == 0 or len(items) == 1):
            return True
        if any(partly(item, done=done) and (len(item.split()) > 2 or not find_names(item)) for item in items):
            return True
    return False


def split_rest(text: str, *, listed: bool, done: bool) -> tuple[tuple[str, bool], ...]:
    found: list[tuple[str, bool]] = []
    for sentence in sentences(text):
        if found and is_afterthought(sentence):
            found[-1] = (f"{found[-1][0]} {sentence}", True)
            continue
        if found and denies_circumstance(sentence):
            found = limited_by(sentence, found)
            continue
        before = len(found)
        for clause in TURN.split(sentence):
            if not clause or not clause.strip():
                continue
            if found and partly(clause, done=done) and len(clause.split()) <= SHORT_REST and not find_names(clause):
                found[before:] = [(text, True) for text, _ in found[before:]]
            before = len(found)
            pieces = ITEM.split(clause) if listed or list_like(clause) else [clause]
            if len(pieces) > 1:
                found += limited_items([piece for piece in pieces if piece.strip()], done=done)
            else:
                found += bracketed(clause, done=done)
    return tuple(found)


def is_afterthought(sentence: str) -> bool:
    """Whether a short sentence only limits the one before it: "Nothing in production."."""
    return bool(AFTERTHOUGHT.search(sentence)) and len(sentence.split()) <= SHORT_AFTER and not find_names(sentence)


def limited_by(sentence: str, found: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Clauses of which a later sentence says that what they name was not done for work: "No Rust shipped at work."."""
    denied = {each.name for each in find_names(sentence)}
    return [(text, limited or bool(denied & {each.name for each in find_names(text)})) for text, limited in found]


def limited_items(pieces: list[str], *, done: bool) -> list[tuple[str, bool]]:
    """The members of a list; one that only limits ("lapsed 2023") limits the member before it."""
    found: list[tuple[str, bool]] = []
    for piece in pieces:
        limits = partly(piece, done=done)
        if limits and found and len(piece.split()) <= 4 and not find_names(piece):
            while len(found) > 1 and not NAMING.search(found[-1][0]):
                last = found.pop()[0]
                found[-1] = (f"{found[-1][0]}, {last}", found[-1][1])
            found[-1] = (f"{found[-1][0]}, {piece}", True)
        else:
            found.append((piece, limits))
    return found


def bracketed(clause: str, *, done: bool) -> list[tuple[str, bool]]:
    """A limit in brackets binds the part before it up to the last comma; outside brackets it binds the clause."""
    inside = re.search(r"\(([^()]*)\)", clause)
    outer = clause[: inside.start()] + clause[inside.end() :] if inside else clause
    if inside and partly(inside.group(1), done=done) and not partly(outer, done=done):
        start = max(clause.rfind(",", 0, inside.start()), clause.rfind(":", 0, inside.start())) + 1
        while start > 1 and not NAMING.search(clause[start : inside.start()]):
            start = max(clause.rfind(",", 0, start - 1), clause.rfind(":", 0, start - 1)) + 1
        rest = f"{clause[:start]} {clause[inside.end() :]}".strip(" ,:")
        return [(clause[start : inside.end()].strip(), True), *([(rest, False)] if rest else [])]
    return [(clause.strip(), partly(clause, done=done))]


def list_like(clause: str) -> bool:
    """Many short members and no verb to speak of: a list of skills wherever it stands."""
    members = ITEM.split(clause)
    return len(members) >= 4 and sum(len(member.split()) <= 4 for member in members) >= len(members) - 1
