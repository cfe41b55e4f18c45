"""What the person said to a question, as a fact that can be cited."""

from __future__ import annotations

import re

from agent.errors import InvalidAnswer
from agent.job.lexicon import pattern, table
from agent.job.model import Fact, Question, Requirement
from agent.job.units import units_of
from agent.job.words import content, fold, generic, stem, words
from agent.resume.model import DATED, Education, Entry, Project, Resume, Work

QUOTED = re.compile(r"“([^”]+)”|„([^“]+)“|«\s?([^»]+?)\s?»")
BUT = re.compile(r"[,;.]?\s+(?:but|however|though|aber|jedoch|mais|cependant|pero|aunque)\s+", re.IGNORECASE)
BARE_WORDS = 3


def read_answer(question: Question, said: str, resume: Resume, requirement: Requirement | None) -> Fact | None:
    """The fact in an answer, its `said` whole; None where the person skipped or does not know.

    `statement` holds only what was said: of "Yes, two years at Heron" the words after the yes, led by the question's own
    quoted words where the answer does not name the thing; of a bare yes those quoted words alone; of a no nothing.
    Raises `InvalidAnswer` for an answer without a letter or digit.
    """
    text = said.strip()
    if not text:
        return None
    if not re.search(r"[^\W_]", text):
        raise InvalidAnswer("Please answer in words, or choose Skip.")
    folded = fold(text[:400])
    if starts("skip").fullmatch(folded.strip(" .!?")):
        return None
    asked = requirement.text if requirement else ""
    thing = quoted(question.text) or asked
    yes, no = starts("yes").match(folded), starts("no").match(folded)
    rest = ""
    if no:
        turned = BUT.split(text, maxsplit=1)
        rest = turned[1].strip() if len(turned) > 1 else ""
        statement = rest
        answer = "other" if rest else "no"
    else:
        rest = text[yes.end() :].lstrip(" ,.;:!–—-") if yes else text
        bare = bool(yes) and len(words(rest)) < BARE_WORDS and not content(rest)
        statement = thing if bare else rest if names_thing(rest, thing) or not yes else f"{thing}: {rest}"
        answer = "yes" if yes else "other"
    return Fact(
        id="",
        question=question.text,
        said=said,
        statement=statement,
        answer="no" if answer == "no" else "yes" if answer == "yes" else "other",
        requirement=asked,
        terms=terms_of(requirement, text) if requirement else [],
        entry=entry_named(text, resume),
    )


def quoted(question: str) -> str:
    found = QUOTED.search(question)
    return next((group.strip() for group in found.groups() if group), "") if found else ""


def names_thing(text: str, thing: str) -> bool:
    """Whether the answer itself names what was asked for."""
    said = {unit.key for unit in units_of(text)}
    return any(unit.key in said for unit in units_of(thing) if unit.matters)


def terms_of(requirement: Requirement, text: str) -> list[str]:
    """The terms that the answer is about: all of the requirement's, of alternatives only those that were named."""
    if not requirement.alternatives:
        return list(requirement.terms)
    folded = fold(text)
    return [term for term in requirement.terms if re.search(rf"(?<!\w){re.escape(fold(term))}(?!\w)", folded)]


def entry_named(text: str, resume: Resume) -> str:
    """The role, project or school that the person names, by its whole name or by a word that only it has."""
    folded = fold(text)
    said = set(words(text))
    entries: list[Entry] = [entry for section in DATED for entry in getattr(resume, section)]
    for entry in entries:
        if any(
            len(name) > 2 and re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", folded) for name in names_of(entry)
        ):
            return entry.id
    marks = {entry.id: {word for name in names_of(entry)[:1] for word in words(name)} for entry in entries}
    for entry in entries:
        others = {word for each, mark in marks.items() if each != entry.id for word in mark}
        own = {word for word in marks[entry.id] if len(word) > 3 and stem(word) not in generic()} - others
        if any(word in said and re.search(rf"\b{re.escape(word.capitalize())}", text) for word in own):
            return entry.id
    return ""


def names_of(entry: Entry) -> list[str]:
    match entry:
        case Work():
            return [entry.employer, entry.position] if entry.employer else [entry.position]
        case Education():
            return [entry.institution]
        case Project():
            return [entry.name]
        case _:
            return []


def starts(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern(tuple(table('answers')[name])).pattern})")
