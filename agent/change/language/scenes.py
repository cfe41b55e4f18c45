"""What words mean that stand near each other, whatever is between them: "rang every patient" is "rang patients".

Why: people tell a deed with its objects in many arrangements, so a phrase of adjoining words seldom finds it. A row
`ring/phone + patient > patient calls` names the words of a scene by slots; `@person` is a class of `scenes.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from agent.change import lexicon
from agent.change.language.lemmas import lemmatise
from agent.change.language.phrases import scene_groups
from agent.change.language.tokens import Token
from agent.change.telling.marks import Mark

_REACH = 8


@dataclass(frozen=True, slots=True, eq=False)
class _Scene:
    """`others` are the numbers of its slots but the two it is found by."""

    slots: tuple[frozenset[str], ...]
    others: frozenset[int]
    groups: frozenset[int]
    denies: bool


@dataclass(frozen=True, slots=True)
class _Table:
    """For each word the slots it fills, known by number, and the scenes found by it: those of which it fills the slot of
    the rarest words, by the slot that is the next rarest.
    """

    filled: Mapping[str, tuple[int, ...]]
    found_by: Mapping[str, tuple[tuple[int, tuple[_Scene, ...]], ...]]


def find_scenes(tokens: Sequence[Token], marks: Sequence[Mark]) -> Iterator[tuple[tuple[int, ...], frozenset[int]]]:
    """The tokens of each scene that English evidence tells, and its meanings.

    Where some words of a scene are denied or said of somebody else, only those are named.
    """
    forms: dict[str, list[int]] = {}
    for at, token in enumerate(tokens):
        if token.kind == "word":
            for form in {token.low, token.lemma}:
                forms.setdefault(form, []).append(at)
    said = frozenset(forms)
    articles = lexicon.words("agency", "determiners")
    states = lexicon.words("scenes", "passive", "states")
    deeds = [
        k
        for k, mark in enumerate(marks)
        if mark.verb == k and tokens[k - 1].low not in articles and tokens[k].lemma not in states
    ]
    for scene in dict.fromkeys(_possible(forms)):
        filling = [sorted({at for form in slot & said for at in forms[form]}) for slot in scene.slots]
        for start in filling[0]:
            placed = _place(filling, start, tokens, marks, deeds)
            if placed:
                yield _standing(scene, placed, marks), scene.groups


def _possible(forms: Iterable[str]) -> Iterator[_Scene]:
    """The scenes of which each slot is filled by some of the words, wherever these stand."""
    table = _table()
    filled = set[int]().union(*[table.filled[form] for form in forms if form in table.filled])
    for form in forms:
        for next_rarest, scenes in table.found_by.get(form, ()):
            if next_rarest in filled:
                for scene in scenes:
                    if scene.others <= filled:
                        yield scene


def _standing(scene: _Scene, placed: tuple[int, ...], marks: Sequence[Mark]) -> tuple[int, ...]:
    """The words that prove the scene: all of them, unless some are denied or another's that the scene itself does not deny.

    What others do under the eyes of somebody ("watched visitors try the app") is no deed of theirs alone.
    """
    against = tuple(k for k in placed if marks[k].denied or marks[k].other)
    standing = tuple(k for k in placed if k not in against)
    own = placed[0] in standing and marks[placed[0]].verb == placed[0] and not any(marks[k].denied for k in against)
    return standing if scene.denies or own else against or placed


def _place(
    filling: Sequence[Sequence[int]], start: int, tokens: Sequence[Token], marks: Sequence[Mark], deeds: Sequence[int]
) -> tuple[int, ...]:
    """Where each slot is filled, beginning at `start`; empty if one is not within reach or another deed lies between.

    `filling` are the tokens that may fill each slot, `deeds` the verbs that are no attribute of a thing ("the wrapping
    machine"). What an active verb is done to comes after it ("cut the hedge", not "mowed the lawn and cut").
    """
    forward = marks[start].verb == start and not (
        start and tokens[start - 1].low in lexicon.words("scenes", "passive", "before")
    )
    placed = [start]
    for slot in filling[1:]:
        last = placed[-1]
        near = [
            at
            for at in slot
            if at not in placed
            and abs(at - last) <= _REACH
            and (at > start or not forward)
            and marks[at].sentence == marks[start].sentence
            and not any(min(last, at) < deed < max(last, at) and deed not in placed for deed in deeds)
        ]
        if not near:
            return ()
        placed.append(min(near, key=lambda at: (abs(at - placed[-1]), at)))
    return tuple(placed)


@cache
def _table() -> _Table:
    numbers: dict[frozenset[str], int] = {}
    told = [(tuple(_words(slot) for slot in scene.split("+")), groups) for scene, groups in scene_groups()]
    for slots, _ in told:
        for slot in slots:
            numbers.setdefault(slot, len(numbers))
    filled: dict[str, list[int]] = {}
    for slot, number in numbers.items():
        for word in sorted(slot):
            filled.setdefault(word, []).append(number)
    common = {slot: sum(len(filled[word]) for word in slot) for slot in numbers}
    found_by: dict[str, dict[int, list[_Scene]]] = {}
    denials = lexicon.words("classes", "negation", "en")
    for slots, groups in told:
        rarest, next_rarest, *others = sorted(slots, key=common.__getitem__)
        denies = any(slot & denials for slot in slots)
        scene = _Scene(slots, frozenset(numbers[slot] for slot in others), groups, denies)
        for word in rarest:
            found_by.setdefault(word, {}).setdefault(numbers[next_rarest], []).append(scene)
    return lexicon.kept(
        _Table(
            {word: tuple(found) for word, found in filled.items()},
            {
                word: tuple((number, tuple(scenes)) for number, scenes in by_next.items())
                for word, by_next in found_by.items()
            },
        )
    )


@cache
def _words(slot: str) -> frozenset[str]:
    found: set[str] = set()
    for word in slot.strip().lower().split("/"):
        found |= lexicon.words("scenes", "words", word[1:]) if word.startswith("@") else {word}
    return frozenset(found | {lemmatise(word, "en") for word in found})
