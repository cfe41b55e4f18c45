"""Lines with a label before a colon: what one says stays with its label, "Java: five years" is nothing of Rust."""

from __future__ import annotations

from collections.abc import Iterator

from agent.change.claims.alignment import Alignment
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.claims.refusal import FEW
from agent.change.telling.reading import Reading

_WHY = "The evidence says this of something else."
_LONGEST = 3
_SEVERAL = 2


def find_mislabelled(
    aligned: Alignment,
) -> Iterator[Doubt]:
    """Words and numbers that stand under one label in the evidence and under another in a text."""
    labels = {number: label for number, line in enumerate(aligned.book.lines) if (label := _label(line.reading))}
    if len(labels) < _SEVERAL or len(aligned.book.lines) > FEW:
        return
    for sentence in sorted({mark.sentence for mark in aligned.reading.marks}):
        members = [at for at, mark in enumerate(aligned.reading.marks) if mark.sentence == sentence]
        named = {
            number for number, label in labels.items() if label <= {aligned.reading.tokens[at].lemma for at in members}
        }
        if not named:
            continue
        for at in members:
            if any(aligned.reading.tokens[at].lemma in labels[number] for number in named):
                continue
            lines = set(aligned.figures.get(at, ())) | (
                {place.line for place in aligned.places[at]} if aligned.claims[at] is not Claim.FREE else set()
            )
            if lines and lines <= labels.keys() and not lines & named:
                last = next((q.last for q in aligned.reading.counts_beside(at) if q.first == at), at)
                yield Doubt(at, last, _WHY)


def _label(line: Reading) -> frozenset[str]:
    """The dictionary forms of the words before the colon of a short label, none if there is no such label."""
    found: list[str] = []
    for at, token in enumerate(line.tokens[: _LONGEST + 1]):
        if token.text == ":":
            return frozenset(found) if at and at + 1 < len(line.tokens) else frozenset()
        if token.kind != "word":
            return frozenset()
        found.append(token.lemma)
    return frozenset()
