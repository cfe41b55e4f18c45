"""Degrees: their level, their field, and whether they are finished."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from agent.job.kinds import asks_degree
from agent.job.labels.finding import GAP, Finding
from agent.job.labels.studies import label_begun, label_short
from agent.job.lexicon import pattern, table
from agent.job.limits import partly
from agent.job.model import Label, Requirement
from agent.job.reading import Clause, Reading
from agent.job.tenure import total
from agent.job.words import content, fold, stem, stems, words

INSTEAD = 48
"""Months of work that stand for a degree where the posting takes experience instead."""
ENROLLED = re.compile(
    r"\b(?:or (?:currently )?enrolled|or in progress|or working towards?|or studying|or student|pursuing|or willing(?:ness)? to)\b"
)


def label_degree(requirement: Requirement, reading: Reading) -> Finding:
    folded = fold(requirement.text)
    if numbered := level_in(folded):
        return label_level(numbered, folded, reading)
    needed = asked_level(folded)
    held, begun = degrees(reading)
    enough = [(level, clause) for level, clause in held if level >= needed]
    fitting = [clause for _, clause in enough if field_fits(folded, clause)]
    fitting += [clause for level, clause in held if any_alternative(folded, level, clause)]
    if fitting:
        return Finding("met", tuple(fitting[:2]), wording="same")
    under_way = [clause for level, clause in begun if level >= needed]
    if under_way:
        return Finding(
            "met" if ENROLLED.search(folded) else "partial",
            tuple(under_way[:2]),
            note="Not finished yet by the resume.",
        )
    if enough:
        return Finding(
            "partial", tuple(clause for _, clause in enough[:2]), note="The level is there, the field is another."
        )
    if pattern(tuple(table("degrees")["asks"]["equivalent"])).search(folded) and reading.roles:
        headers = tuple(role.header for role in reading.roles)
        if total(role.span for role in reading.roles if role.span) >= INSTEAD:
            return Finding(
                "met", headers[:2], wording="other", note="No such degree; the posting also takes experience."
            )
        return Finding("partial", headers[:2], note="No such degree; the posting also takes experience.")
    less = label_short(folded, lambda clause: field_fits(folded, clause), reading) or label_begun(
        field_words(folded), reading
    )
    if less:
        return less
    lower = [clause for level, clause in held if level == needed - 1 and level >= 2 and field_fits(folded, clause)]
    return (
        replace(GAP, missing="unsaid", clauses=tuple(lower[:1]), note="The degree is one level below.")
        if lower
        else GAP
    )


def label_level(needed: int, folded: str, reading: Reading) -> Finding:
    """A qualification by its number ("Level 3"): a line with that number or a higher one, in the field that is asked."""
    begun: list[Clause] = []
    for clause in reading.clauses:
        told = level_in(fold(clause.line))
        if clause.section in WORDLESS or told < needed or not field_fits(folded, clause):
            continue
        if not partly(clause.line):
            return Finding("met", (clause,))
        begun.append(clause)
    label: Label = "met" if ENROLLED.search(folded) else "partial"
    return Finding(label, tuple(begun[:1]), note="Not finished yet by the resume.") if begun else GAP


def level_in(folded: str) -> int:
    """The number of a qualification: of "Level 3" and of "Certificate IV"; 0 without one."""
    numbered, roman = LEVEL.search(folded), ROMAN.search(folded)
    return int(numbered.group(1)) if numbered else ROMANS.index(roman.group(1)) + 1 if roman else 0


ROMANS = ("i", "ii", "iii", "iv", "v", "vi")
ROMAN = re.compile(r"\bcert(?:ificate)?\.? (i{1,3}|iv|vi?)\b")
LEVEL = re.compile(r"\b(?:level|niveau|stufe|nivel) (\d)\b")
WORDLESS = {"work", "volunteer", "skills", "languages", "projects", "interests"}


def any_alternative(folded: str, level: int, clause: Clause) -> bool:
    """Whether one of several degrees that will do is met: "a paralegal certificate, or a bachelor's degree"."""
    parts = ALTERNATIVE.split(folded)
    return len(parts) > 1 and any(
        asks_degree(part) and level >= asked_level(part) and field_fits(part, clause) for part in parts
    )


ALTERNATIVE = re.compile(r",\s+(?:or|oder|ou|o)\s+")


def degrees(reading: Reading) -> tuple[list[tuple[int, Clause]], list[tuple[int, Clause]]]:
    """Finished and unfinished degrees with their levels; each line once, at its highest."""
    held: dict[str, tuple[int, Clause]] = {}
    begun: dict[str, tuple[int, Clause]] = {}
    unfinished = pattern(tuple(table("degrees")["asks"]["unfinished"]))
    for clause in reading.clauses:
        if clause.section in WORDLESS:
            continue
        line = fold(clause.line)
        level = level_of(line, schooling=clause.section == "education")
        if not level:
            continue
        place = begun if unfinished.search(line) or partly(line) else held
        if clause.line not in place or place[clause.line][0] < level:
            place[clause.line] = (level, clause)
    return list(held.values()), list(begun.values())


def asked_level(folded: str) -> int:
    """The least level a posting asks for: of "bachelor's or master's" the bachelor's; a bare "degree" is a bachelor's."""
    general = set(table("degrees")["asks"]["general"])
    found = [
        level
        for level, words in raw_levels()
        if pattern(tuple(each for each in words if each not in general)).search(folded)
    ]
    if re.search(
        r"\b(?:or|oder|ou|o) (?:an? |ein |un )?(?:certificate|diploma|zertifikat|certificat|certificado)\b", folded
    ):
        found.append(2)
    if BARE_DIPLOMA.search(folded):
        found.append(2)
    return min(found, default=3)


BARE_DIPLOMA = re.compile(r"(?<!school )(?<!school-leaving )\bdiploma\b(?! (?:supplement|of higher))")


APPRENTICED = re.compile(
    r"\w*(?:kauffrau|kaufmann|fachfrau|fachmann|mechaniker|mechanikerin|mechatroniker\w*|elektroniker\w*|fachangestellter?|fachinformatiker\w*|gesell\w+|tischler\w*|köchin|koch)\b|\((?:ihk|hwk)\)"
)
"""How somebody who finished a German apprenticeship is called."""


def level_of(folded: str, *, schooling: bool) -> int:
    found = [level for level, phrases in levels() if phrases.search(folded)]
    if schooling and APPRENTICED.search(folded):
        found.append(2)
    if not found and not re.search(r"\bdiploma\b", folded):
        return 0
    if not schooling and not re.search(
        r"\b(?:degree|diploma|apprenticeship|university|college|school|b\.?sc|b\.?a|m\.?sc|bachelor|master|ph\.?d|ged|universität|hochschule|université|universidad|ausbildung|studium|abitur|baccalauréat)\b",
        folded,
    ):
        return 0
    if re.search(r"(?<!school )\bdiploma\b", folded):
        found = [*found, 2]
    associate = 2 in found and re.search(r"\bassociate", folded)
    return 2 if associate else max(found)


def field_fits(asked: str, clause: Clause) -> bool:
    """Whether the degree's field is one the posting takes: itself, of the same family where it takes related ones, or any."""
    wanted = set(field_words(asked))
    line = spelled(fold(clause.line))
    if not wanted or any(akin(one, other) for one in wanted for other in stems(line)):
        return True
    loose = bool(pattern(tuple(table("degrees")["asks"]["any_field"])).search(asked)) or is_choice(asked)
    for family, names in table("degrees")["fields"].items():
        inside = pattern(tuple(names))
        if (
            inside.search(line)
            and (inside.search(asked) or family in asked)
            and (loose or family in {"numerate", "technical", "humanities"})
        ):
            return True
    return False


