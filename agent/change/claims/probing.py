"""Words that the evidence has in a question only, to which the answer was no yes.

Why: a question names what somebody else wants ("Have you used shockwave?"), and an answer that owns to a gap bears out
nothing of it ("We had no machine. I know the papers").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.doers import told_of_others
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.claims.refusal import FEW
from agent.change.claims.support import is_exact
from agent.change.language.languages import guess_language
from agent.change.telling.book import Book, Place, question_of
from agent.change.telling.reading import Reading, keys_of, read

_ANSWER = re.compile(r"^.*?(?:answer|antwort|réponse|respuesta)\s*:\s*", re.IGNORECASE | re.DOTALL)
_FIRST = re.compile(r"(?<=[.!?;])\s+")
_HALF = frozenset({"coursework", "learning", "trial", "unreal", "failed", "progress"})
_DEEDS = 2
_LONG = 3


def find_unaffirmed(
    aligned: Alignment,
    framing: Collection[int],
) -> Iterator[Doubt]:
    """Plain words and tools of a text that a whole resume has only in a question whose answer does not take them up."""
    if len(aligned.book.lines) <= FEW:
        return
    for at, claim in enumerate(aligned.claims):
        token, mark = aligned.reading.tokens[at], aligned.reading.marks[at]
        if claim not in (Claim.PLAIN, Claim.SKILL, Claim.NAME) or len(token.low) <= _LONG or at in framing:
            continue
        if mark.denied or mark.other or at in aligned.reading.numbers or _is_bounded(aligned.reading, at):
            continue
        if any(not aligned.book.lines[place.line].asked for place in aligned.places[at]):
            continue
        keys = keys_of(token) | {_folded(token.low)}
        refs = [ref for ref, question in _gaps(aligned.book) if keys & question]
        if refs and not any(_tells_of_answer(aligned, at, ref) for ref in refs):
            yield Doubt(at, at, claim.value)


def _is_bounded(reading: Reading, at: int) -> bool:
    """Whether the text owns to the gap itself in this sentence."""
    beside = reading.beside(at)
    clause = reading.in_clause(at)
    return any(reading.marks[k].denied or reading.marks[k].limits & (_HALF - {"progress"}) for k in clause) or any(
        reading.tokens[k].low in lexicon.words("bounds", "gaps", "bounds") for k in beside
    )


def _tells_of_answer(
    aligned: Alignment,
    at: int,
    ref: str,
) -> bool:
    """Whether the sentence tells as well what the answer says was done instead."""
    said = [
        k
        for k in aligned.reading.beside(at)
        if k != at
        and aligned.claims[k] is not Claim.FREE
        and any(
            _is_own(aligned.book, place, ref) and is_exact(aligned.reading, k, aligned.book, place)
            for place in aligned.places[k]
        )
    ]
    return len(said) > _DEEDS


def _is_own(book: Book, place: Place, ref: str) -> bool:
    line = book.lines[place.line]
    mark = line.reading.marks[place.token]
    return line.source.ref == ref and not line.asked and not mark.denied and not mark.other


def _gaps(book: Book) -> tuple[tuple[str, frozenset[str | int]], ...]:
    return _gaps_of(tuple({line.source.ref: line.source.text for line in book.lines}.items()))


@lru_cache(maxsize=64)
def _gaps_of(refs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, frozenset[str | int]], ...]:
    """The words of each question that was answered by owning to a gap, with the reference of its line."""
    found = []
    for ref, text in refs:
        question = question_of(text)
        if not question or not _is_gap(_ANSWER.sub("", text[len(question) :], count=1), question, text):
            continue
        asked = read(question, None, guess_language(text))
        free = lexicon.words("classes", "free", asked.language)
        words = [token for token in asked.tokens if token.kind != "number" and token.low not in free]
        found.append((ref, frozenset().union(*(keys_of(token) | {_folded(token.low)} for token in words))))
    return tuple(found)


def _folded(word: str) -> str:
    """A word without accents, as another language may write it."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


def _is_gap(answer: str, question: str, text: str) -> bool:
    if question.split(maxsplit=1)[0].lower() in lexicon.words("bounds", "gaps", "open"):
        return False
    first = read(_FIRST.split(answer)[0], None, guess_language(text))
    lows = [token.low for token in first.tokens if token.kind == "word"]
    if not lows or set(lows) & lexicon.words("bounds", "gaps", "yes"):
        return False
    if lows[0] in lexicon.words("bounds", "gaps", "no"):
        return True
    clause = [k for k in range(len(first.tokens)) if first.marks[k].clause == 0]
    if any(first.marks[k].denied or first.marks[k].limits & _HALF for k in clause):
        return True
    return any(first.marks[k].other or k in told_of_others(first) for k in clause) and lows[0] != "i"
