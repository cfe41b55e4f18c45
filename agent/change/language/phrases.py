"""Phrases that mean something together, and what else may be said for them.

Why: "k8s", "Kubernetes" and "container orchestration" share no letter; the lexicon knows that the first two are one
thing and that the third may stand for them, never they for it.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import Final

from agent.change import lexicon
from agent.change.language.lemmas import Language, is_known, lemmatise
from agent.change.language.tokens import Token, tokenise

_DEPTH = 4
_INITIALS = 2
_KEYED = 2
"""The words of a phrase by which its rows are found."""
_ALONE = ""
"""The second word of rows that have only one."""
_WORD = re.compile(r"[^\W\d_]+")
_ACRONYM = re.compile(r"[a-z&]{2,5}")
_SCENE = " + "


@dataclass(slots=True, eq=False)
class Phrase:
    """Tokens `first` to `last` (inclusive) name the groups; `skill` if they are the name of a skill or tool."""

    first: Final[int]
    last: Final[int]
    groups: Final[frozenset[int]]
    skill: Final[bool]


@dataclass(frozen=True, slots=True)
class _Row:
    words: tuple[str, ...]
    groups: frozenset[int]
    skill: bool
    exact: str


def find_phrases(tokens: Sequence[Token], language: Language = "en") -> Iterator[Phrase]:
    """All phrases of the lexicon in `tokens`, overlapping ones too, in order of their start, the longest first."""
    tables = [_table("en")] if language == "en" else [_table("en"), _table(language)]
    worded = [i for i, token in enumerate(tokens) if token.kind in ("word", "number")]
    forms = [_forms_of(tokens[i]) for i in worded]
    breaks = list(accumulate(token.kind in ("stop", "pause") for token in tokens))
    for place, index in enumerate(worded):
        token = tokens[index]
        following = forms[place + 1] if place + 1 < len(forms) else ()
        rows: list[_Row] = []
        alone: list[_Row] = []
        for first in forms[place]:
            begun = [table[first] for table in tables if first in table]
            for second in following if begun else ():
                for seconds in begun:
                    rows += seconds.get(second, ())
            for seconds in begun:
                alone += seconds.get(_ALONE, ())
        rows.sort(key=_length, reverse=True)
        seen = set()
        for row in rows + alone:
            count = len(row.words)
            if place + count > len(worded) or (row.words, row.skill) in seen:
                continue
            end = worded[place + count - 1]
            if end - index > 2 * count or (row.exact and token.text != row.exact):
                continue
            if row.exact and language != "en" and token.low in lexicon.words("titles", "ranks", language):
                continue
            if (breaks[index] == breaks[end] or (count > _KEYED and _is_list(tokens[index : end + 1]))) and (
                count <= _KEYED or all(row.words[k] in forms[place + k] for k in range(_KEYED, count))
            ):
                seen.add((row.words, row.skill))
                yield Phrase(index, end, row.groups, row.skill)


def _forms_of(token: Token) -> tuple[str, ...]:
    return (token.low,) if token.low == token.lemma else (token.low, token.lemma)


def _is_list(tokens: Sequence[Token]) -> bool:
    """Whether pauses part what they do in a list: the first word from the rest ("extract, transform, load")."""
    return tokens[1].kind == "pause" and all(token.kind != "stop" for token in tokens)


def _length(row: _Row) -> int:
    return len(row.words)


def scene_groups() -> Iterator[tuple[str, frozenset[int]]]:
    """The scenes among the phrases ("ring + patient": words that need not adjoin), each with its groups."""
    return ((phrase, frozenset(groups)) for phrase, groups in _index().members.items() if _SCENE in phrase)


@lru_cache(maxsize=20_000)
def widened(groups: frozenset[int]) -> frozenset[int]:
    """The groups themselves and every more general one."""
    broader = _index().broader
    found = set(groups)
    edge = set(groups)
    for _ in range(_DEPTH):
        edge = {up for group in edge for up in broader.get(group, ())} - found
        if not edge:
            break
        found |= edge
    return frozenset(found)


def are_siblings(word: str, other: str, language: Language) -> bool:
    """Whether two words are known as different cases of one thing ("forklift" and "crane")."""
    ours, theirs = groups_of(word, language), groups_of(other, language)
    if not ours or not theirs or ours & theirs:
        return False
    wide, wider = widened(ours), widened(theirs)
    return bool((wide - ours) & (wider - theirs)) and not (ours & wider or theirs & wide)


def are_told_apart(word: str, other: str, language: Language) -> bool:
    """Whether two words are known, and none of them may stand for the other."""
    return are_told_apart_from(word, groups_of(other, language), language)


def are_told_apart_from(word: str, theirs: frozenset[int], language: Language) -> bool:
    """Whether a word is known, and not for something of these meanings."""
    ours = groups_of(word, language)
    return bool(ours and theirs) and not ours & widened(theirs)


@cache
def expansions() -> dict[str, frozenset[str]]:
    """Acronyms to the words they stand for ("EMT": emergency, medical, technician)."""
    found: dict[str, set[str]] = {}
    groups: dict[int, list[str]] = {}
    for phrase, ids in _index().members.items():
        for group in ids:
            groups.setdefault(group, []).append(phrase.lower())
    for phrases in groups.values():
        for short in phrases:
            if not _ACRONYM.fullmatch(short):
                continue
            for long in phrases:
                words = re.findall(r"[a-zà-ÿ]+", long)
                if (
                    len(words) >= len(short) - 1 >= 1
                    and "".join(word[0] for word in words).startswith(short[0])
                    and len(words) > 1
                ):
                    found.setdefault(short, set()).update(lemmatise(word, "en") for word in words if len(word) > 2)
    return {short: frozenset(words) for short, words in found.items()}


@dataclass(frozen=True, slots=True)
class _Index:
    members: dict[str, set[int]]
    broader: dict[int, set[int]]
    skills: frozenset[str]


@cache
def _index() -> _Index:
    members: dict[str, set[int]] = {}
    pending: list[tuple[int, tuple[str, ...]]] = []
    names: set[str] = set()
    count = 0
    for skill in lexicon.skills():
        for phrase in (skill.name, *skill.aliases):
            members.setdefault(phrase, set()).add(count)
            names.add(phrase)
        pending.append((count, skill.broader))
        count += 1
    for meaning in lexicon.meanings():
        for phrase in meaning.phrases:
            members.setdefault(phrase, set()).add(count)
        pending.append((count, meaning.broader))
        count += 1
    folded: dict[str, set[int]] = {}
    for phrase, groups in members.items():
        folded.setdefault(phrase.lower(), set()).update(groups)
    broader: dict[int, set[int]] = {}
    for group, phrases in pending:
        for phrase in phrases:
            if phrase.lower() not in folded:
                folded[phrase.lower()] = {count}
                members[phrase] = {count}
                count += 1
            broader.setdefault(group, set()).update(folded[phrase.lower()] - {group})
    for phrase in members:
        members[phrase] = folded[phrase.lower()]
    return _Index(members, broader, frozenset(names))


@lru_cache(maxsize=50_000)
def groups_of(word: str, language: Language) -> frozenset[int]:
    """The meanings of a single word in dictionary form, names of skills left out."""
    tables = {"en", language}
    return frozenset(
        group
        for each in tables
        for row in _table(each).get(word, {}).get(_ALONE, ())
        if not row.skill
        for group in row.groups
    )


@cache
def _table(language: Language) -> dict[str, dict[str, tuple[_Row, ...]]]:
    """The rows by their first word, then by their second; beside those of English only what another language adds."""
    index = _index()
    english = _forms("en") if language != "en" else frozenset()
    common = lexicon.words("classes", "ordinary", "words")
    products = lexicon.words("classes", "ordinary", "products")
    named = len(lexicon.skills())
    merged: dict[tuple[tuple[str, ...], bool, str], set[int]] = {}
    for phrase, groups in index.members.items():
        if _SCENE in phrase or (language != "en" and not _is_of(phrase, language)):
            continue
        tokens = [token for token in tokenise(phrase, language) if token.kind in ("word", "number")]
        if not tokens:
            continue
        skill = phrase in index.skills
        low = phrase.lower()
        meant = groups if skill or low not in products else {group for group in groups if group >= named}
        ordinary = skill and len(tokens) == 1 and (low in common or len(low) <= _INITIALS)
        exact = ""
        if ordinary:
            exact = phrase.upper() if len(phrase) <= _INITIALS and phrase.islower() else phrase
        variants = {tuple(token.low for token in tokens)}
        if not skill or len(tokens) > 1:
            variants.add((*(token.low for token in tokens[:-1]), tokens[-1].lemma))
            variants.add((tokens[0].lemma, *(token.low for token in tokens[1:])))
            variants |= set(_inflected(tokens, language))
        for words in variants - english:
            merged.setdefault((words, skill, exact), set()).update(meant)
    rows: dict[str, dict[str, list[_Row]]] = {}
    for (words, skill, exact), ids in merged.items():
        second = words[1] if len(words) > 1 else _ALONE
        rows.setdefault(words[0], {}).setdefault(second, []).append(_Row(words, frozenset(ids), skill, exact))
    table = {
        first: {
            second: tuple(sorted(found, key=lambda row: (-len(row.words), row.words, row.exact)))
            for second, found in seconds.items()
        }
        for first, seconds in rows.items()
    }
    gc.collect()
    return lexicon.kept(table)


@cache
def _forms(language: Language) -> frozenset[tuple[str, ...]]:
    """Every form of a phrase that a table holds."""
    return frozenset(row.words for seconds in _table(language).values() for rows in seconds.values() for row in rows)


def _is_of(phrase: str, language: Language) -> bool:
    """Whether all words of a phrase belong to a language."""
    return all(is_known(word, language) for word in _WORD.findall(phrase.lower()))


def _inflected(tokens: Sequence[Token], language: Language) -> Iterator[tuple[str, ...]]:
    """The words of a phrase in dictionary form."""
    yield tuple(lemmatise(token.text, "en") for token in tokens)
    if language == "en":
        return
    yield tuple(token.lemma for token in tokens)
    yield tuple(lemmatise(token.text, language) for token in tokens)
    if language == "de":
        yield tuple(lemmatise(token.text.capitalize(), language) for token in tokens)
