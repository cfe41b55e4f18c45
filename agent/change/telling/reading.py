"""A text read for the gate: its tokens, phrases and numbers, and for each token who did it, how far, and under what limit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from agent.change.language.acronyms import short_forms
from agent.change.language.compounds import list_parts
from agent.change.language.languages import guess_language
from agent.change.language.lemmas import Language, find_roots
from agent.change.language.phrases import Phrase, expansions, find_phrases, groups_of, widened
from agent.change.language.scenes import find_scenes
from agent.change.language.tokens import Token, tokenise
from agent.change.numbers.clocks import with_clocks
from agent.change.numbers.durations import with_durations
from agent.change.numbers.quantities import find_quantities
from agent.change.numbers.quantity import Quantity
from agent.change.telling.marks import Mark, find_marks
from agent.change.telling.parted import find_parted

_ONE_WORD = 6


@dataclass(frozen=True, eq=False)
class Reading:
    """A text with everything the gate wants to know of it; `marks[i]` belongs to `tokens[i]`."""

    text: str
    language: Language
    tokens: tuple[Token, ...]
    phrases: tuple[Phrase, ...]
    quantities: tuple[Quantity, ...]
    marks: tuple[Mark, ...]

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The tokens that are part of a number."""
        return frozenset(k for quantity in self.quantities for k in range(quantity.first, quantity.last + 1))

    @cached_property
    def shorts(self) -> tuple[tuple[int, int, str], ...]:
        """The first and last token of short forms ("NDA", "A/P"), and each in lower case."""
        return tuple(short_forms(self.tokens))

    @cached_property
    def groups(self) -> tuple[frozenset[int], ...]:
        """For each token the meanings of the phrases that cover it."""
        found: list[set[int]] = [set() for _ in self.tokens]
        for phrase in self.phrases:
            for k in range(phrase.first, phrase.last + 1):
                found[k] |= phrase.groups
        return tuple(frozenset(groups) for groups in found)

    @cached_property
    def _sentences(self) -> dict[int, tuple[list[int], list[Quantity]]]:
        found: dict[int, tuple[list[int], list[Quantity]]] = {}
        for at, mark in enumerate(self.marks):
            found.setdefault(mark.sentence, ([], []))[0].append(at)
        for quantity in self.quantities:
            found[self.marks[quantity.first].sentence][1].append(quantity)
        return found

    def beside(self, at: int) -> list[int]:
        """The tokens of the sentence a token stands in."""
        return self._sentences[self.marks[at].sentence][0]

    def in_clause(self, at: int) -> list[int]:
        """The tokens of the clause a token stands in."""
        clause = self.marks[at].clause
        return [k for k in self.beside(at) if self.marks[k].clause == clause]

    def counts_beside(self, at: int) -> list[Quantity]:
        """The numbers of the sentence a token stands in."""
        return self._sentences[self.marks[at].sentence][1]


@lru_cache(maxsize=4096)
def read(text: str, language: Language | None = None, default: Language = "en") -> Reading:
    """Read a line of evidence or a text to be judged; a language that is neither given nor told by its words is `default`."""
    language = language or guess_language(text, default)
    tokens = tuple(tokenise(text, language))
    phrases = tuple(find_phrases(tokens, language))
    quantities = tuple(with_durations(tokens, with_clocks(tokens, find_quantities(tokens, language)), language))
    return Reading(text, language, tokens, phrases, quantities, tuple(find_marks(tokens, phrases)))


def keys_of(token: Token) -> frozenset[str | int]:
    """What a word of a text may be found by."""
    return token.keys


@lru_cache(maxsize=4096)
def gives(reading: Reading) -> tuple[tuple[frozenset[str | int], ...], frozenset[str | int]]:
    """For each token of evidence what it may be called, and all of it together."""
    found: list[set[str | int]] = []
    for token in reading.tokens:
        keys: set[str | int] = set(keys_of(token)) if token.kind in ("word", "name") else set()
        if token.text.isupper():
            keys |= expansions().get(token.low, frozenset())
        if reading.language == "de" and token.kind == "word":
            keys = keys.union(*(part_keys(part) for part in list_parts(token.low)))
        found.append(keys)
    for first, last, joined in joined_words(reading.tokens):
        for key in joined:
            found[first].add(key)
            found[last].add(key)
    for phrase in reading.phrases:
        groups = widened(phrase.groups)
        for k in range(phrase.first, phrase.last + 1):
            found[k] |= groups
    for told, meant in find_scenes(reading.tokens, reading.marks) if reading.language == "en" else ():
        for k in told:
            found[k] |= widened(meant)
    for told, meant in find_parted(reading.tokens, reading.marks) if reading.language == "en" else ():
        for k in told:
            found[k] |= widened(meant)
    return tuple(frozenset(keys) for keys in found), frozenset().union(*found)


def joined_words(tokens: Sequence[Token]) -> Iterator[tuple[int, int, tuple[str, str]]]:
    """Two words side by side, or joined by a hyphen, and how they are written as one ("pre-flight", "health care")."""
    for at in range(len(tokens) - 1):
        if tokens[at].kind != "word":
            continue
        last = at + 2 if tokens[at + 1].low == "-" and at + 2 < len(tokens) else at + 1
        if tokens[last].kind == "word" and len(tokens[at].low) + len(tokens[last].low) >= _ONE_WORD:
            yield at, last, (tokens[at].low + tokens[last].low, tokens[at].low + tokens[last].lemma)


@lru_cache(maxsize=50_000)
def part_keys(part: str) -> frozenset[str | int]:
    """What a part of a German compound may be found by."""
    return frozenset({part}) | find_roots(part, "de") | widened(groups_of(part, "de"))


def groups_at(reading: Reading, at: int) -> frozenset[int]:
    """The meanings of the phrases that cover a token."""
    return reading.groups[at]


def phrasal_groups(reading: Reading, verb: int) -> frozenset[int]:
    """The meanings of the verb of several words ("put away") that begins at a token, the longest one; none if it is alone."""
    longer = [phrase for phrase in reading.phrases if phrase.first == verb < phrase.last]
    last = max((phrase.last for phrase in longer), default=verb)
    return frozenset(group for phrase in longer if phrase.last == last for group in phrase.groups)
