"""Plain words set in the place of others: what an honest rewrite does, where a lie mostly adds.

A sentence that the evidence bears out but for some words, while its lines have words of their own that the sentence leaves
out, says those in its own way. How far that speaks for a word is a sum of signs (`lexicon/replacing.toml`): a lie mostly
keeps the evidence word for word and adds to it, a rewrite says most of it otherwise. Never of this kind is a word that
WordNet knows as narrower than what it replaces, or one that names a person, a time, a manner or a skill; and where no
verb governs, words are a title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim, classify
from agent.change.claims.refusal import FEW
from agent.change.claims.support import exact_lines
from agent.change.language.phrases import are_siblings
from agent.change.numbers.quantity import TIME
from agent.change.telling.book import Book, Line, Place
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading

_HOMES = 2
_AT_HOME = 2
_OBJECT = 3
_MOST_SPARE, _MOST_BORNE, _MOST_NUMBERS, _MOST_REWORDED = 4, 8, 3, 5
_OPENING = 1


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence under doubt: its plain doubted tokens, those the evidence bears out (`said` in its own words), and the
    words of the evidence it leaves out.
    """

    reading: Reading
    plain: tuple[int, ...]
    borne: frozenset[int]
    said: frozenset[int]
    spare: frozenset[Place]
    places: Sequence[tuple[Place, ...]]
    book: Book

    @property
    def spare_lemmas(self) -> frozenset[str]:
        return frozenset(self.book.lines[place.line].reading.tokens[place.token].lemma for place in self.spare)


def find_replacing(
    aligned: Alignment,
    doubts: Sequence[Doubt],
) -> set[int]:
    """The doubted tokens that stand in the place of words of the evidence; English only, as the check of width is."""
    if aligned.reading.language != "en" or (aligned.book.languages and "en" not in aligned.book.languages):
        return set()
    found: set[int] = set()
    for number in sorted({aligned.reading.marks[doubt.first].sentence for doubt in doubts}):
        here = [doubt for doubt in doubts if aligned.reading.marks[doubt.first].sentence == number]
        if any(doubt.why != Claim.PLAIN.value or doubt.first != doubt.last for doubt in here):
            continue
        plain = tuple(doubt.first for doubt in here)
        near = {aligned.reading.marks[k].clause + step for k in plain for step in (-1, 0, 1)}
        beside = [k for k in aligned.reading.beside(plain[0]) if aligned.reading.marks[k].clause in near]
        borne = frozenset(
            k for k in beside if k not in plain and aligned.claims[k] is not Claim.FREE and aligned.places[k]
        )
        if not borne and not any(k in aligned.figures for k in beside):
            continue
        said = frozenset(k for k in borne if exact_lines(aligned.reading, k, aligned.places[k], aligned.book))
        sentence = _Sentence(
            aligned.reading,
            plain,
            borne,
            said,
            _spare_at_home(borne, aligned.places, aligned.book),
            aligned.places,
            aligned.book,
        )
        enough = lexicon.numbers("replacing", "weights")["enough"]
        if all(_may_replace(sentence, at) and _sum_of_signs(sentence, at) >= enough for at in plain):
            found.update(plain)
    return found


def _sum_of_signs(sentence: _Sentence, at: int) -> float:
    reading, token, borne = sentence.reading, sentence.reading.tokens[at], sentence.borne
    weights = lexicon.numbers("replacing", "weights")
    verb, deed = is_verb_at(reading.tokens, at), reading.marks[at].verb
    spare = sentence.spare_lemmas
    signs = {
        "spare": min(len(sentence.spare), _MOST_SPARE),
        "borne": min(len(borne), _MOST_BORNE),
        "share": len(borne) / (len(borne) + len(sentence.plain)),
        "reworded": min(len(borne - sentence.said), _MOST_REWORDED),
        "reworded_share": len(borne - sentence.said) / max(len(borne), 1),
        "numbers": min(len(reading.counts_beside(at)), _MOST_NUMBERS),
        "verb": verb,
        "skilled": bool({token.lemma, token.low} & lexicon.words("classes", "skilled", "verbs")),
        "noun": token.lemma in lexicon.nouns(),
        "agent": token.low.endswith(lexicon.ordered("replacing", "endings", "doer")),
        "first": at <= _OPENING,
        "preposition": at > 0 and reading.tokens[at - 1].low in lexicon.words("replacing", "words", "prepositions"),
        "tail": not any(k > at for k in borne),
        "under_said_verb": deed in sentence.said,
        "under_reworded_verb": deed in borne and deed not in sentence.said,
        "modifier": not verb and at + 1 in borne,
        "added_modifier": not verb and _adds_a_modifier(sentence, at),
        "swapped_object": not verb and _swaps_the_object(sentence, at),
        "narrower": not spare.isdisjoint(lexicon.related().get(token.lemma, ())),
        "wider": not spare.isdisjoint(lexicon.stands_for().get(token.lemma, ())),
    }
    return sum(weights[name] * value for name, value in signs.items())


