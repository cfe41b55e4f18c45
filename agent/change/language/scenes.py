"""What words mean that stand near each other, whatever is between them: "rang every patient" is "rang patients".

Why: people tell a deed with its objects in many arrangements, so a phrase of adjoining words seldom finds it. A row
`ring/phone + patient > patient calls` names the words of a scene by slots; `@person` is a class of `scenes.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from agent.change import lexicon
from agent.change.language.lemmas import lemmatise
from agent.change.language.phrases import scene_groups
from agent.change.language.tokens import Token
from agent.change.telling.marks import Mark

_REACH = 8


@dataclass(frozen=True, slots=True)
class _Scene:
    slots: tuple[frozenset[str], ...]
    numbers: frozenset[int]
    groups: frozenset[int]
    denies: bool


@dataclass(frozen=True, slots=True)
class _Table:
    """The slots each word fills, and the scenes that begin with a slot; slots are known by number."""

    filled: Mapping[str, tuple[int, ...]]
    scenes: Mapping[int, tuple[_Scene, ...]]


def find_scenes(tokens: Sequence[Token], marks: Sequence[Mark]) -> Iterator[tuple[tuple[int, ...], frozenset[int]]]:
    """The tokens of each scene that English evidence tells, and its meanings.

    Where some words of a scene are denied or said of somebody else, only those are named.
    """
    forms: dict[str, list[int]] = {}
    for at, token in enumerate(tokens):
        if token.kind == "word":
            for form in {token.low, token.lemma}:
                forms.setdefault(form, []).append(at)
    table = _table()
    filled = set[int]().union(*(table.filled.get(form, ()) for form in forms))
    for number in sorted(filled & table.scenes.keys()):
        for scene in table.scenes[number]:
            if not scene.numbers <= filled:
                continue
            for start in sorted({at for form in scene.slots[0] for at in forms.get(form, ())}):
                placed = _place(scene, start, forms, tokens, marks)
                if placed:
                    yield _standing(scene, placed, marks), scene.groups


def _standing(scene: _Scene, placed: tuple[int, ...], marks: Sequence[Mark]) -> tuple[int, ...]:
    """The words that prove the scene: all of them, unless some are denied or another's that the scene itself does not deny.

    What others do under the eyes of somebody ("watched visitors try the app") is no deed of theirs alone.
    """
    against = tuple(k for k in placed if marks[k].denied or marks[k].other)
    standing = tuple(k for k in placed if k not in against)
    own = placed[0] in standing and marks[placed[0]].verb == placed[0] and not any(marks[k].denied for k in against)
    return standing if scene.denies or own else against or placed


def _place(
    scene: _Scene, start: int, forms: Mapping[str, list[int]], tokens: Sequence[Token], marks: Sequence[Mark]
) -> tuple[int, ...]:
    """Where each slot is filled, beginning at `start`; empty if one is not within reach or another deed lies between.

    What an active verb is done to comes after it ("cut the hedge", not "mowed the lawn and cut").
    """
    forward = marks[start].verb == start and not (
        start and tokens[start - 1].low in lexicon.words("scenes", "passive", "before")
    )
    placed = [start]
    for slot in scene.slots[1:]:
        near = [
            at
            for word in slot
            for at in forms.get(word, ())
            if at not in placed
            and abs(at - placed[-1]) <= _REACH
            and (at > start or not forward)
            and marks[at].sentence == marks[start].sentence
        ]
        near = [at for at in near if not _other_deed(placed, at, tokens, marks)]
        if not near:
            return ()
        placed.append(min(near, key=lambda at: (abs(at - placed[-1]), at)))
    return tuple(placed)


def _other_deed(placed: Sequence[int], at: int, tokens: Sequence[Token], marks: Sequence[Mark]) -> bool:
    """Whether a verb lies between; after an article it only tells which thing is meant ("the wrapping machine")."""
    first, last = sorted((placed[-1], at))
    articles = lexicon.words("agency", "determiners")
    return any(
        marks[k].verb == k and k not in placed and tokens[k - 1].low not in articles for k in range(first + 1, last)
    )


@cache
def _table() -> _Table:
    numbers: dict[frozenset[str], int] = {}
    scenes: dict[int, list[_Scene]] = {}
    denials = lexicon.words("classes", "negation", "en")
    for scene, groups in scene_groups():
        slots = tuple(_words(slot) for slot in scene.split("+"))
        known = [numbers.setdefault(slot, len(numbers)) for slot in slots]
        denies = any(slot & denials for slot in slots)
        scenes.setdefault(known[0], []).append(_Scene(slots, frozenset(known), groups, denies))
    filled: dict[str, list[int]] = {}
    for slot, number in numbers.items():
        for word in sorted(slot):
            filled.setdefault(word, []).append(number)
    return lexicon.kept(
        _Table(
            {word: tuple(found) for word, found in filled.items()},
            {number: tuple(found) for number, found in scenes.items()},
        )
    )


@cache
def _words(slot: str) -> frozenset[str]:
    found: set[str] = set()
    for word in slot.strip().lower().split("/"):
        found |= lexicon.words("scenes", "words", word[1:]) if word.startswith("@") else {word}
    return frozenset(found | {lemmatise(word, "en") for word in found})
