"""Skills, tools, duties and all that is shown by words: how much of what is asked do the lines show?"""

from __future__ import annotations

import re

from agent.job.labels.finding import GAP, Finding
from agent.job.likeness import (
    LEAST_PHRASE,
    asking_words,
    kinship,
    lacks_name,
    lacks_word,
    language_code,
    likeness,
)
from agent.job.limits import Standing, denies
from agent.job.reading import Clause, Reading
from agent.job.score import Wording
from agent.job.showing import NOTHING, ORDER, Shown, place_of, show
from agent.job.terms import find_names, proper
from agent.job.units import EXAMPLES, OR, Asked, Unit, asked_of, units_of
from agent.job.wording import verbs
from agent.job.words import content, faint, stem, words

MEMBER = re.compile(r"(?:(?!,\s|\s(?:and|und|et|y)\s|[()]).)+", re.IGNORECASE)
PROPER = re.compile(r"(?<=\w\s)[A-ZÀ-Ý][\w+#]|\b[A-Z][A-Z0-9+#]+\b|\b[A-Z]\+\+")
AND_FIRST = re.compile(r"^(?:and|und|et|y)\s+", re.IGNORECASE)
BACKING: dict[Standing, float] = {"full": 1.0, "partial": 0.8, "denied": 0.7}
MET, MET_PLAIN, PARTIAL = 0.7, 0.55, 0.5
"""Shares of what is asked; plain words alone are rarer in two texts by chance than one known name is."""
LIKELY, HINT, SURE = 0.78, 0.6, 0.88
LEAST_SHARE = 0.35


def label_words(text: str, reading: Reading, *, like: bool = True) -> Finding:
    """The label of a requirement's words; `like` lets a line that says it in words of its own show it (never a card held)."""
    asked = asked_of(text)
    shown = best_of(asked, reading)
    if not shown.clause or shown.share < PARTIAL:
        return denied_head(text, reading) or (label_like(text, asked, reading) if like else half(text, reading))
    if shown.standing == "denied":
        return Finding("missing", (shown.clause,), "denied", note="The resume says so itself.")
    if shown.standing == "partial" and (told := denied_itself(asked, reading)):
        return Finding("missing", (told,), "denied", note="The resume says so itself.")
    clauses = tuple(dict.fromkeys([shown.clause, *supports(asked, reading)]))[:3]
    enough = shown.share >= (MET if any(unit.named for unit in asked.core) else MET_PLAIN)
    if enough and shown.standing == "full" and (other := other_kind(text, reading)):
        return Finding("partial", clauses, note="Only a part of this is shown.", lacking=other)
    if enough and shown.standing == "full" and not names_one(text):
        return Finding("met", clauses, wording=wording(asked, reading))
    lacks = lacking(text, reading)
    if shown.standing == "partial" and like and (told := told_fully(text, shown.clause, reading)):
        return Finding("met", (told, *clauses)[:3], wording="other", note="Said in other words.")
    if shown.standing == "partial":
        return Finding("partial", clauses, note="The resume limits this itself.", lacking=lacks)
    if enough and not (lacks and names_one(lacks)):
        return Finding("met", clauses, wording=wording(asked, reading))
    if like and not enough and (told := told_so(text, asked, lacks, reading)):
        return Finding("met", (told, *clauses)[:3], wording="other", note="Said in other words.")
    if not lacks and not enough and (not is_deed(text) or misses_the_point(text, shown.clause, reading)):
        return Finding("missing", (shown.clause,), "unsaid", note="Something near to this is there, but not this.")
    return Finding("partial", clauses, note="Only a part of this is shown.", lacking=lacks)


def denied_itself(asked: Asked, reading: Reading) -> Clause | None:
    """A short line that denies the one name asked for ("AutoCAD: no"), whatever near to it is begun."""
    named = [unit for unit in asked.core if unit.named]
    if len(named) != 1 or asked.choices:
        return None
    for clause in reading.clauses:
        said = [clause.stems.get(word) for word in named[0].words]
        at = said[0] if said and None not in said else None
        if at is not None and len(clause.words) <= SHORTEST and clause.standing(at) == "denied":
            return clause
    return None


SHORTEST = 5


def other_kind(text: str, reading: Reading) -> str:
    """Of two kinds of one thing ("vertical and horizontal mills") the one that the resume nowhere names while it names the other."""
    for match in KINDS.finditer(EXAMPLES.split(text, maxsplit=1)[0]):
        one, other, thing = match.groups()
        shown = [stem(kind) in reading.stems for kind in (one, other)]
        beside = re.compile(rf"\b{re.escape((one, other)[shown[1]])} {re.escape(thing.removesuffix('s'))}")
        if shown.count(True) == 1 and beside.search(reading.text):
            return f"{(one, other)[shown.index(False)]} {thing}"
    return ""


