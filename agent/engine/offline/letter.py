"""A plain cover letter: sentences of fixed form around lines of the resume that answer the posting, and nothing else."""

from __future__ import annotations

import re
from datetime import date
from itertools import groupby

from agent.engine.offline.lexicon import enumerate_words, known, table
from agent.engine.offline.vocabulary import hedged, is_bounded, plainly
from agent.engine.offline.wanted import Wanted, is_nameable, relevance, spoken, wanted
from agent.engine.port import Task
from agent.resume.lines import Address, addresses, find_entry
from agent.resume.model import Work

MOST_LINES = 4
MOST_SKILLS = 5
MOST_ANSWERS = 2
LONGEST_NAME = 80
LONGEST_ANSWER = 300


def write_letter(task: Task) -> list[str]:
    """The paragraphs between greeting and farewell; none when no line of the resume answers the posting."""
    asked = wanted(task.report)
    lines = _telling(task, asked)
    skills = [spoken(each, task) for each in asked if is_nameable(each) and _is_shown(task, each)][:MOST_SKILLS]
    answers = _answers(task)
    if not lines and not skills and not answers:
        return []
    opening = [_opening(task), *_standing(task)]
    shown = [_told(task, list(group)) for _, group in groupby(lines, key=lambda line: line.entry)]
    if answers:
        shown.append(" ".join(answers))
    if skills:
        shown.append(phrase(task.language, "skills", skills=enumerate_words(task.language, skills)))
    return [" ".join(opening), *shown, phrase(task.language, "talk")]


def phrase(language: str, key: str, **fields: object) -> str:
    """A sentence of `letter.toml` in this language, its fields filled in."""
    text: str = table("letter")[key][known(language)]
    return text.format(**fields)


def greet(language: str, recipient: str) -> str:
    """The greeting: by name where a line of the recipient gives a title with it, else of everybody."""
    for line in map(str.strip, recipient.splitlines()):
        for row in table("letter")["named"]:
            if row["language"] == known(language) and (found := re.fullmatch(row["pattern"], line)):
                return str(row["greeting"].format(name=line, **found.groupdict()))
    return phrase(language, "greeting")


def dated(language: str, day: date) -> str:
    """`20 November 2026`, as the language writes it."""
    month = table("letter")["months"][known(language)][day.month - 1]
    return phrase(language, "date", day=day.day, month=month, year=day.year)


def named_as_target(text: str, title: str) -> list[tuple[int, int]]:
    """Where a text names the posting's title as what it applies for: characters `start` to `end` of the title."""
    if not title.strip():
        return []
    told = f"(?P<title>{re.escape(title.strip())})(?!\\w)"
    patterns = [pattern.replace("TITLE", told) for pattern in table("letter")["applying"].values()]
    return [match.span("title") for pattern in patterns for match in re.finditer(pattern, text, re.IGNORECASE)]


def _opening(task: Task) -> str:
    title, company = _name(task.posting.title), _name(task.posting.company)
    if title and company:
        return phrase(task.language, "opening", title=title, company=company)
    return phrase(task.language, "opening_title", title=title) if title else phrase(task.language, "opening_plain")


def _name(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_NAME else ""


def _standing(task: Task) -> list[str]:
    """Where the person works, or worked last."""
    role = next((each for each in task.resume.work if each.current), next(iter(task.resume.work), None))
    if role is None or not role.position or not role.employer:
        return []
    key = "now" if role.current else "before"
    return [phrase(task.language, key, position=role.position, employer=role.employer)]


def _telling(task: Task, asked: list[Wanted]) -> list[Address]:
    """The lines of work that answer most of what is asked for, in the resume's order."""
    lines = [line for line in addresses(task.resume) if line.section == "work" and line.kind == "highlight"]
    sound = [line for line in lines if not is_bounded(line.text) and not hedged(line.text)]
    scored = sorted(((relevance(line, task.report, asked), -place) for place, line in enumerate(sound)), reverse=True)
    chosen = [-place for score, place in scored if score > 0][:MOST_LINES]
    return [sound[place] for place in sorted(chosen)]


def _is_shown(task: Task, each: Wanted) -> bool:
    return any(
        plainly(line.text, each.term)
        for line in addresses(task.resume)
        if line.section in {"work", "volunteer", "projects", "skills"} and line.kind != "header"
    )


def _told(task: Task, lines: list[Address]) -> str:
    """The lines of one role, as they stand, with the role before them."""
    texts = [line.text.strip() for line in lines]
    texts = [text if text.endswith((".", "!", "?")) else f"{text}." for text in texts]
    role = find_entry(task.resume, lines[0].entry)
    if not isinstance(role, Work) or not role.employer or not role.position:
        return " ".join(texts)
    form = "shown" if known(task.language) == known(task.resume.language or task.language) else "quoted"
    if form == "shown" and known(task.language) == "en" and all(map(_acts, texts)):
        done = [text[0].lower() + text[1:] for text in texts]
        return phrase("en", "did", employer=role.employer, line=" I ".join(done))
    return phrase(task.language, form, position=role.position, employer=role.employer, line=" ".join(texts))


def _answers(task: Task) -> list[str]:
    """What the person told in a sentence of their own about something asked for that no line of the resume shows."""
    cited = {
        each.ref
        for match in task.report.matches
        if match.evidence and all(each.source == "fact" for each in match.evidence)
        for each in match.evidence
    }
    told = [" ".join(fact.statement.split()) for fact in task.facts if fact.id in cited and fact.answer != "no"]
    first = re.compile(rf"(?<!\w)(?:{'|'.join(table('letter')['first'][known(task.language)])})(?!\w)", re.IGNORECASE)
    own = [text for text in dict.fromkeys(told) if len(text) <= LONGEST_ANSWER and first.search(text)]
    return [text if text.endswith((".", "!", "?")) else f"{text}." for text in own][:MOST_ANSWERS]


def _acts(text: str) -> bool:
    """Whether an English line begins with what the person did, so that "I" may stand before it."""
    first = text.split(maxsplit=1)[0]
    low = first.casefold()
    past = low.endswith("ed") or low in table("words")["past"]
    return first.isalpha() and first[1:].islower() and past and low not in table("letter")["undergone"]["en"]
