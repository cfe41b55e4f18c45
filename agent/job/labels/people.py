"""Leading and teaching people at work: fully, of fewer people, only in part, or not at all.

Why apart from the words: "trained three externs" and "mentor junior colleagues" share no word, and "coached the under-12s"
shares the one that matters least.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from agent.job.kinds import NUMBERS
from agent.job.labels.finding import GAP, Finding
from agent.job.lexicon import table
from agent.job.likeness import is_told_whole, likeness
from agent.job.reading import Clause, Reading
from agent.job.showing import synonyms
from agent.job.words import fold, stem

Level = Literal["led", "taught", "less"]
ENOUGH = 0.5
"""The share of the people asked for that is taken for as many."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a requirement asks: to have `led` or `taught`, how many at least (0: no number), and a deed `beside` it."""

    level: Level
    least: int = 0
    beside: str = ""
    briefed: bool = False
    """Whether freelancers are among them, who are not led but briefed."""
    shows: bool = False
    """Whether they are shown how to do the work, which nobody has done by leading them."""


@dataclass(frozen=True, slots=True)
class Told:
    """A clause that tells of people led, taught, or less, and of how many (0: no number)."""

    level: Level
    many: int
    clause: Clause


def label_people(text: str, reading: Reading) -> Finding | None:
    """The label of a requirement to lead or to teach people at work; nothing for any other."""
    wanted = wanted_of(text)
    if wanted is None:
        return None
    if wanted.level == "led" and (clause := denying(reading)):
        return Finding("missing", (clause,), "denied", note="The resume says so itself.")
    wanted = replace(wanted, beside=lacking_deed(wanted.beside, reading))
    told = [each for clause in reading.clauses for each in told_in(clause, briefed=wanted.briefed)]
    if not told:
        like = likeness(text, reading).clause
        whole = like if like and is_told_whole(text, like) and not like.limited else None
        return Finding("met", (whole,), wording="other", note="Said in other words.") if whole else GAP
    full = [each for each in told if each.level == wanted.level or (each.level == "led" and not wanted.shows)]
    counted = [each for each in full if each.many]
    enough = [each for each in counted or full if not each.many or each.many >= wanted.least * ENOUGH]
    if enough and not wanted.beside:
        return Finding("met", clauses_of(enough), wording="other", note="People led or taught are told of.")
    near = clauses_of(enough or full or told)
    return Finding("partial", near, note="Only a part of this is shown.", lacking=wanted.beside)


def lacking_deed(deeds: str, reading: Reading) -> str:
    """The deeds asked for beside that no line of work tells: who trained drivers has hired none yet."""
    done = frozenset(key for clause in reading.clauses if clause.section == "work" for key in clause.stems)
    lacks = [
        deed
        for deed in deeds.split(" and ")
        if deed and not (HIRING.match(deed) and done & {stem(deed), *synonyms().get(stem(deed), ())})
    ]
    return " and ".join(lacks)


HIRING = re.compile(r"hir|recruit|interview|schedul|roster|appoint|appraise")


def denying(reading: Reading) -> Clause | None:
    denied = patterns("denied")
    return next((clause for clause in reading.clauses if any(each.search(fold(clause.text)) for each in denied)), None)


def clauses_of(told: list[Told]) -> tuple[Clause, ...]:
    return tuple(dict.fromkeys(each.clause for each in told))[:2]


def wanted_of(text: str) -> Wanted | None:
    folded = fold(text)
    if any(whole.search(folded) for whole in patterns("lead_whole")):
        return Wanted("led")
    if any(whole.search(folded) for whole in patterns("teach_whole")):
        return Wanted("taught")
    match = asked().match(folded)
    deeds = DEEDS.split(match.group("deeds")) if match else []
    leads = any(pattern_of("lead").fullmatch(deed) for deed in deeds)
    if not match or not (leads or any(pattern_of("teach").fullmatch(deed) for deed in deeds)):
        return None
    near, whom = match.group("near"), match.group("whom")
    if served().search(near) and not LEARNERS.search(whom):
        return None
    if deeds[-1] in {"teach", "teaching"} and PUPILS.search(whom):
        return None
    other = [deed for deed in deeds if not any(pattern_of(key).fullmatch(deed) for key in ("lead", "teach", "with"))]
    level: Level = "led" if leads and not LEARNERS.search(whom) else "taught"
    of_so_many = re.search(rf"^{re.escape(near)} of \S+", whom)
    least = count_in(of_so_many.group() if of_so_many else near)
    shows = level == "taught" and not leads and all(SHOWS.match(deed) for deed in deeds if deed not in other)
    return Wanted(level, least, " and ".join(other), bool(FREELANCE.search(whom)), shows)