def _spare_at_home(borne: frozenset[int], places: Sequence[tuple[Place, ...]], book: Book) -> frozenset[Place]:
    """The words that the one or two lines a sentence rests on say beyond it."""
    votes = Counter(line for k in sorted(borne) for line in {place.line for place in places[k]})
    home = [line for line, count in votes.most_common(_HOMES) if count >= _AT_HOME]
    used = {(place.line, place.token) for k in borne for place in places[k]}
    return frozenset(
        Place(line, k)
        for line in home
        for k in _words_of(book.lines[line])
        if (line, k) not in used and not book.lines[line].reading.marks[k].denied
    )


def _words_of(line: Line) -> Iterator[int]:
    numbers = line.reading.numbers
    for k, claim in enumerate(classify(line.reading)):
        if claim is not Claim.FREE and line.reading.tokens[k].kind == "word" and k not in numbers:
            yield k


def _may_replace(sentence: _Sentence, at: int) -> bool:
    reading, token = sentence.reading, sentence.reading.tokens[at]
    skilled = {token.lemma, token.low} & lexicon.words("classes", "skilled", "verbs")
    special = {token.lemma, token.low} & lexicon.words("replacing", "words", "special")
    if reading.marks[at].verb < 0 or special or (skilled and len(sentence.book.lines) > FEW):
        return False
    return not _says_who_when_or_how(reading, at) and not any(
        _is_narrower(token.lemma, word, reading) for word in sentence.spare_lemmas
    )


def _is_narrower(lemma: str, word: str, reading: Reading) -> bool:
    """Whether a lemma is known as a case of what another word names, or as another case of the same."""
    related = lexicon.related()
    if word in related.get(lemma, ()) and lemma not in related.get(word, ()):
        return True
    if are_siblings(lemma, word, reading.language):
        return True
    return {word, lemma} <= lexicon.nouns() and _breadth(word) > _breadth(lemma)


def _adds_a_modifier(sentence: _Sentence, at: int) -> bool:
    """Whether a word stands before one that the evidence says without anything before it ("government freezer")."""
    following = at + 1
    return following in sentence.borne and not any(
        Place(place.line, place.token - step) in sentence.spare
        for place in sentence.places[following]
        for step in (1, 2)
    )


def _swaps_the_object(sentence: _Sentence, at: int) -> bool:
    """Whether the verb that governs a noun has another noun for its object in the evidence ("answered letters", not "phones")."""
    verb = sentence.reading.marks[at].verb
    if verb not in sentence.borne:
        return False
    return any(
        other.line == place.line
        and place.token < other.token <= place.token + _OBJECT
        and sentence.book.lines[other.line].reading.tokens[other.token].lemma in lexicon.nouns()
        for place in sentence.places[verb]
        for other in sentence.spare
    )


def _breadth(noun: str) -> int:
    """How many words a noun may stand for: "animal" for many, "pony" for few."""
    return len(lexicon.stands_for().get(noun, ()))


def _says_who_when_or_how(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    compound = any(other.text == "-" for other in reading.tokens[max(at - 1, 0) : at + 2])
    named = {token.lemma, token.low} & lexicon.words("agency", "somebody")
    return compound or bool(named) or token.lemma in TIME or token.low.endswith("ly")
