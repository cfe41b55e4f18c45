"""An effect told at the end of a sentence that no line tells: ", bringing the job in on time", "and increasing repeat business".

Why: small words say such effects, and among thirty lines each of them is somewhere. So the tail must rest on one line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.claims.others import find_taken_from_others
from agent.change.claims.probing import find_unaffirmed
from agent.change.claims.refusal import FEW
from agent.change.telling.book import Book, Place
from agent.change.telling.reading import Reading, keys_of

_MOST = 0.6
_SHORT = 3
_VERB_WITHIN = 4


def find_unborne(
    aligned: Alignment,
    framing: Collection[int],
) -> Iterator[Doubt]:
    """What thirty lines seem to bear out and none does: others' deeds, effects, and what a question only names."""
    yield from find_taken_from_others(aligned)
    yield from find_trailing(aligned, framing)
    yield from find_unaffirmed(aligned, framing)


def find_trailing(
    aligned: Alignment,
    framing: Collection[int],
) -> Iterator[Doubt]:
    """Tails of sentences with a verb of effect that no line bears out for the most part; whole resumes only."""
    if len(aligned.book.lines) <= FEW:
        return
    for at in range(len(aligned.reading.tokens)):
        verb = _effect_at(aligned.reading, at)
        if verb is None or at in framing or aligned.reading.marks[verb].denied:
            continue
        clause = aligned.reading.marks[verb].clause
        tail = [k for k in aligned.reading.beside(at) if k >= verb and aligned.reading.marks[k].clause == clause]
        if any(k in aligned.figures for k in tail) or any(q.first in tail for q in aligned.reading.counts_beside(at)):
            continue
        content = [
            k
            for k in tail
            if aligned.reading.tokens[k].kind == "word"
            and (aligned.claims[k] is not Claim.FREE or len(aligned.reading.tokens[k].low) > _SHORT)
            and aligned.reading.tokens[k].low not in lexicon.words("agency", "prepositions")
        ]
        if not _rests_on_one(aligned, content):
            last = max(content, default=verb)
            yield Doubt(verb, last, Claim.OUTCOME.value)


def _effect_at(reading: Reading, at: int) -> int | None:
    """The verb of effect with which a tail begins at a token, if one does."""
    tokens = reading.tokens
    before = tokens[at - 1] if at else None
    if before is None or not (before.kind == "pause" or before.low in lexicon.words("verbs", "joining")):
        return None
    if reading.marks[at].sentence != reading.marks[at - 1].sentence:
        return None
    effects = lexicon.words("bounds", "effects", "verbs")
    if tokens[at].low.endswith(("ing", "ant")) and {tokens[at].lemma, tokens[at].low} & effects:
        return at
    if tokens[at].low not in lexicon.words("bounds", "effects", "opening"):
        return None
    for k in range(at + 1, min(at + 1 + _VERB_WITHIN, len(tokens))):
        if tokens[k].kind != "word":
            return None
        if {tokens[k].lemma, tokens[k].low} & effects:
            return k
    return None


def _is_own(book: Book, place: Place) -> bool:
    mark = book.lines[place.line].reading.marks[place.token]
    return not (mark.denied or mark.other or book.lines[place.line].asked)


def _rests_on_one(
    aligned: Alignment,
    content: Sequence[int],
) -> bool:
    """Whether one source has most of the words of a tail, or what stands for them."""
    votes: Counter[str] = Counter()
    for k in content:
        told = list(aligned.places[k]) if aligned.claims[k] is not Claim.FREE else []
        told += [place for key in keys_of(aligned.reading.tokens[k]) for place in aligned.book.index[key]]
        votes.update({aligned.book.lines[place.line].source.ref for place in told if _is_own(aligned.book, place)})
    return max(votes.values(), default=0) >= _MOST * len(content) and bool(content)
