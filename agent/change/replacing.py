"""Plain words set in the place of others: what an honest rewrite does, where a lie mostly adds.

A sentence that one line bears out but for a word or two, while that line has words of its own that the sentence leaves
out, says those in its own way. How far that speaks for a word is a sum of signs (`lexicon/replacing.toml`). A word that
adds to a line said in full is not of this kind, nor one that WordNet knows as narrower than what it replaces, nor a noun
in the place of another noun under the same verb, nor one that names a person, a time, a manner or a skill; and where no
verb governs, words are a title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from agent.change import lexicon
from agent.change.book import Book, Line, Place
from agent.change.doubt import Doubt
from agent.change.kinds import Claim, classify
from agent.change.marks import is_verb_at
from agent.change.phrases import are_siblings
from agent.change.quantity import TIME
from agent.change.reading import Reading
from agent.change.refusal import FEW

_MOST = 2
_TO_ONE = 2
_AT_HOME = 2
_OBJECT = 3
_MOST_SPARE, _MOST_BORNE, _MOST_NUMBERS = 4, 8, 3
_OPENING = 1
_PREPOSITIONS = frozenset(["in", "for", "with", "at", "on", "to", "of", "across", "under", "from", "by", "into"])
_DOER = ("er", "ers", "or", "ors", "ist", "ian", "ant", "ee")


def find_replacing(
    reading: Reading,
    doubts: Sequence[Doubt],
    claims: Sequence[Claim],
    places: Sequence[tuple[Place, ...]],
    figures: Mapping[int, tuple[int, ...]],
    book: Book,
) -> set[int]:
    """The doubted tokens that stand in the place of words of the evidence; English only, as the check of width is."""
    if reading.language != "en":
        return set()
    found: set[int] = set()
    for sentence in sorted({reading.marks[doubt.first].sentence for doubt in doubts}):
        here = [doubt for doubt in doubts if reading.marks[doubt.first].sentence == sentence]
        plain = [doubt.first for doubt in here]
        if len(plain) > _MOST or any(doubt.why != Claim.PLAIN.value or doubt.first != doubt.last for doubt in here):
            continue
        near = {reading.marks[k].clause + step for k in plain for step in (-1, 0, 1)}
        beside = [k for k in reading.beside(plain[0]) if reading.marks[k].clause in near]
        borne = [k for k in beside if k not in plain and claims[k] is not Claim.FREE and places[k]]
        if len(borne) + sum(k in figures for k in beside) < _TO_ONE * len(plain):
            continue
        spare = _spare_at_home(borne, places, book)
        if all(
            _may_replace(reading, at, borne, places, spare, book)
            and _sum_of_signs(reading, at, plain, borne, spare) >= lexicon.numbers("replacing", "weights")["enough"]
            for at in plain
        ):
            found.update(plain)
    return found


def _sum_of_signs(
    reading: Reading, at: int, plain: Sequence[int], borne: Sequence[int], spare: Collection[Place]
) -> float:
    token = reading.tokens[at]
    weights = lexicon.numbers("replacing", "weights")
    signs = {
        "spare": min(len(spare), _MOST_SPARE),
        "borne": min(len(borne), _MOST_BORNE),
        "share": len(borne) / (len(borne) + len(plain)),
        "numbers": min(len(reading.counts_beside(at)), _MOST_NUMBERS),
        "verb": is_verb_at(reading.tokens, at),
        "skilled": bool({token.lemma, token.low} & lexicon.words("classes", "skilled", "verbs")),
        "noun": token.lemma in lexicon.nouns(),
        "agent": token.low.endswith(_DOER),
        "first": at <= _OPENING,
        "preposition": at > 0 and reading.tokens[at - 1].low in _PREPOSITIONS,
        "tail": not any(k > at for k in borne),
    }
    return sum(weights[name] * value for name, value in signs.items())


def _spare_at_home(borne: Sequence[int], places: Sequence[tuple[Place, ...]], book: Book) -> set[Place]:
    """The words that the one or two lines a sentence rests on say beyond it."""
    votes = Counter(line for k in borne for line in {place.line for place in places[k]})
    home = [line for line, count in votes.most_common(_MOST) if count >= _AT_HOME]
    used = {(place.line, place.token) for k in borne for place in places[k]}
    return {
        Place(line, k)
        for line in home
        for k in _words_of(book.lines[line])
        if (line, k) not in used and not book.lines[line].reading.marks[k].denied
    }


def _words_of(line: Line) -> Iterator[int]:
    numbers = line.reading.numbers
    for k, claim in enumerate(classify(line.reading)):
        if claim is not Claim.FREE and line.reading.tokens[k].kind == "word" and k not in numbers:
            yield k


def _may_replace(
    reading: Reading,
    at: int,
    borne: Collection[int],
    places: Sequence[tuple[Place, ...]],
    spare: Collection[Place],
    book: Book,
) -> bool:
    token = reading.tokens[at]
    skilled = {token.lemma, token.low} & lexicon.words("classes", "skilled", "verbs")
    if reading.marks[at].verb < 0 or (skilled and len(book.lines) > FEW) or _says_who_when_or_how(reading, at):
        return False
    wider = lexicon.related().get(token.lemma, frozenset())
    for place in spare:
        word = book.lines[place.line].reading.tokens[place.token].lemma
        if word in wider and token.lemma not in lexicon.related().get(word, frozenset()):
            return False
        if are_siblings(token.lemma, word, reading.language):
            return False
        if {word, token.lemma} <= lexicon.nouns() and _breadth(word) > _breadth(token.lemma):
            return False
    return is_verb_at(reading.tokens, at) or not (
        _adds_a_modifier(at, borne, places, spare) or _swaps_the_object(reading, at, borne, places, spare, book)
    )


def _adds_a_modifier(
    at: int, borne: Collection[int], places: Sequence[tuple[Place, ...]], spare: Collection[Place]
) -> bool:
    """Whether a word stands before one that the evidence says without anything before it ("government freezer")."""
    following = at + 1
    return following in borne and not any(
        Place(place.line, place.token - step) in spare for place in places[following] for step in (1, 2)
    )


def _swaps_the_object(
    reading: Reading,
    at: int,
    borne: Collection[int],
    places: Sequence[tuple[Place, ...]],
    spare: Collection[Place],
    book: Book,
) -> bool:
    """Whether the verb that governs a noun has another noun for its object in the evidence ("answered letters", not "phones")."""
    verb = reading.marks[at].verb
    if verb not in borne:
        return False
    return any(
        other.line == place.line
        and place.token < other.token <= place.token + _OBJECT
        and book.lines[other.line].reading.tokens[other.token].lemma in lexicon.nouns()
        for place in places[verb]
        for other in spare
    )


def _breadth(noun: str) -> int:
    """How many words a noun may stand for: "animal" for many, "pony" for few."""
    return len(lexicon.stands_for().get(noun, ()))


def _says_who_when_or_how(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    compound = any(other.text == "-" for other in reading.tokens[max(at - 1, 0) : at + 2])
    named = {token.lemma, token.low} & lexicon.words("agency", "somebody")
    return compound or bool(named) or token.lemma in TIME or token.low.endswith("ly")
