"""How likely a line shows what is asked for in words of its own: words of a kind with those of the posting, and nearness.

Why beside the names of the lexicon: nobody can list all that postings ask for. What stands here knows no trade: it
weighs how many of the posting's words have a counterpart in one line (itself, a synonym, a case of it by WordNet, a
phrase of one meaning) and how near the line is as a whole.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from agent.job.lexicon import table
from agent.job.meaning import nearnesses
from agent.job.reading import Clause, Reading
from agent.job.senses import LANGUAGES, all_groups, base, groups_in, hinted_in, is_case, key_of, scenes_in
from agent.job.showing import synonyms
from agent.job.terms import Found, covers, find_names, names
from agent.job.units import setting_of
from agent.job.words import faint, fold, generic, sentences, stem, words

SAME, SYNONYM, NAMED, CASE, KIN, ABOVE = 1.0, 0.9, 0.95, 0.8, 0.7, 0.5
LEAST_PHRASE = 0.8
FAINT = 0.4
KIN_LETTERS = 6
SHARE, NEAR, BOTH, LENGTH, OFFSET = 2.8, 3.8, 2.1, 0.13, -2.0
"""Weights of a logistic model of "this line shows it", fitted once on the cases of tests/floor without the lexicon's
names; a requirement of more words is told in other words more often, so its length counts (up to 8 words)."""
MOST_WORDS = 8
WHOLE = 0.9
"""How likely a line shows what one of its meanings is the whole of."""
MOST_LINES = 4
"""Of the lines that are most like what is asked for, how many are looked at."""
LONGEST_LINE = 24
"""Words; what is longer is a paragraph, whose sentences tell different things."""
LEAST_ROOT, LONG_PARTICIPLE = 4, 7
OWN = re.compile(
    r"\b(?:for|in|of|at|to|behind|with|across|für|in|bei|mit|pour|dans|avec|de|para|en|con)\s+(?:our|your|unser\w*|ihre\w*|nos|notre|vos|nuestr[oa]s?|tus)\s+([^,;()]+)",
    re.IGNORECASE,
)
"""What is the employer's own ("for our shops") nobody else can have done it for."""
FEW = 2
FOREIGN = 0.25
"""The vectors know other languages by their letters alone: there nearness counts as middling, and the words decide."""
PROPER = re.compile(r"(?<=[^\W\d]\s)[A-ZÀ-Ý][\w+#/.-]+|\b[A-Z][\w/.-]*[A-Z0-9][\w+#/.-]*")
CAPITALS = re.compile(r"\b[A-Z][A-Z0-9][A-Z0-9+#/.-]*\b")
NUMBERED = re.compile(r"\b[A-Z][\w-]*\s(\d{2,})\b")


@dataclass(frozen=True, slots=True)
class Likeness:
    """The line that is most like what is asked for; `share` of the asked words with a counterpart, `likely` 0 to 1."""

    clause: Clause | None = None
    share: float = 0.0
    near: float = 0.0
    likely: float = 0.0


def likeness(text: str, reading: Reading) -> Likeness:
    """The line of the resume that most likely shows the text."""
    asked = asking_words(text)
    rows = lines_of(reading)
    if not asked or not rows:
        return Likeness()
    language = language_code(reading)
    near = nearnesses(fold(text), [fold(line) for line, _ in rows])
    if language != "en":
        near = [FOREIGN for _ in near]
    found = [
        Likeness(told_by(clauses, text, language), share_of(text, line, clauses, language), close)
        for (line, clauses), close in zip(rows, near, strict=True)
    ]
    found.sort(key=lambda each: -(each.share + each.near))
    told = next((each for each in found if each.clause and is_told_whole(text, each.clause)), None)
    if told:
        return replace(
            told, share=max(told.share, LEAST_PHRASE), likely=max(WHOLE, likely(told.share, told.near, len(asked)))
        )
    for each in found[:MOST_LINES]:
        if (
            each.clause
            and not lacks_name(text, part_of(each.clause), language)
            and not lacks_word(text, each.clause, language)
        ):
            return replace(each, likely=likely(each.share, each.near, len(asked)))
    return found[0]


