"""All of a thing: some are not all, and one department is not the company."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.claims.pieces import ends
from agent.change.numbers.quantity import TIME
from agent.change.telling.book import Book, Place
from agent.change.telling.reading import Reading

_WHY = "Your resume and answers do not say it reached this far."
_NEAR = 4
_BETWEEN = 3
_ARTICLES = frozenset({"the", "our", "its", "their", "my"})


def find_unsaid_wholes(aligned: Alignment, framing: Collection[int]) -> Iterator[Doubt]:
    """Words for all of a thing ("all invoices", "throughout the year") where the evidence says it of none as a whole."""
    for at in _wholes(aligned.reading):
        if at in framing or aligned.reading.marks[at].denied:
            continue
        things = _things(aligned.reading, at)
        if not things or _counts_time(aligned.reading, at, things[0]):
            continue
        given = lexicon.words("wholes", "given", "all")
        if aligned.reading.tokens[at].low in lexicon.words("wholes", "nearly", "all"):
            given |= lexicon.words("wholes", "nearly_given", "all")
        if not any(
            _is_whole_there(given, things, aligned.claims, aligned.places, aligned.book, line)
            for line in _home(aligned.reading, at, aligned.places, aligned.book)
        ):
            yield Doubt(at, things[-1], _WHY)


def find_widened_audiences(
    reading: Reading, places: Sequence[tuple[Place, ...]], framing: Collection[int], book: Book
) -> Iterator[Doubt]:
    """An employer as a whole ("for the company") where the evidence names a part of one only ("for one department")."""
    for at, token in enumerate(reading.tokens):
        if token.low not in lexicon.words("wholes", "employers", "all") or at in framing or places[at]:
            continue
        start = _preposition(reading, at)
        if start < 0 or reading.marks[at].denied:
            continue
        home = _home(reading, at, places, book)
        said = {word for line in home for token in book.lines[line].reading.tokens for word in (token.low, token.lemma)}
        named = said & (lexicon.words("wholes", "employers", "all") | lexicon.words("agency", "organisations"))
        if said & lexicon.words("wholes", "parts", "all") and not named - lexicon.words("wholes", "parts", "all"):
            yield Doubt(start, at, _WHY)


@lru_cache(maxsize=4096)
def _wholes(reading: Reading) -> tuple[int, ...]:
    """Where a text says all of something."""
    said = lexicon.words("wholes", "said", "all") | lexicon.words("wholes", "nearly", "all")
    idle, after = lexicon.words("wholes", "idle_before", "all"), lexicon.words("wholes", "idle_after", "all")
    return tuple(
        at
        for at, token in enumerate(reading.tokens)
        if (
            token.low.removesuffix("'s") in said
            and not (at and reading.tokens[at - 1].low in idle)
            and not (at + 1 < len(reading.tokens) and reading.tokens[at + 1].low in after)
        )
        or _spans(reading, at)
        or _is_full(reading, at)
    )


def _is_full(reading: Reading, at: int) -> bool:
    """As "the full product range"."""
    if reading.tokens[at].low not in ("full", "complete"):
        return False
    return any(reading.tokens[k].low in lexicon.words("wholes", "ranges", "all") for k in _things(reading, at))


def _spans(reading: Reading, at: int) -> bool:
    """As "across the site", not "across two sites" or "across sites"."""
    spanning = lexicon.words("wholes", "spanning", "all")
    if reading.language != "en" or reading.tokens[at].low not in spanning:
        return False
    article = reading.tokens[at + 1 : at + 2]
    things = _things(reading, at)
    return bool(article and article[0].low in _ARTICLES and things and not reading.tokens[things[-1]].low.endswith("s"))


def _things(reading: Reading, at: int) -> list[int]:
    """The words that follow a word for all, up to the first that ends them; nothing where a number follows."""
    found: list[int] = []
    for k in range(at + 1, min(at + 1 + _NEAR, len(reading.tokens))):
        token = reading.tokens[k]
        if k in reading.numbers:
            return []
        if token.kind != "word" or reading.marks[k].verb == k:
            break
        if token.low in lexicon.words("agency", "determiners"):
            continue
        if token.low in ends():
            if token.low == "of" and not found:
                continue
            break
        found.append(k)
    return found


def _counts_time(reading: Reading, at: int, thing: int) -> bool:
    """As "every week", "tous les jours": how often, which is judged elsewhere."""
    tokens = reading.tokens
    if tokens[at].low not in lexicon.words("wholes", "often", "all"):
        return False
    skipped = lexicon.words("frequencies", "nth_of") | lexicon.words("frequencies", "skipping")
    if tokens[thing].low in skipped and thing + 1 < len(tokens):
        thing += 1
    return tokens[thing].lemma in TIME or bool({tokens[thing].low, tokens[thing].lemma} & _parts_of_time())


@cache
def _parts_of_time() -> frozenset[str]:
    return frozenset().union(*lexicon.section("frequencies", "parts").values())


def _home(reading: Reading, at: int, places: Sequence[tuple[Place, ...]], book: Book) -> list[int]:
    """The lines that the sentence of a word rests on, with all that stands on the same lines of the resume."""
    sources = {book.lines[place.line].source.ref for k in reading.beside(at) for place in places[k]}
    return [n for n, line in enumerate(book.lines) if not sources or line.source.ref in sources]


def _is_whole_there(
    given: Collection[str],
    things: Sequence[int],
    claims: Sequence[Claim],
    places: Sequence[tuple[Place, ...]],
    book: Book,
    line: int,
) -> bool:
    """Whether a line says all, of the same things where it has them."""
    other = book.lines[line].reading
    alone = lexicon.words("wholes", "alone", "all")
    named = {place.token for k in things if claims[k] is not Claim.FREE for place in places[k] if place.line == line}
    for at, token in enumerate(other.tokens):
        if token.low.removesuffix("'s") in alone:
            return True
        if token.low not in given or other.marks[at].denied:
            continue
        if (
            at + 1 < len(other.tokens) and other.tokens[at + 1].low == "one"
        ):  # "checked each one": of what was named before
            return True
        if not named or any(at < k <= at + 1 + _BETWEEN for k in named):
            return True
    return False


def _preposition(reading: Reading, at: int) -> int:
    """Where "for the" or "across the" before a word begins, or -1."""
    tokens = reading.tokens
    k = at - 1
    while k > max(at - _BETWEEN, 0) and tokens[k].low in lexicon.words("wholes", "between", "all"):
        k -= 1
    return k if 0 <= k < at - 1 and tokens[k].low in lexicon.words("wholes", "reaching", "all") else -1
