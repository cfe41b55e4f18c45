"""What words mean that stand near each other, whatever is between them: "rang every patient" is "rang patients".

Why: people tell a deed with its objects in many arrangements, so a phrase of adjoining words seldom finds it. A row
`ring/phone + patient > patient calls` names the words of a scene by slots; `@person` is a class of `scenes.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from agent.change import lexicon
from agent.change.lemmas import lemmatise
from agent.change.marks import Mark
from agent.change.phrases import scene_groups
from agent.change.tokens import Token

_REACH = 8
_PASSIVE = frozenset({"was", "were", "been", "be", "being", "is", "are", "got", "get"})


@dataclass(frozen=True, slots=True)
class _Scene:
    slots: tuple[frozenset[str], ...]
    groups: frozenset[int]
    denies: bool


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
    for form, starts in forms.items():
        for scene in table.get(form, ()):
            if any(slot.isdisjoint(forms) for slot in scene.slots[1:]):
                continue
            for start in starts:
                placed = _place(scene, start, forms, tokens, marks)
                if placed:
                    yield _standing(scene, placed, marks), scene.groups


def _standing(scene: _Scene, placed: tuple[int, ...], marks: Sequence[Mark]) -> tuple[int, ...]:
    """The words that prove the scene: all of them, unless some are denied or another's that the scene itself does not deny."""
    against = tuple(k for k in placed if marks[k].denied or marks[k].other)
    return tuple(k for k in placed if k not in against) if scene.denies else against or placed


def _place(
    scene: _Scene, start: int, forms: Mapping[str, list[int]], tokens: Sequence[Token], marks: Sequence[Mark]
) -> tuple[int, ...]:
    """Where each slot is filled, beginning at `start`; empty if one is not within reach or another deed lies between.

    What an active verb is done to comes after it ("cut the hedge", not "mowed the lawn and cut").
    """
    forward = marks[start].verb == start and not (start and tokens[start - 1].low in _PASSIVE)
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
        near = [at for at in near if not _other_deed(placed, at, marks)]
        if not near:
            return ()
        placed.append(min(near, key=lambda at: (abs(at - placed[-1]), at)))
    return tuple(placed)


def _other_deed(placed: Sequence[int], at: int, marks: Sequence[Mark]) -> bool:
    first, last = sorted((placed[-1], at))
    return any(marks[k].verb == k and k not in placed for k in range(first + 1, last))


@cache
def _table() -> Mapping[str, tuple[_Scene, ...]]:
    found: dict[str, list[_Scene]] = {}
    denials = lexicon.words("classes", "negation", "en")
    for scene, groups in scene_groups():
        slots = tuple(_words(slot) for slot in scene.split("+"))
        for word in slots[0]:
            found.setdefault(word, []).append(_Scene(slots, groups, any(slot & denials for slot in slots)))
    return {word: tuple(scenes) for word, scenes in found.items()}


def _words(slot: str) -> frozenset[str]:
    found: set[str] = set()
    for word in slot.strip().lower().split("/"):
        found |= lexicon.words("scenes", "words", word[1:]) if word.startswith("@") else {word}
    return frozenset(found | {lemmatise(word, "en") for word in found})
