"""How each token of a text is said: by which verb, how far, denied, limited, or told of somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from agent.change import lexicon
from agent.change.language.phrases import Phrase
from agent.change.language.tokens import Token
from agent.change.telling.agency import find_others
from agent.change.telling.denial import find_denied
from agent.change.telling.limits import find_limits
from agent.change.telling.subordinate import find_subordinates

IMPLIED = 3
_LONGEST_SENTENCE = 200
_VERB_ENDINGS = ("ed", "ing")
_BEFORE_VERBS = frozenset({"i", "we", "also", "then", "later", "who", "which", "that", "to", "he", "she"})


@dataclass(slots=True, eq=False)
class Mark:
    """How a token is said: in which sentence and clause, at which level, by which verb, denied or limited."""

    sentence: Final[int]
    clause: Final[int]
    level: Final[int] = 0
    verb: Final[int] = -1
    denied: Final[bool] = False
    limits: Final[frozenset[str]] = frozenset()
    other: Final[bool] = False


def find_marks(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> list[Mark]:
    doing = [is_verb_at(tokens, i) for i in range(len(tokens))]
    sentences, clauses = _divide(tokens, doing)
    levels, verbs = _levels(tokens, sentences, doing)
    subordinates = find_subordinates(tokens, sentences, doing)
    denied = find_denied(tokens, sentences, doing, subordinates)
    others = find_others(tokens, sentences, clauses, doing, subordinates)
    limits = find_limits(tokens, sentences, clauses, phrases, doing, others, subordinates)
    return [
        Mark(sentences[i], clauses[i], levels[i], verbs[i], denied[i], frozenset(limits.get(i, ())), i in others)
        for i in range(len(tokens))
    ]


def _divide(tokens: Sequence[Token], doing: Sequence[bool]) -> tuple[list[int], list[int]]:
    joining = lexicon.words("verbs", "joining")
    sentences, clauses = [], []
    sentence = clause = 0
    length = 0
    for i, token in enumerate(tokens):
        length += 1
        if length > _LONGEST_SENTENCE:
            sentence, clause, length = sentence + 1, clause + 1, 0
        sentences.append(sentence)
        if token.kind == "pause" or (token.low in joining and i and _says_anew(tokens, i + 1, doing)):
            clause += 1
        clauses.append(clause)
        if token.kind == "stop":
            sentence, clause, length = sentence + 1, clause + 1, 0
    return sentences, clauses


def _says_anew(tokens: Sequence[Token], at: int, doing: Sequence[bool]) -> bool:
    """Whether a new statement begins: with its verb, or with the person."""
    return at < len(tokens) and (doing[at] or tokens[at].low in lexicon.words("agency", "person"))


def is_verb_at(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token looks like a verb said of somebody's doing."""
    if not 0 <= at < len(tokens):
        return False
    low = tokens[at].low
    if tokens[at].deed:
        return True
    if at and low.endswith("ed"):
        before = tokens[at - 1]
        if before.low in lexicon.words("verbs", "before_nouns") or (
            before.low in lexicon.words("verbs", "irregular") and before.low not in lexicon.words("agency", "being")
        ):
            return False
    if low in lexicon.words("verbs", "irregular"):
        return True
    return (
        tokens[at].kind == "word"
        and low.endswith(_VERB_ENDINGS)
        and tokens[at].lemma != low
        and low not in lexicon.words("verbs", "activities")
    )


@cache
def _level_phrases() -> dict[str, list[tuple[tuple[str, ...], int]]]:
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for level in (1, 2, 3, 4, 5):
        for phrase in lexicon.words("verbs", str(level)):
            words = tuple(phrase.replace("-", " - ").split())
            found.setdefault(words[0], []).append((words, level))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


def _levels(tokens: Sequence[Token], sentences: Sequence[int], doing: Sequence[bool]) -> tuple[list[int], list[int]]:
    """For each token the level of the verb that governs it (0 where there is none) and where that verb stands."""
    levels, verbs = [0] * len(tokens), [-1] * len(tokens)
    level, verb, sentence, after = 0, -1, -1, True
    joining = lexicon.words("verbs", "joining")
    for i, token in enumerate(tokens):
        if sentences[i] != sentence:
            level, verb, sentence, after = 0, -1, sentences[i], True
        if token.kind == "pause" or token.low in joining:
            after = True
            levels[i], verbs[i] = level, verb
            continue
        if token.low == "during" and verb >= 0 and i + 2 < len(tokens) and tokens[i + 1].low in ("the", "an", "a"):
            level = min(level, 1)
        named = _level_at(tokens, i)
        if named:
            if (
                not (level in (1, 2) and not after) and not (level in (4, 5) and not after and named > level)
            ) or level in (4, 5):
                level, verb = named, i
        elif doing[i] and (after or level == 0):
            level, verb = (0, -1) if token.lemma in lexicon.words("verbs", "slight") else (IMPLIED, i)
        if token.kind == "word":
            after = token.low in _BEFORE_VERBS or (after and token.low.endswith("ly"))
        levels[i], verbs[i] = level, verb
    _govern_backwards(tokens, sentences, levels, verbs)
    return levels, verbs


def _govern_backwards(tokens: Sequence[Token], sentences: Sequence[int], levels: list[int], verbs: list[int]) -> None:
    """Give a German verb at the end of its clause what stands before it ("Regale eingeräumt")."""
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if not token.deed or (verbs[at] == at and at and verbs[at - 1] == at):
            continue
        ends = (
            following is None
            or following.kind in ("stop", "pause")
            or following.low in lexicon.words("verbs", "joining")
            or following.low in ("sowie", "haben", "hat", "habe", "wurde", "wurden")
        )
        if not ends:
            continue
        named = _level_at(tokens, at) or (0 if token.lemma in lexicon.words("verbs", "slight") else IMPLIED)
        levels[at], verbs[at] = named, at if named else -1
        for k in range(at - 1, -1, -1):
            if sentences[k] != sentences[at] or tokens[k].kind in ("stop", "pause") or tokens[k].deed:
                break
            levels[k], verbs[k] = named, verbs[at]


def _level_at(tokens: Sequence[Token], at: int) -> int:
    token = tokens[at]
    table = _level_phrases()
    for form in (token.low,) if token.low == token.lemma else (token.low, token.lemma):
        for words, level in table.get(form, ()):
            if at + len(words) > len(tokens):
                continue
            if all(word in (tokens[at + k].low, tokens[at + k].lemma) for k, word in enumerate(words)):
                if len(words) == 1 and not _verbal(tokens, at):
                    continue
                return level
    return 0


def _verbal(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if at and tokens[at - 1].low.endswith(("'s", "s'")):
        return False
    if token.low == "own" and at + 1 < len(tokens) and tokens[at + 1].low not in lexicon.words("agency", "determiners"):
        return False
    if token.low != token.lemma:
        return token.deed or (
            token.low in lexicon.words("verbs", "irregular")
            or token.low.endswith(("ed", "ing", "es", "s"))
            or not token.low.isascii()
            or at == 0
            or token.low[-1] in "tnéeóí"
        )
    before = tokens[at - 1] if at else None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.capital and token.capital:
        return False
    if token.low.endswith(("ung", "ion", "ción", "sión", "ship", "führung", "encadrement", "azgo")):
        return True
    return (
        before is None
        or before.kind in ("stop", "pause")
        or before.low in ("i", "to", "and", "we", "&", "then", "also", "or", "not", "never", "yo", "je", "ich")
    )
