"""Verbs of doing before the name of a whole deed that the evidence tells in other words.

Why: "managed accounts receivable" says of "sent out bills and chased those who had not paid" no more than its name; the verb of the
text has no match there, since the name alone means the deed and its things.
"""

from __future__ import annotations

from collections.abc import Sequence

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.claims.refusal import ELSEWHERE
from agent.change.claims.support import exact_lines, mark_at
from agent.change.language.tokens import Token
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import IMPLIED, is_verb_at
from agent.change.telling.reading import Reading

_LESS = "The evidence gives you a smaller part in this."
_BOUND = frozenset({"progress", "coursework", "lapsed", "learning", "failed", "trial", "unreal"})


def carries_deed(aligned: Alignment, doubt: Doubt) -> bool:
    """Whether a doubted verb only carries the name of a deed that the evidence tells as the person's own."""
    at = doubt.first
    if doubt.last != at or doubt.why not in (Claim.PLAIN.value, _LESS, ELSEWHERE) or aligned.reading.language != "en":
        return False
    lemma = aligned.reading.tokens[at].lemma
    verbs = lexicon.section("carrying", "verbs")
    kind = next((kind for kind, words in verbs.items() if lemma in words), "")
    if not kind:
        return False
    phrase = _phrase(aligned.reading, at)
    named = [k for k in phrase if aligned.claims[k] is not Claim.FREE and k not in aligned.reading.numbers]
    if not named or any(not aligned.places[k] for k in named) or _is_led(aligned.reading.tokens[phrase[-1]]):
        return False
    return any(_is_told(aligned.reading, k, aligned.places, aligned.book, kind) for k in named)


def _is_led(thing: Token) -> bool:
    """Whether a thing is a place, a body of people or an undertaking, to run which is more than to do what is done there."""
    return any(
        {thing.low, thing.lemma} & words
        for words in (
            lexicon.words("carrying", "led", "things"),
            lexicon.words("agency", "headed"),
            lexicon.words("agency", "organisations"),
        )
    )


def _phrase(reading: Reading, verb: int) -> list[int]:
    """The words right after a verb, up to a preposition, a pause or another deed."""
    found: list[int] = []
    for k in range(verb + 1, len(reading.tokens)):
        if _ends(reading, k) and (found or reading.tokens[k].kind in ("stop", "pause")):
            break
        if (
            found
            and reading.tokens[k].low.endswith("ing")
            and k + 1 < len(reading.tokens)
            and not _ends(reading, k + 1)
        ):
            break
        found.append(k)
    return found


def _ends(reading: Reading, at: int) -> bool:
    """Whether a thing's name is over before a token."""
    token = reading.tokens[at]
    return (
        token.kind in ("stop", "pause")
        or token.low in lexicon.words("verbs", "joining")
        or token.low in lexicon.words("agency", "prepositions")
    )


def _is_told(reading: Reading, at: int, places: Sequence[tuple[Place, ...]], book: Book, kind: str) -> bool:
    """Whether a word is nowhere in the evidence itself, and stands for what the person did there."""
    if exact_lines(reading, at, places[at], book):
        return False
    return any(_is_own_deed(book, place, kind) for place in places[at])


def _is_own_deed(book: Book, place: Place, kind: str) -> bool:
    line, mark = book.lines[place.line].reading, mark_at(book, place)
    deed = line.tokens[place.token]
    if mark.denied or mark.other or mark.limits & _BOUND or not is_verb_at(line.tokens, place.token):
        return False
    if 0 < mark.level < IMPLIED and deed.lemma not in lexicon.words("carrying", "deeds", "watching"):
        return False
    return kind == "doing" or bool({deed.low, deed.lemma} & lexicon.words("carrying", "deeds", kind))
