"""Turns of phrase in wishes and asides: what they frame claims nothing, what is smuggled into them does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from agent.change import lexicon
from agent.change.numbers.quantity import TIME
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading, keys_of

_NOUN_WITHIN = 5
_POST_WITHIN = 4
_RUN = 6


def find_smuggled(reading: Reading, members: Sequence[int]) -> Iterator[int]:
    """What a wish takes for granted of the person: "my background in passenger travel would let me", "with my years of"."""
    tokens = reading.tokens
    for at in members:
        if tokens[at].low not in lexicon.words("courtesy", "mine"):
            continue
        noun = next(
            (
                k
                for k in range(at + 1, min(at + 1 + _NOUN_WITHIN, members[-1] + 1))
                if tokens[k].low in lexicon.words("courtesy", "past")
            ),
            None,
        )
        if noun is None or any(tokens[k].kind in ("stop", "pause") for k in range(at, noun)):
            continue
        yield from range(at + 1, noun)
        for k in range(noun + 1, members[-1] + 1):
            if tokens[k].kind in ("stop", "pause") or tokens[k].low in lexicon.words("courtesy", "asserting"):
                break
            if tokens[k].low in lexicon.words("courtesy", "subjects") or _is_finite(reading, k):
                break
            yield k


def find_admitted(reading: Reading, members: Sequence[int]) -> Iterator[int]:
    """What the person says they have yet to learn: "Ariba would be new to me", "glad to get to know Koha"."""
    for first, _ in _phrases_at(reading, members, "admitting"):
        yield from _clause_of(reading, members, first)
    for _, last in _phrases_at(reading, members, "learning"):
        for k in range(last, members[-1] + 1):
            if reading.tokens[k].kind in ("stop", "pause") or reading.tokens[k].low in lexicon.words(
                "courtesy", "subjects"
            ):
                break
            yield k


def find_asides(reading: Reading, members: Sequence[int]) -> Iterator[int]:
    """Words that only lead to what is said ("I should say plainly that"), or say which week is meant ("in a normal week")."""
    for first, last in _phrases_at(reading, members, "asides"):
        yield from range(first, last)
    for at in members[:-1]:
        following = reading.tokens[at + 1].lemma
        if reading.tokens[at].low in lexicon.words("courtesy", "usual") and (
            following in TIME or following in lexicon.words("courtesy", "shifts")
        ):
            yield at


def find_posts(reading: Reading, members: Sequence[int], words: frozenset[str | int]) -> Iterator[int]:
    """The name of the post a wish is for ("as your next Senior Data Analyst"), and whom the employer has ("your partners")."""
    tokens = reading.tokens
    for at in members:
        if tokens[at].low not in lexicon.words("courtesy", "letter", "addressed"):
            continue
        if any(tokens[k].low in lexicon.words("courtesy", "mine") for k in range(max(at - _RUN, members[0]), at)):
            continue
        for k in range(at + 1, min(at + 1 + _POST_WITHIN, members[-1] + 1)):
            if tokens[k].kind != "word" or is_verb_at(tokens, k) or tokens[k].low in _ends():
                break
            if tokens[k].capital and keys_of(tokens[k]) & words:
                yield from _run_of(reading, members, k, words)
                break
            yield k


def _run_of(reading: Reading, members: Sequence[int], at: int, words: frozenset[str | int]) -> Iterator[int]:
    for k in range(at, min(at + _RUN, members[-1] + 1)):
        token = reading.tokens[k]
        if token.kind == "word" and not (token.capital and keys_of(token) & words):
            return
        if token.kind in ("stop", "pause"):
            return
        yield k


def _clause_of(reading: Reading, members: Sequence[int], at: int) -> Iterator[int]:
    clause = reading.marks[at].clause
    return (k for k in members if reading.marks[k].clause == clause)


def _is_finite(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    return is_verb_at(reading.tokens, at) and token.low.endswith(("ed", "s")) and not token.capital


def _phrases_at(reading: Reading, members: Sequence[int], kind: str) -> Iterator[tuple[int, int]]:
    """Where phrases of a kind begin, and the token after each."""
    tokens, table = reading.tokens, _table(kind)
    for at in members:
        for words in table.get(tokens[at].low, ()):
            end = at + len(words)
            if end <= len(tokens) and all(tokens[at + k].low == word for k, word in enumerate(words)):
                yield at, end


@cache
def _table(kind: str) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in lexicon.words("courtesy", kind):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return found


@cache
def wishes_in_modals() -> frozenset[str]:
    """Wishes as a modal with a verb of wanting: "should enjoy", "would welcome"."""
    return frozenset(
        f"{modal} {verb}"
        for modal in lexicon.words("courtesy", "modals")
        for verb in lexicon.words("courtesy", "wanting")
    )


@cache
def _ends() -> frozenset[str]:
    return lexicon.words("agency", "prepositions") | lexicon.words("verbs", "joining")
