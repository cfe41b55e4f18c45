"""Words that only belong to another name of what the evidence has: what its letters stand for, what kind of thing it is.

Why: a word is doubted by itself; "average" in "average handling time" says nothing of an average where the evidence has AHT,
and "sessions" in "induction sessions" no more than the plural of "inductions".
"""

from __future__ import annotations

from collections.abc import Sequence

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.claims.support import is_spelled_out
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading

_NEAR = 4
_WORDED = frozenset(
    {
        "The evidence does not give you this title.",
        "The evidence does not give this number as an average.",
        "The evidence gives you a smaller part in this.",
        Claim.PRAISE.value,
        Claim.OUTCOME.value,
        Claim.SCOPE.value,
    }
)
"""What single words are doubted for that mean nothing by themselves in a name spelled out ("mean time to repair")."""
_PAPERS = frozenset({Claim.CREDENTIAL.value, Claim.SKILL.value})


def is_another_name(reading: Reading, doubt: Doubt, places: Sequence[tuple[Place, ...]], book: Book) -> bool:
    """Whether a doubted word is only part of how else something of the evidence is called."""
    at = doubt.first
    return (
        (doubt.why in _WORDED and is_spelled_out(reading, at, doubt.last, book))
        or _joins_a_name(reading, at, places)
        or (doubt.why == Claim.PLAIN.value and _counts_the_same(reading, at, places, book))
        or (doubt.why in _PAPERS and _is_named_paper(reading, at, places, book))
    )


def _counts_the_same(reading: Reading, at: int, places: Sequence[tuple[Place, ...]], book: Book) -> bool:
    """Whether a word only counts what the evidence has as several ("induction sessions", "MOT tests" of inductions, MOTs)."""
    token = reading.tokens[at]
    if not at or reading.language != "en" or token.low not in lexicon.words("granting", "counting", "units"):
        return False
    name = reading.tokens[at - 1]
    return name.kind == "word" and any(
        there.low.endswith("s") and there.low.removesuffix("s") == name.low
        for place in places[at - 1]
        for there in (book.lines[place.line].reading.tokens[place.token],)
    )


def _joins_a_name(reading: Reading, at: int, places: Sequence[tuple[Place, ...]]) -> bool:
    """Whether a word after a hyphen only ties a name of the evidence to what follows ("RTK-guided steering")."""
    joining = lexicon.words("granting", "counting", "joining")
    return at > 1 and reading.tokens[at].low in joining and reading.tokens[at - 1].low == "-" and bool(places[at - 2])


def _is_named_paper(reading: Reading, at: int, places: Sequence[tuple[Place, ...]], book: Book) -> bool:
    """Whether a word such as "licence" stands after a name that the evidence calls a ticket or the like, or lists as a paper."""
    papers = lexicon.words("credentials", "tickets")
    if not {reading.tokens[at].low, reading.tokens[at].lemma} & papers:
        return False
    for k in range(at - 1, max(at - 1 - _NEAR, -1), -1):
        if reading.tokens[k].kind == "pause":
            return False
        if any(_is_paper(book.lines[place.line].reading, place.token, beside=k == at - 1) for place in places[k]):
            return True
    return False


def _is_paper(line: Reading, there: int, *, beside: bool) -> bool:
    """Whether a name is called a ticket or the like right after it, or stands in a list as a paper that is known."""
    papers = lexicon.words("credentials", "tickets")
    verb = line.marks[there].verb
    got = verb >= 0 and line.tokens[verb].low in lexicon.words("credentials", "held") | lexicon.words(
        "credentials", "got"
    )
    following = line.tokens[there + 1] if there + 1 < len(line.tokens) else None
    if beside and following is not None and {following.low, following.lemma} & papers:
        return got or verb < 0 or not line.tokens[there].text.islower()
    idle = verb < 0 and not any(is_verb_at(line.tokens, k) for k in line.in_clause(there))
    return (got or idle) and line.tokens[there].low in lexicon.words("credentials", "awards")
