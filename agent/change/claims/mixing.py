"""Statements put together of two lines: what one clause says must be borne out by lines that speak of one thing.

Why: each word of "wrote the parser in Perl, used by 70 labs" may stand in the evidence, and yet the 70 labs have another
program. A line may lend its words to what another tells only when both are about the same thing, or when it brings
its own deed and its own thing ("grew tomatoes and 14 hectares of asparagus").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.claims.linking import are_of_other_roles, are_other_posts, is_head_of_role, speak_of_one
from agent.change.claims.refusal import FEW
from agent.change.claims.support import is_exact
from agent.change.claims.titles import calls_somebody
from agent.change.numbers.dating import ranged_years
from agent.change.numbers.quantity import TIME
from agent.change.telling import segments
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import IMPLIED, is_verb_at
from agent.change.telling.reading import Reading, groups_at, keys_of
from agent.change.telling.segments import find_segments, first_word, is_addition, up_to_preposition

_WHY = "The evidence says this of something else."
_OF_THE_PERSON = frozenset({Claim.CREDENTIAL, Claim.RANK, Claim.TRADE})
_NEAR = 4
_SHORT_GAP = 2


@dataclass
class _Statement:
    """The tokens of a text that are said of one thing."""

    tokens: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class _Judging:
    reading: Reading
    claims: Sequence[Claim]
    book: Book
    homes: Mapping[int, frozenset[int]]
    exact: Mapping[int, frozenset[int]]
    places: Mapping[int, tuple[Place, ...]]


def find_mixed(
    aligned: Alignment,
    counted: Mapping[int, tuple[int, ...]],
) -> Iterator[Doubt]:
    """Words and numbers of a text that the evidence says of another thing than the clause they stand in."""
    if not 1 < len(aligned.book.lines) <= FEW:
        return
    ranged = ranged_years(aligned.reading)
    homes = {at: _homes(aligned, at, counted) for at in range(len(aligned.claims)) if at not in ranged}
    homes = {at: lines for at, lines in homes.items() if lines}
    if not homes or frozenset.intersection(*homes.values()):
        return
    exact = {at: _exact(aligned.reading, at, aligned.places[at], counted, aligned.book) for at in homes}
    judging = _Judging(
        aligned.reading,
        aligned.claims,
        aligned.book,
        homes,
        exact,
        {at: _all_places(aligned.reading, at, aligned.places[at], aligned.book) for at in homes},
    )
    for statement in _statements(judging):
        yield from _strays(judging, statement)


def _homes(
    aligned: Alignment,
    at: int,
    counted: Mapping[int, tuple[int, ...]],
) -> frozenset[int]:
    """The lines that may bear out a token."""
    if at in counted:
        return frozenset(counted[at])
    if aligned.claims[at] is Claim.FREE or at in aligned.reading.numbers or not aligned.places[at]:
        return frozenset()
    return frozenset(place.line for place in _all_places(aligned.reading, at, aligned.places[at], aligned.book))


def _all_places(reading: Reading, at: int, places: tuple[Place, ...], book: Book) -> tuple[Place, ...]:
    more = book.index.any_of(keys_of(reading.tokens[at]) | groups_at(reading, at))
    return tuple({*places, *more})


def _exact(
    reading: Reading, at: int, places: tuple[Place, ...], counted: Mapping[int, tuple[int, ...]], book: Book
) -> frozenset[int]:
    """Of the lines that bear out a token those that have the word itself, or another name for the same."""
    if at in counted:
        return frozenset(counted[at])
    keys, groups = keys_of(reading.tokens[at]), groups_at(reading, at)
    return frozenset(
        place.line
        for place in _all_places(reading, at, places, book)
        if keys & keys_of(book.lines[place.line].reading.tokens[place.token])
        or groups & groups_at(book.lines[place.line].reading, place.token)
    )


def _statements(judging: _Judging) -> Iterator[_Statement]:
    """The tokens of a text by what they are said of: an addition goes with what it is added to."""
    reading = judging.reading
    sentence, opening, current = -1, list[int](), _Statement()
    for segment in find_segments(reading):
        if reading.marks[segment[0]].sentence != sentence:
            if current.tokens:
                yield current
            sentence, opening, current = reading.marks[segment[0]].sentence, [], _Statement()
            first = first_word(reading, segment)
            if first is not None and segments.opens_sentence(reading, first):
                opening = [at for at in segment if at in judging.homes]
                continue
        said = [at for at in segment if at in judging.homes]
        if not said:
            continue
        if current.tokens and not _stands_alone(judging, segment, current):
            current.tokens.extend(said)
            continue
        if current.tokens:
            yield current
        current = _Statement([*opening, *said])
    if current.tokens or opening:
        yield current if current.tokens else _Statement(opening)


def _stands_alone(judging: _Judging, segment: Sequence[int], current: _Statement) -> bool:
    """Whether a segment has a deed or a thing of its own, instead of adding to what was said."""
    reading = judging.reading
    first = first_word(reading, segment)
    if first is None:
        return False
    token = reading.tokens[first]
    if token.low in lexicon.words("attribution", "relative") or token.low in lexicon.words("agency", "prepositions"):
        return False
    if token.low in lexicon.words("agency", "person"):
        return True
    if (
        (token.low.endswith("ing") and segments.goes_with_its_thing(token))
        or is_verb_at(reading.tokens, first)
        or segments.tells_beside(reading, first)
    ):
        return _is_own_deed(judging, first, current)
    return _has_own_thing(judging, segment, first)


def _is_own_deed(judging: _Judging, verb: int, current: _Statement) -> bool:
    """Whether a verb tells what the person did, not what became of the thing before it."""
    reading, book = judging.reading, judging.book
    following = reading.tokens[verb + 1] if verb + 1 < len(reading.tokens) else None
    passive = (
        not reading.tokens[verb].low.endswith("ing")
        and following is not None
        and (following.low in lexicon.words("agency", "prepositions") or following.kind != "word")
    )
    after_pause = verb > 0 and reading.tokens[verb - 1].kind == "pause"
    if passive and after_pause and not reading.tokens[verb].deed:
        return False
    if not segments.goes_with_its_thing(reading.tokens[verb]) and not reading.tokens[verb].low.endswith("ing"):
        return True
    places = [p for p in judging.places.get(verb, ()) if p.line in judging.exact.get(verb, ())]
    places = [p for p in places if is_exact(reading, verb, book, p)] or places
    if places and all(is_addition(book.lines[p.line].reading, p.token) for p in places):
        return False
    here = {line for at in current.tokens for line in judging.homes[at]}
    there = {p.line for p in places}
    return not any(are_of_other_roles(book.lines[a], book.lines[b]) for a in here - there for b in there - here)


def _has_own_thing(judging: _Judging, segment: Sequence[int], first: int) -> bool:
    """Whether a segment names a thing that its own line says the same verb of, in the same way."""
    reading = judging.reading
    verb = reading.marks[first].verb
    if verb < 0 or verb >= first:
        return any(at in judging.homes and _is_thing(reading, at) for at in up_to_preposition(reading, segment, first))
    for at in up_to_preposition(reading, segment, first):
        if not _is_thing(reading, at):
            continue
        for place in judging.places.get(at, ()):
            line = judging.book.lines[place.line].reading
            governing = line.marks[place.token].verb
            if governing < 0 or place.line not in judging.homes.get(verb, ()):
                continue
            between = {line.tokens[k].low for k in range(governing + 1, place.token)}
            between &= lexicon.words("agency", "prepositions")
            if between <= {reading.tokens[k].low for k in range(verb + 1, first)}:
                return True
    return False


def _is_thing(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    return token.kind in ("word", "name") and at not in reading.numbers and token.lemma not in TIME


def _strays(judging: _Judging, statement: _Statement) -> Iterator[Doubt]:
    homes, said = judging.homes, statement.tokens
    if not said or frozenset.intersection(*(homes[at] for at in said)):
        return
    votes = Counter(line for at in said for line in homes[at])
    first = {line: min(at for at in said if line in homes[at]) for line in votes}
    base = min(votes, key=lambda line: (-votes[line], first[line]))
    allowed = {
        line
        for line in votes
        if line == base or _may_lend(judging, base, line, said) or _are_reckoned_together(judging, base, line, said)
    }
    found = [
        at
        for at in said
        if not homes[at] & allowed
        and judging.exact[at]
        and (_may_stray(judging, at) or _is_raised(judging, at, allowed))
    ]
    yield from _runs(judging.reading, found)


def _is_raised(judging: _Judging, at: int, allowed: Collection[int]) -> bool:
    """Whether a verb of leading or founding comes from another line, and none of such a degree is on those allowed."""
    level = judging.reading.marks[at].level
    return level > IMPLIED and all(
        mark.level < level for line in allowed for mark in judging.book.lines[line].reading.marks
    )


def _may_stray(judging: _Judging, at: int) -> bool:
    reading = judging.reading
    return judging.claims[at] not in _OF_THE_PERSON and reading.marks[at].verb != at


def _may_lend(judging: _Judging, base: int, line: int, said: Sequence[int]) -> bool:
    """Whether a line may add to a statement that rests on another: both are of one thing, or one is the head of the role."""
    book = judging.book
    one, other = book.lines[base], book.lines[line]
    if are_other_posts(one, other):
        return False
    if speak_of_one(base, line, book):
        return True
    if (one.entry and other.entry and one.entry != other.entry) or are_of_other_roles(one, other):
        return False
    return any(is_head_of_role(book.lines[n]) and _names(judging, n, said) for n in (base, line))


def _are_reckoned_together(judging: _Judging, base: int, line: int, said: Sequence[int]) -> bool:
    """Whether a number of a statement follows from both lines together, and stands on neither."""
    return any(
        {base, line} <= judging.homes[at]
        and at in judging.reading.numbers
        and not any(_tells_number(judging, at, n) for n in (base, line))
        for at in said
    )


def _tells_number(judging: _Judging, at: int, line: int) -> bool:
    values = {q.figure.value for q in judging.reading.counts_beside(at) if q.first == at}
    return any(q.figure.value in values for q in judging.book.lines[line].reading.quantities)


def _names(judging: _Judging, line: int, said: Sequence[int]) -> bool:
    """Whether a statement names the title or the name in the head of a role."""
    return any(
        place.line == line
        and (
            calls_somebody(token := judging.book.lines[line].reading.tokens[place.token])
            or (token.capital and place.token > 0)
        )
        for at in said
        for place in judging.places[at]
    )


def _runs(reading: Reading, found: Sequence[int]) -> Iterator[Doubt]:
    """Neighbouring words as one, with the preposition before them and the numbers' other tokens."""
    start = last = -_NEAR
    for at in found:
        end = next((q.last for q in reading.counts_beside(at) if q.first == at), at)
        if start >= 0 and at - last <= _SHORT_GAP:
            last = end
            continue
        if start >= 0:
            yield Doubt(start, last, _WHY)
        start, last = at, end
    if start >= 0:
        yield Doubt(start, last, _WHY)
