"""Spoken languages and their levels."""

from __future__ import annotations

import re
from functools import cache

from agent.job.kinds import asks_language
from agent.job.labels.finding import GAP, Finding
from agent.job.lexicon import pattern, table
from agent.job.limits import partly
from agent.job.model import Requirement
from agent.job.reading import Clause, Reading
from agent.job.units import OR
from agent.job.words import fold

CODES = {"en": "english", "de": "german", "fr": "french", "es": "spanish", "it": "italian", "pt": "portuguese"}
EITHER = re.compile(r"\b(?:both|each|either|beide|beides|les deux|ambos|ambas|los dos)\b")
BILINGUAL = re.compile(r"\b(?:bilingual|bilingue|bilingüe|zweisprachig\w*)\b")
"""Asks for work in two languages, not for two mother tongues."""
USED = re.compile(r"\b(?:in|both|into)(?: [\w/]+,?){0,3} $")
"""Work that was done in a language: "led tours in French and English"."""
FUNCTIONAL = re.compile(
    r"\b(?:functional|basic|some|simple|everyday|a little|elementary|rudimentary|kitchen|survival|grundkenntnisse|einfache?s?|notions|básico|nociones)\b"
)
"""Asks for no more than getting through the work's own words."""
BY_OTHERS = re.compile(
    r"\b(?:translators?|interpreters?) (?:did|does|handled|handles|wrote|made|checked|put|turned)\b|\b(?:translated|interpreted|dubbed) by\b|\b(?:with|through|via|using) (?:an? |our |the )?(?:interpreters?|translators?)\b|\b(?:a|my) colleague (?:did|does|handled|handles|wrote) the\b"
)
"""Somebody else spoke or wrote it."""
AROUND, AFTER = 45, 80
BASIC = 2
CONVERSATIONAL = 3
UNSAID_LEVEL = 4
WRITTEN_LEVEL = 5


def label_language(requirement: Requirement, reading: Reading) -> Finding:
    """Any of several languages will do where the posting offers a choice, else all count."""
    wanted = asks_language(fold(requirement.text)) or languages_in(fold(requirement.text))
    needed = level_in(fold(requirement.text)) or CONVERSATIONAL
    if FUNCTIONAL.search(fold(requirement.text)):
        needed = BASIC
    bilingual = bool(BILINGUAL.search(fold(requirement.text)))
    needed = UNSAID_LEVEL if bilingual else needed
    found = [spoken(language, reading) for language in wanted]
    choice = not bilingual and (bool(OR.search(requirement.text)) or ":" in requirement.text)
    labels = [judge(each, needed) for each in found]
    if not labels:
        return any_other(reading)
    order = {"met": 2, "partial": 1, "missing": 0}
    return (max if choice else min)(labels, key=lambda each: order[each.label])


def any_other(reading: Reading) -> Finding:
    """The best spoken language beside the resume's own: "a second language" names none."""
    own = CODES.get(reading.resume.language, "english")
    levels_ = [spoken(language, reading) for language in table("languages")["names"] if language != own]
    return judge(max(levels_, key=lambda each: each[0], default=(0, None)), CONVERSATIONAL)


def judge(shown: tuple[int, Clause | None], needed: int) -> Finding:
    level, clause = shown
    if not level:
        return Finding("missing", (clause,), "denied", note="The resume says so itself.") if clause else GAP
    clauses = (clause,) if clause else ()
    if level >= needed:
        return Finding("met", clauses, note="" if clauses else "The resume itself is written in it.")
    return Finding("partial", clauses, note="The level named in the resume is below the one asked for.")


def spoken(language: str, reading: Reading) -> tuple[int, Clause | None]:
    """The level of a language and the clause that tells it; 0 where the resume does not."""
    names = pattern(tuple(table("languages")["names"][language]))
    best: tuple[int, Clause | None] = (0, None)
    told_best: tuple[int, Clause | None] = (0, None)
    for clause in reading.clauses:
        folded = fold(clause.text)
        match = names.search(folded)
        if not match or BY_OTHERS.search(fold(clause.line if clause.section in {"work", "volunteer"} else clause.text)):
            continue
        at = len(folded[: match.start()].split())
        standing = clause.standing(min(at, max(len(clause.words) - 1, 0)))
        if standing == "denied":
            best = best if best[0] else (0, clause)
            continue
        whole = fold(clause.line)
        start = max(whole.find(match.group(), whole.find(folded)), 0)
        around = whole[max(0, start - 40) : start + len(match.group()) + AFTER]
        if clause.header and clause.section in {"work", "education"} and not level_in(around):
            continue
        told = near(around, match.group())[: 2 if clause.section == "education" else None]
        if EITHER.search(fold(clause.line)) and not any(level_in(part) for part in told):
            told.append(EITHER.split(fold(clause.line), maxsplit=1)[1][:AROUND])
        level = next((found for part in told if (found := level_in(part))), 0)
        stated = bool(level) or partly(" ".join(told))
        if not level and clause.section == "work" and USED.search(folded[: match.start()]):
            level = WRITTEN_LEVEL
        level = level or (BASIC if clause.section == "education" else UNSAID_LEVEL)
        if level >= UNSAID_LEVEL and partly(" ".join(told)):
            level = BASIC
        if stated and level > told_best[0]:
            told_best = (level, clause)
        if level > best[0]:
            best = (level, clause)
    if best[0] == UNSAID_LEVEL and not told_best[0] and CODES.get(reading.resume.language) == language:
        return WRITTEN_LEVEL, best[1]
    if told_best[0] and best[1] is not None and best[0] == UNSAID_LEVEL:
        return told_best  # what is said of the level counts before a line that only names the language
    if best == (0, None) and CODES.get(reading.resume.language) == language and not reading.resume.languages:
        return WRITTEN_LEVEL, None
    return best


def near(text: str, name: str) -> list[str]:
    """What is said of this language and not of the next one in the same line, part by part."""
    start = text.index(name)
    told = [re.split(r"[,;|·/()]|\band\b|\bund\b|\bet\b|\by\b", text[:start])[-1]]
    for place, part in enumerate(re.split(r"[,;|·)]", text[start + len(name) :])[:4]):
        another = "(" in part and not level_in(part.split("(", maxsplit=1)[0])
        if place and (another or any_language().search(part)):
            break
        told.append(part)
    return told


def languages_in(folded: str) -> list[str]:
    return [name for name, names in table("languages")["names"].items() if pattern(tuple(names)).search(folded)]


def level_in(folded: str) -> int:
    return max((level for level, phrases in levels() if phrases.search(folded)), default=0)


@cache
def any_language() -> re.Pattern[str]:
    return pattern(tuple(name for names in table("languages")["names"].values() for name in names))


@cache
def levels() -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple((int(level), pattern(tuple(words))) for level, words in table("languages")["levels"].items())