KINDS = re.compile(r"(?<![\w-])([a-z][\w-]{2,}) (?:and|und|et|y) ([a-z][\w-]{2,}) ([a-z][\w-]{3,}s)\b")


def told_so(text: str, asked: Asked, lacks: str, reading: Reading) -> Clause | None:
    """The line that says the whole in words of its own: surely, or likely where no name and no member is left out."""
    told = likeness(text, reading)
    if not told.clause or told.clause.limited or told.likely < LIKELY:
        return None
    if lacks:
        rest = likeness(lacks, reading)
        return told.clause if told.likely >= SURE <= rest.likely and not names_one(lacks) else None
    if told.likely >= SURE:
        return told.clause
    named = all(strongest((unit,), reading).share for unit in asked.core if unit.named)
    return told.clause if named else None


def told_fully(text: str, limited: Clause, reading: Reading) -> Clause | None:
    """Another line that surely says the whole, where the one with the name is limited: a course beside a deed."""
    told = likeness(text, reading)
    if not told.clause or told.clause.limited or told.clause.line == limited.line or told.likely < SURE:
        return None
    return told.clause if told.share >= PARTIAL and not denies_like(text, told.clause, reading) else None


def misses_the_point(text: str, clause: Clause, reading: Reading) -> bool:
    """Whether what the clause lacks is what is asked for: a proper name, or one of the one or two words that matter."""
    language = language_code(reading)
    if lacks_name(text, clause.line, language):
        return True
    shows_name = any(unit.named and place_of(unit, clause) is not None for unit in asked_of(text).core)
    return not shows_name and lacks_word(text, clause, language)


def is_deed(text: str) -> bool:
    """Whether a text tells what is done: of a duty a part may be done, a thing half of whose words are there is another."""
    return (words(text) or [""])[0] in verbs() or (words(text) or [""])[0].endswith("ing")


def names_one(members: str) -> bool:
    """Whether a proper name is among the members: no other word may stand for it."""
    return bool(PROPER.search(members)) or any(each.name in proper() for each in find_names(members))


def has_product(asked: Asked) -> bool:
    """Whether a proper name is asked for: nothing but itself shows it."""
    return any(unit.named and unit.key in proper() for unit in asked.core)


def best_of(asked: Asked, reading: Reading) -> Shown:
    options = [strongest(units, reading) for units in asked.choices]
    named = [unit for unit in asked.core if unit.matters]
    if not asked.choices or (asked.core and len(named) <= 2):
        options.append(across(asked.core, reading))
    options += [strongest((unit,), reading) for unit in asked.examples if unit.named]
    options += [strongest((unit,), reading) for unit in asked.used]
    options += [
        Shown(1.0, clause.standing(clause.capitals[unit.key]), clause)
        for unit in asked.short
        for clause in reading.clauses
        if unit.key in clause.capitals
    ]
    return max(
        options,
        key=lambda each: (ORDER[each.standing] > 0, round(each.share, 2) >= MET, ORDER[each.standing], each.share),
        default=NOTHING,
    )


def strongest(units: tuple[Unit, ...], reading: Reading) -> Shown:
    """The clause that shows most of the units, one that stands fully behind them before one that does not."""
    if units not in reading.remembered:
        best = NOTHING
        for clause in reading.clauses:
            shown = show(units, clause)
            if shown.share and rank(shown) > rank(best):
                best = shown
        reading.remembered[units] = best
    found: Shown = reading.remembered[units]
    return found


def rank(shown: Shown) -> tuple[bool, float, int]:
    """A clause that stands behind less counts as if it showed less, so that only a much closer one is preferred."""
    return (shown.share >= PARTIAL, round(shown.share * BACKING[shown.standing], 3), ORDER[shown.standing])


def across(units: tuple[Unit, ...], reading: Reading) -> Shown:
    """As `strongest`, but where all the names are known each may be shown by a clause of its own."""
    one = strongest(units, reading)
    named = [unit for unit in units if unit.named]
    if len(named) < 2 or one.share >= 0.99:
        return one
    each = [strongest((unit,), reading) for unit in named]
    total = sum(unit.weight for unit in units)
    rest = sum(unit.weight for unit in units if not unit.named)
    gained = sum(
        unit.weight for unit, shown in zip(named, each, strict=True) if shown.share > 0 and shown.standing != "denied"
    )
    share = (gained + rest * gained / max(sum(unit.weight for unit in named), 1)) / total
    if share <= one.share:
        return one
    backed = [shown for shown in each if shown.clause and shown.standing != "denied"]
    standing: Standing = min((shown.standing for shown in backed), key=ORDER.__getitem__, default="full")
    return Shown(share, standing, backed[0].clause if backed else None)


