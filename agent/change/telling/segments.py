"""The parts of a sentence between pauses, joining words and verbs that begin anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agent.change import lexicon
from agent.change.language.tokens import Token
from agent.change.telling.reading import Reading


def find_segments(reading: Reading) -> Iterator[list[int]]:
    """Runs of tokens between pauses, joining words and verbs that begin anew."""
    segment: list[int] = []
    for at, token in enumerate(reading.tokens):
        new_sentence = bool(segment) and reading.marks[segment[-1]].sentence != reading.marks[at].sentence
        joins = token.low in lexicon.words("verbs", "joining")
        if segment and (new_sentence or token.kind in ("pause", "stop") or joins):
            yield segment
            segment = []
        if token.kind not in ("pause", "stop"):
            segment.append(at)
    if segment:
        yield segment


def first_word(reading: Reading, segment: Sequence[int]) -> int | None:
    """The first word of a segment that does more than join or order it, if there is one."""
    skipped = lexicon.words("attribution", "leading")
    return next((k for k in segment if reading.tokens[k].kind != "mark" and reading.tokens[k].low not in skipped), None)


def opens_sentence(reading: Reading, first: int) -> bool:
    """Whether a segment only tells where, when or as what the rest of the sentence was done."""
    low = reading.tokens[first].low
    return low in lexicon.words("agency", "prepositions") or low in lexicon.words("attribution", "titled")


def tells_beside(reading: Reading, at: int) -> bool:
    """Whether a word after a pause tells a deed by its ending, though it may be a noun ("clearing")."""
    token = reading.tokens[at]
    after_pause = at > 0 and reading.tokens[at - 1].kind == "pause"
    return after_pause and token.low.endswith("ing") and token.low not in lexicon.words("verbs", "activities")


def up_to_preposition(reading: Reading, segment: Sequence[int], first: int) -> Iterator[int]:
    """The tokens of a segment from `first` to its first preposition."""
    for at in segment:
        if at < first:
            continue
        if reading.tokens[at].low in lexicon.words("agency", "prepositions"):
            return
        yield at


def goes_with_its_thing(token: Token) -> bool:
    """Whether a verb is told of the thing just named, so that its number goes with that thing ("drawing 900 visitors")."""
    stem = token.low.removesuffix("ing")
    return not {token.lemma, stem, stem + "e"}.isdisjoint(lexicon.words("attribution", "bound"))


def is_addition(line: Reading, at: int) -> bool:
    """Whether a verb of the evidence begins an addition to another deed ("built the service, serving 2,000 users")."""
    if not line.tokens[at].low.endswith("ing"):
        return any(line.tokens[k].low in lexicon.words("attribution", "relative") for k in range(max(at - 2, 0), at))
    return any(line.marks[k].verb == k for k in range(at))