def is_told_whole(text: str, clause: Clause) -> bool:
    """Whether one meaning that the line tells is the whole of what is asked: all its words, or its only word by a scene."""
    line = part_of(clause)
    beside = circumstance_words(text)
    mattering = [word for word in asking_words(text) if word not in beside and not is_word_of(word, line)]
    if not mattering or all(stem(word) in faint() for word in mattering):
        return False
    groups = groups_in(text)
    shared = frozenset.intersection(*(groups.get(word, frozenset()) for word in mattering))
    if len(asking_words(text)) > 1:
        return bool(shared & all_groups(line))
    hinted = hinted_in(text).get(mattering[0], frozenset())
    return bool((shared | hinted) & scenes_in(line))


def is_word_of(word: str, line: str) -> bool:
    return stem(word) in {stem(other) for other in asking_words(line)}


def told_by(clauses: Sequence[Clause], text: str, language: str) -> Clause:
    """The clause of a line that says most of the text, the first of several."""
    return max(clauses, key=lambda clause: share_of(text, clause.text, (clause,), language))


def lacks_name(text: str, line: str, language: str) -> bool:
    """Whether a proper name is asked for that the line does not say; nothing else stands for it."""
    found = CAPITALS if language == "de" else PROPER
    said = asking_words(line)
    split = set(words(line))
    groups, told, meant = groups_in(text), scenes_in(line), all_groups(line)
    return any(
        not any(kinship(word, other, language) >= CASE for other in said) and word not in split
        for match in found.finditer(text)
        for word in words(match.group())
        if stem(word) not in faint() | generic()
        and not groups.get(word, frozenset()) & (meant if is_short_form(match.group()) else told)
    ) or any(number not in split for number in NUMBERED.findall(text))


def is_short_form(name: str) -> bool:
    """Whether a name is letters that stand for words, which a line may say in full."""
    return name.isalpha() and name.isupper() and len(name) <= 5


def lacks_word(text: str, clause: Clause, language: str) -> bool:
    """Of one or two words that matter each must have a counterpart: "hardware support" is no other support."""
    beside, setting = circumstance_words(text), setting_words(text)
    named = named_words(text, (clause,))
    mattering = [
        word
        for word in asking_words(text)
        if stem(word) not in faint() and word not in named and (word not in beside or word in setting)
    ]
    line = part_of(clause)
    said = asking_words(line)
    return len(mattering) <= FEW and any(
        word not in setting
        and max((kinship(word, other, language) for other in said), default=0.0) < ABOVE
        and not groups_in(text).get(word, frozenset()) & all_groups(line)
        for word in mattering
    )


def likely(share: float, near: float, count: int) -> float:
    told = SHARE * share + NEAR * near + BOTH * share * near + LENGTH * 2 * min(count, MOST_WORDS) + OFFSET
    return 1 / (1 + math.exp(-told))


def lines_of(reading: Reading) -> list[tuple[str, list[Clause]]]:
    """Every line with its clauses but the headers of roles: a title tells what somebody was, not what was done."""
    found: dict[str, list[Clause]] = {}
    for clause in reading.clauses:
        if (clause.header and clause.section == "work") or clause.section == "education":
            continue
        found.setdefault(part_of(clause), []).append(clause)
    return list(found.items())


def part_of(clause: Clause) -> str:
    """The line of a clause; of a paragraph the sentence that it stands in."""
    line = clause.own or clause.line
    if len(line.split()) <= LONGEST_LINE:
        return line
    return next((sentence for sentence in sentences(line) if clause.text in sentence), line)