def supports(asked: Asked, reading: Reading) -> list[Clause]:
    """Further clauses that show a part of what is asked fully."""
    units = [
        unit
        for unit in (*asked.core, *asked.examples, *(unit for choice in asked.choices for unit in choice))
        if unit.matters
    ]
    found = []
    for unit in units:
        shown = strongest((unit,), reading)
        if shown.clause and shown.standing != "denied":
            found.append(shown.clause)
    return found


def wording(asked: Asked, reading: Reading) -> Wording:
    """Whether the posting's own words stand in the resume (any of the alternatives)."""
    groups = asked.choices or (asked.core,)
    text = reading.text
    plain = [{key for clause in reading.clauses for key in clause.stems}]
    for units in groups:
        if all(unit.key in text if unit.named else unit.key in plain[0] for unit in units if unit.matters):
            return "same"
    return "other"


def half(text: str, reading: Reading) -> Finding:
    """Partial where a member of an enumeration is shown fully though the whole is not, else nothing."""
    lacks = lacking(text, reading)
    if not lacks or "/" in lacks:
        return GAP
    shown = [
        strongest(units_of(match.group()), reading) for match in MEMBER.finditer(EXAMPLES.split(text, maxsplit=1)[0])
    ]
    clauses = tuple(each.clause for each in shown if each.clause and each.share >= MET and each.standing == "full")
    return Finding("partial", clauses[:2], note="Only a part of this is shown.", lacking=lacks) if clauses else GAP


def lacking(text: str, reading: Reading) -> str:
    """The members of an enumeration that nothing shows, quoted from the first to the last."""
    main = EXAMPLES.split(text, maxsplit=1)[0]
    if OR.search(main):
        return ""
    members = [match for match in MEMBER.finditer(main) if any(unit.matters for unit in units_of(match.group()))]
    bare = [each for each in members if not is_shown(each.group(), reading)]
    if len(members) < 2 or not bare or len(bare) == len(members):
        return ""
    return AND_FIRST.sub("", main[bare[0].start() : bare[-1].end()].strip())


def is_shown(member: str, reading: Reading) -> bool:
    """Whether a line shows a member of an enumeration fully, or is much like it."""
    shown = strongest(units_of(member), reading)
    if shown.share >= PARTIAL:
        return shown.standing == "full"
    told = likeness(member, reading)
    return told.share >= PARTIAL and told.likely >= HINT


def denied_head(text: str, reading: Reading) -> Finding | None:
    """A clause that denies the whole class of what is asked: "no endorsements" where a hazmat endorsement is asked for."""
    heads = [key for key in content(EXAMPLES.split(text, maxsplit=1)[0]) if key not in faint()]
    if len(heads) < 2:
        return None
    for clause in reading.clauses:
        at = clause.stems.get(heads[-1])
        if at is not None and len(clause.words) <= 6 and clause.standing(at) == "denied":
            return Finding("missing", (clause,), "denied", note="The resume says so itself.")
    return None


def label_like(text: str, asked: Asked, reading: Reading) -> Finding:
    """A label where no name settles it, by how likely a line says it in words of its own."""
    found = likeness(text, reading)
    if found.clause is None or found.likely < HINT:
        return half(text, reading)
    if found.likely < LIKELY or found.share < LEAST_SHARE or has_product(asked):
        partly_shown = half(text, reading)
        return (
            partly_shown
            if partly_shown.label == "partial"
            else Finding("missing", (found.clause,), "unsaid", note="Something near to this is there, but not this.")
        )
    if denies_like(text, found.clause, reading):
        return Finding("missing", (found.clause,), "denied", note="The resume says so itself.")
    if found.clause.limited:
        return Finding("partial", (found.clause,), note="The resume limits this itself.")
    return Finding("met", (found.clause,), wording="other", note="Said in other words.")


def denies_like(text: str, clause: Clause, reading: Reading) -> bool:
    """Whether a word of the clause that stands for one that is asked for is denied: "we have not done video"."""
    language = language_code(reading)
    asked = [word for word in asking_words(text) if stem(word) not in faint()]
    return any(
        denies(clause.text, place) and any(kinship(word, said, language) >= LEAST_PHRASE for word in asked)
        for place, said in enumerate(clause.words)
    )