def spelled(line: str) -> str:
    """The line with the fields that its letters stand for: MLIS is one in library science."""
    short = table("degrees")["short"]
    return " ".join((line, *(short[word] for word in words(line) if word in short)))


def is_choice(asked: str) -> bool:
    """Whether several fields will do: one of the same family does too."""
    return bool(re.search(r",.+\b(?:or|oder|ou|o)\b", asked))


def akin(one: str, other: str) -> bool:
    """The same word or one of its family: administración, administrativa."""
    return one == other or (len(one) >= FAMILY and len(other) >= FAMILY and one[:FAMILY] == other[:FAMILY])


FAMILY = 7


def field_words(asked: str) -> list[str]:
    rest = pattern(tuple(word for _, words in raw_levels() for word in words)).sub(" ", asked)
    rest = pattern(tuple(phrase for phrase in table("degrees")["asks"]["any_field"])).sub(" ", rest)
    rest = pattern(tuple(phrase for phrase in table("degrees")["asks"]["equivalent"])).sub(" ", rest)
    plain = {
        stem(word)
        for word in (
            "degree",
            "higher",
            "better",
            "above",
            "field",
            "subject",
            "discipline",
            "university",
            "college",
            "completion",
            "completed",
            "program",
            "enrolled",
            "finished",
            "experience",
            "studies",
            "relevant",
            "recognised",
            "accredited",
            "abgeschlossen",
            "diplôme",
            "formation",
            "título",
            "related",
            "plus",
            "school",
            "advanced",
            "undergraduate",
            "practical",
            "combination",
            "training",
            "apprenticeship",
            "vocational",
            "diploma",
        )
    }
    return [each for each in content(rest) if each not in plain and len(each) > 1]


@cache
def levels() -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple((level, pattern(words)) for level, words in raw_levels())


@cache
def raw_levels() -> tuple[tuple[int, tuple[str, ...]], ...]:
    return tuple((int(level), tuple(words)) for level, words in table("degrees")["levels"].items())