def share_of(text: str, line: str, clauses: Sequence[Clause], language: str) -> float:
    """The share of the asked words that have a counterpart in the line, 0 to 1."""
    asked = asking_words(text)
    said = asking_words(line)
    groups, hints, meant = groups_in(text), hinted_in(text), all_groups(line)
    named, beside = named_words(text, clauses), circumstance_words(text)
    gained = whole = 0.0
    for word in asked:
        found = max((kinship(word, other, language) for other in said), default=0.0)
        if found < LEAST_PHRASE and groups.get(word, frozenset()) & meant:
            found = LEAST_PHRASE
        elif found < ABOVE and hints.get(word, frozenset()) & meant:
            found = ABOVE
        if word in named:
            found = max(found, NAMED)
        weight = FAINT if word in beside or (stem(word) in faint() and word not in named) else 1.0
        whole += weight
        gained += weight * found
    return gained / whole if whole else 0.0


def named_words(text: str, clauses: Sequence[Clause]) -> frozenset[str]:
    """The words of the text's known names that the clauses show."""
    split = words(text)
    return frozenset(
        word
        for name in find_names(text)
        if any(covers(shown, name.name) for clause in clauses for shown in clause.names)
        for word in split[name.start : name.end]
    )


@lru_cache(maxsize=4096)
def circumstance_words(text: str) -> frozenset[str]:
    """The words that only tell when and how it is done ("at night"), unless nothing else is asked."""
    split, found, setting = words(text), find_names(text), setting_words(text)
    own = {word for match in OWN.finditer(text) for word in words(match.group(1))}
    if own and len(own) < len(asking_words(text)):
        return frozenset(own) | setting | circumstances_named(split, found)
    return setting | circumstances_named(split, found)


@lru_cache(maxsize=4096)
def setting_words(text: str) -> frozenset[str]:
    """The words that tell in what setting a thing is done, but known names, which say more than that."""
    split = words(text)
    named = {place for each in find_names(text) for place in range(each.start, each.end)}
    beyond = setting_of(tuple(split))
    return frozenset(word for place, word in enumerate(split) if place > beyond and place not in named)


def circumstances_named(split: list[str], found: list[Found]) -> frozenset[str]:
    inside = [each for each in found if each.name in names().circumstances]
    if not inside or len(inside) == len(found) == 1:
        return frozenset()
    return frozenset(word for each in inside for word in split[each.start : each.end])


@lru_cache(maxsize=16384)
def asking_words(text: str) -> tuple[str, ...]:
    """The words that say something, without numbers, in order."""
    return tuple(
        word for word in words(text) if len(word) > 1 and not word[0].isdigit() and stem(word) not in generic()
    )


@lru_cache(maxsize=65536)
def kinship(asked: str, said: str, language: str) -> float:
    """How far the word `said` stands for the word `asked`, 0 to 1."""
    one, other = stem(asked), stem(said)
    if one == other:
        return SAME
    if other in synonyms().get(one, ()):
        return SYNONYM
    if key_of(asked) == key_of(said):
        return SAME
    if language == "en":
        if base(asked) == base(said):
            return SAME
        if is_case(said, asked):
            return CASE
        if is_case(asked, said):
            return ABOVE
    if language != "en" and root(asked, language) == root(said, language):
        return SAME
    return KIN if of_one_family(asked, said, compounds=language == "de") else 0.0


@lru_cache(maxsize=65536)
def root(word: str, language: str) -> str:
    """A German, French or Spanish word without its ending: führen, führt and Führung share one."""
    bare = word[2:] if language == "de" and word.startswith("ge") and len(word) > LONG_PARTICIPLE else word
    for ending in table("endings")[language]:
        if bare.endswith(ending) and len(bare) - len(ending) >= LEAST_ROOT:
            return bare[: -len(ending)]
    return bare


def of_one_family(one: str, other: str, *, compounds: bool) -> bool:
    """Words with a beginning, or in German an end, in common: Verhandlung and verhandelt, Einkauf and Einkäuferin."""
    shorter = min(len(one), len(other))
    if compounds and shorter >= KIN_LETTERS:
        return one[:KIN_LETTERS] == other[:KIN_LETTERS] or one[-KIN_LETTERS:] == other[-KIN_LETTERS:]
    return shorter > KIN_LETTERS and one[:KIN_LETTERS] == other[:KIN_LETTERS]


def language_code(reading: Reading) -> str:
    own = reading.resume.language
    return own if own in LANGUAGES else "en"