SHOWS = re.compile(r"train|teach|onboard|induct|instruct|break in|tutor|sign off")
DEEDS = re.compile(r",? and |, ")
LEARNERS = re.compile(
    r"\b(?:interns?|externs?|students?|apprentices?|trainees?|volunteers?|student (?:teachers|nurses))\b"
)
"""Whoever leads them teaches them."""
PUPILS = re.compile(r"^(?:[\w-]+ ){0,3}?(?:students?|class|classes)\b")
FREELANCE = re.compile(r"\b(?:freelanc\w+|contractors|agenc(?:y|ies))\b")


def told_in(clause: Clause, *, briefed: bool) -> list[Told]:
    """What a clause tells of people: of a role's header by its title."""
    folded = fold(clause.text)
    if clause.section in {"education", "certificates"}:
        return []
    if clause.header:
        return titled(clause, folded) if clause.section == "work" else []
    found = level_of(folded)
    if found is None and briefed and any(each.search(folded) for each in patterns("briefed")):
        found = ("less", 0)
    if found is None or clause.standing(0) == "denied":
        return []
    level, many = found
    lesser = clause.limited or bool(patterns("small")[0].search(folded))
    return [Told("less" if (lesser and level != "led") or clause.limited else level, many, clause)]


def titled(clause: Clause, folded: str) -> list[Told]:
    title = folded.split(",", maxsplit=1)[0]
    if any(each.search(title) for each in patterns("no_lead_title")):
        return []
    if any(each.search(title) for each in patterns("led_title")):
        return [Told("led", 0, clause)]
    return [Told("taught", 0, clause)] if any(each.search(title) for each in patterns("taught_title")) else []


LEVELS: tuple[Level, ...] = ("led", "taught", "less")


def level_of(folded: str) -> tuple[Level, int] | None:
    """What a line tells and of how many; of those who are served or taught as pupils less."""
    for level in LEVELS:
        for each in patterns(level):
            match = each.search(folded)
            if match:
                many = OF_SO_MANY.match(folded, match.end())
                beyond = WHERE.match(folded, match.end())
                return level_with(match.group() + (beyond.group() if beyond else ""), level), count_in(
                    match.group() + (many.group() if many else "")
                )
    return None


OF_SO_MANY = re.compile(r" (?:of )?\S+")


WHERE = re.compile(r" (?:at|of|for|from|in) (?:\S+ ?){1,4}")
"""What may tell behind the people who they are: "coach of a robotics team at the middle school"."""


def level_with(said: str, level: Level) -> Level:
    if served().search(said):
        return "less"
    return "taught" if level == "led" and LEARNERS.search(said) else level


def count_in(folded: str) -> int:
    """The first number of people that a text names in figures or words, 0 without one."""
    match = counts().search(folded)
    if not match:
        return 0
    return int(match.group()) if match.group().isdigit() else int(NUMBERS[match.group()])


@cache
def counts() -> re.Pattern[str]:
    """Numbers in figures or words, and no year."""
    return re.compile(
        rf"(?<![\w.,])(?:\d{{1,3}}|{'|'.join(word for word, value in NUMBERS.items() if value > 1 or word == 'one')})(?![\w,%])"
    )


@cache
def asked() -> re.Pattern[str]:
    verb = rf"(?:{'|'.join(table('people')['lead'] + table('people')['teach'])}|\w+)"
    return re.compile(
        r"^(?:(?:some |proven )?(?:experience|ability|able|confidence|skills?|willingness) (?:in |of |to |with |at )?)?(?:be )?(?:help(?:ing)? (?:to )?)?"
        rf"(?P<deeds>{verb}(?:(?:,? and |, ){verb})*) (?:the work of )?"
        rf"(?P<whom>(?P<near>(?:up to |about )?(?:\d+ ?(?:to|or|-) ?\d+ )?{between()}{noun()})(?: {FOLLOWS}|[,;(]|$).*)$"
    )


@cache
def pattern_of(key: str) -> re.Pattern[str]:
    return re.compile("|".join(table("people")[key]))


FOLLOWS = r"(?:on|in|at|to|of|through|with|for|and|or|who|how|each|every|per|until|when|during|across|over|under|as|from|by|towards?|so|where|without|into|within)\b"
"""What may stand behind the people: another noun would make them say more of it ("employee relations")."""


def between() -> str:
    """Words before the people, none of which leads to another thing."""
    return r"(?:(?!(?:for|in|with|to|at|on|by|from|through|about|and|across|into)\b)[\w-]+ ){0,4}?"


@cache
def noun() -> str:
    """A pattern for one word that names people at work."""
    lists = table("people")
    endings, names, unlike = ("|".join(map(re.escape, lists[key])) for key in ("endings", "names", "unlike"))
    return rf"(?:(?!(?:{unlike})\b)(?:[a-z-]{{3,}}(?:{endings})|{names})\b)"


@cache
def served() -> re.Pattern[str]:
    return re.compile(str(table("people")["served"]))


@cache
def patterns(key: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of one list, with the words for people and for numbers put in."""
    count = str(table("people")["count"])
    return tuple(
        re.compile(each.replace("NOUN", noun()).replace("COUNT", count).replace("GAP", between()))
        for each in table("people")[key]
    )
