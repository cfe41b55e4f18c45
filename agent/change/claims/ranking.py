"""Comparisons: "quick" is not "the quickest", and nothing is "easier" or done "more than anyone else" unless the evidence compares."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.language.runs import Runs
from agent.change.language.tokens import Token
from agent.change.telling.book import Book, Place
from agent.change.telling.reading import Reading
from agent.change.telling.wordings import wordings


def find_unsaid_comparisons(
    reading: Reading, places: Sequence[tuple[Place, ...]], framing: Collection[int], book: Book
) -> Iterator[Doubt]:
    """Comparing words of an English text where the lines its sentence rests on compare nothing."""
    if reading.language != "en":
        return
    for at, token in enumerate(reading.tokens):
        if at in framing or at in reading.numbers or reading.marks[at].denied:
            continue
        last = _ranks_all(reading, at)
        best = token.low in _superlatives() and not _is_idle(reading, at)
        better = token.low in _comparatives() and not _is_idle(reading, at)
        if not (last or best or better) or _is_within_a_name(reading, at, places, book):
            continue
        home = _home(reading, at, places, book)
        if last and not any(_ranks_all(line, k) for line in home for k in range(len(line.tokens))):
            yield Doubt(at, last, Claim.PRAISE.value)
        elif best and not any(_is_first(other, token) for line in home for other in line.tokens):
            yield Doubt(at, at, Claim.PRAISE.value)
        elif better and not any(_compares(line, token) for line in home):
            yield Doubt(at, at, Claim.OUTCOME.value)


def _is_within_a_name(reading: Reading, at: int, places: Sequence[tuple[Place, ...]], book: Book) -> bool:
    """Whether a comparing word is part of what the evidence says in another language ("higher diploma")."""
    if all(book.lines[place.line].reading.language == reading.language for place in places[at]):
        return False
    return any(wording.first <= at <= wording.last and wording.first < wording.last for wording in wordings(reading))


def _home(reading: Reading, at: int, places: Sequence[tuple[Place, ...]], book: Book) -> list[Reading]:
    """The lines that the sentence of a word rests on, with all that stands on the same lines of the resume."""
    sources = {book.lines[place.line].source.ref for k in reading.beside(at) for place in places[k]}
    return [line.reading for line in book.lines if not sources or line.source.ref in sources]


def _ranks_all(reading: Reading, at: int) -> int:
    """The last token of a comparison with everybody that begins at a token, or 0."""
    return next((last for last, _ in _phrases().at(reading.tokens, at)), 0)


def _is_idle(reading: Reading, at: int) -> bool:
    """Whether a comparing word belongs to a number, a time or a name, or is part of a compound."""
    tokens = reading.tokens
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before is not None and (before.text == "-" or before.low in lexicon.words("grades", "idle", "before")):
        return True
    if before is not None and (at - 1 in reading.numbers or before.low in _TIMES):
        return True
    if after is None:
        return False
    return after.text == "-" or after.low in lexicon.words("grades", "idle", "after") or at + 1 in reading.numbers


_TIMES = frozenset({"percent", "points", "point", "times", "%", "hours", "days", "minutes", "weeks", "months", "years"})


def _is_first(other: Token, token: Token) -> bool:
    return (
        other.low == token.low or other.low in _superlatives() or other.low in lexicon.words("grades", "first", "words")
    )


def _compares(line: Reading, said: Token) -> bool:
    """Whether a line compares, has the plain word, or two numbers of a kind to compare."""
    kinds = [quantity.figure.kind for quantity in line.quantities if quantity.figure.kind not in ("year", "ordinal")]
    ways = lexicon.section("classes", "direction")
    moves = ways["down"] | ways["up"]
    return len(kinds) > len(set(kinds)) or any(
        token.low in _comparatives()
        or token.low in _superlatives()
        or {token.low, token.lemma} & moves
        or token.low == said.lemma
        for token in line.tokens
    )


@cache
def _phrases() -> Runs[None]:
    return Runs((phrase.split(), None) for phrase in sorted(lexicon.words("grades", "others", "phrases")))


@cache
def _comparatives() -> frozenset[str]:
    graded = lexicon.words("grades", "graded", "words")
    return lexicon.words("grades", "irregular", "more") | {f"{_stem(word)}er" for word in graded}


@cache
def _superlatives() -> frozenset[str]:
    graded = lexicon.words("grades", "graded", "words")
    return lexicon.words("grades", "irregular", "most") | {f"{_stem(word)}est" for word in graded}


def _stem(word: str) -> str:
    """A word before -er and -est: "busi", "bigg", "larg"."""
    if word.endswith("e"):
        return word[:-1]
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{word[:-1]}i"
    short = len(word) == len("big") and word[-1] not in "aeiouwxy" and word[-2] in "aeiou" and word[-3] not in "aeiou"
    return f"{word}{word[-1]}" if short else word
