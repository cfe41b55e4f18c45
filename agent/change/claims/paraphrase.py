"""Words the evidence lacks that still say nothing new: a word in the place of another, a verb for a line without one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.kinds import Claim
from agent.change.claims.support import is_exact
from agent.change.language.inflection import verbs_of_noun
from agent.change.language.phrases import are_siblings, are_told_apart, are_told_apart_from
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import IMPLIED, is_verb_at
from agent.change.telling.reading import Reading, keys_of, phrasal_groups

_GAP = 6
_ANYBODY = frozenset(["anybody", "anyone", "everybody", "everyone", "somebody", "someone", "whoever", "everything"])
_FAR = 12


def stands_for_another(
    aligned: Alignment,
    at: int,
    used: Mapping[int, set[int]],
) -> bool:
    """Whether a word is set between two that the evidence says together, where the evidence has a word of its own.

    A word that WordNet knows as narrower than the one it replaces is refused: "animals" does not become "horses".
    """
    lemma = aligned.reading.tokens[at].lemma
    unknown = aligned.reading.language != "en" or (lemma not in lexicon.related() and lemma not in _ANYBODY)
    special = lemma in lexicon.words("replacing", "words", "special")
    if special or lemma in lexicon.nouns() or (unknown and not is_verb_at(aligned.reading.tokens, at)):
        return False
    left = _neighbour(aligned.reading, at, -1, aligned.claims, aligned.places)
    right = _neighbour(aligned.reading, at, 1, aligned.claims, aligned.places)
    if left is None or right is None:
        return False
    narrower = lexicon.related().get(aligned.reading.tokens[at].lemma, frozenset())
    for one in aligned.places[left]:
        for other in aligned.places[right]:
            if one.line != other.line or abs(one.token - other.token) > _GAP:
                continue
            if not (
                is_exact(aligned.reading, left, aligned.book, one)
                or is_exact(aligned.reading, right, aligned.book, other)
            ):
                continue
            line = aligned.book.lines[one.line].reading
            if line.language != aligned.reading.language:
                continue
            between = range(min(one.token, other.token) + 1, max(one.token, other.token))
            spare = [
                k
                for k in between
                if line.tokens[k].kind == "word"
                and k not in used.get(one.line, ())
                and line.tokens[k].low not in _small(line)
                and not line.marks[k].denied
            ]
            if spare and not any(
                line.tokens[k].lemma in narrower
                or are_siblings(aligned.reading.tokens[at].lemma, line.tokens[k].lemma, aligned.reading.language)
                for k in spare
            ):
                return True
    return False


def _small(reading: Reading) -> frozenset[str]:
    return lexicon.words("classes", "free", reading.language)


def _neighbour(
    reading: Reading, at: int, step: int, claims: Sequence[Claim], places: Sequence[tuple[Place, ...]]
) -> int | None:
    k = at + step
    while 0 <= k < len(reading.tokens) and reading.marks[k].sentence == reading.marks[at].sentence:
        if claims[k] is not Claim.FREE:
            return k if places[k] else None
        if reading.tokens[k].kind == "pause":
            return None
        k += step
    return None


def says_what_was_done(reading: Reading, at: int, places: Sequence[tuple[Place, ...]], book: Book) -> bool:
    """Whether a plain verb governs what the evidence lists without any verb ("two foundries": visited them is not plain, kept is)."""
    token = reading.tokens[at]
    forms = {token.lemma, token.low}
    doing = lexicon.words("classes", "doing", "words"), lexicon.words("classes", "doing", "nouns")
    if all(forms.isdisjoint(words) for words in doing) and (
        not is_verb_at(reading.tokens, at) or forms & lexicon.words("classes", "skilled", "verbs")
    ):
        return False
    objects = [k for k in reading.beside(at) if reading.marks[k].verb == at and k != at and places[k]]
    objects = objects or [k for k in range(at + 1, min(at + 7, len(reading.tokens))) if places[k]]
    if forms & lexicon.words("agency", "raising") and any(_is_one_of_people(reading, k) for k in objects[:2]):
        return False
    verbless = [
        {
            place.line
            for place in places[k]
            if not book.lines[place.line].reading.marks[place.token].level
            and not _says_otherwise(token.lemma, book.lines[place.line].reading, place.token)
        }
        for k in objects[:4]
    ]
    if forms & lexicon.words("classes", "skilled", "verbs"):
        votes = Counter(line for lines in verbless for line in lines)
        return max(votes.values(), default=0) * 2 > len(verbless)
    return any(verbless)


def _says_otherwise(deed: str, line: Reading, at: int) -> bool:
    """Whether a small verb before a thing ("got", "saw") is known to be something else than a deed."""
    small = lexicon.words("verbs", "small_deeds")
    for k in range(at - 1, max(at - _FAR, 0) - 1, -1):
        if line.marks[k].clause != line.marks[at].clause:
            return False
        if line.tokens[k].lemma in small and is_verb_at(line.tokens, k):
            told = phrasal_groups(line, k)
            if told:
                return are_told_apart_from(deed, told, line.language)
            return are_told_apart(deed, line.tokens[k].lemma, line.language)
    return False


def _is_one_of_people(reading: Reading, at: int) -> bool:
    return bool({reading.tokens[at].low, reading.tokens[at].lemma} & lexicon.words("agency", "headed"))


def renames_the_deed(aligned: Alignment, at: int) -> bool:
    """Whether a verb that claims no more than doing stands for the evidence's own verb of the same things."""
    token = aligned.reading.tokens[at]
    formed = verbs_of_noun(token.text, aligned.reading.language)
    named = bool(formed) or token.lemma in lexicon.words("classes", "doing", "nouns")
    if (
        not (is_verb_at(aligned.reading.tokens, at) or named)
        or aligned.reading.marks[at].level > IMPLIED
        or {token.lemma, token.low, *formed} & lexicon.words("classes", "skilled", "verbs")
    ):
        return False
    mark = aligned.reading.marks[at]
    objects = [
        k
        for k in aligned.reading.beside(at)
        if k > at and aligned.reading.marks[k].clause == mark.clause and aligned.claims[k] is not Claim.FREE
    ]
    numbers = aligned.reading.numbers
    objects = [k for k in objects if not is_verb_at(aligned.reading.tokens, k) and k not in numbers]
    if not objects and aligned.reading.language != "en":
        objects = [
            k
            for k in aligned.reading.beside(at)
            if k < at and aligned.reading.marks[k].clause == mark.clause and aligned.places[k]
        ]
        objects = [
            k for k in objects if aligned.claims[k] is not Claim.FREE and not is_verb_at(aligned.reading.tokens, k)
        ]
    if not objects or any(not aligned.places[k] for k in objects):
        return False
    for place in aligned.places[objects[0]]:
        line = aligned.book.lines[place.line].reading
        if not (keys_of(aligned.reading.tokens[objects[0]]) & keys_of(line.tokens[place.token])):
            continue
        verb = line.marks[place.token].verb
        if (
            verb >= 0
            and line.marks[place.token].level >= IMPLIED
            and line.tokens[verb].lemma not in _words_of(aligned.reading)
            and not _is_another_deed(token.lemma, line, verb)
        ):
            return True
    return False


def _is_another_deed(deed: str, line: Reading, verb: int) -> bool:
    """Whether a verb is known for another deed than one of the evidence; "put" may say any, "put away" only what it means."""
    other = line.tokens[verb].lemma
    if other not in lexicon.words("replacing", "words", "vague"):
        return are_told_apart(deed, other, line.language)
    told = phrasal_groups(line, verb)
    return bool(told) and are_told_apart_from(deed, told, line.language)


def _words_of(reading: Reading) -> frozenset[str]:
    return frozenset(token.lemma for token in reading.tokens)
